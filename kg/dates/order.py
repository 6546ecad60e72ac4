"""Numeric dates of a text -> which number is the day, by the text's own evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal

from kg.dates.forms import FORMS

Order = Literal["day-first", "month-first"]


def date_order(text: str, near: str | None = None) -> Mapping[str, Order]:
    """For each separator ('.', '/') the order that the text's numeric dates prove, if they do.

    A date proves an order when its other reading is no date (13.10.50), or when one of its readings,
    and only one, is the EDTF day `near` (the date of the page). Where dates prove both orders, or none
    proves any, the separator is left out.
    """
    proven: dict[str, set[Order]] = defaultdict(set)
    hinted: dict[str, set[Order]] = defaultdict(set)
    for form in FORMS:
        if form.kind != "numeric":
            continue
        for found in form.pattern.finditer(text):
            a, b, separator = int(found["a"]), int(found["b"]), found["s"]
            if a == b:
                continue
            if a > 12 >= b:
                proven[separator].add("day-first")
            elif b > 12 >= a:
                proven[separator].add("month-first")
            elif near and near[5:] in (f"{b:02}-{a:02}", f"{a:02}-{b:02}"):
                hinted[separator].add("day-first" if near[5:] == f"{b:02}-{a:02}" else "month-first")
    both = {separator: proven.get(separator) or votes for separator, votes in hinted.items()} | dict(proven)
    return {separator: next(iter(votes)) for separator, votes in both.items() if len(votes) == 1}
