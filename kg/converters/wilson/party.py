"""Words that name a sender or addressee -> Party: a place, a role, an office, a name, who is behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.converters.wilson.codenames import code_name
from kg.converters.wilson.signature import is_office
from kg.converters.wilson.words import OFFICE, POST, RANK, has_name, is_place
from kg.model import Party, Span

_WITH_NAME = re.compile(r"(?P<office>[^()]{4,}?)\s*\((?P<name>[^()\d]{3,40})\)")
# State Secretary Weigelt; the Soviet Ambassador Razuvaev; Minister of Internal Affairs S. Krug
_TITLED = (
    re.compile(
        rf"(?P<role>(?:the\s)?(?:[A-Z][\w’'-]+\s){{0,4}}(?i:{POST}))\s"
        r"(?P<name>(?:[A-Z][^\W\d_]*[.’'-]?\s?){1,4})"
    ),
    re.compile(
        rf"(?P<role>(?:the\s)?(?:[A-Z][\w’'-]+\s){{0,4}}(?i:{POST})\s(?:of|for|in|to)\s[^.,()]{{3,80}}?)\s"
        r"(?P<name>(?:[A-Z]\.[\s-]?){1,3}[A-Z][^\W\d_]+(?:[-’'][^\W\d_]+)*)"
    ),
)


def as_party(span: Span) -> Party:
    """A party by its words: a place, a role or an office that names no person, or a name."""
    words = " ".join(span.text.split())
    if is_place(words):
        return Party(span, place=words)
    code = code_name(words)
    if code:
        return Party(span, name=words[slice(*code.name)], identity=words[slice(*code.identity)])
    posted = re.fullmatch(r"(?P<name>[^,()]{3,50}?) in (?P<place>[^,()]{3,30})", words)
    if posted and has_name(posted["name"]) and _kind(posted["name"]) is None and is_place(posted["place"]):
        return replace(as_party(replace(span, text=posted["name"])), span=span)
    whole = re.sub(r"[\[\]]", "", words)  # [Director Henryk] BARSKI
    for form in _TITLED:
        titled = form.fullmatch(whole)
        if titled and _kind(titled["role"]) == "role" and has_name(titled["name"]):
            return Party(span, name=titled["name"], role=titled["role"])
    told = _kind(words) or ("role" if re.fullmatch(RANK, words, re.IGNORECASE) else None)
    if told:
        return Party(span, **{told: words})
    return _with_office(span, words) or Party(span, name=words)


def party_of_lines(span: Span) -> Party:
    """A party that may stand on several lines; 'to' before each of several addressees is none of its name."""
    if "\n" not in span.text and "\r" not in span.text:
        return as_party(span)
    lines = [" ".join(line.split()).rstrip(" ,;") for line in re.split(r"[\r\n]+", span.text) if line.strip()]
    names = [re.sub(r"^to\s+", "", line, flags=re.IGNORECASE) for line in lines]
    if len(names) > 1 and is_place(names[-1]) and not is_place(names[0]):
        names.pop()
    if len(names) > 1 and all(has_name(name) for name in names):
        return Party(span, name=", ".join(names))
    return _joined(span, names)


def _joined(span: Span, names: Sequence[str]) -> Party:
    named = next((name for name in names if has_name(name)), None)
    rest = " ".join(name for name in names if name != named)
    if named is None:
        return Party(span, role=rest) if re.search(rf"\b{POST}\b", rest, re.I) else Party(span, office=rest)
    return Party(span, name=named, role=rest or None)


def _with_office(span: Span, words: str) -> Party | None:
    """A name and an office apart by a comma, in either order, or the name in brackets behind the office."""
    behind = _WITH_NAME.fullmatch(words)
    if behind and has_name(behind["name"]) and (kind := _kind(behind["office"])):
        return Party(span, name=behind["name"], **{kind: behind["office"]})
    head, _, rest = (part.strip() for part in words.partition(","))
    kind = _kind(rest) or ("role" if is_office(rest) else None)
    if kind and has_name(head) and not re.search(r"\b(?:and|Cdes|Comrades)\b", words):
        return Party(span, name=head, **{kind: rest})
    before, _, name = words.rpartition(",")
    name, kind = name.strip(), _kind(before)
    if kind and has_name(name) and not _kind(name) and len(name.split()) <= 4:
        return Party(span, name=name, **{kind: before})
    return None


def _kind(words: str) -> str | None:
    """Whether words name a role or an office, and nobody by name."""
    if not words or has_name(words):
        return None
    if re.search(rf"\b{POST}\b", words, re.IGNORECASE):
        return "role"
    return "office" if re.search(rf"\b{OFFICE}\b", words, re.IGNORECASE) else None
