"""The telegram's graph against the shapes: verdicts, engines, time, and mistakes that must not pass."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import RDF, XSD, BNode, Graph, Literal, URIRef

from kg.annotate.found import find
from kg.annotate.sayings import RULES
from kg.authority import AuthorityIndex
from kg.errors import ConformanceError
from kg.graph import authority_graph, document_graph
from kg.iris import CRM, CRMINF, KG, SCHEMA, kgv
from kg.validate import Report, Shapes, load_shapes, validate
from tests.annotate.marked import lines
from tests.telegram import IRIS, D, telegram

ROOT = Path(__file__).resolve().parents[2]
CRM_E5 = URIRef("http://www.cidoc-crm.org/cidoc-crm/E5_Event")


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return load_shapes(ROOT / "shapes")


def checked(graph: Graph, shapes: Shapes) -> Report:
    context = [other for name, other in telegram().graphs.items() if name != D.graph]
    return validate(graph, shapes, context=context, text=telegram().document.text)


def test_the_telegram_conforms(shapes: Shapes) -> None:
    report = checked(telegram().graph, shapes)
    assert report.to_text().startswith("Conforms: ")
    assert report.conforms
    assert report.statements == len(telegram().graph)


def test_the_shared_graphs_conform(shapes: Shapes) -> None:
    graphs = telegram().graphs
    for name, graph in graphs.items():
        if name != D.graph:
            others = [other for key, other in graphs.items() if key not in (name, D.graph)]
            assert validate(graph, shapes, context=others).entries == ()


def test_everything_together_conforms_by_the_pyshacl_command(tmp_path: Path) -> None:
    """As anybody would check a dump: one file of data, one of shapes."""
    (tmp_path / "data.ttl").write_text(telegram().union.serialize(format="turtle"), encoding="utf-8")
    (tmp_path / "shapes.ttl").write_text(load_shapes(ROOT / "shapes").turtle, encoding="utf-8")
    command = [sys.executable, "-m", "pyshacl", "-s", "shapes.ttl", "-df", "turtle", "data.ttl"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Conforms: True" in done.stdout
    assert done.returncode == 0


def attribution(id: str) -> URIRef:
    return D.attribution(id)


def _no_attribution(graph: Graph) -> None:
    for node in list(graph.subjects(CRM["P140_assigned_attribute_to"], D.saying("kis7"))):
        graph.remove((node, None, None))


def _other_reporter(graph: Graph) -> None:
    graph.set((attribution("mao"), CRM["P14_carried_out_by"], IRIS.shared("person", "stalin")))


def _hedge_without_scope(graph: Graph) -> None:
    graph.remove((attribution("kis4"), KG.hedgeScope, None))


def _words_not_of_the_page(graph: Graph) -> None:
    [span] = graph.objects(attribution("kis5"), KG.cueSpan)
    graph.set((span, CRM["P190_has_symbolic_content"], Literal("He proposed_", lang="en")))


def _proposal_as_event(graph: Graph) -> None:
    graph.add((D.proposal("ask-china"), RDF.type, CRM_E5))


def _war_as_event(graph: Graph) -> None:
    graph.add((D.proposition("third-world-war"), RDF.type, CRM["E7_Activity"]))


def _hedged_speech_as_event(graph: Graph) -> None:
    speech = D.event("kim-il-sung-speaks")
    graph.add((speech, RDF.type, CRM["E7_Activity"]))
    graph.add((speech, CRM["P70i_is_documented_in"], D.document))
    for span in graph.objects(attribution("kis4"), KG.contentSpan):
        graph.add((span, CRM["P67_refers_to"], speech))


def _event_as_text(graph: Graph) -> None:
    graph.add((D.event("visit"), RDF.type, CRM["E33_Linguistic_Object"]))


def _saying_as_event(graph: Graph) -> None:
    graph.add((D.saying("kis4"), RDF.type, CRM["E7_Activity"]))


def _short_cut(graph: Graph) -> None:
    graph.set((D.saying("mao"), KG.saidBy, IRIS.shared("person", "stalin")))


def _miscount(graph: Graph) -> None:
    graph.set((D.saying("mao"), KG.reporters, Literal(2)))


def _no_offset(graph: Graph) -> None:
    [time] = graph.objects(D.event("visit"), CRM["P4_has_time-span"])
    graph.set((time, CRM["P82a_begin_of_the_begin"], Literal("1950-09-21T00:00:00", datatype=XSD.dateTime)))


def _blank_node(graph: Graph) -> None:
    graph.add((D.saying("mao"), KG.conveys, BNode()))


def _content_asserted(graph: Graph) -> None:
    for proposition in (D.proposition("favours-pak-il-u"), D.proposition("instruction")):
        [subject] = graph.objects(proposition, CRMINF["J30_has_domain"])
        [term] = graph.objects(proposition, CRMINF["J32_has_property_type"])
        [object_] = graph.objects(proposition, CRMINF["J31_has_range"])
        graph.add((subject, term, object_))


def _licence(graph: Graph) -> None:
    licence = URIRef("https://creativecommons.org/licenses/by/4.0/")
    graph.add((D.translation("en"), URIRef(f"{SCHEMA}license"), licence))


def _whole_text(graph: Graph) -> None:
    whole = Literal(telegram().document.text, lang="en")
    graph.add((D.text, CRM["P190_has_symbolic_content"], whole))


@pytest.mark.parametrize(
    ("spoil", "rule"),
    [
        (_no_attribution, "saying-attribution"),
        (_other_reporter, "attribution-reporter-speaks"),
        (_hedge_without_scope, "attribution-hedge"),
        (_words_not_of_the_page, "span-page-words"),
        (_proposal_as_event, "proposal-types"),
        (_war_as_event, "situation-types"),
        (_hedged_speech_as_event, "event-not-hedged-speech"),
        (_event_as_text, "event-types"),
        (_saying_as_event, "saying-types"),
        (_short_cut, "saying-said-by-attributed"),
        (_miscount, "saying-reporters-counted"),
        (_no_offset, "time-span-begin"),
        (_blank_node, "no-blank-nodes"),
        (_content_asserted, "proposition-not-asserted"),
        (_licence, "translation-licence"),
        (_whole_text, "text-words"),
    ],
)
def test_what_must_never_be_published(shapes: Shapes, spoil: Callable[[Graph], None], rule: str) -> None:
    graph = Graph()
    graph += telegram().graph
    spoil(graph)
    report = checked(graph, shapes)
    assert not report.conforms
    assert rule in {entry.rule for entry in report.entries}
    assert all(entry.severity == "Violation" for entry in report.entries)


def test_both_engines_find_the_same_in_a_spoilt_graph(shapes: Shapes) -> None:
    """On a graph of a few sayings, for pySHACL takes its time."""
    graph = Graph().parse(ROOT / "tests/shapes/attribution/valid.ttl")
    base = "http://example.org/document/x/"
    graph.set((URIRef(f"{base}saying/two"), KG.reporters, Literal(7)))
    graph.remove((URIRef(f"{base}attribution/two"), KG.hedgeSpan, None))
    graph.add((URIRef(f"{base}saying/one"), CRM["P2_has_type"], kgv("meeting")))
    found = [validate(graph, shapes, engine=engine) for engine in ("pyrudof", "pyshacl")]
    assert found[0].entries == found[1].entries
    assert {entry.rule for entry in found[0].entries} == {
        "saying-reporters-counted",
        "attribution-hedge",
        "saying-kind",
        "type",
    }


def test_one_graph_leaves_no_trace_in_the_next(shapes: Shapes) -> None:
    good = Graph().parse(ROOT / "tests/shapes/saying/valid-nested.ttl")
    bad = Graph().parse(ROOT / "tests/shapes/saying/invalid-reporters-miscounted.ttl")
    verdicts = [validate(graph, shapes).conforms for graph in (good, bad, good, bad, Graph(), good)]
    assert verdicts == [True, False, True, False, True, True]


def test_a_graph_that_is_no_rdf_is_refused_with_a_reason(shapes: Shapes) -> None:
    graph = Graph()
    graph.add((URIRef("http://example.org/a b"), RDF.type, KG.Saying))
    with pytest.raises(ConformanceError, match="cannot be validated"):
        validate(graph, shapes)


def seconds(sayings: int, shapes: Shapes) -> float:
    """Processor time of validating a document that reports so many sayings, one in a line."""
    text = "\n".join(f"Lind said that the harvest of district {n} failed." for n in range(sayings))
    document, authority = lines(text), AuthorityIndex({})
    found = find(document, authority)
    reading = RULES.read(document, found, authority)
    assert reading is not None
    assert len(reading.sayings) >= sayings
    graph = document_graph(document, reading, found.mentions, authority, IRIS, ("+00:00",), found.candidates)
    shared = [authority_graph(authority, IRIS), telegram().graphs[IRIS.graph("vocabulary")]]
    begin = time.process_time()
    report = validate(graph, shapes, context=shared, text=text)
    assert report.conforms, report.to_text(limit=2)
    return time.process_time() - begin


def test_the_time_grows_with_the_length_of_a_document_and_not_with_its_square(shapes: Shapes) -> None:
    """Four times as long is about four to five times as slow; with its square it would be 16 times."""
    assert seconds(400, shapes) < 9 * seconds(100, shapes)
