"""Footnotes: which lines are, and which mark in the text each belongs to."""

from __future__ import annotations

import pytest

from kg.converters.wilson.footnotes import footnotes
from kg.converters.wilson.front import sort_body
from kg.converters.wilson.lines import Piece, page_lines


def notes(text: str) -> list[tuple[str, str, str | None]]:
    """(mark, text, the words before its mark in the text) of each footnote."""
    pieces = sort_body([Piece("body", line) for line in page_lines(text)])
    found = footnotes(pieces, text)
    return [(n.mark, n.text, text[n.anchor.begin - 6 : n.anchor.begin] if n.anchor else None) for n in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("To JELEN1 I write at once.\n\nA\n\n[1] The ambassador.", ("[1]", "The ambassador.", " JELEN")),
        ("I write to [Tito].1 He knows.\n\nA\n\n1 The marshal.", ("1", "The marshal.", "Tito].")),
        ("I write of the month[1] now.\n\n[1] Of March.", ("[1]", "Of March.", " month")),
        ("Printed at 2030* sharp.\n\n* Time of printing", ("*", "Time of printing", "t 2030")),
        ("ST-239 from 28.XI.198051 it is.\n\nA\n\n[51] A number.", ("[51]", "A number.", "I.1980")),
        ("I write of the month¹ now.\n\n¹ Of March.", ("¹", "Of March.", " month")),
        (
            "The text has lost its marks here.\n\n[1] A note that is left.",
            ("[1]", "A note that is left.", None),
        ),
    ],
)
def test_a_note_and_its_mark(text: str, found: tuple[str, str, str | None]) -> None:
    assert notes(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "1. I came to see you.\n\n2. I went home again.\n\nA",
        "Coded message No. 20411\n\n1. I report on bridges and on who mends them.\n\nA",
        "* a list\n\n* of things",
    ],
)
def test_numbers_of_paragraphs_and_bullets_are_no_notes(text: str) -> None:
    assert notes(text) == []


def test_notes_with_the_same_mark_have_each_their_own() -> None:
    text = "First letter[1] here.\n\n[1] One.\n\nSecond letter[1] here.\n\n[1] Two."
    pieces = sort_body([Piece("body", line) for line in page_lines(text)])
    first, second = footnotes(pieces, text)
    assert first.anchor is not None
    assert second.anchor is not None
    assert first.anchor.begin < first.span.begin < second.anchor.begin


def test_a_paragraph_between_two_notes_is_of_the_first() -> None:
    text = "A letter[1] and a reply[2].\n\nA\n\n[1] One.\n\nIt was long.\n\n[2] Two.\n\nB"
    assert notes(text)[:2] == [("[1]", "One.\nIt was long.", "letter"), ("[2]", "Two.", " reply")]
