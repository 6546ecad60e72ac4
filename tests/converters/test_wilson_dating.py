"""The dates of a page: each instant with its own kind, read by the page's own evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.converters import convert
from kg.model import Document, WrittenDate

END = """
The envoy tells of a talk on the harbour and asks for instructions on the matter of the wood.
Author(s):
Document Information
Source
Rights
The History and Public Policy Program welcomes reuse of Digital Archive materials for research.
"""
TEXT = "I was received today by the head of the harbour office and talked with him for an hour."
Row = tuple[str, str | None, str | None]


def page(date: str, title: str, *lines: str) -> Document:
    text = "\n".join((date, title, *lines)) + END
    (document,) = convert("page.txt", text.encode())
    return document


def rows(document: Document) -> list[Row]:
    return [(one.kind, one.edtf, one.time) for one in document.dates]


def noted(document: Document, kind: str) -> WrittenDate:
    return next(one for one in document.dates if one.kind == kind)


def test_six_instants_of_one_telegram_are_not_interchanged() -> None:
    document = page(
        "October 30, 1962",
        "Telegram from the Embassy in Oslo",
        "Sent: 30.10.62 at 14:20",
        "Received in Moscow: 30.10.62 at 16:05",
        "Arrived at the 8th Directorate: 30.10.62 at 16:10",
        "Deciphered: 30.10.62 at 17:30",
        TEXT,
        "ORLENKO",
        "Signed on 29.10.62",
        "Typed by Petrova on 31.10.62",
    )
    assert rows(document) == [
        ("page", "1962-10-30", None),
        ("sent", "1962-10-30", "14:20"),
        ("received", "1962-10-30", "16:05"),
        ("arrived", "1962-10-30", "16:10"),
        ("deciphered", "1962-10-30", "17:30"),
        ("signed", "1962-10-29", None),
        ("typed", "1962-10-31", None),
    ]


def test_a_proven_month_first_date_decides_for_all_of_a_polish_telegram() -> None:
    document = page(
        "November 2, 1962",
        "Telegram from Polish Embassy in Oslo (Nowicki)",
        "Dispatched from Oslo on 10.31.1962 at 23:20 and received at 11.02.1962 at 01:24",
        "Came to the Decoding Department at 11.02.1962 at 02:00",
        TEXT,
    )
    assert rows(document)[1:] == [
        ("sent", "1962-10-31", "23:20"),
        ("received", "1962-11-02", "01:24"),
        ("arrived", "1962-11-02", "02:00"),
    ]


@pytest.mark.parametrize(
    ("date", "written", "title", "edtf", "note"),
    [
        ("February 11, 1977", "02/11/77", "Telegram from Oslo", "1977-02-11", None),
        ("November 2, 1977", "02/11/77", "Telegram from Oslo", "1977-11-02", None),
        ("March 4, 1953", "05.03.1953", "Telegram from Oslo", "1953-03-05", "next to the page's date"),
        ("1953", "05.03.1953", "Report, Embassy of Hungary", "1953-03-05?", "custom of Hungary"),
        ("1953", "05.03.1953", "Telegram from Oslo", "1953-03-05/1953-05-03", "nothing shows"),
    ],
)
def test_day_or_month_first(date: str, written: str, title: str, edtf: str, note: str | None) -> None:
    found = noted(page(date, title, written, TEXT), "written")
    assert found.edtf == edtf
    assert (note or "") in (found.note or "")
    assert (found.note is None) == (note is None)


def test_a_telegram_s_own_log() -> None:
    document = page(
        "October 27, 1962",
        "Telegram from Yugoslav Embassy in Oslo",
        "Sending: Oslo",
        "Received: 26.X 62. at 00.30",
        "No. 229",
        "Taken into process: 27.X 62. at 00.30",
        "Date: 27.X 1962",
        "Completed: 27.XI 62. at 08.00",
        "Very urgent",
        TEXT,
    )
    assert rows(document)[1:] == [
        ("received", "1962-10-26", "00:30"),
        ("processed", "1962-10-27", "00:30"),
        ("written", "1962-10-27", None),
        ("completed", "1962-11-27", "08:00"),
    ]
    assert noted(document, "received").note == "earlier than the writing"
    assert noted(document, "completed").note == "differs from the page's date"


def test_a_log_behind_a_line_that_looks_like_a_sentence() -> None:
    document = page(
        "November 28, 1962",
        "Cable from the Embassy in Oslo",
        "Telegram from Oslo File # 12540 P.",
        "Arrived: 28.11.62 19:25",
        "Processed: 28.11.62 22:10 G, HTS",
        "Dispatched: 29.11.62 06:00",
        TEXT,
    )
    assert [row[0] for row in rows(document)] == ["page", "received", "processed", "sent"]


def test_a_time_split_over_a_line_end_and_a_date_before_the_name() -> None:
    document = page(
        "January 13, 1951",
        "Ciphered telegram, Orlenko to the Foreign Ministry",
        "From OSLO No. 1309 20 hours 05",
        "minutes, 13.1.1951",
        TEXT,
        "13.1.51 ORLENKO",
        "Reference: no. 48 of 12 January 1951. The envoy was to visit the head of the harbour office.",
    )
    assert rows(document)[1:] == [("written", "1951-01-13", "20:05"), ("written", "1951-01-13", None)]
    assert [one.span.text for one in document.dates[1:]] == ["13.1.1951", "13.1.51"]


def test_the_diary_entry_its_period_and_its_stamps() -> None:
    document = page(
        "August 14, 1957",
        "Journal of Ambassador Orlenko for 14 August 1957",
        "Nº 182",
        "16/17 August 1957",
        "[faded image of a stamp:",
        "[[SECRET]]",
        "Incoming 02277-ss;",
        "28 August 1957]",
        "Copy Nº 1",
        "The Journal of Ambassador A. M. ORLENKO",
        "for the period 1 through 15 August 1957",
        "Oslo",
        "14 August 1957",
        TEXT,
    )
    assert rows(document)[1:] == [
        ("written", "1957-08-16/1957-08-17", None),
        ("received", "1957-08-28", None),
        ("period", "1957-08-01/1957-08-15", None),
        ("written", "1957-08-14", None),
    ]
    assert document.dates[1].note == "differs from the page's date"
    assert document.dates[-1].note is None


def test_notes_by_hand_are_not_the_writing() -> None:
    document = page(
        "June 26, 1958",
        "Journal of Ambassador Orlenko for 26 June 1958",
        "of AMBASSADOR A. I. ORLENKO in the Kingdom of Norway during the period",
        "14 to 30 June 1958",
        "[handwritten partly off the page:",
        "Ognev",
        "10 July 1958]",
        TEXT,
    )
    assert rows(document)[1:] == [("period", "1958-06-14/1958-06-30", None), ("noted", "1958-07-10", None)]


def test_the_time_of_sending_stands_at_the_first_words() -> None:
    document = page(
        "November 1, 1962",
        "Telegram from the Embassy in Oslo (Silva)",
        "TELEGRAM",
        "RECEIVED",
        "FROM THE EMBASSY IN OSLO",
        "ON/1/3/XI/62",
        f"815 – THURSDAY – 1900hrs – {TEXT}",
    )
    assert rows(document)[1:] == [("sent", "1962-11-01", "19:00"), ("received", "1962-11-03", None)]


def test_what_the_text_tells_of_dates_nothing() -> None:
    document = page(
        "April 1, 1949",
        "Letter to the Harbour Office",
        "Subject: the visit of 4 May 1948",
        "Reply to your letter sent on 3 March 1949",
        "My telegram of 5 March 1949",
        "My last letter to you was sent on 9 March 1949, later than usual, and I have little to add.",
        "On 21 February 1949 the head of the office came to see me and stayed for two whole hours.",
    )
    assert rows(document) == [("page", "1949-04-01", None)]


def test_a_date_without_a_year_takes_the_page_s() -> None:
    document = page("October 25, 1962", "Telegram from the Embassy in Oslo", "25 October", TEXT)
    assert rows(document)[1:] == [("written", "1962-10-25", None)]
    assert document.dates[1].note == "the year is not written; taken as 1962"


def test_a_text_s_date_that_differs_from_the_page_s_is_kept_beside_it() -> None:
    document = page("February 4, 1949", "Minutes of a talk in Oslo", "6. II. 1949", TEXT)
    assert rows(document) == [("page", "1949-02-04", None), ("written", "1949-02-06", None)]
    assert document.dates[1].note == "differs from the page's date"


def test_an_american_message_names_its_zone() -> None:
    document = page(
        "October 24, 1975", "Cable, US Embassy in Oslo", "R 240436Z OCT 75", "FM AMEMBASSY OSLO", TEXT
    )
    found = noted(document, "written")
    assert (found.edtf, found.time, found.zone) == ("1975-10-24", "04:36", "+00:00")


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        ("October 14, 1950", "1950-10-14"),
        ("November 02, 1956", "1956-11-02"),
        ("August 1973", "1973-08"),
        ("September, 1959", "1959-09"),
        ("1953", "1953"),
        ("1950-1953", "1950/1953"),
        ("1950s", "195X"),
        ("circa 1950", "1950~"),
        ("[1950?]", "1950?"),
        ("October 14, 1950 - October 20, 1950", "1950-10-14/1950-10-20"),
        ("Saturday, October 14, 1950", "1950-10-14"),
    ],
)
def test_the_page_s_date_in_all_its_forms(date: str, edtf: str) -> None:
    document = page(date, "Telegram from the Embassy in Oslo", TEXT)
    assert rows(document) == [("page", edtf, None)]
    assert document.dates[0].span.text == date


def test_the_pages_beside_the_checkout(shared: Path) -> None:
    for path in sorted((shared / "corpora" / "wilson").glob("*.page.txt")):
        (document,) = convert(path.name, path.read_bytes())
        first, *others = document.dates
        assert first.kind == "page"
        assert first.edtf is not None
        assert all(one.edtf == first.edtf for one in others), path.name
