from __future__ import annotations

from rdflib import RDF, RDFS, Graph, Literal

from kg.crm.authorities import authority_entry, e74_editors
from kg.iris import CRM, DCT, FOAF, SKOS, kgv, name_of
from kg.model import Authority, Ref
from tests.small import ANNA, AUTHORITY, BORIS, IRIS, graph_of


def made(ref: Ref) -> Graph:
    return graph_of(authority_entry(IRIS, AUTHORITY[ref]))


def test_each_kind_has_its_class() -> None:
    expected = {
        ANNA: "E21_Person",
        Ref("group", "council"): "E74_Group",
        Ref("place", "town"): "E53_Place",
        Ref("event", "fair"): "E7_Activity",
        Ref("role", "guard"): "E55_Type",
    }
    for ref, class_ in expected.items():
        node = IRIS.shared(ref.kind, ref.key)
        assert (node, RDF.type, CRM[class_]) in made(ref)
        assert made(ref).value(node, DCT.source) == Literal("note-1")


def test_every_written_form_is_a_node_with_language_kind_and_source_tied_to_the_next() -> None:
    graph = made(ANNA)
    first, second = name_of(IRIS.shared("person", "anna"), 1), name_of(IRIS.shared("person", "anna"), 2)
    assert graph.value(first, CRM["P139_has_alternative_form"]) == second
    assert graph.value(second, CRM["P139_has_alternative_form"]) is None
    assert graph.value(second, CRM["P190_has_symbolic_content"]) == Literal("Анна", lang="ru")
    assert graph.value(second, RDFS.label) == Literal("Анна", lang="ru")
    assert graph.value(second, CRM["P2_has_type"]) == kgv("name/native")
    assert graph.value(second, DCT.source) == Literal("a directory")
    assert Literal("Анна", lang="ru") in set(graph.objects(IRIS.shared("person", "anna"), SKOS.altLabel))


def test_a_fact_from_elsewhere_says_where_it_is_from() -> None:
    notes = set(made(ANNA).objects(IRIS.shared("person", "anna"), CRM["P3_has_note"]))
    assert notes == {Literal("Born 1901-02, according to a directory.", lang="en")}


def test_a_person_without_a_name_keeps_the_label_of_the_text() -> None:
    graph, node = made(BORIS), IRIS.shared("person", "boris")
    assert graph.value(node, RDFS.label) == Literal("the man at the door", lang="en")
    assert graph.value(node, CRM["P2_has_type"]) == kgv("unnamed")
    assert not list(graph.objects(node, CRM["P1_is_identified_by"]))


def test_parts_point_at_their_wholes_and_events_at_their_parts() -> None:
    town, land = IRIS.shared("place", "town"), IRIS.shared("place", "land")
    assert (town, CRM["P89_falls_within"], land) in made(Ref("place", "town"))
    committee = Authority("group", "committee", "Committee", "s", part_of="council")
    graph = graph_of(authority_entry(IRIS, committee))
    member = CRM["P107i_is_current_or_former_member_of"]
    assert graph.value(IRIS.shared("group", "committee"), member) == IRIS.shared("group", "council")
    dance = Authority("event", "dance", "Dance", "s", part_of="fair")
    graph = graph_of(authority_entry(IRIS, dance))
    whole = IRIS.shared("event", "fair")
    assert (whole, CRM["P9_consists_of"], IRIS.shared("event", "dance")) in graph


def test_the_editors_are_a_group_and_an_agent() -> None:
    graph = graph_of(e74_editors(IRIS, "Us"))
    assert {CRM["E74_Group"], FOAF.Agent} == set(graph.objects(IRIS.editors, RDF.type))
    assert graph.value(IRIS.editors, FOAF.name) == Literal("Us", lang="en")
