"""The words around a name -> the role they give it; a description -> whether it may mean its holder."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.sayings.cues import BE, DETERMINERS, HAVE, MODALS, PREPOSITIONS
from kg.annotate.sayings.descriptions import Phrase
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.tokens import Passage, Token
from kg.model import Ref

_LEAST = 3
_BEFORE = LEXICON.abbreviations | LEXICON.grammar["generic"] | {"m", "de", "du", "von", "van", "di"}
_FINITE = BE | HAVE | MODALS | {"that", "whether"}
SMALL = DETERMINERS | PREPOSITIONS | {"and", "'s", "’s", ".", "[", "]", "(", ")", ","}
_NO_TITLE = frozenset((DETERMINERS - {"the"}) | {"with", "by", "from", "that", "and"})
_OTHER = LEXICON.grammar["others"]


_NATION = re.compile(r"(?:ish|ese|ian|ean|can|man|soviet|greek|czech|dutch|french|swiss|thai)$")


@dataclass(frozen=True, slots=True)
class Held:
    """A role that somebody holds in the document: its words, and where the text says so."""

    at: int
    ref: Ref
    words: frozenset[str]


def is_head(passage: Passage, phrase: Phrase, place: tuple[int, int]) -> bool:
    """Whether a name ends a phrase as its head: 'the minister Berg', not 'the minister of Norway'."""
    before = passage.tokens[place[0] - 1].low if place[0] > phrase.first else ""
    return before not in SMALL or place[0] == phrase.first


def title_words(passage: Passage, first: int) -> list[str]:
    """The words of the titles right before a name; a bracket or 's between them is passed over."""
    words: list[str] = []
    at, held = first - 1, False
    while at >= 0 and len(words) < 9:
        token = passage.tokens[at]
        if token.text in ("[", "(", ".") or token.low in ("'s", "’s"):
            at -= 1
            continue
        if not token.is_word or token.low in _NO_TITLE or (held and not _of_title(token)):
            break
        held = held or token.low in LEXICON.kinds
        words.insert(0, token.low)
        if token.low == "the":
            break
        at -= 1
    nouns = [n for n, word in enumerate(words) if word in LEXICON.kinds]
    if not nouns:
        return []
    tail = words[nouns[-1] + 1 :]
    return words if not tail or words[nouns[-1] + 1] in ("of", "for", "to") else []


def may_be(held: frozenset[str], meant: frozenset[str]) -> bool:
    """Whether a description says more than the role that is known, and nothing against it."""
    more = meant - held
    plain = held - LEXICON.kinds.keys()
    return (
        plain <= meant and not more & (_OTHER | LEXICON.kinds.keys()) and not any(map(_NATION.search, more))
    )


def _of_title(token: Token) -> bool:
    """Whether a word may stand in a title before its noun: written large, or itself a noun of office."""
    return (
        token.is_name
        or token.low in LEXICON.kinds
        or token.low in ("of", "the", "first", "former", "acting", "prime")
    )


def apposition(passage: Passage, last: int) -> list[str]:
    """The words of the role that follows a name behind a comma or in a bracket."""
    at = passage.closes.get(last, last - 1) + 1 if last in passage.closes else last
    if last in passage.closes and passage.tokens[last].text == "(":
        at = last
    if at >= len(passage.tokens) or passage.tokens[at].text not in (",", "("):
        return []
    words: list[str] = []
    for token in passage.tokens[at + 1 : at + 11]:
        if not token.is_word or token.low == "who":
            break
        words.append(token.low)
    closed = at + 1 + len(words) < len(passage.tokens) and passage.tokens[at + 1 + len(words)].text in ",).;"
    if not closed or "and" in words[:3]:
        return []
    verbs = any(word in _FINITE or _is_past(word) for word in words)
    return words if not verbs and any(word in LEXICON.kinds for word in words[:5]) else []


def role_before(passage: Passage, first: int, last: int) -> tuple[list[str], int]:
    """The words of the role to which a name is the apposition, and their token: 'The Minister, Berg,'."""
    while last in passage.closes:
        last = passage.closes[last] + 1
    if last >= len(passage.tokens) or passage.tokens[last].text != ",":
        return [], first
    at = first - 1
    while at > 0 and (passage.tokens[at].text == "." or passage.tokens[at].low in _BEFORE):
        at -= 1
    if at < _LEAST - 1 or passage.tokens[at].text != ",":
        return [], first
    words = title_words(passage, at)
    return (words, at - len(words)) if words[:1] == ["the"] else ([], first)


def _is_past(word: str) -> bool:
    """Whether a word is the past of a verb of saying."""
    return any(form == "past" for _, form in LEXICON.forms.get(word, ()))
