"""ontology/: our terms, our concepts, the profile of the standards, the JSON-LD context."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.term import Node

from kg.annotate import shelfmarks
from kg.iris import (
    CITO,
    CRM,
    CRMDIG,
    CRMINF,
    KG,
    KGV_BASE,
    LANGUAGES,
    LEXVO,
    SCHEMA,
    SKOS,
    STANDARDS,
    kgv,
)
from kg.iris.prefixes import PREFIXES
from tests.telegram import ROOT, telegram

ONTOLOGY = ROOT / "ontology"
OURS = Graph().parse(ONTOLOGY / "kg.ttl")
VOCABULARY = Graph().parse(ONTOLOGY / "vocab.ttl")
PROFILE = Graph().parse(ONTOLOGY / "profile.ttl")
CONTEXT = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
INCLUDES = (URIRef("https://schema.org/domainIncludes"), URIRef("https://schema.org/rangeIncludes"))


def described(graph: Graph, namespace: str) -> set[str]:
    """The terms of a namespace that a graph gives a type."""
    return {str(s) for s in graph.subjects(RDF.type) if str(s).startswith(namespace) and str(s) != namespace}


def concepts() -> set[URIRef]:
    return {s for s in VOCABULARY.subjects(RDF.type, SKOS.Concept) if isinstance(s, URIRef)}


# --- our terms ---------------------------------------------------------------------------------


def test_kg_ttl_describes_exactly_our_closed_namespace() -> None:
    assert described(OURS, str(KG)) == {str(KG[term]) for term in dir(KG)}


def test_every_term_of_ours_specialises_a_standard_one_or_is_a_short_cut() -> None:
    short_cuts = {KG.saidBy, KG.reportedBy, KG.reporters}
    anchors = {KG.cueSpan, KG.contentSpan, KG.hedgeSpan}
    for term in described(OURS, str(KG)):
        supers = set(OURS.objects(URIRef(term), RDFS.subClassOf)) | set(
            OURS.objects(URIRef(term), RDFS.subPropertyOf)
        )
        assert supers or URIRef(term) in short_cuts | anchors, term
        for wider in supers:
            assert (wider, RDF.type, None) in PROFILE, wider


def test_every_term_of_ours_has_a_label_a_meaning_and_for_properties_domain_and_range() -> None:
    for term in described(OURS, str(KG)):
        node = URIRef(term)
        for text in (OURS.value(node, RDFS.label), OURS.value(node, RDFS.comment)):
            assert isinstance(text, Literal)
            assert text.language == "en"
        if (node, RDF.type, RDF.Property) in OURS:
            assert len(list(OURS.objects(node, RDFS.domain))) == 1
            assert len(list(OURS.objects(node, RDFS.range))) == 1


def test_the_ontology_names_itself_its_version_and_its_licence() -> None:
    ontology = URIRef(str(KG).rstrip("#"))
    assert (ontology, RDF.type, OWL.Ontology) in OURS
    assert OURS.value(ontology, OWL.versionInfo)
    licence = OURS.value(ontology, URIRef("http://purl.org/dc/terms/license"))
    assert str(licence) == "https://creativecommons.org/publicdomain/zero/1.0/"


def test_the_graphs_use_our_properties_as_defined() -> None:
    union = telegram().union + PROFILE + OURS
    for term in dir(KG):
        domain, range_ = OURS.value(KG[term], RDFS.domain), OURS.value(KG[term], RDFS.range)
        for subject, value in union.subject_objects(KG[term]):
            assert isa(union, subject, domain), (term, subject)
            assert isinstance(value, Literal) or isa(union, value, range_), (term, value)


def isa(graph: Graph, node: Node, class_: Node | None) -> bool:
    return any(
        class_ in set(graph.transitive_objects(type_, RDFS.subClassOf))
        for type_ in graph.objects(node, RDF.type)
    )


# --- our concepts ------------------------------------------------------------------------------


def test_every_concept_says_what_it_is_and_when_to_use_it() -> None:
    assert len(concepts()) > 80
    for concept in concepts():
        assert (concept, RDF.type, CRM["E55_Type"]) in VOCABULARY
        for term in (SKOS.prefLabel, SKOS.definition):
            found = list(VOCABULARY.objects(concept, term))
            assert len(found) == 1, (concept, term)
            assert isinstance(found[0], Literal)
            assert found[0].language == "en"
        definition = str(VOCABULARY.value(concept, SKOS.definition))
        assert definition.endswith("."), concept
        scheme = VOCABULARY.value(concept, SKOS.inScheme)
        assert (scheme, RDF.type, SKOS.ConceptScheme) in VOCABULARY
        assert (concept, SKOS.topConceptOf, scheme) in VOCABULARY


def test_concepts_of_a_scheme_have_names_of_their_own() -> None:
    seen: set[tuple[str, str]] = set()
    for concept in concepts():
        name = (str(VOCABULARY.value(concept, SKOS.inScheme)), str(VOCABULARY.value(concept, SKOS.prefLabel)))
        assert name not in seen
        seen.add(name)


def test_every_concept_in_the_graphs_is_defined() -> None:
    known = concepts() | set(VOCABULARY.subjects(RDF.type, SKOS.ConceptScheme))
    used = {o for g in telegram().graphs.values() for o in g.objects() if str(o).startswith(KGV_BASE)}
    assert kgv("mood/question") in used
    assert used <= known


def test_every_value_that_a_reading_may_choose_is_a_concept() -> None:
    schema = json.loads((ROOT / "kg/schemas/reading.schema.json").read_text(encoding="utf-8"))["$defs"]
    chosen = {
        *(f"basis/{one}" for one in schema["basis"]["enum"]),
        *(f"level/{one}" for one in schema["level"]["enum"]),
        *(f"mood/{one}" for one in schema["mood-name"]["enum"]),
        *(f"hedge/{one}" for one in schema["hedges"]["items"]["properties"]["kind"]["enum"]),
        *(f"scope/{one}" for one in schema["hedges"]["items"]["properties"]["scope"]["enum"]),
        *(one for one in schema["proposition"]["properties"]["property"]["enum"] if not one.startswith("P")),
    }
    assert {kgv(slug) for slug in chosen} <= concepts()
    crm = [one for one in schema["proposition"]["properties"]["property"]["enum"] if one.startswith("P")]
    assert all((CRM[one], RDF.type, CRM["E55_Type"]) in VOCABULARY for one in crm)


def test_every_part_of_a_shelfmark_that_is_read_is_a_concept() -> None:
    tables = (one for one in vars(shelfmarks).values() if isinstance(one, tuple))
    rows = [row for table in tables for row in table if isinstance(row, tuple) and isinstance(row[0], str)]
    assert {"fond", "pages"} <= {name for name, *_ in rows}
    assert {kgv(name) for name, *_ in rows} <= concepts()


def test_the_languages_are_those_of_the_code() -> None:
    for tag, language in LANGUAGES.items():
        node = URIRef(LEXVO + language.code)
        assert (node, RDF.type, CRM["E56_Language"]) in VOCABULARY
        assert VOCABULARY.value(node, RDFS.label) == Literal(language.name, lang="en")
        assert VOCABULARY.value(node, SKOS.notation) == Literal(tag)
    assert len(list(VOCABULARY.subjects(RDF.type, CRM["E56_Language"]))) == len(LANGUAGES)


# --- the profile -------------------------------------------------------------------------------


def test_the_profile_is_exactly_the_closed_namespaces() -> None:
    for namespace in STANDARDS:
        assert described(PROFILE, str(namespace)) == {str(namespace[term]) for term in dir(namespace)}


def test_every_term_of_the_profile_has_a_label_and_what_we_use_it_for() -> None:
    for namespace in STANDARDS:
        for term in dir(namespace):
            for text in (RDFS.label, RDFS.comment):
                found = PROFILE.value(namespace[term], text)
                assert isinstance(found, Literal), term
                assert found.language == "en"


def test_every_term_in_the_graphs_is_in_the_profile_or_ours() -> None:
    plain = {
        str(RDF.type),
        *(str(RDFS[name]) for name in ("label", "comment", "subClassOf", "subPropertyOf")),
    }
    for graph in (g for name, g in telegram().graphs.items() if not name.endswith("/vocabulary")):
        used = {str(p) for p in graph.predicates()} | {str(o) for o in graph.objects(None, RDF.type)}
        for term in used - plain:
            assert (URIRef(term), RDF.type, None) in PROFILE + OURS, term


def above(graph: Graph, node: URIRef, term: URIRef) -> set[str]:
    """Everything above a class or property, itself left out."""
    return {str(o) for o in graph.transitive_objects(node, term) if isinstance(o, URIRef)} - {str(node)}


@pytest.fixture(scope="module")
def reference(shared: Path) -> Graph:
    folder, graph = shared / "reference", Graph()
    for name in (
        "cidoc_crm_v7.1.3.rdf",
        "CRMinf_v1.2.1.rdf",
        "CRMdig_v5.0.rdf",
        "cito.ttl",
        "schemaorg-30.0-https.ttl",
    ):
        graph.parse(folder / name)
    return graph


@pytest.mark.parametrize("namespace", [CRM, CRMINF, CRMDIG, CITO, SCHEMA], ids=str)
def test_the_profile_says_what_the_standard_says(namespace: object, reference: Graph) -> None:
    assert namespace in STANDARDS
    standard = next(one for one in STANDARDS if one is namespace)
    for name in dir(standard):
        node = standard[name]
        assert (node, RDF.type, None) in reference, name
        for term in (RDFS.domain, RDFS.range, *INCLUDES):
            assert set(PROFILE.objects(node, term)) == set(reference.objects(node, term)), (name, term)
        for term in (RDFS.subClassOf, RDFS.subPropertyOf):
            expected = above(reference, node, term)
            if standard is SCHEMA:
                expected = {one for one in expected if one.startswith(str(SCHEMA))}
            assert {str(o) for o in PROFILE.objects(node, term)} == expected, (name, term)


def test_the_crm_check_finds_nothing(shared: Path, tmp_path: Path) -> None:
    data = tmp_path / "all.ttl"
    telegram().union.serialize(data, format="turtle")
    schemas = [
        shared / "reference" / n for n in ("cidoc_crm_v7.1.3.rdf", "CRMinf_v1.2.1.rdf", "CRMdig_v5.0.rdf")
    ]
    command = [sys.executable, str(shared / "suites/crm_check.py")]
    for schema in schemas:
        command += ["--schema", str(schema)]
    done = subprocess.run([*command, str(data)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert " 0 findings" in done.stdout


# --- the JSON-LD context -----------------------------------------------------------------------


def expanded(value: str | dict[str, str]) -> str:
    """The IRI that an entry of the context stands for."""
    curie = value if isinstance(value, str) else value["@id"]
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES else curie


def test_the_context_names_every_term_once() -> None:
    named: dict[str, list[str]] = {}
    for name, value in CONTEXT.items():
        if not name.startswith("@") and value not in ("@id", "@type") and name not in PREFIXES:
            named.setdefault(expanded(value), []).append(name)
    assert all(len(names) == 1 for names in named.values())
    ambiguous = "http://xmlns.com/foaf/0.1/name"
    wanted = {str(namespace[term]) for namespace in (*STANDARDS, KG) for term in dir(namespace)} - {ambiguous}
    assert wanted <= set(named)
    for iri, (name,) in named.items():
        assert iri.endswith(name), "a term is named as its standard names it"


def test_the_context_has_our_prefixes() -> None:
    assert {name: CONTEXT[name] for name in PREFIXES if name in CONTEXT}.items() <= PREFIXES.items()
    assert CONTEXT["@version"] == 1.1


def test_properties_of_things_are_coerced_to_iris_and_no_property_of_literals_is() -> None:
    union = telegram().union
    for name, value in CONTEXT.items():
        coerced = isinstance(value, dict) and value.get("@type") == "@id"
        for found in set(union.objects(None, URIRef(expanded(value)))) if ":" in str(value) else ():
            assert isinstance(found, URIRef) == coerced, (name, found)


# rdflib 7.6 parses JSON-LD through a class of its own that it calls deprecated.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_a_round_trip_through_json_ld_loses_nothing() -> None:
    for graph in (telegram().graph, telegram().union):
        text = json.dumps(compacted(graph))
        assert isomorphic(Graph().parse(data=text, format="json-ld"), graph)
        statements = (triple(quad) for quad in ox.parse(text, format=ox.RdfFormat.JSON_LD))
        assert set(statements) == {(str(s), str(p), str(o)) for s, p, o in graph}


def test_json_ld_reads_well() -> None:
    document = compacted(telegram().graph)
    keys = {key for node in document["@graph"] for key in node}
    assert {"id", "type", "label", "saidBy", "P148i_is_component_of", "sender", "hasSelector"} <= keys
    assert not {key for key in keys if ":" in key or "/" in key}
    mao = next(node for node in document["@graph"] if node["id"].endswith("/saying/mao"))
    assert mao["saidBy"] == "http://localhost:8000/person/mao-zedong"
    assert isinstance(mao["label"], str)


def compacted(graph: Graph) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(graph.serialize(format="json-ld", context=CONTEXT))
    return document | {"@context": CONTEXT}


def triple(quad: ox.Quad) -> tuple[str, str, str]:
    return quad.subject.value, quad.predicate.value, quad.object.value
