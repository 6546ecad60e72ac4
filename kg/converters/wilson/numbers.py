"""Text -> the document numbers written in it, each with its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.dates import read_date


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in a text: code points [begin, end), the words that announce it included.

    kind: own, incoming, special.
    """

    begin: int
    end: int
    kind: str


_NO = r"(?:N[oº°]s?\.?|№|Number|#|Nr\.?)"
_VALUE = r"\d[\d.]*(?:\s?[/-]\s?\w+)*"
# Words before a number that make it another document's, or a count of copies and pages.
_NOT_OWN = re.compile(
    r"\b(?:my|our|your|yours|his|their|this|to|see|telegram's|copy|copies|cop\.|document|doc\.|resolution|order|"
    r"vol\.|issue|page|p\.|list|case|file|article|department|room|tel\.|phone|box|school|division|unit|"
    r"appendix|annex|attachment|enclosure|reference|re|f\.|op\.|d\.|ll?\.)"
    r"(?:\s(?:telegram|cable|letter|dispatch|ciphergram|message|note|despatch))?(?:\s\[\w+\])?\s*$",
    re.IGNORECASE,
)
# One row a form: kind, whether it must be the whole line, how it is written (the group n is the number
# where other words stand in the form too). Telling forms first.
_FORMS: tuple[tuple[str, bool, re.Pattern[str]], ...] = (
    ("special", False, re.compile(rf"\bspec(?:ial|\.)? {_NO}\s?{_VALUE}", re.IGNORECASE)),
    ("incoming", False, re.compile(rf"\b(?:vkh\.?|incoming|input)\s{_NO}\s?{_VALUE}", re.IGNORECASE)),
    ("own", False, re.compile(rf"(?<!\w){_NO}\s?(?:confidentially\s)?\[handwritten: ?{_VALUE}\]")),
    ("own", False, re.compile(rf"(?<!\w){_NO}\s?(?:confidentially\s)?{_VALUE}")),
    # ST-239/36gs; DAM/DAS/DAC/600.(24h)
    (
        "own",
        False,
        re.compile(r"(?<![\w/])[A-Z]{2,3}-\d+/\w+|(?<![\w/])(?:[A-Z][A-Za-z]{1,3}/){2,}\d[\w.()]*"),
    ),
    # TELEGRAM  066711
    ("own", True, re.compile(r"(?:CIPHER )?TELEGRAM\s+\d{3,}")),
    # 815 – THURSDAY – 1900hrs –
    ("own", True, re.compile(r"(?P<n>\d{2,6})\s[-–]\s(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b.*")),
    # 12 652; 118 61735.; 104. -
    ("own", True, re.compile(r"\d{1,3} \d{3,6}\.?|(?P<n>\d{3,7})\.?(?:\s[-–])?")),
    # PR/11/57 (Ottawa); 2753/Ma/1972; F.N.33.
    ("own", True, re.compile(r"(?P<n>(?:[A-Z][A-Za-z.]{0,3}[-/.])?\d+(?:/[\w.-]+)+)(?:\s\([A-Z][a-z]+\))?")),
    ("own", True, re.compile(r"F\. ?N\. ?\d+\.?")),
)


def find_numbers(text: str) -> list[FoundNumber]:
    """The numbers that a line gives to its own document, in its order.

    Numbers of copies, and of other telegrams that the line refers to ('my Nº 2390'), are left out.
    """
    taken: list[FoundNumber] = []
    dated = read_date(text) is not None
    for kind, whole, form in _FORMS:
        for found in [form.fullmatch(text)] if whole else form.finditer(text):
            if found is None or (whole and dated) or _is_another_s(found):
                continue
            if not any(found.start() < one.end and one.begin < found.end() for one in taken):
                number = found["n"] if found.groupdict().get("n") else found[0]
                taken.append(FoundNumber(found.start(), found.start() + len(number.rstrip(".")), kind))
    return sorted(taken, key=lambda one: one.begin)


def _is_another_s(found: re.Match[str]) -> bool:
    """Whether the words around a number make it another document's, or a count of copies."""
    after = found.string[found.end() :]
    copies = re.match(r"\s*(?:of \d+ )?cop(?:y|ies)\b", after, re.IGNORECASE)
    return copies is not None or _NOT_OWN.search(found.string, 0, found.start()) is not None
