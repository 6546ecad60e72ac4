"""Fields of a written date -> EDTF and a note, one reader a kind of form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.dates.days import day_of
from kg.dates.months import OTHER_MONTHS, ROMAN, SEASONS, WRITTEN
from kg.dates.order import Hint, Order

Fields = Mapping[str, str]
Reading = tuple[str | None, str | None]

NO_DAY = "there is no such day"
# The Julian calendar's days behind the Gregorian, by the century's first two digits of the year.
_BEHIND = {15: 10, 16: 10, 17: 11, 18: 12, 19: 13}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a date is read by. near: the page's EDTF date. order: proven, hints: likely, by separator."""

    near: str | None
    order: Mapping[str, Order]
    hints: Mapping[str, Hint]


def read_day(year: int, fields: Fields, evidence: Evidence) -> Reading:
    """A day whose month is known."""
    day = day_of(year, month_in(fields), number(fields["d1"]))
    if day is None:
        return None, NO_DAY
    return _supplied(day, fields["d1"])


def read_month(year: int, fields: Fields, evidence: Evidence) -> Reading:
    """A month of a year."""
    return f"{year:04}-{month_in(fields):02}", None


def read_season(year: int, fields: Fields, evidence: Evidence) -> Reading:
    """A season of a year, as EDTF level 1 numbers them."""
    return f"{year:04}-{SEASONS[fields['season'].lower()]}", None


def read_months(year: int, fields: Fields, evidence: Evidence) -> Reading:
    """From one month to another."""
    first = f"{int(fields.get('y0', year)):04}-{month_in(fields):02}"
    last = f"{year:04}-{month_in(fields, 'm2'):02}"
    return (f"{first}/{last}", None) if first < last else (None, "the period ends before it begins")


def read_days(year: int, fields: Fields, evidence: Evidence) -> Reading:
    """A period of days, or one day in the old and the new style (12/25 July 1917)."""
    d1, d2 = number(fields["d1"]), number(fields["d2"])
    m1, m2 = month_in(fields), month_in(fields, "m2" if "m2" in fields else "m1")
    first, last = day_of(int(fields.get("y0", year)), m1, d1), day_of(year, m2, d2)
    if first is None or last is None:
        return None, NO_DAY
    if last < first and "y0" not in fields and m2 < m1:
        first = day_of(year - 1, m1, d1) or first
    if fields["s"].strip() == "/" and _days(first, last) == _BEHIND.get(int(last[:2])):
        return last, f"{first} in the old style (Julian calendar)"
    if last < first:
        return None, "the period ends before it begins"
    return f"{first}/{last}", None


def read_numeric(year: int, fields: Fields, evidence: Evidence) -> Reading:
    """Two numbers of which either may be the day."""
    a, b, separator = int(fields["a"]), int(fields["b"]), fields["s"]
    readings: dict[Order, str | None] = {"day-first": day_of(year, b, a), "month-first": day_of(year, a, b)}
    possible = sorted({day for day in readings.values() if day})
    if len(possible) < 2:
        return (possible[0], None) if possible else (None, NO_DAY)
    if order := evidence.order.get(separator):
        return readings[order], None
    if evidence.near in possible:
        return evidence.near, None
    first, second = possible
    if hint := evidence.hints.get(separator):
        doubt = "" if hint.sure else "?"
        return f"{readings[hint.order]}{doubt}", f"{first} or {second}: taken as {hint.order}, {hint.reason}"
    return f"{first}/{second}", f"{first} or {second}: nothing shows which number is the day"


def read_doubtful(year: int, fields: Fields, evidence: Evidence) -> Reading:
    """A numeric date whose day an editor doubts (10.27 [28?].1962)."""
    day = max(int(fields["a"]), int(fields["b"]))
    month = min(int(fields["a"]), int(fields["b"]))
    first, second = day_of(year, month, day), day_of(year, month, int(fields["c"]))
    if day <= 12 or first is None or second is None:
        return None, "the date is doubtful and cannot be read"
    low, high = sorted((first, second))
    return f"{low}/{high}", f"{first}, or {second} by an editor's doubt"


