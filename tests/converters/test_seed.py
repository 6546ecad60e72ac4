"""The telegram, read whole: what stands where, to the letter."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kg.converters import convert
from kg.model import Document


@pytest.fixture(scope="module")
def data(root: Path) -> bytes:
    return (root / "data" / "sources" / "telegram-1258.txt").read_bytes()


@pytest.fixture(scope="module")
def telegram(data: bytes) -> Document:
    (document,) = convert("telegram-1258.txt", data)
    return document


def test_nothing_of_the_text_is_lost(data: bytes, telegram: Document) -> None:
    assert "".join(part.span.text for part in telegram.parts) == telegram.text
    assert telegram.text.encode() == data
    assert telegram.source.sha256 == hashlib.sha256(data).hexdigest()
    assert len(telegram.text) == 4077
    assert telegram.source.byte_length == 4082


def test_its_head(telegram: Document) -> None:
    assert (telegram.key, telegram.shape) == ("telegram-1258", "B")
    assert telegram.title is not None
    assert telegram.title.text == "Information about the North Korean Workers Party Central Committee Meeting"
    assert telegram.funder is not None
    assert telegram.funder.text == "Leon Levy Foundation"
    assert telegram.heading is not None
    assert telegram.heading.text.startswith("Telegram from the Soviet ambassador to the DPRK")
    assert [(n.kind, n.span.text) for n in telegram.numbers] == [("collection", "Nº 79"), ("own", "Nº 1258")]


def test_its_dates(telegram: Document) -> None:
    assert [(d.kind, d.span.text, d.edtf, d.time) for d in telegram.dates] == [
        ("page", "September 22, 1950", "1950-09-22", None),
        ("written", "22 September 1950", "1950-09-22", None),
        ("printed", "2030", "1950-09-22", "20:30"),
    ]


def test_the_time_of_printing_hangs_on_its_footnote(telegram: Document) -> None:
    (note,) = telegram.footnotes
    printed = telegram.dates[2]
    assert (note.mark, note.text, note.span.text) == ("*", "Time of printing", "* Time of printing")
    assert note.anchor is not None
    assert note.anchor.begin == printed.span.end
    assert printed.note == "Time of printing"


def test_from_whom_to_whom(telegram: Document) -> None:
    assert telegram.sender is not None
    assert telegram.addressee is not None
    assert telegram.sender.role == telegram.sender.span.text == "the Soviet ambassador to the DPRK"
    assert telegram.addressee.role == "the first deputy minister of foreign affairs"


def test_its_body_is_the_text_and_nothing_else(telegram: Document) -> None:
    assert len(telegram.body) == 15
    assert telegram.body[0].text.startswith("On 21 September 1950 I was visited")
    assert telegram.body[-1].text.endswith("finding out my opinion himself.")
    assert telegram.body[7].text.endswith("and this might help.")


def test_its_insertions(telegram: Document) -> None:
    assert [(i.job, i.content, i.target and i.target.text) for i in telegram.insertions] == [
        ("other-form", "Ho Ka I", "Heo Gai"),
        ("other-form", "Ri Ju Yon", "Ri Ju-yeon"),
        ("other-form", "Pak Hon Yong", "Pak Heon-yeong"),
        ("other-form", "Kim Du Bong", "Kim Du-bong"),
        ("other-form", "Pak Il U", "Pak Il-u"),
        ("supplied-word", "with the Americans", None),
        ("doubt", "?", None),
        ("doubt", "?", None),
        ("original-word", "svyazan", "constrained"),
    ]


def test_both_notations_of_its_shelfmark(telegram: Document) -> None:
    printed, source = telegram.call_numbers
    assert (printed.kind, printed.copy) == ("printed-from", True)
    assert printed.notation == "TsAMO RF F. 5. Op. 918795. D. 125, pp. 89-91"
    assert (source.kind, source.copy) == ("source", False)
    assert source.notation == "TsAMO RF, f. 5, op. 918795, d. 125, ll. 89-91"
    assert printed.repository == source.repository == "TsAMO RF"
    shelf = (("fond", "5"), ("opis", "918795"), ("delo", "125"))
    assert printed.parts == (*shelf, ("pages", "89-91"))
    assert source.parts == (*shelf, ("leaves", "89-91"))
    assert [(c.kind, c.name) for c in telegram.credits] == [("translator", "Gary Goldberg")]


def test_summary_rights_and_what_the_page_leaves_empty(telegram: Document) -> None:
    assert telegram.summary is not None
    assert telegram.summary.text.startswith("Heo Gai discusses the possibilities")
    assert len(telegram.rights) == 2
    assert {field.label: [v.text for v in field.values] for field in telegram.fields} == {
        "Original Uploaded Date": [],
        "Record ID": [],
        "Donors": ["Leon Levy Foundation"],
    }


def test_every_span_is_what_stands_there(telegram: Document) -> None:
    spans = [part.span for part in telegram.parts]
    spans += [i.target for i in telegram.insertions if i.target]
    spans += [c.span for c in (*telegram.call_numbers, *telegram.credits, *telegram.numbers, *telegram.dates)]
    assert all(telegram.text[span.begin : span.end] == span.text for span in spans)
