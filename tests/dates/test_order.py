"""Which number of a numeric date is the day: what proves it, and what makes it likely."""

from __future__ import annotations

import pytest

from kg.dates import date_order, find_dates, order_hints


def test_the_text_s_own_dates_decide_between_day_and_month() -> None:
    polish = "Sent on 10.31.1962, decoded on 11.01.1962"
    assert date_order(polish) == {".": "month-first"}
    assert [one.edtf for one in find_dates(polish)] == ["1962-10-31", "1962-11-01"]
    russian = "13.1.1951, and again on 2.3.1951"
    assert [one.edtf for one in find_dates(russian)] == ["1951-01-13", "1951-03-02"]


def test_dates_that_prove_both_orders_prove_none() -> None:
    assert date_order("13.1.1951 and 1.13.1951") == {}


@pytest.mark.parametrize(
    ("text", "near", "place", "order", "reason"),
    [
        ("13.10.50, 02/11/50", None, None, "day-first", "as in the document's other dates"),
        ("02/11/50", "1950-11-05", None, "day-first", "the reading next to the page's date"),
        ("02/11/50", "1950-02-09", None, "month-first", "the reading next to the page's date"),
        ("02/11/50", None, "Polish Embassy in Havana", "day-first", "as is the custom of Poland"),
        (
            "02/11/50",
            None,
            "Cable, US Embassy, Washington",
            "month-first",
            "as is the custom of the United States",
        ),
        (
            "02/11/50",
            None,
            "American Legation, Moscow",
            "month-first",
            "as is the custom of the United States",
        ),
    ],
)
def test_what_makes_an_order_likely(
    text: str, near: str | None, place: str | None, order: str, reason: str
) -> None:
    hint = order_hints(text, near, place)["/"]
    assert (hint.order, hint.reason) == (order, reason)


@pytest.mark.parametrize(
    ("text", "near", "place"),
    [
        ("02/11/50", None, None),
        ("02/11/50", None, "somewhere"),
        ("12/10/80", "1980-11-14", None),
        ("02/03/50 and 03/02/50", "1950-02-09", None),
        ("13/1/50 and 1/13/50", None, None),
    ],
)
def test_where_nothing_shows_it(text: str, near: str | None, place: str | None) -> None:
    assert "/" not in order_hints(text, near, place)


def test_a_proven_date_beats_page_and_country() -> None:
    text = "Sent on 10.31.1962, received on 11.01.1962"
    assert date_order(text, "1962-01-11") == {".": "month-first"}
    assert "." not in order_hints(text, "1962-01-11", "Polish Embassy in Havana")


def test_what_is_only_likely_says_so_and_a_custom_leaves_a_question_mark() -> None:
    hints = order_hints("05.03.1953", "1953-03-04")
    (near,) = find_dates("05.03.1953", near="1953-03-04", order={}, hints=hints)
    assert near.edtf == "1953-03-05"
    assert near.note == "1953-03-05 or 1953-05-03: taken as day-first, the reading next to the page's date"
    hints = order_hints("05.03.1953", None, "Embassy of Hungary")
    (custom,) = find_dates("05.03.1953", order={}, hints=hints)
    assert custom.edtf == "1953-03-05?"
    assert custom.note is not None
    assert "custom of Hungary" in custom.note
