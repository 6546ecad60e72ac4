"""Title or heading -> sender and addressee in the words of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.converters.wilson.words import (
    GENRE,
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

_NUMBERED = r"(?:,?\s+(?:N[oº°]s?\.?|№|#)\s?[\d/ -]*\w+)?"
# What ends the addressee: what the document does, where it passes through, when it was.
_DOES = (
    r"(?:with|transmitting|via|concerning|regarding|about|on|reporting|forwarding|dated|requesting|containing|"
    r"conveying)"
)
_AFTER = re.compile(
    rf"\s+(?:{_DOES}|through|in\s+(?:reply|response|connection)|informing|following|asking|describing|proposing|"
    r"under|by way of|for\s+(?:transmission|information))\b"
    rf"|,\s+(?:{_DOES}|for|informing|in\s|\d|{MONTHS}|No\.|N[oº°])"
    r"|,?\s+[\"“‘'«]|\s+[-–—]\s+|[;:]|\s+\((?=\d|draft)|\s+\[(?=via|Approved|Excerpt)|\s+(?:N[oº°]|№|#)"
    rf"|\s+(?:\d{{1,2}}\s+)?(?:{MONTHS})\s+\d|$"
)
_NAME = re.compile(
    r"[\[(]*[A-Z][^\W\d_]*(?:[.’'-]+[^\W\d_]*)*[\])]*,?|of|the|de|da|do|von|del|os|and|&|\[?via"
)
# What may stand before the kind of document: 'Translation of a', not 'Report on a'.
_BEFORE = r"(?:(?:(?!\b(?:on|about|concerning|regarding|for|to)\b).){0,60}?\b)?"
# Longer than this no title or heading is.
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class _Form:
    """A way of naming parties: its pattern gives the run in which they stand ('rest').

    A pattern may also give both parties by their names, each up to what ends an addressee.
    only: which party the run names where it holds no 'X to Y'. bare: nothing but the names tells that
    they are parties, so both must look like names.
    """

    pattern: re.Pattern[str]
    only: str = ""
    bare: bool = False


_FORMS: tuple[_Form, ...] = (
    # Letter to Y from X
    _Form(re.compile(rf"{GENRE}{_NUMBERED}\s+to\s+(?P<addressee>.{{2,80}}?)\s+from\s+(?P<sender>.+)", re.I)),
    # Telegram from X to Y ...; Translation of a Letter No. 5 from X
    _Form(
        re.compile(
            rf"{_BEFORE}{GENRE}{_NUMBERED}(?:\s+(?:top )?secret|\s+sent)?\s+from\s+(?P<rest>.+)", re.I
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
    # X's Letter to Y
    _Form(
        re.compile(rf"(?P<sender>[^,]{{2,60}}?)['’]s?\s+{GENRE}{_NUMBERED}\s+to\s+(?P<addressee>.+)", re.I)
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


def _pair(text: str, found: re.Match[str], form: _Form, begin: int) -> tuple[Party | None, Party | None]:
    if "sender" in form.pattern.groupindex:
        (first, last), (at, end) = found.span("sender"), found.span("addressee")
        return _party(text, first, _end(text, first, last), begin), _party(
            text, at, _end(text, at, end), begin
        )
    first, last = found.span("rest")
    split = next(_splits(text, first, last), None) if form.only != "addressee" else None
    if split is None:
        party = _party(text, first, _end(text, first, last), begin) if form.only else None
        return (party, None) if form.only == "sender" else (None, party)
    sender, addressee = (first, split.start()), (split.end(), _end(text, split.end(), last))
    if form.bare and not (_is_named(text[slice(*sender)]) and _is_named(text[slice(*addressee)])):
        return None, None
    return _party(text, *sender, begin), _party(text, *addressee, begin)


def _splits(text: str, first: int, last: int) -> Iterator[re.Match[str]]:
    """The 'to' that stand between two parties."""
    stop = _end(text, first, last)
    for found in re.finditer(r"\s+to\s+", text[:last], re.IGNORECASE):
        post = re.search(rf"\b(?:{POST}|mission|delegation)$", text[: found.start()], re.IGNORECASE)
        of_post = post and starts_with_place(text[found.end() : last])
        if first < found.start() <= stop and not of_post:
            yield found


def _end(text: str, first: int, last: int) -> int:
    found = _AFTER.search(text, first, last)
    return found.start() if found else last


def _is_named(words: str) -> bool:
    """Whether a stretch is a name, as both sides of a bare 'X to Y' must be."""
    each = words.split()
    if not 0 < len(each) <= 8 or not all(_NAME.fullmatch(word) for word in each):
        return False
    opens = re.match(rf"(?!{OPENS_NO_NAME}\b)[\[A-Z]", words) is not None
    return opens and re.fullmatch(GOES_TO, each[-1], re.IGNORECASE) is None


def _party(text: str, first: int, last: int, begin: int) -> Party | None:
    written = text[first:last].strip(" ,.:;\t\xa0")
    if not written:
        return None
    at = text.index(written, first)
    return as_party(Span(begin + at, begin + at + len(written), written))


def as_party(span: Span) -> Party:
    """A party by its words: a place, a role or an office that names no person, or a name."""
    words = span.text
    if is_place(words):
        return Party(span, place=words)
    if not has_name(words):
        if re.search(rf"\b{POST}\b", words, re.IGNORECASE):
            return Party(span, role=words)
        if re.search(rf"\b{OFFICE}\b", words, re.IGNORECASE):
            return Party(span, office=words)
    return Party(span, name=words)
