"""Terms and controlled values of the dataset description that rdflib does not bring."""

from __future__ import annotations

from urllib.parse import quote

from rdflib import URIRef
from rdflib.namespace import ClosedNamespace

from kg.iris import Iris
from kg.iris.prefixes import PREFIXES

DCAT = ClosedNamespace(
    "http://www.w3.org/ns/dcat#",
    [
        "Catalog", "DataService", "Dataset", "Distribution", "accessService", "accessURL", "byteSize",
        "compressFormat", "contactPoint", "dataset", "distribution", "downloadURL", "endDate",
        "endpointDescription", "endpointURL", "keyword", "landingPage", "mediaType", "service",
        "servesDataset", "startDate", "version",
    ],
)  # fmt: skip
VOID = ClosedNamespace(
    "http://rdfs.org/ns/void#",
    [
        "Dataset", "Linkset", "class", "classPartition", "classes", "dataDump", "distinctObjects",
        "distinctSubjects", "documents", "entities", "exampleResource", "feature", "linkPredicate",
        "objectsTarget", "properties", "property", "propertyPartition", "sparqlEndpoint", "subjectsTarget",
        "subset", "triples", "uriSpace", "vocabulary",
    ],
)  # fmt: skip
SD = ClosedNamespace(
    "http://www.w3.org/ns/sparql-service-description#",
    [
        "Dataset", "Graph", "NamedGraph", "SPARQL11Query", "Service", "UnionDefaultGraph", "defaultDataset",
        "defaultGraph", "endpoint", "feature", "graph", "name", "namedGraph", "resultFormat",
        "supportedLanguage",
    ],
)  # fmt: skip
SPDX = ClosedNamespace(
    "http://spdx.org/rdf/terms#",
    ["Checksum", "algorithm", "checksum", "checksumAlgorithm_sha256", "checksumValue", "ChecksumAlgorithm"],
)
VCARD = ClosedNamespace("http://www.w3.org/2006/vcard/ns#", ["Kind", "Organization", "fn", "hasEmail"])

IANA = "https://www.iana.org/assignments/media-types/"
FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/"
LANGUAGE = "http://publications.europa.eu/resource/authority/language/"
FORMATS = "http://www.w3.org/ns/formats/"
CIDOC_CRM = URIRef("http://www.cidoc-crm.org/cidoc-crm/7.1.3/")


def part(iris: Iris, *path: str) -> URIRef:
    """The IRI of a part of the description, under the dataset's."""
    return URIRef("/".join((str(iris.dataset), *(quote(step, safe="~") for step in path))))


def slug(iri: str) -> str:
    """A term's short name for an IRI: crm-E21_Person; one without prefix keeps its own letters, encoded."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}-{iri.removeprefix(namespace)}"
    return iri


def short(iri: str) -> str:
    """A term's short name for people: crm:E21_Person, or the IRI."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
