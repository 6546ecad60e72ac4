"""Written dates -> EDTF -> TimeSpan (standard library and model only)."""

from __future__ import annotations

from kg.dates.bounds import day_bounds, time_span
from kg.dates.clock import FoundTime, find_times
from kg.dates.compare import contradiction, days_apart
from kg.dates.lines import Dated, cues_in, read_line
from kg.dates.order import Hint, Order, date_order, order_hints
from kg.dates.when import TaggedWhen, read_when
from kg.dates.written import FoundDate, find_dates, read_date

__all__ = [
    "Dated",
    "FoundDate",
    "FoundTime",
    "Hint",
    "Order",
    "TaggedWhen",
    "contradiction",
    "cues_in",
    "date_order",
    "day_bounds",
    "days_apart",
    "find_dates",
    "find_times",
    "order_hints",
    "read_date",
    "read_line",
    "read_when",
    "time_span",
]
