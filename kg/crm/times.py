"""Dates -> E52 time-spans and E54 durations (CIDOC CRM 7.1.3, P82a, P82b, P170i, P191)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from rdflib import XSD, Literal, URIRef

from kg.crm.dossier import Dossier, Triples, described, english
from kg.dates import contradiction, time_span
from kg.errors import Place, ReadingError
from kg.iris import CRM, EDTF, duration_of, kgv, time_of
from kg.model import Document, Event, WrittenDate

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_HOURS = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_LONG = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
# Of the dates that a page gives, the ones that may date the writing, the best first.
_DATES_WRITING = ("written", "page", "sent")


@dataclass(frozen=True, slots=True)
class When:
    """When something was: a label, bounds as ISO 8601 date-times with offset, EDTF, a duration.

    Whatever is not known is None.
    """

    label: str
    earliest: str | None = None
    latest: str | None = None
    edtf: str | None = None
    duration: str | None = None
    note: str | None = None


def date_label(edtf: str) -> str:
    """A date in words where it is a plain day or month, else the EDTF as it is."""
    if found := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?", edtf):
        day = f"{int(found[3])} " if found[3] else ""
        return f"{day}{_MONTHS[int(found[2]) - 1]} {found[1]}"
    return edtf


def written_date(document: Document) -> WrittenDate | None:
    """The date that dates the writing of a document: of several, one that agrees with the page's."""
    page = next((one.edtf for one in document.dates if one.kind == "page" and one.edtf), None)
    dated = [one for kind in _DATES_WRITING for one in document.dates if one.kind == kind and one.edtf]
    best = [one for one in dated if one.kind == dated[0].kind]
    agreeing = [one for one in best if page and one.edtf and not contradiction(one.edtf, page)]
    return next(iter(agreeing or best), None)


def dated_note(dated: WrittenDate) -> str | None:
    """What is odd about a date, and what the markup says instead where it contradicts the writing."""
    tagged = f"the markup of the source says {dated.tagged}" if dated.tagged else None
    return "; ".join(note for note in (dated.note, tagged) if note) or None


def on(
    dossier: Dossier, edtf: str, time: str | None = None, note: str | None = None, zone: str | None = None
) -> When:
    """A date with or without a time of day, bounded in all the zones it may be in, or in its own zone.

    Raises ReadingError where it is no date that has bounds.
    """
    begin, _, end = edtf.partition("/")
    if ".." in (begin, end):
        label = f"until {date_label(end)}" if begin == ".." else f"from {date_label(begin)}"
        earliest = None if begin == ".." else on(dossier, begin).earliest
        return When(label, earliest, None if end == ".." else on(dossier, end).latest, edtf, note=note)
    try:
        span = time_span(edtf, time, zones=(zone,) if zone and time else dossier.zones)
    except ValueError as error:
        raise ReadingError(str(error), place=Place(dossier.document.key), mend="Mend that date.") from error
    label = f"{date_label(edtf)}, {time}" if time else date_label(edtf)
    return When(label, span.earliest, span.latest, span.edtf, note=note)


def before(dossier: Dossier, edtf: str) -> When:
    """Some time before a date: an upper bound, at the date's first instant in the zone farthest west."""
    day = on(dossier, edtf)
    latest = f"{day.earliest}"[:19] + f"{day.latest}"[19:]
    sooner = None
    if _DAY.fullmatch(edtf):
        sooner = f"[..{date.fromisoformat(edtf) - timedelta(days=1)}]"
    return When(f"before {day.label}", latest=latest, edtf=sooner)


def writing(dossier: Dossier) -> When | None:
    """When the document was written: on its date, and before it was printed where that is known."""
    dated = written_date(dossier.document)
    if dated is None or dated.edtf is None:
        return None
    when = on(dossier, dated.edtf, note=dated_note(dated))
    printed = next((d for d in dossier.document.dates if d.kind == "printed" and d.edtf and d.time), None)
    if printed is None or printed.edtf is None:
        return when
    limit = on(dossier, printed.edtf, printed.time, zone=printed.zone)
    return replace(when, label=f"{when.label}, before its printing at {printed.time}", latest=limit.latest)


def of_event(dossier: Dossier, event: Event) -> When | None:
    """When an event of the reading was, as far as the reading says."""
    if event.date:
        when = on(dossier, event.date, event.time)
    elif event.before:
        when = before(dossier, event.before)
    elif event.duration:
        when = When("date not known")
    else:
        return None
    return replace(when, duration=event.duration)


def e52_time_span(event: URIRef, when: When) -> Triples:
    """The time-span of an event."""
    node = time_of(event)
    yield event, CRM["P4_has_time-span"], node
    yield from described(node, when.label, CRM["E52_Time-Span"])
    if when.earliest:
        yield node, CRM["P82a_begin_of_the_begin"], Literal(when.earliest, datatype=XSD.dateTime)
    if when.latest:
        yield node, CRM["P82b_end_of_the_end"], Literal(when.latest, datatype=XSD.dateTime)
    if when.edtf:
        yield node, CRM["P170i_time_is_defined_by"], Literal(when.edtf, datatype=EDTF)
    if when.note:
        yield node, CRM["P3_has_note"], english(when.note)
    if when.duration:
        yield from e54_duration(node, when.duration)


def e54_duration(time: URIRef, duration: str) -> Triples:
    """How long a time-span lasted: in months for years and months, else in hours.

    Raises ReadingError for what is no ISO 8601 duration of either kind; a month has no fixed length,
    so the two do not mix.
    """
    value, unit = _measured(duration)
    node = duration_of(time)
    yield time, CRM["P191_had_duration"], node
    yield from described(node, f"{value} {unit}{'' if value == '1' else 's'}", CRM["E54_Dimension"])
    yield node, CRM["P90_has_value"], Literal(value, datatype=XSD.decimal)
    yield node, CRM["P91_has_unit"], kgv(f"unit/{unit}")


def _measured(duration: str) -> tuple[str, str]:
    if (found := _LONG.fullmatch(duration)) and any(found.groups()):
        years, months = (int(part or 0) for part in found.groups())
        return str(12 * years + months), "month"
    if (found := _HOURS.fullmatch(duration)) and any(found.groups()):
        days, hours, minutes, seconds = (Decimal(part or 0) for part in found.groups())
        total = days * 24 + hours + minutes / 60 + seconds / 3600
        return f"{total.quantize(Decimal('0.0001')).normalize():f}", "hour"
    raise ReadingError(
        f"'{duration}' is no duration that can be counted in hours or in months",
        mend="Write one such as PT2H30M, P3D or P1Y6M.",
    )
