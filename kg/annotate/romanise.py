"""Romanised names -> normal forms: what the usual romanisations of one name have in common."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from kg.annotate.lexicon import lexicon
from kg.annotate.slugs import fold
from kg.annotate.syllables import is_syllabic

# Slavic letters that stand for two in the other romanisations, before their marks are taken off.
_MARKED = str.maketrans({"š": "sh", "č": "ch", "ž": "zh", "ć": "ch", "ě": "ye", "ë": "yo", "ń": "n"})
_LONGEST = 4
_JOINS = re.compile(r"[\s\-'.]+")

# The romanisations, and how they are named in words.
SYSTEMS = {
    "korean": "the same syllables in the romanisations of Korean",
    "pinyin": "the same syllables in Pinyin and Wade-Giles",
    "russian": "the same letters in the transliterations of Russian",
}
# A rule: its pattern, what it becomes, and letters of which a word must have one for it to apply.
Rule = tuple[re.Pattern[str], str, frozenset[str]]
_FIRSTS = re.compile(r"(?:^|\|)(?:\^|\(\?[^()]*\))*([a-zA-Z])")


@cache
def _rules(system: str, part: str = "rules") -> tuple[Rule, ...]:
    text = (files("kg.annotate") / "data" / "romanisation.toml").read_text(encoding="utf-8")
    return tuple(
        (re.compile(pattern), to, frozenset(_FIRSTS.findall(pattern)))
        for pattern, to in tomllib.loads(text)[system][part]
    )


@cache
def _irregular() -> dict[str, str]:
    text = (files("kg.annotate") / "data" / "romanisation.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text)["irregular"]["names"])


@lru_cache(maxsize=200_000)
def normal(word: str) -> str:
    """The normal form of one word of a name, in which the transliterations of Russian are alike.

    Words of names that were never Russian keep enough of their letters to be told apart by it.
    """
    return _apply(_plain(word.lower().translate(_MARKED)), _rules("russian"))


@lru_cache(maxsize=200_000)
def syllables(name: str, system: str) -> tuple[str, ...]:
    """The normal forms of a whole name in a system ('korean', 'pinyin', 'russian'), words in their order.

    More than one where the system has more writings: Pinyin and Wade-Giles, English and German. None where
    a name cannot be of the system's language.
    """
    words = _irregular().get(fold(name), name).lower().translate(_MARKED).split()
    if system == "russian":
        plain = [_plain(word) for word in words]
        german = [
            _apply(word, _rules("russian", "german")) if "ch" in word or "z" in word else word
            for word in plain
        ]
        forms = (" ".join(_apply(word, _rules("russian")) for word in each) for each in (plain, german))
        return tuple(dict.fromkeys(forms))
    if not words or len(words) > _LONGEST or not all(is_syllabic(word) for word in words):
        return ()
    family, given = _plain(words[0]), _plain("".join(words[1:]))
    parts = ("rules", "wade") if system == "pinyin" else ("rules",)
    pairs = ((_apply(family, _rules(system, part)), _apply(given, _rules(system, part))) for part in parts)
    return tuple(dict.fromkeys(" ".join(pair).strip() for pair in pairs))


def systems(name: str) -> tuple[str, ...]:
    """The systems that a name may be written in, by its family name where the lexicon knows that."""
    lex, family = lexicon(), name.split()[0].capitalize() if name.split() else ""
    eastern = [
        system
        for system, families in (("pinyin", lex.chinese), ("korean", lex.korean))
        if family in families or family not in lex.families
    ]
    return (*eastern, "russian")


def same_syllables(one: str, other: str) -> str | None:
    """The system in which two names are the same, if there is one; order of the words as they stand."""
    both = [system for system in systems(one) if system in systems(other)]
    return next((system for system in both if alike(one, other, system)), None)


def alike(one: str, other: str, system: str) -> bool:
    """Whether two names have a normal form of a system in common."""
    return not set(syllables(one, system)).isdisjoint(syllables(other, system))


def orders(words: Sequence[str]) -> tuple[str, ...]:
    """A name with its words in the orders in which it may be written, family name first or last."""
    whole = " ".join(words)
    if len(words) < 2:
        return (whole,)
    return (whole, " ".join([words[-1], *words[:-1]]), " ".join([*words[1:], words[0]]))


def _plain(word: str) -> str:
    return _JOINS.sub("", fold(word))


def _apply(word: str, rules: tuple[Rule, ...]) -> str:
    letters = set(word)
    for pattern, to, needed in rules:
        if not needed or not needed.isdisjoint(letters):
            word, times = pattern.subn(to, word)
            if times:
                letters = set(word)
    return word
