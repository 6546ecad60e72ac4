"""Pages that show one document of a printed edition (shape F): texts made up in the manner of such pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.converters import convert
from kg.errors import SourceError
from kg.model import Document

PAGES = Path(__file__).parent / "edited"


def page(name: str) -> list[Document]:
    data = (PAGES / f"{name}.txt").read_bytes()
    return [one for one in convert(f"{name}.txt", data) if isinstance(one, Document)]


def test_a_telegram_with_its_file_number_receipt_and_notes() -> None:
    (document,) = page("telegram")
    assert document.shape == "F"
    assert document.title is not None
    assert document.title.text == "The Chargé in Westland ( Marlow ) to the Secretary of State"
    assert document.sender is not None
    assert document.addressee is not None
    assert (document.sender.name, document.sender.office) == ("Marlow", "Chargé in Westland")
    assert (document.addressee.name, document.addressee.office) == (None, "Secretary of State")
    assert [(one.kind, one.edtf, one.time) for one in document.dates] == [
        ("written", "1952-04-17", "19:00"),
        ("received", "1952-04-17", "21:40"),
    ]
    assert document.place_from is not None
    assert document.place_from.text == "Port Lumen"
    assert [(one.kind, one.span.text) for one in document.numbers] == [
        ("own", "418"),
        ("cited", "402"),
        ("cited", "377"),
        ("cited", "1204"),
    ]
    assert [span.text for span in document.classification] == ["secret", "priority"]
    assert [one.name.text for one in document.sign_offs if one.name] == ["Marlow"]
    assert [one.notation for one in document.call_numbers] == ["711.22 Northland/4–1752"]
    assert [(one.offset, one.n) for one in document.page_breaks] == [(document.text.index("[Page 88]"), "88")]
    assert not any("Page" in one.content for one in document.insertions)


def test_the_paragraphs_of_a_note_are_one_note_and_marks_are_found() -> None:
    (document,) = page("telegram")
    one, other = document.footnotes
    assert one.text.startswith("Repeated to Eastport.")
    assert one.text.endswith("of the following year.")
    assert one.anchor is not None
    assert document.text[one.anchor.begin - 5 : one.anchor.end] == "State1"
    assert other.anchor is not None
    assert document.text[other.anchor.begin - 3 : other.anchor.end] == "11.2"


def test_a_memorandum_of_conversation_of_a_modern_volume() -> None:
    (document,) = page("memorandum")
    assert document.shape == "F"
    assert document.title is not None
    title = "Memorandum of a Conversation, Department of State, Washington, May 2, 1956"
    assert document.title.text == title
    assert document.sender is None
    assert document.addressee is None
    assert [(one.kind, one.edtf, one.time) for one in document.dates] == [("written", "1956-05-02", "15:15")]
    assert [span.text for span in document.classification] == ["Confidential"]
    (number,) = document.call_numbers
    assert number.notation == "Department of State, Central Files, 522.98/5–256"
    assert [one.mark for one in document.footnotes] == ["1", "2"]


def test_a_despatch_with_an_enclosure() -> None:
    outer, inner = page("despatch")
    assert outer.sender is not None
    assert outer.sender.name == "Mr. Alder"
    assert [(one.kind, one.span.text) for one in outer.numbers] == [("own", "216"), ("cited", "No. 88")]
    assert "regret" not in "".join(span.text for span in outer.body)
    assert inner.part_of == outer.key
    assert inner.sender is not None
    assert inner.sender.name == "Count Linden"
    assert [one.edtf for one in inner.dates] == ["1865-03-03"]
    assert [one.name.text for one in inner.sign_offs if one.name] == ["LINDEN"]


@pytest.mark.parametrize(
    ("head", "sender", "addressee"),
    [
        ("The Consul at Eastport (Holm) to the Secretary of State", "Holm", None),
        ("The Secretary of State to the Ambassador in Westland (Holm)", None, "Holm"),
        ("The Westland Ministry for Foreign Affairs to the Northland Embassy", None, None),
        ("Memorandum by the Chief of the Division of Northern Affairs (Holm)", "Holm", None),
    ],
)
def test_the_file_number_is_no_title(head: str, sender: str | None, addressee: str | None) -> None:
    text = f"893.00/14-251: Telegram\n\n{head}\n\n33. I have nothing to report from here, as nobody calls.\n"
    (document,) = (one for one in convert("one.txt", text.encode()) if isinstance(one, Document))
    assert document.title is not None
    assert document.title.text == head
    assert (document.sender.name if document.sender else None) == sender
    assert (document.addressee.name if document.addressee else None) == addressee
    assert [one.span.text for one in document.numbers] == ["33"]


def test_a_file_number_like_a_server_s_answer_is_no_error_page() -> None:
    head = "500.A15 a 1/423: Telegram\nThe Consul at Eastport (Holm) to the Secretary of State"
    text = f"{head}\n87. He left today.\n"
    (document,) = (one for one in convert("one.txt", text.encode()) if isinstance(one, Document))
    assert [one.notation for one in document.call_numbers] == ["500.A15 a 1/423"]


@pytest.mark.parametrize("text", ["404 Not Found\nnginx", "Error 503\nUnavailable", "502 – Bad Gateway\n"])
def test_an_error_page_is_refused(text: str) -> None:
    with pytest.raises(SourceError):
        list(convert("one.txt", text.encode()))


@given(
    st.lists(st.sampled_from((PAGES / "telegram.txt").read_text(encoding="utf-8").split("\n")), min_size=1)
)
def test_the_parts_tile_any_mixture_of_its_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        documents = [one for one in convert("one.txt", text.encode()) if isinstance(one, Document)]
    except SourceError:
        return
    for document in documents:
        assert "".join(part.span.text for part in document.parts) == document.text


def test_the_edition_s_own_html_page_has_its_notes() -> None:
    text = (
        "<html><head><title>Edition</title></head><body><h1>Foreign Relations of the United States, 1936</h1>"
        "<div><p>765.84/34: Telegram</p>"
        "<h3>The Consul at Eastport (<em>Holm</em>) to the Secretary of State</h3>"
        "<p>Eastport, May 2, 1936—noon.</p><p>26. I talked to Mr. Orsay<sup>1</sup> about the harbor.</p>"
        "<p>Holm</p><ol class='footnotes'><li>Minister of Trade.</li></ol></div></body></html>"
    )
    (document,) = (one for one in convert("one.html", text.encode()) if isinstance(one, Document))
    assert document.shape == "F"
    assert document.sender is not None
    assert document.sender.name == "Holm"
    assert [(note.mark, note.text) for note in document.footnotes] == [("1", "Minister of Trade.")]
    assert [one.name.text for one in document.sign_offs if one.name] == ["Holm"]


def test_a_receipt_without_the_dateline_keeps_its_hour() -> None:
    head = "893.01/100: Telegram\nThe Consul at Eastport (Holm) to the Secretary of State\n"
    text = head + "[Received April 3—11:45 a.m.]\n91. The paper said yesterday that all treaties are kept.\n"
    (document,) = (one for one in convert("one.txt", text.encode()) if isinstance(one, Document))
    assert [(one.kind, one.edtf, one.time) for one in document.dates] == [("received", None, "11:45")]
