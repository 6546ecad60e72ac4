"""Pieces of a page -> its dates, each with its kind: page, written, sent, received, printed, ..."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.converters.wilson.datelines import OWN, dating_lines, kind_above
from kg.converters.wilson.lines import Piece
from kg.dates import (
    Dated,
    Hint,
    Order,
    contradiction,
    cues_in,
    date_order,
    days_apart,
    find_dates,
    find_times,
    order_hints,
    read_date,
    read_line,
)
from kg.model import Footnote, Span, WrittenDate

# '342 – WEDNESDAY – 1700hs –' opens the text of a telegram and says when it was sent.
_OPENS = re.compile(r"\d{1,4}\s?[–—-]{1,2}\s?[A-Z]{3,6}DAY\b[^–—]{0,60}[–—-]{1,2}\s?(?P<time>\d[\w:]{2,8})")
# Kinds whose day may be later than the page's: how many days before it is worth a note.
_AT_ONCE, _LATER = 1, 30


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the dates of a page are read by: the page's date, and which number is proven or likely the day."""

    near: str | None
    order: dict[str, Order]
    hints: dict[str, Hint]


def page_dates(text: str, pieces: Sequence[Piece], notes: Sequence[Footnote]) -> tuple[WrittenDate, ...]:
    """The dates of a document: the page's, and those at the top of the text, at its end and in its notes."""
    page = _page_date(pieces)
    evidence = _evidence(pieces, page.edtf if page else None)
    dates: list[WrittenDate] = []
    for at in dating_lines(pieces, evidence.near):
        dates += _line_dates(text, pieces, at, evidence, _last_day(dates))
    dates = _with_sending_time(dates, pieces)
    day = next((one.edtf for one in dates if one.kind == "written" and one.edtf), evidence.near)
    for note in notes:
        dates += _explained(note, text, day)
    checked = [_compared(one, evidence.near) for one in _in_order(dates)]
    return (page, *checked) if page else tuple(checked)


def _evidence(pieces: Sequence[Piece], near: str | None) -> _Evidence:
    own = "\n".join(piece.text for piece in pieces if piece.kind in OWN)
    place = next((piece.text for piece in pieces if piece.kind in ("title", "heading")), None)
    return _Evidence(near, dict(date_order(own, near)), dict(order_hints(own, near, place)))


def _page_date(pieces: Sequence[Piece]) -> WrittenDate | None:
    """The date in the page's head, or else in its citation (shape E, some copies without month and day)."""
    for piece in pieces:
        if piece.kind == "page-date":
            found = read_date(piece.text)
            return WrittenDate("page", piece.span, found.edtf, note=found.note) if found else None
    cited = next((piece for piece in pieces if piece.kind == "source"), None)
    quoted = (
        re.match(r"\W*[\"“”'‘’].+?[\"“”'’]\s*,?(?P<date>[^\"“”]*?),\s+(?=[A-Z])", cited.text)
        if cited
        else None
    )
    if cited is None or quoted is None:
        return None
    at = quoted.start("date")
    for date in find_dates(quoted["date"]):
        return WrittenDate("page", cited.part(at + date.begin, at + date.end), date.edtf, note=date.note)
    year = re.search(r"\b1[89]\d\d\b", quoted["date"])
    if year is None:
        return None
    span = cited.part(at + year.start(), at + year.end())
    return WrittenDate("page", span, year[0], note="month and day are missing from the citation")


def _line_dates(
    text: str, pieces: Sequence[Piece], at: int, evidence: _Evidence, day: str | None
) -> Iterator[WrittenDate]:
    """The dates of a line; its time may begin at the end of the line before it."""
    piece = pieces[at]
    first = piece.line.begin
    if at:
        window = text[pieces[at - 1].line.begin : piece.line.end]
        inner = first - pieces[at - 1].line.begin
        first -= next((inner - one.begin for one in find_times(window) if one.begin < inner < one.end), 0)
    found = read_line(
        text[first : piece.line.end], near=evidence.near, order=evidence.order, hints=evidence.hints,
        kind=kind_above(pieces, at), day=day,
    )  # fmt: skip
    for one in found:
        if first + one.end > piece.line.begin:
            yield _written(one, text, first)


def _written(one: Dated, text: str, first: int) -> WrittenDate:
    begin, end = first + one.begin, first + one.end
    span = Span(begin, end, text[begin:end])
    return WrittenDate(one.kind, span, one.edtf, one.time, one.note, zone=one.zone)


def _last_day(dates: Sequence[WrittenDate]) -> str | None:
    return next((one.edtf for one in reversed(dates) if one.edtf), None)


def _with_sending_time(dates: Sequence[WrittenDate], pieces: Sequence[Piece]) -> list[WrittenDate]:
    """The day of sending with the time that the telegram's first words give."""
    opened = [found for piece in pieces if piece.kind == "body" if (found := _OPENS.match(piece.text))]
    times = find_times(f"at {opened[0]['time']}") if opened else []
    sent = [one for one in dates if one.kind == "sent" and one.edtf and not one.time]
    if len(times) != 1 or len(sent) != 1:
        return list(dates)
    return [replace(one, time=times[0].time) if one is sent[0] else one for one in dates]


def _in_order(dates: Sequence[WrittenDate]) -> Iterator[WrittenDate]:
    """The dates with a note where something was received before it was sent, or before it was written."""
    first = {one.kind: one for one in reversed(dates) if one.edtf}
    for one in dates:
        early = [
            f"earlier than the {word}"
            for kind, word in (("sent", "sending"), ("written", "writing"))
            if one.kind == "received" and kind in first and _before(one, first[kind])
        ]
        yield replace(one, note=_joined(one.note, early[0])) if early else one


def _before(one: WrittenDate, other: WrittenDate) -> bool:
    if one.edtf and other.edtf and one.edtf == other.edtf and one.time and other.time:
        return one.time < other.time
    return bool(one.edtf and other.edtf and contradiction(one.edtf, other.edtf) and one.edtf < other.edtf)


def _compared(one: WrittenDate, page: str | None) -> WrittenDate:
    """A date that differs from the page's by more than its kind explains is kept, with a note."""
    apart = days_apart(one.edtf, page) if one.edtf and page else None
    allowed = _AT_ONCE if one.kind in ("written", "sent", "signed") else _LATER
    if apart is None or apart <= allowed:
        return one
    return replace(one, note=_joined(one.note, "differs from the page's date"))


def _joined(*notes: str | None) -> str:
    return "; ".join(note for note in notes if note)


def _explained(note: Footnote, text: str, day: str | None) -> Iterator[WrittenDate]:
    """A time that a footnote explains: '2030*' and '* Time of printing'."""
    cues = cues_in(note.text)
    if note.anchor is None or not cues or len(note.text) > 80:
        return
    written = re.search(r"\d[\d:.]*$", text[max(0, note.anchor.begin - 12) : note.anchor.begin])
    times = find_times(f"at {written[0]}") if written else []
    if written and times and times[0].time:
        span = Span(note.anchor.begin - len(written[0]), note.anchor.begin, written[0])
        yield WrittenDate(cues[0][2], span, day, times[0].time, note.text)
