"""Text -> times of day as written: 2035, 20:30, 03:15 a.m., 11h00, 1900hs, 22 GMT, 20 hours 05 minutes."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of day in a text: code points [begin, end).

    time: 'hh:mm', or None where the writing is impossible. zone: a UTC offset the text itself names.
    note: what was odd, in words.
    """

    begin: int
    end: int
    time: str | None
    zone: str | None = None
    note: str | None = None


_HALF = r"\s*(?P<half>[ap])\.?\s?m\b\.?"
# One row a form, the more telling forms first: a stretch that one row took is closed to the next.
_FORMS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<![\d.:])(?P<hour>\d{1,2})[:.](?P<minute>\d{2})" + _HALF,
        r"(?<![\d.:])(?P<hour>\d{1,2})" + _HALF,
        r"(?<!\d)(?P<hour>\d{1,2})\s+hours?,?\s+(?:and\s+)?(?P<minute>\d{1,2})\s+minutes?\b",
        r"(?<![\d.:])(?P<hour>\d{1,2})[:.](?P<minute>\d{2})\s*(?:hours|hrs|hs|h)\b",
        r"(?<![\d.:])(?P<hour>\d{1,2})\s?hr?s?\s?(?P<minute>\d{2})\b",
        r"(?<![\d.:])(?P<hour>\d{2})(?P<minute>\d{2})\s?(?:hours|hrs|hs|h)\b",
        r"(?<![\d.:])(?P<hour>\d{1,2})(?::?(?P<minute>\d{2}))?\s?(?P<zone>GMT|UTC)\b",
        r"\bat\s+(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)\b(?![.,]?\d)",
        r"\bat\s+(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)\b(?![.,]?\d)",
        r"(?<![\d.:/])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?(?![\d:])",
    )
)


def find_times(text: str) -> list[FoundTime]:
    """The times of day written in a text, in its order.

    A time that no clock shows ('13:30 p.m.', '25:10') is found too, with `time` None and a note.
    """
    taken: list[FoundTime] = []
    for form in _FORMS:
        for found in form.finditer(text):
            if not any(found.start() < one.end and one.begin < found.end() for one in taken):
                taken.append(_read(found))
    return sorted(taken, key=lambda one: one.begin)


def _read(found: re.Match[str]) -> FoundTime:
    groups = found.groupdict()
    hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
    half = (groups.get("half") or "").lower()
    begin = found.start("hour")
    written = found.string[begin : found.end()]
    zone = "+00:00" if groups.get("zone") else None
    note = _oddity(written, hour, minute, half)
    if note:
        return FoundTime(begin, found.end(), None, zone, note)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return FoundTime(begin, found.end(), f"{hour % 24:02}:{minute:02}", zone, None)


def _oddity(written: str, hour: int, minute: int, half: str) -> str | None:
    if half and not 1 <= hour <= 12:
        return f"'{written}' is no time: a twelve-hour clock has no hour {hour}"
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return f"'{written}' is no time of day"
    return None
