"""Between which instants a date lies."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import time_span

ZONES = ("+03:00", "+09:00")
DAYS = st.dates(date(1861, 1, 1), date(1999, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "time", "earliest", "latest"),
    [
        ("1950-09-22", "20:30", "1950-09-22T20:30:00+09:00", "1950-09-22T20:30:59+03:00"),
        ("1950-09-22", "20:30:15", "1950-09-22T20:30:15+09:00", "1950-09-22T20:30:15+03:00"),
        ("1950-09-22", None, "1950-09-22T00:00:00+09:00", "1950-09-22T23:59:59+03:00"),
        ("1950-09", None, "1950-09-01T00:00:00+09:00", "1950-09-30T23:59:59+03:00"),
        ("1952-02", None, "1952-02-01T00:00:00+09:00", "1952-02-29T23:59:59+03:00"),
        ("1950", None, "1950-01-01T00:00:00+09:00", "1950-12-31T23:59:59+03:00"),
        ("1950~", None, "1950-01-01T00:00:00+09:00", "1950-12-31T23:59:59+03:00"),
        ("1950-09-22?", None, "1950-09-22T00:00:00+09:00", "1950-09-22T23:59:59+03:00"),
        ("195X", None, "1950-01-01T00:00:00+09:00", "1959-12-31T23:59:59+03:00"),
        ("1950-XX", None, "1950-01-01T00:00:00+09:00", "1950-12-31T23:59:59+03:00"),
        ("1950-09-XX", None, "1950-09-01T00:00:00+09:00", "1950-09-30T23:59:59+03:00"),
        ("1950-09-2X", None, "1950-09-20T00:00:00+09:00", "1950-09-29T23:59:59+03:00"),
        ("1950-24", None, "1950-12-01T00:00:00+09:00", "1951-02-28T23:59:59+03:00"),
        ("1957-08-01/1957-08-15", None, "1957-08-01T00:00:00+09:00", "1957-08-15T23:59:59+03:00"),
        ("1957-08/1957-09-03", None, "1957-08-01T00:00:00+09:00", "1957-09-03T23:59:59+03:00"),
        ("[1962-01-11,1962-11-01]", None, "1962-01-11T00:00:00+09:00", "1962-11-01T23:59:59+03:00"),
        ("1962-10-27T22:00:00Z", None, "1962-10-27T22:00:00+00:00", "1962-10-27T22:00:00+00:00"),
        ("1962-10-27T22:00+03", None, "1962-10-27T22:00:00+03:00", "1962-10-27T22:00:59+03:00"),
    ],
)  # fmt: skip
def test_bounds(edtf: str, time: str | None, earliest: str, latest: str) -> None:
    span = time_span(edtf, time, zones=ZONES)
    assert (span.edtf, span.earliest, span.latest) == (edtf, earliest, latest)


@pytest.mark.parametrize(
    ("edtf", "time"),
    [
        ("1950-13", None), ("1950-02-30", None), ("22.9.1950", None), ("", None), ("1950-X1", None),
        ("19X0", None), ("1950/..", None), ("../1950", None), ("1951/1950", None), ("0000", None),
        ("1950-21-03", None), ("1950-09", "20:30"), ("1950-09-22", "24:00"), ("1950-09-22", "8pm"),
        ("1950-09-22/1950-09-23", "20:30"), ("1950-09-31T20:30:00", None), ("1950-09-22T25:00:00", None),
    ],
)  # fmt: skip
def test_what_has_no_bounds(edtf: str, time: str | None) -> None:
    with pytest.raises(ValueError, match=r"."):
        time_span(edtf, time, zones=ZONES)


@pytest.mark.parametrize("zones", [(), ("Z",), ("3",)])
def test_zones_must_be_offsets(zones: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"zone|offset"):
        time_span("1950", zones=zones)


OFFSETS = st.builds(
    "{}{:02}:{:02}".format, st.sampled_from("+-"), st.integers(0, 14), st.sampled_from([0, 30, 45])
)


@given(DAYS, st.times(), st.lists(OFFSETS, min_size=1, max_size=4))
def test_the_instant_lies_between_its_bounds_whatever_the_zone(
    day: date, at: object, zones: list[str]
) -> None:
    clock = str(at)[:5]
    span = time_span(day.isoformat(), clock, zones=zones)
    earliest, latest = datetime.fromisoformat(span.earliest), datetime.fromisoformat(span.latest)
    for zone in zones:
        instant = datetime.fromisoformat(f"{day.isoformat()}T{clock}:00{zone}")
        assert earliest <= instant <= latest
    assert latest - earliest <= timedelta(hours=30)


@given(DAYS, DAYS, st.sampled_from([4, 7, 10]))
def test_an_interval_holds_both_its_ends(one: date, other: date, precision: int) -> None:
    first, last = sorted((one.isoformat()[:precision], other.isoformat()[:precision]))
    whole = time_span(f"{first}/{last}", zones=ZONES)
    for end in (first, last):
        part = time_span(end, zones=ZONES)
        assert whole.earliest <= part.earliest <= part.latest <= whole.latest
