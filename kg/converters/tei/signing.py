"""The close of a document -> who signed it, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.converters._heads import is_office
from kg.converters.tei.markup import Element, named
from kg.converters.tei.names import kind_of
from kg.converters.tei.writer import Written
from kg.model import SignOff, Span

# A close of no more than a name and an office needs no mark to be a signature.
_SHORT = 100
_ABBREVIATED = re.compile(r"(?:\b\w|\b[JS]r|\bEsq)$")
_EDGES = " \t\n,.;:[]()"


def sign_offs(written: Written, closers: list[Element]) -> tuple[SignOff, ...]:
    """The signatures of a document, in order; one for each item where many sign in a list."""
    return tuple(found for closer in closers for found in _signed(written, closer))


def _signed(written: Written, closer: Element) -> Iterator[SignOff]:
    signed = [one for one in named(closer, "signed") if one in written.places]
    whole = written.of(closer)
    if not signed and whole and len(whole.text) < _SHORT and next(named(closer, "salute"), None) is None:
        signed = [closer]
    for element in signed:
        items = [one for one in named(element, "item") if one in written.places] or [element]
        for item in items:
            span = written.of(item)
            if span is None:
                continue
            if len(signed) == 1 and len(items) == 1:
                span = _with_rank(written, span, closer)
            found = _read(written, item, span)
            if found:
                yield found


def _with_rank(written: Written, span: Span, closer: Element) -> Span:
    """The signature with the rank that stands behind it in the same close."""
    whole = written.of(closer)
    behind = written.span(span.end, whole.end) if whole and whole.end > span.end else None
    if behind and "\n" not in behind.text and is_office(behind.text):
        return written.span(span.begin, behind.end) or span
    return span


def _read(written: Written, element: Element, span: Span) -> SignOff | None:
    people = (one for one in named(element, "persName", "rs", "name") if kind_of(one) == "person")
    person = next((at for one in people if (at := written.of(one))), None)
    name = _bare(written, person.begin, person.end) if person else None
    if person and name:
        after = _bare(written, person.end, span.end)
        office = after if after and is_office(after.text) else _bare(written, span.begin, person.begin)
        return SignOff(span, name=name, office=office if office and is_office(office.text) else None)
    stretches = list(_stretches(written, span))
    name = next((one for one in stretches if not is_office(one.text)), None)
    office = next((one for one in stretches if is_office(one.text)), None)
    return SignOff(span, name=name, office=office) if name or office else None


def _stretches(written: Written, span: Span) -> Iterator[Span]:
    """The lines of a signature; of a single line what stands before and behind its first comma."""
    pieces = span.text.split("\n")
    if len(pieces) == 1 and ", " in span.text:
        name, _, office = span.text.partition(", ")
        pieces = [name, office] if is_office(office) and not is_office(name) else pieces
    at = span.begin
    for piece in pieces:
        begin = written.text.index(piece, at)
        at = begin + len(piece)
        found = _bare(written, begin, at)
        if found:
            yield found


def _bare(written: Written, begin: int, end: int) -> Span | None:
    """A stretch without marks and brackets at its edges; the stop of an initial or of 'Jr.' is kept."""
    inner = written.text[begin:end].strip(_EDGES)
    begin += written.text[begin:end].find(inner) if inner else 0
    stop = _ABBREVIATED.search(inner) is not None and written.text.startswith(".", begin + len(inner))
    return written.span(begin, begin + len(inner) + stop) if inner else None
