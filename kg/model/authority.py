"""What documents share: persons, groups, places, events, roles, and their links (standard library only)."""

from __future__ import annotations

from dataclasses import dataclass


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
