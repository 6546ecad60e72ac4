"""Pieces of a page -> sender and addressee, from the place that states each most exactly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from kg.converters.wilson.citing import is_citation, quoted_title
from kg.converters.wilson.front import top_lines
from kg.converters.wilson.lines import Piece
from kg.converters.wilson.parties import as_party, parties
from kg.converters.wilson.words import is_place
from kg.model import Party

Pair = tuple[Party | None, Party | None]

_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("sender", re.compile(r"(?:FROM|From|Sender|Sending|From whom)\s*:\s*(?P<party>.+)")),
    ("addressee", re.compile(r"(?:TO|To|Addressee|To [Ww]hom|For)\s*:\s*(?P<party>.+)")),
    (
        "addressee",
        re.compile(r"\[?(?:TO|To|to)\]?\s+(?P<party>(?:C(?:omra)?des?\.?|Comrade)\s.+|[A-Z][^:]*(?=:$))"),
    ),
    ("sender", re.compile(r"From\s+(?P<party>[A-Z]{3,}[A-Z ]*)(?=\s+N[oº°]|$)")),
)
_SALUTATION = re.compile(
    r"(?:(?:My )?[Dd]ear|Esteemed|Respected|Highly esteemed|Most respected)\s+(?P<party>[^:!;]{3,60}?)[,:!.]?"
    r"|(?P<party_>(?:Comrade|Cde\.)\s[A-Z][^:!;,.]{2,40})[:!,]"
)


def correspondents(pieces: Sequence[Piece]) -> Pair:
    """Who sent a document and whom it addresses, as written, each None where the page does not state it.

    A heading states it best, then the title, labels (To:, From:), addressee lines, a salutation.
    """
    sender: Party | None = None
    addressee: Party | None = None
    for source in _SOURCES:
        for found in source(pieces):
            sender, addressee = sender or found[0], addressee or found[1]
    return sender, addressee


def _headings(pieces: Sequence[Piece]) -> Iterator[Pair]:
    for piece in pieces:
        if piece.kind == "heading":
            yield parties(piece.text, piece.line.begin)


def _titles(pieces: Sequence[Piece]) -> Iterator[Pair]:
    """The title, in a citation first: older pages set the title line in capitals."""
    for piece in pieces:
        quoted = quoted_title(piece.text) if piece.kind == "source" and is_citation(piece.text) else None
        if quoted:
            title = piece.part(*quoted)
            yield parties(title.text, title.begin)
    for piece in pieces:
        if piece.kind == "title":
            yield parties(piece.text, piece.line.begin)


def _labelled(pieces: Sequence[Piece]) -> Iterator[Pair]:
    for at in top_lines(pieces):
        for side, form in _LABELS:
            found = form.match(pieces[at].text)
            if found and len(found["party"]) <= 120:
                yield _pair(side, _party(pieces[at], found, "party"))
                break


def _saluted(pieces: Sequence[Piece]) -> Iterator[Pair]:
    for at in top_lines(pieces):
        found = _SALUTATION.fullmatch(pieces[at].text)
        if found:
            yield _pair("addressee", _party(pieces[at], found, "party" if found["party"] else "party_"))


def _titled_place(pieces: Sequence[Piece]) -> Iterator[Pair]:
    """'Cable from Tehran': read as a party already; here only a line that is a place and a date."""
    for at in top_lines(pieces):
        piece = pieces[at]
        place = piece.text.split(",")[0]
        if piece.kind == "dateline" and is_place(place):
            yield Party(piece.part(0, len(place)), place=place), None


def _party(piece: Piece, found: re.Match[str], group: str) -> Party | None:
    begin, end = found.span(group)
    written = piece.text[begin:end].rstrip(" .,;:")
    return as_party(piece.part(begin, begin + len(written))) if written else None


def _pair(side: str, party: Party | None) -> Pair:
    return (party, None) if side == "sender" else (None, party)


_SOURCES: tuple[Callable[[Sequence[Piece]], Iterator[Pair]], ...] = (
    _headings,
    _titles,
    _labelled,
    _saluted,
    _titled_place,
)
