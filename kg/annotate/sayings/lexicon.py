"""lexicon.yaml -> the words of reported speech, ready to be looked up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ruamel.yaml import YAML

Phrases = dict[str, list[tuple[str, ...]]]
"""Sequences of words in small letters, by their first word (`within`: by their last), the longest first."""


_NO_PLURAL = frozenset(("charge", "man", "woman", "count"))


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb as a class uses it.

    takes: that, wh, inf, gerund, quote, np, np-with. to: whether the one addressed may stand with 'to'.
    attitude: what is thought, not said. bare: says enough without a complement. light: only a part of a
    cue; a noun of saying makes it whole.
    """

    lemma: str
    particle: tuple[str, ...]
    rule: str
    mood: str
    takes: frozenset[str]
    negative: bool = False
    attitude: bool = False
    bare: bool = False
    light: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that lexicon.yaml says. forms: written form -> (verb, form: base, s, past, part or ing)."""

    data: dict[str, Any]
    rules: dict[str, dict[str, str]]
    forms: dict[str, list[tuple[Verb, str]]]
    nouns: dict[str, str]
    bound: dict[str, frozenset[str]]
    fillers: frozenset[str]
    hedges: dict[str, str]
    hedge_phrases: Phrases
    own_opinion: Phrases
    prepositions: Phrases
    reference: Phrases
    ends: Phrases
    within: Phrases
    abbreviations: frozenset[str]
    kinds: dict[str, str]
    headers: frozenset[str]
    documents: frozenset[str]
    conversations: frozenset[str]
    catenatives: frozenset[str]
    grammar: dict[str, frozenset[str]]


def inflect(lemma: str, irregular: str = "") -> dict[str, str]:
    """The forms of an English verb: base, s, past, part, ing; irregular: 'past participle'."""
    double = irregular.endswith(f"{lemma}{lemma[-1]}ed") or lemma in ("put", "let", "set", "forbid")
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    ing = f"{lemma}{lemma[-1]}ing" if double else f"{stem}ing"
    ends = lemma.endswith(("s", "x", "z", "ch", "sh", "go"))
    y = lemma.endswith("y") and lemma[-2] not in "aeo"
    s = f"{lemma[:-1]}ies" if y else f"{lemma}es" if ends else f"{lemma}s"
    regular = f"{lemma[:-1]}ied" if y else f"{lemma}d" if lemma.endswith("e") else f"{lemma}ed"
    past, _, part = irregular.partition(" ")
    if lemma == "be":
        return {"base": lemma, "s": "is", "past": past, "part": part, "ing": "being"}
    return {"base": lemma, "s": s, "past": past or regular, "part": part or past or regular, "ing": ing}


def _words(items: list[Any]) -> Iterator[tuple[str, str]]:
    """Entries as (verb, its irregular forms); 'take: took taken' may be one text or a pair."""
    for item in items:
        if isinstance(item, dict):
            yield from ((str(word), str(forms)) for word, forms in item.items())
        else:
            word, _, forms = str(item).partition(": ")
            yield word, forms


def _verbs(data: dict[str, Any]) -> Iterator[tuple[Verb, dict[str, str]]]:
    for group in data["verbs"]:
        for words, irregular in _words(group["words"]):
            lemma, *particle = words.split()
            verb = Verb(
                lemma,
                tuple(particle),
                group["rule"],
                group["mood"],
                frozenset(group["takes"]),
                negative=group.get("negative", False),
                attitude=group.get("attitude", False),
                bare=group.get("bare", False),
            )
            yield verb, inflect(lemma, irregular)
    for words, irregular in _words(data["light-verbs"]):
        lemma, *particle = words.split()
        verb = Verb(lemma, tuple(particle), "noun-of-saying", "statement", frozenset(), light=True)
        yield verb, inflect(lemma, irregular)


def _forms(data: dict[str, Any]) -> dict[str, list[tuple[Verb, str]]]:
    found: dict[str, list[tuple[Verb, str]]] = {}
    for verb, forms in _verbs(data):
        for form, word in forms.items():
            if form != "part" or word != forms.get("past"):
                found.setdefault(word, []).append((verb, form))
    for word, form in (("were", "past"), ("are", "s"), ("am", "s")):
        found[word] = [(verb, form) for verb, _ in found["was" if form == "past" else "is"]]
    return found


def phrases(words: list[str]) -> Phrases:
    """Sequences of words by their first word, the longest first."""
    found: Phrases = {}
    for phrase in sorted(words, key=lambda phrase: (-len(phrase.split()), phrase)):
        parts = tuple(phrase.lower().split())
        found.setdefault(parts[0], []).append(parts)
    return found


def _by_last(words: list[str]) -> Phrases:
    """Sequences of words by their last word, the longest first."""
    found: Phrases = {}
    for sequences in phrases(words).values():
        for sequence in sequences:
            found.setdefault(sequence[-1], []).append(sequence)
    return {word: sorted(some, key=len, reverse=True) for word, some in found.items()}


@cache
def _read() -> Lexicon:
    text = files("kg.annotate.sayings").joinpath("lexicon.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = YAML(typ="safe", pure=True).load(text)
    hedges = {word.lower(): kind for kind, words in data["hedges"].items() for word in words}
    kinds = {"person": "person", "group": "group", "plural": "group", "peoples": "group"}
    return Lexicon(
        data=data,
        rules=data["rules"],
        forms=_forms(data),
        nouns={noun: mood for mood, nouns in data["nouns"].items() for noun in nouns},
        bound={verb: frozenset(nouns) for verb, nouns in data["bound"].items()},
        fillers=frozenset(data["fillers"]),
        hedges=hedges,
        hedge_phrases=phrases(list(hedges)),
        own_opinion=phrases(data["own-opinion"]),
        prepositions=phrases(data["sources"]["prepositions"]),
        reference=phrases(data["sources"]["reference"]),
        ends=phrases(data["accounts"]["ends"]),
        within=_by_last(data["grammar"]["within-verbs"]),
        abbreviations=frozenset(data["abbreviations"]),
        kinds={
            **{f"{word}s": "group" for word in data["speakers"]["person"] if word not in _NO_PLURAL},
            **{word: kind for name, kind in kinds.items() for word in data["speakers"][name]},
        },
        headers=frozenset(data["headers"]),
        documents=frozenset(data["documents"]),
        conversations=frozenset(data["conversations"]),
        catenatives=frozenset(data["catenatives"]),
        grammar={name: frozenset(words) for name, words in data["grammar"].items()},
    )


LEXICON = _read()
"""What the package's lexicon.yaml says."""
