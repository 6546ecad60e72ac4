"""Links: only accepted rows are read; every mistake names file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.authority import AuthorityIndex, read_authority
from kg.errors import AuthorityError
from kg.links import read_links
from kg.model import Mapping
from tests.pages import ROOT

SKOS = "http://www.w3.org/2004/02/skos/core#"
SEMAPV = "https://w3id.org/semapv/vocab/"
WIKIDATA = "http://www.wikidata.org/entity/"
HEAD = """\
#curie_map:
#  person: http://localhost:8000/person/
#  place: http://localhost:8000/place/
#  wikidata: http://www.wikidata.org/entity/
#mapping_set_id: http://localhost:8000/test
#license: https://creativecommons.org/publicdomain/zero/1.0/
"""
COLUMNS = "subject_id predicate_id object_id mapping_justification"
STALIN = "person:stalin skos:exactMatch wikidata:Q855 semapv:ManualMappingCuration"


def table(*rows: str) -> str:
    return "".join(row.replace(" ", "\t").replace("~", " ") + "\n" for row in rows)


@pytest.fixture(scope="module")
def authority() -> AuthorityIndex:
    return read_authority(ROOT / "data" / "authority")


def read(folder: Path, authority: AuthorityIndex, text: str, name: str = "a") -> tuple[Mapping, ...]:
    (folder / f"{name}.sssom.tsv").write_text(text, encoding="utf-8")
    return read_links(folder, authority)


def mistake(folder: Path, authority: AuthorityIndex, text: str, name: str = "a") -> str:
    with pytest.raises(AuthorityError) as caught:
        read(folder, authority, text, name)
    return str(caught.value).replace(f"{folder}/", "")


def test_the_links_of_this_dataset(authority: AuthorityIndex) -> None:
    mappings = read_links(ROOT / "data" / "links", authority)
    assert {("/".join(m.subject), m.object.removeprefix(WIKIDATA)) for m in mappings} == {
        ("group/labor-party-of-korea", "Q49623"),
        ("group/united-nations", "Q1065"),
        ("person/heo-gai", "Q301761"),
        ("person/kim-il-sung", "Q41117"),
        ("person/kim-du-bong", "Q334326"),
        ("person/mao-zedong", "Q5816"),
        ("person/pak-heon-yeong", "Q334297"),
        ("person/pak-il-u", "Q8289055"),
        ("person/stalin", "Q855"),
        ("person/zhou-enlai", "Q17410"),
        ("place/china", "Q148"),
        ("place/dprk", "Q423"),
        ("place/korea", "Q18097"),
        ("place/soviet-union", "Q15180"),
    }
    assert {m.predicate for m in mappings} == {f"{SKOS}exactMatch"}
    assert {m.date for m in mappings} == {"2026-11-23"}
    assert all(m.author and m.confidence for m in mappings)


def test_a_row_becomes_a_mapping(tmp_path: Path, authority: AuthorityIndex) -> None:
    columns = f"{COLUMNS} object_label author_id mapping_date confidence comment"
    row = f'{STALIN} Joseph~Stalin orcid:1 2026-01-02 0.5 "He~said~""yes"""'
    assert read(tmp_path, authority, HEAD + table(columns, row)) == (
        Mapping(
            subject=("person", "stalin"),
            predicate=f"{SKOS}exactMatch",
            object=f"{WIKIDATA}Q855",
            object_label="Joseph Stalin",
            justification=f"{SEMAPV}ManualMappingCuration",
            confidence=0.5,
            author="orcid:1",
            date="2026-01-02",
            comment='He said "yes"',
        ),
    )


def test_the_date_of_the_head_holds_for_all_rows(tmp_path: Path, authority: AuthorityIndex) -> None:
    (mapping,) = read(tmp_path, authority, f"{HEAD}#mapping_date: 2026-01-02\n{table(COLUMNS, STALIN)}")
    assert mapping.date == "2026-01-02"


def test_a_head_with_spaces_and_windows_lines(tmp_path: Path, authority: AuthorityIndex) -> None:
    text = HEAD.replace("#", "# ") + table(COLUMNS, STALIN)
    (tmp_path / "a.sssom.tsv").write_bytes(text.replace("\n", "\r\n").encode())
    assert len(read_links(tmp_path, authority)) == 1


