"""What a converter reads from a page: a Document of parts, fields and spans (standard library only).

All offsets are Unicode code points of `Document.text`, 0-based, end-exclusive.
Unknown is absence: None or an empty tuple, never an empty string.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from kg.model.authority import Candidate
from kg.model.edition import CrossReference, PageBreak, Tagged, Volume
from kg.model.span import Span


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """Bounds of an instant or period.

    earliest, latest: ISO 8601 date-times with offset (crm:P82a, crm:P82b).
    edtf: the date as EDTF, level 1 (ISO 8601-2).
    """

    edtf: str
    earliest: str
    latest: str


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as the page writes it.

    kind: page, written, sent, received, printed, deciphered, typed; arrived (at the receiver's cipher or
    other department), processed, completed, signed, registered (a registry's stamp), noted (by hand, later),
    period (what a diary or report covers).
    edtf: None where the writing allows no reading. time: 'hh:mm' or None.
    note: what was odd about it, in words. tagged: what the source's markup says the date is (EDTF), where
    that contradicts the writing; edtf is then the writing's. zone: the UTC offset of the time, where named.
    """

    kind: str
    span: Span
    edtf: str | None
    time: str | None = None
    note: str | None = None
    tagged: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """An identifier printed on the page.

    kind: own, incoming, special, collection, record; cited for the number of another document.
    """

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Party:
    """A sender or addressee as written: a role, a name, an office or a place.

    identity: the name that an editor gives in brackets behind a code name (Filippov [Stalin]).
    """

    span: Span
    role: str | None = None
    name: str | None = None
    office: str | None = None
    place: str | None = None
    identity: str | None = None


@dataclass(frozen=True, slots=True)
class SignOff:
    """How a document is signed: the whole of it, and in it the name, the office or rank, the real name.

    identity: the name that an editor gives in brackets behind a code name. At least one of name and office.
    """

    span: Span
    name: Span | None = None
    office: Span | None = None
    identity: Span | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """One entry of a distribution list; copies: how many it got, None where the list does not say."""

    span: Span
    name: str
    copies: int | None = None


@dataclass(frozen=True, slots=True)
class CallNumber:
    """One shelfmark as written.

    kind: printed-from, source, or print for a book that printed the document (no repository keeps it).
    notation: the shelfmark exactly as written (repository included).
    parts: (name, value) in the order written: fond, opis, delo, papka, leaves, pages, ...
    copy: the page calls what it printed from a copy.
    """

    kind: str
    span: Span
    notation: str
    repository: str | None
    parts: tuple[tuple[str, str], ...] = ()
    copy: bool = False


@dataclass(frozen=True, slots=True)
class Credit:
    """A person credited on the page; kind: translator, contributor, obtainer, transcriber."""

    kind: str
    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Insertion:
    """A bracketed editorial insertion, brackets included in the span.

    job: other-form, supplied-word, original-word, doubt, completed-name, identity, office,
    date-doubt, physical-note, sic, cut, redaction, unclear. target: what it speaks of, where known.
    """

    job: str
    span: Span
    content: str
    target: Span | None = None


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the end of the page, tied to its mark in the text where the mark was found."""

    mark: str
    span: Span
    text: str
    anchor: Span | None = None


@dataclass(frozen=True, slots=True)
class SiteField:
    """A labelled value of the site. values is empty where the page shows the label alone."""

    label: str
    values: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the page with its job; the parts of a page tile its text without gap or overlap.

    kind: blank, chrome (site furniture), related (of another document), page-date, title, support,
    collection-number, heading, dateline, classification, distribution, sign-off, body, printed-from,
    footnote, summary, label, source, rights, field, enclosed (the text of an inner document).
    """

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The bytes a document came from. name: file name; sha256: of the bytes, hex."""

    name: str
    sha256: str
    byte_length: int
    media_type: str = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Document:
    """One archival document as a converter read it, in the words of the page.

    part_of: key of the document that this one stands in (a letter in a telegram, an enclosure); its text is
    then its own, and the outer document has a part of the kind 'enclosed' there or leaves it out.
    volume: the edition it was taken from. people: persons, groups and places that the source itself lists.
    tagged: names that the source marks up. language, original_language: BCP 47, where the source says so.
    """

    key: str
    source: SourceFile
    text: str
    converter: str
    converter_version: str
    shape: str
    parts: tuple[Part, ...]
    title: Span | None = None
    heading: Span | None = None
    support: Span | None = None
    funder: Span | None = None
    numbers: tuple[Number, ...] = ()
    dates: tuple[WrittenDate, ...] = ()
    sender: Party | None = None
    addressee: Party | None = None
    body: tuple[Span, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    call_numbers: tuple[CallNumber, ...] = ()
    credits: tuple[Credit, ...] = ()
    summary: Span | None = None
    rights: tuple[Span, ...] = ()
    fields: tuple[SiteField, ...] = ()
    notes: tuple[str, ...] = ()
    classification: tuple[Span, ...] = ()
    distribution: tuple[Recipient, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    via: Party | None = None
    place_from: Span | None = None
    place_to: Span | None = None
    part_of: str | None = None
    volume: Volume | None = None
    people: tuple[Candidate, ...] = ()
    tagged: tuple[Tagged, ...] = ()
    page_breaks: tuple[PageBreak, ...] = ()
    references: tuple[CrossReference, ...] = ()
    language: str | None = None
    original_language: str | None = None

    @property
    def text_sha256(self) -> str:
        """SHA-256 (hex) of the text as it is served, in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def span(self, begin: int, end: int) -> Span:
        """The span [begin, end) of this document's text."""
        return Span(begin, end, self.text[begin:end])
