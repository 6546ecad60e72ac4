"""Who is who in one document: names of one person are joined, different persons stay apart."""

from __future__ import annotations

import pytest

from kg.annotate.sameness import agree
from tests.annotate.marked import known, look, named, persons


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Ambassador Ivan Petrovsky spoke. Petrovsky left.", {"ivan-petrovsky"}),
        ("A. Petrovsky wrote. Andrei Petrovsky left. Comrade Petrovsky sat.", {"andrei-petrovsky"}),
        ("Comrade Petrovsky. PETROVSKY said no.", {"petrovsky"}),
        ("Fidel Castaño spoke. Fidel said no.", {"fidel-castano"}),
        ("Ivan Petrovsky and Oleg Petrovsky spoke.", {"ivan-petrovsky", "oleg-petrovsky"}),
        ("Mr. Halloway came with Mrs. Halloway.", {"halloway", "halloway-2"}),
        ("I. Petrovsky met O. Petrovsky.", {"i-petrovsky", "o-petrovsky"}),
        ("Kim Il met Kim Il Sung.", {"kim-il", "kim-il-sung"}),
        ("Pak Heon-yeong spoke. Pak Hon-yong left.", {"pak-heon-yeong"}),
        ("Hua Guofeng spoke. Chairman Hua Kuo-feng left. Hua smiled.", {"hua-guofeng"}),
        ("Filippov [Stalin] wrote. Stalin said so; Filippov signed.", {"filippov"}),
        ("Nikita Khrushchev came. Chairman Khruschev left.", {"nikita-khrushchev", "khruschev"}),
    ],
)
def test_persons_of_a_text(text: str, keys: set[str]) -> None:
    assert persons(text) == keys


def test_a_bare_name_that_could_be_two_persons_is_nobodys() -> None:
    text = "Ivan Petrovsky and Oleg Petrovsky spoke. Then Petrovsky left."
    assert [words for words, _ in named(text)] == ["Ivan Petrovsky", "Oleg Petrovsky"]


def test_a_bare_name_is_the_only_one_named_before_it() -> None:
    text = "Ivan Petrovsky spoke. Petrovsky left. Then Oleg Petrovsky came."
    assert named(text)[1] == ("Petrovsky", "ivan-petrovsky")


def test_the_same_office_tells_two_persons_apart() -> None:
    text = "Foreign Minister Huang Hua and Ambassador Huang Chen came. Ambassador Huang said no."
    assert named(text)[-1] == ("Huang", "huang-chen")


def test_a_code_name_and_its_bearer_are_one() -> None:
    stalin = known(stalin=["Stalin"])
    found = look("Filippov [Stalin] wrote to me. I answered Comrade Filippov.", stalin)
    assert {mention.ref.key for mention in found.mentions} == {"stalin"}
    assert len(found.mentions) == 3


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("andrei",), ("a.",), True),
        (("andrei", "a."), ("andrey",), True),
        (("andrei",), (), True),
        (("yuri",), ("yu.",), True),
        (("ivan",), ("oleg",), False),
        (("a.", "b."), ("a.", "c."), False),
        (("il",), ("ilsung",), False),
    ],
)
def test_forenames_that_agree(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    assert agree([part.rstrip(".") for part in one], [part.rstrip(".") for part in other]) is same
