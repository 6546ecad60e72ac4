"""Pieces with labels -> the site's fields; a label that the page leaves empty stays empty."""

from __future__ import annotations

from collections.abc import Sequence

from kg.converters.wilson.lines import Piece
from kg.model import SiteField, Span


def site_fields(pieces: Sequence[Piece]) -> tuple[SiteField, ...]:
    """The site's fields in the page's order, each label once."""
    fields: dict[str, list[Span]] = {}
    for piece in pieces:
        if piece.label:
            values = fields.setdefault(piece.label, [])
            if piece.kind != "label":
                values.append(piece.span)
    return tuple(SiteField(name, tuple(values)) for name, values in fields.items())
