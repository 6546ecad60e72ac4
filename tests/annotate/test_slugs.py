"""Names become keys that an IRI can hold, each once in a document."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.slugs import fold, slug, unique

KEY = re.compile(r"[^\W_][\w.~-]*")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ri Ju-yeon", "ri-ju-yeon"),
        ("ROSHCHIN", "roshchin"),
        ("A. A. Gromyko", "a-a-gromyko"),
        ("Jeleń", "jelen"),
        ("Łódź", "lodz"),
        ("Mervyn O’Driscoll", "mervyn-odriscoll"),
        ("P'yŏngyang", "pyongyang"),
        ("Günter Weiß", "gunter-weiss"),
        ("김일성", "name"),
        ("", "name"),
        ("..", "name"),
    ],
)
def test_keys(name: str, key: str) -> None:
    assert slug(name) == key


def test_long_names_are_cut_between_words() -> None:
    key = slug("Committee of the Council of " * 5)
    assert len(key) <= 60
    assert key.endswith(("committee", "of", "the", "council"))


def test_a_key_that_is_taken_gets_a_number() -> None:
    taken: set[str] = set()
    assert [unique("kim", taken) for _ in range(3)] == ["kim", "kim-2", "kim-3"]


@given(st.text(max_size=80))
def test_every_key_can_stand_in_an_iri(name: str) -> None:
    key = slug(name)
    assert KEY.fullmatch(key)
    assert ".." not in key


def test_folding() -> None:
    assert fold("  Dubček ") == "dubcek"
    assert fold("Hŏ Ka-i") == "ho ka-i"
