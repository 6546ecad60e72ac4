"""Body lines of a page -> what stands before, after and among the text: number, heading, dateline, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.converters.wilson.layout import Piece
from kg.converters.wilson.numbers import find_numbers
from kg.dates import find_dates, find_times

_GENRES = (
    r"(?:top secret |secret |confidential |ciphered |coded |urgent |code |cipher )*"
    r"(?:telegram|cable|letter|report|memorandum|note|message|ciphergram|dispatch|information|record|minutes)"
)
_HEADING = re.compile(rf"{_GENRES}\b.*\b(?:from|to|of|by|between)\b.*[^.:;,]", re.IGNORECASE)
PRINTED_FROM = re.compile(r"(?:Re)?[Pp]rinted from:?\s")
_STAR_NOTE = re.compile(r"(?P<mark>\*+)\s?(?=\S)")
_NUMBER_NOTE = re.compile(r"(?P<mark>\[\d{1,3}\])\s?(?=\S)")
# How far from the top of the body a heading or a dateline may stand.
_TOP = 6


def sort_body(pieces: Sequence[Piece], title: str | None) -> list[Piece]:
    """Give the lines of the body that are not text their own kinds; the others stay as they are."""
    body = [at for at, piece in enumerate(pieces) if piece.kind == "body"]
    sorted_pieces = list(pieces)
    for kind, at in (*_top(pieces, body[:_TOP], title), *_notes(pieces, body)):
        sorted_pieces[at] = replace(pieces[at], kind=kind)
    return sorted_pieces


def _top(pieces: Sequence[Piece], top: Sequence[int], title: str | None) -> Iterator[tuple[str, int]]:
    for at, after in zip(top, [*top[1:], None], strict=True):
        text = pieces[at].line.text
        if is_heading(text, title):
            yield "heading", at
        elif is_number_alone(text):
            above = after is not None and is_heading(pieces[after].line.text, title)
            yield ("collection-number" if above else "dateline"), at
        elif is_dateline(text):
            yield "dateline", at
        else:
            return


def is_heading(text: str, title: str | None) -> bool:
    """Whether a line heads the text: it repeats the title, or says what went from whom to whom."""
    if title and _plain(text) == _plain(title):
        return True
    return len(text) < 400 and _HEADING.fullmatch(text) is not None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def is_number_alone(text: str) -> bool:
    """Whether a line is one number of a document and nothing else."""
    return any(one.begin == 0 and one.end == len(text) for one in find_numbers(text))


def is_dateline(text: str) -> bool:
    """Whether a line holds a date and, apart from numbers, times and a place, nothing else."""
    dates = find_dates(text)
    if not dates or len(text) > 120:
        return False
    found = sorted((one.begin, one.end) for one in (*dates, *find_times(text), *find_numbers(text)))
    rest, at = "", 0
    for begin, end in found:
        rest += text[at:begin] + " "
        at = max(at, end)
    rest += text[at:]
    return (
        re.fullmatch(r"\W*(?:[A-Z][\w.]*(?:\s[A-Z][\w.]*)?\W*)?(?:\b(?:at|on)\b)?\W*(?:\d{4}\*?)?\W*", rest)
        is not None
    )


def _notes(pieces: Sequence[Piece], body: Sequence[int]) -> Iterator[tuple[str, int]]:
    stars = sum(len(re.findall(r"(?<=[\w.,\])”])\*+(?!\w)", pieces[at].line.text)) for at in body)
    earlier = ""
    for at in body:
        text = pieces[at].line.text
        numbered = _NUMBER_NOTE.match(text)
        if PRINTED_FROM.match(text):
            yield "printed-from", at
        elif (_STAR_NOTE.match(text) and stars) or (numbered and numbered["mark"] in earlier):
            yield "footnote", at
        earlier += text + "\n"


def note_mark(text: str) -> str:
    """The mark a footnote begins with: '*', '[1]'."""
    found = _STAR_NOTE.match(text) or _NUMBER_NOTE.match(text)
    return found["mark"] if found else ""
