"""Times of day as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import find_times


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("at 03:15 a.m.", "03:15"),
        ("at 2035", "20:35"),
        ("20 hours 05\nminutes", "20:05"),
        ("11h00", "11:00"),
        ("1900hs", "19:00"),
        ("19hs00", "19:00"),
        ("1900hrs", "19:00"),
        ("10:00,", "10:00"),
        ("2 p.m.", "14:00"),
        ("12 a.m.", "00:00"),
        ("2.30 p.m.", "14:30"),
        ("9.30 hours", "09:30"),
        ("30.04.86 at 9:47", "09:47"),
    ],
)
def test_times_of_day(written: str, time: str) -> None:
    (found,) = find_times(written)
    assert (found.time, found.zone, found.note) == (time, None, None)


def test_a_time_may_name_its_zone() -> None:
    (found,) = find_times("(27.10 at 22 GMT)")
    assert (found.time, found.zone, found.note) == ("22:00", "+00:00", "GMT")


@pytest.mark.parametrize("written", ["13:30 p.m.", "25:10", "10:75"])
def test_an_impossible_time_is_kept_and_not_put_right(written: str) -> None:
    (found,) = find_times(written)
    assert found.time is None
    assert found.note is not None
    assert written in found.note


# written, time, zone, note
@pytest.mark.parametrize(
    ("written", "time", "zone", "note"),
    [
        ("4 P. M.", "16:00", None, None),
        ("11 a. m.", "11:00", None, None),
        ("4:10 am, 14 May", "04:10", None, None),
        ("10.17 p.m.", "22:17", None, None),
        ("12 p.m.", "12:00", None, None),
        ("noon", "12:00", None, None),
        ("12 noon", "12:00", None, None),
        ("3 o'clock in the afternoon", "15:00", None, None),
        ("3 o’clock", "03:00", None, None),
        ("9 in the evening", "21:00", None, None),
        ("11 at night", "23:00", None, None),
        ("2 at night", "02:00", None, None),
        ("11 heures 20", "11:20", None, None),
        ("20 hrs 5 mins", "20:05", None, None),
        ("9.30 Uhr", "09:30", None, None),
        ("hrs 20.05", "20:05", None, None),
        ("at 15.00", "15:00", None, None),
        ("22 GMT", "22:00", "+00:00", "GMT"),
        ("2130 UTC", "21:30", "+00:00", "UTC"),
        ("18:30 (EST)", "18:30", "-05:00", "EST"),
        ("240436Z OCT 75", "04:36", "+00:00", "Z"),
        ("at 22:00 Beijing time", "22:00", None, "Beijing time"),
        ("6 p.m. (Moscow time)", "18:00", None, "Moscow time"),
        ("10:00 local time", "10:00", None, "local time"),
        ("midnight", None, None, "midnight: which end of the day is not said"),
        ("24:00", None, None, "'24:00' is the end of the day"),
        ("—evening", None, None, "in the evening"),
    ],
)
def test_times_in_words_and_with_zones(
    written: str, time: str | None, zone: str | None, note: str | None
) -> None:
    (found,) = find_times(written)
    assert (found.time, found.zone, found.note) == (time, zone, note)


@pytest.mark.parametrize(
    "text", ["No. 1258", "1950", "f. 5, op. 9", "page 12", "2030*", "12 members", "3.5 km"]
)
def test_what_is_no_time(text: str) -> None:
    assert find_times(text) == []


CLOCKS = (
    "{h}:{m:02}",
    "{h:02}{m:02}hs",
    "{h}h{m:02}",
    "{h} hours {m} minutes",
    "at {h:02}{m:02}",
    "at {h}.{m:02}",
)


@given(st.times(), st.sampled_from(CLOCKS))
def test_every_minute_reads_back_from_every_form(clock: object, form: str) -> None:
    hour, minute = int(str(clock)[:2]), int(str(clock)[3:5])
    (found,) = find_times(form.format(h=hour, m=minute))
    assert found.time == f"{hour:02}:{minute:02}"


@given(st.text(max_size=80))
def test_no_text_raises(text: str) -> None:
    for one in find_times(text):
        assert 0 <= one.begin < one.end <= len(text)
        assert one.time or one.note
