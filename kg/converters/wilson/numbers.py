"""Text -> the document numbers written in it."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in a text: code points [begin, end), the word before it included. kind: own, incoming, special."""

    begin: int
    end: int
    kind: str


_VALUE = r"\d[\d.]*(?:[/-]\w+)*"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("special", re.compile(rf"\bSpec(?:ial|\.)? (?:[Nn]o\.?|[Nn]º|№) ?{_VALUE}")),
    ("incoming", re.compile(rf"\b(?:vkh\.?|Incoming|incoming) (?:[Nn]o\.?|[Nn]º|№) ?{_VALUE}")),
    ("own", re.compile(rf"(?<!\w)(?:N[oº°]\.?|№|Number|#) ?(?:\[handwritten: )?{_VALUE}\]?")),
)


def find_numbers(text: str) -> list[FoundNumber]:
    """The numbers a text gives to documents, in its order."""
    taken: list[FoundNumber] = []
    for kind, form in _FORMS:
        for found in form.finditer(text):
            if not any(found.start() < one.end and one.begin < found.end() for one in taken):
                taken.append(FoundNumber(found.start(), found.end(), kind))
    return sorted(taken, key=lambda one: one.begin)
