"""Volumes in three dialects: what each document says of itself, its inner documents, and memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.converters.tei import TEI
from kg.errors import SourceError
from kg.model import Candidate, Document, PageBreak
from tests.converters.teifiles import CLOSE, OPEN, everything, example, volume

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def vendor() -> dict[str, Document]:
    return example("coast1866.xml")


@pytest.fixture(scope="module")
def telegram(vendor: dict[str, Document]) -> Document:
    return vendor["coast1866-d1"]


def texts(spans: tuple[object, ...]) -> list[str]:
    return [one.text for one in spans]  # type: ignore[attr-defined]


def test_every_document_has_a_key_and_inner_ones_follow_their_outer_one(vendor: dict[str, Document]) -> None:
    assert [(key, one.part_of) for key, one in vendor.items()] == [
        ("coast1866-d1", None),
        ("coast1866-d1-attachment-1", "coast1866-d1"),
        ("coast1866-2", None),
        ("coast1866-2-d2a", "coast1866-2"),
    ]


def test_the_shape_is_the_dialect(vendor: dict[str, Document]) -> None:
    assert {one.shape for one in vendor.values()} == {"frus-vendor"}
    assert {one.shape for one in example("coast1871.xml").values()} == {"frus-reviewed"}
    assert {one.shape for one in example("coast1955.xml").values()} == {"frus-modern"}


def test_the_volume_and_the_number_in_it(telegram: Document) -> None:
    assert telegram.volume is not None
    assert telegram.volume.key == "coast1866"
    assert telegram.volume.title == "Papers on the Coast Lights, 1918, Volume I"
    assert telegram.volume.number == "1"
    assert telegram.source.media_type == "application/tei+xml"


def test_sender_and_addressee_as_tagged_with_the_office_of_the_wording(telegram: Document) -> None:
    assert telegram.sender is not None
    assert (telegram.sender.name, telegram.sender.office) == ("Berg", "Minister in Portugal")
    assert telegram.addressee is not None
    assert (telegram.addressee.name, telegram.addressee.office) == (None, "Secretary of State")


def test_dates_sent_and_received_and_the_place(telegram: Document) -> None:
    written, received = telegram.dates
    assert (written.kind, written.edtf, written.time) == ("written", "1918-11-12", "10:00")
    assert written.span.text == "November 12, 1918—10 a.m."
    assert (received.kind, received.edtf, received.time) == ("received", "1918-11-12", "14:10")
    assert received.span.text == "2:10 p.m."
    assert telegram.place_from is not None
    assert telegram.place_from.text == "Lisbon"


def test_lines_lists_tables_and_words_that_markup_splits(telegram: Document) -> None:
    assert texts(telegram.body) == [
        "41. Mr. Ferreira told me that the light, which Anna Berg keeps, was out for the remainder of the"
        " night.",
        "“The lamp failed.”",
        "1. The oil was bad.",
        "2. No keeper came from Okada.",
        "Night\tHours",
        "First\t3",
    ]


def test_notes_stand_behind_the_text_with_the_word_that_bears_the_mark(telegram: Document) -> None:
    assert [(one.mark, one.text, one.anchor and one.anchor.text) for one in telegram.footnotes] == [
        ("1", "Repeated to Madrid.", "State"),
        ("2", "See document 2, and Balfour’s note.", "light"),
    ]
    (reference,) = telegram.references
    assert (reference.span.text, reference.target) == ("document 2", "#d2")


def test_source_notes_and_numbers(vendor: dict[str, Document]) -> None:
    first, second = vendor["coast1866-d1"], vendor["coast1866-2"]
    assert [one.notation for one in first.call_numbers] == ["File No. 861.51/165"]
    assert [one.notation for one in second.call_numbers] == ["763.72119/2680"]
    assert [(one.kind, one.span.text) for one in first.numbers] == [("own", "41")]
    assert texts(second.classification) == ["Secret Priority"]


def test_page_breaks_stand_where_the_next_word_is(telegram: Document) -> None:
    assert telegram.page_breaks == (PageBreak(telegram.text.index("mainder"), "2", "0002"),)


def test_marked_names_point_at_the_list_at_other_volumes_or_nowhere(telegram: Document) -> None:
    assert [(one.span.text, one.kind, one.key, one.iri) for one in telegram.tagged] == [
        ("Berg", "person", "p_BN1", None),
        ("Lisbon,", "place", None, None),
        ("Ferreira", "person", None, None),
        ("Anna Berg", "person", "p_BA1", None),
        ("Okada", "person", "p_OT2", None),
        ("Berg", "person", "p_BN1", None),
        ("Balfour", "person", None, "frus1917Supp02v01#p_BAJ1"),
    ]


def test_candidates_are_those_of_the_list_that_the_document_names(telegram: Document) -> None:
    assert [one.key for one in telegram.people] == ["p_BA1", "p_BN1", "p_OT2"]
    assert telegram.people[1] == Candidate(
        "person", "coast1866", "p_BN1", "Berg, Niels", ("Berg, Niels", "Niels Berg"), "source",
        "Minister at Lisbon; brother of Anna Berg",
    )  # fmt: skip


def test_an_inner_document_has_its_own_head_date_and_signature(vendor: dict[str, Document]) -> None:
    inner = vendor["coast1866-d1-attachment-1"]
    assert inner.sender is not None
    assert (inner.sender.name, inner.sender.office) == ("Silva", "Pilot")
    (signed,) = inner.sign_offs
    assert signed.name is not None
    assert signed.office is not None
    assert (signed.name.text, signed.office.text) == ("Ines Silva", "Chief Pilot")
    assert "Sir: I saw no light." not in vendor["coast1866-d1"].text


def test_a_tag_that_contradicts_the_print_is_kept_beside_it(vendor: dict[str, Document]) -> None:
    inner = vendor["coast1866-d1-attachment-1"]
    (date,) = inner.dates
    assert (date.edtf, date.tagged) == ("1918-11-11", "1918-11-10")
    assert inner.notes == (
        "the written date is printed 'November 11, 1918' (1918-11-11) and tagged 1918-11-10",
    )


def test_a_heading_without_tags_is_read_and_an_untagged_place(vendor: dict[str, Document]) -> None:
    outer, inner = vendor["coast1866-2"], vendor["coast1866-2-d2a"]
    assert outer.sender is not None
    assert outer.addressee is not None
    assert (outer.sender.name, outer.addressee.name) == ("Captain Taro", "Mr. Berg")
    assert outer.place_from is not None
    assert outer.place_from.text == "On board the Heron"
    assert [(one.kind, one.edtf, one.time) for one in outer.dates] == [("received", "1918-11-14", "05:45")]
    assert [(one.kind, one.edtf) for one in inner.dates] == [("written", "1918-11-13")]
    assert texts(outer.body) == ["We lie off the cape.", "We come."]
    assert [one.name and one.name.text for one in inner.sign_offs] == ["Anna Berg"]


def test_the_reviewed_dialect() -> None:
    (letter,) = example("coast1871.xml").values()
    assert letter.sender is not None
    assert letter.sender.name == "Mr. Hale"
    assert [one.span.text for one in letter.numbers] == ["15"]
    assert texts(letter.classification) == ["[Confidential.]"]
    assert [(one.mark, one.text) for one in letter.footnotes] == [
        ("margin", "Mr. Hale describes the channel."),
        ("margin", "[16]"),
    ]
    assert letter.dates[0].edtf == "1843-08-17"
    assert [one.name and one.name.text for one in letter.sign_offs] == ["EDWARD HALE"]


def test_the_modern_dialect() -> None:
    telegram, memorandum = example("coast1955.xml").values()
    assert texts(telegram.classification) == ["Secret; Niact; Limit Distribution"]
    (number,) = telegram.call_numbers
    assert (number.repository, number.parts) == (
        "Department of State",
        (("collection", "Central Files"), ("file", "611.95B/1–855")),
    )
    assert telegram.title is not None
    assert telegram.title.text == "8. Telegram From the Embassy in Norland to the Department of State"
    assert [(one.label, texts(one.values)) for one in telegram.fields] == [
        ("Subjects", ["The lights of Cape North"])
    ]
    assert [one.span.text for one in telegram.numbers] == ["1724"]
    assert ("CLB", "term", "t_CLB1") in [(one.span.text, one.kind, one.key) for one in telegram.tagged]
    assert "The CLBs chairman" in telegram.text
    assert (telegram.dates[0].edtf, telegram.dates[0].time) == ("1955-01-08", "14:00")
    assert memorandum.sender is not None
    assert (memorandum.sender.name, memorandum.sender.office) == ("Pine", "Director of the Office of Coasts")
    assert memorandum.addressee is not None
    assert memorandum.addressee.name == "Lake"


def test_an_opener_of_lines_of_its_own() -> None:
    (telegram,) = volume(
        '<div type="document" xml:id="d2"><note rend="inline" type="source">795.00/6–2550: Telegram</note>'
        '<head>The Ambassador in Norland (<persName type="from">Berg</persName>) to the <gloss type="to">'
        "Secretary of State</gloss></head>"
        "<opener><dateline><hi>secret</hi> <placeName>Northport</placeName>, "
        '<date when="1950-06-25T10:00:00+09:00">June 25, 1950—10 a.m.</date></dateline><seg>niact</seg>'
        "<seg>[Received June 24—9:26 p.m.]</seg></opener><p>925. Lights are out.</p></div>"
    )
    assert texts(telegram.classification) == ["secret", "niact"]
    assert [(one.kind, one.edtf, one.time, one.zone) for one in telegram.dates] == [
        ("written", "1950-06-25", "10:00", "+09:00"),
        ("received", "1950-06-24", "21:26", None),
    ]
    assert [one.span.text for one in telegram.numbers] == ["925"]


def test_of_several_headings_the_title_is_more_than_a_label() -> None:
    _, tab = volume(
        '<div type="document" xml:id="d1"><p>a</p><frus:attachment><head>Tab A</head>'
        '<head>Letter From President <persName type="from">Lake</persName> to Mr. <persName type="to">Berg'
        "</persName></head><p>b</p>"
        "</frus:attachment></div>"
    )
    assert tab.title is not None
    assert tab.title.text == "Letter From President Lake to Mr. Berg"
    assert tab.addressee is not None
    assert tab.addressee.name == "Berg"


def test_an_editorial_note_is_a_document() -> None:
    (note,) = volume(
        '<div type="document" subtype="editorial-note" xml:id="d5" n="5"><head>5. Editorial Note</head>'
        "<p>The Board met on May 3, 1955.</p></div>"
    )
    assert (note.shape, note.sender, note.addressee, note.dates) == ("editorial-note", None, None, ())


def test_an_undated_document_has_its_editors_date_at_the_word_that_says_so() -> None:
    (letter,) = volume(
        '<div type="document" xml:id="d5" frus:doc-dateTime-min="1955-01-08T00:00:00-05:00" '
        'frus:doc-dateTime-max="1955-01-09T23:59:59-05:00"><head>5. Letter</head>'
        "<dateline>Washington, undated.</dateline><p>Come.</p></div>"
    )
    (date,) = letter.dates
    assert (date.span.text, date.edtf) == ("undated", "1955-01-08/1955-01-09")
    assert date.note == "undated; the date is the editors'"


def test_keys_are_unique_where_ids_are_missing_or_twice_the_same() -> None:
    piece = "<p>Come.</p>"
    found = volume(
        f'<div type="document" n="3">{piece}</div><div type="document" n="3">{piece}</div>'
        f'<div type="document">{piece}<frus:attachment>{piece}</frus:attachment>'
        f'<frus:attachment xml:id="a.1">{piece}<frus:attachment>{piece}</frus:attachment></frus:attachment>'
        "</div>"
    )
    assert [one.key for one in found] == [
        "v-3", "v-3-2", "v-3-3", "v-3-3-attachment-1", "v-3-3-a.1", "v-3-3-a.1-attachment-1",
    ]  # fmt: skip
    assert [one.part_of for one in found][3:] == ["v-3-3", "v-3-3", "v-3-3-a.1"]


def test_an_empty_document_is_told_and_the_rest_is_read() -> None:
    found = everything(
        '<div type="document" xml:id="d1"/><div type="document" xml:id="d2"><p>Come.</p></div>'
    )
    assert isinstance(found[0], SourceError)
    assert "'d1' holds no text" in str(found[0])
    assert isinstance(found[1], Document)


def test_a_source_for_all_stands_in_each_and_divisions_without_document_are_listed() -> None:
    found = example("apart/papers.xml")
    assert [one.call_numbers[0].notation for one in found.values()] == [
        "Department of Coasts, Lights Files (Lot File 96 D 292), Box 1"
    ] * 2
    left = everything('<div type="chapter"><p>x</p></div><div type="document"><p>y</p></div>')
    assert len(left) == 1  # the namespace of the series is declared: its front and back matter is skipped


def test_what_is_not_read_of_other_volumes_is_listed() -> None:
    path = ROOT / "tests/converters/tei/apart/papers.xml"
    *documents, left = TEI.convert(path.name, path.read_bytes())
    assert len(documents) == 2
    assert isinstance(left, SourceError)
    assert "not read: 1 div of type 'chapter' without document" in str(left)


_MEASURE = """
import re, sys
from pathlib import Path
from kg.converters.tei import TEI
data = Path(sys.argv[1]).read_bytes()
print(sum(1 for _ in TEI.convert("v.xml", data)))
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""


def _peak(path: Path) -> tuple[int, int]:
    command = [sys.executable, "-c", _MEASURE.replace("\\\\", "\\"), str(path)]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    return int(shown[0]), int(shown[1])


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_memory_does_not_grow_with_the_volume(tmp_path: Path) -> None:
    one = (
        '<div type="document"><head>Mr. Berg to Mr. Silva</head>'
        + "<p>"
        + "The light was out. " * 200
        + "</p></div>"
    )
    peaks = []
    for many in (250, 1000):
        path = tmp_path / f"{many}.xml"
        path.write_text(OPEN + one * many + CLOSE, encoding="utf-8")
        documents, peak = _peak(path)
        assert documents == many
        peaks.append(peak - path.stat().st_size // 1024)
    # Three quarters of 4 MB of markup would be tens of MiB as a tree.
    assert peaks[1] - peaks[0] < 8 * 1024
