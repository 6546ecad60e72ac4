from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, XSD, BNode, Graph, Literal, URIRef

from kg.annotate.names import find_mentions, merge
from kg.authority import AuthorityIndex
from kg.converters import convert
from kg.graph import authority_graph, document_graph, links_graph, vocabulary_graph
from kg.iris import CRM, CRMINF, KG, KGV_BASE, OA, SCHEMA, SKOS, kgv, position_of, quote_of, time_of
from kg.links import read_links
from kg.model import Mapping, Saying
from kg.validate import load_shapes, validate
from tests.telegram import IRIS, ROOT, ZONES, D, authorities, group, page, person, telegram, values

GRAPH = telegram().graph
SAYINGS = telegram().reading.sayings
# reading.md: how many voices stand between each row and the reader.
REPORTERS = (
    {"narrative": 0, "declined": 0, "inference": 0, "heo": 1, "issue": 1, "no-decision": 1, "heo-question": 1}
    | dict.fromkeys(("ri-report", "mao", "americans"), 3)
    | {"zhou": 5, "discussion": 2}
    | dict.fromkeys(("opinion-serious", "opinion-cope", "opinion-ask"), 2)
    | dict.fromkeys(("kis0", "kis-ask", "kis1", "kis1b", "kis1c", "kis2", "kis2b", "kis3", "kis4"), 2)
    | dict.fromkeys(("kis4b", "kis5", "kis5b", "kis6", "kis7"), 2)
)
# reading.md: the hedges, word by word, with what each weakens.
HEDGES = [
    ("inference", "In my opinion", "own-opinion", "content"),
    ("kis2", "might", "epistemic", "content"),
    ("kis3", "might", "epistemic", "content"),
    ("kis4", "supposedly", "hearsay", "speech-act"),
    ("kis4b", "he thinks", "epistemic", "content"),
    ("kis4b", "supposedly", "hearsay", "speech-act"),
    ("kis6", "allegedly", "hearsay", "speech-act"),
    ("kis6", "might", "epistemic", "content"),
    ("kis6", "sort of", "epistemic", "content"),
    ("mao", "supposedly", "hearsay", "source"),
    ("opinion-cope", "evidently", "epistemic", "content"),
]
EVENT_CLASSES = ("E7_Activity", "E65_Creation", "E12_Production")


def events() -> set[URIRef]:
    """The adopted events, attributions and other assignments left aside."""
    return {s for s in GRAPH.subjects(KG.basis) if isinstance(s, URIRef) and "/attribution/" not in s}


def test_every_row_of_the_reading_is_a_saying_with_its_number_of_reporters() -> None:
    found = {str(s).rsplit("/", 1)[1]: s for s in GRAPH.subjects(RDF.type, KG.Saying)}
    assert set(found) == {*REPORTERS, "afraid"}
    for row, number in REPORTERS.items():
        assert GRAPH.value(found[row], KG.reporters) == Literal(str(number), datatype=XSD.integer), row
    assert GRAPH.value(found["afraid"], KG.reporters) is None
    assert GRAPH.value(found["afraid"], KG.saidBy) is None


@pytest.mark.parametrize("read", SAYINGS, ids=lambda saying: saying.id)
def test_every_saying_keeps_its_voices_moods_and_offsets(read: Saying) -> None:
    node = D.saying(read.id)
    assert values(GRAPH, node, KG.saidBy) == {str(IRIS.ref(D, ref)) for ref in read.speakers}
    moods = {str(kgv(f"mood/{mood}")) for mood in read.moods}
    negative = {str(kgv("polarity/negative"))} if read.negative else set()
    assert values(GRAPH, node, CRM["P2_has_type"]) == moods | negative
    outer = {str(D.saying(one)) for one in read.within} or {str(D.document)}
    assert values(GRAPH, node, CRM["P148i_is_component_of"]) == outer
    spans = (read.content, *read.more_content) if read.content else ()
    attributions = list(GRAPH.subjects(CRM["P140_assigned_attribute_to"], node))
    assert attributions
    for attribution in attributions:
        expected = {str(D.span(span.begin, span.end)) for span in spans}
        assert values(GRAPH, attribution, KG.contentSpan) == expected


def test_the_reporter_is_the_speaker_of_the_enclosing_saying() -> None:
    for saying in SAYINGS:
        if saying.unclear or not saying.within:
            continue
        node = D.saying(saying.id)
        outer = {s for o in saying.within for s in GRAPH.objects(D.saying(o), KG.saidBy)}
        ascribing = {
            who
            for attribution in GRAPH.subjects(CRM["P140_assigned_attribute_to"], node)
            for who in GRAPH.objects(attribution, CRM["P14_carried_out_by"])
        }
        assert ascribing == outer, saying.id


