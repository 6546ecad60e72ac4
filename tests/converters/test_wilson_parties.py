"""Titles and headings: who writes to whom, in the words of the page."""

from __future__ import annotations

import pytest

from kg.converters.wilson.parties import parties
from kg.model import Party

ROWS = [
    ("Ciphered Telegram, Shtykov to Feng Xi (Stalin)", "name Shtykov", "name Feng Xi (Stalin)"),
    ("Ciphered Telegram No. 25, Roshchin to Filippov [Stalin]", "name Roshchin", "name Filippov [Stalin]"),
    ("Cable, Stalin [Kuznetsov] to Mao [via Terebin]", "name Stalin [Kuznetsov]", "name Mao"),
    ("Filippov [Stalin] to Krasovsky, for Mao Zedong", "name Filippov [Stalin]", "name Krasovsky"),
    ("Letter, J. Nehru to All Provincial Premiers", "name J. Nehru", "role All Provincial Premiers"),
    (
        "Letter from X Y to Cdes. Stalin, Molotov, and Beria",
        "name X Y",
        "name Cdes. Stalin, Molotov, and Beria",
    ),
    ("Telegram from Nikishov to Beria - A visit to the city", "name Nikishov", "name Beria"),
    ("Cable from Tehran Nº 31343/31353", "place Tehran", None),
    ("Report from A. B. (Ottawa) to C. D. (Bonn), ‘A Policy’", "name A. B. (Ottawa)", "name C. D. (Bonn)"),
    ("Telegram from the Ambassador to the DPRK", "role the Ambassador to the DPRK", None),
    (
        "Telegram from the ambassador to the DPRK to the deputy minister of foreign affairs with information",
        "role the ambassador to the DPRK",
        "role the deputy minister of foreign affairs",
    ),
    (
        "Cable from Polish Ambassador to Cuba to Warsaw, 1 May 1962",
        "role Polish Ambassador to Cuba",
        "place Warsaw",
    ),
    ("Note from the Ministry to the CC CPSU", "office the Ministry", "office the CC CPSU"),
    ("Letter to Stalin from Kim Il Sung", "name Kim Il Sung", "name Stalin"),
    ("Mao Zedong's Cable to Stalin", "name Mao Zedong", "name Stalin"),
    ("Reply to the Chinese Government", None, "office the Chinese Government"),
    ("TELEGRAM FROM THE EMBASSY TO WARSAW", "office THE EMBASSY", "place WARSAW"),
    ("Translation of a Letter from A B to C D, 3 May 1950", "name A B", "name C D"),
]


def shown(party: Party | None) -> str | None:
    if party is None:
        return None
    kind = next(kind for kind in ("role", "name", "office", "place") if getattr(party, kind))
    assert getattr(party, kind) == party.span.text
    return f"{kind} {party.span.text}"


@pytest.mark.parametrize(("title", "sender", "addressee"), ROWS)
def test_sender_and_addressee(title: str, sender: str | None, addressee: str | None) -> None:
    found = parties(title, 100)
    assert (shown(found[0]), shown(found[1])) == (sender, addressee)
    for party in found:
        if party:
            assert title[party.span.begin - 100 : party.span.end - 100] == party.span.text


@pytest.mark.parametrize(
    "title",
    [
        "Information about the North Korean Workers Party Central Committee Meeting",
        "The Chancellor's [Helmut Kohl's] Conversation with Prime Minister Guterres on 17 October 1997",
        "Statement of Nakajima Kenzo Opposing the Visit of Prime Minister Sato to the United States",
        "A Conversation Between Cdes. Stalin and Molotov and the Governor which Occurred in the Kremlin",
        "Digest Distributed to Cde. Stalin",
        "On the Way to Socialism",
        "Visit to China",
        "Invitation to Kim Il Sung",
        "word to " * 200,
    ],
)
def test_titles_that_name_no_parties(title: str) -> None:
    assert parties(title) == (None, None)
