"""Bad TEI: one clear error with line and column; entities never expanded; other encodings read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.converters import convert
from kg.converters.tei import TEI
from kg.converters.tei.survey import Survey, looks_like_tei
from kg.errors import SourceError
from kg.model import Document

BODY = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>'
NAME = "letters/x.xml"


def refused(data: str | bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        next(convert(NAME, data.encode() if isinstance(data, str) else data))
    assert NAME in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("data", "reason", "line", "column"),
    [
        (BODY.format("\n<p>a</q>"), "mismatched tag", 2, 7),
        (BODY.format("\n\n<p>a"), "mismatched tag", 3, 7),
        (BODY.format("<p>a</p>")[:-3], "unclosed token", 1, 76),
        (BODY.format("<frus:p>a</frus:p>"), "unbound prefix", 1, 54),
        (BODY.format("<p a='1' a='2'/>"), "duplicate attribute", 1, 63),
    ],
)
def test_what_is_not_well_formed(data: str, reason: str, line: int, column: int) -> None:
    error = refused(data)
    assert reason in error.reason
    assert f"line {line}, column {column}" in error.reason
    assert error.place is not None
    assert error.place.line == line


def test_a_volume_broken_at_its_end_gives_no_document_before_the_error() -> None:
    good = '<div type="document"><p>a</p></div>'
    error = refused(BODY.format(good * 50 + "\n<p>"))
    assert "line 2" in error.reason


BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("doctype", "body", "reason"),
    [
        (f'<!DOCTYPE TEI [<!ENTITY l0 "lol">{BOMB}]>\n', "<p>&l9;</p>", "declares the entity 'l0'"),
        (f'<!DOCTYPE TEI [<!ENTITY l0 "lol">{BOMB}]>\n', "<p n='&l9;'/>", "declares the entity 'l0'"),
        (
            '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
            "<p>&x;</p>",
            "declares the entity 'x'",
        ),
        (
            '<!DOCTYPE TEI [<!ENTITY % p SYSTEM "http://127.0.0.1:9/y.dtd"> %p;]>',
            "<p>a</p>",
            "declares the entity 'p'",
        ),
        ("", "<p>a&nbsp;b</p>", "refers to an entity that is not declared"),
        (
            '<!DOCTYPE TEI SYSTEM "http://127.0.0.1:9/x.dtd">',
            "<p>a&nbsp;b</p>",
            "refers to the entity 'nbsp'",
        ),
    ],
)
def test_entities_are_never_expanded(doctype: str, body: str, reason: str) -> None:
    error = refused(doctype + BODY.format(body))
    assert reason in error.reason
    assert "never expanded" in error.reason
    assert error.mend


def test_an_external_dtd_is_not_fetched(tmp_path: Path) -> None:
    data = f'<!DOCTYPE TEI SYSTEM "{tmp_path}/no.dtd">' + BODY.format("<p>a</p>")
    (one,) = convert("x.xml", data.encode())
    assert isinstance(one, Document)
    assert one.text == "a"


def test_the_entities_of_xml_itself_and_characters_by_number_are_text() -> None:
    (one,) = convert("x.xml", BODY.format("<p>A &amp; B &lt;C&gt; &#xE9;</p>").encode())
    assert isinstance(one, Document)
    assert one.text == "A & B <C> é"


def test_endless_nesting_is_refused() -> None:
    assert "more than 200 deep" in refused(BODY.format("<p>" * 400 + "</p>" * 400)).reason


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "holds no letter and no text"),
        ("<p> </p>", "holds no letter and no text"),
    ],
)
def test_what_holds_no_document(body: str, reason: str) -> None:
    assert reason in refused(BODY.format(body)).reason


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-16"])
def test_the_declared_encoding_is_kept_to(encoding: str) -> None:
    data = f'<?xml version="1.0" encoding="{encoding}"?>' + BODY.format("<p>Größe</p>")
    (one,) = TEI.convert("x.xml", data.encode(encoding))
    assert isinstance(one, Document)
    assert one.text == "Größe"


@pytest.mark.parametrize(
    ("data", "is_tei"),
    [
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <x> --><TEI>", True),
        (b"<?xml version='1.0'?><!DOCTYPE TEI [<!ENTITY a 'b'>]><TEI xmlns='x'>", True),
        (b"<tei:TEI xmlns:tei='http://www.tei-c.org/ns/1.0'>", True),
        (b"<teiCorpus>", True),
        (b"<TEI.2>", True),
        (b"<html><body>&lt;TEI&gt; <TEI></html>", False),
        (b"Skip to content <TEI>", False),
        (b"<TEIX>", False),
        (b"", False),
    ],
)
def test_what_looks_like_tei(data: bytes, is_tei: bool) -> None:
    assert looks_like_tei(data) is is_tei


def test_the_survey_counts_documents_and_what_else_holds_text() -> None:
    inner = '<div type="document"><p>a</p><div type="document"><p>b</p></div></div>'
    found = Survey(
        "x.xml", BODY.format(f'<div type="part">{inner}</div><div type="index"><p>c</p></div><div/>').encode()
    )
    assert (found.documents, found.frus, found.modern) == (2, False, False)
    assert dict(found.unread) == {"index": 1}
