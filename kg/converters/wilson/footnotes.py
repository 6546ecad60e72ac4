"""Lines of the body -> footnotes, each tied to its mark in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.converters.wilson.lines import Piece
from kg.model import Footnote, Span

# How a footnote begins: '* Time of printing', '[1] The minister', '1 The minister'.
_NOTES: tuple[re.Pattern[str], ...] = (
    re.compile(r"(?P<mark>\*+)\s?(?=\S)"),
    re.compile(r"(?P<mark>\[\d{1,3}\])\s?(?=\S)"),
    re.compile(r"(?P<mark>\d{1,2})[.)]?\s+(?=\S)"),
)
# How its mark stands in the text: behind a word, in brackets, glued to a word (JELEN1, [Tito].1).
_MARKS = re.compile(
    r"(?<=[\w.,\])”\"])(?P<star>\*+)(?!\w)|(?P<number>\[\d{1,3}\])"
    r"|(?<=[^\W\d_]{3})(?P<glued>\d{1,2})\b|(?<=[\]”\"]\.)(?P<behind>\d{1,2})\b"
)
_TEXT = ("heading", "dateline", "body")


def note_lines(pieces: Sequence[Piece], body: Sequence[int]) -> Iterator[int]:
    """Which lines of the body are footnotes: they begin with a mark that stands in the text before them.

    A bare number is a mark only in the last lines of all, counted up from 1; elsewhere it numbers
    a paragraph.
    """
    seen: dict[str, int] = {}
    for at in body:
        text = pieces[at].text
        mark = note_mark(text)
        if mark in seen and not mark.isdigit():
            yield at
        seen |= {found: at for found, _ in _marks(text) if found not in seen}
    last: list[int] = []
    for at in reversed(body):
        mark = note_mark(pieces[at].text)
        if mark is None or not mark.isdigit() or seen.get(mark, at) >= at:
            break
        last.insert(0, at)
    if last and note_mark(pieces[last[0]].text) == "1":
        yield from last


def note_mark(text: str) -> str | None:
    """The mark that a line begins with as a footnote does, None where it begins with none."""
    found = next((found for form in _NOTES if (found := form.match(text))), None)
    return found["mark"] if found else None


def _marks(text: str) -> Iterator[tuple[str, int]]:
    """The marks in a line and where they begin; the mark that the line itself begins with is none."""
    for found in _MARKS.finditer(text):
        if found.start():
            yield found[0], found.start()


def footnotes(pieces: Sequence[Piece]) -> tuple[Footnote, ...]:
    """The footnotes among the pieces, each with the first place of its mark in the text before it."""
    anchors: dict[str, Span] = {}
    notes: list[Footnote] = []
    for piece in pieces:
        if piece.kind in _TEXT:
            for mark, at in _marks(piece.text):
                anchors.setdefault(mark, piece.part(at, at + len(mark)))
        if piece.kind == "footnote":
            mark = note_mark(piece.text) or ""
            text = piece.text[len(mark) :].lstrip(" .)\t\xa0")
            notes.append(Footnote(mark, piece.span, text, anchors.get(mark)))
    return tuple(notes)
