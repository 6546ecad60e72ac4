"""Numbers of other documents, as texts refer to them, and numbers that are none."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.converters._cited import cited_stretches


def cited(text: str) -> list[str]:
    return [text[begin:end] for begin, end in cited_stretches(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In addition to my Nº 2390 I report this.", ["Nº 2390"]),
        ("Yours 232, 233, 234 received.", ["232, 233, 234"]),
        ("Your 34 and 35.", ["34 and 35"]),
        ("(see our 424)", ["424"]),
        ("Reference Embtel 1053, April 5.", ["1053"]),
        ("Oslo’s 1174 October 5 to Department.", ["1174"]),
        ("Department’s Circular 732.2 Following for information.", ["732"]),
        ("Your telegram 893 has been read here.", ["893"]),
        ("Point 4 your 1018 would not help.", ["1018"]),
        ("the Legation's No. 33 of May 2", ["No. 33"]),
        ("my telegram to Oslo 831, June 25 and Oslo’s reply 2181, June 27.", ["831", "2181"]),
        ("Additional to my telegram 208. I was received.", ["208"]),
        ("Reference Polto 34 and Secto 7.", ["34", "7"]),
    ],
)
def test_a_number_of_another_document(text: str, found: list[str]) -> None:
    assert cited(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Our 200 soldiers came home.",
        "Hungary's 300 tons of grain",
        "their 45 million people",
        "Your telegram of 5 May 1950 was read.",
        "In a telegram 12 May 1950, he wrote",
        "Oslo's 1200 inhabitants were told.",
    ],
)
def test_counts_and_dates_are_no_numbers_of_documents(text: str) -> None:
    assert cited(text) == []


@given(st.text(alphabet="my Your 0123456789,.No ’stelgramBof", max_size=200))
def test_stretches_stand_in_order_and_apart(text: str) -> None:
    found = cited_stretches(text)
    assert all(0 <= begin < end <= len(text) for begin, end in found)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(found))
