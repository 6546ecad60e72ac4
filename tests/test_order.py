"""What labels, numbers and keys sort by."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.order import LAST, natural


def test_numbers_count_by_their_value() -> None:
    keys = ["v-d10", "v-d2-attachment-10", "v-d1", "v-d2", "v-d2-attachment-2"]
    assert sorted(keys, key=natural) == ["v-d1", "v-d2", "v-d2-attachment-2", "v-d2-attachment-10", "v-d10"]


def test_case_accents_and_first_signs_do_not_count() -> None:
    assert natural("Émile") == natural("emile") == natural("“Emile")
    assert sorted(["Zorin", "émigrés", "Adams"], key=natural) == ["Adams", "émigrés", "Zorin"]


@given(st.lists(st.integers(min_value=0, max_value=10**30)))
def test_any_numbers(numbers: list[int]) -> None:
    assert sorted((str(one) for one in numbers), key=natural) == [str(one) for one in sorted(numbers)]


@given(st.text(alphabet=st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"])))
def test_every_text_comes_before_the_last(text: str) -> None:
    assert natural(text) < LAST
