"""A CRM graph -> short cuts of Schema.org 30.0 on the same IRIs.

Every short cut is read from the CRM statements, so that the two cannot disagree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from rdflib import RDF, RDFS, XSD, Graph, Literal, Node, URIRef

from kg.crm.dossier import Dossier, Triples
from kg.iris import CITO, CRM, CRMINF, EDTF, KG, LANGUAGES, LEXVO, RECORD_TYPES, SCHEMA, kgv
from kg.schemaorg.stated import plain_date

_RECORD = frozenset(kgv(slug) for slug in RECORD_TYPES)
_BY_CLASS = {
    CRM["E22_Human-Made_Object"]: SCHEMA.ArchiveComponent,
    KG.Saying: SCHEMA.Claim,
    KG.Proposal: SCHEMA.Action,
}


def classes(graph: Graph) -> Triples:
    """The Schema.org class of copies, sayings, proposals and adopted events."""
    for crm_class, schema_class in _BY_CLASS.items():
        for node in graph.subjects(RDF.type, crm_class):
            yield _iri(node), RDF.type, schema_class
    for event in _adopted_events(graph):
        yield event, RDF.type, SCHEMA.Event
    for proposal in graph.subjects(RDF.type, KG.Proposal):
        yield _iri(proposal), SCHEMA.actionStatus, SCHEMA.PotentialActionStatus


def names(graph: Graph) -> Triples:
    """schema:name from rdfs:label, for everything with a Schema.org class."""
    for node in {s for s, o in graph.subject_objects(RDF.type) if str(o).startswith(str(SCHEMA))}:
        for label in graph.objects(node, RDFS.label):
            yield _iri(node), SCHEMA.name, _term(label)


def quotes(graph: Graph) -> Triples:
    """schema:text of a saying: the words of its content spans (kg:contentSpan / P190)."""
    for attribution in graph.subjects(CRM["P177_assigned_property_of_type"], kgv("said-by")):
        for saying in graph.objects(attribution, CRM["P140_assigned_attribute_to"]):
            for span in graph.objects(attribution, KG.contentSpan):
                for words in graph.objects(span, CRM["P190_has_symbolic_content"]):
                    yield _iri(saying), SCHEMA.text, _term(words)


def texts(graph: Graph, dossier: Dossier) -> Triples:
    """Short cuts among the document, its translation, the file and the page."""
    d, words = dossier.d, dossier.words
    for translation in graph.objects(d.document, CRM["P73_has_translation"]):
        yield d.document, SCHEMA.workTranslation, _iri(translation)
        yield _iri(translation), SCHEMA.translationOfWork, d.document
    for tongue in graph.objects(words, CRM["P72_has_language"]):
        yield words, SCHEMA.inLanguage, Literal(_TAGS[str(tongue).removeprefix(LEXVO)])
    for held in graph.objects(d.text, CRM["P165_incorporates"]):
        yield d.text, SCHEMA.encodesCreativeWork, _iri(held)
    for right in graph.objects(d.publication, CRM["P104_is_subject_to"]):
        yield d.publication, SCHEMA.usageInfo, _iri(right)
        yield words, SCHEMA.usageInfo, _iri(right)


def copies(graph: Graph) -> Triples:
    """Short cuts of a copy: the archive (P50), the work (P128), the shelfmarks (P1, P48 / P190)."""
    for copy in graph.subjects(RDF.type, CRM["E22_Human-Made_Object"]):
        for keeper in graph.objects(copy, CRM["P50_has_current_keeper"]):
            yield _iri(copy), SCHEMA.holdingArchive, _iri(keeper)
        for work in graph.objects(copy, CRM["P128_carries"]):
            yield _iri(copy), SCHEMA.exampleOfWork, _iri(work)
        for term in ("P48_has_preferred_identifier", "P1_is_identified_by"):
            for identifier in graph.objects(copy, CRM[term]):
                for notation in graph.objects(identifier, CRM["P190_has_symbolic_content"]):
                    yield _iri(copy), SCHEMA.identifier, _term(notation)


def parties(graph: Graph, dossier: Dossier) -> Triples:
    """Short cuts to people: who wrote, got, translated, published and paid."""
    d, made, did = dossier.d, CRM["P94i_was_created_by"], CRM["P14_carried_out_by"]
    for writing in graph.objects(d.document, made):
        yield from ((d.document, SCHEMA.sender, _iri(who)) for who in graph.objects(writing, did))
        for place in graph.objects(writing, CRM["P7_took_place_at"]):
            yield d.document, SCHEMA.locationCreated, _iri(place)
        yield from ((d.document, SCHEMA.dateCreated, day) for day in _dates(graph, writing, within=False))
    for dispatch in graph.subjects(CRM["P2_has_type"], kgv("dispatch")):
        for who in graph.objects(dispatch, KG.hadAddressee):
            yield d.document, SCHEMA.recipient, _iri(who)
    for translating in graph.objects(dossier.words, made) if dossier.translated else ():
        yield from ((dossier.words, SCHEMA.translator, _iri(w)) for w in graph.objects(translating, did))
    for publishing in graph.subjects(CRM["P2_has_type"], kgv("publishing")):
        yield from ((d.publication, SCHEMA.publisher, _iri(w)) for w in graph.objects(publishing, did))
        for funding in graph.objects(publishing, CRM["P9_consists_of"]):
            yield from ((d.publication, SCHEMA.funder, _iri(w)) for w in graph.objects(funding, did))


def contents(graph: Graph, dossier: Dossier) -> Triples:
    """Short cuts from the document and the page to what they speak of, cite and report."""
    d = dossier.d
    for thing in graph.objects(d.document, CRM["P129_is_about"]):
        yield d.document, SCHEMA.about, _iri(thing)
    yield from _mentions(graph, dossier)
    for saying in graph.subjects(RDF.type, KG.Saying):
        yield _iri(saying), SCHEMA.appearance, d.document
        if (saying, RDF.type, CRM["E31_Document"]) in graph:
            yield d.document, SCHEMA.citation, _iri(saying)
            yield d.document, CITO.discusses, _iri(saying)
    yield from _assertions(graph, d.document)
    for outer in graph.objects(d.document, CRM["P148i_is_component_of"]):
        yield d.document, SCHEMA.isPartOf, _iri(outer)
    for volume in graph.objects(d.publication, CRM["P106i_forms_part_of"]):
        yield d.publication, SCHEMA.isPartOf, _iri(volume)


def _mentions(graph: Graph, dossier: Dossier) -> Triples:
    """Whom and what the words and the page name.

    A step of the document's own history is not among it, nor a title that is nothing but somebody's name.
    """
    d = dossier.d
    for whole, work in ((dossier.words, d.document), (d.text, d.publication)):
        for span in graph.subjects(CRM["P106i_forms_part_of"], whole):
            if (span, CRM["P2_has_type"], kgv("mention")) in graph:
                for thing in graph.objects(span, CRM["P67_refers_to"]):
                    history = _RECORD & set(graph.objects(thing, CRM["P2_has_type"]))
                    if not history and thing != d.publication_part("title"):
                        yield work, SCHEMA.mentions, _iri(thing)


def happenings(graph: Graph) -> Triples:
    """Short cuts of adopted events: start date (P4 / P170i) and duration (P4 / P191)."""
    for event in _adopted_events(graph):
        for date in _dates(graph, event):
            yield event, SCHEMA.startDate, date
        for time in graph.objects(event, CRM["P4_has_time-span"]):
            for duration in graph.objects(time, CRM["P191_had_duration"]):
                for value in graph.objects(duration, CRM["P90_has_value"]):
                    months = (duration, CRM["P91_has_unit"], kgv("unit/month")) in graph
                    lexical = f"P{value}M" if months else _clock(Decimal(str(value)))
                    yield event, SCHEMA.duration, Literal(lexical, datatype=XSD.duration)


_TAGS = {language.code: tag for tag, language in LANGUAGES.items()}


def _assertions(graph: Graph, document: URIRef) -> Triples:
    """The sayings that the narrative itself reports from somebody else."""
    for narrative in graph.subjects(CRM["P148i_is_component_of"], document):
        for saying in graph.subjects(CRM["P148i_is_component_of"], narrative):
            reporters = graph.value(saying, KG.reporters)
            if reporters is not None and int(str(reporters)) >= 1:
                yield document, CITO.containsAssertionFrom, _iri(saying)


def _adopted_events(graph: Graph) -> Iterator[URIRef]:
    for event in graph.subjects(KG.basis, None, unique=True):
        own = set(graph.objects(event, CRM["P2_has_type"]))
        inferred = (event, RDF.type, CRMINF["I5_Inference_Making"]) in graph
        if not inferred and (event, RDF.type, KG.Attribution) not in graph and not own & _RECORD:
            yield _iri(event)


def _dates(graph: Graph, event: Node, *, within: bool = True) -> Iterator[Literal]:
    """The dates of an event; within: of an interval its first day, when it started."""
    for time in graph.objects(event, CRM["P4_has_time-span"]):
        for edtf in graph.objects(time, CRM["P170i_time_is_defined_by"]):
            if isinstance(edtf, Literal) and edtf.datatype == EDTF and (within or "/" not in edtf):
                date = plain_date(re.split("[T/]", edtf)[0])
                if date is not None:
                    yield date


def _clock(hours: Decimal) -> str:
    seconds = int((hours * 3600).to_integral_value())
    parts = ((seconds // 3600, "H"), (seconds % 3600 // 60, "M"), (seconds % 60, "S"))
    return "PT" + ("".join(f"{n}{unit}" for n, unit in parts if n) or "0S")


def _iri(node: Node) -> URIRef:
    if not isinstance(node, URIRef):
        raise TypeError(f"{node!r} is no IRI")
    return node


def _term(node: Node) -> URIRef | Literal:
    if not isinstance(node, URIRef | Literal):
        raise TypeError(f"{node!r} is no IRI or literal")
    return node
