"""Spans and hash against the page text."""

from __future__ import annotations

import hashlib

import pytest
from rdflib import Graph

from kg.validate.page import compare_with_page

# Signs of two and of four bytes, so that bytes, UTF-16 units and code points differ.
PAGE = "é𝄞 Dear Ann, good bye."
BASE = "http://example.org/document/x"
PREFIXES = """
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix schema: <https://schema.org/> .
@prefix crm: <http://www.cidoc-crm.org/cidoc-crm/> .
"""


def graph(
    begin: object, end: object, words: str, exact: str, prefix: str, suffix: str, sha: str = ""
) -> Graph:
    span = f"{BASE}/span/1"
    turtle = f"""{PREFIXES}
    <{BASE}/text> a schema:TextDigitalDocument ; schema:sha256 "{sha or digest(PAGE)}" .
    <{span}> a oa:SpecificResource ; crm:P190_has_symbolic_content "{words}"@en ;
        oa:hasSelector <{span}/position> , <{span}/quote> .
    <{span}/position> oa:start {begin} ; oa:end {end} .
    <{span}/quote> a oa:TextQuoteSelector ; oa:exact "{exact}" ; oa:prefix "{prefix}" ; oa:suffix "{suffix}" .
    """
    return Graph().parse(data=turtle, format="turtle")


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_what_is_of_the_page_passes() -> None:
    assert compare_with_page(graph(3, 11, "Dear Ann", "Dear Ann", "é𝄞 ", ", good"), PAGE) == set()


@pytest.mark.parametrize(
    ("spoilt", "rule", "value"),
    [
        (graph(3, 11, "dear Ann", "Dear Ann", "é𝄞 ", ", good"), "span-page-words", "dear Ann"),
        (graph(3, 11, "Dear Ann", "Dear Anne", "é𝄞 ", ", good"), "span-page-words", "Dear Anne"),
        (graph(3, 11, "Dear Ann", "Dear Ann", "𝄞", ", good"), "span-page-context", "𝄞"),
        (graph(3, 11, "Dear Ann", "Dear Ann", "é𝄞 ", " good"), "span-page-context", " good"),
        (graph(3, 11, "Dear Ann", "Dear Ann", " ", ",", "0" * 64), "text-hash", "0" * 64),
        (graph(4, 10_000, "x", "ear Ann, good bye.", "D", ""), "span-page-words", "x"),
    ],
)
def test_what_is_not_of_the_page_is_found(spoilt: Graph, rule: str, value: str) -> None:
    [finding] = compare_with_page(spoilt, PAGE)
    assert finding.shape == f"https://w3id.org/dispatch/shapes#{rule}"
    assert str(finding.value) == value


def test_offsets_counted_in_bytes_or_utf_16_are_found() -> None:
    for begin in (4, 7):
        found = compare_with_page(graph(begin, begin + 8, "Dear Ann", "Dear Ann", "", ""), PAGE)
        assert len(found) == 2


def test_offsets_that_are_no_numbers_are_left_to_the_shapes() -> None:
    assert compare_with_page(graph('"three"', 11, "Dear Ann", "Dear Ann", "", ""), PAGE) == set()
