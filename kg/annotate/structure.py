"""Document -> Stretches: where the page itself says that a person's name stands, and how it is written there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotate.lexicon import lexicon
from kg.annotate.naming import Naming, split_name
from kg.annotate.tokens import sort_of
from kg.model import Document, Party, Span

PEOPLE = re.compile(
    r"authors?|people|persons?|contributors?|creators?|participants?|recipients?|senders?", re.IGNORECASE
)
_UNREAD = frozenset(
    "chrome blank label related rights field source support printed-from page-date collection-number enclosed".split()  # noqa: SIM905
)
_HEADING = re.compile(
    r"(?P<family>[^\W\d_][^,()\"“\d]{0,40}?), (?P<given>[^\W\d_][^,()\"“”\d]{0,60}?)"
    r"(?= *(?:$|,|\(|\"|“|[\d-]))"
)
_IN_BRACKETS = re.compile(r"\(([^()\"“”\d]{3,60})\)")
_CORPORATE = re.compile(r"\.\s|\(|--|&")
_SPEAKER = re.compile(r"(?m)^[ \t]*(?P<name>[^\W\d_a-z][^\n:\[\]()]{1,40}?)[ \t]*:(?=\s)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a person's name stands because of the page's structure: the rule, and how surely."""

    begin: int
    end: int
    rule: str
    weight: float = 1.0


def regions(document: Document) -> list[Span]:
    """The stretches of a page to look for names in: everything but the site's furniture and fields."""
    if not document.parts:
        return list(document.body) or [Span(0, len(document.text), document.text)]
    return [part.span for part in document.parts if part.kind not in _UNREAD]


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
    for name in (party.name, party.identity) if party else ():
        if party and name:
            yield _inside(party.span, re.sub(r"\s*\([^)]*\)$", "", name), "party")


def _inside(span: Span, name: str, rule: str) -> Stretch | None:
    at = span.text.find(name)
    return Stretch(span.begin + at, span.begin + at + len(name), rule) if at >= 0 else None


def _speakers(text: str) -> Iterator[Stretch]:
    """Names before a colon at the head of lines, where the same stands so at least twice."""
    found = list(_SPEAKER.finditer(text))
    times = Counter(one["name"] for one in found)
    for one in found:
        if times[one["name"]] > 1 and len(one["name"].split()) <= 5:
            yield Stretch(one.start("name"), one.end("name"), "speaker", 0.7)


def field_names(document: Document) -> Iterator[Naming]:
    """The persons in the site's fields, whose headings are 'Surname, Forename, dates (other form)'."""
    for field in document.fields:
        if PEOPLE.search(field.label):
            for value in field.values:
                yield from _heading(value)


def _heading(value: Span) -> Iterator[Naming]:
    found = _HEADING.match(value.text)
    if found is None or _is_corporate(value.text, found.end()):
        return
    family, given = found["family"].strip(), found["given"].strip()
    eastern = family in lexicon().families
    label = f"{family} {given}" if eastern else f"{given} {family}"
    first, last = ((given.replace("-", "").replace(" ", "").lower(),), family) if eastern else (None, None)
    parts = split_name(label.split())
    begin, end = value.begin + found.start(), value.begin + found.end("given")
    yield Naming(
        begin,
        end,
        label,
        parts[0] if first is None else split_name([family, *given.split()])[0],
        split_name([last])[1] if last else split_name([family.split()[-1]])[1],
        "field",
        1.0,
    )


def _is_corporate(text: str, end: int) -> bool:
    head = text[:end]
    return bool(_CORPORATE.search(head)) or any(sort_of(word.strip(",")) in "NA" for word in head.split())
