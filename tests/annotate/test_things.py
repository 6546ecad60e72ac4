"""Names that the source marks up, and things of one label."""

from __future__ import annotations

from kg.annotate.found import find
from kg.model import Candidate, Document, Mention, Ref, Tagged
from tests.annotate.marked import NOBODY, known, lines
from tests.annotate.test_structure import at

PEOPLE = (
    Candidate("person", "vol-1", "p_HJ1", "Hollis, John", ("Hollis, John", "John Hollis"), "source"),
    Candidate("person", "vol-1", "p_BA1", "Barr, Ann", ("Barr, Ann", "Ann Barr"), "source"),
    Candidate("group", "vol-1", "t_ICE", "Ice Board", ("Ice Board",), "source"),
)


def tagged(text: str, *tags: tuple[str, str, str | None]) -> Document:
    document = lines(text)
    object.__setattr__(document, "people", PEOPLE)
    names = tuple(Tagged(at(text, words), kind, key) for words, kind, key in tags)
    object.__setattr__(document, "tagged", names)
    return document


def test_a_tagged_name_is_the_entry_of_the_list() -> None:
    text = "Mr. Hollis to Mrs. Dunn. Hollis was late; the Ice Board was not."
    document = tagged(
        text,
        ("Mr. Hollis", "person", "p_HJ1"),
        ("Mrs. Dunn", "person", None),
        ("Ice Board", "group", "t_ICE"),
    )
    found = find(document, NOBODY)
    assert Mention(at(text, "Mr. Hollis"), Ref("person", "p_HJ1", "vol-1"), "tag") in found.mentions
    assert Mention(at(text, "Ice Board"), Ref("group", "t_ICE", "vol-1"), "tag") in found.mentions
    assert {mention.span.text for mention in found.mentions if mention.ref.key == "p_HJ1"} == {
        "Mr. Hollis",
        "Hollis",
    }
    assert {mention.ref.key for mention in found.mentions if mention.span.text == "Mrs. Dunn"} == {"dunn"}
    assert {candidate.key for candidate in found.candidates} == {"p_HJ1", "t_ICE", "dunn"}


def test_a_tagged_name_without_a_key_is_looked_up_in_the_list() -> None:
    text = "To Ann Barr, in haste"
    found = find(tagged(text, ("Ann Barr", "person", None)), NOBODY)
    assert [mention.ref for mention in found.mentions] == [Ref("person", "p_BA1", "vol-1")]


def test_known_names_come_before_tags() -> None:
    text = "To Ann Barr, in haste"
    found = find(tagged(text, ("Ann Barr", "person", "p_BA1")), known(ann=["Ann Barr"]))
    assert [mention.ref for mention in found.mentions] == [Ref("person", "ann")]


def test_a_tagged_place() -> None:
    text = "Zabrak, 3 May"
    found = find(tagged(text, ("Zabrak,", "place", None)), NOBODY)
    (candidate,) = found.candidates
    assert (candidate.kind, candidate.key, candidate.rule) == ("place", "zabrak", "tag")
