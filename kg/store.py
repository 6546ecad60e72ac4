"""Quads -> the store of a release, loaded from files in bounded memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from kg.errors import Place, ReleaseError
from kg.quads import Quads, batched, triple_lines

_BATCH = 2000


def write_store(path: Path, quads: Quads, aside: Path) -> int:
    """Load each statement into its graph, and all merged into the default graph.

    (The engine's own union of graphs gives a statement once for each graph that holds it.) aside: a folder
    for a file that is only needed meanwhile. Returns how many the store has: literals that it holds equal
    become one. Raises ReleaseError where it has not taken what it should.
    """
    triples = aside / "triples.nt"
    with triples.open("wb") as file:
        for batch in batched(triple_lines(quads.lines()), _BATCH):
            file.write(b"".join(batch))
    store = ox.Store(str(path))
    store.bulk_load(path=quads.path, format=ox.RdfFormat.N_QUADS)
    store.bulk_load(path=triples, format=ox.RdfFormat.N_TRIPLES)
    store.flush()
    triples.unlink()
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
