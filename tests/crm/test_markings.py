from __future__ import annotations

import pytest
from rdflib import Graph, Literal

from kg.crm.markings import markings
from kg.iris import CRM, KG, SCHEMA, kgv
from kg.model import CrossReference, Mention, Number, Recipient, SignOff, Span
from tests.small import ANNA, COUNCIL, IRIS, D, at, dossier, graph_of, note

TEXT = "TOP SECRET\nSent to Anna (2), Council. See our 424 and note 3.\nBoris"


def made(**fields: object) -> Graph:
    found = (Mention(here("Anna"), ANNA, "name"), Mention(here("Council"), COUNCIL, "name"))
    return graph_of(markings(dossier(note(TEXT, **fields), mentions=found)))


def here(words: str) -> Span:
    return at(words, TEXT)


def typed(graph: Graph, span: Span) -> set[object]:
    return set(graph.objects(D.span(span.begin, span.end), CRM["P2_has_type"]))


@pytest.mark.parametrize(
    ("marking", "concept"),
    [
        ("TOP SECRET", "top-secret"),
        ("Strictly secret", "secret"),
        ("strictly confidential", "confidential"),
        ("LIMITED OFFICIAL USE", "restricted"),
        ("Unclassified", "unclassified"),
        ("Eyes only", None),
    ],
)
def test_a_marking_of_secrecy_is_published_as_written_and_as_a_concept(
    marking: str, concept: str | None
) -> None:
    span = Span(0, len(marking), marking)
    graph = graph_of(markings(dossier(note(f"{marking}\nx\ny", classification=(span,)))))
    assert set(graph.objects(D.document, SCHEMA.conditionsOfAccess)) == {Literal(marking)}
    expected = {kgv(f"classification/{concept}")} if concept else set()
    assert set(graph.objects(D.document, CRM["P2_has_type"])) == expected
    assert kgv("classification-marking") in typed(graph, span)


def test_a_document_without_a_marking_has_none() -> None:
    graph = made()
    assert not set(graph.objects(D.document))
    assert not set(graph.subjects(CRM["P2_has_type"], kgv("distribution")))


def test_the_distribution_is_an_event_with_those_who_got_copies() -> None:
    graph = made(distribution=(Recipient(here("Anna (2)"), "Anna", 2), Recipient(here("Council"), "Council")))
    event = D.event("distribution")
    assert set(graph.objects(event, KG.hadAddressee)) == {
        IRIS.shared("person", "anna"), IRIS.shared("group", "council"),
    }  # fmt: skip
    assert str(graph.value(event, CRM["P3_has_note"])) == "Copies: Anna: 2."
    assert graph.value(event, CRM["P70i_is_documented_in"]) == D.document
    assert kgv("distribution-entry") in typed(graph, here("Anna (2)"))


def test_a_signature_and_references_are_spans_of_their_kind() -> None:
    graph = made(
        sign_offs=(SignOff(here("Boris"), name=here("Boris")),),
        numbers=(Number("cited", here("our 424")),),
        references=(CrossReference(here("note 3"), "#fn3"),),
    )
    assert kgv("sign-off") in typed(graph, here("Boris"))
    assert kgv("reference") in typed(graph, here("our 424"))
    span = here("note 3")
    assert str(graph.value(D.span(span.begin, span.end), CRM["P3_has_note"])) == "Refers to #fn3"
