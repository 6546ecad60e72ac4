"""Statements -> bytes in one of the RDF formats."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pyoxigraph as ox

from kg.iris.prefixes import PREFIXES
from kg.statements import Statements
from kg.web.formats import JSON_LD, N_QUADS, N_TRIPLES, RDF_XML, TRIG, TURTLE, Format
from kg.web.jsonld import Compactor

_SYNTAXES = {
    TURTLE: ox.RdfFormat.TURTLE,
    N_TRIPLES: ox.RdfFormat.N_TRIPLES,
    RDF_XML: ox.RdfFormat.RDF_XML,
    TRIG: ox.RdfFormat.TRIG,
    N_QUADS: ox.RdfFormat.N_QUADS,
}
_WITH_GRAPHS = (TRIG, N_QUADS)


def serialise(
    statements: Statements, format: Format, compactor: Compactor, first: str | None = None
) -> bytes:
    """The statements in a format; TriG and N-Quads keep the named graphs, the others merge them.

    first: the IRI whose statements come before the others where the format has an order to choose.
    The same statements give the same bytes.
    """
    ordered = _ordered(statements, first, graphs=format in _WITH_GRAPHS)
    if format == JSON_LD:
        document = compactor.document(Statements(ordered), first)
        return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
    syntax, prefixes = _SYNTAXES[format], _prefixes(ordered)
    if format in _WITH_GRAPHS:
        return bytes(ox.serialize(ordered, format=syntax, prefixes=prefixes) or b"")
    return bytes(ox.serialize(_merged(ordered), format=syntax, prefixes=prefixes) or b"")


def _ordered(statements: Statements, first: str | None, *, graphs: bool) -> list[ox.Quad]:
    """Quads in an order that does not depend on where they came from."""

    def key(quad: ox.Quad) -> tuple[object, ...]:
        graph = str(quad.graph_name) if graphs else ""
        kind = quad.predicate.value != "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
        subject = str(quad.subject)
        return graph, subject != f"<{first}>", subject, kind, quad.predicate.value, str(quad.object)

    return sorted(set(statements.quads), key=key)


def _merged(quads: Iterable[ox.Quad]) -> list[ox.Triple]:
    return list(dict.fromkeys(quad.triple for quad in quads))


def _prefixes(quads: Iterable[ox.Quad]) -> dict[str, str]:
    """Those of our prefixes that the quads have a use for."""
    used = {
        iri for quad in quads for term in (quad.subject, quad.predicate, quad.object) for iri in _iris(term)
    }
    return {
        prefix: namespace
        for prefix, namespace in PREFIXES.items()
        if any(iri.startswith(namespace) for iri in used)
    }


def _iris(term: object) -> list[str]:
    """The IRIs of a term that a serialisation writes down."""
    if isinstance(term, ox.NamedNode):
        return [term.value]
    if isinstance(term, ox.Literal) and not term.language and term.datatype.value != _STRING:
        return [term.datatype.value]
    return []


_STRING = PREFIXES["xsd"] + "string"
