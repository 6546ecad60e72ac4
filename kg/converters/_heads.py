"""The wording of a heading -> who wrote to whom: 'The Minister in Peru (Alvey) to the Secretary of State'.

Read only where the markup names nobody. What does not clearly say so is left unread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Party, Span

_NUMBER = (
    r"[\s*]*(?:\[?No\.?\s*\d+[a-z]?\]?\.?\s+|\d+[a-z]?\.\s+"
    r"|(?:Annex|Appendix|[IE]nclosure)\s+[A-Z\d]{1,3}\.?[\s—]+)?"
)
_KIND_WORDS = (
    r"telegram|letter|memorandum|despatch|dispatch|airgram|message|note|cable|instruction|paper|report|"
    r"aide[- ]m[ée]moire|minute|record|communication|telegraph|study|statement|briefing paper|summary|draft"
)
_GENRE = re.compile(
    rf"{_NUMBER}(?P<genre>(?:[\w’'-]+\s+){{0,4}}?(?:{_KIND_WORDS}))(?:\s+\d[\w-]*)?(?:\s+of\s+[\w\s]{{1,30}}?)?"
    r",?\s+(?:(?P<how>from|by)|(?:prepared|drafted|submitted) (?P<made>by|in))\s+",
    re.IGNORECASE,
)
_FOR = re.compile(rf"{_NUMBER}(?:[\w’'-]+\s+){{0,4}}?(?:{_KIND_WORDS})\s+(?:to|for)\s+", re.IGNORECASE)
_OPENS = re.compile(_NUMBER, re.IGNORECASE)
_TO = re.compile(r",?\s+(?P<to>to)\s+(?!Negotiate\b)(?=(?:the|all|certain|his|her)\b|[A-Z“\[])")
# Of these, the ones that write themselves: 'the Delegation to the Acting Secretary of State'.
_SENDS = re.compile(r"\b(?:Delegation|Mission|Secretary|Ambassador|Minister|Consul|General|Chairman)$")
_BY = re.compile(r",?\s+by\s+(?=(?:the|Mr)\b|[A-Z])")
# What is no letter, though a 'to' may stand in its heading.
_RECORDS = re.compile(
    r"(?:The\s+)?(?:Minutes|Notes?|Extracts?|Summary|Agenda|List|Proposals?|Text|Agreement|Treaty|Protocol|"
    r"Convention|Statement|Declaration|Resolution|Remarks|Address|Articles?|Act|Bill|Appeal|Invitation|"
    r"Instructions?|Proceedings|Verbatim|Estimate|National Intelligence)\b"
)
# Offices whose names have a 'to' of their own: 'the Special Assistant to the President'.
_OWN_TO = re.compile(
    r"\b(?:Assistant|Adviser|Advisor|Counselor|Deputy|Ambassador|Minister|Consultant|Representative|Delegate|"
    r"Delegation|Mission|Observer|Secretary|Counsel|Consul|Envoy|Liaison|Aide|Attaché|Commissioner|"
    r"Representatives|Mediator|Accredited|Member|Chairman|General),?$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:secretary|ambassador|minister|charg[ée]|consul|consulate|president|department|embassy|legation|"
    r"mission|delegation|commissioner|commission|chairman|director|general|admiral|chief|agent|agency|"
    r"representatives?|counsel(?:or)?|advis[eo]r|assistant|government|council|committee|king|emperor|queen|"
    r"prince|premier|chancellor|governor|plenipotentiary|office|bureau|division|staff|congress|senate|"
    r"mr|mrs|miss|dr|sir|lord|count|baron|se[ñn]or|messrs|captain|colonel|major|commander|lieutenant|"
    r"attach[ée]s?|ministry|foreign office|commissar(?:iat)?|headquarters|command|army|navy|parliament|"
    r"assembly|senate|"
    r"court|board|"
    r"bank|company|corporation|society|association|federation|league|union|institute|institution|authority|"
    r"administration|"
    r"administrator|directorate|secretariat|deputy|governments|consulates|consuls|officers|delegations|"
    r"resident|regent|shah|sultan|"
    r"sovereign|viceroy|nuncio|legate|archbishop|cardinal|marshal|observer|intendant|superintendent|"
    r"commandant|"
    r"officer|posts|missions|embassies|viscount|marquis|earl|professor|senator|judge|bishop|pope|m)\b",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"(?:Messrs?|Mr|Mrs|Miss|Dr|Sir|Lord|Count|Baron|Se[ñn]or|M|MM|General|Admiral|Captain|Colonel|Major|"
    r"Commander|Lieutenant|President|Secretary|Senator|Viscount|Marquis|Prince|King|Emperor|Chairman|"
    r"Ambassador|Premier|Judge|Professor|Consul|Bishop|Earl)\b\.?\s+(?=[A-Z])(?!of\b|in\b|at\b|to\b)"
)
_PERSON = re.compile(r"[A-Z][\w.’-]*(?: (?:de|von|van|du|da|[A-Z][\w.’-]*)){0,4}")
_BRACKETED = re.compile(r"(?P<office>.+?)\s*[(\[](?P<name>[^()\[\]]+)[)\]]")
_TAIL = " \t\n,.;:—-"


@dataclass(frozen=True, slots=True)
class Correspondents:
    """The stretches of a heading that name the sender and the addressee, each (begin, end) or None."""

    sender: tuple[int, int] | None
    addressee: tuple[int, int] | None


def correspondents(head: str, after: int = 0, before: int | None = None) -> Correspondents:
    """Who wrote to whom, by the wording of a heading; positions in it.

    after, before: where the markup ends the sender and begins the addressee; the joint is between them.
    """
    genre = _GENRE.match(head)
    if genre:
        begin = genre.end()
        to = _joint(head, begin, after, before, (genre["how"] or genre["made"]).lower())
        sender = _stretch(head, begin, to.start() if to else len(head))
        return Correspondents(sender, _stretch(head, to.end(), len(head)) if to else None)
    opens = _OPENS.match(head)
    begin = opens.end() if opens else 0
    if addressed := _FOR.match(head):
        return _addressed(head, addressed.end())
    to = _joint(head, begin, after, before)
    if not to or (_RECORDS.match(head, begin) and not after):
        return Correspondents(None, None)
    sender, addressee = _stretch(head, begin, to.start()), _stretch(head, to.end(), len(head))
    if not sender or not addressee:
        return Correspondents(None, None)
    both = [head[slice(*one)] for one in (sender, addressee)]
    if (after > 0 and before is not None) or _are_parties(*both):
        return Correspondents(sender, addressee)
    return Correspondents(None, None)


def _are_parties(one: str, other: str) -> bool:
    """Whether two stretches name offices or persons; a single word is one only beside a full name."""
    if is_office(one) and is_office(other):
        return True
    persons = [text for text in (one, other) if _PERSON.fullmatch(text)]
    if len(persons) == 2:
        return any(" " in text for text in persons)
    return len(persons) == 1 and " " in persons[0] and (is_office(one) or is_office(other))


def _addressed(head: str, begin: int) -> Correspondents:
    """A heading that begins with whom it is for: 'Report to the Council by the Secretary (Lay)'."""
    by = _BY.search(head, begin)
    addressee = _stretch(head, begin, by.start() if by else len(head))
    sender = _stretch(head, by.end(), len(head)) if by else None
    read = [
        stretch if stretch and is_office(head[slice(*stretch)]) else None for stretch in (sender, addressee)
    ]
    return Correspondents(*read)


def is_office(text: str) -> bool:
    """Whether words name an office or body, or begin with a person's title."""
    return _OFFICE.search(text) is not None


