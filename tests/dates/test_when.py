"""What markup says of a date, read; what it cannot mean, said."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import read_when, time_span

ZONES = ("+00:00",)
# value, EDTF, time, zone
READ = (
    ("1918-11-12", "1918-11-12", None, None),
    ("1918-11-12T10:17:00", "1918-11-12", "10:17", None),
    ("1918-11-12T10:17", "1918-11-12", "10:17", None),
    ("1918-11-12T10:17:30.5", "1918-11-12", "10:17:30", None),
    ("1955-01-08T14:00:00+08:30", "1955-01-08", "14:00", "+08:30"),
    ("1955-01-08T14:00:00Z", "1955-01-08", "14:00", "+00:00"),
    ("1955-01-08-05:00", "1955-01-08", None, "-05:00"),
    ("1955-01-08Z", "1955-01-08", None, "+00:00"),
    ("1967-11", "1967-11", None, None),
    ("1967", "1967", None, None),
    (" 1967 ", "1967", None, None),
    ("17190718", "1719-07-18", None, None),
    ("1569-01-09/1569-01-18", "1569-01-09/1569-01-18", None, None),
    ("1569-01-09/1569-01-09", "1569-01-09", None, None),
    ("1569/..", "1569/..", None, None),
    ("/1569-03", "../1569-03", None, None),
)
# value, EDTF, a word of the note
ODD = (
    ("0201-10-12", "0201-10-12", "hardly meant"),
    ("--11-14", None, "names no year"),
    ("--11", None, "names no year"),
    ("---14", None, "names no year"),
    ("14:00:00", None, "names no day"),
    ("1919-02-30", None, "no such day"),
    ("1919-13", None, "no such day or month"),
    ("0000-01-01", None, "no date"),
    ("-0044-03-15", None, "no date"),
    ("1919-02-03T25:00:00", "1919-02-03", "no time of day"),
    ("1919-02-03T24:00:00", "1919-02-03", "no time of day"),
    ("1919-02T10:00:00", "1919-02", "no day"),
    ("1920/1919", None, "ends before"),
    ("1919/1920/1921", None, "no interval"),
    ("../..", None, "no interval"),
    ("", None, "no date"),
    ("unknown", None, "no date"),
    ("February 3, 1919", None, "no date"),
)


@pytest.mark.parametrize(("value", "edtf", "clock", "zone"), READ)
def test_a_value_of_markup(value: str, edtf: str, clock: str | None, zone: str | None) -> None:
    assert read_when(value) == (edtf, clock, zone, None)


@pytest.mark.parametrize(("value", "edtf", "word"), ODD)
def test_a_value_that_is_odd_says_so(value: str, edtf: str | None, word: str) -> None:
    found = read_when(value)
    assert found.edtf == edtf
    assert found.note is not None
    assert word in found.note


@given(
    st.dates(date(1000, 1, 1), date(2100, 12, 31)), st.times(), st.sampled_from(["", "Z", "-03:00", "+0530"])
)
def test_what_python_writes_is_read_back(day: date, clock: time, zone: str) -> None:
    found = read_when(f"{day.isoformat()}T{clock.isoformat()}{zone}")
    assert found.edtf == day.isoformat()
    assert found.time in (clock.isoformat("minutes"), clock.isoformat("seconds"))
    assert (found.zone is None) == (zone == "")
    assert found.note is None


@given(st.one_of(st.text(max_size=30), st.text(alphabet="0123456789-:TZ+/. ", max_size=30)))
def test_no_value_raises_and_what_is_read_has_bounds(value: str) -> None:
    found = read_when(value)
    assert found.edtf or found.note
    if found.edtf and ".." not in found.edtf:
        time_span(found.edtf, found.time, zones=ZONES)
