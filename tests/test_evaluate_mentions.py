"""Mentions: spans matched one to one, identity by clusters, and whom a draft's references mean."""

from __future__ import annotations

from kg.evaluate.counts import Count
from kg.evaluate.gold import Cluster, Gold
from kg.evaluate.mentions import denoted, judge_mentions, pair_up
from kg.model import Candidate, Mention, Ref, Span

TEXT = "Kang Tae-mu met Ri. Later Kang told Ri and the Minister that he agreed."


def at(words: str, nth: int = 0) -> Span:
    begin = -1
    for _ in range(nth + 1):
        begin = TEXT.index(words, begin + 1)
    return Span(begin, begin + len(words), words)


KANG = Cluster("person/kang", "person", (at("Kang Tae-mu"), at("Kang", 1)), (at("he", 1),))
RI = Cluster("person/ri", "person", (at("Ri"), at("Ri", 1)))
MINISTER = Cluster("person/minister", "person", (), (at("the Minister"),))
GOLD = Gold(clusters=(KANG, RI, MINISTER), judged=("person",))


def mention(span: Span, key: str, kind: str = "person", owner: str | None = "page") -> Mention:
    return Mention(span, Ref(kind, key, owner), "rule")


def test_all_right() -> None:
    found = [
        mention(at("Kang Tae-mu"), "a"),
        mention(at("Ri"), "b"),
        mention(at("Kang", 1), "a"),
        mention(at("Ri", 1), "b"),
    ]
    judged = judge_mentions(GOLD, found)
    assert judged.measures.counts == {"persons": Count(4, 4, 4), "persons.identity": Count(4, 4, 4)}
    assert judged.faults == ()


def test_a_span_that_overlaps_is_found_and_counts_once() -> None:
    judged = judge_mentions(GOLD, [mention(at("Tae-mu met"), "a"), mention(at("Kang Tae"), "a")])
    assert judged.measures.counts["persons"] == Count(1, 2, 4)
    assert sorted((fault.kind, fault.words) for fault in judged.faults) == [
        ("false", "Tae-mu met"),
        ("missed", "Kang"),
        ("missed", "Ri"),
        ("missed", "Ri"),
    ]


def test_two_references_for_one_person_split_the_identity() -> None:
    """Kang is a twice and c once: the larger half is taken for him, the other is mistaken."""
    found = [mention(at("Kang Tae-mu"), "a"), mention(at("Kang", 1), "c"), mention(at("Ri"), "b")]
    judged = judge_mentions(GOLD, found)
    assert judged.measures.counts == {"persons": Count(3, 3, 4), "persons.identity": Count(2, 3, 4)}
    wrong = [fault for fault in judged.faults if fault.kind == "wrong"]
    assert [(fault.words, fault.note) for fault in wrong] == [("Kang", "person/page:c for person/kang")]


def test_one_reference_for_two_persons_is_one_of_them_only() -> None:
    found = [mention(at("Kang Tae-mu"), "a"), mention(at("Kang", 1), "a"), mention(at("Ri"), "a")]
    assert judge_mentions(GOLD, found).measures.counts["persons.identity"] == Count(2, 3, 4)


def test_a_wording_that_may_be_found_counts_neither_way() -> None:
    judged = judge_mentions(GOLD, [mention(at("the Minister"), "m"), mention(at("he", 1), "a")])
    assert judged.measures.counts["persons"] == Count(0, 0, 4)


def test_only_the_kinds_of_the_gold_are_judged() -> None:
    judged = judge_mentions(GOLD, [mention(at("Later"), "later", "place")])
    assert set(judged.measures.counts) == {"persons", "persons.identity"}
    assert judge_mentions(Gold(), [mention(at("Ri"), "b")]).measures.counts == {}


def test_the_longest_overlaps_are_paired_first() -> None:
    names = [("x", Span(0, 10, "")), ("x", Span(8, 20, ""))]
    given = [("a", Span(5, 20, "")), ("a", Span(0, 3, ""))]
    assert pair_up(names, given) == [(0, 1), (1, 0)]
    assert pair_up(names, []) == pair_up([], given) == []


def test_a_reference_means_whom_most_of_its_mentions_stand_on() -> None:
    found = [mention(at("Kang Tae-mu"), "a"), mention(at("Ri"), "a"), mention(at("he", 1), "a")]
    assert denoted(GOLD, found, ()) == {Ref("person", "a", "page"): "person/kang"}


def test_a_candidate_without_mentions_means_who_is_written_so() -> None:
    minister = Candidate("person", "page", "m", "Minister", ("the Minister",), "role", unnamed=True)
    stranger = Candidate("person", "page", "s", "Stranger", ("Stranger",), "title")
    assert denoted(GOLD, (), (minister, stranger)) == {minister.ref: "person/minister"}
