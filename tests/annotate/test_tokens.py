"""Words of a text, where they stand and what sort of word each is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.tokens import read_words, sort_of
from kg.model import Span


def words(text: str) -> list[tuple[str, str, str]]:
    return [(word.text, word.form, word.sort) for word in read_words(text, [Span(0, len(text), text)])]


@pytest.mark.parametrize(
    ("form", "sort"),
    [
        ("Mr.", "T"), ("Comrades", "T"), ("Minister", "O"), ("Counsellors", "O"),
        ("Secretary-General", "O"), ("Monday", "N"), ("Embassy", "N"), ("Soviet", "A"), ("Poles", "A"),
        ("Sino-Indian", "A"),
        ("Andrei", "G"), ("Zhou", "S"), ("Warsaw", "P"), ("Bread", "U"), ("Discussion", "W"),
        ("Marxism", "N"),
        ("Dubrovin", "U"),
        ("Ju-yeon", "U"), ("Do-jin", "U"), ("American-born", "A"), ("GUEhS", "C"), ("McCloy", "U"),
    ],
)  # fmt: skip
def test_sorts(form: str, sort: str) -> None:
    assert sort_of(form) == sort


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A. A. Gromov", [("A.", "A.", "I"), ("A.", "A.", "I"), ("Gromov", "Gromov", "U")]),
        ("Ye. N. Shchukin", [("Ye.", "Ye.", "I"), ("N.", "N.", "I"), ("Shchukin", "Shchukin", "U")]),
        ("V[asily]. Pisarev", [("V[asily].", "Vasily", "G"), ("Pisarev", "Pisarev", "U")]),
        ("Zhou's", [("Zhou", "Zhou", "S")]),
        ("SHTYKOV", [("SHTYKOV", "Shtykov", "U")]),
        ("S H T Y K O V", [("S H T Y K O V", "Shtykov", "U")]),
        ("NATO", [("NATO", "Nato", "C")]),
        ("Molotkov5 came", [("Molotkov", "Molotkov", "U"), ("came", "came", "l")]),
        ("the bakery. Bakery", [("the", "the", "l"), ("bakery", "bakery", "l"), ("Bakery", "Bakery", "W")]),
        (
            "Jan. Novák, Chişinău",
            [("Jan", "Jan", "N"), ("Novák", "Novák", "U"), ("Chişinău", "Chişinău", "P")],
        ),
        ("12 + 5", []),
    ],
)
def test_words(text: str, found: list[tuple[str, str, str]]) -> None:
    assert words(text) == found


def test_what_parts_words_and_what_does_not() -> None:
    text = "Ri Ju's aide [Pak] said: No.\nKim"
    found = {word.text: word for word in read_words(text, [Span(0, len(text), text)])}
    assert found["Ju"].joined
    assert found["Ju"].owner
    assert found["aide"].gap == " "
    assert found["No"].opens
    assert found["Kim"].opens
    assert not found["Kim"].joined


def test_a_long_line_goes_on_and_a_short_one_does_not() -> None:
    long = "x" * 70 + " Kim\nIl Sung"
    assert read_words(long, [Span(0, len(long), long)])[2].joined
    short = "Kim\nPak"
    assert not read_words(short, [Span(0, len(short), short)])[1].joined


@given(st.text(alphabet="AbcDe. -'’[]()\nÉŏ5,", max_size=80))
def test_words_stand_where_they_say(text: str) -> None:
    found = read_words(text, [Span(0, len(text), text)])
    assert all(text[word.begin : word.end].startswith(word.text.rstrip(".")) for word in found)
    assert [word.begin for word in found] == sorted(word.begin for word in found)