def test_hedges_keep_word_kind_and_scope_together() -> None:
    found = []
    for attribution in GRAPH.subjects(KG.hedge):
        saying = GRAPH.value(attribution, CRM["P140_assigned_attribute_to"])
        (kind,), (scope,) = values(GRAPH, attribution, KG.hedge), values(GRAPH, attribution, KG.hedgeScope)
        (span,) = GRAPH.objects(attribution, KG.hedgeSpan)
        word = str(GRAPH.value(span, CRM["P190_has_symbolic_content"]))
        found.append((str(saying).rsplit("/")[-1], word, kind.rsplit("/")[-1], scope.rsplit("/")[-1]))
    assert sorted(found) == HEDGES


def test_who_is_unclear_has_three_attributions_and_none_that_decides() -> None:
    nodes = set(GRAPH.subjects(CRM["P140_assigned_attribute_to"], D.saying("afraid")))
    assert nodes == {D.attribution(f"afraid-{n}") for n in (1, 2, 3)}
    speakers = {str(GRAPH.value(node, CRM["P141_assigned"])).rsplit("/", 1)[1] for node in nodes}
    assert speakers == {"kim-il-sung", "heo-gai", "soviet-ambassador-dprk-1950"}
    assert all((node, CRM["P2_has_type"], kgv("attribution-unclear")) in GRAPH for node in nodes)


def test_zhous_inquiry_comes_by_two_routes() -> None:
    assert GRAPH.value(D.attribution("zhou"), CRM["P14_carried_out_by"]) == group("party-political-council")
    assert GRAPH.value(D.attribution("zhou-via-ri-report"), CRM["P14_carried_out_by"]) == person("ri-ju-yeon")


def test_no_hedged_speech_is_an_event() -> None:
    hedged = {
        content
        for attribution in GRAPH.subjects(KG.hedgeScope, kgv("scope/speech-act"))
        for content in GRAPH.objects(attribution, KG.contentSpan)
    }
    assert hedged
    passages = {span for event in events() for span in GRAPH.subjects(CRM["P67_refers_to"], event)}
    assert not hedged & passages


def test_every_adopted_event_has_a_basis_and_a_passage() -> None:
    passages = set(GRAPH.subjects(CRM["P2_has_type"], kgv("passage")))
    classes = [CRM[name] for name in EVENT_CLASSES] + [CRMINF["I5_Inference_Making"]]
    adopted = {event for class_ in classes for event in GRAPH.subjects(RDF.type, class_)}
    assert adopted == events()
    for event in adopted:
        assert passages & set(GRAPH.subjects(CRM["P67_refers_to"], event)), event


def test_heo_gai_is_not_said_to_have_been_at_the_council_meeting() -> None:
    meeting = IRIS.shared("event", "political-council-meeting-1950-09-21")
    present = {
        str(who).rsplit("/", 1)[1]
        for term in (CRM["P11_had_participant"], CRM["P14_carried_out_by"], KG.hadAddressee)
        for who in GRAPH.objects(meeting, term)
    }
    assert present == {"kim-il-sung", "pak-heon-yeong", "kim-du-bong", "pak-il-u"}
    assert (meeting, KG.basis, kgv("basis/reported")) in GRAPH
    assert (meeting, SCHEMA.duration, Literal("PT2H30M", datatype=XSD.duration)) in GRAPH


def test_nothing_of_the_content_is_asserted() -> None:
    layer_4 = {
        s
        for class_ in ("I4_Proposition_Set", "I11_Situation", "I17_One-Proposition_Set")
        for s in GRAPH.subjects(RDF.type, CRMINF[class_])
    } | set(GRAPH.subjects(RDF.type, KG.Proposal))
    assert len(layer_4) == len(telegram().reading.propositions) + len(telegram().reading.proposals)
    event_types = {CRM[name] for name in (*EVENT_CLASSES, "E13_Attribute_Assignment")}
    for node in layer_4:
        assert not event_types & set(GRAPH.objects(node, RDF.type)), node
    assert not list(GRAPH.triples((None, kgv("favours"), None)))
    assert not list(GRAPH.triples((None, CRM["P17_was_motivated_by"], None)))


def test_an_event_is_never_a_saying_a_text_or_a_proposal() -> None:
    assert len(events()) == 14
    other = {
        KG.Saying,
        KG.Proposal,
        CRM["E31_Document"],
        CRM["E33_Linguistic_Object"],
        CRM["E73_Information_Object"],
    }
    for event in events():
        assert not other & set(GRAPH.objects(event, RDF.type)), event


