"""Statistics -> the query endpoint: dcat:DataService and SPARQL 1.1 Service Description."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import DCTERMS, RDF, RDFS, XSD, Graph, Literal, URIRef

from kg.dataset.terms import DCAT, FORMATS, SD, VOID, part
from kg.iris import Iris
from kg.settings import Settings

_RESULTS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle",
    "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads",
)  # fmt: skip


def add_service(graph: Graph, iris: Iris, settings: Settings) -> None:
    """The endpoint, the languages and formats it knows, and the graphs it offers."""
    endpoint = iris.sparql
    title = Literal(f"SPARQL endpoint: {settings.title}", "en")
    for kind in (DCAT.DataService, SD.Service, RDFS.Resource):
        graph.add((endpoint, RDF.type, kind))
    graph.add((endpoint, DCTERMS.title, title))
    graph.add((endpoint, DCAT.endpointURL, endpoint))
    graph.add((endpoint, SD.endpoint, endpoint))
    graph.add((endpoint, DCAT.endpointDescription, endpoint))
    graph.add((endpoint, DCAT.servesDataset, iris.dataset))
    graph.add((endpoint, DCTERMS.publisher, iris.editors))
    graph.add((endpoint, DCTERMS.license, URIRef(settings.licence)))
    graph.add((endpoint, SD.supportedLanguage, SD.SPARQL11Query))
    graph.add((endpoint, SD.feature, SD.UnionDefaultGraph))
    for name in _RESULTS:
        graph.add((endpoint, SD.resultFormat, URIRef(FORMATS + name)))
    _add_default_graph(graph, iris)


def _add_default_graph(graph: Graph, iris: Iris) -> None:
    """The default graph, which is the union, and the graph of this description.

    The union holds this description too, which cannot count itself: it has no number.
    """
    offered, union = part(iris, "graphs"), part(iris, "graphs", "default")
    graph.add((iris.sparql, SD.defaultDataset, offered))
    graph.add((offered, RDF.type, SD.Dataset))
    graph.add((offered, RDFS.label, Literal("The graphs that queries see", "en")))
    graph.add((offered, SD.defaultGraph, union))
    graph.add((union, RDF.type, SD.Graph))
    graph.add((union, RDFS.label, Literal("The union of all named graphs", "en")))
    _add_named(graph, iris, offered, iris.graph("dataset"))


def add_graphs(graph: Graph, iris: Iris, sizes: Iterable[tuple[str, int]]) -> None:
    """Named graphs that the endpoint offers: their IRIs, and how many statements each has."""
    for name, size in sizes:
        content = _add_named(graph, iris, part(iris, "graphs"), URIRef(name))
        graph.add((content, VOID.triples, Literal(str(size), datatype=XSD.integer)))


def _add_named(graph: Graph, iris: Iris, offered: URIRef, name: URIRef) -> URIRef:
    """A named graph. Returns the node of what is in it."""
    path = name.removeprefix(iris.base).replace("/", "-")
    entry, content = part(iris, "graphs", path), part(iris, "graphs", path, "content")
    graph.add((offered, SD.namedGraph, entry))
    graph.add((entry, RDF.type, SD.NamedGraph))
    graph.add((entry, RDFS.label, Literal(f"Named graph {name}", "en")))
    graph.add((entry, SD.name, name))
    graph.add((entry, SD.graph, content))
    graph.add((content, RDF.type, SD.Graph))
    graph.add((content, RDFS.label, Literal(f"What is in the graph {name}", "en")))
    return content
