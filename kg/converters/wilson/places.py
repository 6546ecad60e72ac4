"""A line, or a party -> the place a document was sent from, where it names one."""

from __future__ import annotations

import re

from kg.converters.wilson.lines import Piece
from kg.converters.wilson.words import COUNTRIES, is_place
from kg.model import Party, Span

_WRITTEN_AT = re.compile(
    r"(?:d[ie]spatched|sent|transmitted)\s+from\s+(?P<place>[A-Z][\w. ]*?)(?=,|\s+(?:on|at|by|\d)|\.|$)"
    r"|.*\s{3,}(?P<place__>[A-Z][\w ]*?),\s+\d{1,2}\.?\s[A-Z][a-z]+\s\d{4}$"
    r"|from\s+(?P<place_>[A-Z][\w. ]*?)\s+d[ie]spatched\b",
    re.IGNORECASE,
)


def written_at(piece: Piece) -> Span | None:
    """The place that a line says the document was sent from: 'Dispatched from Havana on …'."""
    found = _WRITTEN_AT.match(piece.text) if len(piece.text) < 400 else None
    if found is None:
        return None
    group = next(name for name, words in found.groupdict().items() if words)
    return piece.part(*found.span(group)) if is_place(found[group]) else None


def place_in(party: Party, city: bool = False) -> Span | None:
    """The place that ends what a label says: 'THE EMBASSY IN HAVANA'. city: of a country nothing is said."""
    found = re.search(r"\b(?:in|IN)\s+(?P<place>[^\s()][^()]*?)(?=\s*\([^()]*\)$|$)", party.span.text)
    if found is None or not is_place(found["place"]):
        return None
    begin, end = found.span("place")
    if city and found["place"].strip(" .").casefold() in COUNTRIES:
        return None
    return Span(party.span.begin + begin, party.span.begin + end, found["place"])
