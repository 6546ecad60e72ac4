"""The lookup is the same each time, and chooses labels by property, then by language."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import DCTERMS, FOAF, RDF, RDFS, SDO, SKOS, Graph, Literal, URIRef

from kg.iris import SCHEMA, Iris
from kg.lookup import INCOMING_LIMIT, write_lookup
from kg.stores.resources import Resources, Summary
from tests.made import BASE, TEXT, gathered, made_graphs

A, B, G = (URIRef(f"{BASE}{name}") for name in ("person/a", "person/b", "graph/g"))

Statement = tuple[URIRef, URIRef, URIRef | Literal]


def looked_up(folder: Path, *statements: Statement) -> Resources:
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


VOLUME = URIRef(f"{BASE}document/v")


def in_volume(key: str, number: str | None, date: str | None, outer: str | None = None) -> list[Statement]:
    d = Iris(BASE).document(key)
    said: list[Statement] = [(d.document, RDFS.label, Literal(f"Note {key}"))]
    said.append((d.publication, SCHEMA.isPartOf, VOLUME))
    if number:
        said.append((d.publication, SCHEMA.position, Literal(number)))
    if date:
        said.append((d.document, SCHEMA.dateCreated, Literal(date)))
    if outer:
        said.append((d.document, SCHEMA.isPartOf, Iris(BASE).document(outer).document))
    return said


def volume(folder: Path) -> Resources:
    """Two numbered documents, the second with enclosures, and one that nobody numbered or dated."""
    said = [
        *in_volume("v-d10", "10", "1894-03-01"),
        *in_volume("v-d9", "9", "1894-04-01"),
        *in_volume("v-d9-attachment-10", None, "1894-02-01", "v-d9"),
        *in_volume("v-d9-attachment-2", "1", None, "v-d9"),
        *in_volume("v-app", None, None),
        (VOLUME, RDF.type, SCHEMA.PublicationVolume),
        (VOLUME, RDFS.label, Literal("The volume")),
    ]
    return looked_up(folder, *said)


def keys(found: list[Summary]) -> list[str]:
    return [one.iri.removeprefix(f"{BASE}document/").removesuffix("/publication") for one in found]


def test_a_volume_has_its_documents_by_number_enclosures_behind_their_letter(tmp_path: Path) -> None:
    lookup = volume(tmp_path)
    order = ["v-d9", "v-d9-attachment-2", "v-d9-attachment-10", "v-d10", "v-app"]
    assert keys(lookup.parts(str(VOLUME))) == order
    assert keys(lookup.parts(str(VOLUME), 1, 3)) == order[1:3]
    assert lookup.count_parts(str(VOLUME)) == 5
    assert lookup.count_parts(f"{BASE}document/v-d9") == 2
    lookup.close()


def test_documents_come_by_date_and_a_volume_is_none_of_them(tmp_path: Path) -> None:
    lookup = volume(tmp_path)
    dated = ["v-d9-attachment-10", "v-d10", "v-d9"]
    assert keys(lookup.listing("document")) == [*dated, "v-app", "v-d9-attachment-2"]
    assert keys(lookup.listing("volume")) == ["v"]
    lookup.close()


def test_a_document_that_is_only_named_is_none_of_the_release(tmp_path: Path) -> None:
    lookup = looked_up(tmp_path, *in_volume("v-d1-attachment-1", None, None, "v-d1"))
    assert keys(lookup.listing("document")) == ["v-d1-attachment-1"]
    left_out = lookup.get(f"{BASE}document/v-d1")
    lookup.close()
    assert left_out is not None
    assert left_out.kind == "other"


def test_what_hangs_under_a_volume(tmp_path: Path) -> None:
    people = [URIRef(f"{VOLUME}/person/{key}") for key in ("b", "a")]
    other = URIRef(f"{VOLUME}-2/person/a")
    lookup = looked_up(tmp_path, *((one, RDFS.label, Literal(one[-1])) for one in (*people, other)))
    found = lookup.below(f"{VOLUME}/person/", "candidate")
    lookup.close()
    assert [one.label for one in found] == ["a", "b"]
