"""Accept headers, the well-made and the others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.web.formats import (
    ANSWER_FORMATS,
    HTML,
    JSON_LD,
    PAGE_FORMATS,
    RDF_FORMATS,
    RDF_XML,
    RESULTS_JSON,
    TURTLE,
    Format,
    named,
    with_extension,
    with_media_type,
)
from kg.web.negotiation import choose, parse_accept, quality
from tests.web.client import BROWSER


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, TURTLE),
        ("", TURTLE),
        ("*/*", TURTLE),
        (BROWSER, HTML),
        ("text/html", HTML),
        ("text/html, */*", HTML),
        ("text/turtle; charset=utf-8", TURTLE),
        ("TEXT/Turtle", TURTLE),
        ("text/*", TURTLE),
        ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted, x; q=0"', JSON_LD),
        ("application/json", JSON_LD),
        ("application/rdf+xml;q=0.9, text/turtle;q=0.8", RDF_XML),
        ("text/turtle;q=0, */*", JSON_LD),
        ("text/turtle;q=0.1, text/*;q=0.9", HTML),
        ("text/html;level=1;q=0.1, text/html;q=0.7, text/turtle;q=0.5", HTML),
        ("application/pdf, text/turtle;q=0.2", TURTLE),
        ("text/turtle;q=2, application/ld+json", JSON_LD),
        ("text/turtle;q=0.3333, application/ld+json;q=0.1", JSON_LD),
        ("nonsense", TURTLE),
        (";;;,,,/", TURTLE),
        ("image/png", None),
        ("*/*;q=0", None),
        ("text/turtle;q=0.0", None),
    ],
)
def test_what_is_chosen(header: str | None, expected: Format | None) -> None:
    assert choose(header, PAGE_FORMATS) == expected


def test_the_most_precise_range_decides() -> None:
    header = "text/*;q=0.3, text/turtle;q=0.7, text/turtle;a=b;q=0.2, */*;q=0.5"
    assert quality(header, "text/turtle") == 0.7
    assert quality(header, "text/html") == 0.3
    assert quality(header, "application/trig") == 0.5


def test_a_sign_inside_quotes_splits_nothing() -> None:
    (found,) = parse_accept('text/turtle;note="a, b; q=0 \\" c"')
    assert found.parameters == (("note", 'a, b; q=0 " c'),)
    assert found.quality == 1


def test_one_table() -> None:
    assert with_extension("jsonld", RDF_FORMATS) == JSON_LD
    assert with_extension("exe", PAGE_FORMATS) is None
    assert with_media_type("Application/RDF+XML", RDF_FORMATS) == RDF_XML
    assert named("JSON", ANSWER_FORMATS) == RESULTS_JSON
    assert named("application/ld+json", ANSWER_FORMATS) == JSON_LD
    extensions = [one.extension for one in ANSWER_FORMATS]
    assert len(set(extensions)) == len(extensions)


_WORD = st.from_regex(r"[a-z0-9+.*-]{1,8}", fullmatch=True)
_RANGE = st.builds("{}/{}".format, _WORD, _WORD)
_WEIGHT = st.sampled_from(["", ";q=0", ";q=0.5", "; q=1.0", ";q=9", ";charset=utf-8", ";x", ';y="a,b"'])
_HEADER = st.lists(st.builds("{}{}".format, _RANGE, _WEIGHT), max_size=6).map(", ".join)


@given(st.text(max_size=200) | _HEADER)
def test_no_header_raises(header: str) -> None:
    chosen = choose(header, PAGE_FORMATS)
    assert chosen is None or chosen in PAGE_FORMATS
    assert all(0 <= one.quality <= 1 for one in parse_accept(header))


@given(st.sampled_from(PAGE_FORMATS), _HEADER)
def test_what_is_named_with_full_weight_is_sent_or_its_equal(wanted: Format, header: str) -> None:
    chosen = choose(f"{header}, {wanted.media_type}" if header else wanted.media_type, PAGE_FORMATS)
    assert chosen is not None


@given(_HEADER)
def test_nothing_that_is_refused_is_sent(header: str) -> None:
    chosen = choose(header, PAGE_FORMATS)
    if chosen and parse_accept(header):
        assert any(quality(header, media_type) > 0 for media_type in chosen.media_types)
