"""Bytes of N-Triples and N-Quads, read and asked."""

from __future__ import annotations

import pytest

from kg.statements import Statements

A, B, P, Q = (f"https://example.org/{name}" for name in "abpq")
LINES = f"""\
<{A}> <{P}> "eins"@de .
<{A}> <{P}> "one"@en .
<{A}> <{P}> "01"^^<http://www.w3.org/2001/XMLSchema#integer> <{Q}> .
<{A}> <{Q}> <{B}> .
<{A}> <{Q}> <{B}> <{B}> .
<{B}> <{Q}> <{B}> .
<{A}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{Q}> .
""".encode()


def test_what_is_said() -> None:
    found = Statements.parse(LINES)
    assert found.iris(A, Q) == [B]
    assert [literal.value for literal in found.literals(A, P)] == ["eins", "one", "01"]
    assert found.text(A, P) == "one"
    assert found.text(A, Q) is None
    assert found.subjects(Q, B) == [A, B]
    assert found.of_type(Q) == [A]
    assert found.about("https://example.org/nobody") == {}


def test_english_first_but_any_language_before_none() -> None:
    assert Statements.parse(f'<{A}> <{P}> "eins"@de .'.encode()).text(A, P) == "eins"


def test_the_written_form_of_a_literal_stays() -> None:
    assert Statements.parse(LINES).literals(A, P)[2].value == "01"


def test_iris_mentioned_once_each_and_no_classes() -> None:
    assert list(Statements.parse(LINES).mentioned()) == [A, B]


def test_chunks_are_joined() -> None:
    first, second = LINES.splitlines(keepends=True)[:2]
    assert len(Statements.parse(first, b"", second).quads) == 2


def test_no_blank_nodes() -> None:
    with pytest.raises(TypeError, match="blank"):
        Statements.parse(f"_:x <{P}> <{B}> .".encode()).about(A)


def test_bytes_that_are_no_statements() -> None:
    with pytest.raises(SyntaxError):
        Statements.parse(b"<a> <b> .")
