from __future__ import annotations

import pytest
from rdflib import RDF, RDFS, Literal

from kg.crm.events import events
from kg.crm.record_events import record_events
from kg.iris import CRM, CRMINF, KG, SCHEMA, kgv, time_of
from kg.model import Belief, Credit, Event, Footnote, Mention, Party, Ref, Span, WrittenDate
from tests.small import ANNA, ARCHIVE, BORIS, COUNCIL, IRIS, TEXT, D, at, dossier, graph_of, note, reading

TALK = Event(
    "talk",
    "Anna talks to Boris",
    "activity",
    "conversation",
    "first-hand",
    (at("Anna perhaps said"),),
    carried_out_by=(ANNA,),
    participants=(COUNCIL,),
    addressees=(BORIS,),
    places=(Ref("place", "town"),),
    used=(Ref("saying", "rain"),),
    about=(Ref("proposal", "umbrella"),),
    parts=("answer",),
    date="1950-09-21",
    note="It rained.",
)
ANSWER = Event("answer", "Boris answers", "activity", "question", "reported", (at("Boris heard her"),))


def test_an_event_says_who_did_what_to_whom_where_on_what_basis() -> None:
    some = dossier(note(), reading(events=(TALK, ANSWER)))
    graph = graph_of(events(some))
    node = D.event("talk")
    expected = {
        (RDF.type, CRM["E7_Activity"]),
        (CRM["P2_has_type"], kgv("conversation")),
        (KG.basis, kgv("basis/first-hand")),
        (CRM["P14_carried_out_by"], some.ref(ANNA)),
        (CRM["P11_had_participant"], some.ref(COUNCIL)),
        (KG.hadAddressee, some.ref(BORIS)),
        (CRM["P7_took_place_at"], IRIS.shared("place", "town")),
        (CRM["P16_used_specific_object"], D.saying("rain")),
        (SCHEMA.about, D.proposal("umbrella")),
        (CRM["P9_consists_of"], D.event("answer")),
        (CRM["P4_has_time-span"], time_of(node)),
        (CRM["P70i_is_documented_in"], D.document),
        (CRM["P3_has_note"], Literal("It rained.", lang="en")),
    }
    assert expected <= set(graph.predicate_objects(node))
    passage = at("Anna perhaps said")
    assert (D.span(passage.begin, passage.end), CRM["P67_refers_to"], node) in graph


def test_a_shared_event_keeps_the_authoritys_iri_and_a_part_may_name_its_whole() -> None:
    fair = Event("fair", "Some fair", "activity", "meeting", "reported", (), shared=True)
    dance = Event("dance", "A dance", "activity", "meeting", "reported", (), part_of="fair")
    graph = graph_of(events(dossier(note(), reading(events=(fair, dance)))))
    shared = IRIS.shared("event", "fair")
    assert (shared, CRM["P9_consists_of"], D.event("dance")) in graph
    assert (shared, CRM["P70i_is_documented_in"], D.document) in graph
    assert graph.value(shared, RDFS.label) == Literal("The fair", lang="en")


def test_a_reasoning_ends_in_a_belief_about_propositions() -> None:
    belief = Belief("rain", "Belief in rain", ("wet",), "held as likely")
    thought = Event("thought", "A thought", "inference", "inference", "first-hand", (), belief=belief)
    graph = graph_of(events(dossier(note(), reading(events=(thought,)))))
    assert (D.event("thought"), RDF.type, CRMINF["I5_Inference_Making"]) in graph
    assert (D.event("thought"), CRMINF["J2_concluded_that"], D.belief("rain")) in graph
    assert (D.belief("rain"), CRMINF["J4_that"], D.proposition("wet")) in graph
    assert graph.value(D.belief("rain"), CRMINF["J5_holds_to_be"]) == Literal("held as likely", lang="en")


