"""Pieces after the summary -> the site's labelled values; a label that the page leaves empty stays empty."""

from __future__ import annotations

from collections.abc import Sequence

from kg.converters.wilson.layout import Piece
from kg.converters.wilson.marks import Label, label_of
from kg.model import SiteField, Span

_VALUES = ("field", "rights", "source", "related")


def site_fields(pieces: Sequence[Piece]) -> tuple[SiteField, ...]:
    """The site's fields in the page's order.

    A value that does not look like its label's is taken for one whose label the page lost; at the end of
    a page that is the donor, which the site repeats there.
    """
    fields: list[tuple[str, list[Span]]] = []
    label: Label | None = None
    for piece in pieces:
        span = Span(piece.line.begin, piece.line.end, piece.line.text)
        if piece.kind == "label":
            label = label_of(piece.line.text)
            if label and not label.heading:
                fields.append((label.name, []))
        elif piece.kind in _VALUES and label and not label.heading:
            if label.value and not label.value.fullmatch(span.text):
                label = _LOST
                fields.append((label.name, []))
            fields[-1][1].append(span)
    return tuple(SiteField(name, tuple(values)) for name, values in fields)


_LOST = Label("Donors", ())
