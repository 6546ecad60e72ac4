"""Which lines date a document, and of what kind the lines around make them."""

from __future__ import annotations

import pytest

from kg.converters.wilson.datelines import dates_document, dating_lines, kind_above
from kg.converters.wilson.lines import Piece, page_lines

NEAR = "1950-09-22"
TEXT = "I was received today by the head of the harbour office and talked with him for an hour."


def pieces(*lines: str) -> list[Piece]:
    return [Piece("body", line) for line in page_lines("\n".join(lines))]


@pytest.mark.parametrize(
    "line",
    [
        "22 September 1950",
        "Oslo, 22 September 1950",
        "5 copies 22 September 1950",
        "New Delhi, 22 September 1950, My dear friend",
        "24. Nov. 1950",
        "Received in Oslo on 22.9.50",
        "25 September",
    ],
)
def test_a_line_that_dates(line: str) -> None:
    assert dates_document(line, NEAR)


@pytest.mark.parametrize(
    "line",
    [
        "Subject: the visit of 4 May 1950",
        "My telegram of 4 May 1950",
        "Reply to letter sent on 4 May 1950",
        "1. On the visit of 4 May 1950 to the harbour",
        "Copy sent on 4 May 1950",
        "Secretary of the harbour office",
        "4 May 1950: Arrival in Oslo",
        "4 May 1950 – Arrival in Oslo",
        "report from the meeting that was held on 4 May 1950",
    ],
)
def test_a_line_that_tells_of_a_date(line: str) -> None:
    assert not dates_document(line, NEAR)


def test_lines_among_sentences_need_a_label_or_nothing_but_a_date() -> None:
    page = pieces(
        "Telegram from Oslo File 125.",
        "Arrived: 28.11.62 19:25",
        TEXT,
        "On 4 May 1950 the head of the office came to see me and stayed for two hours.",
        "[…]",
        "13.1.51 ORLENKO",
        TEXT,
    )
    assert [page[at].text for at in dating_lines(page, NEAR)] == [
        "Arrived: 28.11.62 19:25",
        "13.1.51 ORLENKO",
    ]


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("[faded stamp:", "Incoming 022;", "28 August 1957]"), "received"),
        (("[stamp of the office:", "No. 5", "28 August 1957]"), "registered"),
        (("[handwritten:", "to Orlov", "28 August 1957]"), "noted"),
        (("IN NORWAY Secretariat", "28 August 1957] 09153"), "registered"),
        (("Received:", "28 August 1957"), "received"),
        (("of the ambassador for the period", "1 to 28 August 1957"), "period"),
        (("Wu [Xi", "28 August 1957"), "written"),
        (("TELEGRAM RECEIVED", "28 August 1957"), "written"),
        (("28 August 1957",), "written"),
    ],
)
def test_the_lines_above_make_the_kind(lines: tuple[str, ...], kind: str) -> None:
    page = pieces(*lines)
    assert kind_above(page, len(page) - 1) == kind
