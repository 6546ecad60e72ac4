"""data/*.toml -> Lexicon: the words by which persons, groups and places are known, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by what they tell of a capitalised run. All sets hold words as written.

    titles: word -> 'm', 'f' or '' for whom it is used. places: form -> (label, kind: country, city, region).
    """

    titles: dict[str, str]
    offices: frozenset[str]
    plain_titles: frozenset[str]
    before_office: frozenset[str]
    alone: frozenset[str]
    given: frozenset[str]
    families: frozenset[str]
    chinese: frozenset[str]
    korean: frozenset[str]
    vietnamese: frozenset[str]
    japanese: frozenset[str]
    particles: frozenset[str]
    patronymics: tuple[str, ...]
    saying: frozenset[str]
    doing: frozenset[str]
    with_whom: frozenset[str]
    never: frozenset[str]
    nationalities: frozenset[str]
    ordinary: frozenset[str]
    endings: tuple[str, ...]
    places: dict[str, tuple[str, str]]
    acronyms: frozenset[str]
    heads: frozenset[str]
    lower_heads: frozenset[str]
    links: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon of the package."""
    persons, words, places, groups = (_read(name) for name in ("persons", "words", "places", "groups"))
    family = {name: _set(text) for name, text in persons["family"].items()}
    nationalities = _set(places["adjectives"]["words"])
    plural = {f"{word}s" for word in nationalities if not word.endswith(("s", "h", "e"))}
    return Lexicon(
        titles=_titles(persons["titles"]),
        offices=_set(persons["titles"]["office"]),
        plain_titles=_set(persons["titles"]["plain"]),
        before_office=_set(persons["titles"]["before-office"]),
        alone=_set(persons["titles"]["alone"]),
        given=_set(persons["given"]["names"]),
        families=frozenset().union(*family.values()),
        chinese=family["chinese"],
        korean=family["korean"],
        vietnamese=family["vietnamese"],
        japanese=family["japanese"],
        particles=_set(persons["particles"]["names"]),
        patronymics=tuple(persons["patronymic"]["endings"].split()),
        saying=_set(persons["verbs"]["saying"]),
        doing=_set(persons["verbs"]["doing"]),
        with_whom=_set(persons["verbs"]["with"]),
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


def _places(table: dict[str, Any]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    lines: Iterable[list[str]] = (
        _split(line) for line in table["countries"]["names"].splitlines() if line.strip()
    )
    for forms in lines:
        found.update(dict.fromkeys(forms, (forms[0], "country")))
    for section, kind in (("regions", "region"), ("cities", "city")):
        found.update({form: (form, kind) for form in _split(table[section]["names"])})
    return found
