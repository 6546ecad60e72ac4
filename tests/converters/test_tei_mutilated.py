"""TEI that somebody cut, mended or wrote by hand: documents or listed problems, and no other error."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.converters.tei import TEI
from kg.errors import SourceError
from kg.model import Document

FOLDER = Path(__file__).parent / "tei"
SOURCES = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.xml"))}
TAG = re.compile(r"<[^<>?!]+>")
Change = Callable[[str, random.Random], str]


def read(name: str, text: str) -> list[Document | SourceError]:
    return list(TEI.convert(name, text.encode("utf-8")))


def without_a_tag(text: str, chance: random.Random) -> str:
    found = chance.choice(list(TAG.finditer(text)))
    return text[: found.start()] + text[found.end() :]


def tags_swapped(text: str, chance: random.Random) -> str:
    one, other = sorted(chance.sample(list(TAG.finditer(text)), 2), key=lambda found: found.start())
    between = text[one.end() : other.start()]
    return text[: one.start()] + other[0] + between + one[0] + text[other.end() :]


def element_doubled(text: str, chance: random.Random) -> str:
    found = chance.choice(list(re.finditer(r"<([\w:]+)\b[^<>]*>[^<]*</\1>", text)))
    return text[: found.end()] + found[0] + text[found.end() :]


def renamed(text: str, chance: random.Random) -> str:
    name = chance.choice(re.findall(r"<(\w+)\b", text))
    other = chance.choice(["p", "note", "div", "head", "list", "seg", "persName", "dateline", "unheardOf"])
    return re.sub(rf"(</?){name}\b", rf"\g<1>{other}", text)


def something_between(text: str, chance: random.Random) -> str:
    found = chance.choice(list(TAG.finditer(text))[3:])
    odd = chance.choice(["<!-- <p> -->", "<?page 3?>", "<![CDATA[<p>&]]>", "loose words", "\u00a0", "<lb/>"])
    return text[: found.end()] + odd + text[found.end() :]


def emptied(text: str, chance: random.Random) -> str:
    name = chance.choice(["head", "dateline", "signed", "p", "date", "persName", "note", "item"])
    return re.sub(rf"(<{name}\b[^<>/]*>)[^<]*(?=</{name}>)", r"\1", text)


def without_attributes(text: str, chance: random.Random) -> str:
    name = chance.choice(["type", "xml:id", "n", "when", "corresp", "ref", "subtype", "target"])
    return re.sub(rf'\s{name}="[^"]*"', "", text)


def odd_attributes(text: str, chance: random.Random) -> str:
    odd = chance.choice(["", "#", "a b", "0000-99-99", "http://[", "\u202e", "x" * 3000])
    name = chance.choice(["xml:id", "n", "when", "corresp", "ref", "target", "type"])
    return re.sub(rf'\s{name}="[^"]*"', f' {name}="{odd}"', text) if name != "xml:id" else text


def prefixed(text: str, _: random.Random) -> str:
    text = text.replace('xmlns="http://www.tei-c.org/ns/1.0"', 'xmlns:t="http://www.tei-c.org/ns/1.0"')
    return re.sub(r"(</?)(?=\w+[\s>/])(?!frus:)(\w+)(?=[\s>/])", r"\1t:\2", text)


def unnamed(text: str, _: random.Random) -> str:
    return text.replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")


CHANGES: list[Change] = [
    without_a_tag, tags_swapped, element_doubled, renamed, something_between, emptied, without_attributes,
    odd_attributes, prefixed, unnamed,
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(SOURCES)), st.lists(st.sampled_from(CHANGES), min_size=1, max_size=4), st.randoms()
)
def test_no_change_breaks_the_reading(name: str, changes: list[Change], chance: random.Random) -> None:
    text = SOURCES[name]
    for change in changes:
        text = change(text, chance)
    try:
        found = read(name, text)
    except SourceError:
        return
    for one in found:
        if isinstance(one, Document):
            assert "".join(part.span.text for part in one.parts) == one.text
            assert all(one.text[span.begin : span.end] == span.text for span in one.body)


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_a_prefix_changes_nothing(name: str) -> None:
    plain = [one.text for one in read(name, SOURCES[name]) if isinstance(one, Document)]
    changed = prefixed(SOURCES[name], random.Random(0))  # noqa: S311
    assert [one.text for one in read(name, changed) if isinstance(one, Document)] == plain


def test_a_broken_file_is_one_error_with_line_and_column() -> None:
    name = min(SOURCES)
    text = SOURCES[name].replace("</p>", "</q>", 1)
    with pytest.raises(SourceError) as raised:
        read(name, text)
    assert raised.value.place is not None
    assert raised.value.place.line is not None
    assert re.search(r"line \d+, column \d+", str(raised.value))
