"""Fields: what is right, missed, false and invented, with every field of a document."""

from __future__ import annotations

from typing import Any

import pytest

from kg.evaluate.counts import Count, Share
from kg.evaluate.fields import judge_fields, match
from kg.evaluate.gold import Gold, Value
from kg.evaluate.goldfields import read_fields
from kg.evaluate.values import FIELDS, value
from kg.evaluate.writings import compared
from kg.model import (
    CallNumber,
    Credit,
    Footnote,
    Number,
    Party,
    Recipient,
    SignOff,
    SiteField,
    Span,
    WrittenDate,
)
from tests.small import note

TEXT = (
    "November 4, 1950. A Title. No. 1476/sh. Sent 4.11.50 at 3:15 a.m. Secret. To Cde. Stalin. "
    "SHTYKOV, Ambassador. AP RF, f. 45, ll. 1–2. Translated by Ann Lee. 1 A note. A summary  of it."
)


def at(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words), words)


DOCUMENT = note(
    TEXT,
    title=at("A Title"),
    summary=at("A summary  of it."),
    dates=(
        WrittenDate("page", at("November 4, 1950"), "1950-11-04"),
        WrittenDate("sent", at("4.11.50"), "1950-11-04", "03:15"),
    ),
    numbers=(Number("own", at("No. 1476/sh")), Number("cited", at("1476"))),
    sender=Party(at("SHTYKOV, Ambassador"), name="SHTYKOV", role="Ambassador"),
    classification=(at("Secret"),),
    distribution=(Recipient(at("Cde. Stalin"), "Cde. Stalin", 2),),
    sign_offs=(SignOff(at("SHTYKOV, Ambassador"), at("SHTYKOV"), at("Ambassador")),),
    call_numbers=(
        CallNumber(
            "source", at("AP RF, f. 45"), "AP RF, f. 45", "AP RF", (("fond", "45"), ("leaves", "1–2"))
        ),
    ),
    credits=(Credit("translator", at("Ann Lee"), "Ann Lee"),),
    footnotes=(Footnote("1", at("1 A note"), "A note"),),
    fields=(SiteField("Record ID"), SiteField("Associated Places", (at("Title"), at("Secret")))),
    place_from=at("Title"),
    original_language="ru",
)

RIGHT: dict[str, Any] = {
    "page-date": "1950-11-04",
    "title": "a title",
    "dates": [{"kind": "sent", "date": "1950-11-04", "time": "03:15"}],
    "numbers": [{"kind": "own", "number": "1476/sh"}],
    "cited": ["1476"],
    "sender": {"name": "Shtykov", "office": "the ambassador"},
    "addressee": None,
    "via": None,
    "place-from": "Title",
    "classification": ["SECRET"],
    "distribution": [{"name": "Stalin", "copies": "2"}],
    "sign-offs": [{"name": "Shtykov", "identity": None}],
    "citations": [{"kind": "source", "repository": "APRF", "parts": {"fond": "45", "leaves": "1-2"}}],
    "credits": [{"kind": "translator", "name": "Ann Lee"}],
    "summary": "A summary of it.",
    "footnotes": ["1"],
    "original-language": "ru",
    "site": {"Record ID": None, "Associated Places": ["Title", "Secret"]},
}


def test_what_is_right_is_right_in_every_field() -> None:
    judged = judge_fields(Gold(read_fields(RIGHT)), DOCUMENT)
    assert judged.faults == ()
    for name, count in judged.measures.counts.items():
        assert count.right == count.found == count.wanted, name
    assert judged.measures.counts["fields"] == Count(18, 18, 18)
    assert judged.measures.shares["invented"] == Share(0, 18)


def test_every_field_of_the_table_can_be_judged() -> None:
    assert set(RIGHT) | {"times", "heading", "funder", "place-to", "language"} == set(FIELDS)


def test_a_key_left_out_is_not_judged() -> None:
    judged = judge_fields(Gold(read_fields({"title": "A Title"})), DOCUMENT)
    assert set(judged.measures.counts) == {"fields", "fields.title"}
    assert judge_fields(Gold(), DOCUMENT).measures.counts == {}


def test_a_wrong_value_is_missed_and_false_and_not_invented() -> None:
    judged = judge_fields(Gold(read_fields({"title": "Another"})), DOCUMENT)
    assert judged.measures.counts["fields.title"] == Count(0, 1, 1)
    assert [(fault.kind, fault.words) for fault in judged.faults] == [
        ("missed", "value Another"),
        ("false", "value A Title"),
    ]
    assert judged.faults[1].span == at("A Title")
    assert judged.measures.shares["invented"] == Share(0, 1)


