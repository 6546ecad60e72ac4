"""Counts: precision, recall and F1 as computed by hand, empty sets, sums over documents."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.counts import Count, Measures, Share, largest_first, total


@pytest.mark.parametrize(
    ("count", "precision", "recall", "f1"),
    [
        (Count(3, 4, 6), 0.75, 0.5, 0.6),
        (Count(0, 4, 6), 0.0, 0.0, 0.0),
        (Count(2, 2, 2), 1.0, 1.0, 1.0),
        (Count(0, 0, 5), None, 0.0, 0.0),
        (Count(0, 5, 0), 0.0, None, 0.0),
        (Count(), None, None, None),
    ],
)
def test_a_count_as_computed_by_hand(
    count: Count, precision: float | None, recall: float | None, f1: float | None
) -> None:
    assert (count.precision, count.recall) == (precision, recall)
    assert count.f1 == (None if f1 is None else pytest.approx(f1))


def test_a_total_weighs_finds_and_not_documents() -> None:
    small = Measures({"persons": Count(1, 1, 1)}, {"speaker": Share(1, 1)})
    large = Measures({"persons": Count(1, 9, 3), "groups": Count(0, 1, 0)}, {"speaker": Share(1, 4)})
    both = total([small, large])
    assert both.counts == {"persons": Count(2, 10, 4), "groups": Count(0, 1, 0)}
    assert both.counts["persons"].precision == 0.2  # and not (1 + 1/9) / 2
    assert both.shares["speaker"].rate == pytest.approx(2 / 5)


def test_a_share_of_nothing_has_no_rate() -> None:
    assert Share().rate is None


def test_a_measure_is_asked_by_its_name() -> None:
    measures = Measures(
        {"sayings": Count(1, 4, 2), "sayings.main": Count(1, 1, 2)}, {"speaker": Share(1, 4), "mood": Share()}
    )
    assert measures.value("sayings") == pytest.approx(1 / 3)
    assert measures.value("sayings.main") == pytest.approx(2 / 3)
    assert measures.value("sayings.main.recall") == 0.5
    assert measures.value("sayings.precision") == 0.25
    assert measures.value("speaker") == 0.25
    assert measures.value("mood") is None
    for unknown in ("nothing", "sayings.nothing", "speaker.recall", "recall"):
        with pytest.raises(KeyError):
            measures.value(unknown)


def test_the_heaviest_pairs_come_first_and_each_has_one_partner() -> None:
    weights = Counter({("a", "x"): 3, ("a", "y"): 5, ("b", "y"): 4, ("b", "x"): 1})
    assert largest_first(weights) == {"a": "y", "b": "x"}
    assert largest_first(Counter()) == {}


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_lies_between_precision_and_recall(right: int, more_found: int, more_wanted: int) -> None:
    count = Count(right, right + more_found, right + more_wanted)
    if count.precision is not None and count.recall is not None and count.f1 is not None:
        low, high = sorted((count.precision, count.recall))
        assert low - 1e-9 <= count.f1 <= high + 1e-9
