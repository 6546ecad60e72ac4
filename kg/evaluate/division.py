"""Sayings of the gold + those of a draft -> the gold in the division that the draft has made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.evaluate.gold import GoldSaying
from kg.model import Saying, Span

ALIKE = 0.5
"""The least character Jaccard of two sayings' words that may be the same saying."""


def words(saying: Saying) -> tuple[Span, ...]:
    """All stretches of a saying's words."""
    return (saying.content, *saying.more_content) if saying.content else ()


def characters(spans: Sequence[Span]) -> set[int]:
    """The offsets that some stretches cover."""
    return {at for span in spans for at in range(span.begin, span.end)}


def jaccard(one: set[int], other: set[int]) -> float:
    """Shared offsets to all offsets; 0.0 for two empty sets."""
    every = len(one | other)
    return len(one & other) / every if every else 0.0


def divided(wanted: Sequence[GoldSaying], given: Sequence[Saying]) -> list[GoldSaying]:
    """The gold with every saying of joined clauses whole, or as one saying for each clause.

    It is divided where the draft has a saying for more of its clauses than the whole is worth. What is nested
    in a divided one may stand under any of its clauses.
    """
    drafted = [characters(words(one)) for one in given]
    made = {one.id: _pieces(one) for one in wanted if one.parts and _is_split(one, drafted)}
    return [replace(one, parents=_parents(one, made)) for one in _each(wanted, made)]


def _each(wanted: Sequence[GoldSaying], made: dict[str, list[GoldSaying]]) -> Iterator[GoldSaying]:
    for one in wanted:
        yield from made.get(one.id, [one])


def _parents(one: GoldSaying, made: dict[str, list[GoldSaying]]) -> tuple[str, ...]:
    ids = {above: tuple(piece.id for piece in pieces) for above, pieces in made.items()}
    return tuple(piece for above in one.parents for piece in ids.get(above, (above,)))


def _pieces(one: GoldSaying) -> list[GoldSaying]:
    """A saying for each clause; a hedge goes with the clause it stands in, or else with the first."""
    pieces = []
    for n, part in enumerate(one.parts):
        own = [h for h in one.hedges if part.begin <= h.word.begin < part.end]
        stray = [h for h in one.hedges if not any(p.begin <= h.word.begin < p.end for p in one.parts)]
        hedges = tuple(own + (stray if n == 0 else []))
        pieces.append(replace(one, id=f"{one.id}-{n + 1}", spans=(part,), hedges=hedges, parts=()))
    return pieces


def _is_split(one: GoldSaying, drafted: Sequence[set[int]]) -> bool:
    """Whether more sayings of the draft are like single clauses than like the whole."""
    whole, clauses = characters(one.spans), [characters((part,)) for part in one.parts]
    like_whole = like_clause = 0
    for mark in drafted:
        best = max(jaccard(mark, clause) for clause in clauses)
        if max(best, jaccard(mark, whole)) >= ALIKE:
            like_clause += best > jaccard(mark, whole)
            like_whole += best <= jaccard(mark, whole)
    return like_clause > like_whole
