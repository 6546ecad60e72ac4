"""Numeric dates of a text -> which number is the day, by the text's own evidence, else by what is likely."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from kg.dates.compare import days_apart
from kg.dates.customs import custom_of
from kg.dates.days import day_of, year_of
from kg.dates.forms import FORMS, PARTIAL

Order = Literal["day-first", "month-first"]
SEPARATORS = (".", "/", "-")
# A reading this near to the page's date speaks for itself where the other is farther off than that.
_NEAR, _FAR = 31, 45


@dataclass(frozen=True, slots=True)
class Hint:
    """An order that is likely and not proven. sure: whether it holds without a question mark."""

    order: Order
    reason: str
    sure: bool = True


def date_order(text: str, near: str | None = None) -> Mapping[str, Order]:
    """For each separator ('.', '/', '-') the order that the text's numeric dates prove, if they do.

    A date proves an order when its other reading is no date (13.10.50), or when one of its readings,
    and only one, is the EDTF day `near` (the date of the page). Where dates prove both orders, or none
    proves any, the separator is left out.
    """
    proven: dict[str, set[Order]] = defaultdict(set)
    hinted: dict[str, set[Order]] = defaultdict(set)
    for found in _numeric(text):
        a, b, separator = int(found["a"]), int(found["b"]), found["s"]
        if a > 12 >= b > 0 and a <= 31:
            proven[separator].add("day-first")
        elif b > 12 >= a > 0 and b <= 31:
            proven[separator].add("month-first")
        elif a != b and near and near[5:] in (f"{b:02}-{a:02}", f"{a:02}-{b:02}"):
            hinted[separator].add("day-first" if near[5:] == f"{b:02}-{a:02}" else "month-first")
    both = {separator: proven.get(separator) or votes for separator, votes in hinted.items()} | dict(proven)
    return {separator: next(iter(votes)) for separator, votes in both.items() if len(votes) == 1}


def order_hints(text: str, near: str | None = None, place: str | None = None) -> Mapping[str, Hint]:
    """For each separator that proves nothing itself, the order that is likely, with the reason.

    In this order: the one order that the text's dates with other separators prove; the reading that lies
    within 31 days of the EDTF date `near` while the other lies more than 45 days off, where all such
    dates agree; the custom of the place or country that `place` names ('Polish Embassy in Havana').
    """
    proven = date_order(text, near)
    votes = _near_votes(text, near)
    orders = set(proven.values())
    custom = custom_of(place) if place else None
    hints: dict[str, Hint] = {}
    for separator in SEPARATORS:
        if separator in proven:
            continue
        if len(orders) == 1 and not _disputed(text, separator):
            hints[separator] = Hint(next(iter(orders)), "as in the document's other dates")
        elif len(votes[separator]) == 1:
            hints[separator] = Hint(next(iter(votes[separator])), "the reading next to the page's date")
        elif custom:
            hints[separator] = Hint(custom[0], f"as is the custom of {custom[1]}", sure=False)
    return hints


def _numeric(text: str) -> Iterator[re.Match[str]]:
    for form in FORMS + PARTIAL:
        if form.kind in ("numeric", "partial-numeric"):
            yield from form.pattern.finditer(text)


def _disputed(text: str, separator: str) -> bool:
    """Whether dates with this separator prove both orders."""
    numbers = [(int(found["a"]), int(found["b"])) for found in _numeric(text) if found["s"] == separator]
    return any(a > 12 >= b for a, b in numbers) and any(b > 12 >= a for a, b in numbers)


def _near_votes(text: str, near: str | None) -> Mapping[str, set[Order]]:
    votes: dict[str, set[Order]] = defaultdict(set)
    for found in _numeric(text) if near else ():
        written = found.groupdict().get("y1") or (near or "")[:4]
        a, b, year = int(found["a"]), int(found["b"]), year_of(written, near)[0]
        day_first, month_first = day_of(year, b, a), day_of(year, a, b)
        if near and a != b and day_first and month_first:
            gaps = (days_apart(near, day_first) or 0, days_apart(near, month_first) or 0)
            if min(gaps) <= _NEAR and max(gaps) > _FAR:
                votes[found["s"]].add("day-first" if gaps[0] < gaps[1] else "month-first")
    return votes
