"""`kg build` and `kg validate`."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import click

from kg import pipeline
from kg.cli.terminal import err, out, progress, say_error, say_warning, with_settings
from kg.pipeline import told
from kg.settings import Settings
from kg.validate import Engine
from kg.validate.report import reports_to_turtle


@click.command(
    epilog="""\b
Examples:
  kg build                 build a release in build/ and make it the current one
  kg build --if-changed    do nothing when no input changed since the current one
  KG_JOBS=1 kg build       in one process
"""
)
@click.option("--if-changed", is_flag=True, help="Do nothing when no input has changed.")
@click.option("--verbose", is_flag=True, help="A line for every document, however many there are.")
@with_settings
def build(settings: Settings, if_changed: bool, verbose: bool) -> int:
    """Build a release and make it the current one.

    It is made from the sources, readings, authority and links; what did not change since the last build is
    not made again. Exits with 1 when a source was left out; the rest is published. build/report.txt has a
    line for every problem, every oddity and every document.
    """
    if if_changed and (current := pipeline.built(settings)) is not None:
        out().print(f"Release {current.id} is up to date.")
        return 0
    began = time.monotonic()
    with progress() as report:
        release, outcomes = pipeline.build(settings, report)
    for line in told.problems(outcomes):
        say_error(line)
    _warn(settings, outcomes)
    few = verbose or len(outcomes) <= told.FEW
    for line in (told.documents if few else told.sources)(outcomes):
        out().print(line, markup=False)
    seconds = time.monotonic() - began
    statements = release.manifest["statements"]
    sum_ = told.summary(outcomes)
    out().print(f"Release {release.id}: {sum_}, {statements:,} statements, built in {seconds:.1f} s.")
    return 0 if all(outcome.whole for outcome in outcomes) else 1


@click.command(
    epilog="""\b
Examples:
  kg validate                        every document
  kg validate telegram-1258          one document
  kg validate --output report.ttl    also write the SHACL report as Turtle
"""
)
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the SHACL report here, as Turtle.",
)
@click.option("--verbose", is_flag=True, help="A line also for each of many documents that conform.")
@click.option("--pyshacl", is_flag=True, help="Use pySHACL, the engine of record; slower, same verdicts.")
@with_settings
def validate(
    settings: Settings, keys: tuple[str, ...], output: Path | None, verbose: bool, pyshacl: bool
) -> int:
    """Validate documents against the shapes.

    The graphs that documents share are validated first; nothing is published.
    Exits with 1 when one does not conform or cannot be read.
    """
    engine: Engine = "pyshacl" if pyshacl else "pyrudof"
    with progress() as report:
        outcomes = pipeline.check(settings, keys, engine, report)
    few = verbose or len(outcomes) <= told.FEW
    for name, outcome in outcomes.items():
        if outcome.report is not None and (few or not outcome.report.conforms):
            out().print(f"{name}: {outcome.report.to_text()}", markup=False)
        elif outcome.report is None and outcome.problem is not None:
            say_error(str(outcome.problem))
        if outcome.undrafted is not None:
            say_error(f"without a draft: {outcome.undrafted}")
    if not few:
        conform = sum(outcome.published for outcome in outcomes.values())
        out().print(f"{conform:,} of {len(outcomes):,} conform.")
    if not keys:
        _warn(settings, list(outcomes.values()))
    if output:
        reports = [outcome.report for outcome in outcomes.values() if outcome.report is not None]
        output.write_text(reports_to_turtle(reports), encoding="utf-8")
        err().print(f"The report as Turtle is in {output}.", markup=False)
    return 0 if all(outcome.whole for outcome in outcomes.values()) else 1


def _warn(settings: Settings, outcomes: Sequence[pipeline.Outcome]) -> None:
    for line in pipeline.orphans(settings, outcomes):
        say_warning(line)
