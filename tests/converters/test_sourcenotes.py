"""Source notes of the dialects: call numbers, classification, numbers, and signatures at the close."""

from __future__ import annotations

import pytest

from kg.converters._sourcenotes import cited, inline_kind, is_classification, sentences, shelfmark
from kg.model import Span
from tests.converters.teifiles import document


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("File No. 861.51/165", "source"),
        ("763.72119/2680: Telegram", "source"),
        ("Paris Peace Conf. 186.3411/154", "source"),
        ("Inquiry files", "source"),
        ("[Telegram]", "heading"),
        ("[Telegram—Paraphrase.]", "heading"),
        ("[Extract. ]", "heading"),
        ("[Inclosure 1 in No. 71.]", "heading"),
        ("[Subenclosure 2—Memorandum]", "heading"),
        ("No. 651.]", "heading"),
        ("*No. 16.", "heading"),
        ("[Confidential.]", "classification"),
        ("[Private and confidential.]", "classification"),
        ("top secret", "classification"),
    ],
)
def test_what_a_note_by_the_heading_is(note: str, kind: str) -> None:
    assert inline_kind(note) == kind


@pytest.mark.parametrize("line", ["Secret", "Secret Priority", "top secret us urgent", "Confidential; Niact"])
def test_lines_of_nothing_but_secrecy(line: str) -> None:
    assert is_classification(line)
    assert not is_classification(line + " talks were held")


@pytest.mark.parametrize(
    ("note", "notation"),
    [
        ("763.72119/2680: Telegram", "763.72119/2680"),
        ("611.00/1–5550: Circular telegram", "611.00/1–5550"),
        ("File No. 861.51/165", "File No. 861.51/165"),
    ],
)
def test_a_file_number_without_the_word_for_what_the_document_is(note: str, notation: str) -> None:
    found = shelfmark(Span(5, 5 + len(note), note))
    assert found is not None
    assert (found.notation, found.span.begin, found.repository) == (notation, 5, None)


def span(text: str) -> Span:
    return Span(0, len(text), text)


def test_a_modern_source_note() -> None:
    numbers, levels = cited(
        span(
            "Source: National Archives, RG 59, Central Files 1967–69, POL 27 NOR. Top Secret; Sensitive."
            " Drafted by J. B. Lake. Repeated to Oslo."
        )
    )
    assert [one.notation for one in numbers] == [
        "National Archives, RG 59, Central Files 1967–69, POL 27 NOR"
    ]
    assert numbers[0].repository == "National Archives"
    assert numbers[0].parts == (
        ("record-group", "59"),
        ("collection", "Central Files 1967–69"),
        ("file", "POL 27 NOR"),
    )
    assert [one.text for one in levels] == ["Top Secret; Sensitive"]


def test_ibid_keeps_no_archive_and_lots_are_collections() -> None:
    numbers, _ = cited(span("Source: Ibid., Lot 66 D 204, Box 12. Secret."))
    assert numbers[0].repository is None
    assert numbers[0].parts == (("collection", "Lot 66 D 204"), ("box", "12"))


def test_that_there_is_no_marking_is_no_marking() -> None:
    assert cited(span("Source: Northport Library. No classification marking. Sent."))[1] == []


def test_stops_of_abbreviations_end_no_sentence() -> None:
    text = "Source: Papers of J. B. Lake, vol. 2. Secret. He said “No.” Then he left."
    assert [one.text for one in sentences(span(text))][:2] == [
        "Source: Papers of J. B. Lake, vol. 2",
        "Secret",
    ]
    for one in sentences(span(text)):
        assert text[one.begin : one.end] == one.text


@pytest.mark.parametrize(
    ("inside", "number"),
    [
        (
            "<note rend='inline' type='source'>No. 651.]</note><head>Mr. A to Mr. B</head><p>Sir: Come.</p>",
            "651",
        ),
        ("<head>Mr. A to Mr. B</head><p rend='flushleft'>No. 1234</p><p>Sir: Come.</p>", "1234"),
        ("<head>Telegram From the Embassy to the Department</head><p>1724. Deliver this.</p>", "1724"),
        ("<head>Mr. A to Mr. B</head><p>1. Come. 2. Go.</p>", None),
    ],
)
def test_the_number_of_a_document(inside: str, number: str | None) -> None:
    assert [one.span.text for one in document(inside).numbers] == ([number] if number else [])


@pytest.mark.parametrize(
    ("closer", "signed"),
    [
        ("<closer><signed><persName>Berg</persName></signed></closer>", [("Berg", None)]),
        ("<closer><signed><hi>A. Berg</hi>,<lb/><hi>Consul General.</hi></signed></closer>",
         [("A. Berg", "Consul General")]),
        ("<closer><signed>A. Berg</signed><lb/><hi>Chief of Division</hi></closer>",
         [("A. Berg", "Chief of Division")]),
        ("<closer><signed>For the Secretary of State:<lb/>A. Berg</signed></closer>",
         [("A. Berg", "For the Secretary of State")]),
        ("<closer><signed><list><item>A. Berg</item><item>I. Silva</item></list></signed></closer>",
         [("A. Berg", None), ("I. Silva", None)]),
        ("<closer><signed>Secretary of State</signed></closer>", [(None, "Secretary of State")]),
        ("<closer>Anna Berg</closer>", [("Anna Berg", None)]),
        ("<closer><salute>I am, Sir,</salute></closer>", []),
        ("<closer><signed>John F. Berg, Jr.</signed></closer>", [("John F. Berg, Jr.", None)]),
    ],
)  # fmt: skip
def test_who_signed_and_as_what(closer: str, signed: list[tuple[str | None, str | None]]) -> None:
    found = document(f"<p>Come.</p>{closer}").sign_offs
    assert [(one.name and one.name.text, one.office and one.office.text) for one in found] == signed
