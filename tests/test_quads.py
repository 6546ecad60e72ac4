"""Graphs become sorted, canonical statements."""

from __future__ import annotations

import hashlib
import itertools

import pytest
from rdflib import RDF, RDFS, XSD, BNode, Graph, Literal, URIRef

from kg.errors import ReleaseError
from kg.quads import canonical, together
from tests.made import IRIS, made_graphs

A, B, G, H = (URIRef(f"https://example.org/{name}") for name in "abgh")


def graph(*statements: tuple[URIRef, URIRef, URIRef | Literal | BNode]) -> Graph:
    made = Graph()
    for statement in statements:
        made.add(statement)
    return made


def test_lines_are_canonical_sorted_and_distinct() -> None:
    forms = [Literal("x"), Literal('a\n"b"\\\té', lang="en-GB"), Literal("1.50", datatype=XSD.decimal), B]
    quads = canonical({G: graph(*((A, RDFS.label, form) for form in forms))})
    label = b"<https://example.org/a> <http://www.w3.org/2000/01/rdf-schema#label>"
    assert quads.lines == (
        label + b' "1.50"^^<http://www.w3.org/2001/XMLSchema#decimal> <https://example.org/g> .',
        label + ' "a\\n\\"b\\"\\\\\\té"@en-gb <https://example.org/g> .'.encode(),
        label + b' "x" <https://example.org/g> .',
        label + b" <https://example.org/b> <https://example.org/g> .",
    )
    assert quads.nquads == b"".join(line + b"\n" for line in quads.lines)
    assert together(quads, quads).lines == quads.lines


def test_the_id_is_that_of_the_data_in_any_order() -> None:
    graphs = made_graphs()
    ids = {canonical(dict(order)).id for order in itertools.permutations(graphs.items())}
    (only,) = ids
    assert only == hashlib.sha256(canonical(graphs).nquads).hexdigest()[:16]
    graphs[IRIS.graph("links")].add((A, RDF.type, B))
    assert canonical(graphs).id != only


def test_merged_statements_stand_once_and_types_first() -> None:
    statements = [(A, RDFS.label, Literal("z")), (A, RDF.type, B), (A, URIRef("http://a/"), B)]
    quads = canonical({G: graph(*statements), H: graph(*statements)})
    assert (len(quads), len(quads.triples)) == (6, 3)
    assert quads.triples[0].predicate.value == str(RDF.type)
    assert [quad.graph_name.value[-1] for quad in quads.by_graph] == ["g"] * 3 + ["h"] * 3  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ((BNode("x"), RDF.type, B), "_:x is no IRI"),
        ((A, RDF.type, BNode("x")), "_:x is no IRI"),
        ((A, RDF.type, URIRef("no iri")), "statement cannot be published"),
        ((A, RDFS.label, Literal("x", datatype=URIRef("no iri"))), "statement cannot be published"),
        ((A, RDFS.label, Literal("page\fbreak")), r"character U\+000C"),
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore:.*does not look like a valid URI")
def test_what_cannot_be_published_names_its_graph(
    statement: tuple[URIRef, URIRef, URIRef], words: str
) -> None:
    with pytest.raises(ReleaseError, match=f"https://example.org/g: .*{words}"):
        canonical({G: graph(statement)})
