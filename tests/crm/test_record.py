from __future__ import annotations

from dataclasses import replace

import pytest
from rdflib import RDF, Literal, URIRef

from kg.crm.record import (
    d1_text,
    document_label,
    e13_language,
    e31_document,
    e33_translation,
    e73_publication,
)
from kg.errors import ReadingError
from kg.iris import CRM, KG, kgv
from kg.model import Credit, Document, Number, Volume, WrittenDate
from tests.small import ANNA, COUNCIL, D, at, dossier, graph_of, note, reading
from tests.telegram import page

LEXVO = "http://lexvo.org/id/iso639-3/"
TRANSLATED = {"credits": (Credit("translator", at("Anna"), "Anna"),)}


def numbered(text: str, heading: str, date: str | None) -> Document:
    whole = f"{heading}\n{text} and more"
    dates = (WrittenDate("written", at("more", whole), date),)
    numbers = (Number("own", at(text, whole)),)
    return note(whole, numbers=numbers, dates=dates, heading=at(heading, whole))


@pytest.mark.parametrize(
    ("number", "heading", "date", "label"),
    [
        ("Nº 1258", "Telegram from the ambassador", "1950-09-22", "Telegram no. 1258 of 22 September 1950"),
        ("No. 53/492", "Ciphered Telegram, A to B", None, "Telegram no. 53/492"),
        ("# 600428/sh", "LETTER TO THE MINISTER", "1956-11", "Letter no. 600428/sh of November 1956"),
        ("№ 7", "On the weather", "1950", "Document no. 7 of 1950"),
        ("12 652", "Cable", None, "Cable no. 12 652"),
    ],
)
def test_a_numbered_document_is_labelled_by_form_number_and_date(
    number: str, heading: str, date: str | None, label: str
) -> None:
    assert document_label(dossier(numbered(number, heading, date))) == label


def test_without_a_number_the_title_is_the_label_and_without_a_title_the_key() -> None:
    assert document_label(dossier(note(title=at("Anna")))) == "Anna"
    assert document_label(dossier()) == "note-1"


def test_in_a_volume_the_label_is_the_title_with_the_date() -> None:
    document = replace(numbered("No. 5", "Mr. A to Mr. B", "1864-05-03"), volume=Volume("v", "Papers"))
    titled = replace(document, title=at("Mr. A to Mr. B", document.text))
    assert document_label(dossier(titled)) == "Mr. A to Mr. B, 3 May 1864"


def test_a_number_written_twice_is_one_identifier_with_two_passages() -> None:
    text = "Telegram\nNo. 2114 and Nº 2114, No. 2115"
    spans = [at(words, text) for words in ("No. 2114", "Nº 2114", "No. 2115")]
    some = dossier(note(text, numbers=tuple(Number("own", span) for span in spans)))
    graph = graph_of(e31_document(some))
    first, second = D.identifier("telegram-number"), D.identifier("telegram-number-2")
    assert graph.value(D.document, CRM["P48_has_preferred_identifier"]) == first
    assert len(set(graph.subjects(CRM["P67_refers_to"], first))) == 2
    assert graph.value(second, CRM["P190_has_symbolic_content"]) == Literal("No. 2115")
    assert not set(graph.objects(D.identifier("telegram-number-3")))


def test_a_credited_translator_makes_the_page_a_translation() -> None:
    some = dossier(note(**TRANSLATED))
    graph = graph_of(e31_document(some), e33_translation(some), d1_text(some))
    words = D.translation("en")
    assert (D.document, CRM["P73_has_translation"], words) in graph
    assert (words, CRM["P73i_is_translation_of"], D.document) in graph
    assert (words, CRM["P72_has_language"], URIRef(LEXVO + "eng")) in graph
    assert (D.text, CRM["P165_incorporates"], words) in graph
    assert not list(graph.objects(D.document, CRM["P72_has_language"]))


def test_without_a_translation_the_page_gives_the_documents_own_words() -> None:
    some = dossier(note(), reading())
    graph = graph_of(e31_document(some), e33_translation(some), d1_text(some))
    assert not list(graph.objects(D.document, CRM["P73_has_translation"]))
    assert (D.text, CRM["P165_incorporates"], D.document) in graph
    assert (D.document, CRM["P72_has_language"], URIRef(LEXVO + "eng")) in graph