@pytest.mark.parametrize(
    ("columns", "cells", "accepted"),
    [
        ("", "person:stalin skos:exactMatch wikidata:Q855 semapv:ManualMappingCuration", True),
        ("", "person:stalin skos:exactMatch wikidata:Q855 semapv:MappingReview", True),
        ("", "person:stalin skos:exactMatch wikidata:Q855 semapv:LexicalMatching", False),
        ("", "person:stalin skos:exactMatch sssom:NoTermFound semapv:ManualMappingCuration", False),
        (" predicate_modifier", f"{STALIN} Not", False),
        (" predicate_modifier", f"{STALIN} ", True),
        (
            " reviewer_label",
            "person:stalin skos:exactMatch wikidata:Q855 semapv:LexicalMatching A~Reader",
            True,
        ),
        (" ext_judgement", f"{STALIN} accepted", True),
        (" ext_judgement", f"{STALIN} rejected", False),
        (" ext_judgement", f"{STALIN} unsure", False),
        (" ext_judgement", f"{STALIN} candidate", False),
        (
            " ext_judgement",
            "person:stalin skos:exactMatch wikidata:Q855 semapv:LexicalMatching accepted",
            True,
        ),
    ],
)
def test_only_what_a_person_accepted_is_read(
    tmp_path: Path, authority: AuthorityIndex, columns: str, cells: str, accepted: bool
) -> None:
    head = HEAD + "#extension_definitions:\n#  - slot_name: ext_judgement\n"
    assert bool(read(tmp_path, authority, head + table(COLUMNS + columns, cells))) is accepted


def test_the_same_row_twice_is_one_mapping(tmp_path: Path, authority: AuthorityIndex) -> None:
    assert len(read(tmp_path, authority, HEAD + table(COLUMNS, STALIN, STALIN))) == 1


def test_a_close_match_contradicts_nothing(tmp_path: Path, authority: AuthorityIndex) -> None:
    close = STALIN.replace("exactMatch", "closeMatch").replace("Q855", "Q1")
    assert len(read(tmp_path, authority, HEAD + table(COLUMNS, STALIN, close))) == 2


def test_one_of_ours_and_two_of_theirs(tmp_path: Path, authority: AuthorityIndex) -> None:
    told = mistake(tmp_path, authority, HEAD + table(COLUMNS, STALIN, STALIN.replace("Q855", "Q1")))
    assert told.startswith(f"a.sssom.tsv:9 (object_id): person/stalin is said to be both {WIKIDATA}Q855 (")
    assert "a.sssom.tsv:8) and" in told


def test_two_of_ours_and_one_of_theirs(tmp_path: Path, authority: AuthorityIndex) -> None:
    read(tmp_path, authority, HEAD + table(COLUMNS, STALIN))
    other = HEAD + table(COLUMNS, STALIN.replace("person:stalin", "person:kim-il-sung"))
    told = mistake(tmp_path, authority, other, "b")
    assert told.startswith(f"b.sssom.tsv:8 (object_id): {WIKIDATA}Q855 is said to be both person/stalin")
    assert "and person/kim-il-sung" in told


def test_a_pair_affirmed_and_denied(tmp_path: Path, authority: AuthorityIndex) -> None:
    rows = table(f"{COLUMNS} predicate_modifier", f"{STALIN} ", f"{STALIN} Not")
    told = mistake(tmp_path, authority, HEAD + rows)
    assert told.startswith("a.sssom.tsv:8 (predicate_id): this is denied at ")
    assert "a.sssom.tsv:9" in told


