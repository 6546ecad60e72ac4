"""A gold file, or an ordinary reading file, + its Document -> Gold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.authority import AuthorityIndex
from kg.errors import GoldError
from kg.evaluate.bench import Bench
from kg.evaluate.gold import KINDS, Gold, GoldSaying
from kg.evaluate.goldfields import read_fields
from kg.evaluate.goldreading import gold_of_reading
from kg.handfile import NOTHING, HandFile, read_hand_file
from kg.model import Document, Hedge, Span
from kg.readings import read_reading
from kg.schemacheck import check_hand_file, raise_problems


@dataclass(frozen=True, slots=True)
class GoldFile:
    """A gold file that keeps the schema; its quotes are not looked up yet.

    source: path of its text, None for a reading file. document: key, the end of one, or None for the first.
    """

    path: Path
    file: HandFile
    source: Path | None
    document: str | None

    @property
    def inner(self) -> int:
        """How many documents it says to stand in the document."""
        return len(self.file.data.get("inner", ()))


def read_gold_file(path: Path) -> GoldFile:
    """Read a gold file or a reading file (known by having sayings and no source) and check its keys.

    Raises GoldError with file, line and key for what the schema does not allow.
    """
    file = read_hand_file(path, GoldError)
    data = file.data
    if isinstance(data, dict) and "document" in data and "source" not in data:
        return GoldFile(path, file, None, str(data["document"]))
    stated = tuple(p for p in file.problems if not (p.reason == NOTHING and _may_be_null(p.at)))
    check_hand_file(replace(file, problems=stated), "gold", GoldError)
    return GoldFile(path, file, (path.parent / data["source"]).resolve(), data.get("document"))


def _may_be_null(at: tuple[str | int, ...]) -> bool:
    return "fields" in at or at[-1] in ("speaker", "addressee")


def place_gold(gold: GoldFile, document: Document, authority: AuthorityIndex) -> Gold:
    """The gold of a file's own document, every quote in its place.

    Raises GoldError (for a reading file ReadingError) with file, line and key for a quote that is absent
    or ambiguous, and for a key that is nobody's.
    """
    if gold.source is None:
        return gold_of_reading(read_reading(gold.path, document, authority), document, authority)
    placed = _placed(gold.file, gold.file.data, (), document)
    if "reading" in gold.file.data:
        path = (gold.path.parent / gold.file.data["reading"]).resolve()
        read = gold_of_reading(read_reading(path, document, authority), document, authority)
        return _with_reading(placed, read)
    return placed


def place_inner(gold: GoldFile, n: int, document: Document) -> Gold:
    """The gold of the n-th document (from 0) that stands in a file's document; raises as place_gold."""
    return _placed(gold.file, gold.file.data["inner"][n], ("inner", n), document)


def _with_reading(placed: Gold, read: Gold) -> Gold:
    """Sayings and who is meant from a reading file, everything else from the gold."""
    own = {cluster.id for cluster in placed.clusters}
    told = {cluster.id: cluster for cluster in read.clusters}
    clusters = [replace(c, also=(*c.also, *told[c.id].names)) if c.id in told else c for c in placed.clusters]
    more = [replace(c, names=(), also=c.names) for c in read.clusters if c.id not in own]
    return replace(read, fields=placed.fields, clusters=(*clusters, *more), judged=placed.judged)


def _placed(file: HandFile, data: dict[str, Any], at: tuple[str | int, ...], document: Document) -> Gold:
    bench = Bench(file, data, at, document)
    author, addressee = (bench.who((name,), data.get(name)) for name in ("author", "addressee"))
    gold = Gold(
        fields=read_fields(data.get("fields", {})),
        clusters=bench.clusters(),
        judged=tuple(
            kind for kind in KINDS if any("names" in one for one in data.get(f"{kind}s", {}).values())
        ),
        sayings=tuple(_sayings(bench, data["sayings"], ("sayings",), ())) if "sayings" in data else None,
        author=author[0] if author else None,
        addressee=addressee[0] if addressee else None,
    )
    _refuse_doubled(bench, gold)
    raise_problems(file, bench.problems, GoldError)
    return gold


def _sayings(
    bench: Bench, items: list[dict[str, Any]], at: tuple[str | int, ...], parents: tuple[str, ...]
) -> Iterator[GoldSaying]:
    for n, item in enumerate(items):
        here = (*at, n)
        spans = bench.spans((*here, "quote"), item["quote"])
        moods = item["mood"]
        addressed = "addressee" in item
        yield GoldSaying(
            id=item["id"],
            parents=parents,
            spans=spans,
            speakers=bench.who((*here, "speaker"), item["speaker"]),
            moods=(moods,) if isinstance(moods, str) else tuple(moods),
            hedges=tuple(_hedges(bench, item, here, spans)),
            addressees=bench.who((*here, "addressee"), item["addressee"]) if addressed else None,
            unclear=item.get("speaker-unclear", False),
            main=item.get("level", "textual") == "textual",
            optional=item.get("optional", False),
            parts=bench.spans((*here, "parts"), item["parts"]) if "parts" in item else (),
        )
        yield from _sayings(bench, item.get("says", []), (*here, "says"), (item["id"],))


def _hedges(
    bench: Bench, item: dict[str, Any], at: tuple[str | int, ...], spans: tuple[Span, ...]
) -> Iterator[Hedge]:
    for n, hedge in enumerate(item.get("hedges", ())):
        word = bench.span((*at, "hedges", n, "word"), hedge["word"], bench.around(spans))
        yield Hedge(word, hedge["kind"], hedge["scope"])


def _refuse_doubled(bench: Bench, gold: Gold) -> None:
    seen: set[str] = set()
    for one in gold.sayings or ():
        if one.id in seen:
            bench.wrong(("sayings",), f"the id '{one.id}' is given twice", "Give one of them another id.")
        seen.add(one.id)
