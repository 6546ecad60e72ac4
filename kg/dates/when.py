"""Dates as markup gives them (TEI @when, ISO 8601) -> EDTF, time of day, zone, and what is odd about them."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.dates.bounds import day_bounds

_DATE = r"(?P<year>\d{4})(?:-?(?P<month>\d{2})(?:-?(?P<day>\d{2}))?)?"
_CLOCK = r"(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
_ZONE = r"(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)"
_WHEN = re.compile(rf"(?P<date>{_DATE})(?:[T ](?P<clock>{_CLOCK}))?{_ZONE}?", re.ASCII)
_TIME_ONLY = re.compile(rf"T?(?P<clock>{_CLOCK}){_ZONE}?", re.ASCII)
# What ISO 8601 can say and EDTF level 1 cannot, with the reason.
_NO_YEAR = re.compile(rf"---?\d{{2}}(?:-\d{{2}})?{_ZONE}?")
# Archives hold documents of these years; a year outside them is more likely a slip than a date.
_LIKELY_YEARS = range(1000, 2101)


class TaggedWhen(NamedTuple):
    """What a value of markup says. time: 'hh:mm' or 'hh:mm:ss'; zone: '+hh:mm'; note: what was odd."""

    edtf: str | None
    time: str | None = None
    zone: str | None = None
    note: str | None = None


def read_when(value: str) -> TaggedWhen:
    """A TEI @when, or two of them with '/' between (TEI P5, att.datable.w3c; W3C XML Schema 2, 3.2.7-3.2.14).

    Read are xs:date, xs:dateTime, xs:gYear and xs:gYearMonth with or without a zone, and ISO 8601's basic
    days (17190718). A value without a year (xs:gMonthDay '--11-14', xs:time) has no EDTF of level 1, and
    neither has what is no date: both give None and a note. A year before 1000 or after 2100 is given with
    a note, as it stands. Never raises.
    """
    written = value.strip()
    if "/" in written:
        return _interval(written)
    if found := _WHEN.fullmatch(written):
        return _dated(written, found)
    if found := _TIME_ONLY.fullmatch(written):
        time, odd = _time(found)
        return TaggedWhen(None, time, _zone(found["zone"]), odd or f"'{written}' names no day")
    if _NO_YEAR.fullmatch(written):
        return TaggedWhen(None, note=f"'{written}' names no year")
    return TaggedWhen(None, note=f"'{written}' is no date")


def _dated(written: str, found: re.Match[str]) -> TaggedWhen:
    edtf = "-".join(part for part in found.group("year", "month", "day") if part)
    try:
        day_bounds(edtf)
    except ValueError:
        return TaggedWhen(None, note=f"'{written}' is no date: there is no such day or month")
    time, odd = _time(found) if found["clock"] else (None, None)
    if time and not found["day"]:
        time, odd = None, f"'{written}' has a time and no day"
    notes = [odd] if odd else []
    if int(found["year"]) not in _LIKELY_YEARS:
        notes.append(f"the year {found['year']} is hardly meant")
    return TaggedWhen(edtf, time, _zone(found["zone"]), "; ".join(notes) or None)


def _time(found: re.Match[str]) -> tuple[str | None, str | None]:
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    if hour > 23 or minute > 59 or second > 59:
        return None, f"'{found['clock']}' is no time of day"
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if second else ""), None


def _zone(written: str | None) -> str | None:
    if not written:
        return None
    if written == "Z":
        return "+00:00"
    digits = written[1:].replace(":", "").ljust(4, "0")
    return f"{written[0]}{digits[:2]}:{digits[2:]}"


def _interval(written: str) -> TaggedWhen:
    begin, _, end = written.partition("/")
    if "/" in end:
        return TaggedWhen(None, note=f"'{written}' is no interval")
    ends = [TaggedWhen("..") if side in ("", "..") else read_when(side) for side in (begin, end)]
    first, last = (one.edtf for one in ends)
    notes = "; ".join(one.note for one in ends if one.note) or None
    if first is None or last is None or first == last == "..":
        return TaggedWhen(None, note=notes or f"'{written}' is no interval")
    if ".." not in (first, last) and day_bounds(last)[1] < day_bounds(first)[0]:
        return TaggedWhen(None, note=f"'{written}' ends before it begins")
    return TaggedWhen(first if first == last else f"{first}/{last}", note=notes)
