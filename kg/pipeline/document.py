"""A Document -> its graph, validated: the stages that a document goes through by itself."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from errno import ENAMETOOLONG
from pathlib import Path

from kg.annotate.found import find
from kg.annotate.names import merge
from kg.annotate.readers import draft
from kg.errors import ConformanceError, KgError, Place, ReadingError, SourceError
from kg.graph import document_graph
from kg.model import Candidate, Document, Found, Mention, Reading
from kg.pipeline.cache import Cache, Facts
from kg.pipeline.inputs import Common
from kg.pipeline.outcome import Outcome, Task
from kg.quads import canonical
from kg.readings import read_reading
from kg.settings import Settings
from kg.validate import Report, validate


def reading_path(settings: Settings, document: Document) -> Path | None:
    """The reading of a document, None where there is none; one that cannot be read is one still."""
    path = settings.data / "readings" / f"{document.key}.yaml"
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return None if error.errno == ENAMETOOLONG else path
    return path


def make(task: Task, settings: Settings, common: Common, cache: Cache | None) -> Outcome:
    """Take one document through all stages up to its report; a problem leaves it out.

    cache: where the graph of a document that conforms is kept; None where nothing is published.
    """
    try:
        return _made(task, settings, common, cache)
    except KgError as error:
        return Outcome(task.source, task.document.key, problem=error, notes=task.document.notes)
    except Exception as error:  # noqa: BLE001 - the last door of a document: a fault costs one, not the batch
        problem = fault(error, Place(task.path, key=task.document.key))
        return Outcome(task.source, task.document.key, problem=problem, notes=task.document.notes)


def fault(error: Exception, place: Place) -> SourceError:
    """A mistake of ours, told as what it does: it leaves out what stands at the place."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    return SourceError(
        f"a fault of the program: {type(error).__name__}: {error}",
        place=place,
        mend=f"It arose in {Path(where.filename).name}, line {where.lineno}.",
    )


def _made(task: Task, settings: Settings, common: Common, cache: Cache | None) -> Outcome:
    document, path = task.document, reading_path(settings, task.document)
    found = find(document, common.authority)
    if path is not None:
        reading = read_reading(path, document, common.authority)
        return _finished(task, settings, common, cache, found, reading)
    try:
        drafted = draft(document, found, common.authority, common.reader)
        return _finished(task, settings, common, cache, found, drafted)
    except Exception as error:  # noqa: BLE001 - a reader is anybody's program: it costs the draft, not the document
        undrafted = _undrafted(error, task, common)
    return _finished(task, settings, common, cache, found, None, undrafted)


def _undrafted(error: Exception, task: Task, common: Common) -> KgError:
    """What a reader did wrong, or what is wrong with the draft it gave, which only the graph shows."""
    if isinstance(error, KgError):
        return error
    name = common.reader.name if common.reader else "none"
    place = Place(task.path, key=task.document.key)
    told = fault(error, place)
    reason = f"the draft of annotate.reader '{name}' cannot be used: {type(error).__name__}: {error}"
    return ReadingError(reason, place=place, mend=told.mend)


def _finished(
    task: Task, settings: Settings, common: Common, cache: Cache | None,
    found: Found, reading: Reading | None, undrafted: KgError | None = None,
) -> Outcome:  # fmt: skip
    """The graph of a document with its reading, validated and kept."""
    document = task.document
    mentions = merge(found.mentions, reading)
    known = candidates_named(found, reading, mentions)
    graph = document_graph(document, reading, mentions, common.authority, common.iris, settings.zones, known)
    report = validate(
        graph, common.shapes, context=common.graphs.values(), text=document.text, engine=common.engine
    )
    problem = None if report.conforms else _nonconforming(task, report)
    name = common.iris.document(document.key).graph
    why = str(undrafted) if undrafted else None
    counts = (len(reading.sayings) if reading else 0, len(mentions), len(graph))
    facts = Facts(document.key, str(name), *counts, document.notes, why)
    kept = None
    if cache and task.name and problem is None:
        kept = cache.keep(task.name, facts, document.text.encode(), canonical(name, graph))
    return Outcome(task.source, facts.key, kept, report, *counts, facts.notes, problem, undrafted)


def _nonconforming(task: Task, report: Report) -> ConformanceError:
    key = task.document.key
    return ConformanceError(
        f"the graph of {key} does not conform to the shapes ({len(report.entries)} findings)",
        place=Place(task.path),
        mend=f"'kg validate {key}' shows them.",
    )


def candidates_named(
    found: Found, reading: Reading | None, mentions: Sequence[Mention]
) -> tuple[Candidate, ...]:
    """The candidates that something refers to: a mention, or the reading, whose own come first."""
    known = {one.ref: one for one in (reading.candidates if reading else ())}
    named = {mention.ref for mention in mentions}
    return tuple((known | {one.ref: one for one in found.candidates if one.ref in named}).values())
