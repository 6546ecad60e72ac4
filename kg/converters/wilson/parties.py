"""Title or heading -> sender and addressee in the words of the page, and through whom it went."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.converters.wilson.party import as_party
from kg.converters.wilson.titles import FORMS, Form
from kg.converters.wilson.words import (
    GOES_TO,
    MONTHS,
    OFFICE,
    OPENS_NO_NAME,
    POST,
    has_name,
    is_place,
    starts_with_place,
)
from kg.model import Party, Span

# What ends the addressee: what the document does, where it passes through, when it was.
_DOES = (
    r"(?:(?i:with|transmitting|relaying|via|concerning|regarding|re|about|on|reporting|forwarding|dated|requesting|"
    r"containing|conveying|informing|following|asking|describing|proposing|enclosing|urging|seeking|recommending|"
    r"passing|against|reviewing|outlining|warning|thanking|congratulating|inviting|declining|accepting|"
    r"confirming|offering|expressing|announcing|criticizing|evaluating|suggesting|opposing|protesting|denying|"
    r"approving|instructing|commenting|discussing|summarizing|report on))"
)
_MARKED = r"(?i:(?:top |strictly )?secret|confidential|(?:very |extremely )?urgent|regular|flash|excerpts?)"
_AFTER = re.compile(
    rf"\s+(?:{_DOES}|through|in\s+(?:reply|response|connection)|under|by way of|"
    r"for\s+(?:transmission|information|aid|Aid|assistance|Assistance|help|Help|support|Support))\b"
    rf"|,\s+(?:{_DOES}|for|in\s|\d|{MONTHS}|N[oº°]s?\.?\s?\d|{_MARKED}\b|(?:[A-Z]\w+\s){{0,3}}(?:Report|Memorandum|Record|Notes?|Proposals?|Plans?|Questions?|Issues?|Requests?|Suggestions?)\b)"
    rf"|,?\s+[\"“‘'«]|\s+[-–—]\s+|[;:]|\s+\((?=\d|draft|{_MARKED}|via)|\s+\[(?=via|Approved|Excerpt)|\s+(?:N[oº°]s?\.?\s?\d|№|#)"
    rf"|\s+(?:\d{{1,2}}\s+)?(?:{MONTHS})\s+\d|['’]s?\s+(?:Telegram|Letter|Cable|Message|Note|Question|Request|Proposal|Inquiry)s?\b|$"
)
_NAME = re.compile(
    r"[\[(]*[A-Z][^\W\d_]*(?:[.’'-]+[^\W\d_]*)*[\])]*,?|of|the|de|da|do|von|van|der|del|os|for|in|at|and|&|\[?via"
)
_VIA = re.compile(r"(?:[\[(,]\s*)?\bvia\s+(?P<party>(?!VCh\b)[A-Z][^\[\](),;:]{1,60}?)\s*(?=[\]),;:]|$)")
# Behind these 'to' belongs to the post where a place follows: ambassador (of a country) to a country.
_POSTED = rf"\b(?:{POST}|mission|delegation)(?:\s+of\s+(?:the\s)?(?:(?!to\b)[\w’']+\s?){{1,5}})?$"
_THE_OFFICE = re.compile(
    rf"the (?:[\w-]+[ -]){{0,3}}(?:{POST}|{OFFICE}|earl|duke|viscount|marquis|count|prince|emperor|king|"
    rf"queen)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s?[\[(][^\[\]()]*[\])]")
# Longer than this no title or heading is.
_LONGEST = 600


def parties(text: str, begin: int = 0) -> tuple[Party | None, Party | None]:
    """The sender and the addressee that a title or heading names, each None where it names none.

    begin: where the line stands in the page. 'to' behind a post belongs to the post where a place
    follows it: the ambassador to the DPRK.
    """
    if len(text) > _LONGEST:
        return None, None
    for form in FORMS:
        found = form.pattern.match(text)
        if found:
            pair = _pair(text, found, form, begin)
            if pair != (None, None):
                return pair
    return None, None


def passed_through(text: str, begin: int = 0) -> Party | None:
    """Whom a title or heading says that the document went through: '[via Terebin]', 'via Roshchin'.

    Where both sides went through somebody, it is the addressee's.
    """
    found = list(_VIA.finditer(text)) if len(text) <= _LONGEST else []
    return _party(text, *found[-1].span("party"), begin) if found else None


def _pair(text: str, found: re.Match[str], form: Form, begin: int) -> tuple[Party | None, Party | None]:
    if "sender" in form.pattern.groupindex:
        return _both(text, found, form, begin)
    first, last = found.span("rest")
    splits = list(_splits(text, first, last)) if form.only != "addressee" else []
    if not splits:
        party = _party(text, first, _end(text, first, last), begin) if form.only else None
        return (party, None) if form.only == "sender" else (None, party)
    for split in splits:
        sender = first, _end(text, first, split.start())
        addressee = split.end(), _end(text, split.end(), last)
        if not form.bare or (_is_named(text[slice(*sender)]) and _is_named(text[slice(*addressee)])):
            return _party(text, *sender, begin), _party(text, *addressee, begin)
    return None, None


def _both(text: str, found: re.Match[str], form: Form, begin: int) -> tuple[Party | None, Party | None]:
    """The parties that a pattern gives by name; unless bare, each ends where a party does."""
    spans = [
        found.span(group) if group in form.pattern.groupindex else None for group in ("sender", "addressee")
    ]
    if form.bare:
        heads = [text[slice(*span)].split(",")[0] for span in spans if span]
        if not all(_is_named(head) and has_name(head) for head in heads):
            return None, None
    ends = [(at, end if form.bare else _end(text, at, end)) for at, end in (span for span in spans if span)]
    one, *others = [_party(text, at, end, begin) for at, end in ends]
    return one, others[0] if others else None


def _splits(text: str, first: int, last: int) -> Iterator[re.Match[str]]:
    """The 'to' that stand between two parties; one behind a comma before all others."""
    stop = _end(text, first, last)
    found = [one for one in re.finditer(r",?\s+to\s+", text[:last], re.IGNORECASE) if first < one.start()]
    within = [one for one in found if one.start() <= stop or _is_via(text[stop : one.start()])]
    for one in sorted(within, key=lambda one: not one[0].startswith(",")):
        post = re.search(_POSTED, text[: one.start()], re.IGNORECASE)
        if not (post and starts_with_place(text[one.end() : last])):
            yield one


def _is_via(words: str) -> bool:
    """Whether words say no more than through whom: ' [via Kuznetsov]'."""
    return re.fullmatch(r"\s*[\[(]?via\s[^\[\](),;:]{1,60}[\])]?", words) is not None


def _end(text: str, first: int, last: int) -> int:
    found = _AFTER.search(text, first, last)
    return found.start() if found else last


def _is_named(words: str) -> bool:
    """Whether a stretch is a name, as both sides of a bare 'X to Y' must be."""
    words = words.lstrip("*")
    each = _BRACKETED.sub("", words).split()
    if not 0 < len(each) <= 12 or not all(_NAME.fullmatch(word) for word in each):
        return False
    if re.search(r"\b(?:in|for|at)\b", words) and not re.search(rf"\b(?:{POST}|{OFFICE})\b", words, re.I):
        return False
    opens = re.match(rf"(?!{OPENS_NO_NAME}\b)[\[A-Z]", words) or _THE_OFFICE.match(words)
    return opens is not None and re.fullmatch(GOES_TO, each[-1], re.IGNORECASE) is None


def _party(text: str, first: int, last: int, begin: int) -> Party | None:
    written = re.sub(r"(?<=[^\d\s])\[?\d{1,3}\]$", "", text[first:last].rstrip()).strip(" ,.:;*\t\xa0")
    written = re.sub(r"(?<=[^\W\d_][.\]])\d{1,3}$", "", written).rstrip(" .")
    if not written:
        return None
    head, _, place = written.rpartition(", ")
    written = head if is_place(place) and not is_place(written) and has_name(head) else written
    at = text.index(written, first)
    return as_party(Span(begin + at, begin + at + len(written), written))
