"""Datelines: what is printed, what is tagged, what arrived when, and where they contradict."""

from __future__ import annotations

import pytest

from kg.converters.tei.abroad import read_abroad
from kg.converters.tei.dating import tagged_when
from kg.model import WrittenDate
from tests.converters.teifiles import document, element


def dates(dateline: str) -> tuple[WrittenDate, ...]:
    return document(f"<head>Mr. Hale to Mr. Lake</head><dateline>{dateline}</dateline><p>Come.</p>").dates


def shown(dateline: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(one.kind, one.edtf, one.time, one.tagged) for one in dates(dateline)]


@pytest.mark.parametrize(
    ("dateline", "found"),
    [
        ("Oslo, <date when='1880-05-03'>May 3, 1880</date>.", [("written", "1880-05-03", None, None)]),
        ("<date when='1880-05-03'>May 3d</date>", [("written", "1880-05-03", None, None)]),
        ("<date when='1880-05-04'>May 3, 1880</date>", [("written", "1880-05-03", None, "1880-05-04")]),
        ("<date when='1880-05'>May 3, 1880</date>", [("written", "1880-05-03", None, None)]),
        ("<date when='--05-03'>May 3, 1880</date>", [("written", "1880-05-03", None, None)]),
        ("<date when='0188-05-03'>May 3, 1880</date>", [("written", "1880-05-03", None, "0188-05-03")]),
        ("<date when='1955-01-08T14:00:00+08:30'>January 8, 1955, 2 p.m.</date>",
         [("written", "1955-01-08", "14:00", None)]),
        ("<date when='1955-01-08T14:00:00'>January 8</date>", [("written", "1955-01-08", "14:00", None)]),
        ("<date notBefore='1955-01-08' notAfter='1955-01-10'>early January</date>",
         [("written", "1955-01-08/1955-01-10", None, None)]),
        ("<date from='1919-01-05' to='1919-01-06'>January 5-6, 1919</date>",
         [("written", "1919-01-05/1919-01-06", None, None)]),
        ("<date when='1880-05-03'>May 3, 1880</date>. (Received May 20.)",
         [("written", "1880-05-03", None, None), ("received", "1880-05-20", None, None)]),
        ("<date when='1918-11-12'>November 12, 1918</date>—noon<lb/>[Received November 13—6:15 p.m.]",
         [("written", "1918-11-12", "12:00", None), ("received", "1918-11-13", "18:15", None)]),
        ("<date when='1918-11-12'>November 12, 1918</date> [Rec’d 2:10 p.m.]",
         [("written", "1918-11-12", None, None), ("received", "1918-11-12", "14:10", None)]),
        ("<date when='1918-11-12'>November 12, 1918</date> [Received <date when='1918-11-14'>November 14"
         "</date>.]",
         [("written", "1918-11-12", None, None), ("received", "1918-11-14", None, None)]),
        ("Oslo [undated]. [Received November 14, 1918—5:45 a.m.]",
         [("received", "1918-11-14", "05:45", None)]),
        ("Oslo, May 3, 1880.", [("written", "1880-05-03", None, None)]),
        ("Oslo, Tuesday.", []),
    ],
)  # fmt: skip
def test_the_dates_of_a_dateline(
    dateline: str, found: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    assert shown(dateline) == found


def test_the_zone_of_the_markup_holds_for_the_time_that_both_give() -> None:
    (one,) = dates("<date when='1955-01-08T14:00:00+08:30'>January 8, 1955, 2 p.m.</date>")
    assert (one.time, one.zone, one.note) == ("14:00", "+08:30", None)
    (other,) = dates("<date when='1955-01-08T13:00:00+08:30'>January 8, 1955, 2 p.m.</date>")
    assert (other.time, other.zone, other.note) == ("14:00", None, "the markup: 13:00")


def test_a_contradiction_is_told_and_a_bad_tag_noted() -> None:
    one = document("<dateline><date when='1880-05-04'>May 3, 1880</date></dateline><p>Come.</p>")
    assert one.notes == ("the written date is printed 'May 3, 1880' (1880-05-03) and tagged 1880-05-04",)
    (odd,) = dates("<date when='--05-03'>May 3, 1880</date>")
    assert odd.note is not None
    assert "'--05-03' names no year" in odd.note


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("<placeName><hi>Oslo,</hi></placeName> <date when='1880-05-03'>May 3, 1880</date>", "Oslo"),
        ("[<placeName>Oslo</placeName>,] May 3, 1880", "Oslo"),
        ("Legation of Norland, Oslo, May 3, 1880", "Legation of Norland, Oslo"),
        ("U. S. S. “Heron,” at Sea, May 3, 1880", "U. S. S. “Heron,” at Sea"),
        ("May 3, 1880", None),
        ("[Received May 3, 1880]", None),
    ],
)
def test_the_place_of_a_dateline(dateline: str, place: str | None) -> None:
    found = document(f"<dateline>{dateline}</dateline><p>Come.</p>").place_from
    assert (found.text if found else None) == place


def test_a_heading_gives_its_last_date_where_there_is_no_dateline() -> None:
    statement = document("<head>Press Release Issued at Oslo, January 12, 1948</head><p>We met.</p>")
    assert [(one.kind, one.edtf) for one in statement.dates] == [("written", "1948-01-12")]
    assert document("<head>Draft of January 12, 1948, by Berg</head><p>We met.</p>").dates == ()


def test_an_open_end_is_a_note_and_no_date() -> None:
    when = tagged_when(element("<date notBefore='1932-12-20'/>"))
    assert when is not None
    assert (when.edtf, when.note) == (None, "not before 1932-12-20")
    assert tagged_when(element("<date>unknown</date>")) is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("18. Juli 1719", "1719-07-18"),
        ("den 3. Aprilis 1720", "1720-04-03"),
        ("21. Jänner 1720", "1720-01-21"),
        ("28t Februar 1814", "1814-02-28"),
        ("3 mars 1807", "1807-03-03"),
        ("1er août 1789", "1789-08-01"),
        ("12 de mayo de 1810", "1810-05-12"),
        ("31. Februar 1719", None),
        ("18. Juli", None),
        ("3. Mai 1719 und 4. Mai 1719", None),
        ("5 chairs 1719", None),
    ],
)
def test_days_in_other_languages(text: str, edtf: str | None) -> None:
    assert read_abroad(text) == edtf
