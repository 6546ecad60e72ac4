"""Lines of a page of an edition -> where its notes begin, and the notes, each tied to its mark."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from kg.converters.wilson.footnotes import Mark, marks_in
from kg.converters.wilson.lines import Line, Piece
from kg.model import Footnote, Span

_NOTE = re.compile(r"(?P<mark>\d{1,3})\.\s+(?=\S)|[-*•]\s+(?=.*↩)")
# April 11.2 The minister; August 14.58
_BEHIND_FIGURE = re.compile(r"(?<=\d[.,;])\d{1,3}(?=\s+[A-Z“\[]|\s*$)")
# How many lines are tried as the first of the notes, and how many numbers as the first note's.
_TRIED, _TRIED_STARTS = 4, 200
_INDENT = re.compile(r"[ \t]{1,8}$")


def notes_start(text: str, lines: Sequence[Line], first: int) -> int:
    """The line at which the notes begin, len(lines) where there are none.

    Notes are a list from 1 up at the end of the page, set in from the margin, called by marks in the text, or
    with the return sign of the site. A list of the text itself has none of these.
    """
    tried = 0
    for at in range(len(lines) - 1, first - 1, -1):
        found = _NOTE.match(lines[at].text)
        if found and found["mark"] in (None, "1") and tried < _TRIED:
            tried += 1
            if _is_list(text, lines, at, first):
                return at if found["mark"] else _first_returned(lines, at, first)
    return len(lines)


def _first_returned(lines: Sequence[Line], at: int, first: int) -> int:
    while at > first and lines[at - 1].text.endswith("↩"):
        at -= 1
    return at


def _is_list(text: str, lines: Sequence[Line], at: int, first: int) -> bool:
    if "↩" in lines[at].text or re.match(r"1\.\s+Source: ", lines[at].text):
        return True
    if _is_set_in(text, lines[at]) and not _is_set_in(text, lines[first]):
        return True
    count = sum(bool(_NOTE.match(line.text)) for line in lines[at:])
    body = [Piece("body", line) for line in lines[max(0, first - 1) : at]]
    return bool(_sequence(_marks(body, range(len(body))), count)) and lines[at].gap > 1


def _is_set_in(text: str, line: Line) -> bool:
    return _INDENT.search(text, max(0, line.begin - 8), line.begin) is not None


def edited_notes(pieces: Sequence[Piece], text: str) -> tuple[Footnote, ...]:
    """The notes of a page, their paragraphs joined; the n-th note is the n-th mark's."""
    notes: list[list[Piece]] = []
    for piece in pieces:
        if piece.kind != "footnote":
            continue
        found = _NOTE.match(piece.text)
        counts = found is not None and (found["mark"] is None or int(found["mark"]) == len(notes) + 1)
        if counts or not notes:
            notes.append([])
        notes[-1].append(piece)
    own = [at for at, piece in enumerate(pieces) if piece.kind not in ("footnote", "chrome", "source")]
    places = _sequence(_marks(pieces, own), len(notes))
    anchors = [pieces[one.piece].part(one.begin, one.end) for one in places]
    return tuple(_note(text, note, anchors[n] if n < len(anchors) else None) for n, note in enumerate(notes))


def _note(text: str, pieces: Sequence[Piece], anchor: Span | None) -> Footnote:
    begin, end = pieces[0].line.begin, pieces[-1].line.end
    found = _NOTE.match(pieces[0].text)
    mark = (found["mark"] if found else None) or (anchor.text if anchor else "*")
    words = text[begin + (found.end() if found else 0) : end].rstrip(" ↩")
    return Footnote(mark, Span(begin, end, text[begin:end]), "\n".join(words.split("\n")), anchor)


def _marks(pieces: Sequence[Piece], among: Sequence[int]) -> list[Mark]:
    """The marks that may call notes, those glued to a figure among them, in the order of the text."""
    glued = [
        Mark(found[0], "figure", at, *found.span())
        for at in among
        for found in _BEHIND_FIGURE.finditer(pieces[at].text)
    ]
    return sorted([*marks_in(pieces, among), *glued], key=lambda one: (one.piece, one.begin))


def _sequence(marks: Sequence[Mark], count: int) -> list[Mark]:
    """Marks that count up by one, as many as there are notes; volumes number theirs by chapter."""
    numbers = [(int(one.key), one) for one in marks if one.key.isdigit()]
    places: dict[int, list[int]] = {}
    for at, (number, _) in enumerate(numbers):
        places.setdefault(number, []).append(at)
    starts = sorted(places, key=lambda number: (number != 1, number))[:_TRIED_STARTS]
    for start in starts:
        found: list[int] = []
        for number in range(start, start + count):
            later = places.get(number, [])
            n = bisect_right(later, found[-1] if found else -1)
            if n == len(later):
                break
            found.append(later[n])
        if len(found) == count:
            return [numbers[at][1] for at in found]
    return []