def read_partial(fields: Fields, evidence: Evidence) -> Reading:
    """A date without a year: of the page's year where it says 'of this year', else nearest to the page."""
    year = page_year(evidence)
    if year is None:
        return None, "the year is not written"
    readings = {at: read_day(at, fields, evidence) for at in (year, year - 1, year + 1)}
    if not fields.get("this") and len(evidence.near or "") >= 10:
        year = min(readings, key=lambda at: _distance(readings[at][0], evidence.near or ""))
    edtf, odd = readings[year]
    return edtf, _both(odd, f"the year is not written; taken as {year}")


def read_partial_days(fields: Fields, evidence: Evidence) -> Reading:
    """A period without a year, of the page's year."""
    year = page_year(evidence)
    if year is None:
        return None, "the year is not written"
    edtf, odd = read_days(year, fields, evidence)
    return edtf, odd or f"the year is not written; taken as {year}"


def read_partial_numeric(fields: Fields, evidence: Evidence) -> Reading:
    """Two numbers without a year."""
    year = page_year(evidence)
    if year is None:
        return None, "the year is not written"
    edtf, odd = read_numeric(year, fields, evidence)
    return edtf, odd or f"the year is not written; taken as {year}"


def read_instant(fields: Fields, evidence: Evidence) -> Reading:
    """A day of the page's month (instant), of the one before (ultimo) or behind it (proximo)."""
    if not re.match(r"\d{4}-(?:0[1-9]|1[0-2])", evidence.near or ""):
        return None, "the month is not written"
    near = evidence.near or ""
    months = int(near[:4]) * 12 + int(near[5:7]) - 1 + OTHER_MONTHS[fields["inst"]]
    day = day_of(months // 12, months % 12 + 1, number(fields["d1"]))
    return day, NO_DAY if day is None else f"'{fields['inst']}': counted from the page's month"


def page_year(evidence: Evidence) -> int | None:
    """The year of the page's date, where it has one."""
    found = re.match(r"\d{4}", evidence.near or "")
    return int(found[0]) if found and found[0] != "0000" else None


def number(written: str) -> int:
    """A day as written: 5, [28], [28?]."""
    return int(written.strip("[]?"))


def month_in(fields: Fields, which: str = "m1") -> int:
    """The number of a month that is written as a name, a roman numeral or a figure."""
    if "r" in fields:
        return ROMAN.index(fields["r"]) + 1
    if which in fields:
        return WRITTEN[fields[which]]
    return int(fields["b"])


def _supplied(day: str, written: str) -> Reading:
    """A day that stands in an editor's brackets is noted, and one with a question mark is uncertain."""
    if not written.startswith("["):
        return day, None
    return day + ("?" if "?" in written else ""), f"the day {written} is supplied by an editor"


def _both(*notes: str | None) -> str:
    return "; ".join(note for note in notes if note)


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _distance(day: str | None, near: str) -> int:
    near = near[:10] if re.fullmatch(r"\d{4}-\d{2}-\d{2}", near[:10]) else f"{near[:4]}-07-01"
    return abs(_days(day[:10], near)) if day else 10**6


READERS: dict[str, Callable[[int, Fields, Evidence], Reading]] = {
    "day": read_day,
    "month": read_month,
    "months": read_months,
    "season": read_season,
    "days": read_days,
    "numeric": read_numeric,
    "doubtful": read_doubtful,
}
YEARLESS: dict[str, Callable[[Fields, Evidence], Reading]] = {
    "partial": read_partial,
    "partial-days": read_partial_days,
    "partial-numeric": read_partial_numeric,
    "instant": read_instant,
}
# Forms that write two days in one stretch, and what the days are where the form says so.
PAIRS: dict[str, tuple[str | None, str | None]] = {"telegraph": ("sent", "received"), "two": (None, None)}
