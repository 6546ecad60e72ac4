"""A passage and the mentions in it -> which tokens name whom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.annotate.sayings.tokens import Passage
from kg.model import Mention, Ref


@dataclass(slots=True)
class Named:
    """The mentions of a passage by their tokens."""

    refs: dict[tuple[int, int], Ref] = field(default_factory=dict)
    begins: dict[int, tuple[int, int]] = field(default_factory=dict)
    ends: dict[int, tuple[int, int]] = field(default_factory=dict)

    def at(self, token: int) -> tuple[int, int] | None:
        """The tokens of the mention that begins at a token."""
        return self.begins.get(token)

    def ending(self, token: int) -> tuple[int, int] | None:
        """The tokens of the mention that ends before a token."""
        return self.ends.get(token)

    def inside(self, first: int, last: int) -> list[tuple[int, int]]:
        """The mentions among some tokens, in their order."""
        return [place for place in self.refs if first <= place[0] and place[1] <= last]


def read_names(passage: Passage, mentions: Sequence[Mention]) -> Named:
    """The mentions that stand in a passage; of those that overlap the longest. Mentions in text order."""
    named = Named()
    if not passage.tokens:
        return named
    starts = [token.begin for token in passage.tokens]
    for mention in mentions:
        if mention.by == "bracket" or mention.ref.kind not in ("person", "group", "place"):
            continue
        first = bisect_left(starts, mention.span.begin)
        last = bisect_left(starts, mention.span.end)
        if first < last and passage.tokens[first].begin == mention.span.begin:
            _add(named, (first, last), mention.ref)
    return named


def _add(named: Named, place: tuple[int, int], ref: Ref) -> None:
    named.refs[place] = ref
    for table, token in ((named.begins, place[0]), (named.ends, place[1])):
        known = table.get(token)
        if known is None or known[1] - known[0] < place[1] - place[0]:
            table[token] = place