def test_writing_and_printing_are_two_instants_in_zones_that_the_page_does_not_name() -> None:
    writing, printing = time_of(D.event("writing")), time_of(D.event("printing"))
    first, last = CRM["P82a_begin_of_the_begin"], CRM["P82b_end_of_the_end"]
    assert str(GRAPH.value(writing, first)) == "1950-09-22T00:00:00+09:00"
    assert str(GRAPH.value(writing, last)) == "1950-09-22T20:30:59+03:00"
    assert str(GRAPH.value(printing, first)) == "1950-09-22T20:30:00+09:00"
    assert str(GRAPH.value(printing, last)) == "1950-09-22T20:30:59+03:00"


def test_every_span_says_the_words_at_its_offsets() -> None:
    text = page().text
    spans = list(GRAPH.subjects(RDF.type, OA.SpecificResource))
    assert len(spans) > 100
    for span in spans:
        assert isinstance(span, URIRef)
        begin, end = (int(str(GRAPH.value(position_of(span), term))) for term in (OA.start, OA.end))
        words = str(GRAPH.value(span, CRM["P190_has_symbolic_content"]))
        assert words == text[begin:end] == str(GRAPH.value(quote_of(span), OA.exact))
        assert span == D.span(begin, end)


def test_the_whole_text_and_long_stretches_are_not_published() -> None:
    longest = max(len(o) for g in telegram().graphs.values() for o in g.objects() if isinstance(o, Literal))
    assert longest <= 1000


def test_no_blank_nodes_and_every_own_iri_under_the_base() -> None:
    for graph in telegram().graphs.values():
        for triple in graph:
            assert not any(isinstance(term, BNode) for term in triple)
    for subject in set(GRAPH.subjects()):
        assert str(subject).startswith(IRIS.base)


def test_every_node_with_a_class_of_the_crm_has_one_label_in_its_own_language_or_english() -> None:
    for graph in telegram().graphs.values():
        for node, type_ in graph.subject_objects(RDF.type):
            if str(type_).startswith(str(CRM)):
                labels = list(graph.objects(node, RDFS.label))
                assert len(labels) == 1, node
                assert isinstance(labels[0], Literal)
                written = graph.value(node, CRM["P190_has_symbolic_content"])
                own = isinstance(written, Literal) and written.language and str(written) == str(labels[0])
                assert labels[0].language == (written.language if own else "en"), node


def test_every_iri_that_is_ours_is_described() -> None:
    union = telegram().union
    described = set(union.subjects())
    for thing in set(union.objects()):
        if isinstance(thing, URIRef) and thing.startswith(IRIS.base):
            assert thing in described, thing


def test_the_same_inputs_make_the_same_graph() -> None:
    made = telegram()
    again = document_graph(made.document, made.reading, made.mentions, made.authority, IRIS, ZONES)
    assert set(again) == set(GRAPH)
    assert again.identifier == GRAPH.identifier == D.graph


def test_the_order_of_mentions_does_not_matter() -> None:
    made = telegram()
    again = document_graph(made.document, made.reading, made.mentions[::-1], made.authority, IRIS, ZONES)
    assert set(again) == set(GRAPH)


def test_another_base_moves_every_own_iri() -> None:
    made = telegram()
    iris = type(IRIS)("https://example.org/kg/")
    moved = document_graph(made.document, made.reading, made.mentions, made.authority, iris, ZONES)
    text = GRAPH.serialize(format="nt").replace(IRIS.base, iris.base)
    assert set(Graph().parse(data=text, format="nt")) == set(moved)


def test_a_document_that_nobody_has_read_still_has_its_record() -> None:
    graph = document_graph(page(), None, (), authorities(), IRIS, ZONES)
    assert (D.document, RDF.type, SCHEMA.Message) in graph
    assert str(graph.value(D.document, RDFS.label)) == "Telegram no. 1258 of 22 September 1950"
    assert (D.translation("en"), CRM["P73i_is_translation_of"], D.document) in graph
    assert not list(graph.subjects(RDF.type, KG.Saying))
    assert (D.reading, None, None) not in graph
    assert len(list(graph.subjects(CRM["P2_has_type"], kgv("editorial-insertion")))) == 9


