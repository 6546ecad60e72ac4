"""data/*.toml -> Lexicon: the words by which persons, groups and places are known, read once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by what they tell of a capitalised run. All sets hold words as written.

    titles: word -> 'm', 'f' or '' for whom it is used. places: form -> label. grammar: small words by what
    they tell.
    """

    titles: dict[str, str]
    offices: frozenset[str]
    plain_titles: frozenset[str]
    alone: frozenset[str]
    given: frozenset[str]
    short_given: frozenset[str]
    families: frozenset[str]
    chinese: frozenset[str]
    korean: frozenset[str]
    vietnamese: frozenset[str]
    japanese: frozenset[str]
    particles: frozenset[str]
    family_endings: tuple[str, ...]
    saying: frozenset[str]
    doing: frozenset[str]
    near: frozenset[str]
    loose: frozenset[str]
    ships: frozenset[str]
    place_heads: frozenset[str]
    function: frozenset[str]
    never: frozenset[str]
    nationalities: frozenset[str]
    ordinary: frozenset[str]
    endings: tuple[str, ...]
    places: dict[str, str]
    acronyms: frozenset[str]
    heads: frozenset[str]
    lower_heads: frozenset[str]
    links: frozenset[str]
    grammar: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """The lexicon of the package."""
    words, places, groups = (_read(name) for name in ("words", "places", "groups"))
    nationalities = _set(places["adjectives"]["words"])
    plural = {f"{word}s" for word in nationalities if not word.endswith(("s", "sh", "ese"))}
    return Lexicon(
        **_persons(_read("persons")),
        function=_set(words["never"]["function"]) | _set(words["never"]["months"]),
        never=frozenset().union(*(_set(text) for text in words["never"].values())),
        nationalities=nationalities | plural,
        ordinary=_set(words["ordinary"]["words"]),
        endings=tuple(words["ordinary"]["endings"].split()),
        places=_places(places),
        acronyms=_phrases(groups["acronyms"]["words"]),
        heads=frozenset(_split(groups["heads"]["words"])),
        lower_heads=frozenset(_split(groups["heads"]["lower"])),
        links=frozenset(_split(groups["heads"]["links"])),
    )


def _persons(table: dict[str, Any]) -> dict[str, Any]:
    """What the lexicon holds of persons' names, by its fields."""
    family = {name: _set(text) for name, text in table["family"].items()}
    return {
        "titles": _titles(table["titles"]),
        "offices": _set(table["titles"]["office"]),
        "plain_titles": _set(table["titles"]["plain"]),
        "alone": _set(table["titles"]["alone"]),
        "given": _set(table["given"]["names"]),
        "short_given": _set(table["given"]["short"]),
        "families": frozenset().union(*family.values()),
        **{name: family[name] for name in ("chinese", "korean", "vietnamese", "japanese")},
        "particles": _set(table["particles"]["names"]),
        "family_endings": tuple(table["family-endings"]["endings"].split()),
        **{name: _set(table["verbs"][name]) for name in ("saying", "doing", "near", "loose")},
        "ships": _set(table["against"]["ships"]),
        "place_heads": _set(table["against"]["place-heads"]),
        "grammar": {name: _set(text) for name, text in table["grammar"].items()},
    }


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files("kg.annotate") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _split(text: str) -> list[str]:
    return [form.strip() for form in text.replace("\n", "").split("|") if form.strip()]


def _phrases(text: str) -> frozenset[str]:
    """Single words parted by blanks on lines without a bar, phrases on lines with bars."""
    found: set[str] = set()
    for line in text.splitlines():
        found.update(_split(line) if "|" in line else line.split())
    return frozenset(found)


def _titles(table: dict[str, str]) -> dict[str, str]:
    titles = dict.fromkeys((table["any"] + table["rank"]).split(), "")
    titles.update(dict.fromkeys(table["male"].split(), "m"))
    titles.update(dict.fromkeys(table["female"].split(), "f"))
    return titles


def _places(table: dict[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in table["countries"]["names"].splitlines():
        forms = _split(line)
        found.update(dict.fromkeys(forms, forms[0] if forms else ""))
    for section in ("regions", "cities"):
        found.update({form: form for form in _split(table[section]["names"])})
    return found
