"""Documents within documents and volumes, and the file that a text was taken from."""

from __future__ import annotations

from kg.crm.dossier import Dossier, Triples, described
from kg.iris import CRM, CRMDIG, PROV
from kg.model import Document


def edition(dossier: Dossier) -> Triples:
    """Of which document and volume this one is a part, and the file of markup that held its text."""
    d, document = dossier.d, dossier.document
    if document.part_of:
        yield d.document, CRM["P148i_is_component_of"], dossier.iris.document(document.part_of).document
    if document.volume:
        volume = dossier.iris.document(document.volume.key).document
        yield from described(volume, document.volume.title, CRM["E73_Information_Object"])
        yield d.publication, CRM["P106i_forms_part_of"], volume
    if taken_from_markup(document):
        label = f"Source file {document.source.name}, {document.source.byte_length:,} bytes"
        types = (CRM["E73_Information_Object"], CRMDIG["D1_Digital_Object"], PROV.Entity)
        yield from described(d.source, label, *types)


def taken_from_markup(document: Document) -> bool:
    """Whether the source file holds more than the text, such as its markup or other documents."""
    return document.text_sha256 != document.source.sha256
