"""The lookup is the same each time, and chooses labels by property, then by language."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import DCTERMS, FOAF, RDFS, SDO, SKOS, Graph, Literal, URIRef

from kg.lookup import INCOMING_LIMIT, write_lookup
from kg.stores.resources import Resources
from tests.made import BASE, TEXT, gathered, made_graphs

A, B, G = (URIRef(f"{BASE}{name}") for name in ("person/a", "person/b", "graph/g"))


def looked_up(folder: Path, *statements: tuple[URIRef, URIRef, URIRef | Literal]) -> Resources:
    graph = Graph()
    for statement in statements:
        graph.add(statement)
    quads = gathered({G: graph}, folder / "quads")
    write_lookup(folder / "resources.sqlite", quads, {}, BASE, folder)
    return Resources(folder / "resources.sqlite")


@pytest.mark.parametrize(
    ("names", "label"),
    [
        ([(RDFS.label, "b", "ru"), (RDFS.label, "c", "en"), (SKOS.prefLabel, "a", "en")], "c"),
        ([(RDFS.label, "b", "ru"), (RDFS.label, "c", None), (SKOS.prefLabel, "a", "en")], "c"),
        ([(RDFS.label, "b", "ru"), (RDFS.label, "c", "en-GB")], "c"),
        ([(RDFS.label, "b", "ru"), (SKOS.prefLabel, "a", "en")], "b"),
        ([(RDFS.label, "z", "en"), (RDFS.label, "y", "en")], "y"),
        ([(FOAF.name, "f", None), (DCTERMS.title, "t", None), (SDO.name, "s", None)], "s"),
        ([(FOAF.name, "f", None), (DCTERMS.title, "t", None)], "t"),
        ([(FOAF.name, "f", None)], "f"),
        ([(DCTERMS.source, "s", None)], None),
    ],
)
def test_labels(tmp_path: Path, names: list[tuple[URIRef, str, str | None]], label: str | None) -> None:
    lookup = looked_up(tmp_path, *((A, term, Literal(text, lang=lang)) for term, text, lang in names))
    found = lookup.get(A)
    lookup.close()
    assert found is not None
    assert found.label == label


def test_an_iri_is_known_wherever_it_stands_whoever_made_it(tmp_path: Path) -> None:
    elsewhere, pointed_at = URIRef("http://elsewhere/x"), URIRef("http://elsewhere/y")
    lookup = looked_up(tmp_path, (elsewhere, RDFS.seeAlso, A), (B, RDFS.seeAlso, pointed_at))
    known = {iri: lookup.get(iri) for iri in (A, B, G, elsewhere, pointed_at, "http://elsewhere/z")}
    lookup.close()
    assert {iri for iri, found in known.items() if found} == {A, B, G, elsewhere, pointed_at}
    assert known[A].incoming == known[elsewhere].outgoing  # type: ignore[union-attr]
    assert known[pointed_at].incoming == known[B].outgoing  # type: ignore[union-attr]


def test_what_points_at_one_is_bounded(tmp_path: Path) -> None:
    lookup = looked_up(
        tmp_path, *((URIRef(f"{BASE}x/{n}"), RDFS.seeAlso, A) for n in range(INCOMING_LIMIT + 5))
    )
    found = lookup.get(A)
    lookup.close()
    assert found is not None
    assert (len(found.incoming.splitlines()), found.incoming_total) == (INCOMING_LIMIT, INCOMING_LIMIT + 5)


def test_the_same_bytes_every_time(tmp_path: Path) -> None:
    for name in "ab":
        quads = gathered(made_graphs(), tmp_path / f"{name}-quads")
        write_lookup(tmp_path / name, quads, {"note-1": TEXT}, BASE, tmp_path)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
