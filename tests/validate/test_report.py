"""Reports: in words, as Turtle, sorted and complete."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import SH

from kg.iris import KG, SCHEMA
from kg.validate import Report, load_shapes, validate
from kg.validate.report import reports_to_turtle

ROOT = Path(__file__).resolve().parents[2]
NODE = URIRef("http://example.org/document/x/saying/two")


@pytest.fixture(scope="module")
def report() -> Report:
    graph = Graph().parse(ROOT / "tests/shapes/saying/valid-nested.ttl")
    graph.set((NODE, KG.readingLevel, URIRef("https://w3id.org/dispatch/vocab/level/certain")))
    graph.set((NODE, KG.reporters, Literal(7)))
    graph.add((NODE, SCHEMA.sha256, Literal('tricky "words"\nand \x1b[31m signs', lang="en")))
    return validate(graph, load_shapes(ROOT / "shapes"))


def test_an_entry_names_document_node_path_value_rule_and_mend(report: Report) -> None:
    [entry] = [entry for entry in report.entries if entry.rule == "saying-level"]
    assert entry.document == "x"
    assert entry.node == str(NODE)
    assert entry.label == "Hello"
    assert entry.path == "<https://w3id.org/dispatch/ns#readingLevel>"
    assert entry.value == "<https://w3id.org/dispatch/vocab/level/certain>"
    assert entry.message == "The reading level is missing, unknown, or said twice."
    assert entry.mend.startswith("Give kg:readingLevel one of")
    assert entry.component == str(SH.InConstraintComponent)


def test_the_words_of_a_report(report: Report) -> None:
    text = report.to_text()
    assert text.startswith("Does not conform: 3 findings in ")
    assert "document x\n" in text
    assert f"node     {NODE}  “Hello”\n" in text
    assert "path     kg:readingLevel\n" in text
    assert "value    kgv:level/certain\n" in text
    assert "rule     kgsh:saying-level\n" in text
    assert 'value    "7"^^xsd:integer\n' in text


def test_no_line_of_a_report_obeys_its_data(report: Report) -> None:
    text = report.to_text()
    assert "\x1b" not in text
    assert "tricky" in text
    assert all(sign.isprintable() or sign == "\n" for sign in text)


def test_a_long_report_is_cut_and_says_so(report: Report) -> None:
    assert "… and 2 more" in report.to_text(limit=1)
    assert "more;" not in report.to_text(limit=None)


def test_the_report_as_turtle_is_a_shacl_report(report: Report) -> None:
    graph = Graph().parse(data=reports_to_turtle([report]), format="turtle")
    [whole] = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(whole, SH.conforms) == Literal(False)
    results = list(graph.objects(whole, SH.result))
    assert len(results) == 3
    [level] = [r for r in results if graph.value(r, SH.sourceShape).endswith("#saying-level")]
    assert graph.value(level, SH.focusNode) == NODE
    assert graph.value(level, SH.resultPath) == KG.readingLevel
    assert graph.value(level, SH.resultSeverity) == SH.Violation
    assert graph.value(level, SH.sourceConstraintComponent) == SH.InConstraintComponent
    values = {str(graph.value(result, SH.value)) for result in results}
    assert 'tricky "words"\nand \x1b[31m signs' in values


def test_the_same_findings_give_the_same_bytes(report: Report) -> None:
    turned = Report(tuple(reversed(report.entries)), report.statements, report.engine)
    assert reports_to_turtle([turned]) == reports_to_turtle([report])


def test_several_reports_become_one() -> None:
    clean = Report((), 10, "pyrudof")
    graph = Graph().parse(data=reports_to_turtle([clean, clean]), format="turtle")
    assert [str(value) for value in graph.objects(None, SH.conforms)] == ["true"]
    assert clean.to_text() == "Conforms: 10 statements, nothing to mend (pyrudof)."


def test_paths_of_several_steps_are_written_as_shacl_has_them() -> None:
    graph = Graph().parse(ROOT / "tests/shapes/saying/invalid-attribution-missing.ttl")
    report = validate(graph, load_shapes(ROOT / "shapes"))
    written = Graph().parse(data=reports_to_turtle([report]), format="turtle")
    [path] = written.objects(None, SH.resultPath)
    assert len(list(written.items(path))) == 2


def test_a_blank_node_is_reported_without_a_name() -> None:
    graph = Graph().parse(ROOT / "tests/shapes/general/invalid-blank-node.ttl")
    report = validate(graph, load_shapes(ROOT / "shapes"))
    assert [entry.rule for entry in report.entries] == ["no-blank-nodes"]
    Graph().parse(data=reports_to_turtle([report]), format="turtle")
