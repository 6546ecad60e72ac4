"""A division marked as a document -> its Document, and one for each document inside it.

The markup decides; where it is silent the words of heading, dateline and source note are read. What stands
inside (attachments, nested documents) is left out of the outer text and has a Document of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.converters._sourcenotes import cited, inline_kind, is_classification, is_label, shelfmark
from kg.converters.tei.dating import (
    When,
    dateline_dates,
    dateline_place,
    disagreements,
    head_date,
    undated,
)
from kg.converters.tei.edition import Edition
from kg.converters.tei.layout import elements, lines_of, plain_document
from kg.converters.tei.lists import entry_key
from kg.converters.tei.markup import FRUS, XML_ID, Element, language, local, named, words
from kg.converters.tei.names import listed_people
from kg.converters.tei.numbers import others_numbers, own_numbers
from kg.converters.tei.parties import sender_and_addressee
from kg.converters.tei.writer import Writer, Written
from kg.dates import read_when
from kg.errors import Place, SourceError
from kg.model import CallNumber, Document, Span, Volume, WrittenDate


def read_document(edition: Edition, division: Element, position: int) -> Iterator[Document | SourceError]:
    """The documents of a division: itself first; a SourceError where it is empty. position: from 1."""
    own = division.get(XML_ID) or division.get("n") or str(position)
    if not words(division):
        yield SourceError(f"the document '{own}' holds no text", place=Place(edition.name))
        return
    yield from _read(edition, division, edition.own_key(f"{edition.key}-{entry_key(own)}"), None)


def _read(edition: Edition, element: Element, key: str, outer: str | None) -> Iterator[Document]:
    writer = Writer(element)
    writer.block(element, "body")
    if edition.common is not None and outer is None:
        writer.block(edition.common, "source")
    written = writer.finish()
    if written.text or written.inner:
        yield _document(edition, element, written, key, outer)
    for n, inner in enumerate(written.inner, start=1):
        own = inner.get(XML_ID) or f"{'attachment' if local(inner) == 'attachment' else 'document'}-{n}"
        yield from _read(edition, inner, edition.own_key(f"{key}-{entry_key(own)}"), key)


def _document(edition: Edition, element: Element, written: Written, key: str, outer: str | None) -> Document:
    inline = _mark_lines(written)
    title = _title(written, element)
    datelines = elements(written, "dateline", "dateline") + elements(written, "seg", "dateline")
    dates = _dates(written, element, datelines, title)
    sender, addressee = sender_and_addressee(written, title)
    call_numbers, levels = _source_notes(written, inline)
    plain = plain_document(edition, written, key, _shape(edition, element))
    return replace(
        plain, title=title, dates=dates, sender=sender, addressee=addressee, call_numbers=call_numbers,
        numbers=(*own_numbers(written, telegram=_is_telegram(written, title)), *others_numbers(written)),
        notes=disagreements(dates) + _dated_by_editors(element, dates) + plain.notes,
        classification=tuple(
            sorted(levels + lines_of(written, "classification") + _on_dateline(written, datelines))
        ),
        place_from=dateline_place(written, datelines), part_of=outer,
        volume=Volume(edition.key, edition.title or edition.key, element.get("n") or None),
        people=listed_people(written, edition.lists, edition.key),
        language=language(element) or edition.language,
    )  # fmt: skip


def _title(written: Written, element: Element) -> Span | None:
    """The heading of a document; of several the first that is more than a label such as 'Tab A'."""
    heads = [one for one in written.places if local(one) == "head" and one.getparent() is element]
    spans = [span for one in heads if (span := written.of(one))]
    return next((span for span in spans if not is_label(span.text)), next(iter(spans), None))


def _on_dateline(written: Written, datelines: list[Element]) -> tuple[Span, ...]:
    """What stands before the place of a dateline where that says how secret the document is."""
    found = []
    for dateline in datelines:
        line = written.of(dateline)
        place = next((at for one in named(dateline, "placeName") if (at := written.of(one))), None)
        before = (
            written.span(line.begin, place.begin) if line and place and place.begin > line.begin else None
        )
        if before and is_classification(before.text):
            found.append(before)
    return tuple(found)


def _shape(edition: Edition, element: Element) -> str:
    if element.get("subtype") == "editorial-note":
        return "editorial-note"
    if not edition.frus:
        return "tei"
    if edition.modern:
        return "frus-modern"
    root = element
    while local(root) == "attachment" and (around := root.getparent()) is not None:
        root = around
    reviewed = root.get("subtype") or root.get(f"{{{FRUS}}}doc-dateTime-min")
    return "frus-reviewed" if reviewed else "frus-vendor"


def _mark_lines(written: Written) -> list[Span]:
    """Give the short notes around a heading the job that their words have; those that name a source."""
    inline = []
    for line in written.lines:
        text = written.text[line.begin : line.end]
        if line.kind == "source" and len(text) < 200 and not text.startswith(("Source:", "Ibid")):
            line.kind = inline_kind(text)
            if line.kind == "source":
                inline.append(Span(line.begin, line.end, text))
    for line in [one for one in written.lines if one.kind in ("body", "heading")][:6]:
        if is_classification(written.text[line.begin : line.end]):
            line.kind = "classification"
    return inline


def _source_notes(written: Written, inline: list[Span]) -> tuple[tuple[CallNumber, ...], tuple[Span, ...]]:
    numbers = [number for span in inline if (number := shelfmark(span))]
    levels: list[Span] = []
    for line in written.lines:
        span = written.span(line.begin, line.end) if line.kind == "source" else None
        if span and span not in inline:
            found, classified = cited(span)
            numbers += found
            levels += classified
    return tuple(numbers), tuple(levels)


def _dates(
    written: Written, element: Element, datelines: list[Element], title: Span | None
) -> tuple[WrittenDate, ...]:
    dates = tuple(dateline_dates(written, datelines))
    if not any(one.kind == "written" for one in dates):
        dates = tuple(undated(written, datelines, _editors_when(element))) + dates
    if not dates and not datelines:
        dates = tuple(head_date(written, title))
    return dates


def _editors_when(element: Element) -> When | None:
    """The day or days that the editors give a document (frus:doc-dateTime-min and -max)."""
    first, last = (element.get(f"{{{FRUS}}}doc-dateTime-{end}") for end in ("min", "max"))
    if not first or not last:
        return None
    read = read_when("/".join(re.sub(r"T.*", "", one) for one in (first, last)))
    return When(read.edtf, note=read.note)


def _dated_by_editors(element: Element, dates: tuple[WrittenDate, ...]) -> tuple[str, ...]:
    when = _editors_when(element) if element.get("subtype") != "editorial-note" else None
    if when and when.edtf and not any(one.edtf for one in dates):
        return (f"the text has no date; its editors give {when.edtf}",)
    return ()


def _is_telegram(written: Written, title: Span | None) -> bool:
    near = [written.text[one.begin : one.end] for one in written.lines if one.kind in ("source", "heading")]
    return any(re.search(r"\b[Tt]elegram\b", text) for text in [title.text if title else "", *near])
