"""Text -> dates as written, each with its EDTF reading; never a silent guess between two readings."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.dates.forms import FORMS, MONTHS, PARTIAL, ROMAN, Form
from kg.dates.order import Order, date_order


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: code points [begin, end).

    edtf: level 1, None where the writing allows no reading. kind: sent or received where the form itself
    says so. note: what was odd or had to be taken from elsewhere, in words.
    """

    begin: int
    end: int
    edtf: str | None
    note: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class _Evidence:
    near: str | None
    order: Mapping[str, Order]


def find_dates(
    text: str,
    *,
    near: str | None = None,
    order: Mapping[str, Order] | None = None,
    partial: bool = False,
) -> list[FoundDate]:
    """The dates written in a text, in its order.

    near: the EDTF date of the page; it lends the century to a year of two digits and, where `partial` asks
    for dates without a year, the year. order: which number is the day, by separator; without it the text's
    own dates decide (date_order). What stays open between day and month is an interval with a note.
    """
    evidence = _Evidence(near, date_order(text, near) if order is None else order)
    taken: list[FoundDate] = []
    for form in FORMS + (PARTIAL if partial else ()):
        for found in form.pattern.finditer(text):
            if not any(found.start() < one.end and one.begin < found.end() for one in taken):
                taken.extend(_read(form, found, evidence))
    return sorted(taken, key=lambda one: (one.begin, one.end, one.kind == "received"))


def read_date(text: str, *, near: str | None = None) -> FoundDate | None:
    """The one date that a text consists of, blanks and a full stop at its end aside, else None.

    A bare year of four digits is a date here.
    """
    begin, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if re.fullmatch(r"1[5-9]\d\d|20\d\d", text[begin:end]):
        return FoundDate(begin, end, text[begin:end])
    for found in find_dates(text, near=near):
        if found.begin == begin and text[found.end : end] in ("", "."):
            return found
    return None


def _read(form: Form, found: re.Match[str], evidence: _Evidence) -> Iterator[FoundDate]:
    begin, end = found.span()
    fields = {name: value for name, value in found.groupdict().items() if value is not None}
    if form.kind == "partial":
        yield FoundDate(begin, end, *_without_year(fields, evidence))
        return
    year, note = _year(fields["y1"], evidence.near)
    if form.kind in _PAIRS:
        for kind, day in zip(_PAIRS[form.kind], (fields["d1"], fields["d2"]), strict=True):
            edtf, odd = _day(year, _month(fields), int(day))
            yield FoundDate(begin, end, edtf, odd or note, kind)
        return
    edtf, odd = _READERS[form.kind](year, fields, evidence)
    yield FoundDate(begin, end, edtf, odd or note)


def _year(written: str, near: str | None) -> tuple[int, str | None]:
    if written.startswith("["):
        return int(written.strip("[]?")), f"the year {written} is supplied by an editor"
    if len(written) == 4:
        return int(written), None
    if near:
        middle = int(near[:4].replace("X", "5"))
        return min((c * 100 + int(written) for c in range(15, 22)), key=lambda year: abs(year - middle)), None
    return 1900 + int(written), f"the century of '{written}' is not written; taken as 19"


def _day(year: int, month: int, day: int) -> tuple[str | None, str | None]:
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return f"{year:04}-{month:02}-{day:02}", None
    return None, "there is no such day"


def _month(fields: Mapping[str, str], which: str = "m1") -> int:
    if "r" in fields:
        return ROMAN.index(fields["r"]) + 1
    if which in fields:
        return MONTHS[fields[which].lower()]
    return int(fields["b"])


def _read_day(year: int, fields: Mapping[str, str], evidence: _Evidence) -> tuple[str | None, str | None]:
    return _day(year, _month(fields), int(fields["d1"]))


def _read_month(year: int, fields: Mapping[str, str], evidence: _Evidence) -> tuple[str | None, str | None]:
    return f"{year:04}-{_month(fields):02}", None


def _read_days(year: int, fields: Mapping[str, str], evidence: _Evidence) -> tuple[str | None, str | None]:
    last_month = _month(fields, "m2" if "m2" in fields else "m1")
    first, odd = _day(int(fields.get("y0", year)), _month(fields), int(fields["d1"]))
    last, odd_too = _day(year, last_month, int(fields["d2"]))
    if first is None or last is None:
        return None, odd or odd_too
    if last < first:
        return None, "the period ends before it begins"
    return f"{first}/{last}", None


def _read_numeric(year: int, fields: Mapping[str, str], evidence: _Evidence) -> tuple[str | None, str | None]:
    a, b = int(fields["a"]), int(fields["b"])
    readings = {"day-first": _day(year, b, a)[0], "month-first": _day(year, a, b)[0]}
    possible = sorted({day for day in readings.values() if day})
    if len(possible) < 2:
        return (possible[0], None) if possible else (None, "there is no such day")
    order = evidence.order.get(fields["s"])
    if order:
        return readings[order], None
    if evidence.near in possible:
        return evidence.near, None
    first, second = possible
    return f"{first}/{second}", f"{first} or {second}: nothing shows which number is the day"


def _read_doubtful(
    year: int, fields: Mapping[str, str], evidence: _Evidence
) -> tuple[str | None, str | None]:
    day = max(int(fields["a"]), int(fields["b"]))
    month = min(int(fields["a"]), int(fields["b"]))
    first, second = _day(year, month, day)[0], _day(year, month, int(fields["c"]))[0]
    if day <= 12 or first is None or second is None:
        return None, "the date is doubtful and cannot be read"
    low, high = sorted((first, second))
    return f"{low}/{high}", f"{first}, or {second} by an editor's doubt"


def _without_year(fields: Mapping[str, str], evidence: _Evidence) -> tuple[str | None, str | None]:
    if not evidence.near or "X" in evidence.near[:4]:
        return None, "the year is not written"
    year = int(evidence.near[:4])
    edtf, odd = _day(year, _month(fields), int(fields["d1"]))
    return edtf, odd or f"the year is not written; taken as {year}, the page's"


# Forms that write two days in one stretch, and what the days are where the form says so.
_PAIRS = {"telegraph": ("sent", "received"), "two": (None, None)}
_READERS = {
    "day": _read_day,
    "month": _read_month,
    "days": _read_days,
    "numeric": _read_numeric,
    "doubtful": _read_doubtful,
}
