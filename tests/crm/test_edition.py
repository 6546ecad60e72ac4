from __future__ import annotations

import hashlib
from dataclasses import replace

from rdflib import RDF, Literal

from kg.crm.edition import edition
from kg.crm.provenance import provenance
from kg.crm.record import e73_publication
from kg.iris import CRM, CRMDIG, SCHEMA
from kg.model import PageBreak, SourceFile, Volume
from kg.schemaorg.stated import of_page
from tests.small import IRIS, TEXT, D, dossier, graph_of, note

MARKUP = SourceFile("volume-1.xml", "ab" * 32, 4_000_000, "application/tei+xml")


def test_a_document_within_another_is_a_component_of_it() -> None:
    graph = graph_of(edition(dossier(note(part_of="telegram-7"))))
    assert graph.value(D.document, CRM["P148i_is_component_of"]) == IRIS.document("telegram-7").document
    assert not set(graph_of(edition(dossier())))


def test_what_was_taken_from_a_volume_says_so_with_its_number_and_pages() -> None:
    pages = (PageBreak(0, "3"), PageBreak(5, None), PageBreak(20, "4"))
    given = dossier(note(volume=Volume("volume-1", "Papers, 1950", "12"), page_breaks=pages))
    graph = graph_of(edition(given), of_page(given), e73_publication(given))
    volume = IRIS.document("volume-1").document
    assert set(graph.objects(volume, RDF.type)) == {CRM["E73_Information_Object"], SCHEMA.PublicationVolume}
    assert graph.value(D.publication, CRM["P106i_forms_part_of"]) == volume
    assert SCHEMA.Chapter in set(graph.objects(D.publication, RDF.type))
    assert SCHEMA.WebPage not in set(graph.objects(D.publication, RDF.type))
    assert str(graph.value(D.publication, SCHEMA.position)) == "12"
    assert [str(graph.value(D.publication, term)) for term in (SCHEMA.pageStart, SCHEMA.pageEnd)] == [
        "3",
        "4",
    ]


def test_a_text_taken_from_markup_has_its_own_checksum_beside_that_of_the_file() -> None:
    given = dossier(replace(note(), source=MARKUP))
    graph = graph_of(edition(given), of_page(given), provenance(given))
    assert graph.value(D.text, SCHEMA.sha256) == Literal(hashlib.sha256(TEXT.encode()).hexdigest())
    assert graph.value(D.text, SCHEMA.encodingFormat) == Literal("text/plain; charset=utf-8")
    assert graph.value(D.source, SCHEMA.sha256) == Literal("ab" * 32)
    assert graph.value(D.source, SCHEMA.encodingFormat) == Literal("application/tei+xml")
    assert set(graph.objects(D.conversion, CRMDIG["L10_had_input"])) == {D.source}


def test_a_plain_page_is_its_own_source_file() -> None:
    given = dossier()
    graph = graph_of(edition(given), of_page(given), provenance(given))
    assert set(graph.objects(D.conversion, CRMDIG["L10_had_input"])) == {D.text}
    assert not set(graph.objects(D.source))
