"""Mentions -> the text that is still free of them."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Mention, Span


class Free:
    """The stretches of a text that no mention covers yet."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._taken: set[int] = set()
        self._at: dict[tuple[int, int], Mention] = {}
        for mention in mentions:
            self._taken.update(range(mention.span.begin, mention.span.end))
            self._at[mention.span.begin, mention.span.end] = mention

    def exact(self, span: Span) -> Mention | None:
        """The mention with just this span, if there is one."""
        return self._at.get((span.begin, span.end))

    def take(self, span: Span) -> bool:
        """Whether a stretch was free; it is taken from now on. An empty one never is free."""
        places = range(span.begin, span.end)
        if not span.text.strip() or not self._taken.isdisjoint(places):
            return False
        self._taken.update(places)
        return True
