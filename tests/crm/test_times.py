from __future__ import annotations

import pytest
from rdflib import XSD, Literal

from kg.crm.times import (
    When,
    before,
    date_label,
    e52_time_span,
    e54_duration,
    of_event,
    on,
    writing,
    written_date,
)
from kg.errors import ReadingError
from kg.iris import CRM, EDTF, duration_of, kgv, time_of
from kg.model import Event, WrittenDate
from tests.small import D, at, dossier, graph_of, note

ZONES = ("+03:00", "+09:00")
EVENT = D.event("visit")


def event(**fields: str) -> Event:
    return Event("visit", "A visit", "activity", "conversation", "first-hand", (), **fields)


@pytest.mark.parametrize(
    ("edtf", "label"),
    [
        ("1950-09-22", "22 September 1950"),
        ("1950-09", "September 1950"),
        ("1950", "1950"),
        ("1950-09-22?", "1950-09-22?"),
        ("1950-22", "1950-22"),
    ],
)
def test_plain_dates_are_written_out(edtf: str, label: str) -> None:
    assert date_label(edtf) == label


def test_bounds_span_all_zones() -> None:
    when = on(dossier(zones=ZONES), "1950-09-22", "20:30")
    assert when.label == "22 September 1950, 20:30"
    assert (when.earliest, when.latest) == ("1950-09-22T20:30:00+09:00", "1950-09-22T20:30:59+03:00")


def test_writing_ends_with_the_printing() -> None:
    dates = (
        WrittenDate("printed", at("said"), "1950-09-22", "20:30"),
        WrittenDate("page", at("her"), "1950-09-23"),
        WrittenDate("written", at("rains"), "1950-09-22", note="odd"),
    )
    when = writing(dossier(note(dates=dates), zones=ZONES))
    assert when == When(
        "22 September 1950, before its printing at 20:30",
        "1950-09-22T00:00:00+09:00",
        "1950-09-22T20:30:59+03:00",
        "1950-09-22",
        note="odd",
    )
    assert writing(dossier(note(dates=dates[:1]), zones=ZONES)) is None


def test_before_a_day_gives_only_an_upper_bound() -> None:
    when = before(dossier(zones=ZONES), "1950-03-01")
    assert (when.earliest, when.latest) == (None, "1950-03-01T00:00:00+03:00")
    assert when.edtf == "[..1950-02-28]"
    assert before(dossier(zones=ZONES), "1950-03").edtf is None


def test_open_intervals_keep_the_bound_they_have() -> None:
    until, since = on(dossier(), "../1950-03-01"), on(dossier(), "1950-03/..")
    assert (until.earliest, until.latest) == (None, "1950-03-01T23:59:59+02:00")
    assert (since.earliest, since.latest) == ("1950-03-01T00:00:00+02:00", None)
    assert until.label == "until 1 March 1950"


def test_a_date_that_is_none_names_the_document() -> None:
    with pytest.raises(ReadingError, match="note-1"):
        on(dossier(), "1950-13-45")


def test_an_event_is_dated_as_the_reading_dates_it() -> None:
    assert of_event(dossier(), event()) is None
    dated = of_event(dossier(), event(date="1950-09-21", duration="PT2H30M"))
    assert dated is not None
    assert (dated.label, dated.duration) == ("21 September 1950", "PT2H30M")
    lasting = of_event(dossier(), event(duration="PT1H"))
    assert lasting is not None
    assert (lasting.earliest, lasting.duration) == (None, "PT1H")


def test_a_time_span_says_what_is_known_and_no_more() -> None:
    node = time_of(EVENT)
    graph = graph_of(e52_time_span(EVENT, before(dossier(), "1950-03-01")))
    assert (EVENT, CRM["P4_has_time-span"], node) in graph
    assert not list(graph.objects(node, CRM["P82a_begin_of_the_begin"]))
    latest = Literal("1950-03-01T00:00:00+02:00", datatype=XSD.dateTime)
    assert graph.value(node, CRM["P82b_end_of_the_end"]) == latest
    edtf = graph.value(node, CRM["P170i_time_is_defined_by"])
    assert isinstance(edtf, Literal)
    assert edtf.datatype == EDTF


@pytest.mark.parametrize(
    ("duration", "value", "unit"),
    [
        ("PT2H30M", "2.5", "hour"),
        ("P1DT12H", "36", "hour"),
        ("PT20M", "0.3333", "hour"),
        ("PT100H", "100", "hour"),
        ("P1Y6M", "18", "month"),
        ("P2M", "2", "month"),
    ],
)
def test_durations_are_counted_in_hours_or_in_months(duration: str, value: str, unit: str) -> None:
    node = duration_of(time_of(EVENT))
    graph = graph_of(e54_duration(time_of(EVENT), duration))
    assert graph.value(node, CRM["P90_has_value"]) == Literal(value, datatype=XSD.decimal)
    assert graph.value(node, CRM["P91_has_unit"]) == kgv(f"unit/{unit}")


@pytest.mark.parametrize("duration", ["P", "PT", "P1MT2H", "2 hours"])
def test_what_is_no_countable_duration_is_refused(duration: str) -> None:
    with pytest.raises(ReadingError, match="PT2H30M"):
        list(e54_duration(time_of(EVENT), duration))


def test_a_named_zone_is_the_only_one() -> None:
    when = on(dossier(zones=ZONES), "1950-09-22", "20:30", zone="+00:00")
    assert (when.earliest, when.latest) == ("1950-09-22T20:30:00+00:00", "1950-09-22T20:30:59+00:00")


def test_of_several_written_dates_the_page_s_dates_the_writing() -> None:
    dates = (
        WrittenDate("page", at("her"), "1950-09-22"),
        WrittenDate("written", at("said"), "1950-08-01"),
        WrittenDate("written", at("rains"), "1950-09-22"),
    )
    assert written_date(note(dates=dates)) == dates[2]
    assert written_date(note(dates=dates[:2])) == dates[1]
    assert written_date(note(dates=dates[:1])) == dates[0]
    assert written_date(note(dates=())) is None
