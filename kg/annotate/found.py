"""Document + AuthorityIndex -> Found: known names, tagged names, and who and what only this document knows."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.names import find_mentions
from kg.annotate.persons import find_persons
from kg.annotate.sameness import Person
from kg.annotate.slugs import slug, unique
from kg.annotate.structure import regions
from kg.annotate.tokens import read_words
from kg.authority import AuthorityIndex
from kg.model import Candidate, Document, Found, Mention, Ref


def find(document: Document, authority: AuthorityIndex) -> Found:
    """All names in a document, in the order of the text, and the candidates that some of them refer to.

    Known names come first, then those that the source tags, then those found by evidence; a stretch of text
    has one mention. A candidate one of whose forms is a form of the authority files is that entry.
    """
    known = find_mentions(document, authority)
    words = read_words(document.text, regions(document))
    persons = find_persons(document, words, known)
    taken: set[str] = set()
    mentions, candidates = list(known), []
    for person in sorted(persons.all, key=lambda one: one.first):
        ref = person.ref
        if ref is None:
            candidate = _candidate(document, person, taken)
            candidates.append(candidate)
            ref = candidate.ref
        mentions += _mentions(document, person, ref)
    return Found(_apart(mentions), tuple(candidates))


def _candidate(document: Document, person: Person, taken: set[str]) -> Candidate:
    namings = sorted(person.namings, key=lambda one: one.begin)
    label = max(namings, key=lambda one: (len(one.given), len(one.label))).label
    forms = dict.fromkeys([label, *(one.label for one in namings)])
    first = next((one for one in namings if one.rule not in {"again", "short-form"}), namings[0])
    role = next((one.role for one in namings if one.role), None)
    key = unique(slug(label, "person"), taken)
    return Candidate("person", document.key, key, label, tuple(forms), first.rule, role)


def _mentions(document: Document, person: Person, ref: Ref) -> list[Mention]:
    return [
        Mention(document.span(one.begin, one.end), ref, one.rule) for one in person.namings if one.ref is None
    ]


def _apart(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions without those that overlap one before them in rank, in the order of the text."""
    kept: dict[int, Mention] = {}
    taken: set[int] = set()
    for mention in mentions:
        places = range(mention.span.begin, mention.span.end)
        if mention.span.text.strip() and taken.isdisjoint(places):
            taken.update(places)
            kept[mention.span.begin] = mention
    return tuple(kept[begin] for begin in sorted(kept))
