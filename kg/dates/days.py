"""Year, month and day as written -> an EDTF day, and what was odd about the year."""

from __future__ import annotations

import re
from calendar import monthrange


def year_of(written: str, near: str | None) -> tuple[int, str | None]:
    """A year as written (1950, [1950?], 19[50], '50, 50) and what was odd about it.

    Two digits take the century that brings them nearest to the page's EDTF date `near`, else 19.
    """
    digits = re.sub(r"\D", "", written)
    if "[" in written:
        return int(digits), f"the year {written} is supplied by an editor"
    if len(digits) == 4:
        return int(digits), None
    if near and re.match(r"\d{2}", near):
        middle = int(near[:4].replace("X", "5"))
        return min((c * 100 + int(digits) for c in range(15, 22)), key=lambda year: abs(year - middle)), None
    return 1900 + int(digits), f"the century of '{written}' is not written; taken as 19"


def day_of(year: int, month: int, day: int) -> str | None:
    """The EDTF day, None where there is no such day."""
    if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return f"{year:04}-{month:02}-{day:02}"
    return None
