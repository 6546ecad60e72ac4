"""Names taken apart, and the spans of names with brackets in them."""

from __future__ import annotations

import pytest

from kg.annotate.naming import split_name, whole_brackets


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Stalin", ((), "stalin")),
        ("Andrei Gromyko", (("andrei",), "gromyko")),
        ("Luís de Souza Prado", (("luis", "souza"), "prado")),
        ("Kim Il Sung", (("ilsung",), "kim")),
        ("Ri Ju-yeon", (("juyeon",), "ri")),
        ("A. A. Gromyko", (("a", "a"), "gromyko")),
    ],
)
def test_forenames_and_family_name(name: str, parts: tuple[tuple[str, ...], str]) -> None:
    given, family = split_name(name.split())
    assert (tuple(part.strip(". ") for part in given), family) == parts


@pytest.mark.parametrize(
    ("text", "inside", "whole"),
    [
        ("[Henri] Dufour", "Henri] Dufour", "[Henri] Dufour"),
        ("[President Henri] Dufour", "Henri] Dufour", "Dufour"),
        ("Wu [Xiuming] said", "Wu [Xiuming", "Wu [Xiuming]"),
        ("Wu [Xiuming and", "Wu [Xiuming", "Wu"),
        ("Stalin", "Stalin", "Stalin"),
    ],
)
def test_brackets_are_whole_or_left_out(text: str, inside: str, whole: str) -> None:
    begin = text.index(inside)
    begin, end = whole_brackets(text, begin, begin + len(inside))
    assert text[begin:end] == whole
