"""A sender or addressee of whom the page says the office alone is a candidate without a name."""

from __future__ import annotations

import pytest

from kg.annotate.found import find
from kg.annotate.parties import is_personal
from kg.model import Party, Span
from tests.annotate.marked import NOBODY, lines


@pytest.mark.parametrize(
    ("role", "personal"),
    [
        ("the Soviet ambassador to the DPRK", True),
        ("the first deputy minister of foreign affairs", True),
        ("Secretary of State", True),
        ("All Provincial Premiers", False),
        ("the Romanian Embassy in Pyongyang", False),
        ("the members of the Politburo", False),
    ],
)
def test_offices_of_one_person(role: str, personal: bool) -> None:
    assert is_personal(Party(Span(0, len(role), role), role=role)) is personal


def test_one_whose_name_stands_there_is_not_unnamed() -> None:
    assert not is_personal(Party(Span(0, 5, "Dyson"), role="ambassador", name="Dyson"))


def test_an_unnamed_sender() -> None:
    text = "Telegram from the Norwegian ambassador to Sofia to the head of the Bureau"
    begin, end = text.index("the Norw"), text.index(" to the head")
    document = lines(text)
    span = Span(begin, end, text[begin:end])
    object.__setattr__(document, "sender", Party(span, role=span.text))
    found = find(document, NOBODY)
    (candidate,) = [one for one in found.candidates if one.unnamed]
    assert candidate.key == "norwegian-ambassador-to-sofia"
    assert candidate.role == candidate.label == "Norwegian ambassador to Sofia"
    assert span in {mention.span for mention in found.mentions if mention.ref == candidate.ref}
    assert "Sofia" in {mention.span.text for mention in found.mentions}
