"""One line at a time, from the table fields/lines.toml: numbers, signatures, greetings, classification."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.converters.wilson.classification import classified
from kg.converters.wilson.lines import Line, Piece
from kg.converters.wilson.numbers import cited_numbers, find_numbers
from kg.converters.wilson.salutation import greeted
from kg.converters.wilson.signature import signature

TABLE: dict[str, list[Any]] = tomllib.loads(
    (Path(__file__).with_name("fields") / "lines.toml").read_text(encoding="utf-8")
)


def piece(text: str, kind: str = "body") -> Piece:
    return Piece(kind, Line(0, len(text), text, 1))


@pytest.mark.parametrize(("line", "expected"), TABLE["numbers"])
def test_numbers(line: str, expected: list[list[str]]) -> None:
    found = sorted((*find_numbers(line), *cited_numbers(line)), key=lambda one: one.begin)
    assert [[one.kind, line[one.begin : one.end]] for one in found] == expected


@pytest.mark.parametrize(("line", "name", "office", "identity"), TABLE["signatures"])
def test_signatures(line: str, name: str, office: str, identity: str) -> None:
    says = signature(line)
    assert says is not None
    found = [line[slice(*one)] if one else "" for one in (says.name, says.office, says.identity)]
    assert found == [name, office, identity]


@pytest.mark.parametrize("line", TABLE["no_signatures"])
def test_lines_that_sign_nothing(line: str) -> None:
    assert signature(line) is None


@pytest.mark.parametrize(("line", "words"), TABLE["greetings"])
def test_greetings(line: str, words: str) -> None:
    found = greeted(line)
    assert (line[slice(*found)] if found else "") == words


@pytest.mark.parametrize(("line", "words"), TABLE["classifications"])
def test_classification(line: str, words: str) -> None:
    _, spans = classified([piece(line)])
    assert [span.text for span in spans] == ([words] if words else [])


@given(st.text(max_size=120))
def test_any_line_can_be_read(line: str) -> None:
    for one in (*find_numbers(line), *cited_numbers(line)):
        assert 0 <= one.begin < one.end <= len(line)
    says, found = signature(line), greeted(line, inline=True)
    for stretch in (found, *((says.name, says.office, says.identity) if says else ())):
        assert stretch is None or line[slice(*stretch)].strip()
