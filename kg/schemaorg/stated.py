"""What only Schema.org says: checksums, summaries, narrower classes -> statements on the same IRIs."""

from __future__ import annotations

import re

from rdflib import RDF, XSD, Literal

from kg.crm.dossier import Dossier, Triples, english
from kg.crm.edition import taken_from_markup
from kg.iris import SCHEMA, Iris
from kg.model import Authority, Candidate

_BY_KIND = {
    "person": SCHEMA.Person,
    "group": SCHEMA.Organization,
    "place": SCHEMA.Place,
    "event": SCHEMA.Event,
}
# Fields of the site that describe the published page.
_FIELDS = {
    "Subjects Discussed": SCHEMA.keywords,
    "Associated Topics": SCHEMA.keywords,
    "Subjects": SCHEMA.keywords,
    "Type": SCHEMA.genre,
    "Donors": SCHEMA.creditText,
}


def of_authority(iris: Iris, entry: Authority) -> Triples:
    """Type, name, other names, description and dates of an authority entry."""
    if entry.kind not in _BY_KIND:
        return
    node = iris.shared(entry.kind, entry.key)
    yield node, RDF.type, SCHEMA[entry.type] if entry.type else _BY_KIND[entry.kind]
    yield node, SCHEMA.name, english(entry.label)
    for form in entry.names:
        yield node, SCHEMA.alternateName, Literal(form.text, lang=form.lang)
    if entry.description:
        yield node, SCHEMA.description, english(entry.description)
    for term, date in ((SCHEMA.birthDate, entry.born), (SCHEMA.deathDate, entry.died)):
        if date and (value := plain_date(date)) is not None:
            yield node, term, value


def of_editors(iris: Iris, label: str) -> Triples:
    """Type and name of the editors."""
    yield iris.editors, RDF.type, SCHEMA.Organization
    yield iris.editors, SCHEMA.name, english(label)


def of_candidate(dossier: Dossier, candidate: Candidate) -> Triples:
    """Type, name and other names of somebody whom only this document or its volume knows."""
    node = dossier.ref(candidate.ref)
    yield node, RDF.type, _BY_KIND[candidate.kind]
    yield node, SCHEMA.name, english(candidate.label)
    for form in () if candidate.unnamed else candidate.forms:
        yield node, SCHEMA.alternateName, Literal(form, lang=dossier.language)


def of_page(dossier: Dossier) -> Triples:
    """What only Schema.org says of the document, the captured text and the page or volume."""
    d, document = dossier.d, dossier.document
    yield d.document, RDF.type, SCHEMA.Message
    if dossier.translated:
        yield dossier.words, RDF.type, SCHEMA.DigitalDocument
    yield from _of_files(dossier)
    yield from _of_publication(dossier)
    if document.rights:
        yield d.publication_part("rights"), RDF.type, SCHEMA.CreativeWork
    if dossier.reading and dossier.reading.sha256:
        yield d.reading, RDF.type, SCHEMA.MediaObject
        yield d.reading, SCHEMA.sha256, Literal(dossier.reading.sha256)
    for candidate in dossier.candidates:
        yield from of_candidate(dossier, candidate)


def _of_files(dossier: Dossier) -> Triples:
    """Checksum, format and size of the captured text, and of the file of markup that it was taken from."""
    d, source = dossier.d, dossier.document.source
    file, text = d.text, dossier.document.text.encode()
    yield d.text, RDF.type, SCHEMA.TextDigitalDocument
    if taken_from_markup(dossier.document):
        yield d.text, RDF.type, SCHEMA.MediaObject
        yield d.text, SCHEMA.sha256, Literal(dossier.document.text_sha256)
        yield d.text, SCHEMA.encodingFormat, Literal("text/plain; charset=utf-8")
        yield d.text, SCHEMA.contentSize, Literal(f"{len(text)} B")
        file = d.source
    yield file, RDF.type, SCHEMA.MediaObject
    yield file, SCHEMA.sha256, Literal(source.sha256)
    yield file, SCHEMA.encodingFormat, Literal(source.media_type)
    yield file, SCHEMA.contentSize, Literal(f"{source.byte_length} B")


def _of_publication(dossier: Dossier) -> Triples:
    d, document = dossier.d, dossier.document
    yield d.publication, RDF.type, SCHEMA.Chapter if document.volume else SCHEMA.WebPage
    yield d.publication, SCHEMA.about, d.document
    if document.summary:
        yield d.publication, SCHEMA.abstract, dossier.quoted(document.summary)
    for label, term in _FIELDS.items():
        for value in (v for field in document.fields if field.label == label for v in field.values):
            yield d.publication, term, dossier.quoted(value)
    if document.volume:
        volume = dossier.iris.document(document.volume.key).document
        yield volume, RDF.type, SCHEMA.PublicationVolume
        if document.volume.number:
            yield d.publication, SCHEMA.position, Literal(document.volume.number)
    pages = [page.n for page in document.page_breaks if page.n]
    if pages and document.volume:
        yield d.publication, SCHEMA.pageStart, Literal(pages[0])
        yield d.publication, SCHEMA.pageEnd, Literal(pages[-1])


def plain_date(edtf: str) -> Literal | None:
    """A day, month or year as its XML Schema type; None for any other EDTF."""
    for form, datatype in _PLAIN.items():
        if re.fullmatch(form, edtf):
            return Literal(edtf, datatype=datatype)
    return None


_PLAIN = {r"\d{4}-\d{2}-\d{2}": XSD.date, r"\d{4}-(0[1-9]|1[0-2])": XSD.gYearMonth, r"\d{4}": XSD.gYear}