@pytest.mark.parametrize(
    ("columns", "row", "said"),
    [
        (COLUMNS, STALIN.replace("stalin", "stalim"), "8 (subject_id): there is no person 'stalim'"),
        (
            COLUMNS,
            STALIN.replace("person:", "people:"),
            "8 (subject_id): the prefix 'people' is not declared",
        ),
        (COLUMNS, STALIN.replace("wikidata:", "wd:"), "8 (object_id): the prefix 'wd' is not declared"),
        (COLUMNS, STALIN.replace("wikidata:Q855", "Q855"), "8 (object_id): 'Q855' is no CURIE"),
        (COLUMNS, STALIN.replace("wikidata:Q855", WIKIDATA), "is no CURIE. Write it as prefix:name."),
        (COLUMNS, STALIN.replace("semapv:", "skos:"), "8 (mapping_justification): "),
        (COLUMNS, f"{STALIN} more", "8: has 5 cells, but there are 4 columns"),
        (COLUMNS, "person:stalin", "8: has 1 cells, but there are 4 columns"),
        (COLUMNS, STALIN.replace("wikidata:Q855", ""), "8 (object_id): is empty"),
        (f"{COLUMNS} confidence", f"{STALIN} high", "8 (confidence): 'high' is no number from 0 to 1"),
        (f"{COLUMNS} confidence", f"{STALIN} 2", "8 (confidence): '2' is no number from 0 to 1"),
        (f"{COLUMNS} confidence", f"{STALIN} nan", "'nan' is no number from 0 to 1"),
        (f"{COLUMNS} mapping_date", f"{STALIN} yesterday", "8 (mapping_date): 'yesterday' is no day"),
        (f"{COLUMNS} predicate_modifier", f"{STALIN} No", "8 (predicate_modifier): 'No' will not do"),
        (f"{COLUMNS} coment", f"{STALIN} x", "7 (coment): unknown column 'coment'. Did you mean comment?"),
        (f"{COLUMNS} comment comment", f"{STALIN} x y", "7 (comment): the column 'comment' stands twice"),
        ("subject_id predicate_id object_id", "a b c", "7: the column 'mapping_justification' is missing"),
        (f"{COLUMNS} ext_judgement", f"{STALIN} accepted", "7 (ext_judgement): unknown column"),
        (f"{COLUMNS} comment", f'{STALIN} "open', "8: is no table: unexpected end of data"),
    ],
)
def test_mistakes_of_rows(
    tmp_path: Path, authority: AuthorityIndex, columns: str, row: str, said: str
) -> None:
    told = mistake(tmp_path, authority, HEAD + table(columns, row))
    assert told.startswith("a.sssom.tsv:")
    assert said in told


def test_a_judgement_that_is_none(tmp_path: Path, authority: AuthorityIndex) -> None:
    head = HEAD + "#extension_definitions:\n#  - slot_name: ext_judgement\n"
    told = mistake(tmp_path, authority, head + table(f"{COLUMNS} ext_judgement", f"{STALIN} yes"))
    assert told.startswith("a.sssom.tsv:10 (ext_judgement): 'yes' is none of: accepted, rejected")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a.sssom.tsv:1: has no head with a curie_map"),
        (table(COLUMNS, STALIN), "a.sssom.tsv:1: has no head with a curie_map"),
        ("#license: x\n", "a.sssom.tsv:1 (curie_map): has no curie_map in its head"),
        ("#curie_map: [x\n", "is not valid YAML"),
        ("#curie_map:\n#  a: b\n#  a: c\n", "a.sssom.tsv:3 (curie_map.a): 'a' stands here twice"),
        (HEAD, "a.sssom.tsv: has no table"),
    ],
)
def test_mistakes_of_the_head(tmp_path: Path, authority: AuthorityIndex, text: str, said: str) -> None:
    assert said in mistake(tmp_path, authority, text)


def test_not_utf_8(tmp_path: Path, authority: AuthorityIndex) -> None:
    (tmp_path / "a.sssom.tsv").write_bytes((HEAD + table(COLUMNS, STALIN)).encode() + b"\xff\n")
    with pytest.raises(AuthorityError, match=r"a\.sssom\.tsv:9: is not UTF-8"):
        read_links(tmp_path, authority)


def test_all_mistakes_are_told_together(tmp_path: Path, authority: AuthorityIndex) -> None:
    rows = table(COLUMNS, STALIN.replace("stalin", "x"), STALIN, STALIN.replace("wikidata", "w"))
    assert len(mistake(tmp_path, authority, HEAD + rows).splitlines()) == 2


def test_a_folder_without_links(tmp_path: Path, authority: AuthorityIndex) -> None:
    assert read_links(tmp_path / "nowhere", authority) == ()


def test_who_an_unnamed_person_was_needs_its_evidence(tmp_path: Path, authority: AuthorityIndex) -> None:
    unnamed = "person:soviet-ambassador-dprk-1950 skos:closeMatch wikidata:Q1 semapv:ManualMappingCuration"
    said = mistake(tmp_path, authority, HEAD + table(COLUMNS, unnamed))
    assert said.startswith("a.sssom.tsv:8 ")
    assert "nothing says how we know who it was. Write the evidence." in said
    rows = table(f"{COLUMNS} comment", f"{STALIN} ", f"{unnamed} A~list,~page~3.")
    told, known = read(tmp_path, authority, HEAD + rows)
    assert (told.subject, told.identifies, told.comment) == (
        ("person", "soviet-ambassador-dprk-1950"), True, "A list, page 3.",
    )  # fmt: skip
    assert not known.identifies
