"""A small release made by hand, for the parts that read and write releases."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from rdflib import RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef

from kg.iris import CRM, SCHEMA, Iris
from kg.quads import Quads, canonical, gather
from kg.release import Release, build_release
from kg.settings import Settings, read_settings

BASE = "https://example.org/"
IRIS = Iris(BASE)
D = IRIS.document("note-1")
SHAPE = "@prefix sh: <http://www.w3.org/ns/shacl#> .\n<https://example.org/{}> a sh:NodeShape .\n"
SHAPES = SHAPE.format("a") + SHAPE.format("b")
TEXT = b"Anna said that it rains.\r\n"


def made_settings(folder: Path, **changes: Any) -> Settings:
    """Settings of a dataset in an empty folder, with one shape, one query and one ontology file."""
    for name, text in {
        "kg.toml": f'[dataset]\nbase = "{BASE}"\ntitle = "Notes"\nkeywords = ["notes"]\n',
        "data/queries/01-all.rq": "# title: All\nSELECT * { ?s ?p ?o }\n",
        "shapes/a.ttl": SHAPE.format("a"),
        "shapes/b.ttl": SHAPE.format("b"),
        "ontology/context.jsonld": '{"@context": {}}\n',
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return replace(read_settings(folder / "kg.toml", {}), **changes)


def made_graphs(rain: int = 0) -> dict[URIRef, Graph]:
    """A document, a person, a concept; `rain` more statements of no interest."""
    document, authority, links = Graph(), Graph(), Graph()
    anna, event = IRIS.shared("person", "anna"), D.event("rain")
    time = URIRef(f"{event}/time")
    for statement in (
        (D.document, RDF.type, CRM.E31_Document),
        (D.document, RDFS.label, Literal("Note 1", lang="en")),
        (D.document, SCHEMA.mentions, anna),
        (D.document, CRM.P3_has_note, Literal('two "lines"\nof Корея & <tags>\t', lang="en-GB")),
        (event, RDF.type, CRM.E7_Activity),
        (event, RDFS.label, Literal("Rain", lang="en")),
        (event, CRM["P4_has_time-span"], time),
        (time, RDF.type, CRM["E52_Time-Span"]),
        (time, CRM.P82a_begin_of_the_begin, Literal("1950-09-21T00:00:00+09:00", datatype=XSD.dateTime)),
        (time, CRM.P82b_end_of_the_end, Literal("1950-09-22T23:59:59+03:00", datatype=XSD.dateTime)),
        (time, CRM.P90_has_value, Literal("1.50", datatype=XSD.decimal)),
        (D.span(0, 4), SCHEMA.contentSize, Literal("0", datatype=XSD.nonNegativeInteger)),
    ):
        document.add(statement)
    for n in range(rain):
        document.add((D.span(n, n + 1), CRM.P67_refers_to, anna))
    for graph in (document, authority):
        graph.add((anna, RDF.type, CRM.E21_Person))
    authority.add((anna, RDFS.label, Literal("Anna", lang="en")))
    authority.add((anna, RDFS.label, Literal("Анна", lang="ru")))
    links.add((anna, SKOS.exactMatch, URIRef("http://www.wikidata.org/entity/Q1")))
    return {D.graph: document, IRIS.graph("authority"): authority, IRIS.graph("links"): links}


def lines_of(graphs: dict[URIRef, Graph]) -> dict[str, tuple[bytes, ...]]:
    """The lines of graphs, as a release takes them."""
    return {str(name): canonical(str(name), graph) for name, graph in graphs.items()}


def gathered(graphs: dict[URIRef, Graph], folder: Path) -> Quads:
    """The statements of graphs, sorted in a file of a new folder."""
    folder.mkdir()
    return gather(lines_of(graphs), folder / "quads.nq", folder)


def made_release(folder: Path, rain: int = 0, **changes: Any) -> Release:
    """That release, built in folder/build."""
    return build_release(
        lines_of(made_graphs(rain)),
        {"note-1": TEXT},
        made_settings(folder, **changes),
        inputs="none",
        shapes=SHAPES,
        report="# empty\n",
    )
