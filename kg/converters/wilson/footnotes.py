"""Lines of the body -> footnotes, each tied to its mark in the text.

A mark and its note need not look alike: 'JELEN1' in the text is '[1] The ambassador' below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.converters.wilson.lines import Piece
from kg.model import Footnote, Span

_SUPERSCRIPT = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
# How a footnote begins: '* Time of printing', '[1] The minister', '1 The minister', '¹ The minister'.
_NOTES: tuple[re.Pattern[str], ...] = (
    re.compile(r"(?P<mark>\*{1,4}|[†‡§])\s?(?=[^\s*])"),
    re.compile(r"(?P<mark>\[(?:\*{1,4}|\d{1,3})\])\s?(?=\S)"),
    re.compile(r"(?P<mark>[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})\s?(?=\S)"),
    re.compile(r"(?P<mark>\d{1,3})[.)]?\s+(?=\S)"),
)
# How its mark stands in the text: behind a word, in brackets, glued to a word (JELEN1), to its full stop
# ([Tito].1), or to a year (198051).
_MARKS = re.compile(
    r"(?<=[\w.,;:!?)\]”’\"'])(?P<star>\*{1,4}|[†‡])(?!\w)"
    r"|(?P<boxed>\[(?:\*{1,4}|\d{1,3})\])"
    r"|(?P<raised>[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})"
    r"|(?<=[^\W\d_]{3})(?P<glued>\d{1,3})\b"
    r"|(?<=[^\W\d_][.,;:!?”’\"')\]])(?P<behind>\d{1,3})(?=\s|$|[A-Z])"
    r"|(?<=[\]”\"]\.)(?P<after>\d{1,3})(?=\s|$|[A-Z])"
    r"|(?<=[./ ](?:18|19)\d\d)(?P<year>\d{1,2})\b"
)
# More paragraphs than this between two notes are no part of the first.
_MOST_PARAGRAPHS = 4
_TEXT = ("heading", "dateline", "classification", "distribution", "sign-off", "body")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in the text: which note it calls, how it is set, where it stands: its piece, and in that."""

    key: str
    form: str
    piece: int
    begin: int
    end: int


def note_lines(pieces: Sequence[Piece], body: Sequence[int]) -> Iterator[int]:
    """Which lines of the body are footnotes: they begin with a mark that stands in the text before them.

    Notes in brackets that count up from 1 are notes even where the text has lost its marks. A bare number
    is a mark only in a list that counts up from 1 behind all its marks; elsewhere it numbers a paragraph.
    """
    seen: dict[str, int] = {}
    bare: dict[str, int] = {}
    for mark in marks_in(pieces, body):
        seen.setdefault(mark.key, mark.piece)
        if mark.form != "boxed":
            bare.setdefault(mark.key, mark.piece)
    numbered: list[tuple[int, str]] = []
    counted = 0
    for at in body:
        begins = note_mark(pieces[at].text)
        if begins is None:
            continue
        key = _key(begins)
        if begins.isdecimal():
            numbered.append((at, begins))
        elif seen.get(key, at) < at or (begins[0] == "[" and key == str(counted + 1)):
            counted = int(key) if key.isdigit() else counted
            yield at
    late = [(at, mark) for at, mark in numbered if at >= body[len(body) // 2]]
    yield from _counted(late, bare)


def _counted(numbered: Sequence[tuple[int, str]], seen: dict[str, int]) -> Iterator[int]:
    """The last list of lines with bare numbers from 1 up whose numbers all stand as marks before it."""
    start = max((n for n, (_, mark) in enumerate(numbered) if mark == "1"), default=len(numbered))
    for n, (at, mark) in enumerate(numbered[start:], start=1):
        first = numbered[start][0]
        if mark != str(n) or seen.get(mark, at) >= first or at != first + n - 1:
            return
        yield at


def note_mark(text: str) -> str | None:
    """The mark that a line begins with as a footnote does, None where it begins with none."""
    found = next((found for form in _NOTES if (found := form.match(text))), None)
    return found["mark"] if found else None


def _key(mark: str) -> str:
    """What a mark and its note share, however they are written."""
    return mark.strip("[]").translate(_SUPERSCRIPT)


def marks_in(pieces: Sequence[Piece], among: Sequence[int]) -> list[Mark]:
    """The marks in some pieces, in order; the mark that a line itself begins with is none."""
    return [
        Mark(_key(found[0]), found.lastgroup or "", at, *found.span())
        for at in among
        for found in _MARKS.finditer(pieces[at].text)
        if found.start()
    ]


def between_notes(pieces: Sequence[Piece], notes: Sequence[int], body: Sequence[int]) -> Iterator[int]:
    """The lines of the body that go on with a note: they stand between it and the note of the next number."""
    for one, other in pairwise(notes):
        keys = [_key(note_mark(pieces[at].text) or "") for at in (one, other)]
        between = [at for at in body if one < at < other]
        counts = all(key.isdigit() for key in keys) and int(keys[1]) == int(keys[0]) + 1
        if counts and len(between) <= _MOST_PARAGRAPHS:
            yield from (at for at in between if note_mark(pieces[at].text) is None)


def _longer(note: Footnote, piece: Piece, page: str) -> Footnote:
    """A note with one more paragraph."""
    span = Span(note.span.begin, piece.line.end, page[note.span.begin : piece.line.end])
    return Footnote(note.mark, span, f"{note.text}\n{piece.text}", note.anchor)


def footnotes(pieces: Sequence[Piece], page: str) -> tuple[Footnote, ...]:
    """The footnotes among the pieces, each with its mark in the text before it.

    Where several notes have the same mark, each has the first one behind the note before.
    """
    marks = marks_in(pieces, [at for at, piece in enumerate(pieces) if piece.kind in _TEXT])
    last: dict[str, int] = {}
    notes: list[Footnote] = []
    for at, piece in enumerate(pieces):
        if piece.kind != "footnote":
            continue
        mark = note_mark(piece.text)
        if mark is None and notes:
            notes[-1] = _longer(notes[-1], piece, page)
            continue
        mark = mark or ""
        key = _key(mark)
        place = next((m for m in marks if m.key == key and last.get(key, -1) < m.piece < at), None)
        anchor = pieces[place.piece].part(place.begin, place.end) if place else None
        last[key] = at
        text = piece.text[len(mark) :].lstrip(" .)\t\xa0")
        notes.append(Footnote(mark, piece.span, text, anchor))
    return tuple(notes)
