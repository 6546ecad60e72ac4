"""Sayings: found by their words, one to one; speaker, hedges, nesting, mood and addressee of each pair."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.counts import Count, Share
from kg.evaluate.division import characters, jaccard
from kg.evaluate.gold import Cluster, Gold, GoldSaying
from kg.evaluate.sayings import judge_sayings, same_hedges
from kg.model import Attribution, Hedge, Mention, Reading, Ref, Saying, Span
from tests.small import reading

TEXT = (
    "I write that Kang said that Ri allegedly wrote that the stocks would last. "
    "He may come himself, he added. Then Ri asked who had counted."
)
KANG, RI, ME = Ref("person", "kang", "page"), Ref("person", "ri", "page"), Ref("person", "sender", "page")


def at(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words), words)


OUTER, INNER = at("Ri allegedly wrote that the stocks would last"), at("the stocks would last")
COME, WHO = at("He may come himself"), at("who had counted")
ALLEGEDLY = Hedge(at("allegedly"), "hearsay", "speech-act")
MENTIONS = (Mention(at("Kang"), KANG, "rule"), Mention(at("Ri"), RI, "rule"))


def wanted(id: str, span: Span, speaker: str, **fields: Any) -> GoldSaying:
    given = {"parents": ("narrative",), "speakers": (f"person/{speaker}",), "moods": ("statement",)}
    return GoldSaying(**({"id": id, "spans": (span,)} | given | fields))


GOLD = Gold(
    clusters=(
        Cluster("person/k", "person", (at("Kang"),)),
        Cluster("person/r", "person", (at("Ri"),)),
        Cluster("person/me", "person", ()),
    ),
    sayings=(
        GoldSaying("narrative", (), (), ("person/me",), ("statement",)),
        wanted("outer", OUTER, "k"),
        wanted("inner", INNER, "r", parents=("outer",), hedges=(ALLEGEDLY,)),
        wanted("come", COME, "k", main=False, moods=("possibility", "statement")),
        wanted("who", WHO, "r", moods=("question",), addressees=("person/me",)),
    ),
    author="person/me",
)


def drafted(id: str, span: Span | None, speaker: Ref, within: str = "narrative", **fields: Any) -> Saying:
    one = Attribution(id, (), (speaker,), "reported", "textual")
    given = {"label": id, "within": (within,), "attributions": (one,), "moods": ("statement",)}
    return Saying(**({"id": id, "level": "textual", "content": span} | given | fields))


def draft(*sayings: Saying) -> Reading:
    return reading(sayings=(drafted("narrative", None, ME, within=""), *sayings), author=ME)


PERFECT = (
    drafted("s1", OUTER, KANG),
    drafted("s2", INNER, RI, within="s1", hedges=(ALLEGEDLY,)),
    drafted("s3", COME, KANG, moods=("possibility",)),
    drafted("s4", WHO, RI, moods=("question",), addressees=(ME,)),
)


def test_a_perfect_draft() -> None:
    judged = judge_sayings(GOLD, draft(*PERFECT), MENTIONS, ())
    assert judged.faults == ()
    assert judged.measures.counts == {
        "sayings": Count(4, 4, 4),
        "sayings.speaker": Count(4, 4, 4),
        "sayings.main": Count(3, 3, 3),
        "hedges": Count(1, 1, 1),
    }
    assert judged.measures.shares == {
        "covered": Share(4, 4),
        "overlap": Share(4.0, 4),
        "speaker": Share(4, 4),
        "nesting": Share(4, 4),
        "mood": Share(4, 4),
        "addressee": Share(1, 1),
    }


def test_a_wrong_speaker_is_found_and_not_right() -> None:
    judged = judge_sayings(GOLD, draft(drafted("s4", WHO, KANG, moods=("question",))), MENTIONS, ())
    counts = judged.measures.counts
    assert counts["sayings"] == Count(1, 1, 4)
    assert counts["sayings.speaker"] == Count(0, 1, 4)
    assert counts["sayings.main"] == Count(0, 1, 3)
    notes = {fault.measure: fault.note for fault in judged.faults if fault.kind == "wrong"}
    assert notes == {"speaker": "person/k for person/r", "addressee": "s4 for who"}


def test_free_indirect_speech_counts_for_all_sayings_and_not_for_main_clauses() -> None:
    right = judge_sayings(GOLD, draft(drafted("s3", COME, KANG)), MENTIONS, ()).measures.counts
    assert (right["sayings.speaker"], right["sayings.main"]) == (Count(1, 1, 4), Count(0, 0, 3))
    wrong = judge_sayings(GOLD, draft(drafted("s3", COME, RI)), MENTIONS, ()).measures.counts
    assert wrong["sayings.main"] == Count(0, 1, 3)


def test_what_is_optional_is_no_miss_and_found_rightly_no_false_find() -> None:
    gold = Gold(clusters=GOLD.clusters, sayings=(wanted("who", WHO, "r", optional=True),))
    nothing = judge_sayings(gold, draft(), MENTIONS, ())
    assert nothing.measures.counts["sayings.speaker"] == Count(0, 0, 0)
    assert nothing.faults == ()
    right = judge_sayings(gold, draft(drafted("s4", WHO, RI)), MENTIONS, ())
    assert right.measures.counts["sayings.speaker"] == Count(0, 0, 0)
    wrong = judge_sayings(gold, draft(drafted("s4", WHO, KANG)), MENTIONS, ())
    assert wrong.measures.counts["sayings.speaker"] == Count(0, 1, 0)


def test_words_are_matched_from_half_of_them_on() -> None:
    half = Span(INNER.begin, INNER.begin + 11, "")
    assert jaccard(characters((half,)), characters((INNER,))) == pytest.approx(11 / 21)
    found = judge_sayings(GOLD, draft(drafted("s", half, RI)), MENTIONS, ()).measures
    assert found.counts["sayings"] == Count(1, 1, 4)
    assert found.shares["overlap"].rate == pytest.approx(11 / 21)
    less = Span(INNER.begin, INNER.begin + 10, "")
    assert judge_sayings(GOLD, draft(drafted("s", less, RI)), MENTIONS, ()).measures.counts[
        "sayings"
    ] == Count(0, 1, 4)


def test_one_draft_is_matched_once_and_the_right_speaker_decides_among_equals() -> None:
    twins = (drafted("s1", WHO, KANG), drafted("s2", WHO, RI))
    judged = judge_sayings(GOLD, draft(*twins), MENTIONS, ())
    assert judged.measures.counts["sayings.speaker"] == Count(1, 2, 4)
    assert [f.words for f in judged.faults if f.kind == "false"] == ["who had counted"]


def test_a_longer_saying_covers_and_does_not_match() -> None:
    whole = Span(OUTER.begin, WHO.end, "")
    shares = judge_sayings(GOLD, draft(drafted("s", whole, RI)), MENTIONS, ()).measures
    assert shares.counts["sayings"] == Count(0, 1, 4)
    assert shares.shares["covered"] == Share(2, 4)


def test_nesting_is_right_under_the_same_saying_only() -> None:
    flat = (PERFECT[0], drafted("s2", INNER, RI, hedges=(ALLEGEDLY,)))
    assert judge_sayings(GOLD, draft(*flat), MENTIONS, ()).measures.shares["nesting"] == Share(1, 2)
    alone = (drafted("s2", INNER, RI, within="s1"),)
    assert judge_sayings(GOLD, draft(*alone), MENTIONS, ()).measures.shares["nesting"] == Share(0, 1)
    deep = (PERFECT[0], drafted("s4", WHO, RI, within="s1"))
    assert judge_sayings(GOLD, draft(*deep), MENTIONS, ()).measures.shares["nesting"] == Share(1, 2)


@pytest.mark.parametrize(
    ("given_", "right"),
    [
        ((ALLEGEDLY,), 1),
        ((), 0),
        ((Hedge(at("allegedly"), "epistemic", "speech-act"),), 0),
        ((Hedge(at("allegedly"), "hearsay", "content"),), 0),
        ((Hedge(at("Ri allegedly"), "hearsay", "speech-act"), ALLEGEDLY), 1),
        ((Hedge(at("may"), "hearsay", "speech-act"),), 0),
    ],
)
def test_a_hedge_is_its_word_its_kind_and_its_scope(given_: tuple[Hedge, ...], right: int) -> None:
    assert same_hedges((ALLEGEDLY,), given_) == right


def test_the_hedges_of_a_pair_are_counted() -> None:
    two = drafted("s2", INNER, RI, hedges=(ALLEGEDLY, Hedge(at("may"), "epistemic", "content")))
    judged = judge_sayings(GOLD, draft(two), MENTIONS, ())
    assert judged.measures.counts["hedges"] == Count(1, 2, 1)
    assert any(f.measure == "hedges" for f in judged.faults)


def test_a_speaker_left_open() -> None:
    either = wanted("x", WHO, "r", speakers=("person/k", "person/r"), unclear=True)
    gold = Gold(clusters=GOLD.clusters, sayings=(either,))
    assert (
        judge_sayings(gold, draft(drafted("s", WHO, KANG)), MENTIONS, ()).measures.shares["speaker"].rate == 1
    )
    assert (
        judge_sayings(gold, draft(drafted("s", WHO, ME)), MENTIONS, ()).measures.shares["speaker"].rate == 0
    )


def test_nobody_named_is_right_where_the_draft_names_nobody() -> None:
    gold = Gold(clusters=GOLD.clusters, sayings=(wanted("x", WHO, "r", speakers=()),))
    nobody = drafted("s", WHO, KANG, attributions=(Attribution("s", (), (), "reported", "textual"),))
    assert judge_sayings(gold, draft(nobody), MENTIONS, ()).measures.shares["speaker"].rate == 1
    assert (
        judge_sayings(gold, draft(drafted("s", WHO, KANG)), MENTIONS, ()).measures.shares["speaker"].rate == 0
    )


def test_joint_speakers_are_all_of_them() -> None:
    gold = Gold(clusters=GOLD.clusters, sayings=(wanted("x", WHO, "r", speakers=("person/k", "person/r")),))
    both = (Attribution("s", (), (KANG, RI), "reported", "textual"),)
    joint = draft(drafted("s", WHO, KANG, attributions=both))
    assert judge_sayings(gold, joint, MENTIONS, ()).measures.shares["speaker"].rate == 1
    assert (
        judge_sayings(gold, draft(drafted("s", WHO, KANG)), MENTIONS, ()).measures.shares["speaker"].rate == 0
    )


def test_i_is_the_author() -> None:
    gold = Gold(clusters=GOLD.clusters, sayings=(wanted("x", WHO, "me"),), author="person/me")
    assert (
        judge_sayings(gold, draft(drafted("s", WHO, ME)), MENTIONS, ()).measures.shares["speaker"].rate == 1
    )


def test_without_a_draft_all_is_missed() -> None:
    judged = judge_sayings(GOLD, None, MENTIONS, ())
    assert judged.measures.counts["sayings.main"] == Count(0, 0, 3)
    assert [fault.kind for fault in judged.faults] == ["missed"] * 4


def test_a_gold_without_sayings_judges_none() -> None:
    assert judge_sayings(Gold(), draft(*PERFECT), MENTIONS, ()).measures.counts == {}


@given(st.sets(st.integers(0, 30)), st.sets(st.integers(0, 30)))
def test_jaccard_is_a_share_and_the_same_from_both_sides(one: set[int], other: set[int]) -> None:
    assert 0 <= jaccard(one, other) == jaccard(other, one) <= 1
    assert jaccard(one, one) == (1.0 if one else 0.0)
