"""Pieces of a page -> parts that cover its text."""

from __future__ import annotations

from collections.abc import Sequence

from kg.converters.wilson.lines import Piece
from kg.model import Part, Span


def tile(text: str, pieces: Sequence[Piece]) -> tuple[Part, ...]:
    """Parts that cover a text without gap or overlap: the pieces, and 'blank' for what is between them."""
    parts: list[Part] = []
    at = 0
    for piece in pieces:
        if piece.line.begin > at:
            parts.append(Part("blank", Span(at, piece.line.begin, text[at : piece.line.begin])))
        parts.append(Part(piece.kind, piece.span))
        at = piece.line.end
    if at < len(text):
        parts.append(Part("blank", Span(at, len(text), text[at:])))
    return tuple(parts)
