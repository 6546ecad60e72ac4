"""The written forms of dates: one row a form, with the names of the fields it gives.

Fields: d1, d2 days; m1, m2 month names; r roman month; y1, y2 years; a, b the two numbers of a form
that leaves open which is the day; s their separator; c a doubtful second day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",),
            ("june", "jun"), ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"),
            ("october", "oct"), ("november", "nov"), ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

_MONTH = "|".join(name.capitalize() for name in sorted(MONTHS, key=len, reverse=True))
_ROMAN = "|".join(sorted(ROMAN, key=len, reverse=True))
_TO = r"(?:\s*[-–—/]\s*|\s+(?:through|to|until|till)\s+)"
_PIECES = {
    "~d1~": r"(?P<d1>\d{1,2})(?:st|nd|rd|th)?",
    "~d2~": r"(?P<d2>\d{1,2})(?:st|nd|rd|th)?",
    "~m1~": rf"\[?(?P<m1>{_MONTH}|{_MONTH.upper()})\b\.?\]?",
    "~m2~": rf"\[?(?P<m2>{_MONTH}|{_MONTH.upper()})\b\.?\]?",
    "~y1~": r"(?P<y1>\[\d{4}\??\]|\d{4})(?!\d)",
    "~y2~": r"(?P<y2>\d{4})(?!\d)",
    "~yy~": r"(?P<y1>\d{4}|\d{2})(?!\d)",
    "~r~": rf"(?P<r>{_ROMAN})",
    "~to~": _TO,
    "~of~": r"(?:\s+of)?[\s.,-]*",
    "~free~": r"(?<![\w./-])",
}


@dataclass(frozen=True, slots=True)
class Form:
    """A written form. kind: day, month, days, two, numeric, telegraph, doubtful, partial."""

    kind: str
    pattern: re.Pattern[str]


def _form(kind: str, written: str) -> Form:
    for name, piece in _PIECES.items():
        written = written.replace(name, piece)
    return Form(kind, re.compile(written))


# The more telling forms first: a stretch that one row took is closed to the rows after it.
FORMS: tuple[Form, ...] = (
    # ON/22/23/X/62: sent the 22nd, received the 23rd.
    _form("telegraph", r"(?<!\w)ON/(?P<d1>\d{1,2})/(?P<d2>\d{1,2})/C?\[?(?:sic\s*[—-]\s*)?~r~\]?/~yy~"),
    # 10.27 [28?].1962
    _form("doubtful", r"~free~(?P<a>\d{1,2})(?P<s>\.)(?P<b>\d{1,2}) ?\[(?P<c>\d{1,2})\?\]\.~yy~"),
    # 29 August - 3 September 1957; August 29 - September 3, 1957; 30 December 1949 - 2 January 1950
    _form("days", r"~free~~d1~~of~~m1~(?:,?\s+(?P<y0>\d{4}))?~to~~d2~~of~~m2~[\s,.]+~y1~"),
    _form("days", r"\b~m1~\s+~d1~(?:,\s+(?P<y0>\d{4}))?~to~~m2~\s+~d2~,?\s+~y1~"),
    # 22 and 31 October 1962
    _form("two", r"~free~~d1~\s+and\s+~d2~~of~~m1~[\s,.]+~y1~"),
    # 12-18 August 1960; 16/17 August 1957; 1 through 15 August 1957; August 12-18, 1960
    _form("days", r"~free~~d1~~to~~d2~~of~~m1~[\s,.]+~y1~"),
    _form("days", r"\b~m1~\s+~d1~~to~~d2~,?\s+~y1~"),
    # 22 September 1950; 1st April, 1949; 13.June.1951; 24. Nov. 1980
    _form("day", r"~free~~d1~~of~~m1~[\s,.-]*~y1~"),
    # September 22, 1950; December 8 [1950]
    _form("day", r"\b~m1~\s+~d1~(?:,\s*|\s+)~y1~"),
    # 1972 April 4
    _form("day", r"~free~~y1~\.?\s+~m1~\s+~d1~(?!\d)"),
    # 1950-09-22
    _form("day", r"(?<![\w-])(?P<y1>\d{4})-(?P<b>0\d|1[0-2])-(?P<d1>[0-3]\d)(?![\d-])"),
    # 16.XII.1947; 6. II. 1949; 27.X 62; 28/XI.80; 2/II 46
    _form("day", r"~free~(?P<d1>\d{1,2})(?:[./-]\s?|\s?[./-]\s?)~r~(?:[./-]\s?|\s)~yy~"),
    # 80. 10. 02.
    _form("day", r"~free~(?P<y1>[3-9]\d)\.\s(?P<b>\d{2})\.\s(?P<d1>\d{2})\.?(?!\d)"),
    # 13.10.50; 10.31.1962; 10/14/50: which number is the day is open
    _form("numeric", r"~free~(?P<a>\d{1,2})(?P<s>[./])\s?(?P<b>\d{1,2})(?P=s)\s?~yy~(?![./]?\d)"),
    # November 1967; June, 1934
    _form("month", r"\b~m1~,?\s+(?:of\s+)?~y1~"),
)
# Without a year: read only where a nearby date may lend its own.
PARTIAL: tuple[Form, ...] = (
    _form("partial", r"~free~~d1~~of~~m1~(?P<this> of this year)?"),
    _form("partial", r"\b~m1~\s+(?P<d1>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?P<this> of this year)?"),
    _form("partial", r"~free~(?P<d1>\d{1,2})[./]~r~(?!\w)"),
)
