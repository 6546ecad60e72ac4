"""Text -> times of day as written: 2035, 20:30, 03:15 a.m., 11h00, 1900hs, 22 GMT, 20 hours 05 minutes."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of day in a text: code points [begin, end).

    time: 'hh:mm', or None where the writing is impossible or names no minute. zone: a UTC offset the text
    itself names. note: what was odd, and the zone as written, in words.
    """

    begin: int
    end: int
    time: str | None
    zone: str | None = None
    note: str | None = None


# Zones of one offset; a place's own time ('Moscow time') is noted, for its offset changed with the years.
_ZONES = {
    "GMT": "+00:00", "UTC": "+00:00", "UT": "+00:00", "Z": "+00:00", "EST": "-05:00", "EDT": "-04:00",
    "CST": "-06:00", "CDT": "-05:00", "PST": "-08:00", "PDT": "-07:00", "CET": "+01:00", "MSK": "+03:00",
    "JST": "+09:00", "KST": "+09:00",
}  # fmt: skip
_ZONE = rf"(?:\s{{0,3}}\(?(?P<zone>{'|'.join(sorted(_ZONES, key=len, reverse=True))})\b\)?)"
_LOCAL = re.compile(r",?\s{0,3}\(?(?P<local>(?:[A-Z][a-z]{2,15} ){1,2}[Tt]ime|local time)\b")
_HALF = r"\s{0,3}(?P<half>[apAP])\s?\.?\s?[mM]\b\.?"
_DAYTIME = r"\s{1,3}(?:in\s{1,3}the|at)\s{1,3}(?P<daytime>morning|afternoon|evening|night)\b"
_CLOCK = r"(?<![\d.:/])(?P<hour>\d{1,2})"
_MINUTE = r"[:.](?P<minute>\d{2})"
# One row a form, the more telling forms first: a stretch that one row took is closed to the next.
_FORMS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # 3–4:10 p.m.; 11:30 a.m.–12:15 p.m.: what lasts is dated by when it began
        rf"(?:(?<=from\s)|(?<![A-Za-z.]\s))(?<![\d.:/\[])(?P<hour>\d{{1,2}})(?:{_MINUTE})?"
        r"(?:\s{0,3}(?P<half>[ap])\s?\.?\s?m\b\.?)?\s?(?:[-–]|to)\s?(?P<last>\d{1,2})(?:[:.](?P<late>\d{2}))?"
        r"\s{0,3}(?P<end>[ap])\s?\.?\s?m\b\.?",
        rf"{_CLOCK}{_MINUTE}{_HALF}",
        rf"{_CLOCK}{_HALF}",
        rf"{_CLOCK}(?:{_MINUTE})?(?:\s{{0,3}}o['’]?\s?clock)?{_DAYTIME}",
        rf"{_CLOCK}(?:{_MINUTE})?\s{{0,3}}o['’]?\s?clock\b",
        r"\b(?:12\s{1,3})?(?P<word>noon|midnight)\b",
        r"[—–-]\s{0,2}(?P<word>morning|afternoon|evening|night)\b",
        r"(?<!\d)(?P<hour>\d{1,2})\s{1,3}(?:hours?|hrs?\.?|h\.?),?\s{1,6}(?:and\s{1,3})?(?P<minute>\d{1,2})"
        r"\s{1,6}(?:minutes?|mins?\.?|m)(?!\w)",
        rf"{_CLOCK}{_MINUTE}\s{{0,3}}(?:hours|hrs|hs|h|uhr)\b",
        rf"{_CLOCK}\s?(?:hr?s?|heures)\s?(?P<minute>\d{{2}})\b",
        r"(?<![\d.:])(?P<hour>\d{2})(?P<minute>\d{2})\s?(?:hours|hrs|hs|h)\b",
        r"(?<!\w)[0-3]\d(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?P<zone>Z)\b",
        rf"(?<![\d.:])(?P<hour>\d{{1,2}})(?::?(?P<minute>\d{{2}}))?{_ZONE}",
        r"\bhrs\.?\s{0,3}(?P<hour>\d{1,2})[:.](?P<minute>[0-5]\d)\b",
        r"\b(?:at|time:?)\s{1,3}(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)\b(?![.,]?\d)",
        r"\bat\s{1,3}(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)\b(?![.,]?\d)",
        rf"(?<![\d.:/])(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?::\d{{2}})?(?![\d:]){_ZONE}?",
    )
)
_LATER = {"p": True, "a": False, "morning": False, "afternoon": True, "evening": True, "night": True}


def find_times(text: str) -> list[FoundTime]:
    """The times of day written in a text, in its order.

    A time that no clock shows ('13:30 p.m.', '25:10') is found too, with `time` None and a note; so are
    midnight and 24:00, which may be either end of the day, and 'evening', which names no minute.
    """
    taken = bytearray(len(text))
    times: list[FoundTime] = []
    for form in _FORMS:
        for found in form.finditer(text):
            if not any(taken[found.start() : found.end()]):
                taken[found.start() : found.end()] = b"\x01" * (found.end() - found.start())
                times.append(_read(found))
    return sorted(times, key=lambda one: one.begin)


def _read(found: re.Match[str]) -> FoundTime:
    groups = {name: value.lower() for name, value in found.groupdict().items() if value}
    if "word" in groups:
        return _read_word(found, groups["word"])
    hour, minute = int(groups["hour"]), int(groups.get("minute", 0))
    half = groups.get("half") or groups.get("daytime") or _half_of_range(groups)
    begin = found.start("hour")
    written = found.string[begin : found.end()]
    zone, named = _ZONES.get(groups.get("zone", "").upper()), groups.get("zone", "").upper()
    local = _LOCAL.match(found.string, found.end())
    place = named or (local["local"] if local else "")
    oddity = _oddity(written, hour, minute, half)
    if oddity or hour == 24:
        odd = oddity or f"'{written}' is the end of the day"
        return FoundTime(begin, found.end(), None, zone, "; ".join(one for one in (odd, place) if one))
    if half and hour <= 12:
        later = _LATER[half] and not (half == "night" and (hour < 6 or hour == 12))
        hour = hour % 12 + (12 if later else 0)
    return FoundTime(begin, found.end(), f"{hour:02}:{minute:02}", zone, place or None)


def _half_of_range(groups: dict[str, str]) -> str:
    """The half of the day in which a range begins that names only the half of its end: '11:30–12:15 p.m.'."""
    if "end" not in groups:
        return ""
    begin = int(groups["hour"]) % 12, int(groups.get("minute", 0))
    if begin <= (int(groups["last"]) % 12, int(groups.get("late", 0))):
        return groups["end"]
    return "a" if groups["end"] == "p" else "p"


def _read_word(found: re.Match[str], word: str) -> FoundTime:
    begin, end = found.start(), found.end()
    if word == "noon":
        return FoundTime(begin, end, "12:00")
    if word == "midnight":
        return FoundTime(begin, end, None, None, "midnight: which end of the day is not said")
    part = "at night" if word == "night" else f"in the {word}"
    return FoundTime(found.start("word"), end, None, None, part)


def _oddity(written: str, hour: int, minute: int, half: str) -> str | None:
    if len(half) == 1 and not 1 <= hour <= 12:
        return f"'{written}' is no time: a twelve-hour clock has no hour {hour}"
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return f"'{written}' is no time of day"
    return None
