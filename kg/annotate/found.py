"""Document + AuthorityIndex -> Found: known names, tagged names, and what only this document knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.annotate.free import Free
from kg.annotate.groups import find_groups
from kg.annotate.likeness import likely
from kg.annotate.names import find_mentions
from kg.annotate.parties import named_parties, unnamed_parties
from kg.annotate.persons import find_persons
from kg.annotate.places import find_places
from kg.annotate.sameness import Person
from kg.annotate.slugs import slug, unique
from kg.annotate.structure import header_parties, regions
from kg.annotate.things import find_things, tagged_things
from kg.annotate.tokens import Word, read_words
from kg.authority import AuthorityIndex
from kg.model import Candidate, Document, Found, Mention, Ref

# Rules that tell more of a name than that it was found before.
_WEAK = frozenset({"again", "short-form"})


def find(document: Document, authority: AuthorityIndex) -> Found:
    """All names in a document, in the order of the text, and the candidates that some of them refer to.

    Known names come first, then those that the source tags, then those found by evidence, and last parties
    whom the page names and none of these found; a stretch of text
    has one mention, but that the office of an unnamed party may hold names. A candidate one of whose forms
    is a form of the authority files is that entry; entries that it may be besides are
    proposed in `likely`. The candidates are the document's own, and those of the source's list that it
    mentions.
    """
    known = find_mentions(document, authority)
    words = read_words(document.text, regions(document))
    taken: set[str] = set()
    found = _persons(document, words, known, taken)
    for kind, look in (("group", find_groups), ("place", find_places)):
        named = [*tagged_things(document, kind), *look(document, words)]
        more = find_things(document, kind, named, found.mentions, taken)
        found = Found((*found.mentions, *more.mentions), (*found.candidates, *more.candidates))
    named_only = named_parties(document, found.mentions, taken)
    all_named = (*named_only.mentions, *found.mentions)
    unnamed = unnamed_parties(document, all_named, taken)
    shown = tuple(sorted([*_apart(all_named), *unnamed.mentions], key=lambda one: one.span))
    refs = {mention.ref for mention in shown}
    candidates = (*found.candidates, *named_only.candidates, *unnamed.candidates, *document.people)
    return Found(shown, tuple(_with_likely(one, authority) for one in candidates if one.ref in refs))


def _persons(document: Document, words: Sequence[Word], known: Sequence[Mention], taken: set[str]) -> Found:
    """The known mentions, and after them those of persons found, with the candidates among these."""
    mentions, candidates = list(known), []
    for person in sorted(find_persons(document, words, known).all, key=lambda one: one.first):
        ref = person.ref
        if ref is None:
            candidate = _candidate(document, person, taken)
            candidates.append(candidate)
            ref = candidate.ref
        mentions += _mentions(document, person, ref)
    return Found(tuple(mentions), tuple(candidates))


def _candidate(document: Document, person: Person, taken: set[str]) -> Candidate:
    namings = sorted(person.namings, key=lambda one: one.begin)
    times = Counter(one.label for one in namings)
    header = header_parties(document)
    written = [one for one in namings if any(span.begin <= one.begin < span.end for span in header)]
    label = max(
        written or namings, key=lambda one: (sum(map(len, one.given)), times[one.label], -one.begin)
    ).label
    forms = dict.fromkeys([label, *(one.label for one in namings)])
    first = next((one for one in namings if one.rule not in _WEAK), namings[0])
    role = next((one.role for one in namings if one.role), None) or _party_role(document, person)
    key = unique(slug(label, "person"), taken)
    return Candidate("person", document.key, key, label, tuple(forms), first.rule, role)


def _party_role(document: Document, person: Person) -> str | None:
    """What the page calls a sender or addressee beside his name."""
    for party in (document.sender, document.addressee, document.via):
        if party is not None and party.role and party.name:
            inside = (party.span.begin <= one.begin < party.span.end for one in person.namings)
            if any(inside):
                return party.role
    return None


def _mentions(document: Document, person: Person, ref: Ref) -> list[Mention]:
    """The mentions of a person that were not known before."""
    return [
        Mention(document.span(one.begin, one.end), one.ref or ref, one.rule)
        for one in person.namings
        if one.ref is None or one.rule == "tag"
    ]


def _with_likely(candidate: Candidate, authority: AuthorityIndex) -> Candidate:
    found = likely(candidate.forms, authority, candidate.kind)
    return replace(candidate, likely=found) if found else candidate


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions without those that overlap one before them in rank."""
    free = Free(())
    return [mention for mention in mentions if free.take(mention.span)]