def test_nobody_says_the_language_of_an_original_that_nobody_has_read() -> None:
    graph = graph_of(e31_document(dossier(note(**TRANSLATED))), e13_language(dossier()))
    assert not list(graph.objects(None, CRM["P72_has_language"]))


def test_the_language_of_the_original_is_an_editors_statement_with_its_level() -> None:
    read = reading(
        original_language="ru", original_language_level="inferential", original_language_note="A guess."
    )
    graph = graph_of(e31_document(dossier(note(), read)), e13_language(dossier(note(), read)))
    node, russian = D.assignment("original-language"), URIRef(LEXVO + "rus")
    assert (D.document, CRM["P72_has_language"], russian) in graph
    assert (node, CRM["P141_assigned"], russian) in graph
    assert (node, CRM["P177_assigned_property_of_type"], CRM["P72_has_language"]) in graph
    assert (node, KG.readingLevel, kgv("level/inferential")) in graph
    assert (node, CRM["P14_carried_out_by"], dossier().iris.editors) in graph
    assert graph.value(node, CRM["P3_has_note"]) == Literal("A guess.", lang="en")


def test_an_unknown_language_is_refused_with_a_mend() -> None:
    with pytest.raises(ReadingError, match=r"vocab\.ttl"):
        graph_of(e31_document(dossier(note(), reading(original_language="tlh"))))


def test_the_number_of_the_collection_is_the_pages_and_not_the_documents() -> None:
    numbers = (
        Number("collection", at("NOTE 7")),
        Number("own", at("f. 1")),
        Number("own", at("d. 2")),
        Number("incoming", at("her")),
    )
    some = dossier(note(numbers=numbers))
    graph = graph_of(e31_document(some), e73_publication(some))
    owners = {
        "telegram-number": (D.document, "P48_has_preferred_identifier"),
        "telegram-number-2": (D.document, "P1_is_identified_by"),
        "incoming-number": (D.document, "P1_is_identified_by"),
        "collection-number": (D.publication, "P1_is_identified_by"),
    }
    for slug, (owner, term) in owners.items():
        assert (owner, CRM[term], D.identifier(slug)) in graph
    assert (D.identifier("telegram-number-2"), CRM["P2_has_type"], kgv("telegram-number")) in graph
    number = graph.value(D.identifier("collection-number"), CRM["P190_has_symbolic_content"])
    assert number == Literal("NOTE 7")


def test_the_page_has_its_title_its_rights_notice_and_whom_to_ask() -> None:
    words = note(title=at("NOTE 7"), rights=(at("Boris heard her."),))
    graph = graph_of(e73_publication(dossier(words, reading(rights_holder=COUNCIL))))
    title, rights = D.publication_part("title"), D.publication_part("rights")
    assert (D.publication, CRM["P102_has_title"], title) in graph
    assert graph.value(title, CRM["P190_has_symbolic_content"]) == Literal("NOTE 7", lang="en")
    assert (D.publication, CRM["P104_is_subject_to"], rights) in graph
    assert (rights, RDF.type, CRM["E30_Right"]) in graph
    assert (D.publication, CRM["P105_right_held_by"], dossier().ref(COUNCIL)) in graph


def test_heading_and_summary_are_spans_that_speak_of_the_document() -> None:
    heading, summary = at("NOTE 7"), at("Boris heard her.")
    graph = graph_of(e73_publication(dossier(note(heading=heading, summary=summary))))
    spans = {D.span(line.begin, line.end) for line in (heading, summary)}
    assert set(graph.subjects(CRM["P67_refers_to"], D.document)) == spans


def test_what_the_page_leaves_empty_makes_no_statement() -> None:
    graph = graph_of(e73_publication(dossier()))
    for term in ("P102_has_title", "P104_is_subject_to", "P105_right_held_by", "P1_is_identified_by"):
        assert not list(graph.objects(D.publication, CRM[term]))


def test_the_subjects_of_a_document_come_from_the_reading() -> None:
    graph = graph_of(e31_document(dossier(note(), reading(about=(ANNA,)))))
    assert (D.document, CRM["P129_is_about"], dossier().ref(ANNA)) in graph


def test_the_telegrams_text_is_stated_nowhere() -> None:
    document = page()
    graph = graph_of(d1_text(replace(dossier(), document=document)))
    assert not list(graph.objects(None, CRM["P190_has_symbolic_content"]))
