"""rdflib graphs -> canonical quads: the form that a release is hashed, sorted and written from.

Terms pass through pyoxigraph: literals keep their written form, language tags become lower case (RDF 1.1
Concepts, section 3.3), as in the store.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox
from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from kg.errors import Place, ReleaseError

RDF_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

# What XML 1.0 (section 2.2) cannot hold even as a character reference.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Quads:
    """Statements without blank nodes, sorted by their N-Quads lines; no two are the same.

    quads and lines run in parallel; a line is canonical N-Quads without its line feed.
    """

    quads: tuple[ox.Quad, ...]
    lines: tuple[bytes, ...]

    @cached_property
    def id(self) -> str:
        """The first 16 hex digits of the SHA-256 over the lines."""
        return hashlib.sha256(self.nquads).hexdigest()[:16]

    @cached_property
    def nquads(self) -> bytes:
        """All lines, each with its line feed."""
        return b"".join(line + b"\n" for line in self.lines)

    @cached_property
    def triples(self) -> tuple[ox.Triple, ...]:
        """The statements of all graphs merged, each once, subject by subject and types first."""
        return tuple(dict.fromkeys(quad.triple for quad in sorted(self.quads, key=_reading_order)))

    @cached_property
    def by_graph(self) -> tuple[ox.Quad, ...]:
        """The statements graph by graph, in each subject by subject and types first."""
        return tuple(sorted(self.quads, key=lambda quad: (str(quad.graph_name), _reading_order(quad))))

    def __len__(self) -> int:
        return len(self.quads)


def canonical(graphs: Mapping[URIRef, Graph]) -> Quads:
    """The statements of named graphs. Raises ReleaseError for a blank node or an IRI that is none."""
    quads: list[ox.Quad] = []
    for name, graph in graphs.items():
        try:
            at = ox.NamedNode(name)
            quads += [ox.Quad(_node(s), _node(p), _term(o), at) for s, p, o in graph]
        except (ValueError, TypeError) as error:
            raise ReleaseError(
                f"a statement cannot be published: {error}",
                place=Place(str(name)),
                mend="Every node needs a valid IRI, every literal a valid datatype, language and text.",
            ) from error
    return _sorted(quads)


def together(*parts: Quads) -> Quads:
    """The statements of all parts."""
    return _sorted(quad for part in parts for quad in part.quads)


def write(statements: Iterable[ox.Quad] | Iterable[ox.Triple], syntax: ox.RdfFormat) -> bytes:
    """Statements in a line-based syntax, in the order given."""
    return ox.serialize(statements, format=syntax) or b""


def _sorted(quads: Iterable[ox.Quad]) -> Quads:
    distinct = list(dict.fromkeys(quads))
    lines = write(distinct, ox.RdfFormat.N_QUADS).split(b"\n")[:-1]
    pairs = sorted(zip(lines, distinct, strict=True), key=lambda pair: pair[0])
    return Quads(tuple(quad for _, quad in pairs), tuple(line for line, _ in pairs))


def _reading_order(quad: ox.Quad) -> tuple[str, bool, str, str]:
    return str(quad.subject), quad.predicate != RDF_TYPE, str(quad.predicate), str(quad.object)


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