def test_pages_that_nobody_has_read_make_sound_graphs(shared: Path, tmp_path: Path) -> None:
    vocabulary = telegram().graphs[IRIS.graph("vocabulary")]
    union = vocabulary + telegram().graphs[IRIS.graph("authority")]
    pages = sorted((shared / "corpora/wilson").glob("*.page.txt"))
    assert pages
    for path in pages:
        for document in convert(path.name, path.read_bytes()):
            mentions = merge(find_mentions(document, authorities()), None)
            graph = document_graph(document, None, mentions, authorities(), IRIS, ZONES)
            assert not [term for triple in graph for term in triple if isinstance(term, BNode)]
            concepts = {o for o in graph.objects() if str(o).startswith(KGV_BASE)}
            assert concepts <= set(vocabulary.subjects())
            union += graph
    data = tmp_path / "all.ttl"
    union.serialize(data, format="turtle")
    check = [sys.executable, str(shared / "suites/crm_check.py")]
    for name in ("cidoc_crm_v7.1.3.rdf", "CRMinf_v1.2.1.rdf", "CRMdig_v5.0.rdf"):
        check += ["--schema", str(shared / "reference" / name)]
    done = subprocess.run([*check, str(data)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_authority_graph_holds_every_entry_and_the_editors() -> None:
    graph = authority_graph(authorities(), IRIS, "Us")
    for entry in authorities():
        assert (IRIS.shared(entry.kind, entry.key), RDFS.label, None) in graph
    assert str(graph.value(IRIS.editors, SCHEMA.name)) == "Us"


def test_an_accepted_link_is_an_exact_match_and_never_owl_same_as() -> None:
    def mapping(predicate: str, object: str) -> Mapping:
        return Mapping(("person", "stalin"), predicate, object, "", "", None, "editor", "2026-01-01")

    graph = links_graph(
        (
            mapping(str(SKOS.exactMatch), "http://www.wikidata.org/entity/Q855"),
            mapping(str(OWL.sameAs), "https://d-nb.info/gnd/118642499"),
            mapping(str(SKOS.closeMatch), "https://example.org/stalin"),
        ),
        IRIS,
    )
    stalin = person("stalin")
    same = {"http://www.wikidata.org/entity/Q855", "https://d-nb.info/gnd/118642499"}
    assert values(graph, stalin, SKOS.exactMatch) == same
    assert values(graph, stalin, SCHEMA.sameAs) == same
    assert values(graph, stalin, SKOS.closeMatch) == {"https://example.org/stalin"}
    assert not list(graph.triples((None, OWL.sameAs, None)))


def test_exact_matches_are_owl_same_as_where_a_setting_asks_for_it() -> None:
    links = read_links(ROOT / "data/links", authorities())
    graph = links_graph(links, IRIS, owl_same_as=True)
    assert set(graph.subject_objects(OWL.sameAs)) == set(graph.subject_objects(SKOS.exactMatch))
    assert len(set(graph.subject_objects(OWL.sameAs))) == len(links)
    others = [other for name, other in telegram().graphs.items() if name != IRIS.graph("links")]
    assert validate(graph, load_shapes(ROOT / "shapes"), context=others).conforms


def test_who_an_unnamed_person_was_is_a_statement_of_the_editors_with_its_evidence() -> None:
    minister, gromyko = "first-deputy-foreign-minister-ussr-1950", "http://www.wikidata.org/entity/Q1"
    row = Mapping(
        ("person", minister), str(SKOS.closeMatch), gromyko, "A minister", "", 0.8, "us", "2026-01-01",
        "A list of office holders, page 3.", identifies=True,
    )  # fmt: skip
    graph, node = links_graph((row,), IRIS), IRIS.identification("person", minister, gromyko)
    assert set(graph.predicate_objects(node)) == {
        (RDF.type, CRM["E13_Attribute_Assignment"]),
        (RDFS.label, Literal("Identified as A minister", lang="en")),
        (CRM["P14_carried_out_by"], IRIS.editors),
        (CRM["P140_assigned_attribute_to"], person(minister)),
        (CRM["P141_assigned"], URIRef(gromyko)),
        (CRM["P177_assigned_property_of_type"], SKOS.closeMatch),
        (KG.readingLevel, kgv("level/inferential")),
        (CRM["P3_has_note"], Literal("A list of office holders, page 3.", lang="en")),
    }
    others = [other for name, other in telegram().graphs.items() if name != IRIS.graph("links")]
    report = validate(graph, load_shapes(ROOT / "shapes"), context=others)
    assert report.conforms, report.to_text()


def test_graphs_have_the_names_of_the_model() -> None:
    names = {str(name).removeprefix(IRIS.base) for name in telegram().graphs}
    assert names == {
        "document/telegram-1258/graph",
        "graph/authority",
        "graph/links",
        "graph/vocabulary",
    }
    for name, graph in telegram().graphs.items():
        assert graph.identifier == name
        assert graph.value(name, RDFS.label)
    empty = authority_graph(AuthorityIndex({}), IRIS)
    assert set(empty.subjects()) == {IRIS.editors, IRIS.graph("authority")}
    assert len(vocabulary_graph(ROOT / "ontology", IRIS)) > 500


def test_no_iri_comes_from_a_clock_or_chance() -> None:
    uuid = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}", re.IGNORECASE)
    assert not [s for s in set(GRAPH.subjects()) if uuid.search(str(s))]
