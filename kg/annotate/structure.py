"""Document -> Stretches: where the page itself says that a person's name stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.annotate.evidence import is_eastern
from kg.annotate.lexicon import lexicon
from kg.annotate.naming import Naming, split_name
from kg.annotate.slugs import fold
from kg.annotate.tokens import sort_of
from kg.model import Document, Party, Span

PEOPLE = re.compile(
    r"authors?|people|persons?|contributors?|creators?|participants?|recipients?|senders?", re.IGNORECASE
)
_HEADING = re.compile(
    r"(?P<family>[^\W\d_][^,()\"“\d]{0,40}?), (?P<given>[^\W\d_][^,()\"“”\d]{0,60}?)"
    r"(?= *(?:$|,|\(|\"|“|\d))"
)
_OTHER = re.compile(r"(?:\((?=[^\"“])|[\"“])([^()\"“”\d]{2,60})[)\"”]")
_CORPORATE = re.compile(r"\.\s|\(|--|&")
_WORDS = 5
_SPEAKER = re.compile(r"(?m)^[ \t]*(?P<name>[^\W\d_a-z][^\n:\[\]()]{1,40}?)[ \t]*:(?=\s)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a person's name stands because of the page's structure: the rule, and how surely."""

    begin: int
    end: int
    rule: str
    weight: float = 1.0


def regions(document: Document) -> list[Span]:
    """The stretches to look for names in: all but the site's furniture and fields; credits and parties."""
    if not document.parts:
        return list(document.body) or [Span(0, len(document.text), document.text)]
    read = _read(document)
    apart = _outside([credit.span for credit in document.credits], read)
    return sorted([*read, *dict.fromkeys([*apart, *header_parties(document)])])


def header_parties(document: Document) -> list[Span]:
    """Where the source's own description of a letter names its parties, outside the letter's words."""
    parties = (document.sender, document.addressee, document.via)
    named = [party.span for party in parties if party is not None and (party.name or party.office)]
    return _outside(named, _read(document)) if document.parts else []


def _read(document: Document) -> list[Span]:
    unread = lexicon().grammar["unread"]
    return [part.span for part in document.parts if part.kind not in unread]


def _outside(spans: Iterable[Span], read: Sequence[Span]) -> list[Span]:
    return [one for one in spans if not any(span.begin < one.end and one.begin < span.end for span in read)]


def stretches(document: Document) -> list[Stretch]:
    """Where senders, addressees, signers, receivers of copies, credited persons and speakers are named."""
    found = [
        *(s for party in (document.sender, document.addressee, document.via) for s in _party(party)),
        *(Stretch(s.name.begin, s.name.end, "sign-off") for s in document.sign_offs if s.name),
        *(Stretch(s.identity.begin, s.identity.end, "sign-off") for s in document.sign_offs if s.identity),
        *(_inside(r.span, r.name, "distribution") for r in document.distribution),
        *(_inside(c.span, c.name, "credit") for c in document.credits),
        *_speakers(document.text),
    ]
    return sorted((s for s in found if s is not None), key=lambda s: s.begin)


def _party(party: Party | None) -> Iterator[Stretch | None]:
    for name in (*party_names(party), party.identity) if party else ():
        if party and name:
            yield _inside(party.span, re.sub(r"\s*\([^)]*\)$", "", name), "party")


def party_names(party: Party) -> list[str]:
    """The name of a party, or each of several, between which a header's line has ';'."""
    return [name for part in (party.name or "").split(";") if (name := part.strip())]


def _inside(span: Span, name: str, rule: str) -> Stretch | None:
    at = span.text.find(name)
    return Stretch(span.begin + at, span.begin + at + len(name), rule) if at >= 0 else None


def _speakers(text: str) -> Iterator[Stretch]:
    """Names before a colon at the head of lines; surely so where the same stands there twice."""
    found = list(_SPEAKER.finditer(text))
    times = Counter(one["name"] for one in found)
    for one in found:
        if len(one["name"].split()) <= _WORDS:
            weight = 0.7 if times[one["name"]] > 1 else 0.35
            yield Stretch(one.start("name"), one.end("name"), "speaker", weight)


def field_names(document: Document) -> Iterator[tuple[Naming, ...]]:
    """The persons in the site's fields, whose headings are 'Surname, Forename, dates (other form)'.

    Each with the other forms of his that the heading gives.
    """
    for field in document.fields:
        if PEOPLE.search(field.label):
            for value in field.values:
                namings = tuple(_heading(value))
                if namings:
                    yield namings


def _heading(value: Span) -> Iterator[Naming]:
    found = _HEADING.match(value.text)
    if found is None or _is_corporate(value.text[: found.end()]):
        return
    family, given = found["family"].strip(), found["given"].strip()
    eastern = family in lexicon().families and is_eastern([family, *given.split()])
    words = [family, *given.split()] if eastern else [*given.split(), family]
    natural = (tuple(fold(word) for word in given.split()), fold(family.split()[-1]))
    parts = split_name(words) if eastern else natural
    begin, end = value.begin, value.begin + found.end("given")
    yield Naming(begin, end, " ".join(words), *parts, "field", 1.0, eastern=eastern)
    for other in _OTHER.finditer(value.text, found.end()):
        nick = other.group().startswith(('"', "“"))
        forms = [other[1], family] if nick else other[1].split()
        # A nickname alone is no naming of its own: it stands at no place.
        begin, end = value.begin + other.start(1), value.begin + (other.start(1) if nick else other.end(1))
        if all(form[0].isupper() for form in forms):
            yield Naming(
                begin, end, " ".join(forms), *split_name(forms), "field", 1.0, eastern=is_eastern(forms)
            )


def _is_corporate(head: str) -> bool:
    return bool(_CORPORATE.search(head)) or any(sort_of(word.strip(",")) in "NA" for word in head.split())
