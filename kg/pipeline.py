"""The only place that knows the order: sources -> Documents -> graphs -> reports -> a release."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import Graph, URIRef

import kg
from kg.annotate.names import find_mentions, merge
from kg.authority import AuthorityIndex, read_authority
from kg.converters import convert
from kg.errors import ConformanceError, KgError, Place, ReleaseError, SourceError
from kg.graph import authority_graph, document_graph, links_graph, vocabulary_graph
from kg.iris import Iris
from kg.links import read_links
from kg.model import Document
from kg.readings import read_reading
from kg.release import Release, build_release, open_release
from kg.settings import SETTINGS, Settings
from kg.sources import source_paths
from kg.validate import Engine, Report, Shapes, load_shapes, validate
from kg.validate.report import reports_to_turtle

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: its graph and report, or the problem that left it out."""

    source: str
    key: str | None = None
    graph: Graph | None = None
    text: bytes | None = None
    report: Report | None = None
    sayings: int = 0
    mentions: int = 0
    problem: KgError | None = None

    @property
    def published(self) -> bool:
        """Whether it may stand in a release."""
        return self.problem is None and (self.report is None or self.report.conforms)


@dataclass(frozen=True, slots=True)
class Common:
    """What all documents share: the authority, and the graphs a document is validated with."""

    iris: Iris
    authority: AuthorityIndex
    shapes: Shapes
    graphs: dict[URIRef, Graph]
    engine: Engine = "pyrudof"

    def reports(self) -> dict[str, Report]:
        """The shared graphs validated, each with the others as its context, by the name of the graph."""
        return {
            str(name): validate(
                graph,
                self.shapes,
                context=[other for key, other in self.graphs.items() if key != name],
                engine=self.engine,
            )
            for name, graph in self.graphs.items()
        }


def read_common(settings: Settings, engine: Engine = "pyrudof") -> Common:
    """Read the authority, the links, the vocabulary and the shapes.

    Raises AuthorityError, KgError: everything stops, since every document rests on them.
    """
    if not settings.data.is_dir():
        raise SourceError(
            "there is no such folder", place=Place(settings.data), mend="Set paths.data in kg.toml."
        )
    iris = Iris(settings.base)
    authority = read_authority(settings.data / "authority")
    mappings = read_links(settings.data / "links", authority)
    graphs = {
        iris.graph("authority"): authority_graph(authority, iris, settings.publisher),
        iris.graph("links"): links_graph(mappings, iris, owl_same_as=settings.owl_same_as),
        iris.graph("vocabulary"): vocabulary_graph(settings.ontology, iris),
    }
    return Common(iris, authority, load_shapes(settings.shapes), graphs, engine)


def process(path: Path, settings: Settings, common: Common, keys: Collection[str]) -> Iterator[Outcome]:
    """Take one source through all stages up to its reports; a problem leaves it out."""
    try:
        for document in convert(path.name, path.read_bytes()):
            if isinstance(document, SourceError):
                yield Outcome(path.name, problem=document)
            elif not keys or document.key in keys:
                yield _outcome(path, document, settings, common)
    except (SourceError, OSError) as error:
        problem = error if isinstance(error, KgError) else SourceError(str(error), place=Place(path))
        yield Outcome(path.name, problem=problem)


def _outcome(path: Path, document: Document, settings: Settings, common: Common) -> Outcome:
    try:
        return _read(path, document, settings, common)
    except KgError as error:
        return Outcome(path.name, document.key, problem=error)


def _read(path: Path, document: Document, settings: Settings, common: Common) -> Outcome:
    found = settings.data / "readings" / f"{document.key}.yaml"
    reading = read_reading(found, document, common.authority) if found.is_file() else None
    mentions = merge(find_mentions(document, common.authority), reading)
    graph = document_graph(document, reading, mentions, common.authority, common.iris, settings.zones)
    report = validate(
        graph, common.shapes, context=common.graphs.values(), text=document.text, engine=common.engine
    )
    problem = None if report.conforms else ConformanceError(
        f"the graph of {document.key} does not conform to the shapes ({len(report.entries)} findings)",
        place=Place(path),
        mend=f"'kg validate {document.key}' shows them.",
    )  # fmt: skip
    return Outcome(
        path.name,
        document.key,
        graph,
        document.text.encode(),
        report,
        len(reading.sayings) if reading else 0,
        len(mentions),
        problem,
    )


def run(settings: Settings, common: Common, keys: Collection[str], progress: Progress) -> list[Outcome]:
    """Take every source through all stages; two documents with one key leave the second out.

    keys: of the documents to take, empty for all.
    """
    outcomes: list[Outcome] = []
    seen: dict[str, str] = {}
    paths = source_paths(settings)
    for done, path in enumerate(paths):
        progress(path.name, done, len(paths))
        for outcome in process(path, settings, common, keys):
            outcomes.append(_once(path, outcome, seen))
    return outcomes


def _once(path: Path, outcome: Outcome, seen: dict[str, str]) -> Outcome:
    key = outcome.key
    if key is None:
        return outcome
    if key in seen:
        problem = SourceError(
            f"its key '{key}' is already that of {seen[key]}", place=Place(path), mend="Rename it."
        )
        return Outcome(path.name, key, problem=problem)
    seen[key] = path.name
    return outcome


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
            raise SourceError(f"no source gives a document '{key}'", place=Place(settings.data / "sources"))
    return outcomes


def build(settings: Settings, progress: Progress) -> tuple[Release, list[Outcome]]:
    """Build a release of everything that conforms.

    Returns the release and what became of every source. Raises ConformanceError when a shared graph does
    not conform, and ReleaseError when there is nothing to publish; the old release then stays.
    """
    fingerprint = inputs_fingerprint(settings)
    common = read_common(settings)
    reports = _all_conform(common.reports())
    outcomes = run(settings, common, (), progress)
    graphs, texts = dict(common.graphs), {}
    for outcome in outcomes:
        if (
            outcome.published
            and outcome.key
            and outcome.graph is not None
            and outcome.report
            and outcome.text
        ):
            graphs[common.iris.document(outcome.key).graph] = outcome.graph
            texts[outcome.key] = outcome.text
            reports.append(outcome.report)
    if not texts:
        problems = "\n".join(str(outcome.problem) for outcome in outcomes) or (
            f"there are no sources. Put page texts into {settings.data / 'sources'}."
        )
        raise ReleaseError(f"nothing to publish: {problems}")
    progress("release", 0, 0)
    report = reports_to_turtle(reports)
    shapes = common.shapes.turtle
    return build_release(graphs, texts, settings, inputs=fingerprint, shapes=shapes, report=report), outcomes


def _all_conform(reports: dict[str, Report]) -> list[Report]:
    for name, report in reports.items():
        if not report.conforms:
            raise ConformanceError(f"<{name}> does not conform to the shapes.\n{report.to_text()}")
    return list(reports.values())


def inputs_fingerprint(settings: Settings) -> str:
    """SHA-256 over everything a build reads: settings of the dataset, data, ontology, shapes, software."""
    read = [getattr(settings, s.name) for s in SETTINGS if s.table in ("dataset", "dates", "links")]
    digest = hashlib.sha256(repr((kg.__version__, read)).encode())
    package = Path(kg.__file__).parent
    for folder in (settings.data, settings.ontology, settings.shapes, package):
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"):
            digest.update(str(path.relative_to(folder)).encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def built(settings: Settings) -> Release | None:
    """The current release if it was built from just these inputs, else None."""
    try:
        release = open_release(settings.build)
    except ReleaseError:
        return None
    return release if release.manifest.get("inputs") == inputs_fingerprint(settings) else None
