"""The facts that cross stages: frozen dataclasses over one page text (standard library only).

All offsets are Unicode code points of `Document.text`, 0-based, end-exclusive.
Unknown is absence: None or an empty tuple, never an empty string.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Basis = Literal["first-hand", "reported", "inferred"]
Level = Literal["textual", "interpretive", "inferential"]
Scope = Literal["speech-act", "source", "content"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the page text: code points [begin, end) and the text there."""

    begin: int
    end: int
    text: str


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

    kind: page, written, sent, received, printed, deciphered, typed.
    edtf: None where the writing allows no reading. time: 'hh:mm' or None.
    note: what was odd about it, in words.
    """

    kind: str
    span: Span
    edtf: str | None
    time: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """An identifier printed on the page; kind: own, incoming, special, collection, record."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Party:
    """A sender or addressee as written: a role, a name, an office or a place."""

    span: Span
    role: str | None = None
    name: str | None = None
    office: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class CallNumber:
    """One shelfmark as written.

    kind: printed-from or source. notation: the shelfmark exactly as written (repository included).
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

    kind: blank, chrome (site furniture), page-date, title, support, collection-number, heading,
    dateline, body, printed-from, footnote, summary, label, source, rights, field.
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
    """One archival document as a converter read it, in the words of the page."""

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

    def span(self, begin: int, end: int) -> Span:
        """The span [begin, end) of this document's text."""
        return Span(begin, end, self.text[begin:end])


# --- authority -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NameForm:
    """One written form of a name. kind: text, bracket, native, transliteration, alias.

    lang: BCP 47 with script where it matters (ko-Hang, zh-Hant, ru, ko-Latn). match: find it in
    texts automatically. source: where the form is known from.
    """

    text: str
    lang: str
    kind: str
    source: str
    match: bool = True


@dataclass(frozen=True, slots=True)
class Authority:
    """A person, group, place, event or role that documents share.

    kind: person, group, place, event, role. type: the narrower Schema.org class or None.
    facts: (property, EDTF date or key or text, source) for dates and relations.
    unnamed: labelled as the text labels it; who it was is an identification, not a name.
    """

    kind: str
    key: str
    label: str
    source: str
    names: tuple[NameForm, ...] = ()
    type: str | None = None
    born: str | None = None
    died: str | None = None
    date: str | None = None
    description: str | None = None
    unnamed: bool = False
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Mapping:
    """One accepted row of an SSSOM mapping set (sssom schema 1.0), subject by our kind and key."""

    subject: tuple[str, str]
    predicate: str
    object: str
    object_label: str
    justification: str
    confidence: float | None
    author: str
    date: str
    comment: str | None = None


# --- what is read in a text ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to something with an IRI; kind: person, group, place, event, role,
    saying, proposal, proposition, local-event, call-number."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names or points at somebody or something.

    by: name (found by a written form), bracket (second form tied to the one before it),
    reading (a pronoun, role or correction from the reading file).
    """

    span: Span
    ref: Ref
    by: str


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that weakens a saying, where it stands, what kind it is and what it weakens.

    kind: hearsay, epistemic, own-opinion.
    """

    word: Span
    kind: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who ascribes a saying to whom.

    reporters: actors who report it; empty means the editors of the data set (level 0).
    speakers: to whom it is ascribed. unclear: one of several possible readings.
    """

    id: str
    reporters: tuple[Ref, ...]
    speakers: tuple[Ref, ...]
    basis: Basis
    level: Level
    cue: Span | None = None
    unclear: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """What the document presents as said.

    within: ids of the sayings that report it; empty only for the document's own narrative.
    content: the exact words, None for the narrative itself. mood: statement, question,
    objection, possibility, condition, proposal, inference.
    """

    id: str
    label: str
    within: tuple[str, ...]
    attributions: tuple[Attribution, ...]
    moods: tuple[str, ...]
    level: Level
    content: Span | None = None
    more_content: tuple[Span, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    negative: bool = False
    addressees: tuple[Ref, ...] = ()
    conveys: tuple[str, ...] = ()
    document: bool = False
    note: str | None = None

    @property
    def unclear(self) -> bool:
        """Whether the text leaves the speaker open."""
        return any(attribution.unclear for attribution in self.attributions)

    @property
    def speakers(self) -> tuple[Ref, ...]:
        """The speakers, empty where the text leaves them open."""
        if self.unclear:
            return ()
        found = {ref: None for a in self.attributions for ref in a.speakers}
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a saying says, encoded without asserting it.

    kind: one (I17: subject, property, object), set (I4), situation (I11).
    property: a kgv concept slug (favours, proposed-by) or a CRM term (P17_was_motivated_by).
    """

    id: str
    kind: Literal["one", "set", "situation"]
    label: str
    subject: Ref | None = None
    property: str | None = None
    object: Ref | None = None
    about: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something put forward; it never happened by being proposed."""

    id: str
    label: str
    passage: Span
    content_known: bool = True


@dataclass(frozen=True, slots=True)
class Belief:
    """A belief the text states, concluded by an inference event: propositions it holds."""

    id: str
    label: str
    that: tuple[str, ...]
    holds: str


@dataclass(frozen=True, slots=True)
class Event:
    """An event the editors take to have happened.

    id: local id, or the key of a shared event where shared is true. kind: activity, creation,
    production, inference. type: kgv slug (conversation, meeting, printing, ...).
    date: EDTF or None. time: 'hh:mm' or None. duration: ISO 8601 duration or None.
    created: what a creation brought into being: original or translation.
    """

    id: str
    label: str
    kind: Literal["activity", "creation", "production", "inference"]
    type: str
    basis: Basis
    passages: tuple[Span, ...]
    shared: bool = False
    carried_out_by: tuple[Ref, ...] = ()
    participants: tuple[Ref, ...] = ()
    addressees: tuple[Ref, ...] = ()
    places: tuple[Ref, ...] = ()
    used: tuple[Ref, ...] = ()
    parts: tuple[str, ...] = ()
    part_of: str | None = None
    date: str | None = None
    time: str | None = None
    before: str | None = None
    duration: str | None = None
    created: Literal["original", "translation"] | None = None
    about: tuple[Ref, ...] = ()
    belief: Belief | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """What the text says a person or group is; reporter: whose words that is."""

    id: str
    bearer: Ref
    role: Ref
    passage: Span
    reporters: tuple[Ref, ...]
    level: Level


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's reading: everything that understanding of the text adds to the page."""

    document: str
    file: str
    sha256: str
    editor: str
    version: str
    language: str
    original_language: str | None
    original_language_level: Level
    author: Ref | None
    addressee: Ref | None
    sayings: tuple[Saying, ...]
    events: tuple[Event, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: tuple[Mention, ...] = ()
    not_mentions: tuple[Span, ...] = ()
    about: tuple[Ref, ...] = ()
    keeper: Ref | None = None
    translators: tuple[Ref, ...] = ()
    funders: tuple[Ref, ...] = ()
    publisher: Ref | None = None
    rights_holder: Ref | None = None
    notes: tuple[str, ...] = ()
