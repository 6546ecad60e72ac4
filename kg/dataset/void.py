"""Statistics -> VoID: totals, class and property partitions, linksets (VoID, sections 4.6 and 5)."""

from __future__ import annotations

from collections.abc import Sequence

from rdflib import RDF, RDFS, XSD, Graph, Literal, URIRef

from kg.dataset.statistics import Statistics
from kg.dataset.terms import FORMATS, VOID, part, short, slug
from kg.dumps import Dump
from kg.iris import Iris

_EXAMPLES = 3
_FEATURES = ("N-Quads", "TriG", "Turtle", "N-Triples", "JSON-LD", "RDF_XML")


def add_statistics(graph: Graph, iris: Iris, found: Statistics, dumps: Sequence[Dump]) -> None:
    """Totals, vocabularies, access, and a partition for every class and property."""
    dataset = iris.dataset
    graph.add((dataset, RDF.type, VOID.Dataset))
    graph.add((dataset, VOID.uriSpace, Literal(iris.base)))
    graph.add((dataset, VOID.sparqlEndpoint, iris.sparql))
    totals = {
        VOID.triples: found.triples,
        VOID.entities: found.entities,
        VOID.distinctSubjects: found.subjects,
        VOID.distinctObjects: found.objects,
        VOID.classes: len(found.classes),
        VOID.properties: len(found.properties),
    }
    for term, number in totals.items():
        _count(graph, dataset, term, number)
    for dump in dumps:
        graph.add((dataset, VOID.dataDump, iris.dump(dump.name)))
    for name in _FEATURES:
        graph.add((dataset, VOID.feature, URIRef(FORMATS + name)))
    for namespace in found.namespaces:
        graph.add((dataset, VOID.vocabulary, URIRef(namespace)))
    documents = [
        iri.removesuffix("/graph") for iri in found.graphs if iri.startswith(f"{iris.base}document/")
    ]
    for document in sorted(documents)[:_EXAMPLES]:
        graph.add((dataset, VOID.exampleResource, URIRef(document)))
    _add_partitions(graph, iris, found)


def _add_partitions(graph: Graph, iris: Iris, found: Statistics) -> None:
    for iri, entities in found.classes.items():
        node = part(iris, "class", slug(iri))
        graph.add((iris.dataset, VOID.classPartition, node))
        graph.add((node, RDFS.label, Literal(f"Instances of {short(iri)}", "en")))
        graph.add((node, RDF.type, VOID.Dataset))
        graph.add((node, VOID["class"], URIRef(iri)))
        _count(graph, node, VOID.entities, entities)
    for iri, use in found.properties.items():
        node = part(iris, "property", slug(iri))
        graph.add((iris.dataset, VOID.propertyPartition, node))
        graph.add((node, RDFS.label, Literal(f"Statements with {short(iri)}", "en")))
        graph.add((node, RDF.type, VOID.Dataset))
        graph.add((node, VOID.property, URIRef(iri)))
        _count(graph, node, VOID.triples, use.triples)
        _count(graph, node, VOID.distinctSubjects, use.subjects)
        _count(graph, node, VOID.distinctObjects, use.objects)


def add_linksets(graph: Graph, iris: Iris, found: Statistics) -> None:
    """A linkset for every property and host that accepted mappings lead to."""
    for (predicate, host), number in found.links.items():
        node = part(iris, "links", slug(predicate), host.split("/")[2])
        graph.add((iris.dataset, VOID.subset, node))
        graph.add((node, RDF.type, VOID.Linkset))
        graph.add((node, RDFS.label, Literal(f"Links to {host}: {short(predicate)}", "en")))
        graph.add((node, VOID.linkPredicate, URIRef(predicate)))
        graph.add((node, VOID.subjectsTarget, iris.dataset))
        graph.add((node, VOID.objectsTarget, URIRef(host)))
        graph.add((URIRef(host), RDF.type, VOID.Dataset))
        _count(graph, node, VOID.triples, number)


def _count(graph: Graph, subject: URIRef, term: URIRef, number: int) -> None:
    graph.add((subject, term, Literal(str(number), datatype=XSD.integer)))
