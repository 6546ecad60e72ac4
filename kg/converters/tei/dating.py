"""Datelines and tagged dates -> WrittenDate: what is printed, what the markup says, and where they differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.converters.tei.abroad import find_abroad, read_abroad
from kg.converters.tei.markup import Element, local
from kg.converters.tei.writer import RECEIVED, Written
from kg.dates import FoundTime, contradiction, find_dates, find_times, read_date, read_when
from kg.model import Span, WrittenDate

_UNDATED = re.compile(r"\bundated\b|\bno date\b|\bn\. ?d\.", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PLACE = re.compile(r"[\[(\s]*(?P<place>[^\W\d_][^\d\[\]()\n]{2,60}?)[\s,.;:\[\](]*$")
_PLACES = ("placeName", "settlement", "geogName")


@dataclass(frozen=True, slots=True)
class When:
    """What the attributes of a date say: EDTF, time of day, what was odd, and UTC offset; each if known."""

    edtf: str | None
    time: str | None = None
    note: str | None = None
    zone: str | None = None


def tagged_when(element: Element) -> When | None:
    """The date of @when, of @from and @to, or of @notBefore and @notAfter; None where there is no such."""
    when = element.get("when") or element.get("when-iso")
    begin = element.get("from") or element.get("notBefore")
    end = element.get("to") or element.get("notAfter")
    if when:
        read = read_when(when)
        return When(read.edtf, read.time[:5] if read.time else None, read.note, read.zone)
    if begin and end:
        read = read_when(f"{begin}/{end}")
        return When(read.edtf, note=read.note)
    if begin or end:
        limit = read_when(begin or end or "")
        said = f"{'not before' if begin else 'not after'} {limit.edtf or begin or end}"
        return When(None, note=said)
    return None


def written_date(
    written: Written, span: Span, when: When | None, kind: str, *, behind: str = "", near: str | None = None
) -> WrittenDate:
    """A date as printed, with its reading; where the markup contradicts it, both are kept.

    behind: what the dateline says behind the date, where its time of day may stand. near: an EDTF day that
    lends its year and day to what is printed without. The markup is read where the print gives no whole day.
    """
    dates = find_dates(span.text, near=near, partial=near is not None)
    bare = None if dates else read_date(span.text)
    printed = dates[0].edtf if dates else bare.edtf if bare else read_abroad(span.text)
    note = dates[0].note if dates else None
    clock = next(iter(find_times(span.text) or find_times(behind)), None)
    tagged = when.edtf if when else None
    if when and when.note:
        note = f"{note}; the markup: {when.note}" if note else f"the markup: {when.note}"
    if printed and tagged and contradiction(printed, tagged):
        return WrittenDate(kind, span, printed, _of_day(printed, clock.time if clock else None), note, tagged)
    edtf = printed if printed and (_DAY.fullmatch(printed) or not tagged) else tagged or printed
    if edtf == tagged and when and printed != edtf:
        note = f"the markup: {when.note}" if when.note else None
    return _timed(WrittenDate(kind, span, edtf, None, note), clock, when)


def _timed(date: WrittenDate, clock: FoundTime | None, when: When | None) -> WrittenDate:
    """A date with its time of day: the printed one, else the markup's; the markup's zone where both agree."""
    time = clock.time if clock and clock.time else when.time if when else None
    if not time or not date.edtf or not _DAY.fullmatch(date.edtf):
        return date
    agree = when is not None and when.time == time
    zone = (clock.zone if clock else None) or (when.zone if when and agree else None)
    note = date.note
    if when and when.time and not agree:
        note = "; ".join(part for part in (note, f"the markup: {when.time}") if part)
    return replace(date, time=time, zone=zone, note=note)


def _of_day(edtf: str | None, time: str | None) -> str | None:
    return time if edtf and _DAY.fullmatch(edtf) else None


def disagreements(dates: Sequence[WrittenDate]) -> tuple[str, ...]:
    """A line for each date that the print and the markup give differently."""
    return tuple(
        f"the {one.kind} date is printed '{one.span.text}' ({one.edtf}) and tagged {one.tagged}"
        for one in dates
        if one.tagged
    )


def differing_days(dates: Sequence[WrittenDate]) -> Iterator[str]:
    """A line where the header's date of sending and the letter's own dateline exclude each other."""
    sent = next((one for one in dates if one.kind == "sent" and one.edtf), None)
    own = next((one for one in dates if one.kind == "written" and one.edtf), None)
    if sent and own and sent.edtf and own.edtf and contradiction(sent.edtf, own.edtf):
        header, letter = (f"'{one.span.text}' ({one.edtf})" for one in (sent, own))
        yield f"sent {header} by the header, {letter} by the letter"


def dateline_dates(written: Written, datelines: Sequence[Element]) -> Iterator[WrittenDate]:
    """The dates of a document's datelines: tagged ones, received ones, and those printed and not tagged."""
    near: str | None = None
    for dateline in datelines:
        found = list(_dateline(written, dateline, near))
        near = near or next((one.edtf for one in found if one.edtf and _DAY.fullmatch(one.edtf)), None)
        yield from found


