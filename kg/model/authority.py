"""What documents share: persons, groups, places, events, roles, and their links (standard library only)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to something with an IRI; kind: person, group, place, event, role,
    saying, proposal, proposition, local-event, call-number.

    owner: key of the document or volume under whose IRI a candidate stands; None for what is shared and for
    what its kind says is the document's own.
    """

    kind: str
    key: str
    owner: str | None = None


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
    facts: (born, died, date or part-of; its value; its source), for each of these that is known.
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
    facts: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """An entry of the authority files that a candidate may be: score 0 to 1, and why in words."""

    ref: Ref
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person, group or place that a document names and no authority file knows.

    owner: key of the document, or of the volume whose list names it. key: its own under that. forms: written
    forms, the label's first. rule: what found it ('source' where the source lists it). role: what the text or
    the list says it is, in its words. iri: where the source's markup points outside. unnamed: known by its
    role alone. likely: entries it may be, best first; a proposal, never a link.
    """

    kind: str
    owner: str
    key: str
    label: str
    forms: tuple[str, ...]
    rule: str
    role: str | None = None
    iri: str | None = None
    unnamed: bool = False
    likely: tuple[Likeness, ...] = ()

    @property
    def ref(self) -> Ref:
        """The reference to it."""
        return Ref(self.kind, self.key, self.owner)


@dataclass(frozen=True, slots=True)
class Mapping:
    """One accepted row of an SSSOM mapping set (sssom schema 1.0), subject by our kind and key.

    identifies: whether it says who somebody was that the texts leave unnamed; comment is then the evidence.
    """

    subject: tuple[str, str]
    predicate: str
    object: str
    object_label: str
    justification: str
    confidence: float | None
    author: str
    date: str
    comment: str | None = None
    identifies: bool = False
