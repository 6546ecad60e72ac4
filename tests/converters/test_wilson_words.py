"""Code names and languages: what the tables say, and what they leave alone."""

from __future__ import annotations

import pytest

from kg.converters.wilson.codenames import code_name
from kg.converters.wilson.languages import LANGUAGES, original_language, page_language
from kg.model import SiteField, Span


@pytest.mark.parametrize(
    ("text", "name", "identity"),
    [
        ("Filippov [Stalin]", "Filippov", "Stalin"),
        ("FENG XI [STALIN]", "FENG XI", "STALIN"),
        ("Fyn-Si (Stalin)", "Fyn-Si", "Stalin"),
        ("comrade Filippov [Stalin].x/", None, None),
        ("to Cde. Filippov [Stalin]:", "Filippov", "Stalin"),
        ("Stalin [Kuznetsov]", "Kuznetsov", "Stalin"),
        ("Terebin (Andrei Orlov)", "Terebin", "Andrei Orlov"),
        ("Reed [Malinovsky]", "Reed", "Malinovsky"),
        ("Instantsia [Highest Authority]", None, None),
        ("Pak Heon-yeong [Pak Hon Yong]", None, None),
        ("Joseph Stalin (I. Stalin)", None, None),
        ("Wu [Xiuquan]", None, None),
        ("Filippov", None, None),
    ],
)
def test_who_is_behind_a_code_name(text: str, name: str | None, identity: str | None) -> None:
    found = code_name(text)
    assert (found and text[slice(*found.name)]) == name
    assert (found and text[slice(*found.identity)]) == identity


def field(label: str, *values: str) -> SiteField:
    return SiteField(label, tuple(Span(0, len(value), value) for value in values))


def test_languages_by_their_english_names() -> None:
    assert original_language([field("Language", "Russian")]) == "ru"
    assert original_language([field("Language", "English"), field("Original Language", "Polish")]) == "pl"
    assert page_language([field("Contents", "English Translation Scan of Original Document")]) == "en"


def test_a_language_that_the_page_leaves_open_stays_absent() -> None:
    assert original_language([]) is None
    assert original_language([field("Language")]) is None
    assert original_language([field("Language", "Klingon")]) is None
    assert original_language([field("Language", "Russian", "Korean")]) is None
    assert page_language([field("Contents", "Scan of Original Document")]) is None


def test_every_tag_is_one_of_two_or_three_letters() -> None:
    assert all(2 <= len(tag) <= 3 and tag.islower() for tag in LANGUAGES.values())
