from __future__ import annotations

from rdflib import RDF, RDFS, Literal

import kg
from kg.crm.provenance import provenance
from kg.iris import CRM, CRMDIG, PROV
from tests.small import IRIS, D, dossier, graph_of, note, reading


def test_the_graph_names_the_run_its_inputs_and_the_software() -> None:
    graph = graph_of(provenance(dossier(note(), reading(notes=("Read twice.",)))))
    software, converter = IRIS.software(kg.__version__), IRIS.converter("hand", "1")
    assert (D.graph, PROV.wasGeneratedBy, D.conversion) in graph
    assert set(graph.objects(D.conversion, PROV.used)) == {D.text, D.reading}
    assert set(graph.objects(D.conversion, CRMDIG["L10_had_input"])) == {D.text, D.reading}
    assert graph.value(D.conversion, CRMDIG["L11_had_output"]) == D.graph
    assert set(graph.objects(D.conversion, CRMDIG["L23_used_software_or_firmware"])) == {software, converter}
    assert set(graph.subjects(RDF.type, PROV.SoftwareAgent)) == {software, converter}
    assert graph.value(converter, RDFS.label) == Literal("Converter hand, version 1", lang="en")
    assert set(graph.objects(D.conversion, PROV.wasAssociatedWith)) == {software, converter, IRIS.editors}
    assert graph.value(D.reading, PROV.wasAttributedTo) == IRIS.editors
    assert graph.value(D.reading, CRM["P3_has_note"]) == Literal("Read twice.", lang="en")


def test_the_run_names_converter_version_and_what_was_odd() -> None:
    graph = graph_of(provenance(dossier(note(notes=("No date.",)))))
    notes = set(graph.objects(D.conversion, CRM["P3_has_note"]))
    assert Literal("No date.", lang="en") in notes
    assert Literal("Read by converter hand 1, page shape note.", lang="en") in notes


def test_without_a_reading_there_is_none_among_the_inputs() -> None:
    graph = graph_of(provenance(dossier()))
    assert set(graph.objects(D.conversion, PROV.used)) == {D.text}
    assert (D.reading, None, None) not in graph


def test_no_clock_is_read() -> None:
    graph = graph_of(provenance(dossier(note(), reading())))
    assert not [p for p in graph.predicates() if "Time" in str(p)]
