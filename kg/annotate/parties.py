"""Sender and addressee whom no evidence found -> candidates, by their name or by their office alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.annotate.free import Free
from kg.annotate.lexicon import lexicon
from kg.annotate.slugs import slug, unique
from kg.annotate.structure import party_names
from kg.model import Candidate, Document, Found, Mention, Party, Span

_ARTICLE = re.compile(r"^(?:the|an?|to|from)\s+", re.IGNORECASE)


def named_parties(document: Document, found: Iterable[Mention], taken: set[str]) -> Found:
    """The sender and the addressee whom the page names in a way that no other rule takes for a name.

    One candidate for each name; a person, unless the source marks it as a group.
    """
    free = Free(mention for mention in found if mention.ref.kind in ("person", "group"))
    groups = {(tag.span.begin, tag.span.end) for tag in document.tagged if tag.kind == "group"}
    mentions: list[Mention] = []
    candidates: dict[str, Candidate] = {}
    for span in _names(document):
        if not free.take(span):
            continue
        label = " ".join(span.text.split())
        kind = "group" if (span.begin, span.end) in groups else "person"
        if label not in candidates:
            key = unique(slug(label, kind), taken)
            candidates[label] = Candidate(kind, document.key, key, label, (label,), "party")
        mentions.append(Mention(span, candidates[label].ref, "party"))
    return Found(tuple(mentions), tuple(candidates.values()))


def _names(document: Document) -> Iterator[Span]:
    """Where the names of sender and addressee stand."""
    for party in (document.sender, document.addressee):
        for name in party_names(party) if party else ():
            at = party.span.text.find(name) if party else -1
            if party and at >= 0:
                yield document.span(party.span.begin + at, party.span.begin + at + len(name))


def unnamed_parties(document: Document, named: Iterable[Mention], taken: set[str]) -> Found:
    """The sender and the addressee where the page says only what office they held.

    One of whom a name stands in the same place is found by that, and is none here.
    """
    free = Free(mention for mention in named if mention.ref.kind == "person")
    mentions: list[Mention] = []
    candidates: dict[str, Candidate] = {}
    for party in (document.sender, document.addressee):
        if party is None or not is_personal(party) or not free.take(party.span):
            continue
        label = _ARTICLE.sub("", " ".join((party.role or "").split()))
        if label not in candidates:
            key = unique(slug(label, "person"), taken)
            candidates[label] = Candidate(
                "person", document.key, key, label, (label,), "party", label, unnamed=True
            )
        mentions.append(Mention(party.span, candidates[label].ref, "party"))
    return Found(tuple(mentions), tuple(candidates.values()))


def is_personal(party: Party) -> bool:
    """Whether a party is one person known by his office (the Soviet ambassador to the DPRK)."""
    if party.name or party.identity or not party.role:
        return False
    lex = lexicon()
    words = [word.strip(",.;:()[]") for word in party.role.split()]
    ends = words.index("of") if "of" in words else len(words)
    if any(word.endswith("s") and word[:-1].capitalize() in lex.offices for word in words[:ends]):
        return False
    return any(
        word in lex.plain_titles or word.capitalize() in lex.offices - lex.alone for word in words[:ends]
    )
