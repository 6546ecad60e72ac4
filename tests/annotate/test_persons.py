"""Persons by evidence: made-up documents in the manner of the archives' pages, the names in them marked."""

from __future__ import annotations

import pytest

from kg.annotate.found import find
from kg.converters import convert
from kg.model import Document
from tests.annotate.marked import NOBODY, lines, marked, named, persons, score
from tests.pages import ROOT, TELEGRAM

TELEGRAM_TEXT = """\
Nº 804 3 March 1951 1915
TOP SECRET
To Cde. {Aldonin}
copy to Cdes. {Marusev}, {V. P. Tretyak}, and {Ye. N. Shchukin}
I was received by {Han Do-jin} [{Han To Jin}](a Soviet Korean), who is Secretary of the Labor Party CC.
{Han Do-jin} said that Premier {Pak Se-yong} had read the letter of Marshal {Chen Guoliang}.
Military Attaché {S. I. Brusnikin} and Counselors {A. A. Lesnov} and {Gurin} took part.
{Pak Se-yong}'s brother was in Mukden. {Aldonin} (our former consul) knows him.
According to {Lesnov}, {Chen} did not answer.
"""

CIPHERGRAM = """\
Ciphergram No. 15101
Dispatched from Caracas on 03.11.1963 at 18:00
To: [Foreign Ministry Director Bogusław] {WIERZBA}1
From: [Ambassador Leon] {ŻABIŃSKI}2
[Venezuelan President Ramiro] {Alcañiz} told me that [Soviet leader Pyotr A.] {Dolgushev} had written to him.
{Alcañiz} is ready to receive [our] delegation. {Dolgushev}’s letter speaks of [Deputy Minister] {Tarnawski}.
[1] {Bogusław Wierzba} (1911 – 1980), Polish diplomat.
"""

CONVERSATION = """\
MEMORANDUM OF CONVERSATION
Participants: Mr. {Harold Penfield}, Deputy Assistant Secretary; Ambassador {Quiroga}
Mr. {Penfield}: We hope that the talks will begin in Vienna on Monday.
Ambassador {Quiroga}: So do we.
Mr. {Penfield} asked whether General {Ortúzar} and the Foreign Minister agreed.
Ambassador {Quiroga} replied that {Ortúzar} did; Foreign Minister {Lagorio} was less sure.
The Soviet side and the Chinese side had said nothing. The Great Leader was not mentioned.
President {Whitcombe} and Mrs. {Whitcombe} were at dinner with {de Brissac} and Sir {Alan Thirlby}.
"""

DIARY = """\
From the journal of {N. G. Sorokin}
SECRET
14 August 1958
Ministry of Foreign Affairs
I met with {Ferenc Halmos}, the Hungarian Ambassador, and with Comrade {Dobrev}.
{Halmos} said that {Todor Dobrev} had spoken to {Liu Baoshan} - member of the Politburo - in Beijing.
At the end of the conversation {Wu [Zhihao]} joined us. {Wu} is Deputy Minister of Foreign Trade.
Pravda and the New York Times have written about the Warsaw Pact. In Leningrad nobody reads the Guardian.
The Workers' Party, the Red Cross and the Geneva Conference were discussed on Monday.
A report from {Klimov} to {Yashchenko} is attached.
(signed) {N. Sorokin}
"""

RECORD = """\
Stenographic record, Bucharest, 6 May 1971
Present: Comrades {Ion Vasilache}, {Petre Drăgulescu} and {Șerban}; from the Albanian side {Agim Kodra}.
{Ion Vasilache}: I propose that Comrade {Kodra} begin.
{Agim Kodra}: Thank you, Comrade {Vasilache}. Marxism-Leninism teaches us patience.
{Ion Vasilache}: {Filatov} and {Brankov} think otherwise. We told {Filatov} so in Moscow.
{Petre Drăgulescu}: I saw {Kodra} and {Brankov} in Tirana. {Brankov} smiled.
"""

TEXTS = [TELEGRAM_TEXT, CIPHERGRAM, CONVERSATION, DIARY, RECORD]


@pytest.mark.parametrize("text", TEXTS)
def test_the_persons_of_a_text(text: str) -> None:
    document, places = marked(text)
    mentions = [m for m in find(document, NOBODY).mentions if m.ref.kind == "person"]
    right, wrong, missed = score(places, mentions)
    assert wrong == 0, [m.span.text for m in mentions]
    assert missed == 0, [document.text[begin:end] for begin, end in places]
    assert right == len(mentions)


