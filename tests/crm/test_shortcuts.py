from __future__ import annotations

from rdflib import RDF, XSD, Graph, Literal, URIRef

from kg.crm.shortcuts import reporters, shortcuts, speakers
from kg.iris import CRM, KG, kgv
from tests.small import IRIS, D, graph_of

A, B, C = (IRIS.shared("person", key) for key in "abc")


def said(graph: Graph, id: str, within: tuple[str, ...], *who: URIRef, unclear: bool = False) -> None:
    """A saying with its attribution, written straight into a graph."""
    graph.add((D.saying(id), RDF.type, KG.Saying))
    for outer in within:
        graph.add((D.saying(id), CRM["P148i_is_component_of"], D.saying(outer)))
    node = D.attribution(id)
    graph.add((node, CRM["P140_assigned_attribute_to"], D.saying(id)))
    graph.add((node, CRM["P177_assigned_property_of_type"], kgv("said-by")))
    for one in who:
        graph.add((node, CRM["P141_assigned"], one))
    if unclear:
        graph.add((node, CRM["P2_has_type"], kgv("attribution-unclear")))


def chain() -> Graph:
    graph = Graph()
    said(graph, "narrative", (), A)
    graph.add((D.saying("narrative"), CRM["P148i_is_component_of"], D.document))
    said(graph, "told", ("narrative",), B)
    said(graph, "inner", ("told",), C)
    return graph


def counted(graph: Graph, id: str) -> int | None:
    found = graph.value(D.saying(id), KG.reporters)
    return None if found is None else int(str(found))


def test_reporters_are_the_distinct_voices_on_the_way_to_the_reader() -> None:
    graph = chain()
    said(graph, "own", ("narrative",), A)
    said(graph, "again", ("inner",), B)
    graph += graph_of(shortcuts(graph))
    expected = {"narrative": 0, "told": 1, "inner": 2, "own": 0, "again": 2}
    assert {one: counted(graph, one) for one in expected} == expected


def test_two_routes_count_each_voice_once() -> None:
    graph = chain()
    said(graph, "other", ("narrative",), B)
    said(graph, "twice", ("inner", "other"), IRIS.shared("person", "d"))
    assert graph_of(reporters(graph, D.saying("twice"))).value(D.saying("twice"), KG.reporters) == Literal(
        "3", datatype=XSD.integer
    )


def test_where_the_speaker_is_unclear_there_is_no_short_cut_to_one() -> None:
    graph = chain()
    said(graph, "unclear", ("told",), B, C, unclear=True)
    made = graph_of(shortcuts(graph))
    assert speakers(graph, D.saying("unclear")) == set()
    assert not list(made.objects(D.saying("unclear"), KG.saidBy))
    assert counted(made, "unclear") is None
    assert set(made.objects(D.saying("unclear"), KG.reportedBy)) == {B}


def test_nobody_reports_the_narrative_nor_themselves() -> None:
    graph = chain()
    said(graph, "own", ("narrative",), A)
    made = graph_of(shortcuts(graph))
    assert not list(made.objects(D.saying("narrative"), KG.reportedBy))
    assert not list(made.objects(D.saying("own"), KG.reportedBy))
    assert set(made.objects(D.saying("inner"), KG.reportedBy)) == {B}


def test_whom_a_saying_addresses_did_not_say_it() -> None:
    graph = chain()
    node = D.attribution("inner-addressee")
    graph.add((node, CRM["P140_assigned_attribute_to"], D.saying("inner")))
    graph.add((node, CRM["P177_assigned_property_of_type"], kgv("addressed-to")))
    graph.add((node, CRM["P141_assigned"], A))
    assert speakers(graph, D.saying("inner")) == {C}


def test_sayings_that_report_each_other_in_a_circle_do_not_hang() -> None:
    graph = chain()
    graph.add((D.saying("narrative"), CRM["P148i_is_component_of"], D.saying("inner")))
    assert len(graph_of(reporters(graph, D.saying("inner")))) == 1
