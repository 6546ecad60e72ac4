"""Ministries, embassies, parties, governments and armies by their heads, and acronyms."""

from __future__ import annotations

import pytest

from tests.annotate.marked import look, named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Ministry of Foreign Affairs of the DPRK", ["Ministry of Foreign Affairs of the DPRK"]),
        ("a Ministry of Trade and Industry", ["Ministry of Trade and Industry"]),
        ("the Soviet Embassy in Warsaw", ["Soviet Embassy"]),
        ("the Chinese government answered", ["Chinese government"]),
        ("the Council of the Workers' Party of Korea", ["Council of the Workers' Party of Korea"]),
        ("the Council of People’s Commissars", ["Council of People’s Commissars"]),
        ("Chief of the KWP CC International Department", ["KWP CC International Department"]),
        ("NATO and the UN", ["NATO", "UN"]),
        ("the League of Communists of Yugoslavia (LCY)", ["League of Communists of Yugoslavia", "LCY"]),
        ("the Party, the Government and the Embassy", []),
        ("the government and the party", []),
        ("On Monday the office was shut.", []),
    ],
)  # fmt: skip
def test_groups(text: str, names: list[str]) -> None:
    assert [words for words, _ in named(text, "group")] == names


def test_an_acronym_is_the_group_it_stands_behind() -> None:
    text = "The League of Communists of Yugoslavia (LCY) met. The LCY agreed."
    (group,) = [one for one in look(text).candidates if one.kind == "group"]
    assert group.label == "League of Communists of Yugoslavia" or group.forms[0] == "LCY"
    assert len({key for _, key in named(text, "group")}) == 1
