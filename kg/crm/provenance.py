"""How a graph came to be: bytes, reading, software -> prov:Activity and D10 (PROV-O; CRMdig 5.0)."""

from __future__ import annotations

from rdflib import URIRef

import kg
from kg.crm.dossier import Dossier, Triples, described, english
from kg.crm.edition import taken_from_markup
from kg.iris import CRM, CRMDIG, PROV

_FILE = (PROV.Entity, CRMDIG["D1_Digital_Object"])


def provenance(dossier: Dossier) -> Triples:
    """The graph, the run that made it, its inputs and the software; no clock times."""
    yield from d1_graph(dossier)
    yield from d1_reading(dossier)
    yield from d10_conversion(dossier)
    yield from d14_software(dossier)


def d1_graph(dossier: Dossier) -> Triples:
    """The named graph of the document."""
    label = f"Statements made from {dossier.document.source.name}"
    yield from described(dossier.d.graph, label, *_FILE)
    yield dossier.d.graph, PROV.wasGeneratedBy, dossier.d.conversion


def d1_reading(dossier: Dossier) -> Triples:
    """The reading file and who answers for it."""
    reading = dossier.reading
    if reading is None or reading.file is None:
        return
    label = f"Reading of {reading.document}, version {reading.version}, by {reading.editor}"
    yield from described(dossier.d.reading, label, *_FILE)
    author = dossier.iris.reader(reading.software) if reading.software else dossier.iris.editors
    yield dossier.d.reading, PROV.wasAttributedTo, author
    for note in reading.notes:
        yield dossier.d.reading, CRM["P3_has_note"], english(note)


def d10_conversion(dossier: Dossier) -> Triples:
    """The run that turned the captured text and the reading into the graph."""
    node, document = dossier.d.conversion, dossier.document
    converter = f"converter {document.converter} {document.converter_version}"
    label = f"Conversion of {document.source.name} by {converter}"
    yield from described(node, label, PROV.Activity, CRMDIG["D10_Software_Execution"])
    for file in _inputs(dossier):
        yield node, CRMDIG["L10_had_input"], file
        yield node, PROV.used, file
    yield node, CRMDIG["L11_had_output"], dossier.d.graph
    for software in _all_software(dossier):
        yield node, CRMDIG["L23_used_software_or_firmware"], software
        yield node, PROV.wasAssociatedWith, software
    yield node, PROV.wasAssociatedWith, dossier.iris.editors
    yield node, CRM["P3_has_note"], english(f"Read by {converter}, page shape {document.shape}.")
    for note in document.notes:
        yield node, CRM["P3_has_note"], english(note)


def d14_software(dossier: Dossier) -> Triples:
    """This software in this version, and the converter in its own."""
    types, document = (CRMDIG["D14_Software"], PROV.SoftwareAgent), dossier.document
    label = f"Converter {document.converter}, version {document.converter_version}"
    yield from described(_software(dossier), f"Dispatch {kg.__version__}", *types)
    yield from described(_converter(dossier), label, *types)
    if dossier.reading and dossier.reading.software:
        yield from _drafting(dossier, dossier.reading.software)


def _drafting(dossier: Dossier, software: str) -> Triples:
    """The reader that drafted the reading, and each rule that it drafted something by."""
    iris, types = dossier.iris, (CRMDIG["D14_Software"], PROV.SoftwareAgent)
    yield from described(iris.reader(software), f"Reader {software}", *types)
    sayings = dossier.reading.sayings if dossier.reading else ()
    for rule in sorted({saying.rule for saying in sayings if saying.rule}):
        node = iris.rule(software, rule)
        yield from described(node, f"Rule '{rule}' of reader {software}", CRM["E29_Design_or_Procedure"])


def _inputs(dossier: Dossier) -> list[URIRef]:
    """The files that the run read: the text or the file it was taken from, and the reading file."""
    first = dossier.d.source if taken_from_markup(dossier.document) else dossier.d.text
    read = dossier.reading is not None and dossier.reading.file is not None
    return [first, dossier.d.reading] if read else [first]


def _all_software(dossier: Dossier) -> list[URIRef]:
    drafted = dossier.reading.software if dossier.reading else None
    return [_software(dossier), _converter(dossier), *([dossier.iris.reader(drafted)] if drafted else [])]


def _software(dossier: Dossier) -> URIRef:
    return dossier.iris.software(kg.__version__)


def _converter(dossier: Dossier) -> URIRef:
    return dossier.iris.converter(dossier.document.converter, dossier.document.converter_version)
