from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, XSD, Graph, Literal, URIRef

from kg.crm.record_events import record_events
from kg.graph import document_graph
from kg.iris import CITO, CRM, EDTF, KG, SCHEMA, kgv, time_of
from kg.model import Number, WrittenDate
from kg.schemaorg.derived import happenings, parties
from kg.schemaorg.stated import of_authority, plain_date
from tests.small import ANNA, AUTHORITY, BORIS, IRIS, at, dossier, graph_of, note
from tests.small import D as NOTE
from tests.telegram import D, group, person, telegram, values

GRAPH = telegram().graph
LAYER_1_2_5 = {
    "https://schema.org/" + name
    for name in (
        "Message", "DigitalDocument", "TextDigitalDocument", "MediaObject", "WebPage", "CreativeWork",
        "ArchiveComponent", "Claim", "Event", "Action",
    )
}  # fmt: skip


def reached(start: URIRef, *path: URIRef) -> set[str]:
    """What a path of properties leads to, forwards."""
    nodes = {start}
    for term in path:
        nodes = {o for node in nodes for o in GRAPH.objects(node, term) if isinstance(o, URIRef)}
    return {str(node) for node in nodes}


@pytest.mark.parametrize(
    ("subject", "short_cut", "path"),
    [
        (D.document, SCHEMA.sender, (CRM["P94i_was_created_by"], CRM["P14_carried_out_by"])),
        (D.document, SCHEMA.about, (CRM["P129_is_about"],)),
        (D.document, SCHEMA.workTranslation, (CRM["P73_has_translation"],)),
        (D.translation("en"), SCHEMA.translationOfWork, (CRM["P73i_is_translation_of"],)),
        (D.translation("en"), SCHEMA.translator, (CRM["P94i_was_created_by"], CRM["P14_carried_out_by"])),
        (D.text, SCHEMA.encodesCreativeWork, (CRM["P165_incorporates"],)),
        (D.publication, SCHEMA.usageInfo, (CRM["P104_is_subject_to"],)),
        (D.copy("tsamo-rf"), SCHEMA.holdingArchive, (CRM["P50_has_current_keeper"],)),
        (D.copy("tsamo-rf"), SCHEMA.exampleOfWork, (CRM["P128_carries"],)),
    ],
    ids=lambda value: str(value).rsplit("/", 1)[-1] if isinstance(value, URIRef) else "",
)
def test_a_short_cut_leads_where_its_path_leads(
    subject: URIRef, short_cut: URIRef, path: tuple[URIRef, ...]
) -> None:
    assert values(GRAPH, subject, short_cut)
    assert values(GRAPH, subject, short_cut) == reached(subject, *path)


def test_the_addressee_is_that_of_the_dispatch() -> None:
    dispatch = {s for s in GRAPH.subjects(CRM["P2_has_type"], kgv("dispatch")) if isinstance(s, URIRef)}
    addressed = {o for one in dispatch for o in reached(one, KG.hadAddressee)}
    assert values(GRAPH, D.document, SCHEMA.recipient) == addressed
    assert addressed == {str(person("first-deputy-foreign-minister-ussr-1950"))}


def test_who_published_and_who_paid_are_those_of_the_events() -> None:
    did = CRM["P14_carried_out_by"]
    publishing = D.event("publishing")
    assert values(GRAPH, D.publication, SCHEMA.publisher) == reached(publishing, did)
    assert values(GRAPH, D.publication, SCHEMA.funder) == reached(publishing, CRM["P9_consists_of"], did)
    assert values(GRAPH, D.publication, SCHEMA.funder) == {str(group("leon-levy-foundation"))}


def test_the_document_mentions_what_its_own_words_mention_and_the_page_the_rest() -> None:
    for whole, work in ((D.translation("en"), D.document), (D.text, D.publication)):
        found = {
            str(thing)
            for span in GRAPH.subjects(CRM["P106i_forms_part_of"], whole)
            if (span, CRM["P2_has_type"], kgv("mention")) in GRAPH
            for thing in GRAPH.objects(span, CRM["P67_refers_to"])
        }
        assert values(GRAPH, work, SCHEMA.mentions) == found
    assert str(person("stalin")) in values(GRAPH, D.document, SCHEMA.mentions)
    assert str(group("leon-levy-foundation")) not in values(GRAPH, D.document, SCHEMA.mentions)
    assert str(group("leon-levy-foundation")) in values(GRAPH, D.publication, SCHEMA.mentions)


def test_cited_documents_and_reported_assertions() -> None:
    report = {str(D.saying("ri-report"))}
    assert values(GRAPH, D.document, SCHEMA.citation) == report
    assert values(GRAPH, D.document, CITO.discusses) == report
    asserted = values(GRAPH, D.document, CITO.containsAssertionFrom)
    assert asserted == {str(D.saying(one)) for one in ("heo", "issue", "no-decision", "heo-question")}


def test_the_copy_gives_both_notations() -> None:
    assert values(GRAPH, D.copy("tsamo-rf"), SCHEMA.identifier) == {
        "TsAMO RF, f. 5, op. 918795, d. 125, ll. 89-91",
        "TsAMO RF F. 5. Op. 918795. D. 125, pp. 89-91",
    }


def test_dates_have_the_type_of_what_they_are() -> None:
    assert GRAPH.value(D.document, SCHEMA.dateCreated) == Literal("1950-09-22", datatype=XSD.date)
    assert GRAPH.value(D.event("visit"), SCHEMA.startDate) == Literal("1950-09-21", datatype=XSD.date)
    assert plain_date("1950-09") == Literal("1950-09", datatype=XSD.gYearMonth)
    assert plain_date("1950") == Literal("1950", datatype=XSD.gYear)
    for other in ("1950-09-22?", "1950-21", "1950/1951", "195X", "[..1950-09-20]", "1950-09-22T20:30:00"):
        assert plain_date(other) is None
    assert not list(GRAPH.objects(D.event("inquiry"), SCHEMA.startDate))


