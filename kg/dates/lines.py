"""A line that dates a document -> its instants, each with its kind: written, sent, received, typed, ..."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.dates.clock import FoundTime, find_times
from kg.dates.order import Hint, Order
from kg.dates.written import FoundDate, find_dates

# One row a kind, by the words that announce it. Where two fit the same words, the first row has them.
_OFFICE = r"(?:the\s)?(?:[\w’'-]+\s){0,3}?(?:department|directorate|administration|division|section|bureau)\b"
_CIPHERS = r"(?:the\s)?(?:8th|eighth|\w{0,2}cipher\w*|decod\w*)\b"
CUES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        ("period", r"\b(?:for|during|covering|over|in)\s+the\s+(?:period|time)\b(?:\s+from)?"),
        ("arrived", rf"\b(?:arrived|came|received|delivered)\s(?:in\s)?(?:at|in|into|to|by)\s{_OFFICE}|"
                    rf"\b(?:dispatched|forwarded|passed)\sto\s{_CIPHERS}"),
        ("deciphered", r"\b(?:decipher|decod|decrypt)\w*"),
        ("processed", r"\bprocessed\b|\btaken\sinto\sprocess(?:ing)?\b"),
        ("completed", r"\b(?:completed|finished)\b"),
        ("printed", r"\btime of printing\b|\bprinted\s(?:at|on)\b|\bprinted:"),
        ("typed", r"\btyped\b"),
        ("signed", r"\bsigned\s(?:on|at)\b|\bsigned:"),
        ("noted", r"\bhandwrit\w+|\bresolution:|\bmarginal\w*"),
        ("received", r"\b(?:received|recd|rec['’]d|arriv(?:ed|al)|receipt)\b|\bcame in\b|"
                     r"\bincoming\b(?!\s(?:telegram|cable|message|letter))"),
        ("registered", r"\b(?:registered|registry|registration|stamp(?:ed)?|entered|entry)\b"),
        ("sent", r"\btime of (?:sending|d[ie]spatch)\b|"
                 r"\b(?:sent|d[ie]spatched|transmitted|sending|issued|departed|outgoing|mailed)\b"),
        ("written", r"\b(?:dated?|written|drafted|prepared|composed)\b"),
    )
)  # fmt: skip
# A time in four figures that stands right behind a whole date, unless a mark ties it to a note.
_BARE_TIME = re.compile(r"[,;]?\s{1,3}(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?![\d*\[:.,/-])")


@dataclass(frozen=True, slots=True)
class Dated:
    """An instant on a line: code points [begin, end) of its date, or of its time where it has no date.

    kind: see kg.model.WrittenDate. time, zone and note as in FoundTime and FoundDate.
    """

    kind: str
    begin: int
    end: int
    edtf: str | None
    time: str | None = None
    zone: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The part of a line that one cue announces, the cue's kind, and what is dated in it."""

    kind: str
    told: bool
    dates: Sequence[FoundDate]
    times: Sequence[FoundTime]
    rest: str


def read_line(
    text: str,
    *,
    near: str | None = None,
    order: Mapping[str, Order] | None = None,
    hints: Mapping[str, Hint] | None = None,
    kind: str = "written",
    day: str | None = None,
) -> list[Dated]:
    """The instants on a dateline ('Paris, June 5, 1919—4 p.m. [Received June 6—3:15 a.m.]').

    near, order, hints: as for find_dates; a date without a year takes it from an earlier date of the line,
    or else from `near`. kind: of what no word announces. day: the EDTF day of a time that is announced
    ('Received 2:10 p.m.') and has no date, where the line has none before it.
    """
    known = find_dates(text, near=near, order=order, hints=hints)
    first = next((one.edtf for one in known if one.edtf), None)
    whole = {one.begin for one in known}
    others = find_dates(text, near=first or near, order=order, hints=hints, partial=True)
    dates = sorted([*known, *(one for one in others if one.begin not in whole)], key=lambda one: one.begin)
    instants: list[Dated] = []
    day = day if day and len(day) == 10 else None
    for stretch in _stretches(text, dates, find_times(text), kind):
        for one in _instants(text, stretch, day):
            instants.append(one)
            day = one.edtf[:10] if one.edtf and len(one.edtf) == 10 else day
    return instants


def cues_in(text: str) -> list[tuple[int, int, str]]:
    """The words of a text that announce an instant: begin, end and kind, in their order."""
    taken = bytearray(len(text))
    cues = []
    for kind, words in CUES:
        for found in words.finditer(text):
            if not any(taken[found.start() : found.end()]):
                taken[found.start() : found.end()] = b"\x01" * (found.end() - found.start())
                cues.append((found.start(), found.end(), kind))
    return sorted(cues)


def _stretches(
    text: str, dates: Sequence[FoundDate], times: Sequence[FoundTime], kind: str
) -> Iterator[_Stretch]:
    """A line cut at its cues. A cue that ends the line with no date behind it speaks of what is before it."""
    starts = [(0, 0, kind), *cues_in(text)]
    if len(starts) > 1 and starts[1][2] == "written" and not any(one.begin < starts[1][0] for one in dates):
        starts[:2] = [(0, 0, "written")]
    ends = [begin for begin, _, _ in starts[1:]] + [len(text)]
    stretches = [
        _Stretch(
            named,
            at > 0,
            [one for one in dates if begin <= one.begin < end],
            [one for one in times if begin <= one.begin < end],
            text[at:end],
        )
        for (begin, at, named), end in zip(starts, ends, strict=True)
    ]
    last = stretches[-1]
    behind = len(stretches) == 2 and not (last.dates or last.times) and len(last.rest.strip()) <= 12
    for stretch in stretches:
        if behind and not stretch.told:
            yield _Stretch(last.kind, True, stretch.dates, stretch.times, stretch.rest)
        else:
            yield stretch


def _instants(text: str, stretch: _Stretch, day: str | None) -> Iterator[Dated]:
    for date in stretch.dates:
        time = _time_of(text, date, stretch)
        known = time if time and date.edtf and len(date.edtf) == 10 else None
        note = "; ".join(one for one in (date.note, time.note if time else None) if one)
        yield Dated(
            date.kind or stretch.kind, date.begin, date.end, date.edtf,
            known.time if known else None, known.zone if known else None, note or None,
        )  # fmt: skip
    if not stretch.dates and stretch.told and len(stretch.times) == 1 and day:
        (time,) = stretch.times
        note = "; ".join(
            one for one in (time.note, "the day is not written; taken from the date before") if one
        )
        yield Dated(stretch.kind, time.begin, time.end, day, time.time, time.zone, note)


def _time_of(text: str, date: FoundDate, stretch: _Stretch) -> FoundTime | None:
    """The time of a date: the one of its stretch, or of several the one close behind, else close before."""
    bare = _BARE_TIME.match(text, date.end)
    if bare and date.edtf and re.search(r"\d{4}\W?$", text[date.begin : date.end]):
        return FoundTime(bare.start("hour"), bare.end(), f"{bare['hour']}:{bare['minute']}")
    if len(stretch.dates) == len(stretch.times) == 1:
        return stretch.times[0]
    behind = [time for time in stretch.times if -4 <= time.begin - date.end <= 12]
    if len(behind) == 1 or len(stretch.dates) == 1:
        return behind[0] if len(behind) == 1 and len(stretch.times) <= len(stretch.dates) else None
    before = [time for time in stretch.times if 0 <= date.begin - time.end <= 6]
    return before[0] if len(before) == 1 else None
