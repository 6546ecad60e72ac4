"""Text -> dates as written, each with its EDTF reading; never a silent guess between two readings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.dates.days import day_of, year_of
from kg.dates.forms import FORMS, PARTIAL, Form
from kg.dates.order import Hint, Order, date_order, order_hints
from kg.dates.readers import NO_DAY, PAIRS, READERS, YEARLESS, Evidence, month_in, number

_ABOUT = re.compile(r"\b(?:circa|ca?\.|c|approx(?:imately|\.)|around|on or about)\s{0,2}$", re.IGNORECASE)
_PART = re.compile(
    r"\b(?P<part>early|mid|late|(?:the )?(?:beginning|middle|end|first half|second half) of)[\s-]{1,2}"
    r"(?:in |of )?$",
    re.IGNORECASE,
)
# Forms that the number of a document may look like, and what stands before a number.
_LIKE_NUMBERS = {"numeric", "partial", "partial-numeric"}
_NUMBERED = re.compile(r"(?:\b[Nn][oº°r]\.?|№|#)\s{0,2}$")
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_BARE_YEAR = r"(?:1[5-9]|20)[0-9][0-9]"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: code points [begin, end).

    edtf: level 1, None where the writing allows no reading. kind: sent or received where the form itself
    says so. note: what was odd or had to be taken from elsewhere, in words.
    """

    begin: int
    end: int
    edtf: str | None
    note: str | None = None
    kind: str | None = None


def find_dates(
    text: str,
    *,
    near: str | None = None,
    order: Mapping[str, Order] | None = None,
    hints: Mapping[str, Hint] | None = None,
    partial: bool = False,
) -> list[FoundDate]:
    """The dates written in a text, in its order.

    near: the EDTF date of the page; it lends the century to a year of two digits and, where `partial` asks
    for dates without a year, the year. order: which number is the day, by separator; hints: which is
    likely; without them the text's own dates decide (date_order, order_hints). What stays open between
    day and month is an interval with a note.
    """
    if not re.search(r"\d", text):
        return []
    if hints is None:
        hints = order_hints(text, near) if order is None else {}
    evidence = Evidence(near, date_order(text, near) if order is None else order, hints)
    taken = bytearray(len(text))
    dates: list[FoundDate] = []
    for form in FORMS + (PARTIAL if partial else ()):
        for found in form.pattern.finditer(text):
            begin, end = found.span()
            if any(taken[begin:end]) or (
                form.kind in _LIKE_NUMBERS and _NUMBERED.search(text, max(0, begin - 6), begin)
            ):
                continue
            read = list(_read(form, found, evidence))
            if read:
                taken[begin:end] = b"\x01" * (end - begin)
                dates += read
    return sorted(dates, key=lambda one: (one.begin, one.end, one.kind == "received"))


def read_date(text: str, *, near: str | None = None) -> FoundDate | None:
    """The one date that a text consists of, blanks and a full stop at its end aside, else None.

    A bare year of four digits is a date here, and so are years (1950-1953), a decade (the 1950s), a
    database's digits (19500922, with 00 for what is not known), and any date in brackets or behind 'circa'
    or a day of the week.
    """
    begin, end = len(text) - len(text.lstrip()), len(text.rstrip())
    written = text[begin:end]
    if years := _read_years(written):
        return FoundDate(begin, end, *years)
    whole = re.fullmatch(
        rf"(?P<open>\[)?(?P<about>(?:circa|ca?\.)\s+)?{_WEEKDAY}(?P<date>.{{4,80}}?)\]?\.?", written
    )
    if whole is None:
        return None
    first = begin + whole.start("date")
    for found in find_dates(text[:end], near=near):
        rest = text[found.end : end]
        if found.begin == first and rest in (("]", ".]", "].") if whole["open"] else ("", ".")):
            note = _joined("the date is supplied by an editor" if whole["open"] else None, found.note)
            return replace(found, begin=begin, end=end if whole["open"] else found.end, note=note)
    return None


def _read_years(written: str) -> tuple[str, str | None] | None:
    """Whole texts that name a year or years and no more."""
    if re.fullmatch(_BARE_YEAR, written):
        return written, None
    if found := re.fullmatch(rf"(?:circa|ca?\.|about)\s{{1,2}}({_BARE_YEAR})|({_BARE_YEAR})~", written):
        return f"{found[1] or found[2]}~", "circa"
    if found := re.fullmatch(rf"\[({_BARE_YEAR})(\?)?\]|({_BARE_YEAR})\?", written):
        year, doubt = found[1] or found[3], "?" if found[2] or found[3] else ""
        return f"{year}{doubt}", f"the year {written} is supplied by an editor" if found[1] else "doubtful"
    if found := re.fullmatch(rf"((?:1[89]|20)[0-9][0-9])\s?[-–—/]\s?({_BARE_YEAR}|[0-9][0-9])", written):
        last = found[2] if len(found[2]) == 4 else found[1][:2] + found[2]
        return (f"{found[1]}/{last}", None) if found[1] < last else None
    if found := re.fullmatch(r"(?:the )?(1[5-9][0-9]|20[0-9])0['’]?s", written):
        return f"{found[1]}X", None
    if found := re.fullmatch(rf"({_BARE_YEAR})(0[0-9]|1[0-2])([0-3][0-9])", written):
        year, month, day = found.groups()
        if month == "00" or day == "00":
            return (year if month == "00" else f"{year}-{month}"), None
        edtf = day_of(int(year), int(month), int(day))
        return (edtf, None) if edtf else None
    return None


def _read(form: Form, found: re.Match[str], evidence: Evidence) -> Iterator[FoundDate]:
    begin, end = found.span()
    fields = {name: value for name, value in found.groupdict().items() if value is not None}
    if form.kind in YEARLESS:
        edtf, note = YEARLESS[form.kind](fields, evidence)
        if edtf or not evidence.near:
            yield FoundDate(begin, end, edtf, note)
        return
    year, note = year_of(fields["y1"], evidence.near)
    if form.kind in PAIRS:
        for kind, day in zip(PAIRS[form.kind], (fields["d1"], fields["d2"]), strict=True):
            edtf = day_of(year, month_in(fields), number(day))
            yield FoundDate(begin, end, edtf, note if edtf else NO_DAY, kind)
        return
    if not 1 <= year <= 9999:
        yield FoundDate(begin, end, None, "there is no such year")
        return
    edtf, odd = READERS[form.kind](year, fields, evidence)
    if edtf or form.sure:
        edtf, qualified = _qualified(found, edtf)
        edtf = f"{edtf}?" if edtf and re.fullmatch(r"[\d-]+", edtf) and "?" in fields["y1"] else edtf
        yield FoundDate(begin, end, edtf, _joined(odd or note, qualified))


def _qualified(found: re.Match[str], edtf: str | None) -> tuple[str | None, str | None]:
    """A date with what stands before it: circa makes it approximate, 'early' is noted."""
    before = found.string[max(0, found.start() - 20) : found.start()]
    if edtf and re.fullmatch(r"[\d-]+", edtf):
        if _ABOUT.search(before):
            return f"{edtf}~", "circa"
        if len(edtf) == 7 and (part := _PART.search(before)):
            return edtf, f"'{part['part']}' of it"
    return edtf, None


def _joined(*notes: str | None) -> str | None:
    return "; ".join(note for note in notes if note) or None
