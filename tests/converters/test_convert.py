"""Sources that are fine in odd clothes, and sources that are none: one clear message each."""

from __future__ import annotations

import re
from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.converters import CONVERTERS, convert
from kg.converters._source import source_key
from kg.converters._xml import other_root
from kg.errors import SourceError
from kg.model import Document

PAGE = (Path(__file__).parent / "pages" / "a.txt").read_bytes()


def document(data: bytes, name: str = "a.txt") -> Document:
    (one,) = convert(name, data)
    return one


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("telegram-1258.txt", "telegram-1258"),
        ("300241.page.txt", "300241"),
        ("sources/2020/x_1.TXT", "x_1"),
        ("no-ending", "no-ending"),
        ("v1.2.txt", "v1.2"),
        ("Größe.txt", "Größe"),
    ],
)
def test_the_key_is_the_file_s_stem(name: str, key: str) -> None:
    assert document(PAGE, name).key == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Cable, North to South.txt", "Cable-North-to-South"),
        ("Note - a copy [2] (page).page.txt", "Note-a-copy-2-page"),
        ("O’Neill's letter.txt", "O-Neill-s-letter"),
        ("a..b.txt", "a-b"),
        ("a. . .b.txt", "a.-.-.b"),
        ("..x.txt", "x"),
        ("-x.txt", "x"),
        ("_x-.txt", "x"),
        ("a;b.txt", "a-b"),
        ("Gro\u0308ße 1.txt", "Größe-1"),
        ("Письмо № 5.txt", "Письмо-5"),
    ],
)
def test_a_name_that_is_no_key_is_made_one(name: str, key: str) -> None:
    assert document(PAGE, name).key == key


@given(st.text())
def test_a_key_is_a_key_or_there_is_none(stem: str) -> None:
    name = f"{stem}.txt"
    try:
        key = source_key(name)
    except SourceError:
        assert not re.search(r"[^\W_]", PurePath(name).name.removesuffix(".txt"))
    else:
        assert re.fullmatch(r"[^\W_][\w.~-]*", key)
        assert ".." not in key
        assert source_key(f"{key}.txt") == key.removesuffix(".page")


@pytest.mark.parametrize("name", [".txt", "... .txt", "-.txt", "(?).txt", "_.txt"])
def test_a_name_that_is_no_key_is_refused_with_its_mend(name: str) -> None:
    with pytest.raises(SourceError, match="cannot be the key") as caught:
        list(convert(name, PAGE))
    assert "Rename the file" in caught.value.mend
    assert name in str(caught.value)


def test_a_byte_order_mark_is_the_first_code_point_and_shifts_nothing_wrongly() -> None:
    plain, marked = document(PAGE), document(b"\xef\xbb\xbf" + PAGE)
    assert marked.text == "\ufeff" + plain.text
    assert marked.text.encode() == b"\xef\xbb\xbf" + PAGE
    assert marked.parts[0].kind == "blank"
    assert [(s.begin, s.text) for s in marked.body] == [(s.begin + 1, s.text) for s in plain.body]
    assert (marked.shape, marked.dates[1].edtf) == (plain.shape, plain.dates[1].edtf)


@pytest.mark.parametrize("ending", [b"\r\n", b"\r"])
def test_line_ends_of_other_systems_change_offsets_and_nothing_else(ending: bytes) -> None:
    plain, other = document(PAGE), document(PAGE.replace(b"\n", ending))
    assert other.text.encode() == PAGE.replace(b"\n", ending)
    assert "".join(part.span.text for part in other.parts) == other.text
    assert [span.text for span in other.body] == [span.text for span in plain.body]
    assert [(part.kind, part.span.text) for part in other.parts if part.kind != "blank"] == [
        (part.kind, part.span.text) for part in plain.parts if part.kind != "blank"
    ]


def refused(data: bytes, name: str = "page.txt") -> SourceError:
    with pytest.raises(SourceError) as caught:
        list(convert(name, data))
    assert name in str(caught.value)
    assert caught.value.mend
    return caught.value


@pytest.mark.parametrize("data", [b"", b"   \n\r\n\t"])
def test_an_empty_file(data: bytes) -> None:
    assert refused(data).reason == "is empty"


def test_bytes_that_no_encoding_fits_are_named_with_their_offset() -> None:
    data = PAGE.replace(b"Orlenko", b"Orl\xff\xfenko", 1)
    error = refused(data)
    assert f"byte 0xff at byte offset {data.index(0xFF)}" in error.reason
    assert "UTF-8" in error.reason
    assert error.place is not None
    assert error.place.line == 5


