"""Sayings that software drafted: their author, the rule, and that no person is made to answer for them."""

from __future__ import annotations

from dataclasses import replace

from rdflib import RDF, RDFS, Graph

from kg.crm.provenance import provenance
from kg.crm.sayings import sayings
from kg.iris import CRM, CRMDIG, DCT, PROV
from kg.model import Attribution, Hedge, Reading, Saying
from tests.small import ANNA, BORIS, COUNCIL, IRIS, D, at, dossier, graph_of, note, reading

SOFTWARE = IRIS.reader("rules 1")
RAIN = Saying(
    "rain", "it rains", ("narrative",), (Attribution("rain", (BORIS,), (ANNA,), "reported", "textual"),),
    ("statement",), "textual", at("it rains"), rule="said-that", addressees=(COUNCIL,),
    hedges=(Hedge(at("perhaps"), "epistemic", "speech-act"), Hedge(at("heard"), "hearsay", "source")),
)  # fmt: skip
NARRATIVE = Saying(
    "narrative", "The note", (), (Attribution("narrative", (), (BORIS,), "reported", "textual"),),
    ("statement",), "textual", rule="narrative",
)  # fmt: skip


def made(read: Reading) -> Graph:
    given = dossier(note(), read)
    return graph_of(sayings(given), provenance(given))


DRAFT = reading(sayings=(NARRATIVE, RAIN), software="rules 1", file=None, sha256=None)


def test_a_draft_has_the_software_as_author_and_a_rule_on_each_attribution() -> None:
    graph = made(DRAFT)
    rule = IRIS.rule("rules 1", "said-that")
    assert graph.value(D.saying("rain"), DCT.creator) == SOFTWARE
    for attribution in ("rain", "rain-hedge-2", "rain-addressee"):
        assert graph.value(D.attribution(attribution), CRM["P33_used_specific_technique"]) == rule
    assert (rule, RDF.type, CRM["E29_Design_or_Procedure"]) in graph
    assert str(graph.value(SOFTWARE, RDFS.label)) == "Reader rules 1"
    assert SOFTWARE in set(graph.objects(D.conversion, CRMDIG["L23_used_software_or_firmware"]))


def test_a_draft_that_stands_in_no_file_has_no_reading_among_the_inputs() -> None:
    graph = made(DRAFT)
    assert set(graph.objects(D.conversion, PROV.used)) == {D.text}
    assert not set(graph.objects(D.reading))


def test_a_draft_written_to_a_file_that_nobody_touched_is_the_softwares() -> None:
    graph = made(replace(DRAFT, file="note-1.yaml", sha256="1" * 64))
    assert graph.value(D.reading, PROV.wasAttributedTo) == SOFTWARE


def test_a_reading_by_a_person_keeps_no_mark_of_the_draft() -> None:
    graph = made(replace(DRAFT, software=None, file="note-1.yaml", sha256="1" * 64))
    assert graph.value(D.reading, PROV.wasAttributedTo) == IRIS.editors
    assert DCT.creator not in set(graph.predicates())
    assert CRM["P33_used_specific_technique"] not in set(graph.predicates())
