"""Pieces of a page -> its numbers: the document's, the collection's, the record's, and those it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.converters.wilson.front import top_lines
from kg.converters.wilson.lines import Piece
from kg.converters.wilson.marks import ADDRESS
from kg.converters.wilson.numbers import cited_numbers, find_numbers
from kg.converters.wilson.tail import end_lines
from kg.model import Number

_FIRST = re.compile(r"(?P<n>\d{1,5})\.\s+(?=[A-Z“\"])")
# Smaller numbers are those of paragraphs.
_LEAST = 10
_DAY = re.compile(r"\d{1,6}\s?[-–—]+\s?[A-Z]{3,6}DAY\b")
_TELEGRAM = re.compile(r"\b(?:telegram|cable|ciphergram|cablegram|telex)\b", re.IGNORECASE)
# Among how many paragraphs the text opens: a line on what it is about may stand before it.
_OPENING = 3
# Figures alone below the signature are the operator's: 510599; 721/40
_FIGURES = re.compile(r"[\d ]{3,8}(?:/\d{1,3})?\.?")


def page_numbers(pieces: Sequence[Piece]) -> tuple[Number, ...]:
    """The numbers at the top of the text and behind it, in the title, and cited; then the record's."""
    numbers: list[Number] = []
    top = top_lines(pieces)
    ends = {*top, *(behind := set(end_lines(pieces)) - set(top))}
    opens = [at for at, piece in enumerate(pieces) if piece.kind == "body" and at not in ends][:_OPENING]
    opening = pieces[opens[0]].line.begin - 1 if opens else 0
    received = any(pieces[at].text == "RECEIVED" for at in top)
    for at, piece in enumerate(pieces):
        if at in ends and piece.kind != "heading" and not (at in behind and _FIGURES.fullmatch(piece.text)):
            numbers += _own(piece, received)
        if at in opens and not any(one.kind == "own" and one.span.begin > opening for one in numbers):
            numbers += _opening(pieces, at, at == opens[0])
        if piece.kind in ("body", "dateline"):
            found = cited_numbers(piece.text)
            numbers += [Number(one.kind, piece.part(one.begin, one.end)) for one in found]
    for kind in ("heading", "title"):
        seen = {_figures(one) for one in numbers}
        titled = [one for piece in pieces if piece.kind == kind for one in _own(piece)]
        numbers += [one for one in titled if _figures(one) not in seen]
    return (*sorted(numbers, key=lambda one: one.span.begin), *_records(pieces))


def _opening(pieces: Sequence[Piece], at: int, first: bool) -> list[Number]:
    """The number with which a telegram's text opens: '815 – THURSDAY –', '104. - ', '249. The minister'."""
    piece = pieces[at]
    apart = [one for one in _own(piece) if _opens(piece, one)]
    counts = _FIRST.match(piece.text) if first and not apart and _is_telegram(pieces) else None
    number = int(counts["n"]) if counts else 0
    if counts is None or number < _LEAST or any(_is_item(one, number) for one in pieces):
        return apart if first else [one for one in apart if _DAY.match(piece.text)]
    return [Number("own", piece.part(*counts.span("n")))]


def _is_telegram(pieces: Sequence[Piece]) -> bool:
    titles = [piece.text for piece in pieces if piece.kind in ("title", "heading")]
    return any(_TELEGRAM.search(title) for title in titles)


def _is_item(piece: Piece, number: int) -> bool:
    """Whether a paragraph has the number of a list that the given number is of."""
    found = _FIRST.match(piece.text) if piece.kind == "body" else None
    return found is not None and abs(int(found["n"]) - number) == 1


def _opens(piece: Piece, number: Number) -> bool:
    """Whether a number stands before the first sentence and apart from it: '815 – THURSDAY –', '104. - '."""
    after = piece.text[number.span.end - piece.line.begin :]
    return number.span.begin == piece.line.begin and re.match(r"\.?\s?[-–]|\.\s", after) is not None


def _figures(number: Number) -> str:
    return re.sub(r"\D", "", number.span.text)


def _own(piece: Piece, received: bool = False) -> Iterator[Number]:
    """The numbers of a line; under a stamp RECEIVED a number alone is the registry's of who received it."""
    for one in find_numbers(piece.text):
        kind = "collection" if piece.kind == "collection-number" else one.kind
        if received and re.fullmatch(r"[\d. ]+", piece.text):
            kind = "incoming"
        yield Number(kind, piece.part(one.begin, one.end))


def _records(pieces: Sequence[Piece]) -> list[Number]:
    """The record's number at the site: the field Record ID, or the number in the page's address."""
    records = [piece.span for piece in pieces if piece.label == "Record ID" and piece.kind == "field"]
    for piece in pieces:
        found = ADDRESS.search(piece.text) if piece.kind == "source" else None
        if found and found["record"] and not records:
            records.append(piece.part(*found.span("record")))
    return [Number("record", span) for span in records]
