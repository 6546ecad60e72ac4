"""Joined clauses: a draft may have them as one saying or as one each, and neither is wrong."""

from __future__ import annotations

from dataclasses import replace

from kg.evaluate.counts import Count, Share
from kg.evaluate.division import divided
from kg.evaluate.gold import Gold, GoldSaying
from kg.evaluate.sayings import judge_sayings
from kg.model import Hedge, Span
from tests.test_evaluate_sayings import GOLD, MENTIONS, draft, drafted, wanted
from tests.test_evaluate_sayings import KANG as SPEAKER

WHOLE, FIRST, SECOND = Span(0, 60, "whole"), Span(0, 25, "first"), Span(31, 60, "second")
INSIDE = Span(40, 60, "inside")
EARLY, LATE, STRAY = (Hedge(Span(at, at + 3, "may"), "epistemic", "content") for at in (2, 35, 27))
JOINED = wanted("joined", WHOLE, "k", parts=(FIRST, SECOND), hedges=(EARLY, LATE, STRAY))
NESTED = wanted("nested", INSIDE, "r", parents=("joined",), main=False)


def judged(*sayings: GoldSaying, **spans: Span) -> Count:
    gold = Gold(clusters=GOLD.clusters, sayings=sayings)
    made = draft(*(drafted(name, span, SPEAKER) for name, span in spans.items()))
    return judge_sayings(gold, made, MENTIONS, ()).measures.counts["sayings.speaker"]


def test_one_saying_or_one_each_is_right() -> None:
    assert judged(JOINED, s1=WHOLE) == Count(1, 1, 1)
    assert judged(JOINED, s1=FIRST, s2=SECOND) == Count(2, 2, 2)
    assert judged(JOINED, s1=SECOND) == Count(1, 1, 2)
    assert judged(JOINED) == Count(0, 0, 1)


def test_the_whole_and_a_clause_again_is_one_too_many() -> None:
    assert judged(JOINED, s1=WHOLE, s2=SECOND) == Count(1, 2, 1)


def test_a_saying_without_parts_stays_whole() -> None:
    assert judged(replace(JOINED, parts=()), s1=FIRST, s2=SECOND) == Count(0, 2, 1)


def test_hedges_go_with_their_clause() -> None:
    drafts = [drafted("s1", FIRST, SPEAKER), drafted("s2", SECOND, SPEAKER)]
    first, second = divided([JOINED], drafts)
    assert (first.id, first.hedges) == ("joined-1", (EARLY, STRAY))
    assert (second.id, second.hedges) == ("joined-2", (LATE,))
    assert divided([JOINED], [drafted("s1", WHOLE, SPEAKER)]) == [JOINED]


def test_what_is_nested_may_stand_under_any_clause() -> None:
    gold = Gold(clusters=GOLD.clusters, sayings=(JOINED, NESTED))
    made = draft(
        drafted("s1", FIRST, SPEAKER),
        drafted("s2", SECOND, SPEAKER),
        drafted("s3", INSIDE, SPEAKER, within="s2"),
    )
    assert judge_sayings(gold, made, MENTIONS, ()).measures.shares["nesting"] == Share(3, 3)


def test_what_stands_under_a_saying_that_may_be_left_out_moves_up() -> None:
    frame = wanted("frame", WHOLE, "k", optional=True)
    inner = wanted("inner", INSIDE, "k", parents=("frame",))
    gold = Gold(clusters=GOLD.clusters, sayings=(frame, inner))
    flat = draft(drafted("s", INSIDE, SPEAKER))
    assert judge_sayings(gold, flat, MENTIONS, ()).measures.shares["nesting"] == Share(1, 1)
    framed = draft(drafted("f", WHOLE, SPEAKER), drafted("s", INSIDE, SPEAKER))
    assert judge_sayings(gold, framed, MENTIONS, ()).measures.shares["nesting"] == Share(1, 2)
