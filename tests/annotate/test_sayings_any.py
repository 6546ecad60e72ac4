"""Drafting any text whatever: it never fails, and what it drafts stands in the text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.annotate.found import find
from kg.annotate.sayings import RULES
from kg.authority import AuthorityIndex
from kg.model import Document, Part, Span
from tests.pages import page

GOLD = Path(__file__).parents[1] / "gold"
SENTENCES = sorted({
    sentence.strip()
    for path in GOLD.glob("*.txt")
    for line in path.read_text(encoding="utf-8").splitlines()
    for sentence in line.replace(". ", ".\n").splitlines()
    if sentence.strip()
})  # fmt: skip
WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()})
MARKS = [
    "“",
    "”",
    '"',
    "(",
    ")",
    "[",
    "]",
    ",",
    ":",
    ";",
    "—",
    "’s",
    "'",
    ".",
    "…",
    "?",
    "\n",
    " ",
    "and",
    "by",
]

sentences = st.sampled_from(SENTENCES)
scraps = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(MARKS)), max_size=14).map(" ".join)
cut = st.tuples(sentences, st.integers(0, 60), st.integers(1, 200)).map(lambda s: s[0][s[1] : s[1] + s[2]])
paragraphs = st.lists(st.one_of(sentences, cut, scraps, st.text(max_size=12)), max_size=5).map(" ".join)
bodies = st.lists(paragraphs, max_size=6)


def document_of(body: list[str]) -> Document:
    """A document of some paragraphs, empty ones among them, after a short heading."""
    text, spans = "Record of a conversation\n\n", []
    for paragraph in body:
        spans.append(Span(len(text), len(text) + len(paragraph), paragraph))
        text += paragraph + "\n\n"
    whole = Span(0, len(text), text)
    empty = page("Nothing.")
    return replace(
        empty, text=text, body=tuple(spans), parts=(Part("body", whole),), title=Span(0, 24, text[:24])
    )


def check(document: Document) -> None:
    authority = AuthorityIndex({})
    reading = RULES.read(document, find(document, authority), authority)
    if not document.body:
        assert reading is None
        return
    assert reading is not None
    ids = [saying.id for saying in reading.sayings]
    assert len(ids) == len(set(ids))
    for at, saying in enumerate(reading.sayings):
        assert set(saying.within) <= set(ids[:at])
        assert saying.attributions
        assert all(one.speakers for one in saying.attributions)
        for span in (saying.content, *saying.more_content, *(hedge.word for hedge in saying.hedges)):
            assert span is None or (span.text and document.text[span.begin : span.end] == span.text)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(bodies)
def test_any_text_can_be_drafted(body: list[str]) -> None:
    check(document_of(body))


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(scraps, min_size=1, max_size=3))
def test_scraps_can_be_drafted(body: list[str]) -> None:
    check(document_of(body))


def test_one_word_and_nothing_at_all() -> None:
    for body in (
        [],
        [""],
        ["said"],
        ["He"],
        [":"],
        ["“"],
        ["and said"],
        ["Berg:"],
        ["I was told by"],
        ["[", "]"],
    ):
        check(document_of(body))
