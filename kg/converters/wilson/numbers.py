"""Text -> the document numbers written in it, each with its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.converters._cited import cited_stretches
from kg.dates import read_date


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in a text: code points [begin, end), the words that announce it included.

    kind: own, incoming, special; cited for a number of another document.
    """

    begin: int
    end: int
    kind: str


_NO = r"(?:N[oº°]s?\b\.?|No\.|№|Number\b|#|Nr\b\.?|no\.)"
# A day behind a stroke is none of the number: 1207/3.VI.1971
_VALUE = r"\d(?:[\d.]*\d)?(?:\s?/\s?(?!\d{1,2}\.[IVX]+\.)\w+|-\w+)*"
_DOCUMENT = (
    r"(?:(?:ciphered |coded |cipher )?(?:telegrams?|cables?|letters?|d[ie]spatch(?:es)?|ciphergrams?|"
    r"messages?|notes?|"
    r"order|reports?))"
)
# Words before a number that make it another document's, or a count of copies and pages.
_NOT_OWN = re.compile(
    r"\b(?:my|our|your|yours|his|their|this|to|see|telegram's|copy|copies|cop\.|ex\.|document|doc\.|resolution|order|"
    r"vol\.|issue|page|p\.|list|case|file|article|department|room|tel\.|phone|box|school|division|unit|point|item|"
    r"appendix|annex|attachment|enclosure|reference|re|committee|plant|factory|protocol|"
    r"inventory(?: \[\w+.?\])?|"
    r"from|f\.|op\.|d\.|ll?\.)"
    rf"(?:\s{_DOCUMENT})?(?:\s[\[(]\w+[\])])?\s*$",
    re.IGNORECASE,
)
# One row a form: kind, whether it must be the whole line, how it is written (the group n is the number
# where other words stand in the form too). Telling forms first.
_FORMS: tuple[tuple[str, bool, re.Pattern[str]], ...] = (
    ("special", False, re.compile(rf"\bspec(?:ial|\.)? {_NO}\s?{_VALUE}", re.IGNORECASE)),
    (
        "incoming",
        False,
        re.compile(
            rf"\b(?:vkh\.?|incoming|input|entry|inv\.)(?:\s?{_NO})?\s?(?:{_VALUE}\w*\b|\(\d+\))",
            re.IGNORECASE,
        ),
    ),
    ("own", False, re.compile(rf"\b(?:issuing|outgoing|iskh\.?|output)\s{_NO}\s?{_VALUE}", re.IGNORECASE)),
    # Nº 58 0767s; 02214-gs: the registry of the ministry
    ("incoming", False, re.compile(r"(?<=\d )\d{4,6}-?g?s\b|(?<![\w/-])0\d{3,5}-?g?s\b")),
    ("own", False, re.compile(rf"(?<!\w){_NO}\s?(?:confidentially\s)?\[(?:handwritten: ?)?{_VALUE}\]")),
    ("own", False, re.compile(rf"(?<!\w){_NO}\s?(?:confidentially\s)?[·.]?{_VALUE}")),
    # ST-239/36gs; DAM/DAS/DAC/600.(24h)
    (
        "own",
        False,
        re.compile(r"(?<![\w/])[A-Z]{2,3}-\d+/\w+"),
    ),
    # DAM/DAS/DAC/600.(24h): the departments of a ministry and its classes
    (
        "collection",
        False,
        re.compile(
            r"(?<![\w/])(?:[A-Z][A-Za-z]{1,3}/)+\d[\w.]*\.\(\w*\)(?!\w)|(?<![\w/])(?:[A-Z][A-Za-z]{1,3}/){2,}\d[\w.()]*"
        ),
    ),
    # No. D. 118-NEF/59; No. F.12(3)-EAD/50
    ("own", False, re.compile(rf"(?<!\w){_NO}\s?(?:[A-Z]{{1,4}}[./]\s?)+\d[\w./()-]*\w")),
    # p.b.73.Cuba.o.(U’Ch.) – PO
    ("own", True, re.compile(r"(?:[A-Za-z]\.){1,3}\d+\.[^\s\d][^\s]*(?:\s[-–]\s[A-Z]{1,4})?")),
    # TELEGRAM  066711
    ("own", True, re.compile(r"(?:CIPHER )?TELEGRAM\s+\d{3,}|CIPHERGRAM\s+\d{3,}")),
    # 815 – THURSDAY – 1900hrs –
    ("own", False, re.compile(r"^(?P<n>\d{2,6})\s[-–]\s(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b")),
    # At the first word of the text: 104. - The minister; 118 61735. The minister
    ("own", False, re.compile(r"^(?P<n>\d{2,5}(?=\.\s?[-–](?:\s|$))|\d{2,3} \d{5}(?=\.(?:\s|$)))")),
    # 12 652; 12.851; 118 61735.; 104. -
    (
        "own",
        True,
        re.compile(r"\d{1,3} \d{3,6}\.?|\d{1,3}\.\d{3}(?:\.\d{3})?|(?P<n>\d{3,7})\.?(?:\s[-–])?"),
    ),
    # D. 94-JS(EE)/80
    ("own", True, re.compile(r"[A-Z]{1,3}\. ?\d+-[A-Z][\w()-]*/\d{2,4}")),
    # PR/11/57 (Ottawa); 2753/Ma/1972; F.N.33.
    ("own", True, re.compile(r"(?P<n>(?:[A-Z][A-Za-z.]{0,3}[-/.])?\d+(?:/[\w.-]+)+)(?:\s\([A-Z][a-z]+\))?")),
    ("own", True, re.compile(r"F\. ?N\. ?\d+\.?|N\.? ?\d+(?:/\w+)?")),
)
# How far around a number the words are read that make it another document's.
_NEAR = 80


def find_numbers(text: str) -> list[FoundNumber]:
    """The numbers that a line gives to its own document, in its order.

    Numbers of copies, and of other telegrams that the line refers to ('my Nº 2390'), are left out.
    """
    taken: list[FoundNumber] = []
    dated = read_date(text) is not None
    others = cited_numbers(text)
    for kind, whole, form in _FORMS:
        for found in [form.fullmatch(text)] if whole else form.finditer(text):
            if found is None or (whole and dated) or (kind == "own" and _is_another_s(found)):
                continue
            number = found["n"] if found.groupdict().get("n") else found[0]
            one = FoundNumber(found.start(), found.start() + len(number.rstrip(".")), kind)
            if not any(_overlap(one, other) for other in (*taken, *others)):
                taken.append(one)
    return sorted(taken, key=lambda one: one.begin)


def cited_numbers(text: str) -> list[FoundNumber]:
    """The numbers of other documents that a line refers to; a list of several ('Yours 232, 233') is one."""
    return [FoundNumber(begin, end, "cited") for begin, end in cited_stretches(text)]


def _overlap(one: FoundNumber, other: FoundNumber) -> bool:
    return one.begin < other.end and other.begin < one.end


def _is_another_s(found: re.Match[str]) -> bool:
    """Whether the words around a number make it another document's, or a count of copies."""
    after = found.string[found.end() : found.end() + _NEAR]
    before = found.string[max(found.start() - _NEAR, 0) : found.start()]
    copies = re.match(r"\s*(?:of \d+ )?cop(?:y|ies)\b", after, re.IGNORECASE)
    return copies is not None or _NOT_OWN.search(before) is not None
