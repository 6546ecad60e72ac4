"""rdflib graphs -> canonical lines -> one sorted file: the form that a release is hashed and written from.

Terms pass through pyoxigraph: literals keep their written form, language tags become lower case (RDF 1.1
Concepts, section 3.3), as in the store. Nothing here holds more than one graph in memory.
"""

from __future__ import annotations

import hashlib
import re
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from kg.errors import Place, ReleaseError
from kg.ondemand import OnDemand
from kg.runs import in_order, merged

Graphs = Mapping[str, Sequence[bytes]]
"""IRI of a named graph -> its lines, sorted, each once: canonical N-Quads with the line feed.

They are read when they are asked for; whoever asks lets go of them before the next.
"""

RDF_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_TYPE = f"{RDF_TYPE} ".encode()
_BATCH = 2000

# What XML 1.0 (section 2.2) cannot hold even as a character reference.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Quads:
    """The statements of named graphs, without blank nodes, in a file sorted by its lines.

    path: of the file, canonical N-Quads, no line twice. graphs: the same graph by graph. id: the first 16 hex
    digits of the SHA-256 over the file. size: statements. merged: statements when the graphs are merged.
    sizes: graph IRI -> statements, sorted.
    """

    path: Path
    graphs: Graphs
    id: str
    size: int
    merged: int
    sizes: dict[str, int]

    def __len__(self) -> int:
        return self.size

    def lines(self) -> Iterator[bytes]:
        """All lines, in the order of the file."""
        with self.path.open("rb") as file:
            yield from file

    def by_graph(self) -> Iterator[ox.Quad]:
        """The statements graph by graph, in each subject by subject and types first."""
        for name in sorted(self.graphs, key="{}>".format):
            yield from ox.parse(b"".join(types_first(self.graphs[name])), format=ox.RdfFormat.N_QUADS)

    def triples(self) -> Iterator[ox.Triple]:
        """The statements of all graphs merged, each once, subject by subject and types first."""
        return parsed_triples(types_first(triple_lines(self.lines())))


def canonical(name: str, graph: Graph) -> tuple[bytes, ...]:
    """The lines of a named graph, sorted. Raises ReleaseError for a blank node or an IRI that is none."""
    try:
        at = ox.NamedNode(name)
        quads = [ox.Quad(_node(s), _node(p), _term(o), at) for s, p, o in graph]
    except (ValueError, TypeError) as error:
        raise ReleaseError(
            f"a statement cannot be published: {error}",
            place=Place(str(name)),
            mend="Every node needs a valid IRI, every literal a valid datatype, language and text.",
        ) from error
    data = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    return tuple(sorted({line + b"\n" for line in data.split(b"\n")[:-1]}))


def gather(graphs: Graphs, path: Path, aside: Path) -> Quads:
    """Write the statements of all graphs into a file, sorted. aside: a folder for the sorting."""
    sizes: dict[str, int] = {}
    written = _write(in_order(_all(graphs, sizes), aside), path)
    return Quads(path, graphs, *written, dict(sorted(sizes.items())))


def gather_one(name: str, parts: Iterable[Sequence[bytes]], path: Path, aside: Path) -> Quads:
    """The same of one graph that comes in parts."""
    found = _write(in_order(chain.from_iterable(parts), aside), path)
    return Quads(path, OnDemand({name: partial(_lines_of, path)}), *found, {name: found[1]})


def _lines_of(path: Path) -> Sequence[bytes]:
    with path.open("rb") as file:
        return list(file)


def together(quads: Quads, others: Quads, path: Path) -> Quads:
    """The statements of both, which have no graph in common, in a file of their own."""
    written = _write(merged(quads.lines(), others.lines()), path)
    sizes = dict(sorted({**quads.sizes, **others.sizes}.items()))
    return Quads(path, ChainMap({}, quads.graphs, others.graphs), *written, sizes)  # type: ignore[arg-type]


def _write(lines: Iterable[bytes], path: Path) -> tuple[str, int, int]:
    """Write sorted lines. Returns their id, and how many statements they are, apart and merged."""
    digest, size, triples, last = hashlib.sha256(), 0, 0, b""
    with path.open("wb") as file:
        for line in lines:
            digest.update(line)
            file.write(line)
            size += 1
            statement = line.rsplit(b" ", 2)[0]
            triples += statement != last
            last = statement
    return digest.hexdigest()[:16], size, triples


def triple_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Sorted N-Quads lines -> sorted N-Triples lines, each once: only the name of the graph is cut off."""
    last = b""
    for line in lines:
        statement = line.rsplit(b" ", 2)[0]
        if statement != last:
            yield statement + b" .\n"
            last = statement


def types_first(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Sorted lines subject by subject, each subject's types before what else is said of it."""
    for subject, said in groupby(lines, key=subject_of):
        rest = []
        for line in said:
            if line.startswith(_TYPE, len(subject) + 1):
                yield line
            else:
                rest.append(line)
        yield from rest


def parsed_triples(lines: Iterable[bytes]) -> Iterator[ox.Triple]:
    """N-Triples lines -> statements."""
    for batch in batched(lines, _BATCH):
        for quad in ox.parse(b"".join(batch), format=ox.RdfFormat.N_TRIPLES):
            yield quad.triple


def batched(lines: Iterable[bytes], size: int) -> Iterator[list[bytes]]:
    """The lines in batches of a size, the last one shorter."""
    batch: list[bytes] = []
    for line in lines:
        batch.append(line)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def subject_of(line: bytes) -> bytes:
    """The subject of a line, in angle brackets."""
    return line[: line.index(b" ")]


def object_of(line: bytes) -> bytes:
    """The object of an N-Quads line, as it is written there."""
    return line.split(b" ", 2)[2].rsplit(b" ", 2)[0]


def _all(graphs: Graphs, sizes: dict[str, int]) -> Iterator[bytes]:
    for name in graphs:
        lines = graphs[name]
        if lines:
            sizes[name] = len(lines)
        yield from lines


def _node(term: Node) -> ox.NamedNode:
    if not isinstance(term, URIRef):
        raise TypeError(f"{term.n3() if hasattr(term, 'n3') else term} is no IRI")
    return ox.NamedNode(term)


def _term(term: Node) -> ox.NamedNode | ox.Literal:
    if not isinstance(term, Literal):
        return _node(term)
    if found := _NO_XML.search(term):
        raise ValueError(f"a literal holds the character U+{ord(found[0]):04X}, which RDF/XML cannot")
    if term.language:
        return ox.Literal(str(term), language=term.language)
    return ox.Literal(str(term), datatype=ox.NamedNode(term.datatype) if term.datatype else None)
