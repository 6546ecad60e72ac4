"""Nested sayings of a reading file -> Sayings with their attributions, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kg.model import Attribution, Hedge, Level, Ref, Saying, Span
from kg.readings.desk import Desk, Entry
from kg.schemacheck import near
from kg.words import shorten


def read_sayings(desk: Desk) -> tuple[Saying, ...]:
    """Every saying, parents before children; mistakes are noted at the desk."""
    others = {name: _also_within(desk, entry) for name, entry in desk.sayings.items()}
    _refuse_circles(desk, others)
    sayings = tuple(_saying(desk, entry, others[name]) for name, entry in desk.sayings.items())
    _refuse_doubled_attributions(desk, sayings)
    return sayings


def _saying(desk: Desk, entry: Entry, others: tuple[str, ...]) -> Saying:
    at, item = entry.at, entry.item
    content = desk.spans((*at, "quote"), item["quote"]) if "quote" in item else ()
    around = desk.paragraphs(content)
    moods = item["mood"]
    return Saying(
        id=item["id"],
        label=item.get("label") or shorten(content[0].text if content else item["id"]),
        within=((entry.parent,) if entry.parent else ()) + others,
        attributions=tuple(_attributions(desk, entry, others, around)),
        moods=(moods,) if isinstance(moods, str) else tuple(moods),
        level=item.get("level", "textual"),
        content=content[0] if content else None,
        more_content=content[1:],
        hedges=tuple(_hedges(desk, entry, around)),
        negative=item.get("polarity") == "negative",
        addressees=desk.refs((*at, "addressee"), item.get("addressee")),
        conveys=desk.local((*at, "conveys"), "proposition", item.get("conveys", [])),
        about=desk.refs((*at, "about"), item.get("about")),
        document=item.get("is-document", False),
        note=item.get("note"),
        rule=item.get("rule"),
    )


@dataclass(frozen=True, slots=True)
class _Common:
    """What all attributions of a saying share."""

    id: str
    level: Level
    cue: Span | None


def _attributions(
    desk: Desk, entry: Entry, others: Sequence[str], around: Sequence[Span]
) -> Iterator[Attribution]:
    at, item = entry.at, entry.item
    cue = desk.span((*at, "cue"), item["cue"], around) if "cue" in item else None
    common = _Common(item["id"], item.get("level", "textual"), cue)
    reporters = _speakers(desk, entry.parent) if entry.parent else ()
    if "speaker-unclear" in item:
        if item.get("says"):
            mend = "Nest them under a saying whose speaker is known."
            desk.wrong((*at, "says"), "a saying whose speaker is unclear can report no others", mend)
        yield from _possible(desk, entry, common, reporters)
        return
    speakers = desk.refs((*at, "speaker"), item["speaker"])
    basis = item.get("basis", "reported")
    yield Attribution(common.id, reporters, speakers, basis, common.level, cue)
    for other in others:
        yield Attribution(
            f"{common.id}-via-{other}", _speakers(desk, other), speakers, "reported", common.level
        )


def _possible(desk: Desk, entry: Entry, common: _Common, reporters: tuple[Ref, ...]) -> Iterator[Attribution]:
    """One attribution for each possible speaker of a saying whose speaker the text leaves open."""
    default = entry.item.get("basis", "reported")
    for n, option in enumerate(entry.item["speaker-unclear"]):
        at = (*entry.at, "speaker-unclear", n)
        yield Attribution(
            id=f"{common.id}-{n + 1}",
            reporters=desk.refs((*at, "reporter"), option.get("reporter")) or reporters,
            speakers=desk.refs((*at, "speaker"), option["speaker"]),
            basis=option.get("basis", default),
            level=option.get("level", common.level),
            cue=common.cue,
            unclear=True,
            note=option.get("note"),
        )


def _speakers(desk: Desk, id: str) -> tuple[Ref, ...]:
    """The speakers of a saying of the file; wrong references are noted where they stand."""
    found: Any = desk.sayings[id].item.get("speaker", [])
    names = [found] if isinstance(found, str) else found
    keys = ((kind, key) for kind, _, key in (name.partition("/") for name in names))
    return tuple(desk.candidates.get(key, Ref(*key)) for key in keys)


def _hedges(desk: Desk, entry: Entry, around: Sequence[Span]) -> Iterator[Hedge]:
    for n, hedge in enumerate(entry.item.get("hedges", [])):
        word = desk.span((*entry.at, "hedges", n, "word"), hedge["word"], around)
        yield Hedge(word, hedge["kind"], hedge["scope"])


def _also_within(desk: Desk, entry: Entry) -> tuple[str, ...]:
    """The further sayings that report this one, those of the file only."""
    known: list[str] = []
    for n, other in enumerate(entry.item.get("also-within", [])):
        at = (*entry.at, "also-within", n)
        if other not in desk.sayings:
            desk.wrong(at, f"there is no saying '{other}' in this file", near(other, desk.sayings))
        elif other == entry.parent or other in known:
            desk.wrong(at, f"the saying stands under '{other}' already", "Remove this.")
        elif "speaker" not in desk.sayings[other].item:
            desk.wrong(at, f"the speaker of '{other}' is unclear, so it can report no others")
        else:
            known.append(other)
    return tuple(known)


def _refuse_circles(desk: Desk, others: dict[str, tuple[str, ...]]) -> None:
    """Note every also-within that makes a saying report itself."""
    for name, entry in desk.sayings.items():
        for other in others[name]:
            circle = _way(desk, others, other, name)
            if circle:
                words = " < ".join((name, *circle))
                at = (*entry.at, "also-within", entry.item["also-within"].index(other))
                desk.wrong(at, f"nests in a circle: {words}", "Remove this.")


def _way(desk: Desk, others: dict[str, tuple[str, ...]], start: str, goal: str) -> tuple[str, ...]:
    """The sayings from one up to another that reports it, () where none does."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        last = way[-1]
        if last == goal:
            return way
        if last not in seen:
            seen.add(last)
            parent = desk.sayings[last].parent
            ways += [(*way, above) for above in (*((parent,) if parent else ()), *others[last])]
    return ()


def _refuse_doubled_attributions(desk: Desk, sayings: tuple[Saying, ...]) -> None:
    """Note ids that clash with the ids made for attributions: x-1, x-via-y, x-hedge-2, x-addressee."""
    owners: dict[str, str] = {}
    for saying in sayings:
        made = [attribution.id for attribution in saying.attributions]
        made += [f"{saying.id}-hedge-{n}" for n in range(2, len(saying.hedges) + 1)]
        made += [f"{saying.id}-addressee"] if saying.addressees else []
        for name in made:
            owner = owners.setdefault(name, saying.id)
            if owner != saying.id:
                at = (*desk.sayings[saying.id].at, "id")
                reason = f"the attributions of '{owner}' and '{saying.id}' would both be called '{name}'"
                desk.wrong(at, reason, "Give one of them another id.")
