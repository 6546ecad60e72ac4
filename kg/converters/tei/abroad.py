"""Dates in the languages of letter editions (18. Juli 1719, 3 mars 1807) -> EDTF; English is kg.dates'."""

from __future__ import annotations

import re

from kg.dates import FoundDate, day_bounds

# Month names as they begin, by number: German, French, Italian, Spanish, Dutch, Latin and old spellings.
_BEGINNINGS = (
    ("jan", "jän", "jen", "janv", "gen", "ene"),
    ("feb", "fév", "fev", "hornung"),
    ("mär", "maer", "merz", "mars", "mar", "maart", "mrt"),
    ("apr", "avr", "abr"),
    ("mai", "may", "mag", "mei", "maj"),
    ("juni", "jun", "juin", "giu", "brachmon"),
    ("juli", "jul", "juil", "lug", "heumon"),
    ("aug", "août", "aout", "ago"),
    ("sep", "7ber", "set"),
    ("okt", "oct", "ott", "8ber", "weinmon"),
    ("nov", "9ber"),
    ("dez", "dec", "déc", "dic", "xber", "10ber"),
)
_DATE = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:\.|er|re|ten|t|\s*de)?\s*(?:de\s+)?(?P<month>[^\W_]{3,10})\.?\s+(?:de\s+)?"
    r"(?P<year>1[0-9]\d\d|20\d\d)(?!\d)",
    re.IGNORECASE,
)


def find_abroad(text: str) -> list[FoundDate]:
    """The one day that a text names in one of these languages; none where it names none or several."""
    found = [one for one in _DATE.finditer(text) if _month(one["month"])]
    if len(found) != 1:
        return []
    edtf = f"{found[0]['year']}-{_month(found[0]['month']):02}-{int(found[0]['day']):02}"
    try:
        day_bounds(edtf)
    except ValueError:
        return []
    return [FoundDate(*found[0].span(), edtf)]


def read_abroad(text: str) -> str | None:
    """The one day that a text names, as EDTF; None where it names none or several."""
    return next((one.edtf for one in find_abroad(text)), None)


def _month(name: str) -> int | None:
    lowered = name.lower()
    for length in range(len(lowered), 2, -1):
        for number, beginnings in enumerate(_BEGINNINGS, start=1):
            if lowered[:length] in beginnings:
                return number
    return None
