"""Which entries of the authority files somebody may be: proposed with a score and a reason, never decided."""

from __future__ import annotations

import time

import pytest

from kg.annotate.likeness import LEAST, MOST, likely
from kg.authority import AuthorityIndex, read_authority
from kg.model import Authority, NameForm, Ref
from tests.annotate.marked import known, look
from tests.pages import ROOT

NAMES = known(
    gromyko=["Andrei Gromyko"],
    zhou=["Zhou Enlai"],
    pak=["Pak Heon-yeong"],
    kim=["Kim Il Sung"],
    khrushchev=["Nikita Khrushchev"],
    brandt=["Willy Brandt"],
)


@pytest.mark.parametrize(
    ("name", "key", "why"),
    [
        ("Andrei Gromyko", "gromyko", "the same words"),
        ("GROMYKO, Andrei", "gromyko", "the same words"),
        ("Gromyko", "gromyko", "the same family name"),
        ("A. A. Gromyko", "gromyko", "the same family name and initial"),
        ("Chou En-lai", "zhou", "the same syllables in Pinyin and Wade-Giles"),
        ("Pak Hon Yong", "pak", "the same syllables in the romanisations of Korean"),
        ("Il Sung Kim", "kim", "the same words"),
        ("Nikita Chruschtschow", "khrushchev", "the same letters in the transliterations of Russian"),
        ("Willy Brand", "brandt", "spelled almost like 'willy brandt'"),
    ],
)
def test_a_likeness_and_its_reason(name: str, key: str, why: str) -> None:
    first = likely([name], NAMES)[0]
    assert (first.ref, first.why) == (Ref("person", key), why)
    assert LEAST <= first.score <= 1


@pytest.mark.parametrize("name", ["Molotov", "Kim Du-bong", "Zhou Xun", "Wilson", "", "?"])
def test_no_likeness(name: str) -> None:
    assert likely([name], NAMES) == ()


def test_the_best_come_first_and_are_few() -> None:
    many = known(
        **{f"smith_{n}": [f"{name} Smith"] for n, name in enumerate(["Alan", "Bert", "Carl", "Dora"])}
    )
    found = likely(["Smith", "Bert Smith"], many)
    assert len(found) == MOST
    assert found[0].ref.key == "smith-1"
    assert [like.score for like in found] == sorted((like.score for like in found), reverse=True)


def test_a_likeness_is_no_identity() -> None:
    """A bare family name is no form of the entry: it stays a candidate, with the entry proposed."""
    found = look("Comrade Gromyko said so. Gromyko left.", NAMES)
    (candidate,) = [one for one in found.candidates if one.kind == "person"]
    assert candidate.likely[0].ref == Ref("person", "gromyko")
    assert {mention.ref for mention in found.mentions} == {candidate.ref}


def test_a_form_of_an_entry_is_the_entry() -> None:
    found = look("Andrei Gromyko said so. Later Gromyko left, and A. Gromyko wrote.", NAMES)
    assert {mention.ref for mention in found.mentions} == {Ref("person", "gromyko")}
    assert len(found.mentions) == 3
    assert found.candidates == ()


def test_groups_and_places_are_compared_by_their_words() -> None:
    entries = {
        Ref("group", "cc"): Authority("group", "cc", "the Central Committee of the Party", "test"),
        Ref("place", "korea"): Authority(
            "place", "korea", "Korea", "test", (NameForm("Corea", "en", "text", "t"),)
        ),
    }
    authority = AuthorityIndex(entries)
    assert likely(["Central Committee of the Party"], authority, "group")[0].score == 1
    assert likely(["Korea"], authority, "place")[0].ref.key == "korea"
    assert likely(["Korea"], authority) == ()


def test_the_unnamed_ambassador_is_proposed() -> None:
    authority = read_authority(ROOT / "data" / "authority")
    assert likely(["Soviet ambassador to the DPRK"], authority)[0].score == 1


def test_many_names_are_looked_up_quickly() -> None:
    parts = ["gor", "mel", "tan", "vis", "kub", "lev", "sok", "dan", "rud", "pol", "ber", "zim", "yar", "nik"]
    names = [f"{a.title()}{b}{c}ov" for a in parts for b in parts for c in parts]
    many = known(**{name: [f"Ivan {name}"] for name in names})
    likely(["x"], many)
    begin = time.process_time()
    for name in names[::30]:
        assert likely([f"I. {name}"], many)[0].ref.key == name
    assert time.process_time() - begin < 5
