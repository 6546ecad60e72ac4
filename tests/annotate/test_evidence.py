"""What speaks for a run of words being a person, and what against it."""

from __future__ import annotations

import pytest

from kg.annotate.cores import find_cores
from kg.annotate.evidence import is_eastern, weigh
from kg.annotate.tokens import read_words
from kg.model import Span


def rules(text: str, name: str) -> set[str]:
    words = read_words(text, [Span(0, len(text), text)])
    for core in find_cores(words):
        if " ".join(word.form for word in words[core.first : core.last]) == name:
            return {rule for rule, _ in weigh(words, core)}
    raise AssertionError(name)


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        ("Mr. Halden came", "Halden", "title"),
        ("Ambassador Halden", "Halden", "office"),
        ("A. Halden", "A. Halden", "initials"),
        ("Andrei Halden", "Andrei Halden", "forename"),
        ("so Ri Ju-yeon", "Ri Ju-yeon", "east-asian"),
        ("so Halden said no", "Halden", "saying"),
        ("so Halden arrived", "Halden", "doing"),
        ("I told Halden", "Halden", "near"),
        ("a letter from Halden", "Halden", "letter-from"),
        ("so Halden, the ambassador in Rome", "Halden", "apposition"),
        ("his ambassador, Halden", "Halden", "title-before"),
        ("the Minister in Norway (Halden)", "Halden", "post"),
        ("so Haldenov went", "Haldenov", "ending"),
        ("in Halden they met", "Halden", "placed"),
        ("the city of Halden", "Halden", "placed"),
        ("the Halden", "Halden", "article"),
        ("the steamer Halden", "Halden", "ship"),
        ("San Halden", "Halden", "part"),
    ],
)
def test_a_rule(text: str, name: str, rule: str) -> None:
    assert rule in rules(text, name)


@pytest.mark.parametrize(
    ("name", "eastern"),
    [
        ("Zhou Enlai", True),
        ("Kim Il Sung", True),
        ("Nguyen Van Hung", True),
        ("Sato Eisaku", True),
        ("Stalin", False),
        ("Kim Strong", False),
        ("Andrei Gromyko", False),
    ],
)
def test_names_of_east_asia(name: str, eastern: bool) -> None:
    assert is_eastern(name.split()) is eastern
