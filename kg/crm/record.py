"""The record layer: the document, its translation, the captured file, the page that published it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rdflib import Literal, URIRef

from kg.crm.dossier import Dossier, Triples, described, english
from kg.crm.spans import e33_span
from kg.crm.times import date_label, written_date
from kg.iris import CRM, CRMDIG, KG, PROV, kgv, known_language, language
from kg.model import Number

_FORM = re.compile(
    r"(?:[Cc]iphered )?(telegram|cable|ciphergram|cipher|letter|note|report|memorandum|dispatch|message)\b",
    re.IGNORECASE,
)
_NUMERO = re.compile(r"^\W*(?:N[ºo°]?\b\.?|№|#)\s*", re.IGNORECASE)
# Whose number it is, and what our vocabulary calls it.
_OF_DOCUMENT = {"own": "telegram-number", "incoming": "incoming-number", "special": "special-number"}
_OF_PAGE = {"collection": "collection-number", "record": "record-number"}


def document_label(dossier: Dossier) -> str:
    """Form, number and date where the page gives a number, else its title, else its key.

    In a volume, where hundreds are headed alike, the title with the date.
    """
    document, date = dossier.document, written_date(dossier.document)
    number = next((n for n in document.numbers if n.kind == "own"), None)
    title = " ".join(document.title.text.split()) if document.title else document.key
    day = date_label(date.edtf) if date and date.edtf else None
    if document.volume:
        return f"{title}, {day}" if day else title
    if number is None:
        return title
    found = _FORM.search(document.heading.text if document.heading else title)
    form = found[1].capitalize() if found else "Document"
    return f"{form} no. {_NUMERO.sub('', number.span.text)}{f' of {day}' if day else ''}"


def e31_document(dossier: Dossier) -> Triples:
    """The original's text: what the archive's document says."""
    node = dossier.d.document
    yield from described(node, document_label(dossier), CRM["E31_Document"], CRM["E33_Linguistic_Object"])
    yield from _numbers(dossier, node, _OF_DOCUMENT)
    if dossier.translated:
        yield node, CRM["P73_has_translation"], dossier.words
    if dossier.original_language:
        yield node, CRM["P72_has_language"], language(dossier.original_language)
    elif not dossier.translated and dossier.reading:
        yield node, CRM["P72_has_language"], language(dossier.language)
    for thing in dossier.reading.about if dossier.reading else ():
        yield node, CRM["P129_is_about"], dossier.ref(thing)


def e33_translation(dossier: Dossier) -> Triples:
    """The translation that the page gives; nothing where the page gives the original's words."""
    if not dossier.translated:
        return
    label = f"{known_language(dossier.language).name} translation of {document_label(dossier)}"
    yield from described(dossier.words, label, CRM["E33_Linguistic_Object"])
    yield dossier.words, CRM["P73i_is_translation_of"], dossier.d.document
    yield dossier.words, CRM["P72_has_language"], language(dossier.language)


def d1_text(dossier: Dossier) -> Triples:
    """The page text as captured. Its words are not stated: the text is not ours to publish as data."""
    source, node = dossier.document.source, dossier.d.text
    label = f"Page text as captured, {source.name}, {len(dossier.document.text):,} code points"
    types = (CRM["E73_Information_Object"], CRMDIG["D1_Digital_Object"], PROV.Entity)
    yield from described(node, label, *types)
    yield node, CRM["P165_incorporates"], dossier.words


def e73_publication(dossier: Dossier) -> Triples:
    """The web page, edition or piece of a volume that published the words: title, number, rights."""
    node, document = dossier.d.publication, dossier.document
    alone = "Edition" if "xml" in document.source.media_type else "Web page"
    form = f"In {document.volume.title}" if document.volume else alone
    label = f"{form}: {document.title.text if document.title else document_label(dossier)}"
    yield from described(node, label, CRM["E73_Information_Object"])
    yield node, CRM["P165_incorporates"], dossier.words
    yield from _numbers(dossier, node, _OF_PAGE)
    yield from _e35_title(dossier)
    yield from _e30_right(dossier)
    for line in (document.heading, document.summary):
        if line:
            yield from e33_span(dossier, line, "passage", dossier.d.document)
    if dossier.reading and dossier.reading.rights_holder:
        yield node, CRM["P105_right_held_by"], dossier.ref(dossier.reading.rights_holder)


def e13_language(dossier: Dossier) -> Triples:
    """That the original is in a language, as a statement of the editors with its reading level."""
    reading = dossier.reading
    if reading is None or reading.original_language is None:
        return
    node = dossier.d.assignment("original-language")
    yield from described(node, "The language of the original", CRM["E13_Attribute_Assignment"])
    yield node, CRM["P14_carried_out_by"], dossier.iris.editors
    yield node, CRM["P140_assigned_attribute_to"], dossier.d.document
    yield node, CRM["P177_assigned_property_of_type"], CRM["P72_has_language"]
    yield node, CRM["P141_assigned"], language(reading.original_language)
    yield node, KG.readingLevel, kgv(f"level/{reading.original_language_level}")
    if reading.original_language_note:
        yield node, CRM["P3_has_note"], english(reading.original_language_note)


def _e35_title(dossier: Dossier) -> Triples:
    title = dossier.document.title
    if title is None:
        return
    node = dossier.d.publication_part("title")
    yield from described(node, title.text, CRM["E35_Title"])
    yield node, CRM["P190_has_symbolic_content"], dossier.quoted(title)
    yield from e33_span(dossier, title, "passage", node)
    yield dossier.d.publication, CRM["P102_has_title"], node


def _e30_right(dossier: Dossier) -> Triples:
    if not dossier.document.rights:
        return
    node = dossier.d.publication_part("rights")
    yield from described(node, "Rights notice of the page", CRM["E30_Right"])
    yield dossier.d.publication, CRM["P104_is_subject_to"], node
    for notice in dossier.document.rights:
        yield from e33_span(dossier, notice, "passage", node)


def _numbers(dossier: Dossier, owner: URIRef, slugs: dict[str, str]) -> Triples:
    """The numbers of these kinds; the first of a document's own numbers is its preferred identifier."""
    for slug, written in _slugged(dossier.document.numbers, slugs):
        preferred = slug == _OF_DOCUMENT["own"]
        term = CRM["P48_has_preferred_identifier" if preferred else "P1_is_identified_by"]
        yield owner, term, dossier.d.identifier(slug)
        yield from _e42_number(dossier, slug, written, slugs[written[0].kind])


def _slugged(numbers: tuple[Number, ...], slugs: dict[str, str]) -> Iterator[tuple[str, list[Number]]]:
    """Each number once, with every place where it is written, by its slug."""
    same: dict[tuple[str, str], list[Number]] = {}
    for number in numbers:
        if number.kind in slugs:
            bare = re.sub(r"\W", "", _NUMERO.sub("", number.span.text)).casefold()
            same.setdefault((slugs[number.kind], bare), []).append(number)
    seen: Counter[str] = Counter()
    for (slug, _), written in same.items():
        seen[slug] += 1
        yield (slug if seen[slug] == 1 else f"{slug}-{seen[slug]}"), written


def _e42_number(dossier: Dossier, slug: str, written: list[Number], type_: str) -> Triples:
    node, first = dossier.d.identifier(slug), written[0].span.text
    yield from described(node, first, CRM["E42_Identifier"])
    yield node, CRM["P2_has_type"], kgv(type_)
    yield node, CRM["P190_has_symbolic_content"], Literal(first)
    for number in written:
        yield from e33_span(dossier, number.span, "passage", node)
