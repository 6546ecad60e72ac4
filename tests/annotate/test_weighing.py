"""The evidence for a name is that of all its places, of its neighbours in lists and of brackets."""

from __future__ import annotations

import pytest

from tests.annotate.marked import named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Comrades Arlov, Brann and Celik sat.", ["Arlov", "Brann", "Celik"]),
        ("He met Mr. Arlen, Brann and Celik.", ["Arlen", "Brann", "Celik"]),
        ("so Arlen said no. In Rome Arlen slept.", ["Arlen", "Arlen"]),
        ("He flew to Warsaw, Lemberg and Posen.", []),
        ("a word of Xylon", []),
        ("Xylon it was.", []),
    ],
)
def test_evidence_taken_together(text: str, names: list[str]) -> None:
    assert [words for words, _ in named(text)] == names
