"""The telegram's graphs, made once from its page, reading and authority files by the real stages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph, URIRef
from rdflib.term import Node

from kg.annotate.names import find_mentions, merge
from kg.authority import AuthorityIndex, read_authority
from kg.converters import convert
from kg.graph import authority_graph, document_graph, links_graph, vocabulary_graph
from kg.iris import DocumentIris, Iris
from kg.links import read_links
from kg.model import Document, Mention, Reading
from kg.readings import read_reading

ROOT = Path(__file__).resolve().parents[1]
IRIS = Iris("http://localhost:8000/")
ZONES = ("+03:00", "+09:00")
D: DocumentIris = IRIS.document("telegram-1258")


@dataclass(frozen=True)
class Telegram:
    """What goes into the graphs, and the graphs."""

    document: Document
    reading: Reading
    mentions: tuple[Mention, ...]
    authority: AuthorityIndex
    graph: Graph
    graphs: dict[URIRef, Graph]

    @property
    def union(self) -> Graph:
        """All graphs as one."""
        union = Graph()
        for graph in self.graphs.values():
            union += graph
        return union


@cache
def page() -> Document:
    (one,) = convert("telegram-1258.txt", (ROOT / "data/sources/telegram-1258.txt").read_bytes())
    assert isinstance(one, Document)
    return one


@cache
def authorities() -> AuthorityIndex:
    return read_authority(ROOT / "data/authority")


@cache
def telegram() -> Telegram:
    document, authority = page(), authorities()
    reading = read_reading(ROOT / "data/readings/telegram-1258.yaml", document, authority)
    mentions = merge(find_mentions(document, authority), reading)
    graph = document_graph(document, reading, mentions, authority, IRIS, ZONES)
    graphs = {
        D.graph: graph,
        IRIS.graph("authority"): authority_graph(authority, IRIS),
        IRIS.graph("links"): links_graph(read_links(ROOT / "data/links", authority), IRIS),
        IRIS.graph("vocabulary"): vocabulary_graph(ROOT / "ontology", IRIS),
    }
    return Telegram(document, reading, mentions, authority, graph, graphs)


@cache
def store() -> ox.Store:
    """The graphs as named graphs of a store in memory."""
    store = ox.Store()
    for name, graph in telegram().graphs.items():
        data = graph.serialize(format="nt", encoding="utf-8")
        store.load(data, format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(str(name)))
    return store


def values(graph: Graph, subject: Node, predicate: Node) -> set[str]:
    """The objects of a subject as text."""
    return {str(found) for found in graph.objects(subject, predicate)}


def person(key: str) -> URIRef:
    return IRIS.shared("person", key)


def group(key: str) -> URIRef:
    return IRIS.shared("group", key)
