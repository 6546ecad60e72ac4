"""Dates as written, and what they may mean."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import find_dates, find_times, read_date, time_span

ZONES = ("+03:00", "+09:00")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
DAYS = st.dates(date(1861, 1, 1), date(1999, 12, 31))


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("October 14, 1950", "1950-10-14"),
        ("02 November 1956", "1956-11-02"),
        ("November 02, 1956", "1956-11-02"),
        ("12 October 1950.", "1950-10-12"),
        ("November 1967", "1967-11"),
        ("June, 1934", "1934-06"),
        ("1953", "1953"),
        ("10.31.1962", "1962-10-31"),
        ("16.XII.1947", "1947-12-16"),
        ("6. II. 1949", "1949-02-06"),
        ("13.June.1951", "1951-06-13"),
        ("24. Nov. 1980", "1980-11-24"),
        ("1st April, 1949", "1949-04-01"),
        ("1972 April 4", "1972-04-04"),
        ("1950-09-22", "1950-09-22"),
        ("16/17 August 1957", "1957-08-16/1957-08-17"),
        ("12-18 August 1960", "1960-08-12/1960-08-18"),
        ("1 through 15 August 1957", "1957-08-01/1957-08-15"),
        ("29 August - 3 September 1957", "1957-08-29/1957-09-03"),
        ("30 December 1949 - 2 January 1950", "1949-12-30/1950-01-02"),
    ],
)
def test_a_date_that_is_written_out(written: str, edtf: str) -> None:
    found = read_date(written)
    assert found is not None
    assert (found.edtf, found.note) == (edtf, None)


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("13.10.50", "1950-10-13"),
        ("30.04.86", "1986-04-30"),
        ("10/14/50", "1950-10-14"),
        ("27.X 62", "1962-10-27"),
        ("28/XI.80", "1980-11-28"),
        ("2/II 46", "1946-02-02"),
        ("80. 10. 02.", "1980-10-02"),
    ],
)
def test_a_year_of_two_digits_takes_its_century_from_the_page_or_says_so(written: str, edtf: str) -> None:
    (alone,) = find_dates(written)
    assert alone.edtf == edtf
    assert alone.note is not None
    assert "century" in alone.note
    (near,) = find_dates(written, near=edtf[:4])
    assert (near.edtf, near.note) == (edtf, None)


def test_the_century_follows_the_page() -> None:
    (found,) = find_dates("2/II 65", near="1861-04-12")
    assert found.edtf == "1865-02-02"


@pytest.mark.parametrize("written", ["11.01.1962", "02/11/1977", "3.2.1950"])
def test_day_and_month_are_never_guessed(written: str) -> None:
    (found,) = find_dates(written)
    assert found.edtf is not None
    first, _, second = found.edtf.partition("/")
    assert first < second
    assert found.note is not None
    assert f"{first} or {second}" in found.note


def test_each_separator_proves_its_own_order() -> None:
    mixed = "10/14/50, 13.10.50, 02/11/50, 02.11.50"
    assert [one.edtf for one in find_dates(mixed, near="1950-10-14")] == [
        "1950-10-14", "1950-10-13", "1950-02-11", "1950-11-02",
    ]  # fmt: skip


def test_the_page_s_date_decides_where_the_text_does_not() -> None:
    (found,) = find_dates("02/11/1977", near="1977-02-11")
    assert (found.edtf, found.note) == ("1977-02-11", None)


def test_forms_that_write_two_days() -> None:
    assert [(one.kind, one.edtf) for one in find_dates("ON/22/23/X/62", near="1962")] == [
        ("sent", "1962-10-22"),
        ("received", "1962-10-23"),
    ]
    assert [one.edtf for one in find_dates("ON/28/28/C[sic—X]/62", near="1962")] == ["1962-10-28"] * 2
    assert [one.edtf for one in find_dates("22 and 31 October 1962")] == ["1962-10-22", "1962-10-31"]


def test_editors_brackets_are_noted() -> None:
    (year,) = find_dates("December 8 [1950]")
    assert (year.edtf, year.note) == ("1950-12-08", "the year [1950] is supplied by an editor")
    (day,) = find_dates("10.27 [28?].1962")
    assert day.edtf == "1962-10-27/1962-10-28"
    assert day.note is not None


def test_a_date_without_a_year_is_read_only_when_asked_for_and_only_with_a_page_date() -> None:
    assert find_dates("13 September of this year") == []
    (alone,) = find_dates("13 September of this year", partial=True)
    assert (alone.edtf, alone.note) == (None, "the year is not written")
    (near,) = find_dates("13 September of this year", near="1950-10-01", partial=True)
    assert near.edtf == "1950-09-13"
    assert near.note is not None


@pytest.mark.parametrize("written", ["31 April 1950", "30.2.1951", "32.13.1950", "29 February 1951"])
def test_a_day_that_never_was_has_no_reading(written: str) -> None:
    (found,) = find_dates(written)
    assert (found.edtf, found.note) == (None, "there is no such day")


@pytest.mark.parametrize(
    "text", ["f. 5, op. 918795, d. 125", "5.1.1", "No. 084.504", "Article 12.5", "1-2-3 go"]
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []
    assert read_date(text) is None


@given(
    DAYS,
    st.sampled_from(
        ["{d} {m} {y}", "{m} {d}, {y}", "{d:02} {m} {y}", "{d}. {r}. {y}", "{d}/{r} {y}", "{d}.{r}.{y}"]
    ),
)
def test_every_day_reads_back_from_every_plain_form(day: date, form: str) -> None:
    written = form.format(d=day.day, m=MONTHS[day.month - 1], r=ROMAN[day.month - 1], y=day.year)
    text = f"Sent ({written}) by wire"
    (found,) = find_dates(text)
    assert found.edtf == day.isoformat()
    assert text[found.begin : found.end] == written


@given(DAYS, st.sampled_from("./"))
def test_a_numeric_day_is_always_among_its_readings(day: date, separator: str) -> None:
    (found,) = find_dates(separator.join((str(day.day), str(day.month), str(day.year))))
    assert found.edtf is not None
    assert day.isoformat() in found.edtf.split("/")
    assert (found.note is None) == (day.day > 12 or day.day == day.month)


_YEAR = r"(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = rf"(?:{_YEAR}|[0-9]{{4}}-(?:{_MONTH}|2[1-4]|XX)|[0-9]{{4}}-{_MONTH}-(?:[0-3][0-9]|XX))[?~%]?"
LEVEL_1 = re.compile(rf"{_DAY}(?:/{_DAY})?")
WORDS = st.sampled_from(
    """12 31 2 10.31.1962 11.01.62 3/4/50 May May. maio Sept. '72 1950 [1950?] [28?] and to through - / . , of
    de ON/22/23/X/62 X XII.1947 circa early summer inst. ult. at 20:30 4 p.m. noon 240436Z OCT 75 1950-09-22
    19500922 “15” 80. 10. 02. 年 月 日 1950s No. received sent""".split()  # noqa: SIM905
)
TEXTS = st.one_of(
    st.text(alphabet="0123456789./- :ⅩIVXJanuary[]?,\n٣", max_size=60),
    st.lists(WORDS, max_size=9).map(" ".join),
    st.lists(WORDS, max_size=6).map("".join),
)
NEARS = st.sampled_from(
    [None, "1950-09-22", "1950-09", "1950", "195X", "1957-08-16/1957-08-17", "1950-09-22?", "0001"]
)


@given(TEXTS, NEARS)
def test_any_text_gives_dates_that_stand_in_it_and_are_edtf_of_level_1(text: str, near: str | None) -> None:
    one_date = read_date(text, near=near)
    found = find_dates(text, near=near, partial=True) + ([one_date] if one_date else [])
    for one in (*found, *find_times(text)):
        assert 0 <= one.begin < one.end <= len(text)
    for date_found in found:
        assert date_found.edtf or date_found.note
        if date_found.edtf:
            assert LEVEL_1.fullmatch(date_found.edtf)
            time_span(date_found.edtf, zones=ZONES)


# The whole of a page's date line.
@pytest.mark.parametrize(
    ("written", "edtf", "note"),
    [
        ("[October 1950]", "1950-10", "the date is supplied by an editor"),
        ("[circa 1950]", None, None),
        ("circa 1950", "1950~", "circa"),
        ("ca. October 1950", "1950-10~", "circa"),
        ("1950?", "1950?", "doubtful"),
        ("1950-53", "1950/1953", None),
        ("1953-1950", None, None),
        ("1643-1644", None, None),
        ("the 1950s", "195X", None),
        ("19500922", "1950-09-22", None),
        ("19500900", "1950-09", None),
        ("19500000", "1950", None),
        ("19501322", None, None),
        ("Saturday, October 14, 1950", "1950-10-14", None),
        ("October 14, 1950, in Oslo", None, None),
        ("Undated", None, None),
        ("", None, None),
    ],
)
def test_a_text_that_is_one_date_and_no_more(written: str, edtf: str | None, note: str | None) -> None:
    found = read_date(written)
    assert (found and found.edtf, found and found.note) == (edtf, note)
