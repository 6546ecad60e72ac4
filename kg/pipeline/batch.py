"""Source files -> outcomes: every document of every source, once, in the order of the sources."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from kg.converters import convert
from kg.errors import KgError, Place, ReadingError, SourceError
from kg.handfile import read_text
from kg.model import Document
from kg.pipeline.cache import Cache
from kg.pipeline.document import fault, reading_path
from kg.pipeline.inputs import Common
from kg.pipeline.outcome import Outcome, Task
from kg.pipeline.workers import outcomes
from kg.settings import Settings
from kg.sources import refuse_too_long, source_bytes, source_paths

Progress = Callable[[str, int, int], None]
"""Told the name of a source or stage, how many documents are done, and how many there are at least."""


def run(
    settings: Settings, common: Common, keys: Collection[str], progress: Progress, cache: Cache | None = None
) -> Iterator[Outcome]:
    """Take every source through all stages; two documents with one key leave the second out.

    keys: of the documents to take, empty for all. cache: None makes everything anew and keeps nothing.
    """
    paths = source_paths(settings)
    known = len(paths)

    def tell(items: Iterator[Outcome | Task]) -> Iterator[Outcome | Task]:
        nonlocal known
        last = None
        for item in items:
            known += item.source == last
            last = item.source
            yield item

    items = tell(_items(paths, settings, keys, cache))
    progress(paths[0].name if paths else "", 0, known)
    for done, outcome in enumerate(outcomes(items, settings, common, cache), start=1):
        progress(outcome.source, done, max(done, known))
        yield outcome


def _items(
    paths: list[Path], settings: Settings, keys: Collection[str], cache: Cache | None
) -> Iterator[Outcome | Task]:
    """A task for every document that has to be made; an outcome for every other one and for what is wrong."""
    seen: dict[str, str] = {}
    for path in paths:
        for found in _documents(path):
            if isinstance(found, KgError):
                yield Outcome(path.name, problem=found)
            elif not keys or found.key in keys:
                yield _item(path, found, settings, cache, seen)


def _item(
    path: Path, document: Document, settings: Settings, cache: Cache | None, seen: dict[str, str]
) -> Outcome | Task:
    key = document.key
    if key in seen:
        problem = SourceError(
            f"its key '{key}' is already that of {seen[key]}", place=Place(path), mend="Rename it."
        )
        return Outcome(path.name, key, problem=problem)
    seen[key] = path.name
    try:
        refuse_too_long(document, settings, path)
    except SourceError as error:
        return Outcome(path.name, key, problem=error)
    if cache is None:
        return Task(path, document)
    try:
        name = cache.name(document, _reading(settings, document))
    except KgError as error:
        return Outcome(path.name, key, problem=error, notes=document.notes)
    kept = cache.find(name)
    whole = kept is not None and kept.facts.undrafted is None
    return Outcome.of(path.name, kept) if kept and whole else Task(path, document, name)


def _reading(settings: Settings, document: Document) -> bytes | None:
    found = reading_path(settings, document)
    return None if found is None else read_text(found, ReadingError)[0]


def _documents(path: Path) -> Iterator[Document | KgError]:
    """The documents of a source, and what is wrong with it, as errors."""
    try:
        yield from convert(path.name, source_bytes(path))
    except KgError as error:
        yield error
    except Exception as error:  # noqa: BLE001 - the last door of a source: a fault costs one, not the batch
        yield fault(error, Place(path))
