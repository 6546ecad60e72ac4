"""A text in one paragraph, its line breaks lost (shape E) -> the lines of its head, its text, its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.converters.wilson.classification import LEVEL
from kg.converters.wilson.lines import Line, trimmed
from kg.converters.wilson.signature import signature
from kg.converters.wilson.words import is_place
from kg.dates import find_dates

# What may stand before the first sentence, one after the other: how secret it is, copies, numbers.
_HEADS: tuple[re.Pattern[str], ...] = (
    re.compile(rf"[\[(]?(?i:{LEVEL})[\])]?[.!]?(?=\s+[A-Z\[№#\d(])"),
    re.compile(r"(?:Very |Extremely )?(?:URGENT|Urgent|PRIORITY|IMMEDIATE|FLASH)[.!]?(?=\s+[A-Z])"),
    re.compile(r"(?:Copy|COPY|Ex\.|Copies)\s?(?:N[oº°]\.?|№|#)?\s?\d{1,3}\.?(?=\s)"),
    re.compile(r"(?:(?:Incoming|Outgoing|Special)\s)?(?:N[oº°]\.?|№|#|Nr\.?)\s?\d[\w./-]*(?:/\w+)*\.?(?=\s)"),
)
_PLACE = re.compile(r"(?P<place>[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2}),\s+(?=\d|[A-Z][a-z]+ \d)")
# A date that is a sentence of its own, before the first sentence that tells.
_DATED = re.compile(r"(?<=[.!?\]”\"]\s)(?=\S{1,10}\s?[^.]{0,20}\d{4}\.?\s+[A-Z])")
_REACH = 700
_END = re.compile(r"(?:(?<=[a-z\d)\]”’\"»][.!?…])|(?<=[.!?…][”’\")\]»]))\s+(?=[A-Z\[(/])")
_LONGEST_END = 200


def unbroken(line: Line) -> Iterator[Line]:
    """The lines that a paragraph is made of: those of its head, its text, those of its end."""
    text, at = line.text, 0
    while at < len(text):
        end = _head(text, at)
        if end is None:
            break
        yield from _cut(line, at, end)
        at = end + len(text[end:]) - len(text[end:].lstrip())
    inner = _date(text, at)
    if inner:
        yield from _cut(line, at, inner[0])
        yield from _cut(line, *inner)
        at = inner[1]
    last = _last(text, at)
    yield from _cut(line, at, last)
    yield from _cut(line, last, len(text))


def _cut(line: Line, begin: int, end: int) -> Iterator[Line]:
    part = trimmed(line.text, begin, end, 1)
    if part:
        yield Line(line.begin + part.begin, line.begin + part.end, part.text, line.gap if not begin else 1)


def _head(text: str, at: int) -> int | None:
    """Where what stands at `at` before the text ends; None where the text begins there."""
    found = next((found for form in _HEADS if (found := form.match(text, at))), None)
    if found:
        return found.end()
    place = _PLACE.match(text, at)
    begin = place.end() if place and is_place(place["place"]) else at
    for date in find_dates(text[begin : begin + 40])[:1]:
        end = begin + date.end + (text[begin + date.end : begin + date.end + 1] == ".")
        opens = re.match(r"\s+[A-Z\[(“\"]", text[end:])
        if date.begin == 0 and opens and (begin > at or text[end - 1] == "."):
            return end
    return None


def _date(text: str, at: int) -> tuple[int, int] | None:
    """A date that stands by itself among the first sentences."""
    for found in _DATED.finditer(text, at, at + _REACH):
        begin = found.start()
        for date in find_dates(text[begin : begin + 40])[:1]:
            end = begin + date.end
            if date.begin == 0 and text[end : end + 1] == ".":
                return begin, end + 1
    return None


def _last(text: str, at: int) -> int:
    """Where the signature begins behind the last sentence, the end of the text where none does."""
    begin = max(at, len(text) - _LONGEST_END)
    for found in reversed(list(_END.finditer(text, begin))):
        words = text[found.end() :]
        says = signature(words)
        if says and (says.name or says.office):
            return found.end()
    return len(text)
