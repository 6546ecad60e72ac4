"""A modern volume: conversations with participants, tabs, editorial notes, notes in notes (made up)."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.converters.tei import TEI
from kg.model import Document

VOLUME = Path(__file__).parent / "tei" / "modern1974.xml"


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    found = TEI.convert(VOLUME.name, VOLUME.read_bytes())
    return {one.key.removeprefix("modern1974-"): one for one in found if isinstance(one, Document)}


def test_every_document_and_tab_is_one(documents: dict[str, Document]) -> None:
    assert list(documents) == ["d1", "d1-d1a1", "d2", "d3", "d4"]
    assert documents["d1-d1a1"].part_of == "modern1974-d1"
    assert "The quota was set in 1971." not in documents["d1"].text
    assert documents["d1-d1a1"].title is not None
    assert documents["d1-d1a1"].title.text == "Paper Prepared in the Office of Coastal Affairs"


def test_a_conversation_has_no_sender_and_begins_when_it_began(documents: dict[str, Document]) -> None:
    one = documents["d1"]
    assert (one.sender, one.addressee) == (None, None)
    assert [(date.edtf, date.time) for date in one.dates] == [("1974-03-04", "15:00")]
    assert [span.text for span in one.classification] == ["Secret; Nodis; Cherokee"]


def test_a_word_over_a_page_break_and_beside_a_gloss_is_whole(documents: dict[str, Document]) -> None:
    text = documents["d1"].text
    assert "the FNCs meeting with empty hands" in text
    (page,) = documents["d1"].page_breaks
    assert (page.n, text[page.offset : page.offset + 2]) == ("4", "ty")


def test_a_note_in_a_note_and_a_table_are_kept(documents: dict[str, Document]) -> None:
    notes = {note.mark: note.text for note in documents["d1"].footnotes}
    assert notes == {
        "2": "The figures follow:\nHerring\t12,000",
        "a": "A handwritten note gives the time as 3 p.m.",
    }
    assert "1973\t14,500" in documents["d1"].text


def test_people_are_those_of_the_list(documents: dict[str, Document]) -> None:
    tagged = {(one.span.text, one.key) for one in documents["d1"].tagged if one.kind == "person"}
    assert {("Lindqvist", "p_LM1"), ("Lindqvist", "p_LB1"), ("Harlow", "p_HJ1")} <= tagged


def test_offices_of_the_heading_go_with_the_tagged_names(documents: dict[str, Document]) -> None:
    one = documents["d2"]
    assert one.sender is not None
    assert one.addressee is not None
    assert (one.sender.name, one.sender.office) == ("Harlow", "Director of the Office of Coastal Affairs")
    assert (one.addressee.name, one.addressee.office) == ("Ostrander", "President’s Assistant")
    assert [(number.kind, number.span.text) for number in one.numbers] == [("cited", "1188")]
    assert one.classification == ()


def test_a_telegram_of_the_electronic_files(documents: dict[str, Document]) -> None:
    one = documents["d4"]
    assert [(date.edtf, date.time, date.zone) for date in one.dates] == [("1974-04-02", "14:15", "+00:00")]
    assert [(number.kind, number.span.text) for number in one.numbers] == [("own", "1193")]
    assert documents["d3"].shape == "editorial-note"
