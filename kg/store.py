"""Quads -> the store of a release, loaded from files in bounded memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from kg.errors import Place, ReleaseError
from kg.quads import Quads, batched, triple_lines

SLICE = 250_000
"""So many statements are loaded at once; the loader takes some 1.4 KB for each."""


def write_store(path: Path, quads: Quads) -> int:
    """Load each statement into its graph, and all merged into the default graph.

    (The engine's own union of graphs gives a statement once for each graph that holds it.) Returns how many
    the store has: literals that it holds equal become one. Raises ReleaseError where it has not taken what it
    should.
    """
    store = ox.Store(str(path))
    for lines in (quads.lines(), triple_lines(quads.lines())):
        for batch in batched(lines, SLICE):
            store.bulk_load(b"".join(batch), format=ox.RdfFormat.N_QUADS)
    store.flush()
    if quads.size > SLICE:
        store.optimize()  # what was loaded in slices is read half as fast until it is one
    stored, given = len(store), quads.size + quads.merged
    if stored != given:
        expected = given - _become_one(quads.lines()) - _become_one(triple_lines(quads.lines()))
        if stored != expected:
            raise ReleaseError(f"the store took {stored} statements of {expected}", place=Place(path))
    return stored


def _become_one(lines: Iterable[bytes]) -> int:
    """How many statements the store holds equal to another one: typed values written in several ways."""
    return sum(len(said) - len(_in_memory(said)) for said in _typed(lines))


def _typed(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """The statements with a typed value, of each subject and property that has several."""
    typed = (line for line in lines if b'"^^<' in line)
    for _, said in groupby(typed, key=lambda line: line.split(b" ", 2)[:2]):
        together = list(said)
        if len(together) > 1:
            yield together


def _in_memory(lines: list[bytes]) -> ox.Store:
    store = ox.Store()
    store.extend(ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS))
    return store
