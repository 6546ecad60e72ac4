"""What is read in a text: mentions, sayings and their attributions, events (standard library only)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.model.authority import Candidate, Ref
from kg.model.span import Span

Basis = Literal["first-hand", "reported", "inferred"]
Level = Literal["textual", "interpretive", "inferential"]
Scope = Literal["speech-act", "source", "content"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names or points at somebody or something.

    by: name (found by a written form), bracket (second form tied to the one before it),
    reading (a pronoun, role or correction from the reading file), tag (marked up in the source),
    or the rule by which a candidate was found.
    """

    span: Span
    ref: Ref
    by: str


@dataclass(frozen=True, slots=True)
class Found:
    """What is found in a document by itself: mentions in text order, and who is only known here."""

    mentions: tuple[Mention, ...] = ()
    candidates: tuple[Candidate, ...] = ()


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
    content: the exact words, None for the narrative itself. about: what it speaks of, where its content
    is not given. mood: statement, question, objection, possibility, condition, proposal, inference.
    rule: the rule that drafted it; None where a person read it.
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
    about: tuple[Ref, ...] = ()
    document: bool = False
    note: str | None = None
    rule: str | None = None

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
    """A document's reading: everything that understanding of the text adds to the page.

    file, sha256: of the reading file; None for a draft that stands in no file.
    software: name and version of the reader that drafted it ('rules 1'); None where a person answers for it.
    candidates: persons, groups and places that only this document knows.
    """

    document: str
    file: str | None
    sha256: str | None
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
    original_language_note: str | None = None
    software: str | None = None
    candidates: tuple[Candidate, ...] = ()
