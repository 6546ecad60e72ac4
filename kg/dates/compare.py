"""Two EDTF dates -> whether both can be true, by the days that each allows."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.dates.bounds import day_bounds

Days = tuple[date, date]

# How far from its own bounds an approximate date may still lie, in days, by its length ('1917-12', ...).
_ABOUT = {10: 15, 7: 31, 4: 5 * 366}


def contradiction(written: str, when: str) -> bool:
    """Whether two EDTF dates exclude each other: no day is allowed by both.

    A month or year allows all its days, an interval all between its ends, an open end everything beyond,
    a set ('[a,b]') the days of its members. An approximate date ('~', '%') also allows what lies near:
    a day 15 days, a month 31, a year five years. A time of day is left aside. What is no EDTF date
    excludes nothing.
    """
    try:
        ones, others = _allowed(written), _allowed(when)
    except ValueError:
        return False
    return not any(
        first <= other_last and other_first <= last
        for first, last in ones
        for other_first, other_last in others
    )


def days_apart(one: str, other: str) -> int | None:
    """How many days lie between two EDTF dates at their nearest; 0 where both allow the same day.

    None where one of them is no EDTF date.
    """
    try:
        ones, others = _allowed(one), _allowed(other)
    except ValueError:
        return None
    return min(max((b[0] - a[1]).days, (a[0] - b[1]).days, 0) for a in ones for b in others)


def _allowed(edtf: str) -> list[Days]:
    if edtf.startswith("[") and edtf.endswith("]"):
        return [_between(*member.partition("..")) for member in edtf[1:-1].split(",")]
    return [_between(*edtf.partition("/"))]


def _between(begin: str, sign: str, end: str) -> Days:
    if not sign:
        return _days(begin.strip())
    first = date.min if begin.strip() in ("", "..") else _days(begin.strip())[0]
    last = date.max if end.strip() in ("", "..") else _days(end.strip())[1]
    return first, last


def _days(edtf: str) -> Days:
    first, last = (date.fromisoformat(day) for day in day_bounds(re.sub(r"T.*", "", edtf)))
    margin = _ABOUT.get(len(edtf) - 1, 0) if edtf[-1] in "~%" else 0
    if first.toordinal() <= margin or last.toordinal() + margin > date.max.toordinal():
        return first, last
    return first - timedelta(days=margin), last + timedelta(days=margin)
