from __future__ import annotations

from rdflib import Graph, Literal

from kg.crm.copies import copies, print_sources
from kg.iris import CRM, kgv
from kg.model import CallNumber, Mention
from tests.small import ARCHIVE, COUNCIL, D, at, dossier, graph_of, note, reading

PARTS = (("fond", "1"), ("delo", "2"))
SOURCE = CallNumber("source", at("Archive, f. 1, d. 2"), "Archive, f. 1, d. 2", "Archive", PARTS)
PRINTED = CallNumber("printed-from", at("f. 1, d. 2"), "ARCHIVE F. 1. D. 2", "ARCHIVE", PARTS)
OTHER = CallNumber("source", at("d. 2"), "Museum, d. 2", "Museum", (("delo", "2"),))
SECOND = CallNumber("source", at("f. 1"), "Archive, f. 9", "Archive", (("fond", "9"),))


def made(*call_numbers: CallNumber, mentions: tuple[Mention, ...] = (), keeper: bool = True) -> Graph:
    read = reading(keeper=ARCHIVE) if keeper else None
    return graph_of(copies(dossier(note(call_numbers=call_numbers), read, mentions)))


def test_two_notations_of_one_shelfmark_are_one_copy() -> None:
    graph = made(PRINTED, SOURCE)
    copy = D.copy("archive")
    assert set(graph.subjects(CRM["P128_carries"], D.document)) == {copy}
    preferred, other = D.identifier("call-number-1"), D.identifier("call-number-2")
    assert (copy, CRM["P48_has_preferred_identifier"], preferred) in graph
    assert (copy, CRM["P1_is_identified_by"], other) in graph
    assert graph.value(preferred, CRM["P190_has_symbolic_content"]) == Literal("Archive, f. 1, d. 2")
    assert graph.value(other, CRM["P190_has_symbolic_content"]) == Literal("ARCHIVE F. 1. D. 2")


def test_the_parts_of_a_shelfmark_are_identifiers_of_their_own() -> None:
    graph = made(SOURCE)
    fond = D.identifier("call-number-1", "fond")
    assert (D.identifier("call-number-1"), CRM["P106_is_composed_of"], fond) in graph
    assert (fond, CRM["P2_has_type"], kgv("fond")) in graph
    assert graph.value(fond, CRM["P190_has_symbolic_content"]) == Literal("1")


def test_a_part_that_stands_twice_is_two_nodes() -> None:
    twice = CallNumber("source", at("f. 1"), "1, 2", "Archive", (("year", "1"), ("year", "2")))
    graph = made(twice)
    parts = {D.identifier("call-number-1", "year"), D.identifier("call-number-1", "year-2")}
    assert set(graph.objects(D.identifier("call-number-1"), CRM["P106_is_composed_of"])) == parts
    assert {graph.value(part, CRM["P2_has_type"]) for part in parts} == {kgv("year")}


def test_two_archives_hold_two_copies_and_the_reading_tells_only_of_the_first() -> None:
    graph = made(SOURCE, OTHER)
    keeper = CRM["P50_has_current_keeper"]
    assert set(graph.subjects(CRM["P128_carries"])) == {D.copy("archive"), D.copy("museum")}
    assert graph.value(D.copy("archive"), keeper) == dossier().ref(ARCHIVE)
    assert graph.value(D.copy("museum"), keeper) is None


def test_two_shelfmarks_in_one_archive_are_two_copies() -> None:
    graph = made(SOURCE, SECOND)
    assert set(graph.subjects(CRM["P128_carries"])) == {D.copy("archive"), D.copy("archive-2")}


def test_unread_the_keeper_is_the_archive_that_the_shelfmark_names() -> None:
    named = Mention(at("Archive"), ARCHIVE, "name")
    elsewhere = Mention(at("Boris"), COUNCIL, "name")
    graph = made(SOURCE, mentions=(named, elsewhere), keeper=False)
    assert graph.value(D.copy("archive"), CRM["P50_has_current_keeper"]) == dossier().ref(ARCHIVE)
    unnamed = CallNumber("source", at("f. 1, d. 2"), "f. 1, d. 2", None, PARTS)
    graph = made(unnamed, keeper=False)
    assert set(graph.subjects(CRM["P128_carries"])) == {D.copy("unknown-archive")}


def test_a_place_in_a_book_is_no_copy() -> None:
    book = CallNumber("print", at("f. 1"), "Collected Works, vol. 1", None, (("volume", "1"),))
    some = dossier(note(call_numbers=(book, SOURCE)))
    graph = graph_of(copies(some), print_sources(some))
    assert set(graph.subjects(CRM["P128_carries"])) == {D.copy("archive")}
    place = D.identifier("print-source-1")
    assert (D.document, CRM["P1_is_identified_by"], place) in graph
    assert (place, CRM["P2_has_type"], kgv("print-source")) in graph
    assert graph.value(place, CRM["P190_has_symbolic_content"]) == Literal("Collected Works, vol. 1")
    assert (place, CRM["P106_is_composed_of"], D.identifier("print-source-1", "volume")) in graph


def test_no_shelfmark_no_copy() -> None:
    assert len(made()) == 0
