"""The release -> a SPARQL 1.1 service description of its endpoint (REC 2013)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pyoxigraph as ox

from kg.iris.prefixes import PREFIXES
from kg.statements import RDF_TYPE, Statements
from kg.web.formats import Format
from kg.web.jsonld import Compactor
from kg.web.serialise import serialise
from kg.web.site import Site

_SD, _VOID, _XSD = PREFIXES["sd"], PREFIXES["void"], PREFIXES["xsd"]
_FORMATS = "http://www.w3.org/ns/formats/"
_WRITES = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
           "Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads")  # fmt: skip
_MANY = 1000


def service_description(site: Site, format: Format) -> bytes:
    """What the endpoint can do and which graphs it has, in an RDF format."""
    statements = Statements(_quads(site))
    return serialise(statements, format, Compactor(site.context), site.url("/sparql"))


def _quads(site: Site) -> Iterator[ox.Quad]:
    endpoint = site.url("/sparql")
    dataset, default = f"{endpoint}#dataset", f"{endpoint}#default-graph"
    yield _quad(endpoint, RDF_TYPE, _SD + "Service")
    yield _quad(endpoint, _SD + "endpoint", endpoint)
    yield _quad(endpoint, _SD + "supportedLanguage", _SD + "SPARQL11Query")
    yield _quad(endpoint, _SD + "feature", _SD + "UnionDefaultGraph")
    for name in _WRITES:
        yield _quad(endpoint, _SD + "resultFormat", _FORMATS + name)
    yield _quad(endpoint, _SD + "defaultDataset", dataset)
    yield _quad(dataset, RDF_TYPE, _SD + "Dataset")
    yield _quad(dataset, _SD + "defaultGraph", default)
    yield _quad(default, RDF_TYPE, _SD + "Graph")
    if len(site.graphs) > _MANY:
        return
    for iri, size in site.graphs.items():
        named = f"{endpoint}#{quote(iri.removeprefix(site.settings.base), safe='/~')}"
        yield _quad(dataset, _SD + "namedGraph", named)
        yield _quad(named, RDF_TYPE, _SD + "NamedGraph")
        yield _quad(named, _SD + "name", iri)
        yield _quad(named, _SD + "graph", iri)
        yield _quad(iri, RDF_TYPE, _SD + "Graph")
        yield ox.Quad(
            ox.NamedNode(iri),
            ox.NamedNode(_VOID + "triples"),
            ox.Literal(str(size), datatype=ox.NamedNode(_XSD + "integer")),
        )


def _quad(subject: str, predicate: str, object: str) -> ox.Quad:
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(object))
