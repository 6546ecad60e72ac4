"""A text cut at the borders of whatever is known of it."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from kg.iris import CRM, OA
from kg.statements import Statements
from kg.voices import DocumentVoices, Node
from kg.web.annotated import Mark, blocks, mark, number_sayings, own_words
from kg.web.site import DocumentFacts
from tests.web.client import D

TEXT = "A heading\n\nAnna said that Boris said it rains.\nA second line.\n\n\n  \nThe end"


def test_paragraphs_keep_their_places() -> None:
    found = blocks(TEXT, ())
    assert [TEXT[one.begin : one.end] for one in found] == [
        "A heading",
        "Anna said that Boris said it rains.\nA second line.",
        "The end",
    ]
    assert all(one.own for one in found)


def test_unwrapped_lines_are_paragraphs_of_their_own() -> None:
    text = "Short.\n" + "long " * 50 + "\nShort again.\n\nwrapped\nlines"
    found = [text[one.begin : one.end].strip() for one in blocks(text, ())]
    assert found == ["Short.", ("long " * 50).strip(), "Short again.", "wrapped\nlines"]


def test_overlapping_marks_cut_the_text_and_lose_nothing() -> None:
    one, two = Mark("cue", 11, 25, "one"), Mark("hedge", 21, 32, "two")
    block = blocks(TEXT, (one, two))[1]
    cut = [(segment.text, [mark.title for mark in segment.marks]) for segment in block.segments]
    assert cut[:4] == [
        ("Anna said ", ["one"]),
        ("that", ["one", "two"]),
        (" Boris ", ["two"]),
        ("said it rains.\nA second line.", []),
    ]
    assert block.segments[1].begin == 21
    assert block.segments[1].end == 25


def test_a_mark_over_two_paragraphs_is_in_both() -> None:
    across = Mark("mention", 2, 15, "across", Node("https://example.org/x", "x"))
    first, second, third = blocks(TEXT, (across,))
    assert [segment.text for segment in first.segments if segment.marks] == ["heading"]
    assert [segment.text for segment in second.segments if segment.marks] == ["Anna"]
    assert not any(segment.marks for segment in third.segments)


def test_the_innermost_mark_is_the_shortest() -> None:
    wide, narrow = Mark("mention", 11, 35, "wide"), Mark("mention", 26, 31, "narrow")
    block = blocks(TEXT, (wide, narrow))[1]
    found = [(s.text, m.title) for s in block.segments if (m := s.innermost("mention"))]
    assert found == [("Anna said that ", "wide"), ("Boris", "narrow"), (" sai", "wide")]


def test_only_what_is_the_documents_own_is_own() -> None:
    assert [one.own for one in blocks(TEXT, (), (11, 20))] == [False, True, False]


def test_words_that_nobody_marked_stay_the_documents_own() -> None:
    """One mention in the first paragraph: the rest of the text is no furniture of the page."""
    text = "Site\n\nNº 7\n\nAnna came.\n\nBoris too.\n\nPrinted from: f. 1, d. 2."
    spans = {"Nº 7": "text", "Anna": "translation/en", "f. 1, d. 2.": "text"}
    lines = [f"<{D}> <{CRM}P73_has_translation> <{D}/translation/en> ."]
    for words, whole in spans.items():
        begin, span = text.index(words), f"{D}/span/{words[0]}"
        lines += [
            f"<{span}> <{CRM}P106i_forms_part_of> <{D}/{whole}> .",
            f"<{span}> <{OA}hasSelector> <{span}/position> .",
            f'<{span}/position> <{OA}start> "{begin}" .',
            f'<{span}/position> <{OA}end> "{begin + len(words)}" .',
        ]
    statements = Statements.parse("\n".join(lines).encode())
    facts = DocumentFacts(D, statements, DocumentVoices(D, "", ()), text)
    own = [text[one.begin : one.end] for one in blocks(text, (), own_words(facts)) if one.own]
    assert own == ["Anna came.", "Boris too."]
    assert own_words(dataclasses.replace(facts, statements=Statements())) is None


@given(
    st.text("ab \n", max_size=60),
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(0, 60)).filter(lambda two: two[0] < two[1]), max_size=6
    ),
)
def test_segments_tile_their_paragraph(text: str, stretches: list[tuple[int, int]]) -> None:
    marks = [Mark("cue", begin, end, "") for begin, end in stretches]
    found = blocks(text, marks)
    for block in found:
        assert "".join(segment.text for segment in block.segments) == text[block.begin : block.end]
        assert all(segment.text for segment in block.segments)
        for segment in block.segments:
            for one in marks:
                over = one.begin < segment.end and one.end > segment.begin
                assert (one in segment.marks) == over
    visible = "".join(text[block.begin : block.end] for block in found)
    assert "".join(visible.split()) == "".join(text.split())


def test_the_telegram(telegram: DocumentFacts) -> None:
    numbered = number_sayings(telegram.voices)
    assert [one.number for one in numbered] == list(range(1, 30))
    lines = {one.saying.id: one.lines for one in numbered}
    assert lines["declined"] == lines["inference"] == 0
    assert (lines["heo"], lines["kis1"], lines["mao"], lines["zhou"], lines["afraid"]) == (1, 2, 3, 5, 1)
    assert telegram.text is not None
    own = own_words(telegram)
    assert own is not None
    found = blocks(telegram.text, mark(telegram, numbered, {}), own)
    words = [telegram.text[one.begin : one.end] for one in found if one.own]
    assert words[0].startswith("Telegram from the Soviet ambassador")
    assert words[-1].startswith("In my opinion")
    assert "Skip to content" not in words
    said = {
        one.number: "".join(
            s.text for block in found for s in block.segments if any(m.numbered == one for m in s.marks)
        )
        for one in numbered
    }
    for one in numbered:
        assert said[one.number] == "".join(anchor.text for anchor in one.saying.content)


def test_hedges_inside_words_inside_sayings(telegram: DocumentFacts) -> None:
    found = blocks(telegram.text or "", mark(telegram, number_sayings(telegram.voices), {}))
    segments = [segment for block in found for segment in block.segments]
    supposed = next(s for s in segments if s.text == "supposedly")
    hedge = supposed.innermost("hedge")
    assert hedge is not None
    assert "who is quoted" in hedge.title
    mao = next(s for s in segments if s.voice and s.voice.saying.id == "mao")
    assert {m.numbered.saying.id for m in mao.marks if m.numbered} == {"kis3", "mao"}
