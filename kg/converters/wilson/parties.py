"""Title or heading -> sender and addressee in the words of the page, and through whom it went."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.converters.wilson.party import as_party
from kg.converters.wilson.words import (
    GENRE,
    GOES_TO,
    MONTHS,
    OFFICE,
    OPENS_NO_NAME,
    POST,
    has_name,
    starts_with_place,
)
from kg.model import Party, Span

_NUMBERED = r"(?:,?\s+(?:N[oº°]s?\.?|№|#)\s?[\d/. -]*\w+)?(?:\s+via\s+VCh)?"
# What ends the addressee: what the document does, where it passes through, when it was.
_DOES = (
    r"(?:(?i:with|transmitting|relaying|via|concerning|regarding|re|about|on|reporting|forwarding|dated|requesting|"
    r"containing|conveying|informing|following|asking|describing|proposing|enclosing|urging|seeking|recommending|"
    r"passing|discussing|summarizing|report on))"
)
_MARKED = r"(?i:(?:top |strictly )?secret|confidential|(?:very |extremely )?urgent|regular|flash|excerpts?)"
_AFTER = re.compile(
    rf"\s+(?:{_DOES}|through|in\s+(?:reply|response|connection)|under|by way of|"
    r"for\s+(?:transmission|information))\b"
    rf"|,\s+(?:{_DOES}|for|in\s|\d|{MONTHS}|N[oº°]s?\.?\s?\d|{_MARKED}\b|(?:[A-Z]\w+\s){{0,3}}(?:Report|Memorandum|Record|Notes?)\b)"
    rf"|,?\s+[\"“‘'«]|\s+[-–—]\s+|[;:]|\s+\((?=\d|draft|{_MARKED}|via)|\s+\[(?=via|Approved|Excerpt)|\s+(?:N[oº°]s?\.?\s?\d|№|#)"
    rf"|\s+(?:\d{{1,2}}\s+)?(?:{MONTHS})\s+\d|['’]s?\s+(?:Telegram|Letter|Cable|Message|Note)s?\b|$"
)
_NAME = re.compile(
    r"[\[(]*[A-Z][^\W\d_]*(?:[.’'-]+[^\W\d_]*)*[\])]*,?|of|the|de|da|do|von|del|os|for|in|and|&|\[?via"
)
# What may stand before the kind of document: 'Translation of a', not 'Report on a'.
_BEFORE = r"(?:(?:(?!\b(?:on|about|concerning|regarding|for|to)\b).){0,60}?\b)?"
_VIA = re.compile(r"(?:[\[(,]\s*)?\bvia\s+(?P<party>(?!VCh\b)[A-Z][^\[\](),;:]{1,60}?)\s*(?=[\]),;:]|$)")
_BRACKETED = re.compile(r"\s?[\[(][^\[\]()]*[\])]")
# Longer than this no title or heading is.
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class _Form:
    """A way of naming parties: its pattern gives the run in which they stand ('rest').

    A pattern may also give both parties, or the sender alone, by their names, each up to what ends a party.
    only: which party the run names where it holds no 'X to Y'. bare: nothing but the names tells that
    they are parties, so both must look like names.
    """

    pattern: re.Pattern[str]
    only: str = ""
    bare: bool = False


_FORMS: tuple[_Form, ...] = (
    # Letter to Y from X
    _Form(
        re.compile(rf"{GENRE}{_NUMBERED}\s+to\s+(?P<addressee>.{{2,120}}?),?\s+from\s+(?P<sender>.+)", re.I)
    ),
    # Telegram from X to Y ...; Translation of a Letter No. 5 from X
    _Form(
        re.compile(
            rf"{_BEFORE}{GENRE}{_NUMBERED},?(?:\s+(?:top )?secret|\s+sent)?\s+from\s+(?P<rest>.+)", re.I
        ),
        "sender",
    ),
    # Ciphered Telegram No. 25, X to Y; Letter, X to Y
    _Form(re.compile(rf"{GENRE}{_NUMBERED}[,:]\s+(?:from\s+)?(?P<rest>.+\sto\s.+)", re.I)),
    # Telegram to Y
    _Form(re.compile(rf"{GENRE}{_NUMBERED}\s+to\s+(?P<rest>.+)", re.I), "addressee"),
    # Letter of X to Y
    _Form(re.compile(rf"{GENRE}{_NUMBERED}\s+of\s+(?P<rest>.+\sto\s.+)", re.I)),
    # Letter by X
    _Form(re.compile(rf"{GENRE}{_NUMBERED}\s+by\s+(?P<rest>.+)", re.I), "sender"),
    # Information of the Embassy in Z regarding W
    _Form(
        re.compile(
            rf"{GENRE}{_NUMBERED}\s+of\s+(?P<rest>the\s(?:\w+\s)?(?:Embassy|Legation|Consulate)\b.+)", re.I
        ),
        "sender",
    ),
    # From the Journal of X; Journal of Soviet Ambassador X for 7 March 1960
    _Form(
        re.compile(
            r"(?:From\s+the\s+)?(?:Journal|Diary)\s+of\s+(?P<sender>.+?)(?=\s+for\s+(?:the\s+)?(?:\d|period)|,|$)",
            re.I,
        )
    ),
    # X's Letter to Y
    _Form(
        re.compile(rf"(?P<sender>[^,]{{2,60}}?)['’]s?\s+{GENRE}{_NUMBERED}\s+to\s+(?P<addressee>.+)", re.I)
    ),
    # X, Report to Y on Z
    _Form(re.compile(rf"(?P<sender>[^,]{{4,90}}),\s+{GENRE}{_NUMBERED}\s+to\s+(?P<addressee>.+)", re.I)),
    # Embassy in Z, Report on W
    _Form(
        re.compile(
            rf"(?P<sender>[^,]*\b(?:Embassy|Ministry|Legation|Consulate)\b[^,]*),\s+{GENRE}\s+(?:on|about|regarding)\s.+",
            re.I,
        )
    ),
    # X, General Manager, to Y, Department of State, 'Z'
    _Form(
        re.compile(
            r"(?P<sender>[^,'‘\"“]{3,60},\s[^'‘\"“]{3,160}?),\s+to\s+(?P<addressee>[^'‘\"“]{3,160}?)(?=,?\s['‘\"“]|$)"
        ),
        bare=True,
    ),
    # X to Y
    _Form(re.compile(r"(?P<rest>\S.*\sto\s.+)"), bare=True),
)


def parties(text: str, begin: int = 0) -> tuple[Party | None, Party | None]:
    """The sender and the addressee that a title or heading names, each None where it names none.

    begin: where the line stands in the page. 'to' behind a post belongs to the post where a place
    follows it: the ambassador to the DPRK.
    """
    if len(text) > _LONGEST:
        return None, None
    for form in _FORMS:
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


def _pair(text: str, found: re.Match[str], form: _Form, begin: int) -> tuple[Party | None, Party | None]:
    if "sender" in form.pattern.groupindex:
        return _both(text, found, form, begin)
    first, last = found.span("rest")
    split = next(_splits(text, first, last), None) if form.only != "addressee" else None
    if split is None:
        party = _party(text, first, _end(text, first, last), begin) if form.only else None
        return (party, None) if form.only == "sender" else (None, party)
    sender, addressee = (
        (first, _end(text, first, split.start())),
        (split.end(), _end(text, split.end(), last)),
    )
    if form.bare and not (_is_named(text[slice(*sender)]) and _is_named(text[slice(*addressee)])):
        return None, None
    return _party(text, *sender, begin), _party(text, *addressee, begin)


def _both(text: str, found: re.Match[str], form: _Form, begin: int) -> tuple[Party | None, Party | None]:
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
        post = re.search(rf"\b(?:{POST}|mission|delegation)$", text[: one.start()], re.IGNORECASE)
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
    each = _BRACKETED.sub("", words).split()
    if not 0 < len(each) <= 12 or not all(_NAME.fullmatch(word) for word in each):
        return False
    opens = re.match(
        rf"(?!{OPENS_NO_NAME}\b)[\[A-Z]|the (?:{POST}|{OFFICE})\b", words, re.I if words[0] == "t" else 0
    )
    return opens is not None and re.fullmatch(GOES_TO, each[-1], re.IGNORECASE) is None


def _party(text: str, first: int, last: int, begin: int) -> Party | None:
    written = text[first:last].strip(" ,.:;\t\xa0")
    if not written:
        return None
    at = text.index(written, first)
    return as_party(Span(begin + at, begin + at + len(written), written))
