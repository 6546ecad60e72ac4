"""Gold files + what the software reads in the same texts -> how much of it is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kg.annotate import Reader
from kg.authority import AuthorityIndex
from kg.converters import convert
from kg.errors import GoldError, KgError, Place, SourceError
from kg.evaluate.counts import Count, Fault, Judged, Measures, Share, total
from kg.evaluate.drafts import Predicted, predictions
from kg.evaluate.fields import judge_fields
from kg.evaluate.gold import Gold
from kg.evaluate.goldfile import GoldFile, place_gold, place_inner, read_gold_file
from kg.evaluate.mentions import judge_mentions
from kg.evaluate.sayings import judge_sayings
from kg.evaluate.values import FIELDS
from kg.model import Document
from kg.settings import Settings
from kg.sources import find_document, source_bytes

__all__ = ["Evaluated", "Evaluation", "Judged", "Left", "evaluate", "gold_paths", "judge"]

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Evaluated:
    """One document and its gold, compared; document: its key, with ' > 1' for the first inside it."""

    gold: Path
    document: str
    judged: Judged


@dataclass(frozen=True, slots=True)
class Left:
    """A gold file that could not be compared: it is wrong, or its text is missing or cannot be read.

    reason: a line for each mistake.
    """

    gold: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All that was compared, in the order of the gold files, and what was left out."""

    documents: tuple[Evaluated, ...]
    left: tuple[Left, ...]

    @property
    def total(self) -> Measures:
        """The sums over all documents."""
        return _ordered(total(one.judged.measures for one in self.documents))


def _ordered(measures: Measures) -> Measures:
    """The counts in the order of the fields, then of mentions and sayings, whatever came first."""
    order = {
        name: n for n, name in enumerate(("fields", *(f"fields.{name}" for name in FIELDS), "fields.inner"))
    }
    names = sorted(measures.counts, key=lambda name: order.get(name, len(order)))
    return Measures({name: measures.counts[name] for name in names}, measures.shares)


def gold_paths(given: Sequence[Path]) -> list[Path]:
    """The gold files of some paths: a folder stands for every .yaml in it and below.

    Raises GoldError for a path that is not there and for a folder without any.
    """
    found: list[Path] = []
    for path in given:
        files = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
        if not files or not (path.is_dir() or path.is_file()):
            raise GoldError("there is no gold here", place=Place(path), mend="Name a .yaml file or a folder.")
        found += files
    return list(dict.fromkeys(found))


def evaluate(
    paths: Sequence[Path],
    settings: Settings,
    authority: AuthorityIndex,
    reader: Reader | None,
    progress: Progress = lambda stage, done, total: None,
) -> Evaluation:
    """Compare what the software reads with gold files.

    A gold file that is wrong, or whose text is missing or cannot be read, is left out and listed; all the
    rest is compared.
    """
    found: list[Evaluated] = []
    left: list[Left] = []
    for done, path in enumerate(paths):
        progress(path.name, done, len(paths))
        try:
            gold = read_gold_file(path)
            found += list(_compared(gold, _documents(gold, settings), authority, reader))
        except KgError as error:
            left.append(Left(path, str(error)))
    return Evaluation(tuple(found), tuple(left))


def _documents(gold: GoldFile, settings: Settings) -> list[Document]:
    """The document that a gold file speaks of, and after it those that stand in it."""
    if gold.source is None:
        return [find_document(settings, gold.document or "")]
    if not gold.source.is_file():
        raise SourceError("its text is not there", place=Place(gold.source))
    every = [one for one in convert(gold.source.name, source_bytes(gold.source)) if isinstance(one, Document)]
    key = gold.document
    outer = [one for one in every if (_is(one.key, key) if key else one.part_of is None)]
    if not outer:
        raise SourceError(f"no document '{key or 'at all'}' comes of it", place=Place(gold.source))
    return [outer[0], *(one for one in every if one.part_of == outer[0].key)]


def _is(key: str, wanted: str) -> bool:
    """Whether a key is the wanted one, or ends with it after a hyphen, slash, point or underscore."""
    return key == wanted or (key.endswith(wanted) and key[-len(wanted) - 1] in "-/._")


def _compared(
    gold: GoldFile, documents: Sequence[Document], authority: AuthorityIndex, reader: Reader | None
) -> Iterator[Evaluated]:
    outer, inner = documents[0], documents[1:]
    own = judge(place_gold(gold, outer, authority), predictions(outer, authority, reader))
    if gold.source is not None and "inner" in gold.file.data:
        own = _joined([own, _inner_count(gold, inner)])
    yield Evaluated(gold.path, outer.key, own)
    for n in range(gold.inner):
        there = n < len(inner)
        placed = place_inner(gold, n, inner[n] if there else outer)
        drafted = predictions(inner[n], authority, reader) if there else None
        yield Evaluated(gold.path, f"{outer.key} > {n + 1}", judge(placed, drafted))


def _inner_count(gold: GoldFile, inner: Sequence[Document]) -> Judged:
    """The documents found inside a document, counted."""
    wanted, found = gold.inner, len(inner)
    count = Count(min(wanted, found), found, wanted)
    invented = Share(found if not wanted else 0, found)
    faults = [Fault("fields.inner", "missed", "an inner document")] * max(0, wanted - found)
    faults += [Fault("fields.inner", "false", one.key) for one in inner[wanted:]]
    return Judged(Measures({"fields": count, "fields.inner": count}, {"invented": invented}), tuple(faults))


def judge(gold: Gold, predicted: Predicted | None) -> Judged:
    """Everything that the gold judges, against what was read; None: the document itself was not found."""
    if predicted is None:
        return _joined(
            [judge_fields(gold, None), judge_mentions(gold, ()), judge_sayings(gold, None, (), ())]
        )
    found, reading = predicted.found, predicted.reading
    meant = (*found.mentions, *(reading.mentions if reading else ()))
    return _joined(
        [
            judge_fields(gold, predicted.document),
            judge_mentions(gold, found.mentions),
            judge_sayings(gold, reading, meant, found.candidates),
        ]
    )


def _joined(parts: Sequence[Judged]) -> Judged:
    return Judged(total(one.measures for one in parts), tuple(chain(*(one.faults for one in parts))))