@pytest.mark.parametrize("text", TEXTS)
def test_the_spans_are_the_names(text: str) -> None:
    document, places = marked(text)
    got = {(m.span.begin, m.span.end) for m in find(document, NOBODY).mentions if m.ref.kind == "person"}
    assert len(got & set(places)) >= 0.95 * len(places)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Comrade Velikov came.", ["Velikov"]),
        ("I told Cde. GROMADIN.", ["GROMADIN"]),
        ("Signed: A. A. Gromadin", ["A. A. Gromadin"]),
        ("V[asily]. Pisarenko wrote it.", ["V[asily]. Pisarenko"]),
        ("[Henri] Dufour left.", ["[Henri] Dufour"]),
        ("Deputy Minister of Foreign Affairs Wu Xiuming spoke.", ["Wu Xiuming"]),
        ("Ambassador Luís de Souza Prado", ["Luís de Souza Prado"]),
        ("An Kil-yong and Han Do-jin", ["An Kil-yong", "Han Do-jin"]),
        ("talks with Chiang Wei-min’s son", ["Chiang Wei-min"]),
        ("General Nguyen Van Hung", ["Nguyen Van Hung"]),
        ("Secretary-General [U Nyan]", ["U Nyan"]),
        ("Kardov said no.", ["Kardov"]),
        ("Gomulski replied at once.", ["Gomulski"]),
        ("The Ambassador in Russia (Frankham) to the Secretary of State", ["Frankham"]),
        ("he met Jeleń and Verdeț there", ["Jeleń", "Verdeț"]),
        ("President Bush and Mr. Brown", ["Bush", "Brown"]),
        ("The Special Representative (House) to the Secretary of State", ["House"]),
        ("7. From Grewell. Will you please answer?", ["Grewell"]),
        ("Colonel E. M. House and Mr. King", ["E. M. House", "King"]),
        ("U.S. Policy and U.S. Grain", []),
        ("the note of Molotkov5 of May", ["Molotkov"]),
    ],
)
def test_a_person_in_a_sentence(text: str, names: list[str]) -> None:
    assert [words for words, _ in named(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "TOP SECRET",
        "MEMORANDUM OF CONVERSATION",
        "The Soviet side agreed. The Chinese said so.",
        "In May and on Monday, the Great Leader spoke.",
        "The Workers' Party said that Pravda wrote about it.",
        "He went to Warsaw, Lemberg and Berlin.",
        "H. M. S. Victory and the steamer Beaver left.",
        "A. Photograph of the map\nB. Photograph of the coast",
        "the Berlin Wall, the Stalin Prize, the Lenin Museum, Kennedy Airport",
        "Operation Barbarossa and the Warsaw Treaty",
        "SUBJECT: Visit\nREFERENCE: Your 34\nCLASSIFICATION: Secret",
        "the island of San Juan and Rio de Janeiro",
        "President N said that X was there.",
        "",
    ],
)
def test_what_is_no_person(text: str) -> None:
    assert named(text) == []


def telegram() -> Document:
    document = next(iter(convert(TELEGRAM.name, TELEGRAM.read_bytes())))
    assert isinstance(document, Document)
    return document


def test_the_telegram_without_an_authority() -> None:
    found = find(telegram(), NOBODY)
    labels = {c.label for c in found.candidates if c.kind == "person" and not c.unnamed}
    assert labels == {
        "Heo Gai", "Zhou Enlai", "Kim Il Sung", "Ri Ju-yeon", "Pak Heon-yeong", "Kim Du-bong", "Pak Il-u",
        "Mao Zedong", "Stalin", "Gary Goldberg",
    }  # fmt: skip
    forms = {form for c in found.candidates for form in c.forms}
    assert {"Ho Ka I", "Ri Ju Yon", "Pak Hon Yong", "Kim Du Bong", "Pak Il U"} <= forms


def test_real_pages(shared: object) -> None:
    """The persons whom the site itself names are found in its pages."""
    folder = ROOT.parent / "shared" / "corpora" / "wilson"
    for path in sorted(folder.glob("*.page.txt")):
        for document in convert(path.name, path.read_bytes()):
            assert isinstance(document, Document)
            found = find(document, NOBODY)
            people = [f for f in document.fields if f.label.startswith("Associated People")]
            for value in (value for field in people for value in field.values if ", " in value.text):
                assert any(m.span.begin == value.begin and m.ref.kind == "person" for m in found.mentions)


def test_nobody_in_ordinary_prose() -> None:
    text = "Every morning the bakery opened at nine. Bread was dear. Nobody complained, and Sunday was quiet."
    assert persons(text) == set()
    assert find(lines(text), NOBODY).candidates == ()
