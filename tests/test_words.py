"""Words: where they begin and end, and texts shortened between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.words import is_whole, shorten, splits_word


@pytest.mark.parametrize(
    ("text", "word", "whole"),
    [
        ("Ri Ju-yeon", "Ri", True),
        ("Ri Ju-yeon", "Ju", False),
        ("Ri Ju-yeon", "yeon", False),
        ("Enlai's", "Enlai", True),
        ("Enlai’s", "Enlai", True),
        ("Enlai'self", "Enlai", False),
        ("O'Brien", "Brien", False),
        ("'Brien'", "Brien", True),
        ("Korea–China", "China", True),
        ("Korea - China", "China", True),
        ("Korea-", "Korea", True),
        ("Enlai'", "Enlai", True),
        ("e\u0301a", "e", False),
        ("김일성은", "김일성", True),
        ("2nd", "nd", False),
    ],
)
def test_whole_words(text: str, word: str, whole: bool) -> None:
    begin = text.index(word)
    assert is_whole(text, begin, begin + len(word)) is whole


def test_the_ends_of_a_text_split_nothing() -> None:
    assert not splits_word("ab", 0)
    assert splits_word("ab", 1)
    assert not splits_word("ab", 2)


def test_shortened_between_words() -> None:
    assert shorten("a  b\nc") == "a b c"
    assert shorten("one two three", 9) == "one two…"
    assert shorten("one, two", 7) == "one…"
    assert shorten("unbroken", 5) == "unbr…"
    assert shorten("x" * 80) == "x" * 80


@given(st.text(max_size=200), st.integers(min_value=1, max_value=90))
def test_shortened_texts_are_short(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit
    assert "\n" not in shorten(text, limit)
