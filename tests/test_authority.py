"""Authority files: looked up by reference; every mistake names file, line and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.authority import AuthorityIndex, read_authority
from kg.errors import AuthorityError
from kg.model import NameForm, Ref
from tests.pages import ROOT

PERSON = "  heo-gai:\n    label: Heo Gai\n    source: a telegram\n"


def read(folder: Path, **files: str) -> AuthorityIndex:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return read_authority(folder)


def mistake(folder: Path, **files: str) -> str:
    with pytest.raises(AuthorityError) as caught:
        read(folder, **files)
    return str(caught.value).replace(f"{folder}/", "")


@pytest.fixture(scope="module")
def own() -> AuthorityIndex:
    return read_authority(ROOT / "data" / "authority")


def test_the_entries_of_this_dataset(own: AuthorityIndex) -> None:
    assert own.keys("person") == tuple(sorted(own.keys("person")))
    assert len(own.keys("person")) == 12
    assert {entry.kind for entry in own} == {"person", "group", "place", "event", "role"}
    assert len(own) == len(list(own)) == len({(entry.kind, entry.key) for entry in own})


def test_a_person_with_names_and_sourced_dates(own: AuthorityIndex) -> None:
    heo = own[Ref("person", "heo-gai")]
    assert (heo.born, heo.died) == ("1908-03-18", "1953-07-02")
    assert ("born", "1908-03-18", "Wikidata Q301761") in heo.facts
    assert NameForm("Ho Ka I", "ko-Latn", "bracket", "document/telegram-1258") in heo.names
    assert NameForm("허가이", "ko-Hang", "native", "Wikidata Q301761") in heo.names
    assert own[Ref("person", "pak-il-u")].died == "1955?"
    assert own[Ref("person", "pak-heon-yeong")].died is None, "the sources contradict each other"


def test_the_unnamed_have_the_label_of_the_text(own: AuthorityIndex) -> None:
    author = own[Ref("person", "soviet-ambassador-dprk-1950")]
    assert author.unnamed
    assert author.label == "the Soviet ambassador to the DPRK"
    assert author.names == ()


def test_council_and_central_committee_are_two(own: AuthorityIndex) -> None:
    for key in ("labor-party-central-committee", "party-political-council"):
        assert own[Ref("group", key)].part_of == "labor-party-of-korea"


def test_states_act_as_groups_and_are_places_too(own: AuthorityIndex) -> None:
    matched = {form.text: ref for ref, form in own.names()}
    assert matched["Soviet Union"] == Ref("group", "soviet-union")
    assert matched["Korea"] == Ref("place", "korea")
    assert Ref("place", "china") in own


def test_roles_are_never_matched(own: AuthorityIndex) -> None:
    assert Ref("role", "ambassador") in own
    assert all(ref.kind != "role" for ref, _ in own.names())


def test_what_is_absent_is_none(own: AuthorityIndex) -> None:
    assert own.get(Ref("person", "nobody")) is None
    assert Ref("person", "nobody") not in own
    assert "person/heo-gai" not in own


def test_a_key_that_stands_twice(tmp_path: Path) -> None:
    told = mistake(tmp_path, persons=f"persons:\n{PERSON}{PERSON}")
    assert told.startswith("persons.yaml:5 (persons.heo-gai): 'heo-gai' stands here twice: ")
    assert "on line 2 and on line 5" in told


def test_a_key_that_stands_in_two_files(tmp_path: Path) -> None:
    text = f"persons:\n{PERSON}"
    told = mistake(tmp_path, a=text, b=f"# more\n{text}")
    assert told.startswith("b.yaml:3 (persons.heo-gai): the person 'heo-gai' stands in ")
    assert "a.yaml:2" in told


def test_an_unknown_field(tmp_path: Path) -> None:
    told = mistake(tmp_path, persons=f"persons:\n{PERSON}    burn: 1908\n")
    assert told == "persons.yaml:5 (persons.heo-gai.burn): unknown key 'burn'. Did you mean born?"


def test_an_unknown_section(tmp_path: Path) -> None:
    assert "unknown key 'people'" in mistake(tmp_path, a=f"people:\n{PERSON}")


def test_a_missing_field(tmp_path: Path) -> None:
    told = mistake(tmp_path, persons="persons:\n  heo-gai:\n    label: Heo Gai\n")
    assert told.startswith("persons.yaml:2 (persons.heo-gai): 'source' is missing")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("    born: in March\n", "5 (persons.heo-gai.born): 'in March' will not do: a date is written"),
        ("    born: 1908-13-01\n", "'1908-13-01' will not do"),
        ("    born: {date: 1908}\n", "'source' is missing"),
        ("    names: Heo\n", "must be a list, not the text 'Heo'"),
        ("    names: []\n", "(persons.heo-gai.names): is empty"),
        ("    names:\n      - {form: Heo, lang: Korean, kind: text}\n", "6 (persons.heo-gai.names[1].lang)"),
        ("    names:\n      - {form: Heo, lang: ko, kind: txt}\n", "'txt' is none of: text, bracket"),
        ("    unnamed: perhaps\n", "must be true or false, not the text 'perhaps'"),
        ("    description:\n", "(persons.heo-gai.description): nothing stands after the key"),
    ],
)
def test_a_value_that_will_not_do(tmp_path: Path, fields: str, said: str) -> None:
    assert said in mistake(tmp_path, persons=f"persons:\n{PERSON}{fields}")


def test_a_key_that_could_not_stand_in_an_address(tmp_path: Path) -> None:
    assert "'Heo Gai' will not do: a key is made of" in mistake(
        tmp_path, persons="persons:\n  Heo Gai:\n    label: Heo Gai\n    source: x\n"
    )


def test_one_form_for_two(tmp_path: Path) -> None:
    form = "    names:\n      - {form: Soviet Union, lang: en, kind: text}\n"
    entry = f"  soviet-union:\n    label: x\n    source: y\n{form}"
    told = mistake(tmp_path, a=f"groups:\n{entry}", b=f"places:\n{entry}")
    assert told.startswith(
        "b.yaml:6 (places.soviet-union.names[1].form): 'Soviet Union' is a form of group/soviet"
    )
    assert "match: false" in told
    read(tmp_path, b=f"places:\n{entry}".replace("kind: text", "kind: text, match: false"))


def test_part_of_nothing_known(tmp_path: Path) -> None:
    entry = "    label: x\n    source: y\n"
    groups = f"groups:\n  party:\n{entry}  cc:\n{entry}    part-of: partie\n"
    told = mistake(tmp_path, groups=groups)
    assert told == "groups.yaml:8 (groups.cc.part-of): there is no group 'partie'. Did you mean party?"


def test_part_of_itself(tmp_path: Path) -> None:
    one = "  one:\n    label: x\n    source: y\n    part-of: two\n"
    two = "  two:\n    label: x\n    source: y\n    part-of: one\n"
    assert "one < two < one" in mistake(tmp_path, groups=f"groups:\n{one}{two}")


def test_the_editors_are_not_given_here(tmp_path: Path) -> None:
    assert "taken by the editors" in mistake(tmp_path, a="groups:\n  editors:\n    label: x\n    source: y\n")


def test_malformed_yaml(tmp_path: Path) -> None:
    told = mistake(tmp_path, persons='persons:\n  heo-gai: {label: "Heo Gai}\n')
    assert told.startswith("persons.yaml:3: is not valid YAML: while scanning a quoted scalar")


def test_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "persons.yaml").write_bytes(b"persons:\n  heo-gai:\n    label: Heo G\xe4i\n")
    told = mistake(tmp_path)
    assert told.startswith("persons.yaml:3: is not UTF-8: byte 0xe4 at offset 36")
    assert told.endswith("Save the file as UTF-8.")


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_an_empty_file(tmp_path: Path, text: str) -> None:
    assert mistake(tmp_path, persons=text).startswith("persons.yaml")


@pytest.mark.parametrize("text", ["- a list\n", "a text\n", "persons:\n  - heo-gai\n"])
def test_a_file_of_another_form(tmp_path: Path, text: str) -> None:
    assert "must be a group of keys and values" in mistake(tmp_path, persons=text)


def test_anchors_have_no_place(tmp_path: Path) -> None:
    assert "anchors and aliases" in mistake(tmp_path, persons="persons: &all\n  again: *all\n")


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match="there is no such folder"):
        read_authority(tmp_path / "nowhere")


def test_a_file_that_would_be_passed_over(tmp_path: Path) -> None:
    (tmp_path / "persons.yml").write_text("persons: {}\n", encoding="utf-8")
    assert mistake(tmp_path) == "persons.yml: would not be read. Let its name end in .yaml."


def test_all_mistakes_of_a_file_are_told_together(tmp_path: Path) -> None:
    text = f"persons:\n{PERSON}    born: soon\n    died: never\n{PERSON}"
    lines = mistake(tmp_path, persons=text).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["persons.yaml:5", "persons.yaml:6", "persons.yaml:7"]


def test_an_empty_folder_is_an_empty_index(tmp_path: Path) -> None:
    assert len(read_authority(tmp_path)) == 0
