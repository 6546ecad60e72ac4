"""A token -> the verbs of saying that it may be, with their particles and nouns of saying."""

from __future__ import annotations

from kg.annotate.sayings.lexicon import LEXICON, Verb
from kg.annotate.sayings.tokens import Passage

Wording = tuple[Verb, int, str | None]
"""A verb, the token after it and its particle or noun, and the mood of the noun."""

_CLOSED = LEXICON.grammar["prepositions"] | LEXICON.grammar["modals"] | LEXICON.grammar["closing"]
_REACH = 7


def wordings(passage: Passage, at: int, last: int) -> dict[str, list[Wording]]:
    """Form -> the verbs of saying that a token may be in that form, with particle and noun of saying."""
    found: dict[str, list[Wording]] = {}
    longest = 0
    for verb, form in LEXICON.forms[passage.tokens[at].low]:
        end = _past_particle(passage, verb, at + 1, last)
        if not end:
            continue
        mood = None
        if verb.light:
            noun = _noun_of_saying(passage, verb, end, last)
            if noun is None:
                continue
            end, mood = noun
        longest = max(longest, len(verb.particle))
        found.setdefault(form, []).append((verb, end, mood))
    for form, readings in found.items():
        light = [reading for reading in readings if reading[0].light]
        particled = [reading for reading in readings if len(reading[0].particle) == longest]
        found[form] = light or particled or readings
    return found


def _past_particle(passage: Passage, verb: Verb, at: int, last: int) -> int:
    """The token after the particle of a verb, some words standing for its '*'; 0 where it is not there."""
    for word in verb.particle:
        if word == "*":
            after = verb.particle[verb.particle.index("*") + 1 :]
            at = _past_gap(passage, after[0] if after else "", at, last)
            if not at:
                return 0
        elif at < last and passage.tokens[at].low == word:
            at += 1
        else:
            return 0
    return at


def _past_gap(passage: Passage, word: str, at: int, last: int) -> int:
    """The token at which a word stands behind one to six others; at the end of a particle, right here."""
    for n in range(at + 1, min(at + _REACH, last)):
        if passage.tokens[n - 1].low in _CLOSED or passage.tokens[n - 1].text in ".;:?!":
            return 0
        if passage.tokens[n].low == word:
            return n
    return 0 if word else at


def _noun_of_saying(passage: Passage, verb: Verb, at: int, last: int) -> tuple[int, str] | None:
    """Where the noun of saying that a light verb takes ends, and its mood."""
    bound = LEXICON.bound.get(" ".join((verb.lemma, *verb.particle)))
    for n in range(at, min(at + _REACH, last)):
        word = passage.tokens[n].low
        if word in _CLOSED or not (passage.tokens[n].is_word or word == ","):
            return None
        if word in LEXICON.nouns and (bound is None or word in bound):
            after = f"{word} {passage.tokens[n + 1].low}" if n + 1 < last else word
            if after in LEXICON.nouns:
                return n + 2, LEXICON.nouns[after]
            return n + 1, LEXICON.nouns[word]
    return None
