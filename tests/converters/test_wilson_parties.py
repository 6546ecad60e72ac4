"""Titles and headings: who writes to whom, in the words of the page."""

from __future__ import annotations

import pytest

from kg.converters.wilson.parties import parties, passed_through
from kg.model import Party

ROWS = [
    ("Ciphered Telegram, Shtykov to Feng Xi (Stalin)", "name Shtykov", "name Feng Xi identity Stalin"),
    (
        "Ciphered Telegram No. 25, Roshchin to Filippov [Stalin]",
        "name Roshchin",
        "name Filippov identity Stalin",
    ),
    ("Cable, Stalin [Kuznetsov] to Mao [via Terebin]", "name Kuznetsov identity Stalin", "name Mao"),
    ("Filippov [Stalin] to Krasovsky, for Mao Zedong", "name Filippov identity Stalin", "name Krasovsky"),
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
    ("Message from Bago and Maslen to Beria on Arming the Movement", "name Bago and Maslen", "name Beria"),
    ("Telegram from Gromkin to Poskrin, Relaying a Letter from Ivan Zima", "name Gromkin", "name Poskrin"),
    ("Hand delivered note, A B to C D, conveying one from E F", "name A B", "name C D"),
    ("Deciphered Telegram No. 2140/4, from Kozlin to C D", "name Kozlin", "name C D"),
    ("Telephone Message via VCh, I. Orlenko to Ivan Zima", "name I. Orlenko", "name Ivan Zima"),
    ("Draft Reply to Ivan Zima's Telegram from Orlenko via Molotin", "name Orlenko", "name Ivan Zima"),
    (
        "Philip J. Sample, special Assistant to the Secretary, to Al Test, General Manager, 'Control'",
        "name Philip J. Sample role special Assistant to the Secretary",
        "name Al Test role General Manager",
    ),
    (
        "Secretary of State to the President, 'An Agreement,' with Enclosures",
        "role Secretary of State",
        "role the President",
    ),
    (
        "Milko Testov, Report to the Central Committee on Talks",
        "name Milko Testov",
        "office the Central Committee",
    ),
    (
        "Czechoslovak Embassy in La Paz to Ministry of Foreign Affairs, Economic Policy Report",
        "office Czechoslovak Embassy in La Paz",
        "office Ministry of Foreign Affairs",
    ),
    (
        "Report, Embassy of Hungary in North Korea to the Hungarian Ministry (Excerpt)",
        "office Embassy of Hungary in North Korea",
        "office the Hungarian Ministry",
    ),
    ("Report to General Secretary Antonin Novotest", None, "name Antonin Novotest role General Secretary"),
    (
        "Message to the Presidium, from Minister of Internal Affairs S. Krug",
        "name S. Krug role Minister of Internal Affairs",
        "office the Presidium",
    ),
    ("Telegram from Pyongyang to Bucharest, SECRET, No. 059.101", "place Pyongyang", "place Bucharest"),
    (
        "Cable no. 326 from the Ghanaian Embassy in Havana (Pavlič)",
        "name Pavlič office the Ghanaian Embassy in Havana",
        None,
    ),
    ("From the Journal of S.M. Kudrin, 'Record of a Conversation'", "name S.M. Kudrin", None),
    (
        "Information of the Bulgarian Embassy in Havana Regarding the Harvest",
        "office the Bulgarian Embassy in Havana",
        None,
    ),
    ("Hungarian Embassy in Havana, Report on Secret Papers", "office Hungarian Embassy in Havana", None),
]


def shown(party: Party | None) -> str | None:
    if party is None:
        return None
    kinds = ("name", "role", "office", "place", "identity")
    said = [f"{kind} {getattr(party, kind)}" for kind in kinds if getattr(party, kind)]
    assert all(getattr(party, kind) in party.span.text for kind in kinds if getattr(party, kind))
    return " ".join(said)


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
        "Addendum to the Protocol",
        "Appeal to the Peoples of the North",
        "From Yalta to Moscow",
        "Economic Reforms in China to Continue",
        "Measures to Organize a Movement in the North",
        "Notes of Meeting between A B and the Chinese Ambassador to Cuba",
        "Statement by the Government of the USSR to the Government of the USA",
        "word to " * 200,
    ],
)
def test_titles_that_name_no_parties(title: str) -> None:
    assert parties(title) == (None, None)


@pytest.mark.parametrize(
    ("title", "via"),
    [
        ("Ciphered Telegram No. 3172, Orlenko to Pavel Leto via Roshkin", "name Roshkin"),
        ("Ciphered Telegram, Orlenko to Pavel Leto and Ivan Zima (via Roshkin)", "name Roshkin"),
        ("Cable, Orlenko [via Kuznetsov] to Pavel Leto [via Terebin]", "name Terebin"),
        ("Telephone Message via VCh, I. Orlenko to Ivan Zima", None),
        ("Cable, Orlenko to Pavel Leto", None),
    ],
)
def test_through_whom(title: str, via: str | None) -> None:
    assert shown(passed_through(title)) == via