def test_a_value_where_the_page_states_none_is_invented() -> None:
    judged = judge_fields(Gold(read_fields({"sender": None, "title": "A Title"})), DOCUMENT)
    assert judged.measures.counts["fields.sender"] == Count(0, 1, 0)
    assert judged.measures.shares["invented"] == Share(1, 2)
    assert judged.faults[0].note == "the page states none"


def test_a_slot_where_the_page_states_none_is_invented() -> None:
    gold = Gold(read_fields({"sender": {"name": None, "role": "Ambassador"}}))
    judged = judge_fields(gold, DOCUMENT)
    assert judged.measures.counts["fields.sender"] == Count(0, 1, 1)
    assert judged.measures.shares["invented"] == Share(1, 1)


def test_a_value_of_the_site_where_the_label_stands_alone_is_invented() -> None:
    judged = judge_fields(Gold(read_fields({"site": {"Associated Places": None}})), DOCUMENT)
    assert judged.measures.counts["fields.site"] == Count(0, 2, 0)
    assert judged.measures.shares["invented"] == Share(2, 2)


def test_what_is_optional_counts_neither_way() -> None:
    there = {"classification": [{"value": "Secret", "optional": True}]}
    assert judge_fields(Gold(read_fields(there)), DOCUMENT).measures.counts["fields"] == Count(0, 0, 0)
    lacking = {"classification": ["Secret", {"value": "Eyes Only", "optional": True}]}
    judged = judge_fields(Gold(read_fields(lacking)), DOCUMENT)
    assert judged.measures.counts["fields"] == Count(1, 1, 1)
    assert judged.faults == ()
    other = {"classification": [{"value": "Eyes Only", "optional": True}]}
    assert judge_fields(Gold(read_fields(other)), DOCUMENT).measures.shares["invented"] == Share(1, 1)


def test_a_value_that_the_page_repeats_is_one() -> None:
    twice = note(
        TEXT,
        dates=(
            WrittenDate("sent", at("4.11.50"), "1950-11-04"),
            WrittenDate("sent", at("Sent"), "1950-11-04"),
        ),
    )
    wanted = {"dates": [{"kind": "sent", "date": "1950-11-04"}]}
    assert judge_fields(Gold(read_fields(wanted)), twice).measures.counts["fields.dates"] == Count(1, 1, 1)


def test_without_a_document_all_is_missed() -> None:
    judged = judge_fields(Gold(read_fields(RIGHT)), None)
    assert judged.measures.counts["fields"] == Count(0, 0, 18)
    assert {fault.kind for fault in judged.faults} == {"missed"}


def test_the_most_pairs_are_found() -> None:
    """The first wanted value fits both, the second only the one that a greedy match would have taken."""
    either, one = Value({"x": ("a", "b")}, ""), Value({"x": ("a",)}, "")
    assert match([either, one], [value({"x": ["a"]}), value({"x": ["b"]})]) == {0: 1, 1: 0}
    assert match([either, one], [value({"x": ["a"]})]) in ({0: 0}, {1: 0})
    assert match([], [value({"x": ["a"]})]) == {}
    assert match([one], []) == {}


@pytest.mark.parametrize(
    ("slot", "one", "other"),
    [
        ("number", "Nº 1258", "1258"),
        ("number", "Ciphergram No. 14877", "14877"),
        ("number", "# 600428/sh", "600428/SH"),
        ("number", "Incoming No. 7731/sh", "7731/sh"),
        ("name", "Cde. Stalin", "STALIN"),
        ("name", "Comrade George Macovei", "George Macovei"),
        ("post", "the Soviet ambassador", "Soviet ambassador"),
        ("repository", "AP RF", "APRF"),
        ("part:leaves", "19–21", "19-21"),
        ("label", "Author(s):", "authors"),
        ("value", "“A”  title", '"a" Title.'),
    ],
)
def test_two_writings_of_the_same(slot: str, one: str, other: str) -> None:
    assert compared(slot, one) == compared(slot, other)


@pytest.mark.parametrize(
    ("slot", "one", "other"),
    [
        ("number", "1258", "1259"),
        ("number", "1476/sh", "1476"),
        ("name", "Kim Il", "Kim Il Sung"),
        ("exact", "A summary.", "a summary."),
        ("part:leaves", "19-21", "19-22"),
    ],
)
def test_two_writings_of_different_things(slot: str, one: str, other: str) -> None:
    assert compared(slot, one) != compared(slot, other)
