"""Whose offices write the day first: the first country that a text names."""

from __future__ import annotations

import pytest

from kg.dates.customs import custom_of


@pytest.mark.parametrize(
    ("place", "custom"),
    [
        ("Telegram from Polish Embassy in Washington", ("day-first", "Poland")),
        ("Cable, US Embassy, Washington", ("month-first", "the United States")),
        ("American Legation in Moscow", ("month-first", "the United States")),
        ("Soviet ambassador to the United States", ("day-first", "the Soviet Union")),
        ("Polishing the table", None),
        ("", None),
    ],
)
def test_the_first_country_named_decides(place: str, custom: tuple[str, str] | None) -> None:
    assert custom_of(place) == custom
