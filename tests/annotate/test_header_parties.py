"""The parties of a letter's header are found where no other words name them, and stand in its graph."""

from __future__ import annotations

import pytest
from rdflib import RDFS, URIRef

from kg.annotate.found import find
from kg.annotate.readers import draft
from kg.annotate.sayings import RULES
from kg.converters import convert
from kg.graph import document_graph
from kg.iris import SCHEMA, Iris
from kg.model import Candidate, Document, Found
from tests.annotate.marked import NOBODY

IRIS = Iris("http://example.org/")


def letter(sent: str, received: str, text: str = "", lists: str = "") -> Document:
    data = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><correspDesc>'
        f'<correspAction type="sent">{sent}</correspAction>'
        f'<correspAction type="received">{received}</correspAction></correspDesc></profileDesc></teiHeader>'
        f"<text><body><p>{text}</p></body>{lists}</text></TEI>"
    )
    (one,) = convert("letter.xml", data.encode())
    assert isinstance(one, Document)
    return one


def parties(document: Document) -> tuple[set[str], set[str]]:
    """The labels of the sender and of the recipient in the document's graph."""
    found = find(document, NOBODY)
    reading = draft(document, found, NOBODY, RULES)
    graph = document_graph(
        document, reading, found.mentions, NOBODY, IRIS, ("+00:00",), candidates=found.candidates
    )
    node = URIRef(f"http://example.org/document/{document.key}")
    sender, recipient = (
        {str(graph.value(who, RDFS.label)) for who in graph.objects(node, relation)}
        for relation in (SCHEMA.sender, SCHEMA.recipient)
    )
    return sender, recipient


def person(name: str, attributes: str = "") -> str:
    return f"<persName {attributes}>{name}</persName>"


@pytest.mark.parametrize("text", ["", "Dear friend, I have seen the harbour."])
def test_parties_of_the_header_alone(text: str) -> None:
    document = letter(person("Berta von Ahlen"), person("Louis de La Tour"), text)
    assert parties(document) == ({"Berta von Ahlen"}, {"Louis de La Tour"})


def test_each_of_several_is_a_person() -> None:
    two = person("Hedwig Sand") + person("Emil Sand")
    document = letter(person("Berta Ahlen") + person("Ida Moor"), two)
    assert document.addressee is not None
    assert document.addressee.span.text == "Hedwig Sand; Emil Sand"
    assert parties(document) == ({"Berta Ahlen", "Ida Moor"}, {"Hedwig Sand", "Emil Sand"})


def test_addressees_of_several_lines() -> None:
    ends = '</correspAction><correspAction type="received" subtype="to">'
    document = letter(
        person("Berta Ahlen") + ends + person("PN0007") + ends + person("PN0008"), "<note>none</note>"
    )
    assert parties(document) == ({"Berta Ahlen"}, {"PN0007", "PN0008"})


@pytest.mark.parametrize("name", ["PN0007", "Sand, Emil von", "der Schreiber", "Антон Белов", "王大", "ida"])
def test_names_of_every_writing(name: str) -> None:
    assert parties(letter(person(name), person("PN0008"))) == ({name}, {"PN0008"})


def test_a_group_is_no_person() -> None:
    found = find(letter(person("Ida Moor"), "<orgName>Seerat</orgName>"), NOBODY)
    assert [(one.kind, one.label) for one in kinds(found)] == [("group", "Seerat"), ("person", "Ida Moor")]


def kinds(found: Found) -> list[Candidate]:
    return sorted(found.candidates, key=lambda one: one.kind)


def test_one_whom_the_header_points_at_outside_is_that_one() -> None:
    here = 'ref="https://d-nb.info/gnd/1234567"'
    document = letter(
        person("Karl von Nord", here), person("Ida Moor"), "Yours, " + person("C. Norden", here)
    )
    assert parties(document)[0] == {"Karl von Nord"}
    found = find(document, NOBODY)
    assert [one.ref.key for one in found.mentions if "N" in one.span.text] == ["gnd-1234567"] * 2


def test_the_header_s_name_wins_over_a_longer_one_of_the_text() -> None:
    text = f"Your servant, {person('Karl Hugo Maria Nord')}"
    document = letter(person("Karl Nord"), person("Ida Moor"), text)
    (sender,) = [one for one in find(document, NOBODY).candidates if "Nord" in one.label]
    assert sender.label == "Karl Nord"
    assert "Karl Hugo Maria Nord" in sender.forms
