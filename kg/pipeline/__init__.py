"""The only place that knows the order: sources -> Documents -> graphs -> reports -> a release."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from kg.errors import ConformanceError, ReleaseError
from kg.ondemand import OnDemand
from kg.pipeline.batch import Progress, run
from kg.pipeline.cache import Cache, Kept
from kg.pipeline.inputs import Common, common_fingerprint, inputs_fingerprint, read_common
from kg.pipeline.orphans import orphans
from kg.pipeline.outcome import Outcome
from kg.pipeline.told import write_report
from kg.quads import canonical
from kg.release import Inputs, Release, open_release, write_release
from kg.settings import Settings
from kg.sources import find_document
from kg.swap import locked
from kg.validate import Engine, Report
from kg.validate.report import reports_to_turtle

__all__ = [
    "Common",
    "Outcome",
    "Progress",
    "build",
    "built",
    "check",
    "inputs_fingerprint",
    "orphans",
    "read_common",
]

_SHOWN = 20


def build(settings: Settings, progress: Progress) -> tuple[Release, list[Outcome]]:
    """Build a release of everything that conforms.

    What was made before and rests on nothing that has changed since is taken from build/cache. What became
    of every source is written to build/report.txt too. Returns the release and what became of every source.
    Raises ConformanceError when a shared graph does not conform, and ReleaseError when there is nothing to
    publish, or another build is running; the old release then stays.
    """
    fingerprint = inputs_fingerprint(settings)
    common = read_common(settings)
    _all_conform(common.reports())
    with locked(settings.build):
        cache = Cache(settings.build / "cache", common_fingerprint(settings))
        outcomes = list(run(settings, common, (), progress, cache))
        write_report(settings.build / "report.txt", outcomes, tuple(orphans(settings, outcomes)))
        kept = [outcome.kept for outcome in outcomes if outcome.kept]
        if not kept:
            raise ReleaseError(f"nothing to publish: {_problems(settings, outcomes)}")
        progress("release", 0, 0)
        release = _release(settings, common, kept, fingerprint)
        cache.prune({entry.path.name for entry in kept})
    return release, outcomes


def _release(settings: Settings, common: Common, kept: Sequence[Kept], fingerprint: str) -> Release:
    shared = {str(name): canonical(str(name), graph) for name, graph in common.graphs.items()}
    read = {entry.facts.graph: entry.read_lines for entry in kept}
    graphs = OnDemand[Sequence[bytes]](
        {**{name: partial(shared.__getitem__, name) for name in shared}, **read}
    )
    texts = OnDemand[bytes]({entry.facts.key: entry.read_text for entry in kept})
    # Only what conforms is published, and a report has entries for nothing else.
    inputs = Inputs(texts, common.shapes.turtle, reports_to_turtle([]), fingerprint)
    return write_release(graphs, settings, inputs)


def _all_conform(reports: dict[str, Report]) -> None:
    for name, report in reports.items():
        if not report.conforms:
            raise ConformanceError(f"<{name}> does not conform to the shapes.\n{report.to_text()}")


def _problems(settings: Settings, outcomes: Sequence[Outcome]) -> str:
    if not outcomes:
        return f"there are no sources. Put page texts into {settings.data / 'sources'}."
    shown = [str(outcome.problem) for outcome in outcomes[:_SHOWN]]
    left = len(outcomes) - len(shown)
    more = f"… and {left} more; {settings.build / 'report.txt'} has them all."
    return "\n".join([*shown, *[more] * bool(left)])


def check(
    settings: Settings, keys: Collection[str], engine: Engine, progress: Progress
) -> dict[str, Outcome]:
    """Validate without publishing: the shared graphs, then the documents with these keys (empty: all).

    Raises SourceError for a key that no source has.
    """
    common = read_common(settings, engine)
    outcomes = {name: Outcome(name, report=report) for name, report in common.reports().items()}
    for outcome in run(settings, common, keys, progress):
        outcomes[outcome.key or outcome.source] = outcome
    for key in keys:
        if key not in outcomes:
            find_document(settings, key)
    return outcomes


def built(settings: Settings) -> Release | None:
    """The current release if it was built from just these inputs, else None."""
    try:
        release = open_release(settings.build)
    except ReleaseError:
        return None
    return release if release.manifest.get("inputs") == inputs_fingerprint(settings) else None
