"""Written dates -> EDTF -> TimeSpan (standard library and model only)."""

from __future__ import annotations

from kg.dates.bounds import day_bounds, time_span
from kg.dates.clock import FoundTime, find_times
from kg.dates.compare import contradiction, days_apart
from kg.dates.order import Order, date_order
from kg.dates.when import TaggedWhen, read_when
from kg.dates.written import FoundDate, find_dates, read_date

__all__ = [
    "FoundDate",
    "FoundTime",
    "Order",
    "TaggedWhen",
    "contradiction",
    "date_order",
    "day_bounds",
    "days_apart",
    "find_dates",
    "find_times",
    "read_date",
    "read_when",
    "time_span",
]
