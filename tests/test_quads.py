"""Graphs become sorted, canonical statements."""

from __future__ import annotations

import hashlib
import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, RDFS, XSD, BNode, Graph, Literal, URIRef

from kg.errors import ReleaseError
from kg.quads import canonical, together, triple_lines
from tests.made import IRIS, gathered, made_graphs

A, B, G, H = (URIRef(f"https://example.org/{name}") for name in "abgh")


def graph(*statements: tuple[URIRef, URIRef, URIRef | Literal | BNode]) -> Graph:
    made = Graph()
    for statement in statements:
        made.add(statement)
    return made


def test_lines_are_canonical_sorted_and_distinct() -> None:
    forms = [Literal("x"), Literal('a\n"b"\\\té', lang="en-GB"), Literal("1.50", datatype=XSD.decimal), B]
    lines = canonical(G, graph(*((A, RDFS.label, form) for form in forms)))
    label = b"<https://example.org/a> <http://www.w3.org/2000/01/rdf-schema#label>"
    assert lines == (
        label + b' "1.50"^^<http://www.w3.org/2001/XMLSchema#decimal> <https://example.org/g> .\n',
        label + ' "a\\n\\"b\\"\\\\\\té"@en-gb <https://example.org/g> .\n'.encode(),
        label + b' "x" <https://example.org/g> .\n',
        label + b" <https://example.org/b> <https://example.org/g> .\n",
    )


def test_the_id_is_that_of_the_data_in_any_order(tmp_path: Path) -> None:
    graphs = made_graphs()
    orders = itertools.permutations(graphs.items())
    ids = {gathered(dict(order), tmp_path / str(n)).id for n, order in enumerate(orders)}
    (only,) = ids
    quads = gathered(graphs, tmp_path / "quads")
    assert only == hashlib.sha256(quads.path.read_bytes()).hexdigest()[:16]
    assert list(quads.lines()) == sorted(set(quads.lines()))
    assert quads.sizes == {str(name): len(graph) for name, graph in sorted(graphs.items())}
    graphs[IRIS.graph("links")].add((A, RDF.type, B))
    assert gathered(graphs, tmp_path / "more").id != only


def test_two_files_together_are_as_one(tmp_path: Path) -> None:
    graphs = made_graphs()
    (name, graph), *others = graphs.items()
    parts = gathered({name: graph}, tmp_path / "a"), gathered(dict(others), tmp_path / "b")
    both, whole = together(*parts, tmp_path / "both.nq"), gathered(graphs, tmp_path / "whole")
    assert both.path.read_bytes() == whole.path.read_bytes()
    assert (both.id, both.size, both.merged, both.sizes) == (whole.id, whole.size, whole.merged, whole.sizes)
    assert list(both.by_graph()) == list(whole.by_graph())


def test_merged_statements_stand_once_and_types_first(tmp_path: Path) -> None:
    statements = [(A, RDFS.label, Literal("z")), (A, RDF.type, B), (A, URIRef("http://a/"), B)]
    quads = gathered({G: graph(*statements), H: graph(*statements)}, tmp_path / "quads")
    triples = list(quads.triples())
    assert (quads.size, quads.merged, len(triples)) == (6, 3, 3)
    assert triples[0].predicate.value == str(RDF.type)
    assert [quad.graph_name.value[-1] for quad in quads.by_graph()] == ["g"] * 3 + ["h"] * 3  # type: ignore[union-attr]


TERMS = st.sampled_from(
    ["https://example.org/a", "https://example.org/a/b", "https://example.org/a-b", "http://a/"]
)
FORMS = st.builds(
    Literal, st.text(alphabet='a "\\\né>', max_size=3), lang=st.sampled_from([None, "en", "ko-Hang"])
)


@given(st.sets(st.tuples(*[TERMS.map(URIRef)] * 2, st.one_of(TERMS.map(URIRef), FORMS)), max_size=30))
def test_cutting_the_graph_off_keeps_the_order(statements: set[Any]) -> None:
    lines = canonical(G, graph(*statements))
    triples = list(triple_lines(lines))
    assert triples == sorted(set(triples))
    assert len(triples) == len(lines)


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
        canonical(G, graph(statement))