def test_every_document_was_written_and_its_page_published() -> None:
    graph = graph_of(record_events(dossier()))
    assert (D.document, CRM["P94i_was_created_by"], D.event("writing")) in graph
    assert (D.event("writing"), CRM["P70i_is_documented_in"], D.document) in graph
    assert (D.event("publishing"), CRM["P16_used_specific_object"], D.document) in graph
    noticed = graph_of(record_events(dossier(note(rights=(at("Archive"),)))))
    notice = D.span(at("Archive").begin, at("Archive").end)
    assert list(noticed.subjects(CRM["P67_refers_to"], D.event("publishing"))) == [notice]
    assert not list(graph.objects(D.event("publishing"), CRM["P70i_is_documented_in"]))
    assert not list(graph.objects(None, CRM["P4_has_time-span"]))
    assert not list(graph.subjects(CRM["P2_has_type"], kgv("translating")))


@pytest.mark.parametrize(
    ("kind", "slug", "class_"),
    [
        ("printed", "printing", "E12_Production"),
        ("typed", "typing", "E12_Production"),
        ("received", "receipt", "E7_Activity"),
        ("deciphered", "deciphering", "E7_Activity"),
        ("sent", "dispatch", "E7_Activity"),
    ],
)
def test_each_instant_of_a_document_is_an_event_of_its_own(kind: str, slug: str, class_: str) -> None:
    dated = WrittenDate(kind, at("rains"), "1950-09-22", "20:30")
    foot = Footnote("*", at("heard"), "heard", Span(at("rains").end, at("rains").end + 1, "."))
    graph = graph_of(record_events(dossier(note(dates=(dated,), footnotes=(foot,)))))
    assert (D.event(slug), RDF.type, CRM[class_]) in graph
    assert (D.event(slug), CRM["P2_has_type"], kgv(slug)) in graph
    passages = set(graph.subjects(CRM["P67_refers_to"], D.event(slug)))
    assert passages == {D.span(s.begin, s.end) for s in (at("rains"), at("heard"))}


def test_what_the_reading_tells_itself_is_not_made_again() -> None:
    told = Event("dispatch", "Sending", "activity", "dispatch", "inferred", ())
    dated = WrittenDate("sent", at("rains"), "1950-09-22")
    some = dossier(note(dates=(dated,)), reading(events=(told,)))
    graph = graph_of(events(some), record_events(some))
    labels = set(graph.objects(D.event("dispatch")))
    assert kgv("basis/inferred") in labels
    assert kgv("basis/reported") not in labels


def test_people_come_from_the_reading_and_else_from_the_names_on_the_page() -> None:
    fields = {
        "sender": Party(at("Anna")),
        "credits": (Credit("translator", at("Boris"), "Boris"),),
        "support": at("Archive"),
    }
    mentions = (
        Mention(at("Anna"), ANNA, "name"),
        Mention(at("Boris"), BORIS, "name"),
        Mention(at("Archive"), ARCHIVE, "name"),
    )
    did = CRM["P14_carried_out_by"]
    unread = dossier(note(**fields), None, mentions)
    graph = graph_of(record_events(unread))
    assert graph.value(D.event("writing"), did) == unread.ref(ANNA)
    assert graph.value(D.event("translating"), did) == unread.ref(BORIS)
    assert graph.value(D.event("funding"), did) == unread.ref(ARCHIVE)
    assert graph.value(D.event("publishing"), did) is None
    read = reading(author=BORIS, translators=(ANNA,), funders=(COUNCIL,), publisher=ARCHIVE)
    graph = graph_of(record_events(dossier(note(**fields), read, mentions)))
    assert graph.value(D.event("writing"), did) == unread.ref(BORIS)
    assert graph.value(D.event("translating"), did) == unread.ref(ANNA)
    assert graph.value(D.event("funding"), did) == unread.ref(COUNCIL)
    assert graph.value(D.event("publishing"), did) == unread.ref(ARCHIVE)


def test_the_passage_of_the_translating_is_the_line_that_credits_it() -> None:
    credited = note(credits=(Credit("translator", at("Boris"), "Boris"),))
    graph = graph_of(record_events(dossier(credited)))
    line = at("Anna perhaps said that it rains. Boris heard her.")
    assert list(graph.subjects(CRM["P67_refers_to"], D.event("translating"))) == [
        D.span(line.begin, line.end)
    ]
    assert line.text in TEXT
    assert (D.translation("en"), CRM["P94i_was_created_by"], D.event("translating")) in graph
