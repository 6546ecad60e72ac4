"""Datelines: each instant with its kind, its time and its zone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kg.dates import contradiction, read_line, read_when

Row = tuple[str, str, str | None]
# line, page's date, (kind, EDTF, time) of each instant
ROWS: tuple[tuple[str, str | None, tuple[Row, ...]], ...] = (
    (
        "Paris, June 5, 1919—4 p.m. [Received June 6—3:15 a.m.]",
        None,
        (("written", "1919-06-05", "16:00"), ("received", "1919-06-06", "03:15")),
    ),
    (
        "Lima, January 3, 1919—12 noon.[Received 2:45 p.m.]",
        None,
        (("written", "1919-01-03", "12:00"), ("received", "1919-01-03", "14:45")),
    ),
    (
        "Tokyo [undated]. [Received November 13, 1918—5:23 p.m.]",
        None,
        (("received", "1918-11-13", "17:23"),),
    ),
    (
        "BERLIN, Sept. 30, '72. (Received Oct. 16.)",
        "1872",
        (("written", "1872-09-30", None), ("received", "1872-10-16", None)),
    ),
    (
        "Sent from Oslo on 05.29.1962 at 12:30 and received at 05.29.1962 at 20:24",
        None,
        (("sent", "1962-05-29", "12:30"), ("received", "1962-05-29", "20:24")),
    ),
    ("Came to the Decoding Department at 05.29.1962 at 23:00", None, (("arrived", "1962-05-29", "23:00"),)),
    (
        "From…Oslo…dispatched on 01.22 at 23:30 hours…received on 01.23. at 10:56 hours...",
        "1963-01-22",
        (("sent", "1963-01-22", "23:30"), ("received", "1963-01-23", "10:56")),
    ),
    (
        "Came in to the Decoding Department…01.23. at 12:15 hours…",
        "1963-01-22",
        (("arrived", "1963-01-23", "12:15"),),
    ),
    ("From Correspondent 20 Sent 1.7.51 5:30", "1951-07-01", (("sent", "1951-07-01", "05:30"),)),
    (
        "Dispatched to 8th Administration of the Staff 1.7.51 7:25",
        "1951-07-01",
        (("arrived", "1951-07-01", "07:25"),),
    ),
    ("Tenth Department Received 18:35 21.XI.1951", None, (("received", "1951-11-21", "18:35"),)),
    ("Arrived: 24.10.62 16:30", "1962", (("received", "1962-10-24", "16:30"),)),
    ("Processed: 24.10.62 17:30 Office of the Head, G, 6", "1962", (("processed", "1962-10-24", "17:30"),)),
    ("Taken into process: 1.XI 62. at 15.00", "1962", (("processed", "1962-11-01", "15:00"),)),
    ("Completed: 27.XI 62. at 08.00", "1962", (("completed", "1962-11-27", "08:00"),)),
    ("Received on 4:10 am, 14 May 1950", None, (("received", "1950-05-14", "04:10"),)),
    ("From: Oslo    No. 49201    Time: 6:40    Date: 27/X/1962", None, (("written", "1962-10-27", "06:40"),)),
    ("Received 19:55 13.June.1951", None, (("received", "1951-06-13", "19:55"),)),
    ("Deciphered 14.10.50 at 9:47", "1950", (("deciphered", "1950-10-14", "09:47"),)),
    ("Typed by Orlova on 14.X.50", "1950", (("typed", "1950-10-14", None),)),
    ("14 May 1950, received", None, (("received", "1950-05-14", None),)),
    ("No. 1258 22 September 1950 2030*", None, (("written", "1950-09-22", None),)),
    ("No. 1258 22 September 1950 2030", None, (("written", "1950-09-22", "20:30"),)),
    ("From OSLO No. 1309 20 hours 05\nminutes, 13.1.1951", None, (("written", "1951-01-13", "20:05"),)),
    ("for the period 29 June through 8 August 1960", None, (("period", "1960-06-29/1960-08-08", None),)),
    ("Embassy in Norway 10:00, 2 November 1956", None, (("written", "1956-11-02", "10:00"),)),
    ("ON/22/23/X/62", "1962", (("sent", "1962-10-22", None), ("received", "1962-10-23", None))),
    ("stamp: Incoming 02277-ss; 28 August 1957", None, (("received", "1957-08-28", None),)),
    ("5 copies 14 May 1950", None, (("written", "1950-05-14", None),)),
    ("12 May 1997, 2.30 p.m. - 3.45 p.m.", None, (("written", "1997-05-12", "14:30"),)),
    ("[Undated.]", None, ()),
    ("Received:", None, ()),
)


@pytest.mark.parametrize(("line", "near", "instants"), ROWS)
def test_a_dateline(line: str, near: str | None, instants: tuple[Row, ...]) -> None:
    found = read_line(line, near=near)
    assert tuple((one.kind, one.edtf, one.time) for one in found) == instants


def test_an_impossible_time_is_kept_as_a_note() -> None:
    (found,) = read_line("at 13:30 p.m. on 4 January 1950")
    assert (found.edtf, found.time) == ("1950-01-04", None)
    assert found.note == "'13:30 p.m.' is no time: a twelve-hour clock has no hour 13"


def test_a_zone_is_kept_where_it_is_named() -> None:
    (found,) = read_line("(27.10 at 22 GMT)", near="1962-10-28")
    assert (found.edtf, found.time, found.zone) == ("1962-10-27", "22:00", "+00:00")
    (local,) = read_line("13.6.51 at 22:00 Moscow time", near="1951")
    assert (local.time, local.zone, local.note) == ("22:00", None, "Moscow time")


def test_a_time_alone_takes_the_day_that_is_given() -> None:
    (found,) = read_line("Sent at 20:30", day="1950-09-22")
    assert (found.kind, found.edtf, found.time) == ("sent", "1950-09-22", "20:30")
    assert found.note == "the day is not written; taken from the date before"
    assert read_line("Sent at 20:30") == []


@given(st.text(max_size=120), st.sampled_from([None, "1950-09-22", "1950-09", "1950", "195X"]))
def test_no_line_raises(text: str, near: str | None) -> None:
    for one in read_line(text, near=near):
        assert 0 <= one.begin < one.end <= len(text)


TEI = "{http://www.tei-c.org/ns/1.0}"


@pytest.mark.parametrize("volume", ["frus1872p2v5", "frus1894Nicaragua", "frus1919Parisv01"])
def test_the_datelines_of_the_volumes_beside_the_checkout(shared: Path, volume: str) -> None:
    """All are read from their words alone; what then contradicts @when are slips of the markup, below 1 %."""
    near: str | None = None
    read = contradicted = dated = 0
    path = shared / "corpora" / "frus" / f"{volume}.xml"
    for _, element in etree.iterparse(str(path), tag=f"{TEI}dateline", resolve_entities=False):
        text = " ".join("".join(element.itertext()).split())
        instants = read_line(text, near=near)
        near = next((one.edtf for one in instants if one.edtf and len(one.edtf) == 10), near)
        assert ("eceived" in text) == any(one.kind == "received" for one in instants), text
        for date in element.iter(f"{TEI}date"):
            when = read_when(date.get("when") or "/".join(str(value) for value in date.attrib.values())).edtf
            written = next((one.edtf for one in instants if one.kind == "written"), None)
            dated += 1
            read += written is not None
            contradicted += bool(written and when and contradiction(written, when))
    assert read == dated > 100
    assert contradicted <= 4