def _joint(head: str, begin: int, after: int, before: int | None, how: str = "from") -> re.Match[str] | None:
    """The 'to' between sender and addressee; one that belongs to an office only where there is no other."""
    last = len(head) if before is None else before
    found = [one for one in _TO.finditer(head, begin) if one.start() >= after and one.end() <= last]
    if found and (after or before):
        return found[-1] if before else found[0]
    free = [one for one in found if one[0].startswith(",") or not _OWN_TO.search(head[begin : one.start()])]
    named = [one for one in free if "(" not in head[one.end() :] or head[: one.start()].count("(")]
    joined = [one for one in found if _SENDS.search(head[begin : one.start()])]
    return next(iter(named or free or (joined if how != "by" else [])), None)


def _stretch(head: str, begin: int, end: int) -> tuple[int, int] | None:
    text = head[begin:end]
    begin += len(text) - len(text.lstrip(_TAIL + "“"))
    the = re.match(r"[Tt]he\s+", head[begin:end])
    begin += the.end() if the else 0
    end = begin + len(head[begin:end].rstrip(_TAIL))
    return (begin, end) if end > begin else None


def party(span: Span) -> Party:
    """A stretch of a heading as a party: an office with the name in brackets, a titled name, an office."""
    text = span.text
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed and bracketed["name"].strip():
        name, office = bracketed["name"].strip(), bracketed["office"]
        turned = is_office(name) and not is_office(office)
        return Party(span, name=office if turned else name, office=name if turned else office)
    whole, _, office = text.partition(", ")
    if _TITLES.match(text) or not _OFFICE.search(whole):
        return Party(span, name=whole, office=office or None)
    return Party(span, office=text)
