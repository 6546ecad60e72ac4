"""Countries, cities and regions, where they are meant as places."""

from __future__ import annotations

import pytest

from kg.annotate.found import find
from kg.model import Ref, SiteField, Span
from tests.annotate.marked import NOBODY, lines, look, named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He went to Warsaw.", ["Warsaw"]),
        ("Pyongyang, 3 May 1951", ["Pyongyang"]),
        ("the Democratic People's Republic of Korea", ["Democratic People's Republic of Korea"]),
        ("in Washington, D.C., on Monday", ["Washington, D.C."]),
        ("Romania's answer", ["Romania"]),
        ("the USSR Ambassador", ["USSR"]),
        ("the Berlin Wall and the Geneva Conference", []),
        ("the Warsaw Pact", []),
        ("the Polish side", []),
        ("Koreans, Chinatown", []),
    ],
)
def test_places(text: str, names: list[str]) -> None:
    assert [words for words, _ in named(text, "place")] == names


def test_the_names_of_one_place_are_one() -> None:
    text = "The DPRK is North Korea. The Democratic People's Republic of Korea agrees."
    assert {key for _, key in named(text, "place")} == {"north-korea"}
    (place,) = look(text).candidates
    assert (place.kind, place.label, len(place.forms)) == ("place", "North Korea", 3)


def test_places_that_the_page_names() -> None:
    text = "Bread rose in Zabrak.\nZabrak\nAssociated Places"
    document = lines(text)
    object.__setattr__(document, "place_from", Span(22, 28, "Zabrak"))
    object.__setattr__(document, "fields", (SiteField("Associated Places", (Span(14, 20, "Zabrak"),)),))
    refs = [mention.ref for mention in find(document, NOBODY).mentions if mention.ref.kind == "place"]
    assert refs == [Ref("place", "zabrak", "page")] * 2
