"""From markup to text: words stay whole, lines are blocks, nothing is lost and nothing added."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.converters.tei.writer import Writer, Written
from tests.converters.teifiles import document, element, volume


def written(markup: str) -> Written:
    root = element(f"<div>{markup}</div>")
    writer = Writer(root)
    writer.block(root, "body")
    return writer.finish()


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a\n   b\tc</p>", "a b c"),
        ("<p>a</p>\n  <p>b</p>", "a\nb"),
        ("<p><hi>T</hi>HE <hi>k</hi>eeper</p>", "THE keeper"),
        ("<p>con<pb n='2'/>tinued</p>", "continued"),
        ("<p>con\n <pb n='2' break='no'/>\n tinued</p>", "continued"),
        ("<p>one<lb/>two</p>", "one two"),
        ("<closer><signed>Berg,<lb/>Consul</signed></closer>", "Berg,\nConsul"),
        ("<p><gloss target='#t'>NSSM</gloss>s</p>", "NSSMs"),
        ("<p>word <note n='1'>n</note>, more</p>", "word, more\n1 n"),
        ("<p>word<note>n</note> more</p>", "word more\nn"),
        ("<p>a<note n='1'>b<note n='2'>c</note></note></p>", "a\n1 b\n2 c"),
        ("<p><choice><sic>teh</sic><corr>the</corr></choice> end</p>", "teh end"),
        ("<p><choice><reg>the</reg><orig>ye</orig></choice></p>", "ye"),
        ("<p><choice><abbr>Mr.</abbr><expan>Mister</expan></choice></p>", "Mr."),
        ("<p><choice><orig>47 32</orig><reg type='decoding'>come</reg></choice></p>", "come"),
        ("<p><app><lem>a</lem><rdg>b</rdg></app></p>", "a"),
        ("<p>a <subst><del>b</del><add>c</add></subst> d</p>", "a c d"),
        ("<list><label>1.</label>\n<item>a</item><item><p>b</p></item></list>", "1. a\nb"),
        (
            "<table><row><cell/><cell>a</cell><cell/></row><row><pb n='2'/><cell>b</cell></row></table>",
            "a\nb",
        ),
        ("<table><row><cell>a</cell> <cell><p>b</p></cell></row></table>", "a\tb"),
        ("<lg><l>a</l><l>b</l></lg>", "a\nb"),
        ("<p>a <quote>b</quote> c</p><quote><p>d</p></quote>", "a b c\nd"),
        ("<p>a<!-- no --> b<?no?></p>", "a b"),
        ("<p> </p><p/>", ""),
    ],
)
def test_the_text_of_markup(markup: str, text: str) -> None:
    assert written(markup).text == text


def test_a_quoted_letter_lends_the_document_neither_date_nor_signature() -> None:
    found = document(
        "<head>Mr. Hale to Mr. Lake</head><dateline>London, May 3, 1880.</dateline>"
        "<quote><dateline>Paris, June 4, 1879.</dateline><p>Come.</p><closer><signed>Ida</signed></closer>"
        "</quote>"
    )
    assert [one.edtf for one in found.dates] == ["1880-05-03"]
    assert found.sign_offs == ()


WORDS = st.text(alphabet="abc é—’", min_size=1, max_size=6)
# fmt: off
TAGS = (
    "p", "hi", "persName", "list", "item", "quote", "note", "seg", "table", "row", "cell", "closer", "lb",
    "pb", "head", "label", "gloss", "opener", "dateline", "x", "ab",
)
# fmt: on
# What the writer takes for a mere mark, and never for an element with words.
MARKS = ("lb", "pb")


@st.composite
def trees(draw: st.DrawFn, depth: int = 4) -> str:
    tag = draw(st.sampled_from(TAGS))
    if tag in MARKS:
        return f"<{tag}/>{draw(WORDS)}"
    inner = "" if depth == 0 else "".join(draw(st.lists(trees(depth=depth - 1), max_size=3)))
    return f"<{tag}>{draw(WORDS)}{inner}</{tag}>{draw(WORDS)}"


def signs(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


@given(st.lists(trees(), max_size=4).map("".join))
def test_every_sign_is_in_the_text_once_and_lines_tile_it(markup: str) -> None:
    root = element(f"<div>{markup}</div>")
    found = written(markup)
    assert signs(found.text) == signs("".join(root.itertext()))
    assert found.text == "\n".join(found.text[line.begin : line.end] for line in found.lines)
    assert "  " not in found.text
    assert all(0 <= begin <= end <= len(found.text) for begin, end in found.places.values())


@given(st.lists(trees(), max_size=3).map("".join), st.lists(trees(), max_size=3).map("".join))
def test_inner_documents_and_outer_ones_share_no_sign_and_lose_none(outer: str, inner: str) -> None:
    attached = f"<frus:attachment><p>z</p>{inner}</frus:attachment>"
    body = f'<div type="document" xml:id="d1"><p>z</p>{outer}{attached}{outer}</div>'
    found = volume(body)
    assert len(found) == 2
    whole = signs("".join(element(body).itertext()))
    assert sum((signs(one.text) for one in found), Counter()) == whole
