from __future__ import annotations

import pytest
from rdflib import RDF, RDFS, Literal, URIRef

from kg.crm.candidates import candidates
from kg.crm.spans import mentions
from kg.iris import CRM, DCT, SKOS, kgv, name_of
from kg.model import Candidate, Likeness, Mention
from kg.schemaorg.stated import of_candidate
from tests.small import ANNA, IRIS, D, at, dossier, graph_of

OLGA = Candidate("person", "note-1", "olga", "Olga", ("Olga", "O."), "title", role="the harbour master")


def test_a_candidate_stands_under_its_document_with_its_names_and_the_rule_that_found_it() -> None:
    graph, node = graph_of(candidates(dossier(candidates=(OLGA,)))), D.candidate("person", "olga")
    assert str(node) == "https://example.org/document/note-1/person/olga"
    assert graph.value(node, RDFS.label) == Literal("Olga", lang="en")
    assert set(graph.objects(node, RDF.type)) == {CRM["E21_Person"]}
    assert set(graph.objects(node, CRM["P2_has_type"])) == {kgv("candidate")}
    assert set(graph.objects(node, SKOS.altLabel)) == {Literal("Olga", lang="en"), Literal("O.", lang="en")}
    assert set(graph.objects(node, CRM["P1_is_identified_by"])) == {name_of(node, 1), name_of(node, 2)}
    assert str(graph.value(node, DCT.source)) == "The text, by the rule 'title'"
    assert str(graph.value(node, CRM["P3_has_note"])) == "In the words of the source: the harbour master"


@pytest.mark.parametrize(
    ("kind", "crm", "schema"),
    [
        ("person", "E21_Person", "Person"),
        ("group", "E74_Group", "Organization"),
        ("place", "E53_Place", "Place"),
    ],
)
def test_each_kind_has_its_classes(kind: str, crm: str, schema: str) -> None:
    one = Candidate(kind, "note-1", "x", "X", ("X",), "dateline")
    given = dossier(candidates=(one,))
    graph = graph_of(candidates(given), of_candidate(given, one))
    found = {str(type_).rpartition("/")[2] for type_ in graph.objects(D.candidate(kind, "x"), RDF.type)}
    assert found == {crm, schema}


def test_somebody_without_a_name_has_none() -> None:
    author = Candidate("person", "note-1", "author", "The author", ("The author",), "author", unnamed=True)
    given = dossier(candidates=(author,))
    graph = graph_of(candidates(given), of_candidate(given, author))
    node = D.candidate("person", "author")
    assert set(graph.objects(node, CRM["P2_has_type"])) == {kgv("candidate"), kgv("unnamed")}
    assert not set(graph.objects(node, SKOS.altLabel))
    assert not set(graph.objects(node, CRM["P1_is_identified_by"]))


def test_one_of_a_volume_stands_under_the_volume_and_its_identifier_is_no_link() -> None:
    given = Candidate(
        "person", "volume-1", "p_X", "X", ("X",), "source", iri="https://d-nb.info/gnd/1",
        likely=(Likeness(ANNA, 0.9, "alike"),),
    )  # fmt: skip
    graph = graph_of(candidates(dossier(candidates=(given,))))
    node = URIRef("https://example.org/document/volume-1/person/p_X")
    assert str(graph.value(node, DCT.source)) == "The source's own list of names"
    identifiers = set(graph.subjects(CRM["P2_has_type"], kgv("authority-identifier")))
    assert len(identifiers) == 1
    assert identifiers < set(graph.objects(node, CRM["P1_is_identified_by"]))
    assert [str(graph.value(one, CRM["P190_has_symbolic_content"])) for one in identifiers] == [
        "https://d-nb.info/gnd/1"
    ]
    linked = {SKOS.exactMatch, SKOS.closeMatch, SKOS.relatedMatch} & set(graph.predicates())
    assert not linked
    assert IRIS.shared("person", "anna") not in set(graph.objects())


def test_a_mention_of_a_candidate_refers_to_it() -> None:
    found = (Mention(at("Boris"), OLGA.ref, "title"),)
    graph = graph_of(mentions(dossier(mentions=found, candidates=(OLGA,))))
    span = at("Boris")
    assert graph.value(D.span(span.begin, span.end), CRM["P67_refers_to"]) == D.candidate("person", "olga")


def test_a_candidate_is_called_by_its_label_in_the_labels_of_others() -> None:
    given = dossier(candidates=(OLGA,))
    assert given.names((OLGA.ref, ANNA)) == "Olga and Anna"
