"""Which dates exclude each other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import contradiction, days_apart

# one, other, whether they exclude each other
PAIRS = (
    ("1919-01-03", "1919-01-03", False),
    ("1919-01-03", "1918-01-03", True),
    ("1919-01-03", "1919-01", False),
    ("1919-01-03", "1919", False),
    ("1919-02", "1919-01", True),
    ("1918", "1919-01-03", True),
    ("1919-01-03/1919-01-05", "1919-01-04", False),
    ("1919-01-03/1919-01-05", "1919-01-06", True),
    ("1919-01-03/1919-01-05", "1919-01-05/1919-01-09", False),
    ("1919-01-03/..", "1990", False),
    ("../1919-01-03", "1990", True),
    ("[1919-01-03,1919-03-01]", "1919-02-01", True),
    ("[1919-01-03,1919-03-01]", "1919-03-01", False),
    ("[..1919-01-03]", "1918", False),
    ("1917-12-15~", "1917-12-20", False),
    ("1917-12-15~", "1918-02-20", True),
    ("1917~", "1920-02-20", False),
    ("1917-12-15?", "1917-12-16", True),
    ("191X", "1919-01-03", False),
    ("1919-21", "1919-04-03", False),
    ("1919-21", "1919-08-03", True),
    ("1919-01-03T10:00:00", "1919-01-03", False),
    ("0201-10-12", "1901-10-12", True),
    ("0001~", "0001", False),
    ("9999-12-31~", "9999-12-31", False),
    ("nonsense", "1919", False),
    ("1919", "", False),
)


@pytest.mark.parametrize(("one", "other", "excluded"), PAIRS)
def test_whether_two_dates_exclude_each_other(one: str, other: str, excluded: bool) -> None:
    assert contradiction(one, other) is excluded
    assert contradiction(other, one) is excluded


@given(st.dates(date(1500, 1, 1), date(2000, 1, 1)), st.integers(0, 4000), st.integers(0, 4000))
def test_an_interval_excludes_just_the_days_outside_it(begin: date, length: int, at: int) -> None:
    end, day = begin + timedelta(days=length), begin + timedelta(days=at)
    assert contradiction(f"{begin}/{end}", f"{day}") is (day > end)
    assert days_apart(f"{begin}/{end}", f"{day}") == max(0, at - length)


def test_how_far_dates_are_apart() -> None:
    assert days_apart("1919-01-03", "1919-01-04") == 1
    assert days_apart("1919-01-03", "1919-01") == 0
    assert days_apart("[1919-01-03,1919-03-01]", "1919-02-27") == 2
    assert days_apart("1919", "?") is None
