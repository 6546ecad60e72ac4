"""Texts in which the names are marked by braces, and how well they are found."""

from __future__ import annotations

import re

from kg.annotate.found import find
from kg.authority import AuthorityIndex
from kg.model import Authority, Document, Found, Mention, NameForm, Part, Ref, Span
from tests.pages import page

NOBODY = AuthorityIndex({})


def marked(text: str) -> tuple[Document, list[tuple[int, int]]]:
    """A document whose lines are its parts, and where the names in braces stand in it."""
    plain, places, begin = "", [], 0
    for sign in text:
        if sign == "{":
            begin = len(plain)
        elif sign == "}":
            places.append((begin, len(plain)))
        else:
            plain += sign
    return lines(plain), places


def lines(text: str, key: str = "page") -> Document:
    """A document whose lines are its parts, as the converters make them."""
    document = page(text, key)
    parts = tuple(
        Part("body" if found.group().strip() else "blank", Span(*found.span(), found.group()))
        for found in re.finditer(r"[^\n]+|\n+", text)
    )
    object.__setattr__(document, "parts", parts)
    return document


def look(text: str, authority: AuthorityIndex = NOBODY) -> Found:
    """What is found in a text."""
    return find(lines(text), authority)


def named(text: str, kind: str = "person", authority: AuthorityIndex = NOBODY) -> list[tuple[str, str]]:
    """(the words, the key they refer to) of all mentions of a kind."""
    found = look(text, authority)
    return [(mention.span.text, mention.ref.key) for mention in found.mentions if mention.ref.kind == kind]


def persons(text: str, authority: AuthorityIndex = NOBODY) -> set[str]:
    """The keys of the persons named in a text."""
    return {key for _, key in named(text, "person", authority)}


def known(**forms: list[str]) -> AuthorityIndex:
    """An authority of persons by their forms."""
    entries = {}
    for key, texts in forms.items():
        ref = Ref("person", key.replace("_", "-"))
        names = tuple(NameForm(text, "en", "text", "test") for text in texts)
        entries[ref] = Authority("person", ref.key, texts[0], "test", names)
    return AuthorityIndex(entries)


def score(places: list[tuple[int, int]], mentions: list[Mention]) -> tuple[int, int, int]:
    """(right, wrong, missed): how many mentions cover a marked place, how many none, how many places none."""
    got = [(mention.span.begin, mention.span.end) for mention in mentions]
    right = sum(any(a < end and begin < b for a, b in places) for begin, end in got)
    missed = sum(not any(a < end and begin < b for begin, end in got) for a, b in places)
    return right, len(got) - right, missed
