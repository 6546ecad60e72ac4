"""The runs of words that could be one name, with the title before and what follows."""

from __future__ import annotations

import pytest

from kg.annotate.cores import find_cores
from kg.annotate.tokens import read_words
from kg.model import Span


def cores(text: str) -> list[tuple[str, str, bool, bool]]:
    """(name, title, whether it has a tail, whether an article) of each core."""
    words = read_words(text, [Span(0, len(text), text)])
    return [
        (
            " ".join(word.form for word in words[core.first : core.last]),
            " ".join(word.form for word in words[slice(*core.title)]) if core.title else "",
            core.tail,
            core.the,
        )
        for core in find_cores(words)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ambassador Puzakov", [("Puzakov", "Ambassador", False, False)]),
        ("Deputy Minister of Foreign Affairs Wu Xiuming", [
            ("Wu Xiuming", "Deputy Minister of Foreign Affairs", False, False)]),
        ("Chairman of the Government of East Turkmania", [("Turkmania", "", False, False)]),
        ("Heo Min [Ho Min]", [("Heo Min", "", False, False), ("Ho Min", "", False, False)]),
        ("Wu [Xiuming]", [("Wu Xiuming", "", False, False)]),
        ("[Cuban President Osvaldo] Dorado", [("Osvaldo Dorado", "Cuban President", False, False)]),
        ("the Stalin Prize", [("Stalin", "", True, True)]),
        ("with de Brissac", [("de Brissac", "", False, False)]),
        ("Luís da Cunha Leitão", [("Luís da Cunha Leitão", "", False, False)]),
        ("President Bush", [("Bush", "President", False, False)]),
        ("An Kil-yong", [("An Kil-yong", "", False, False)]),
        ("H. M. S. Victory", []),
        ("The Embassy in Warsaw", []),
        ("Romania's President Dragan", [("Dragan", "President", False, False)]),
    ],
)  # fmt: skip
def test_cores(text: str, found: list[tuple[str, str, bool, bool]]) -> None:
    assert cores(text) == found
