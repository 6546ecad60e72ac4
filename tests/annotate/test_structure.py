"""What the structure of a page says of names: parties, signatures, copies, credits, speakers, fields."""

from __future__ import annotations

import pytest

from kg.annotate.found import find
from kg.annotate.structure import field_names, regions, stretches
from kg.model import Credit, Document, Part, Party, Recipient, SignOff, SiteField, Span
from tests.annotate.marked import NOBODY, lines


def made(text: str, **fields: object) -> Document:
    document = lines(text)
    for name, value in fields.items():
        object.__setattr__(document, name, value)
    return document


def at(text: str, words: str) -> Span:
    begin = text.index(words)
    return Span(begin, begin + len(words), words)


def found(document: Document) -> dict[str, str]:
    """The persons' words and the rule by which each was found."""
    mentions = find(document, NOBODY).mentions
    return {mention.span.text: mention.by for mention in mentions if mention.ref.kind == "person"}


def test_parties_signatures_and_copies() -> None:
    text = (
        "Dyson to Marrow [via Quell]\nThe ice broke.\nPELL\nCopies: Ash (2), Birch\nTranslated by Una Finch"
    )
    document = made(
        text,
        sender=Party(at(text, "Dyson"), name="Dyson"),
        addressee=Party(at(text, "Marrow"), name="Marrow"),
        via=Party(at(text, "Quell"), name="Quell"),
        sign_offs=(SignOff(at(text, "PELL"), at(text, "PELL")),),
        distribution=(Recipient(at(text, "Ash (2)"), "Ash", 2), Recipient(at(text, "Birch"), "Birch")),
        credits=(Credit("translator", at(text, "Una Finch"), "Una Finch"),),
    )
    rules = {stretch.rule for stretch in stretches(document)}
    assert rules - {"speaker"} == {"party", "sign-off", "distribution", "credit"}
    assert {"Dyson", "Marrow", "Quell", "Una Finch"} <= found(document).keys()


def test_the_furniture_of_the_site_is_not_read() -> None:
    text = "Comrade Arlov\nComrade Brann"
    document = made(
        text, parts=(Part("chrome", Span(0, 14, text[:14])), Part("body", Span(14, 27, text[14:])))
    )
    assert found(document).keys() == {"Brann"}
    assert regions(document) == [Span(14, 27, text[14:])]


@pytest.mark.parametrize(
    ("heading", "label", "forms"),
    [
        ("Neumann, Walter", "Walter Neumann", ["Walter Neumann"]),
        ("Zhou, Xinmin, 1898-1976", "Zhou Xinmin", ["Zhou Xinmin"]),
        ("Satō, Kenji", "Satō Kenji", ["Satō Kenji"]),
        ("Chiang, Wei-min (Jiang Weimin)", "Chiang Wei-min", ["Chiang Wei-min", "Jiang Weimin"]),
        ('Blake, Anthony Lynton ("Tony")', "Anthony Lynton Blake", ["Anthony Lynton Blake", "Tony Blake"]),
        (
            "Prado, Luís Manuel de Oliveira",
            "Luís Manuel de Oliveira Prado",
            ["Luís Manuel de Oliveira Prado"],
        ),
        ("Japan. Foreign Ministry. Asian Affairs Bureau", None, []),
        ("Romania. Embassy (Korea : North)", None, []),
        ("Cuba", None, []),
    ],
)
def test_headings_of_the_site(heading: str, label: str | None, forms: list[str]) -> None:
    value = Span(0, len(heading), heading)
    document = made(heading, fields=(SiteField("Associated People & Organizations", (value,)),))
    names = [one for namings in field_names(document) for one in namings]
    assert [one.label for one in names] == forms
    if label:
        assert names[0].label == label


def test_speakers_of_a_dialogue() -> None:
    text = "Quell: We agree.\nMarrow: So do we.\nQuell: Good.\nMarrow: Good.\nSubject: Ice"
    assert found(made(text)) == {"Quell": "speaker", "Marrow": "speaker"}
