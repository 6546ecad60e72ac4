"""Settings and dumps -> the catalogue, the dataset and its distributions: DCAT 3 and schema.org."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from rdflib import DCTERMS, FOAF, OWL, PROV, RDF, RDFS, SDO, XSD, Graph, Literal, URIRef

from kg.dataset.terms import CIDOC_CRM, DCAT, FILE_TYPE, IANA, LANGUAGE, SPDX, VCARD, part
from kg.dumps import Dump
from kg.iris import Iris
from kg.settings import Settings

_EN = "en"
_RIGHTS = (
    "The licence is that of the data. The texts that it describes, and the passages quoted from them, keep "
    "the rights of their holders; each document's publication names them. The downloads hold no full text."
)
_GZIP = URIRef(f"{IANA}application/gzip")


def add_catalogue(graph: Graph, iris: Iris, settings: Settings) -> None:
    """The catalogue, the publisher, the licence."""
    catalog, publisher, licence = iris.catalog, iris.editors, URIRef(settings.licence)
    title = Literal(f"Catalogue: {settings.title}", _EN)
    _say(
        graph,
        catalog,
        (RDF.type, DCAT.Catalog, SDO.DataCatalog),
        (DCTERMS.title, title),
        (SDO.name, title),
        (DCTERMS.description, Literal("The dataset and its query endpoint.", _EN)),
        (DCTERMS.publisher, publisher),
        (SDO.publisher, publisher),
        (DCTERMS.license, licence),
        (DCAT.dataset, iris.dataset),
        (SDO.dataset, iris.dataset),
        (DCAT.service, iris.sparql),
    )
    name = Literal(settings.publisher, _EN)
    _say(
        graph,
        publisher,
        (RDF.type, FOAF.Agent, SDO.Organization),
        (FOAF.name, name),
        (SDO.name, name),
    )
    _say(graph, licence, (RDF.type, DCTERMS.LicenseDocument, SDO.CreativeWork))


def add_dataset(
    graph: Graph,
    iris: Iris,
    settings: Settings,
    release: str,
    period: tuple[str, str] | None,
) -> None:
    """The dataset: names, version, rights, contact, period."""
    dataset = iris.dataset
    english = URIRef(f"{LANGUAGE}ENG")
    _say(
        graph,
        dataset,
        (RDF.type, DCAT.Dataset, SDO.Dataset, PROV.Entity),
        (DCTERMS.language, english),
        (SDO.inLanguage, Literal(_EN)),
        (SDO.includedInDataCatalog, iris.catalog),
    )
    _say(graph, english, (RDF.type, DCTERMS.LinguisticSystem))
    _add_names(graph, dataset, settings)
    _add_version(graph, dataset, settings, release)
    _add_rights(graph, iris, settings)
    _add_contact(graph, iris, settings)
    if period:
        _add_period(graph, iris, *period)


def add_sources(graph: Graph, iris: Iris, texts: Iterable[str]) -> None:
    """What the dataset is made from: the texts of these keys, and their publications."""
    for key in texts:
        source = iris.document(key)
        graph.add((iris.dataset, PROV.hadPrimarySource, source.text))
        graph.add((iris.dataset, SDO.isBasedOn, source.publication))


def _add_names(graph: Graph, dataset: URIRef, settings: Settings) -> None:
    title, about = Literal(settings.title, _EN), Literal(settings.description, _EN)
    keywords = [Literal(word, _EN) for word in settings.keywords]
    _say(
        graph,
        dataset,
        (DCTERMS.title, title),
        (SDO.name, title),
        (DCTERMS.description, about),
        (SDO.description, about),
        (DCTERMS.identifier, Literal(str(dataset))),
        (SDO.identifier, Literal(str(dataset))),
        (SDO.url, dataset),
        (DCAT.keyword, *keywords),
        (SDO.keywords, *keywords),
    )


def _add_version(graph: Graph, dataset: URIRef, settings: Settings, release: str) -> None:
    issued = Literal(settings.issued, datatype=XSD.date)
    _say(
        graph,
        dataset,
        (DCAT.version, Literal(settings.version)),
        (SDO.version, Literal(settings.version)),
        (OWL.versionInfo, Literal(f"release {release}")),
        (DCTERMS.issued, issued),
        (DCTERMS.modified, issued),
        (SDO.datePublished, issued),
        (SDO.dateModified, issued),
    )


def _add_rights(graph: Graph, iris: Iris, settings: Settings) -> None:
    licence, rights = URIRef(settings.licence), part(iris, "rights")
    _say(
        graph,
        iris.dataset,
        (DCTERMS.publisher, iris.editors),
        (SDO.publisher, iris.editors),
        (SDO.creator, iris.editors),
        (PROV.wasAttributedTo, iris.editors),
        (DCTERMS.license, licence),
        (SDO.license, licence),
        (DCTERMS.rights, rights),
        (SDO.usageInfo, rights),
        (SDO.isAccessibleForFree, Literal(True)),
    )
    _say(
        graph,
        rights,
        (RDF.type, DCTERMS.RightsStatement, SDO.CreativeWork),
        (RDFS.label, Literal(_RIGHTS, _EN)),
        (SDO.text, Literal(_RIGHTS, _EN)),
    )


def add_distributions(graph: Graph, iris: Iris, settings: Settings, dumps: Sequence[Dump]) -> None:
    """A distribution for every dump file, with size and checksum."""
    for dump in dumps:
        _add_distribution(graph, iris, settings, dump)
    shapes = URIRef(f"{iris.base}shapes/")
    for standard, label in ((CIDOC_CRM, "CIDOC CRM 7.1.3"), (shapes, "SHACL shapes of this dataset")):
        _say(graph, standard, (RDF.type, DCTERMS.Standard), (DCTERMS.title, Literal(label, _EN)))
        graph.add((iris.dataset, DCTERMS.conformsTo, standard))


def _add_distribution(graph: Graph, iris: Iris, settings: Settings, dump: Dump) -> None:
    distribution, file = part(iris, "distribution", dump.name), iris.dump(dump.name)
    title = Literal(f"{dump.syntax.name}, gzipped" if dump.packed else dump.syntax.name, _EN)
    licence = URIRef(settings.licence)
    _say(
        graph,
        distribution,
        (RDF.type, DCAT.Distribution, SDO.DataDownload),
        (DCTERMS.title, title),
        (SDO.name, title),
        (DCAT.accessURL, file),
        (DCAT.downloadURL, file),
        (SDO.contentUrl, file),
        (DCTERMS.license, licence),
        (SDO.license, licence),
    )
    _say(graph, file, (RDF.type, RDFS.Resource), (RDFS.label, Literal(dump.name)))
    _say(graph, iris.dataset, (DCAT.distribution, distribution), (SDO.distribution, distribution))
    _add_format(graph, distribution, dump)
    _add_size(graph, distribution, part(iris, "checksum", dump.name), dump)


def _add_format(graph: Graph, distribution: URIRef, dump: Dump) -> None:
    media_type, file_type = URIRef(IANA + dump.syntax.media_type), URIRef(FILE_TYPE + dump.syntax.file_type)
    _say(
        graph,
        distribution,
        (DCAT.mediaType, media_type),
        (DCTERMS.format, file_type),
        (SDO.encodingFormat, Literal("application/gzip" if dump.packed else dump.syntax.media_type)),
    )
    _say(graph, media_type, (RDF.type, DCTERMS.MediaType, DCTERMS.MediaTypeOrExtent))
    _say(graph, file_type, (RDF.type, DCTERMS.MediaTypeOrExtent))
    if dump.packed:
        _say(graph, distribution, (DCAT.compressFormat, _GZIP))
        _say(graph, _GZIP, (RDF.type, DCTERMS.MediaType, DCTERMS.MediaTypeOrExtent))


def _add_size(graph: Graph, distribution: URIRef, checksum: URIRef, dump: Dump) -> None:
    _say(
        graph,
        distribution,
        (DCAT.byteSize, Literal(str(dump.size), datatype=XSD.nonNegativeInteger)),
        (SDO.contentSize, Literal(f"{dump.size} B")),
        (SDO.sha256, Literal(dump.sha256)),
        (SPDX.checksum, checksum),
    )
    _say(
        graph,
        checksum,
        (RDF.type, SPDX.Checksum),
        (RDFS.label, Literal(f"SHA-256 of {dump.name}", _EN)),
        (SPDX.algorithm, SPDX.checksumAlgorithm_sha256),
        (SPDX.checksumValue, Literal(dump.sha256, datatype=XSD.hexBinary)),
    )
    _say(graph, SPDX.checksumAlgorithm_sha256, (RDF.type, SPDX.ChecksumAlgorithm))


def _add_contact(graph: Graph, iris: Iris, settings: Settings) -> None:
    _say(
        graph,
        part(iris, "contact"),
        (RDF.type, VCARD.Kind, VCARD.Organization),
        (VCARD.fn, Literal(settings.publisher, _EN)),
        (VCARD.hasEmail, URIRef(f"mailto:{quote(settings.contact, safe='@+')}")),
        (RDFS.label, Literal(f"Contact: {settings.publisher}", _EN)),
    )


def _add_period(graph: Graph, iris: Iris, first: str, last: str) -> None:
    period = part(iris, "period")
    _say(
        graph,
        period,
        (RDF.type, DCTERMS.PeriodOfTime),
        (RDFS.label, Literal(f"{first} to {last}", _EN)),
        (DCAT.startDate, Literal(first, datatype=XSD.date)),
        (DCAT.endDate, Literal(last, datatype=XSD.date)),
    )
    graph.add((iris.dataset, DCTERMS.temporal, period))
    graph.add((iris.dataset, SDO.temporalCoverage, Literal(f"{first}/{last}")))


def _say(graph: Graph, subject: URIRef, *said: Sequence[URIRef | Literal]) -> None:
    """Add statements about a subject: each a property and its values."""
    for predicate, *values in said:
        for value in values:
            graph.add((subject, predicate, value))
