"""Written dates -> EDTF -> TimeSpan (standard library and model only)."""

from __future__ import annotations

from kg.dates.bounds import time_span
from kg.dates.clock import FoundTime, find_times
from kg.dates.order import Order, date_order
from kg.dates.written import FoundDate, find_dates, read_date

__all__ = [
    "FoundDate",
    "FoundTime",
    "Order",
    "date_order",
    "find_dates",
    "find_times",
    "read_date",
    "time_span",
]
