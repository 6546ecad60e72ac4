"""Keys and what reads their values -> a mapping that keeps none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

V = TypeVar("V")


class OnDemand(Mapping[str, V]):
    """A mapping whose values are read whenever they are asked for, and not kept."""

    def __init__(self, readers: Mapping[str, Callable[[], V]]) -> None:
        """readers: what reads the value of each key."""
        self._readers = readers

    def __getitem__(self, key: str) -> V:
        return self._readers[key]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._readers)

    def __len__(self) -> int:
        return len(self._readers)
