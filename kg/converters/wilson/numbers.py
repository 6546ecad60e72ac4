"""Text -> the document numbers written in it, each with its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass


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
# One row a form: kind, whether it must be the whole line, how it is written. Telling forms first.
_FORMS: tuple[tuple[str, bool, re.Pattern[str]], ...] = (
    ("special", False, re.compile(rf"\b[Ss]pec(?:ial|\.)? {_NO}\s?{_VALUE}", re.IGNORECASE)),
    ("incoming", False, re.compile(rf"\b(?:vkh\.?|incoming|[Ii]nput)\s{_NO}\s?{_VALUE}", re.IGNORECASE)),
    (
        "own",
        False,
        re.compile(
            r"\b(?:Ciphergram|Ciphered Telegram|Telegram|Cable|Issuing|CDS REPORT|Report|Dispatch) "
            rf"{_NO}\s?{_VALUE}",
            re.IGNORECASE,
        ),
    ),
    ("own", True, re.compile(r"TELEGRAM\s+\d{3,}")),
    ("own", False, re.compile(rf"(?<!\w){_NO}\s?(?:confidentially\s)?\[handwritten: ?{_VALUE}\]")),
    ("own", False, re.compile(rf"(?<!\w){_NO}\s?(?:confidentially\s)?{_VALUE}")),
    # 12 652; 118 61735.; 104. -; 815 – THURSDAY – 1900hrs –
    ("own", True, re.compile(r"\d{1,3} \d{3,6}\.?|\d{3,7}\.?(?:\s[-–])?")),
    # PR/11/57; 2753/Ma/1972; ST-239/36gs; F.N.33.
    (
        "own",
        True,
        re.compile(r"(?:[A-Z][A-Za-z.]{0,3}[-/.])?\d+(?:/[\w.-]+)+|F\. ?N\. ?\d+\.?"),
    ),
)


def find_numbers(text: str) -> list[FoundNumber]:
    """The numbers that a line gives to its own document, in its order.

    Numbers of copies, and of other telegrams that the line refers to ('my Nº 2390'), are left out.
    """
    taken: list[FoundNumber] = []
    for kind, whole, form in _FORMS:
        for found in [form.fullmatch(text)] if whole else form.finditer(text):
            if found is None or _NOT_OWN.search(text, 0, found.start()) or _of_copies(text, found.end()):
                continue
            if not any(found.start() < one.end and one.begin < found.end() for one in taken):
                end = found.start() + len(found[0].rstrip("."))
                taken.append(FoundNumber(found.start(), end, kind))
    return sorted(taken, key=lambda one: one.begin)


def _of_copies(text: str, end: int) -> bool:
    return re.match(r"\s*(?:of \d+ )?cop(?:y|ies)\b", text[end:], re.IGNORECASE) is not None