def _dateline(written: Written, dateline: Element, near: str | None) -> Iterator[WrittenDate]:
    line = written.of(dateline)
    if line is None:
        return
    arrivals = list(RECEIVED.finditer(line.text))
    marked = [one for one in dateline.iter() if local(one) in ("date", "time")]
    tagged = [(one, span) for one in marked if local(one) == "date" and (span := written.of(one))]
    done: list[Span] = []
    for n, (element, span) in enumerate(tagged):
        stop = tagged[n + 1][1].begin if n + 1 < len(tagged) else line.end
        arrival = next(
            (one.start() + line.begin for one in arrivals if one.start() + line.begin > span.begin), stop
        )
        received = any(one.start() <= span.begin - line.begin < one.end() for one in arrivals)
        found = written_date(
            written, _whole(written, span, line), tagged_when(element), "received" if received else "written",
            behind=written.text[span.end : min(stop, arrival)], near=near if received else None,
        )  # fmt: skip
        near = near or (found.edtf if found.edtf and _DAY.fullmatch(found.edtf) else None)
        done.append(found.span)
        yield _met(found, element)
    if not tagged:
        head = line.text[: arrivals[0].start()] if arrivals else line.text
        for one in _untagged(written, line.begin, head, "written", near):
            near = near or one.edtf
            yield one
    for arrival_ in arrivals:
        begin, end = (line.begin + at for at in arrival_.span("rest"))
        if not any(begin <= span.begin < end for span in done):
            yield from _arrived(written, begin, arrival_["rest"], near)


def _whole(written: Written, span: Span, line: Span) -> Span:
    """The printed date without the stop or comma at its end."""
    text = span.text.rstrip(" ,;:.") if not re.search(r"[ap]\. ?m\.$", span.text) else span.text
    return written.span(span.begin, span.begin + len(text)) or span


def _met(found: WrittenDate, element: Element) -> WrittenDate:
    if element.get("type") == "conversation-or-meeting-date" and not found.note:
        return replace(found, note="the date of the conversation or meeting")
    return found


def _untagged(written: Written, begin: int, text: str, kind: str, near: str | None) -> Iterator[WrittenDate]:
    found = find_dates(text, near=near, partial=near is not None)[:1] or find_abroad(text)
    for one in found:
        span = written.span(begin + one.begin, begin + one.end)
        if span is not None:
            clock = next(iter(find_times(text[one.end :])), None)
            yield WrittenDate(
                kind, span, one.edtf, _of_day(one.edtf, clock.time if clock else None), one.note
            )


def _arrived(written: Written, begin: int, text: str, near: str | None) -> Iterator[WrittenDate]:
    """The date behind 'Received'; where only a time stands there, the day is the dateline's."""
    dates = list(_untagged(written, begin, text, "received", near))
    if dates:
        yield dates[0]
        return
    clock = next(iter(find_times(text)), None)
    span = written.span(begin + clock.begin, begin + clock.end) if clock else None
    if clock and span:
        note = (
            f"the day is not written; taken as {near}, the dateline's" if near else "the day is not written"
        )
        yield WrittenDate("received", span, near, clock.time if near else None, note)


def undated(written: Written, datelines: Sequence[Element], when: When | None) -> Iterator[WrittenDate]:
    """For a dateline that says it is undated, the date its editors give (frus:doc-dateTime)."""
    for dateline in datelines:
        line = written.of(dateline)
        found = _UNDATED.search(line.text) if line else None
        if line and found and when and when.edtf:
            span = written.span(line.begin + found.start(), line.begin + found.end())
            if span:
                yield WrittenDate("written", span, when.edtf, None, "undated; the date is the editors'")
                return


def head_date(written: Written, title: Span | None) -> Iterator[WrittenDate]:
    """The date at the end of a heading, for a document without dateline."""
    dates = find_dates(title.text) if title else []
    if title and len(dates) == 1 and not title.text[dates[0].end :].strip(" .,;)]"):
        span = written.span(title.begin + dates[0].begin, title.begin + dates[0].end)
        if span:
            yield WrittenDate("written", span, dates[0].edtf, None, dates[0].note)


def dateline_place(written: Written, datelines: Sequence[Element]) -> Span | None:
    """Where a document was written: the tagged place, else the words before the date."""
    for dateline in datelines:
        for one in dateline.iter():
            span = written.of(one) if local(one) in _PLACES else None
            if span:
                return _bare(written, span)
    for dateline in datelines:
        line = written.of(dateline)
        if line is None:
            continue
        dates, none = find_dates(line.text), _UNDATED.search(line.text)
        stop = none.start() if none else dates[0].begin if dates else 0
        found = _PLACE.match(line.text[:stop])
        if found and not _UNDATED.search(found["place"]) and not RECEIVED.search(found[0]):
            return written.span(line.begin + found.start("place"), line.begin + found.end("place"))
    return None


def _bare(written: Written, span: Span) -> Span | None:
    text = span.text.strip(" ,.;:[]()")
    begin = span.begin + span.text.find(text) if text else span.begin
    return written.span(begin, begin + len(text))
