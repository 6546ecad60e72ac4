"""EDTF, with or without a time of day -> TimeSpan: the earliest and the latest instant it allows.

Read are EDTF levels 0 and 1 (ISO 8601-2, annex A) and level 2's "one of" sets, for the years
0001 to 9999. Where no zone is stated the bounds span all the zones given: the earliest instant is
counted in the zone farthest east, the latest in the zone farthest west.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence

from kg.model import TimeSpan

_DATE = re.compile(r"([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?[?~%]?")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T([\d:]+)(Z|[+-]\d{2}(?::?\d{2})?)?")
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?")
_ZONE = re.compile(r"([+-])(\d{2}):(\d{2})")
# Seasons without a hemisphere: spring begins in March, winter ends in February of the next year.
_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2)}


def time_span(edtf: str, time: str | None = None, *, zones: Sequence[str]) -> TimeSpan:
    """The bounds of an EDTF date.

    time: 'hh:mm' or 'hh:mm:ss' of that day, or None; it narrows the bounds and leaves `edtf` the day, for
    EDTF knows no time without seconds. zones: UTC offsets such as ('+03:00', '+09:00'),
    used where the date itself names none. The bounds are ISO 8601 date-times with an offset.
    Raises ValueError for what is no EDTF date, for a time without a single day, for an interval with
    an open end (it has no bound) and for an interval that ends before it begins.
    """
    if not zones:
        raise ValueError("without a zone a date has no bounds: give at least one, such as '+00:00'")
    east, west = max(zones, key=_minutes), min(zones, key=_minutes)
    moment = edtf if time is None else f"{_plain_day(edtf)}T{_checked_clock(time)}"
    earliest, latest = _bounds(moment)
    return TimeSpan(edtf, _in_zone(earliest, east), _in_zone(latest, west))


def _plain_day(edtf: str) -> str:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}[?~%]?", edtf):
        raise ValueError(f"a time of day belongs to one day, and {edtf!r} is not one day")
    return edtf[:10]


def _checked_clock(time: str) -> str:
    if not _CLOCK.fullmatch(time):
        raise ValueError(f"{time!r} is no time of day: write 'hh:mm'")
    return time


def _minutes(zone: str) -> int:
    found = _ZONE.fullmatch(zone)
    if not found:
        raise ValueError(f"{zone!r} is no UTC offset: write '+03:00'")
    minutes = int(found[2]) * 60 + int(found[3])
    return -minutes if found[1] == "-" else minutes


def _in_zone(moment: str, zone: str) -> str:
    return moment if re.search(r"T.*[Z+-]", moment) else moment + zone


def _bounds(edtf: str) -> tuple[str, str]:
    """The first and the last second of a date, without an offset unless the date has its own."""
    if edtf.startswith("[") and edtf.endswith("]"):
        members = re.split(r"\.\.|,", edtf[1:-1])
        both = [_bounds(member.strip()) for member in members]
        return min(first for first, _ in both), max(last for _, last in both)
    if "/" in edtf:
        begin, _, end = edtf.partition("/")
        if {begin, end} & {"", ".."}:
            raise ValueError(f"{edtf!r} is open at one end and has no bound there")
        first, last = _bounds(begin)[0], _bounds(end)[1]
        if last < first:
            raise ValueError(f"{edtf!r} ends before it begins")
        return first, last
    if "T" in edtf:
        return _moment_bounds(edtf)
    first_day, last_day = day_bounds(edtf)
    return f"{first_day}T00:00:00", f"{last_day}T23:59:59"


def _moment_bounds(edtf: str) -> tuple[str, str]:
    found = _MOMENT.fullmatch(edtf)
    if not found:
        raise ValueError(f"{edtf!r} is no EDTF date")
    day, clock, zone = found.groups(default="")
    day_bounds(day)
    _checked_clock(clock)
    zone = "+00:00" if zone == "Z" else zone
    zone = f"{zone[:3]}:{zone[-2:] if len(zone) > 3 else '00'}" if zone else ""
    begin, end = (clock, clock) if clock.count(":") == 2 else (f"{clock}:00", f"{clock}:59")
    return f"{day}T{begin}{zone}", f"{day}T{end}{zone}"


def day_bounds(edtf: str) -> tuple[str, str]:
    """The first and the last day ('YYYY-MM-DD') of an EDTF day, month, season or year.

    Raises ValueError for what is none.
    """
    found = _DATE.fullmatch(edtf)
    if not found or _digit_after_unknown(edtf):
        raise ValueError(f"{edtf!r} is no EDTF date")
    year, month, day = found.groups(default="XX")
    years = max(int(year.replace("X", "0")), 1), int(year.replace("X", "9"))
    if years[1] < 1:
        raise ValueError(f"{edtf!r}: years go from 0001 to 9999")
    if month in _SEASONS:
        return _season_bounds(years, month, day)
    months = _range(month, 12, edtf)
    days = _range(day, monthrange(years[1], months[1])[1], edtf)
    return f"{years[0]:04}-{months[0]:02}-{days[0]:02}", f"{years[1]:04}-{months[1]:02}-{days[1]:02}"


def _digit_after_unknown(edtf: str) -> bool:
    """Whether an open digit stands before a known one: level 1 leaves digits open from the right only."""
    return re.search(r"X-?\d", edtf) is not None


def _range(field: str, most: int, edtf: str) -> tuple[int, int]:
    """The least and the greatest number a two-digit field with open digits may hold."""
    low, high = max(int(field.replace("X", "0")), 1), min(int(field.replace("X", "9")), most)
    if low > high or field == "00":
        raise ValueError(f"{edtf!r}: there is no such day or month")
    return low, high


def _season_bounds(years: tuple[int, int], season: str, day: str) -> tuple[str, str]:
    if day != "XX":
        raise ValueError("a season has no day")
    begin, end = _SEASONS[season]
    last_year = years[1] + (end < begin)
    return f"{years[0]:04}-{begin:02}-01", f"{last_year:04}-{end:02}-{monthrange(last_year, end)[1]:02}"
