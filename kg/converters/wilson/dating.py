"""Pieces of a page -> its dates, each with its kind: page, written, sent, received, printed, ..."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.converters.wilson.front import tail_lines, top_lines
from kg.converters.wilson.lines import Piece
from kg.dates import FoundDate, FoundTime, date_order, find_dates, find_times, read_date
from kg.model import Footnote, Span, WrittenDate

# One row a kind of date, by the words on its line. The first that fits names it.
_CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("deciphered", re.compile(r"\b(?:decipher|decod|decrypt)", re.IGNORECASE)),
    ("printed", re.compile(r"\btime of printing\b|\bprinted (?:at|on)\b", re.IGNORECASE)),
    ("typed", re.compile(r"\btyped\b", re.IGNORECASE)),
    ("received", re.compile(r"\b(?:received|rec['’]d|arriv(?:ed|al)|receipt|incoming)\b", re.IGNORECASE)),
    ("sent", re.compile(r"\b(?:sent|d[ie]spatched|transmitted|sending|issued|departed)\b", re.IGNORECASE)),
)  # fmt: skip
# A line that tells what the document is about may hold dates of what it tells of.
_TELLS = re.compile(
    r"(?:Subject|Re|RE|SUBJECT|Participants?|Present|Topic|Copy|Minutes|Record)\b|\W*\d+[.)]\s"
)


def page_dates(text: str, pieces: Sequence[Piece], notes: Sequence[Footnote]) -> tuple[WrittenDate, ...]:
    """The dates of a document: the page's, and those at the top of the text, at its end and in its notes."""
    page = _page_date(pieces)
    near = page.edtf if page else None
    order = date_order(text, near)
    dates = [page] if page else []
    ends = {**dict.fromkeys(top_lines(pieces)), **dict.fromkeys(tail_lines(pieces))}
    for at in sorted(ends):
        piece = pieces[at]
        if piece.kind == "dateline" or (piece.kind == "body" and _dated_line(piece.text)):
            found = find_dates(piece.text, near=near, order=order)
            dates += _with_times(piece, found, find_times(piece.text))
    day = next((one.edtf for one in dates if one.kind == "written" and one.edtf), None)
    for note in notes:
        dates += _explained(note, text, day)
    return tuple(dates)


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
    for found in find_dates(quoted["date"]):
        return WrittenDate("page", cited.part(at + found.begin, at + found.end), found.edtf, note=found.note)
    year = re.search(r"\b1[89]\d\d\b", quoted["date"])
    if year is None:
        return None
    span = cited.part(at + year.start(), at + year.end())
    return WrittenDate("page", span, year[0], note="month and day are missing from the citation")


def _dated_line(text: str) -> bool:
    """Whether a line that is not all date still dates the document: place or name before it, or a cue."""
    if len(text) > 200 or _TELLS.match(text):
        return False
    if any(cue.search(text) for _, cue in _CUES):
        return True
    dates = find_dates(text)
    around = text[: dates[0].begin] + text[dates[-1].end :] if dates else ""
    return bool(dates) and len(re.findall(r"\b[a-z]{3,}", around)) <= 2


def _with_times(
    piece: Piece, dates: Sequence[FoundDate], times: Sequence[FoundTime]
) -> Iterator[WrittenDate]:
    """The dates of a line; a time that stands alone with its date, or close behind it, is the date's."""
    for date in dates:
        kind = _kind(piece.text, date)
        near = [time for time in times if len(dates) == 1 or 0 <= time.begin - date.end <= 12]
        time = near[0] if len(near) == 1 else None
        notes = [note for note in (date.note, time and time.note, time and time.zone and "GMT") if note]
        known = time.time if time and date.edtf and len(date.edtf) == 10 else None
        span = piece.part(date.begin, date.end)
        yield WrittenDate(date.kind or kind, span, date.edtf, known, "; ".join(notes) or None)


def _kind(text: str, date: FoundDate) -> str:
    """The kind of a date by the last cue before it, or else by the first one behind it."""
    cues = [(found.start(), kind) for kind, cue in _CUES for found in cue.finditer(text)]
    before = [cue for cue in cues if cue[0] < date.begin]
    after = [cue for cue in cues if cue[0] >= date.end]
    return max(before)[1] if before else min(after)[1] if after else "written"


def _explained(note: Footnote, text: str, day: str | None) -> Iterator[WrittenDate]:
    """A time that a footnote explains: '2030*' and '* Time of printing'."""
    kind = next((kind for kind, cue in _CUES if cue.search(note.text)), None)
    if note.anchor is None or kind is None or len(note.text) > 80:
        return
    written = re.search(r"\d[\d:.]*$", text[: note.anchor.begin])
    times = find_times(f"at {written[0]}") if written else []
    if written and times and times[0].time:
        span = Span(written.start(), note.anchor.begin, written[0])
        yield WrittenDate(kind, span, day, times[0].time, note.text)
