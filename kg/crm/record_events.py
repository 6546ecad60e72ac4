"""What the page says of the document's own history -> writing, printing, translating, publishing, funding."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import URIRef

from kg.crm.dossier import Dossier, Triples
from kg.crm.events import one_event
from kg.crm.record import document_label
from kg.crm.spans import publishable
from kg.crm.times import When, dated_note, on, writing, written_date
from kg.iris import CRM
from kg.model import Document, Event, Party, Ref, Span, WrittenDate

# kind of a written date -> what happened then, and the class of it.
_DATED = {
    "printed": ("printing", "production", "Printing"),
    "typed": ("typing", "production", "Typing"),
    "received": ("receipt", "activity", "Receipt"),
    "deciphered": ("deciphering", "activity", "Deciphering"),
    "sent": ("dispatch", "activity", "Dispatch"),
    "arrived": ("arrival", "activity", "Arrival"),
    "processed": ("processing", "activity", "Processing"),
    "completed": ("completion", "activity", "Completion"),
    "signed": ("signing", "activity", "Signing"),
    "registered": ("registration", "activity", "Registration"),
}
_ACTORS = ("person", "group")
PUBLISHING, FUNDING, WRITING, TRANSLATING = "publishing", "funding", "writing", "translating"


def record_events(dossier: Dossier) -> Triples:
    """The events of the document's own history that the reading does not tell itself.

    Those the document bears witness to are documented in it; the page alone knows of the others.
    """
    told = {event.id for event in dossier.reading.events} if dossier.reading else set()
    for event, when in _of_document(dossier):
        if event.id not in told:
            yield from one_event(dossier, event, when)
            yield dossier.d.event(event.id), CRM["P70i_is_documented_in"], dossier.d.document
    for event in _of_page(dossier):
        if event.id not in told:
            yield from one_event(dossier, event, None)
    yield from _publishing_links(dossier)


def _of_document(dossier: Dossier) -> Iterator[tuple[Event, When | None]]:
    yield _writing(dossier), writing(dossier)
    seen: set[str] = set()
    for dated in dossier.document.dates:
        if dated.kind in _DATED and dated.edtf and dated.kind not in seen:
            seen.add(dated.kind)
            event = _step(dossier, dated.kind, (dated.span, *_notes(dossier.document, dated)))
            yield event, on(dossier, dated.edtf, dated.time, dated_note(dated), dated.zone)
    sent = _step(dossier, "sent", tuple(one.span for one in _ways(dossier.document)))
    if "sent" not in seen and (sent.addressees or sent.participants):
        yield sent, None


def _step(dossier: Dossier, dated: str, passages: tuple[Span, ...]) -> Event:
    """A step on the document's way; the dispatch is to its addressees, through whoever passed it on."""
    slug, kind, verb = _DATED[dated]
    document, sent = dossier.document, dated == "sent"
    to = dossier.named_in(document.addressee.span, *_ACTORS) if sent and document.addressee else ()
    through = dossier.named_in(document.via.span, *_ACTORS) if sent and document.via else ()
    return Event(
        id=slug,
        label=f"{verb} of {document_label(dossier)}",
        kind="production" if kind == "production" else "activity",
        type=slug,
        basis="reported",
        passages=passages,
        addressees=to,
        participants=through,
    )


def _ways(document: Document) -> Iterator[Party]:
    """The parties that say where a document went."""
    yield from (party for party in (document.addressee, document.via) if party)


def _writing(dossier: Dossier) -> Event:
    document, reading = dossier.document, dossier.reading
    dated = written_date(document)
    signed = [ref for one in document.sign_offs for ref in dossier.named_in(one.span, "person")]
    named = dossier.named_in(document.sender.span if document.sender else None, *_ACTORS)
    return Event(
        id=WRITING,
        label=f"Writing of {document_label(dossier)}",
        kind="creation",
        type=WRITING,
        basis="first-hand",
        passages=(dated.span,) if dated else (),
        carried_out_by=(reading.author,) if reading and reading.author else named or tuple(signed),
        places=dossier.named_in(document.place_from, "place"),
        created="original",
    )


def _of_page(dossier: Dossier) -> Iterator[Event]:
    document, reading = dossier.document, dossier.reading
    if dossier.translated:
        spans = tuple(credit.span for credit in document.credits if credit.kind == "translator")
        named = tuple(ref for span in spans for ref in dossier.named_in(span, "person"))
        yield _page_event(
            dossier,
            TRANSLATING,
            (reading.translators if reading else ()) or named,
            tuple(_line_of(document, span) for span in spans),
        )
    publisher = (reading.publisher,) if reading and reading.publisher else ()
    yield _page_event(dossier, PUBLISHING, publisher, document.rights)
    if document.support:
        named = dossier.named_in(document.support, "group", "person")
        funders = (reading.funders if reading else ()) or named
        yield _page_event(dossier, FUNDING, funders, (document.support,))


def _page_event(dossier: Dossier, id: str, by: tuple[Ref, ...], passages: tuple[Span, ...]) -> Event:
    return Event(
        id=id,
        label=f"{id.capitalize()} of {document_label(dossier)}",
        kind="creation" if id == TRANSLATING else "activity",
        type=id,
        basis="inferred" if id == PUBLISHING else "reported",
        passages=passages,
        carried_out_by=by,
        created="translation" if id == TRANSLATING else None,
    )


def _publishing_links(dossier: Dossier) -> Triples:
    """That the publishing used the words of the page, and that its funding was part of it."""
    publishing: URIRef = dossier.d.event(PUBLISHING)
    yield publishing, CRM["P16_used_specific_object"], dossier.words
    if dossier.document.support:
        yield publishing, CRM["P9_consists_of"], dossier.d.event(FUNDING)


def _line_of(document: Document, span: Span) -> Span:
    """The part of the page that a credit stands in, where it is short enough to be a passage."""
    parts = (part.span for part in document.parts)
    line = next((part for part in parts if part.begin <= span.begin and span.end <= part.end), span)
    return line if publishable(line) else span


def _notes(document: Document, dated: WrittenDate) -> tuple[Span, ...]:
    """The footnotes whose mark stands in the date or right behind it."""
    return tuple(
        note.span
        for note in document.footnotes
        if note.anchor and dated.span.begin <= note.anchor.begin <= dated.span.end
    )
