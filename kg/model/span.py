"""A stretch of a page text (standard library only)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the page text: code points [begin, end) and the text there."""

    begin: int
    end: int
    text: str
