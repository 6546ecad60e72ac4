"""A Document -> its graph, validated: the stages that a document goes through by itself."""

from __future__ import annotations

import traceback
from pathlib import Path

from kg.annotate.names import find_mentions, merge
from kg.errors import ConformanceError, KgError, Place, SourceError
from kg.graph import document_graph
from kg.model import Document
from kg.pipeline.cache import Cache, Facts
from kg.pipeline.inputs import Common
from kg.pipeline.outcome import Outcome, Task
from kg.quads import canonical
from kg.readings import read_reading
from kg.settings import Settings
from kg.validate import validate


def reading_path(settings: Settings, document: Document) -> Path:
    """Where the reading of a document stands, if there is one."""
    return settings.data / "readings" / f"{document.key}.yaml"


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
    document, found = task.document, reading_path(settings, task.document)
    reading = read_reading(found, document, common.authority) if found.is_file() else None
    mentions = merge(find_mentions(document, common.authority), reading)
    graph = document_graph(document, reading, mentions, common.authority, common.iris, settings.zones)
    report = validate(
        graph, common.shapes, context=common.graphs.values(), text=document.text, engine=common.engine
    )
    problem = None if report.conforms else ConformanceError(
        f"the graph of {document.key} does not conform to the shapes ({len(report.entries)} findings)",
        place=Place(task.path),
        mend=f"'kg validate {document.key}' shows them.",
    )  # fmt: skip
    name = common.iris.document(document.key).graph
    sayings = len(reading.sayings) if reading else 0
    facts = Facts(document.key, str(name), sayings, len(mentions), len(graph), document.notes)
    kept = None
    if cache and task.name and problem is None:
        kept = cache.keep(task.name, facts, document.text.encode(), canonical(name, graph))
    return Outcome(
        task.source, facts.key, kept, report, sayings, len(mentions), len(graph), facts.notes, problem
    )
