"""Romanised names -> normal forms: what the usual romanisations of one name have in common."""

from __future__ import annotations

from functools import lru_cache

from kg.annotate.slugs import fold


@lru_cache(maxsize=100_000)
def normal(name: str) -> str:
    """The normal form of a name's word, to compare with."""
    return fold(name).replace("-", "").replace(" ", "")
