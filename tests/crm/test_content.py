from __future__ import annotations

import pytest
from rdflib import RDF, Graph, Literal

from kg.crm.content import content
from kg.errors import ReadingError
from kg.iris import CRM, CRMINF, KG, kgv
from kg.model import Proposal, Proposition, Ref
from tests.small import ANNA, IRIS, D, at, dossier, graph_of, note, reading

UMBRELLA = Ref("proposal", "umbrella")


def made(*propositions: Proposition, proposals: tuple[Proposal, ...] = ()) -> Graph:
    read = reading(propositions=propositions, proposals=proposals)
    return graph_of(content(dossier(note(), read)))


def test_one_proposition_has_subject_property_and_object_and_is_not_asserted() -> None:
    graph = made(Proposition("for", "one", "Anna is for it", ANNA, "favours", UMBRELLA))
    node, anna = D.proposition("for"), IRIS.shared("person", "anna")
    assert (node, RDF.type, CRMINF["I17_One-Proposition_Set"]) in graph
    assert (node, CRMINF["J30_has_domain"], anna) in graph
    assert (node, CRMINF["J32_has_property_type"], kgv("favours")) in graph
    assert (node, CRMINF["J31_has_range"], D.proposal("umbrella")) in graph
    assert (anna, None, None) not in graph
    assert (None, kgv("favours"), None) not in graph


def test_the_property_may_be_one_of_the_crm_and_then_of_the_profile() -> None:
    graph = made(Proposition("why", "one", "Why", ANNA, "P17_was_motivated_by", UMBRELLA))
    assert graph.value(D.proposition("why"), CRMINF["J32_has_property_type"]) == CRM["P17_was_motivated_by"]
    with pytest.raises(ReadingError, match=r"note-1\.yaml"):
        made(Proposition("why", "one", "Why", ANNA, "P149_is_identified_by", UMBRELLA))


@pytest.mark.parametrize(("kind", "class_"), [("set", "I4_Proposition_Set"), ("situation", "I11_Situation")])
def test_sets_and_situations_only_say_what_they_are_about(kind: str, class_: str) -> None:
    graph = made(Proposition("war", kind, "A war", about=(ANNA, UMBRELLA)))  # type: ignore[arg-type]
    assert (D.proposition("war"), RDF.type, CRMINF[class_]) in graph
    about = set(graph.objects(D.proposition("war"), CRMINF["J28_contains_entity_reference"]))
    assert about == {IRIS.shared("person", "anna"), D.proposal("umbrella")}


def test_a_proposal_rests_on_its_words_and_is_no_event() -> None:
    known = Proposal("umbrella", "Bring one", at("rains"))
    unknown = Proposal("other", "Another", at("heard"), content_known=False)
    graph = made(proposals=(known, unknown))
    words = at("rains")
    types = set(graph.objects(D.proposal("umbrella"), RDF.type))
    assert types == {KG.Proposal, CRM["E29_Design_or_Procedure"]}
    assert graph.value(D.proposal("umbrella"), KG.contentSpan) == D.span(words.begin, words.end)
    assert graph.value(D.proposal("umbrella"), CRM["P3_has_note"]) is None
    remark = graph.value(D.proposal("other"), CRM["P3_has_note"])
    assert remark == Literal("The text does not give its content.", lang="en")


def test_a_document_that_nobody_has_read_has_no_content() -> None:
    assert len(graph_of(content(dossier()))) == 0
