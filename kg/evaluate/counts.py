"""What was wanted, found and right -> precision, recall, F1; sums of them over documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from kg.model import Span


@dataclass(frozen=True, slots=True)
class Count:
    """right: of the things found, how many are wanted; found: all of a draft; wanted: all of the gold."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float | None:
        """right / found; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """right / wanted; None where nothing was wanted."""
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """2 right / (found + wanted), the harmonic mean of both; None where both are empty."""
        both = self.found + self.wanted
        return 2 * self.right / both if both else None


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a number: how many of the pairs judged are right, or a sum of which the mean is asked."""

    right: float = 0
    of: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)

    @property
    def rate(self) -> float | None:
        """right / of; None where there is nothing to judge."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Measures:
    """Counts and shares by the name of what they measure ('fields.sender', 'sayings.main')."""

    counts: Mapping[str, Count]
    shares: Mapping[str, Share]

    def value(self, name: str) -> float | None:
        """'persons' (its F1), 'persons.recall', 'speaker' (its rate); None where nothing was judged.

        Raises KeyError for a name that measures nothing.
        """
        if name in self.shares:
            return self.shares[name].rate
        if name in self.counts:
            return self.counts[name].f1
        stem, _, end = name.rpartition(".")
        if end not in ("precision", "recall", "f1"):
            raise KeyError(name)
        found: float | None = getattr(self.counts[stem], end)
        return found


def total(all_measures: Iterable[Measures]) -> Measures:
    """The sums over documents, so that each find weighs the same (micro average)."""
    counts: dict[str, Count] = {}
    shares: dict[str, Share] = {}
    for measures in all_measures:
        for name, count in measures.counts.items():
            counts[name] = counts.get(name, Count()) + count
        for name, share in measures.shares.items():
            shares[name] = shares.get(name, Share()) + share
    return Measures(counts, shares)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a draft has wrong: missed (of the gold), false (of the draft), wrong (of a pair).

    measure: what it counts against. words: of the page, or the value; span: where, if it has a place.
    """

    measure: str
    kind: Literal["missed", "false", "wrong"]
    words: str
    span: Span | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What came out of judging one thing of a document."""

    measures: Measures
    faults: tuple[Fault, ...] = ()


def largest_first(weights: Counter[tuple[str, str]]) -> dict[str, str]:
    """One partner at most for each on both sides, the heaviest pairs first; ties by name."""
    partner: dict[str, str] = {}
    for (one, other), _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if one not in partner and other not in partner.values():
            partner[one] = other
    return partner
