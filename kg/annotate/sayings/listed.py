"""The tokens before a verb -> the names that end there, with their titles and those listed before them."""

from __future__ import annotations

from kg.annotate.sayings.cues import DETERMINERS, PREPOSITIONS, PRONOUNS
from kg.annotate.sayings.descriptions import Phrase, clause_begin
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.tokens import Passage

_PAIR = 2


def name_list(passage: Passage, named: Named, first: int, end: int) -> Phrase | None:
    """The names that end before a token, with those listed before them."""
    parts: list[tuple[int, int]] = []
    at = end
    while at > first:
        while at - 1 in passage.opens:
            at = passage.opens[at - 1]
        found = named.ending(at)
        if found is None:
            break
        parts.insert(0, found)
        at = title_start(passage, named, first, found[0])
        if at > first and passage.tokens[at - 1].low in ("and", "&"):
            at -= 1
        elif not (
            at > first
            and passage.tokens[at - 1].text == ","
            and len(parts)
            and _listed(passage, named, at - 1)
        ):
            break
        if at > first and passage.tokens[at - 1].text == ",":
            at -= 1
    if not parts:
        return None
    joined = any(token.low in ("and", "&") for token in passage.tokens[parts[0][1] : parts[-1][0]])
    if len(parts) == _PAIR and not joined:
        parts = parts[1:]
    begin = title_start(passage, named, first, parts[0][0])
    return Phrase("name", parts[0][0], parts[-1][1], tuple(parts), clause_begin(passage, first, begin))


def _listed(passage: Passage, named: Named, comma: int) -> bool:
    """Whether a name stands before the comma, so that what follows it is a list."""
    at = comma
    while at - 1 in passage.opens:
        at = passage.opens[at - 1]
    return named.ending(at) is not None


def title_start(passage: Passage, named: Named, first: int, at: int) -> int:
    """The first token of the titles before a name: 'the Soviet Ambassador', 'Cde.'."""
    begin = at
    while begin > first and at - begin < 8:
        token = passage.tokens[begin - 1]
        titled = (
            token.is_name
            or token.low in LEXICON.kinds
            or (token.text == "." and passage.tokens[begin - 2].low in LEXICON.abbreviations)
        )
        if not titled or token.low in PRONOUNS or token.low in PREPOSITIONS or named.ending(begin):
            break
        begin -= 1
    if begin > first and passage.tokens[begin - 1].low in DETERMINERS:
        begin -= 1
    return begin


def is_surname(passage: Passage, first: int, at: int) -> bool:
    """Whether a word that may be a pronoun is a surname: 'Ambassador He'."""
    title = passage.tokens[at - 1] if at > first else None
    token = passage.tokens[at]
    return (
        title is not None
        and title.is_name
        and title.low in LEXICON.kinds
        and token.is_name
        and token.low != "i"
    )
