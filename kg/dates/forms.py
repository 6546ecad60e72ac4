"""The written forms of dates: one row a form, with the names of the fields it gives.

Fields: d1, d2 days; m1, m2 month names; r roman month; y0, y1 years; a, b the two numbers of a form
that leaves open which is the day, b also a month in figures; s a separator; c a doubtful second day;
season; this ('of this year'); inst (instant, ultimo, proximo).
Every repetition in a row is bounded, so that no text makes a row slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.dates.months import MONTHS, OTHER_MONTHS, ROMAN, SEASONS, SHORT, WRITTEN


def _any_of(names: Iterable[str]) -> str:
    """A pattern for any of many words that reads each letter once, the longest word first."""
    heads: dict[str, set[str]] = {}
    for name in names:
        heads.setdefault(name[:1], set()).add(name[1:])
    rows = [re.escape(head) + (_any_of(rest) if rest != {""} else "") for head, rest in heads.items() if head]
    joined = f"(?:{'|'.join(sorted(rows))})" if len(rows) > 1 else "".join(rows)
    return f"(?:{joined})?" if "" in heads and rows else joined


_MONTH = _any_of(form for form in WRITTEN if form not in SHORT or form == "may")
_NAMED = _any_of(form for form in WRITTEN if form not in MONTHS)
_SHORT = _any_of({form for name in SHORT for form in (name.capitalize(), name.upper())})
_ROMAN = "|".join(sorted(ROMAN, key=len, reverse=True))
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|ST|ND|RD|TH)\b|[º°ª]|(?:er|ten|t|d)\b)?"
_PIECES = {
    "~d1~": rf"[“\"«]?(?P<d1>\[\d{{1,2}}\??\]|\d{{1,2}})[”\"»]?{_ORDINAL}",
    "~d2~": rf"(?P<d2>\[\d{{1,2}}\??\]|\d{{1,2}}){_ORDINAL}",
    "~m1~": rf"\[?(?P<m1>{_MONTH})\b\.?\]?",
    "~m2~": rf"\[?(?P<m2>{_MONTH})\b\.?\]?",
    "~named~": rf"\[?(?P<m1>{_NAMED})\b\.?\]?",
    "~short~": rf"(?P<m1>{_SHORT})\b\.?",
    "~y0~": r"(?P<y0>\d{4})(?!\d)",
    "~y1~": r"(?P<y1>\[\d{4}\??\]|\d\d\[\d\d\??\]|\d{3}\[\d\??\]|\d{4}|['’‘]\d\d)(?!\d)",
    "~yy~": r"(?P<y1>\d{4}|['’‘]?\d{2})(?!\d)",
    "~year~": r"(?P<y1>(?:1[5-9]|20)\d\d)(?!\d)",
    "~glued~": r"(?P<y1>1[89]\d\d)(?=\d{1,2}(?!\d))",
    "~r~": rf"(?P<r>{_ROMAN})",
    "~to~": r"(?:\s{0,3}[-–—/]\s{0,3}|\s{1,3}(?:through|to|until|till)\s{1,3})",
    "~of~": r"(?:\s{1,3}(?:day\s{1,3})?(?:of|de|d['’])(?:\s{1,3}the\s{1,3}month\s{1,3}of)?)?[\s.,-]{0,4}",
    "~,~": r"[\s,.-]{0,4}(?:del?\s{1,3}|of\s{1,3})?",
    # What makes a number behind a dash a time of day: 'April 5—10 a.m.'
    "~clock~": r"(?:[apAP]\s?\.?\s?[mM]\b|o['’]?\s?clock\b|h(?:ou)?rs?\b|hs\b|GMT\b|noon\b)",
    "~free~": r"(?<![\w./-])",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """A written form. kind: the reading it has (see kg.dates.readers). sure: no number looks like it."""

    kind: str
    pattern: re.Pattern[str]
    sure: bool = True


def _form(kind: str, written: str, *, sure: bool = True) -> Form:
    for name, piece in _PIECES.items():
        written = written.replace(name, piece)
    return Form(kind, re.compile(written), sure)


# The more telling forms first: a stretch that one row took is closed to the rows after it.
FORMS: tuple[Form, ...] = (
    # ON/22/23/X/62: sent the 22nd, received the 23rd.
    _form("telegraph", r"(?<!\w)ON/(?P<d1>\d{1,2})/(?P<d2>\d{1,2})/C?\[?(?:sic\s*[—-]\s*)?~r~\]?/~yy~"),
    # 10.27 [28?].1962
    _form("doubtful", r"~free~(?P<a>\d{1,2})(?P<s>\.)(?P<b>\d{1,2}) ?\[(?P<c>\d{1,2})\?\]\.~yy~"),
    # 121015Z JUN 75, the date-time group of American messages
    _form("day", r"(?<!\w)(?P<d1>[0-3]\d)[0-2]\d[0-5]\dZ?\s{1,3}~short~\s{1,3}~yy~"),
    # 29 August - 3 September 1957; August 29 - September 3, 1957; 30 December 1949 - 2 January 1950
    _form("days", r"~free~~d1~~of~~m1~(?:[\s,]{1,3}~y0~)?(?P<s>~to~)~d2~~of~~m2~~,~~y1~"),
    _form("days", r"\b~m1~\s{1,3}~d1~(?:[\s,]{1,3}~y0~)?(?P<s>~to~)~m2~\s{1,3}~d2~[\s,.]{1,4}~y1~"),
    # 22 and 31 October 1962; October 22 and 31, 1962
    _form("two", r"~free~~d1~\s{1,3}and\s{1,3}~d2~~of~~m1~~,~~y1~"),
    _form("two", r"\b~m1~\s{1,3}~d1~\s{1,3}and\s{1,3}~d2~[\s,.]{1,4}~y1~"),
    # 12-18 August 1960; 16/17 August 1957; 1 through 15 August 1957; August 12-18, 1960
    _form("days", r"~free~~d1~(?P<s>~to~)~d2~~of~~m1~~,~~y1~"),
    _form("days", r"\b~m1~\s{1,3}~d1~(?P<s>~to~)~d2~[\s,.]{1,4}~y1~"),
    # 22 September 1950; 1st April, 1949; 13.June.1951; “15” October 1956; the 12th day of July, 1894
    _form("day", r"~free~~d1~~of~~m1~~,~~y1~"),
    # September 22, 1950; December 8 [1950]; Sept. 30, '72
    _form("day", r"\b~m1~[\s,]{1,3}~d1~[\s,.]{1,4}~y1~"),
    # 24 Oct 62; 5-JUN-51
    _form("day", r"~free~~d1~[\s.-]{1,3}~short~[\s.-]{1,3}(?P<y1>[3-9]\d)(?![\d:]|\.\d|\s[a-z])"),
    # 1972 April 4; 1972. április 4.; 1950年9月22日
    _form("day", r"~free~~y1~[.,]?\s{1,3}~m1~\s{1,3}~d1~(?!\d)"),
    _form("day", r"(?<!\d)(?P<y1>\d{4})年\s?(?P<b>\d{1,2})月\s?(?P<d1>\d{1,2})日"),
    # 1950-09-22; 1950.9.22; 1950/09/22
    _form("day", r"(?<![\w-])(?P<y1>\d{4})-(?P<b>0\d|1[0-2])-(?P<d1>[0-3]\d)(?![\d-])"),
    _form("day", r"~free~~year~(?P<s>[./])\s?(?P<b>\d{1,2})(?P=s)\s?(?P<d1>\d{1,2})(?![./]?\d)", sure=False),
    # 16.XII.1947; 6. II. 1949; 27.X 62; 28/XI.80; 2/II 46; 561/29.X.62 behind a number
    _form("day", r"(?:~free~|(?<=\d\d/))(?P<d1>\d{1,2})(?:[./-]\s?|\s?[./-]\s?)~r~(?:[./-]\s?|\s)~yy~"),
    # The number of a note glued to the year: 28.XI.198051, 5 May 19501, May 5, 195012
    _form("day", r"~free~(?P<d1>\d{1,2})[./]\s?~r~[./]\s?~glued~"),
    _form("day", r"~free~~d1~~of~~m1~~,~~glued~"),
    _form("day", r"\b~m1~[\s,]{1,3}~d1~[\s,.]{1,4}~glued~"),
    # 80. 10. 02.
    _form("day", r"~free~(?P<y1>[3-9]\d)\.\s(?P<b>\d{2})\.\s(?P<d1>\d{2})\.?(?!\d)"),
    # 13.10.50; 10. 31. 1962; 10/14/50; 3-5-1950: which number is the day is open
    _form("numeric", r"~free~(?P<a>\d{1,2})(?P<s>[./])\s?(?P<b>\d{1,2})(?P=s)\s?~yy~(?![./]?\d)"),
    _form(
        "numeric",
        r"~free~(?P<a>\d{1,2})(?P<s>-)(?P<b>\d{1,2})-(?P<y1>\d{4}|[3-9]\d)(?![\d/-])",
        sure=False,
    ),
    # August-September 1957; November 1967; June, 1934; maio de 1962; spring of 1950
    _form("months", r"\b~m1~(?:[\s,]{1,3}~y0~)?~to~~m2~[\s,.]{1,4}~y1~"),
    _form("month", r"\b~m1~[\s,]{1,3}(?:del?\s{1,3}|of\s{1,3})?~y1~"),
    _form("season", rf"(?i:\b(?P<season>{'|'.join(SEASONS)}))(?:\s{{1,3}}of)?[\s,]{{1,3}}~year~"),
)  # fmt: skip
# Without a year: read only where a nearby date may lend its own.
PARTIAL: tuple[Form, ...] = (
    _form("partial-days", r"~free~~d1~(?P<s>~to~)~d2~~of~~named~"),
    _form("partial-days", r"\b~named~\s{1,3}~d1~(?P<s>~to~)~d2~(?![\d:]|\s{0,3}~clock~)"),
    _form("partial", r"~free~~d1~~of~~named~(?P<this> of this year)?"),
    _form("partial", r"\b~named~\s{1,3}~d1~(?![\d:])(?P<this> of this year)?"),
    _form("partial", r"~free~(?P<d1>\d{1,2})[./]~r~(?!\w)"),
    # the 5th instant, 12th ult., 15. huius, 25. passato
    _form(
        "instant",
        rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th|d|\.)?\s{{1,3}}(?P<inst>{'|'.join(OTHER_MONTHS)})(?:ant|imo|[io])?\b\.?",
    ),
    # 27.10 at 22 GMT
    _form("partial-numeric", r"~free~(?P<a>\d{1,2})(?P<s>\.)(?P<b>\d{2})(?=\.?\s{1,3}at\s{1,3}\d)"),
)