@pytest.mark.parametrize(
    ("edtf", "start"),
    [
        ("1950-09", Literal("1950-09", datatype=XSD.gYearMonth)),
        ("1950-09-21T20:30:00", Literal("1950-09-21", datatype=XSD.date)),
        ("1950-09-21/1950-09-23", Literal("1950-09-21", datatype=XSD.date)),
        ("1950-09-22?", None),
        ("1950-09-2X", None),
    ],
)
def test_a_start_date_is_no_surer_than_the_date_it_is_read_from(edtf: str, start: Literal | None) -> None:
    graph, event, time = Graph(), NOTE.event("fair"), time_of(NOTE.event("fair"))
    graph.add((event, KG.basis, kgv("basis/reported")))
    graph.add((event, CRM["P4_has_time-span"], time))
    graph.add((time, CRM["P170i_time_is_defined_by"], Literal(edtf, datatype=EDTF)))
    found = {date for _, term, date in happenings(graph) if term == SCHEMA.startDate}
    assert found == ({start} if start else set())


def test_the_history_of_the_document_is_no_event_for_readers_of_events() -> None:
    found = {str(s).rsplit("/", 1)[1] for s in GRAPH.subjects(RDF.type, SCHEMA.Event)}
    assert found == {
        "visit", "question", "declining", "reading-aloud", "conversation-ri-zhou", "inquiry",
        "political-council-meeting-1950-09-21",
    }  # fmt: skip


def test_names_repeat_the_labels() -> None:
    for node, type_ in GRAPH.subject_objects(RDF.type):
        if str(type_) in LAYER_1_2_5 and (node, RDFS.label, None) in GRAPH:
            assert set(GRAPH.objects(node, SCHEMA.name)) == set(GRAPH.objects(node, RDFS.label))


def test_the_text_has_its_checksum_and_no_licence() -> None:
    assert values(GRAPH, D.text, SCHEMA.sha256) == {telegram().document.source.sha256}
    assert values(GRAPH, D.text, SCHEMA.contentSize) == {"4082 B"}
    licensed = [p for p in set(GRAPH.predicates()) if "licen" in str(p).lower()]
    assert licensed == []
    assert values(GRAPH, D.translation("en"), SCHEMA.usageInfo) == {str(D.publication_part("rights"))}


def test_proposals_are_only_potential() -> None:
    for proposal in GRAPH.subjects(RDF.type, KG.Proposal):
        assert values(GRAPH, proposal, SCHEMA.actionStatus) == {str(SCHEMA.PotentialActionStatus)}


def test_an_authority_entry_has_the_narrower_class_where_it_names_one() -> None:
    graph = graph_of(*(of_authority(IRIS, entry) for entry in AUTHORITY))
    anna, council = IRIS.shared("person", "anna"), IRIS.shared("group", "council")
    assert graph.value(council, RDF.type) == SCHEMA.GovernmentOrganization
    assert graph.value(anna, SCHEMA.birthDate) == Literal("1901-02", datatype=XSD.gYearMonth)
    assert graph.value(anna, SCHEMA.deathDate) is None
    assert set(graph.objects(anna, SCHEMA.alternateName)) == {
        Literal("Anna", lang="en"),
        Literal("Анна", lang="ru"),
    }
    assert (IRIS.shared("role", "guard"), None, None) not in graph


def test_a_page_without_a_summary_has_no_abstract() -> None:
    bare = document_graph(note(), None, (), AUTHORITY, IRIS, ("+00:00",))
    assert bare.value(NOTE.publication, SCHEMA.abstract) is None
    summed = document_graph(note(summary=at("it rains")), None, (), AUTHORITY, IRIS, ("+00:00",))
    assert summed.value(NOTE.publication, SCHEMA.abstract) == Literal("it rains", lang="en")


def test_an_untranslated_document_has_no_translator_and_no_translation() -> None:
    bare = document_graph(note(numbers=(Number("own", at("f. 1")),)), None, (), AUTHORITY, IRIS, ("+00:00",))
    for term in (SCHEMA.translator, SCHEMA.workTranslation, SCHEMA.translationOfWork):
        assert not list(bare.triples((None, term, None)))
    assert bare.value(NOTE.text, SCHEMA.encodesCreativeWork) == NOTE.document
    assert {ANNA, BORIS}.isdisjoint(bare.objects())


def test_every_schema_term_is_used_as_schema_org_says(shared: Path, tmp_path: Path) -> None:
    data = tmp_path / "all.ttl"
    union: Graph = telegram().union
    union.serialize(data, format="turtle")
    check, vocabulary = shared / "suites/schemaorg_check.py", shared / "reference/schemaorg-30.0-https.ttl"
    command = [sys.executable, str(check), "--vocab", str(vocabulary), str(data)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("edtf", "day"), [("1567-03-12", "1567-03-12"), ("1567-03-12/1567-03-21", None)])
def test_a_document_known_to_be_of_one_of_several_days_is_of_none_of_them(edtf: str, day: str | None) -> None:
    dated = (WrittenDate("written", at("Anna"), edtf),)
    given = dossier(note(dates=dated))
    graph = graph_of(record_events(given))
    found = {str(date) for _, term, date in parties(graph, given) if term == SCHEMA.dateCreated}
    assert found == ({day} if day else set())
