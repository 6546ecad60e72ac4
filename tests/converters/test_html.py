"""HTML of a page -> the text that a reader sees, and the document that it is."""

from __future__ import annotations

import hashlib
import html
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.converters import convert
from kg.converters._html import is_html, read_html
from kg.errors import SourceError
from kg.model import Document

PAGES = Path(__file__).parent / "pages"
# A page in the manner of a present-day site: menus, a banner on cookies, a footer, scripts.
FRAME = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | An Archive</title>
<script>var told = "<p>never shown</p>";</script><style>p {{ color: red }}</style></head>
<body><a class="skip" href="#main">Skip to content</a>
<header><nav><ul><li>Menu</li><li>Topics</li></ul></nav></header>
<div class="cookie-banner"><p>This site uses cookies.</p><button>Accept</button></div>
<main><article>{body}</article></main>
<!-- a comment --><footer><p>Follow us</p></footer><noscript>no script</noscript></body></html>"""


def document(source: str, name: str = "page.html") -> Document:
    (one,) = convert(name, source.encode())
    return one


def as_html(text: str) -> str:
    """A page text as the HTML of a page: the title a heading, all else paragraphs with line breaks."""
    lines = [block for block in text.removeprefix("Skip to content").split("\n\n") if block.strip()]
    blocks = [html.escape(line.strip("\n")).replace("\n", "<br>") for line in lines]
    body = f"<time>{blocks[0]}</time><h1>{blocks[1]}</h1>" + "".join(f"<p>{one}</p>" for one in blocks[2:])
    return FRAME.format(title=blocks[1], body=body)


def test_the_html_of_a_page_is_the_same_document_as_its_text() -> None:
    text = (PAGES / "a.txt").read_text(encoding="utf-8")
    (plain,) = convert("a.txt", text.encode())
    shown = document(as_html(text))
    for field in ("title", "summary", "funder"):
        assert getattr(shown, field).text == getattr(plain, field).text
    assert [span.text for span in shown.body] == [span.text for span in plain.body]
    assert [(d.kind, d.edtf) for d in shown.dates] == [(d.kind, d.edtf) for d in plain.dates]
    assert [n.notation for n in shown.call_numbers] == [n.notation for n in plain.call_numbers]
    assert [(f.label, [v.text for v in f.values]) for f in shown.fields] == [
        (f.label, [v.text for v in f.values]) for f in plain.fields
    ]


def test_the_source_is_the_bytes_and_the_text_what_is_shown() -> None:
    source = as_html((PAGES / "a.txt").read_text(encoding="utf-8"))
    found = document(source)
    assert found.source.media_type == "text/html; charset=utf-8"
    assert found.source.sha256 == hashlib.sha256(source.encode()).hexdigest()
    assert "".join(part.span.text for part in found.parts) == found.text


@pytest.mark.parametrize(
    "left_out",
    ["never shown", "color: red", "comment", "cookies", "Accept", "Follow us", "no script", "Topics", "<"],
)
def test_what_is_not_of_the_document_is_left_out(left_out: str) -> None:
    assert left_out not in document(as_html((PAGES / "a.txt").read_text(encoding="utf-8"))).text


def test_blocks_lines_cells_and_entities() -> None:
    page = read_html(
        "<p>One <b>bold</b>word<br>and&nbsp;two &eacute;&lt;</p>  <p>  three\n four </p><ul><li>a<li>b</ul>"
        "<table><tr><td>x<td>y<tr><td>z</table><pre>k\n  l</pre>"
    )
    assert page is not None
    assert page.text == "One boldword\nand\xa0two é<\n\nthree four\n\na\nb\n\nx\ty\nz\n\nk\n  l\n"


def test_what_is_hidden_is_not_read() -> None:
    page = read_html('<p>shown</p><p hidden>a</p><p style="display: none">b</p><template>c</template>')
    assert page is not None
    assert page.text == "shown\n"


def test_the_title_is_the_heading_wherever_the_date_stands() -> None:
    heading = "<h1>Report on a Visit, with a Word on Bridges</h1>"
    body = f"{heading}<p>May 3, 1950</p><p>The visit began on Monday.</p>"
    found = document(FRAME.format(title="x", body=body))
    assert found.title is not None
    assert found.title.text == "Report on a Visit, with a Word on Bridges"
    assert found.dates[0].edtf == "1950-05-03"
    assert [span.text for span in found.body] == ["The visit began on Monday."]


def test_an_encoding_that_the_page_declares() -> None:
    source = FRAME.format(
        title="x", body="<h1>A Talk</h1><p>Jeleń was asked whether he would come again.</p>"
    )
    data = source.replace("utf-8", "iso-8859-2").encode("iso-8859-2")
    (found,) = convert("page.html", data)
    assert "Jeleń" in found.text
    assert any("iso-8859-2" in note for note in found.notes)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<html><title>404 Not Found</title><body><h1>Not Found</h1><p>Gone.</p></html>", "error"),
        ("<html><body><script>document.write('a long text')</script></body></html>", "no page"),
        ("<html><body>" + "<div>" * 9000 + "deep" + "</div>" * 9000 + "</body></html>", "no page"),
    ],
)  # fmt: skip
def test_html_that_is_no_document(source: str, shown: str) -> None:
    with pytest.raises(SourceError, match=shown):
        list(convert("page.html", source.encode()))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("<!doctype html><p>x", True),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', True),
        ("\ufeff <!-- saved --> <html>", True),
        ("<div>x</div>", True),
        ('<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"/>', False),
        ("<TEI/>", False),
        ("Skip to content\n\n<p>", False),
    ],
)
def test_what_html_is(text: str, is_one: bool) -> None:
    assert is_html(text) == is_one


@settings(deadline=None)
@given(st.text(alphabet="<>/pbrdiv&;= \n\"'!-hx1", max_size=80))
def test_no_markup_breaks_the_reading(text: str) -> None:
    page = read_html(text)
    assert page is None or page.text.endswith("\n")
