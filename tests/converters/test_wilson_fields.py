"""Whole pages from the table fields/pages.toml: parties, numbers, lists, signatures, letters inside."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kg.converters import convert
from kg.model import Document, Party, SignOff

PAGES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).with_name("fields") / "pages.toml").read_text(encoding="utf-8")
)["page"]
SUMMARY = "The envoy tells of what he saw and heard, and gives his own impressions of it."
TRAILER = (
    "Author(s):\nAssociated Places\nDocument Information\nSource\nAPRF, fond 45, opis 1, delo 9, list 3.\n"
)
RIGHTS = "Rights\nThe History and Public Policy Program welcomes reuse of Digital Archive materials.\n"
NOTHING: dict[str, Any] = {
    "sender": None,
    "addressee": None,
    "via": None,
    "place_from": None,
    "place_to": None,
}


def read(page: dict[str, Any]) -> list[Document]:
    text = f"July 8, 1950\n{page['title']}\n{page['text'].strip()}\n{SUMMARY}\n{TRAILER}{RIGHTS}"
    documents = list(convert("page.txt", text.encode()))
    assert all(isinstance(one, Document) for one in documents)
    return [one for one in documents if isinstance(one, Document)]


def party(one: Party | None) -> str | None:
    kinds = ("name", "role", "office", "place", "identity")
    return one and "; ".join(f"{kind}={getattr(one, kind)}" for kind in kinds if getattr(one, kind))


def sign_off(one: SignOff) -> str:
    name = one.name.text if one.name else ""
    identity = f" [{one.identity.text}]" if one.identity else ""
    return name + identity + (f" / {one.office.text}" if one.office else "")


def shown(document: Document) -> dict[str, Any]:
    return {
        "sender": party(document.sender),
        "addressee": party(document.addressee),
        "via": party(document.via),
        "place_from": document.place_from and document.place_from.text,
        "place_to": document.place_to and document.place_to.text,
        "numbers": [f"{one.kind} {one.span.text}" for one in document.numbers],
        "dates": [one.span.text for one in document.dates],
        "classification": [span.text for span in document.classification],
        "distribution": [f"{one.name} {one.copies or ''}".strip() for one in document.distribution],
        "sign_offs": [sign_off(one) for one in document.sign_offs],
        "begins": document.text.split("\n")[0],
        "ends": document.text.split("\n")[-1],
    }


@pytest.mark.parametrize("page", PAGES, ids=[page["name"] for page in PAGES])
def test_what_a_page_states_and_no_more(page: dict[str, Any]) -> None:
    documents = read(page)
    expected = [NOTHING | page["expect"], *([page["inner"]] if "inner" in page else [])]
    found = [
        {key: shown(one)[key] for key in wanted} for one, wanted in zip(documents, expected, strict=True)
    ]
    assert found == expected


@pytest.mark.parametrize("page", PAGES, ids=[page["name"] for page in PAGES])
def test_parts_tile_each_text_and_the_letter_is_a_part_of_the_page(page: dict[str, Any]) -> None:
    outer, *inner = read(page)
    for document in (outer, *inner):
        assert "".join(part.span.text for part in document.parts) == document.text
    enclosed = [part.span.text for part in outer.parts if part.kind == "enclosed"]
    assert [one.text for one in inner] == enclosed
    for n, one in enumerate(inner):
        assert (one.part_of, one.shape, one.source) == (outer.key, "enclosed", outer.source)
        assert one.key == ("page-letter" if n == 0 else f"page-letter-{n + 1}")
        assert not any(words.text in enclosed[n] for words in outer.body)
