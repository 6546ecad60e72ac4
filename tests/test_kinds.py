"""The kind of a resource, from its IRI and classes."""

from __future__ import annotations

import pytest

from kg.iris import KG, SCHEMA, Iris, duration_of, kgv, name_of, position_of, quote_of, time_of
from kg.kinds import KINDS, kind_of

BASE = "https://example.org/x/"
IRIS = Iris(BASE)
D = IRIS.document("note-1")


@pytest.mark.parametrize(
    ("iri", "kind"),
    [
        (D.document, "document"),
        (D.graph, "graph"),
        (D.text, "text"),
        (D.translation("en"), "translation"),
        (D.publication, "publication"),
        (D.publication_part("rights"), "publication"),
        (D.copy("archive"), "copy"),
        (D.identifier("call-number-1"), "identifier"),
        (D.identifier("call-number-1", "fond"), "identifier"),
        (D.span(0, 4), "span"),
        (position_of(D.span(0, 4)), "selector"),
        (quote_of(D.span(0, 4)), "selector"),
        (D.saying("a"), "saying"),
        (D.attribution("a"), "attribution"),
        (D.assignment("role-a"), "assignment"),
        (D.proposition("a"), "proposition"),
        (D.proposal("a"), "proposal"),
        (D.belief("a"), "belief"),
        (D.event("a"), "event"),
        (D.candidate("person", "a"), "candidate"),
        (D.candidate("place", "a"), "candidate"),
        (name_of(D.candidate("person", "a"), 2), "name"),
        (D.source, "other"),
        (IRIS.reader("rules 1"), "software"),
        (IRIS.rule("rules 1", "said"), "rule"),
        (time_of(D.event("a")), "time"),
        (duration_of(time_of(D.event("a"))), "time"),
        (D.reading, "other"),
        (D.conversion, "other"),
        (IRIS.shared("person", "a"), "person"),
        (IRIS.shared("group", "a"), "group"),
        (IRIS.shared("place", "a"), "place"),
        (IRIS.shared("role", "a"), "role"),
        (IRIS.shared("event", "a"), "event"),
        (time_of(IRIS.shared("event", "a")), "time"),
        (name_of(IRIS.shared("person", "a"), 1), "name"),
        (IRIS.identification("person", "a", "http://www.wikidata.org/entity/Q1"), "assignment"),
        (IRIS.graph("links"), "graph"),
        (IRIS.software("0.1.0"), "software"),
        (IRIS.dataset, "dataset"),
        (f"{IRIS.dataset}/period", "dataset"),
        (IRIS.catalog, "dataset"),
        (IRIS.sparql, "other"),
        (kgv("mood/question"), "vocabulary"),
        (KG.Saying, "vocabulary"),
        ("https://example.org/person/a", "other"),
        (f"{BASE}person", "other"),
        (BASE, "other"),
        ("", "other"),
    ],
)
def test_kinds(iri: str, kind: str) -> None:
    assert kind_of(iri, BASE) == kind
    assert kind in KINDS


def test_a_volume_has_the_path_of_a_document_and_another_class() -> None:
    volume = str(SCHEMA.PublicationVolume)
    assert kind_of(D.document, BASE, [volume]) == "volume"
    assert kind_of(D.publication, BASE, [volume]) == "publication"
    assert "volume" in KINDS