def test_utf_8_that_is_broken_in_one_place_is_no_other_encoding() -> None:
    text = "“The bridge at Jeleń,” he said, “was naïvely built.” " * 3
    data = PAGE.replace(b"Orlenko", text.encode() + b"\xe2 ", 1)
    assert f"byte offset {data.index(bytes((0xE2, 0x20)))}" in refused(data).reason


@pytest.mark.parametrize(
    ("words", "codec", "name"),
    [
        ("the café — “shut,” said Orlénko", "cp1252", "windows-1252"),
        ("Jeleń told Pavlíček — “no” — and Vidaković", "cp1250", "windows-1250"),
        ("Gomułka, Wałęsa i Dąbrowski", "iso8859_2", "iso-8859-2"),
        ("Товарищ Сталин просил передать привет", "cp1251", "windows-1251"),
        ("Товарищ Сталин просил передать привет", "koi8_r", "koi8-r"),
    ],
)
def test_an_older_encoding_is_found_by_its_words_and_named(words: str, codec: str, name: str) -> None:
    found = document(PAGE.replace(b"ORLENKO", words.encode(codec), 1))
    assert words in found.text
    assert name in found.source.media_type
    assert any(name in note for note in found.notes)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_and_32_are_read_and_named(codec: str) -> None:
    found = document(PAGE.decode().encode(codec))
    assert found.text == PAGE.decode()
    assert found.source.media_type == f"text/plain; charset={codec}"
    assert any(codec.upper() in note for note in found.notes)


@pytest.mark.parametrize(
    "beginning",
    [b"%PDF-1.4\n1 0 obj", b"PK\x03\x04abc", b"\x89PNG\r\n", b"{\\rtf1 Dear", b"\xff\xd8\xff\xe0"],
)
def test_files_of_other_kinds_are_named(beginning: bytes) -> None:
    error = refused(beginning + b"more of it")
    assert error.reason.startswith("is not text: it is a")
    assert "as text" in error.mend


def test_a_binary_file() -> None:
    assert "control character 0x00 at code point 4" in refused(b"%PDF\x00\x01\x02").reason


def test_a_page_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    whole = PAGE.decode()
    cut = whole[: whole.index("for [two] words")]
    found = document(cut.encode())
    assert "".join(part.span.text for part in found.parts) == cut
    assert found.body[-1].text == "He asked"
    assert found.summary is None
    assert any("breaks off" in note for note in found.notes)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("Dear diary, nothing happened today.\n", "no page that a converter knows"),
        ("{\"a\": [1, 2, 3],\n \"words that tell nothing\": \"x\"}\n" * 9, "no page that a converter knows"),
        ("Skip to content\n\n1 - 10 of 45\n\nMay 4, 1946\n\nDocument Information", "list of search results"),
        ("Skip to content\n\nPage not found\n\nDocument Information\n", "error page"),
        ("Skip to content\n\nDocument Information\n\nSource\n\nRights\n", "neither title nor text"),
    ],
)  # fmt: skip
def test_what_is_no_document(page: str, reason: str) -> None:
    assert reason in refused(page.encode()).reason


def test_every_converter_has_a_name_and_a_version() -> None:
    assert len({converter.name for converter in CONVERTERS}) == len(CONVERTERS)
    for converter in CONVERTERS:
        assert converter.version
        assert not converter.matches("x.txt", b"plain words")
        assert document(PAGE).converter in {one.name for one in CONVERTERS}


@pytest.mark.parametrize(
    ("data", "root"),
    [
        ("<?xml version='1.0'?><!-- <TEI> --><ead xmlns='urn:isbn:1'><eadheader/></ead>", "ead"),
        ("<mets:mets xmlns:mets='x'>Telegram from the consul</mets:mets>\n", "mets:mets"),
        ("\ufeff<!DOCTYPE book [<!ELEMENT book ANY>]>\n<book><TEI/></book>", "book"),
        ("<?xml version='1.0'?>\n<record/>", "record"),
    ],
)
def test_xml_of_another_kind_is_named_by_its_root(data: str, root: str) -> None:
    with pytest.raises(SourceError, match=f"its root element is '{root}'") as caught:
        list(convert("x.xml", data.encode()))
    assert "TEI" in caught.value.mend


@pytest.mark.parametrize("text", ["<Secret> Telegram\nNo 5", "<TEI>", "<p>a</p>", "a <b>c</b>", "", "<"])
def test_what_is_no_xml_of_another_kind(text: str) -> None:
    assert other_root(text) is None
