"""Places and countries -> whether their offices write the day or the month first in figures.

Source of the rule: the Unicode CLDR's short date patterns (day-month-year for all of Europe, the former
Soviet Union and Latin America; month-day-year for the United States). Countries that put the year first
are left out: the form shows it itself.
"""

from __future__ import annotations

import re
from typing import Literal

# order -> country: words that name it, its people or its capital.
_CUSTOMS: dict[Literal["day-first", "month-first"], dict[str, str]] = {
    "month-first": {
        "the United States": "United States|U\\.S\\.|USA|American|Washington|State Department|CIA",
    },
    "day-first": {
        "the Soviet Union": "Soviet|USSR|Moscow|Russian?|Kremlin",
        "Poland": "Polish|Poland|Warsaw",
        "Czechoslovakia": "Czechoslovak|Czechoslovakia|Czech|Prague",
        "Hungary": "Hungarian|Hungary|Budapest",
        "Romania": "Romanian?|Bucharest",
        "Bulgaria": "Bulgarian?|Sofia",
        "Yugoslavia": "Yugoslav|Yugoslavia|Belgrade|Serbian?",
        "Albania": "Albanian?|Tirana",
        "Germany": "German|Germany|GDR|FRG|Berlin|Bonn|Stasi",
        "Austria": "Austrian?|Vienna|Habsburg",
        "France": "French|France|Paris",
        "Italy": "Italian|Italy|Rome",
        "Spain": "Spanish|Spain|Madrid",
        "Portugal": "Portuguese|Portugal|Lisbon",
        "Britain": "British|Britain|United Kingdom|London|Foreign Office",
        "Ireland": "Irish|Ireland|Dublin",
        "India": "Indian?|Delhi",
        "Brazil": "Brazilian?|Brasilia|Rio de Janeiro",
        "Argentina": "Argentin(?:a|e|ian)|Buenos Aires",
        "Mexico": "Mexican|Mexico",
        "Cuba": "Cuban?|Havana",
        "Turkey": "Turkish|Turkey|Ankara|Ottoman",
        "Israel": "Israeli?|Jerusalem|Tel Aviv",
        "the Netherlands": "Dutch|Netherlands|Hague",
        "Switzerland": "Swiss|Switzerland|Bern",
    },
}
_NAMES = [
    (re.compile(rf"(?<!\w)(?:{words})(?!\w)"), order, country)
    for order, countries in _CUSTOMS.items()
    for country, words in countries.items()
]


def custom_of(place: str) -> tuple[Literal["day-first", "month-first"], str] | None:
    """The order that the first country named in a text writes, and the country; None where it names none.

    The first is the sender's: 'Polish Embassy in Havana to the Foreign Ministry'.
    """
    named = [(hit.start(), order, country) for name, order, country in _NAMES if (hit := name.search(place))]
    return min(named)[1:] if named else None
