"""Letters with correspDesc: header lines, parties, dates, copies, several letters, lists of letters."""

from __future__ import annotations

import pytest

from kg.converters.tei import TEI
from kg.errors import SourceError
from kg.model import Document
from tests.converters.teifiles import everything, example


@pytest.fixture(scope="module")
def brief() -> Document:
    return example("brief.xml")["brief"]


def header(inside: str, body: str = "<p>Come.</p>") -> Document:
    data = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><correspDesc>'
        f"{inside}</correspDesc></profileDesc></teiHeader><text><body>{body}</body></text></TEI>"
    )
    (one,) = TEI.convert("x.xml", data.encode())
    assert isinstance(one, Document)
    return one


def test_the_header_s_words_come_first(brief: Document) -> None:
    assert brief.text.splitlines()[:4] == [
        "Karl von Nord an den Seerat, Kapstadt, 18. Juli 1719",
        "sent: Karl von Nord; Kapstadt; 18. Juli 1719",
        "received: Seerat; unbekannt; unbekannt",
        "Nordarchiv, See I, Kt. 4, fol. 1r",
    ]
    assert [part.kind for part in brief.parts] == [
        "title", "field", "source", "body", "dateline", "sign-off", "footnote",
    ]  # fmt: skip


def test_parties_places_and_what_is_unknown(brief: Document) -> None:
    assert brief.sender is not None
    assert (brief.sender.span.text, brief.sender.name) == ("Karl von Nord", "Karl von Nord")
    assert brief.addressee is not None
    assert (brief.addressee.name, brief.addressee.office) == (None, "Seerat")
    assert brief.place_from is not None
    assert brief.place_from.text == "Kapstadt"
    assert brief.place_to is None
    assert (brief.language, brief.shape, brief.volume) == ("de", "correspdesc", None)


def test_the_tag_against_the_printed_date_in_another_language(brief: Document) -> None:
    sent, written = brief.dates
    assert (sent.kind, sent.edtf, sent.tagged) == ("sent", "1719-07-18", "1719-07-08")
    assert (written.kind, written.edtf, written.tagged) == ("written", "1719-07-18", None)
    assert brief.notes[0] == "the sent date is printed '18. Juli 1719' (1719-07-18) and tagged 1719-07-08"


def test_broken_words_ciphers_corrections_and_deletions(brief: Document) -> None:
    assert "keine Quartiere gefunden, der Kapitän schweigt, und die Wage steht still." in brief.text
    assert "1 deletion of the witness left out" in brief.notes
    assert "47 32 95" not in brief.text


def test_where_it_is_kept(brief: Document) -> None:
    (number,) = brief.call_numbers
    assert number.repository == "Nordarchiv"
    assert number.parts == (("collection", "See I"), ("signature", "Kt. 4, fol. 1r"))


def test_persons_with_a_reference_are_candidates(brief: Document) -> None:
    assert [(one.kind, one.owner, one.key, one.label, one.iri) for one in brief.people] == [
        ("place", "brief", "geonames-747712", "Kapstadt", "http://sws.geonames.org/747712/"),
        ("person", "brief", "gnd-000000000", "Karl von Nord", "https://d-nb.info/gnd/000000000"),
        ("group", "brief", "gnd-000000001", "Seerat", "https://d-nb.info/gnd/000000001"),
    ]
    assert [one.name and one.name.text for one in brief.sign_offs] == ["Karl von Nord"]


def test_an_anthology_gives_a_document_for_each_letter() -> None:
    first, second = example("anthology.xml").values()
    assert (first.key, second.key) == ("anthology-letter1", "anthology-letter2")
    assert first.sender is not None
    assert first.sender.name == "Anna Berg; Niels Berg"
    assert first.sender.span.text == "Anna Berg; Niels Berg"
    assert first.volume is not None
    assert first.volume.key == "anthology"
    assert "sent '28 February 1815' (1815-02-28) by the header" in first.notes[0]
    assert "The oil is gone." not in second.text


def test_redirections_are_no_addressees_and_open_ends_no_days() -> None:
    letter = example("anthology.xml")["anthology-letter2"]
    assert letter.addressee is not None
    assert letter.addressee.name == "Anna Berg"
    assert [(one.kind, one.edtf) for one in letter.dates] == [
        ("sent", "1815-03-04/1815-03-06"),
        ("received", None),
        ("written", "1815-03"),
    ]


def test_a_list_of_letters_gives_their_descriptions() -> None:
    first, second = example("apart/list.xml").values()
    assert first.key == "list-17200410.2"
    assert [(one.kind, one.edtf) for one in first.dates] == [("sent", "1720-04-10")]
    assert first.notes == ("the file holds no text of this letter",)
    assert second.addressee is not None
    assert (second.addressee.name, second.addressee.place) == (None, "Lisbon")
    assert second.tagged[1].iri == "https://sws.geonames.org/2267057"


def test_pointers_into_the_header_s_own_list_and_copies() -> None:
    (letter,) = example("apart/people.xml").values()
    assert letter.sender is not None
    assert letter.sender.name == "Queen Nora"
    assert letter.addressee is not None
    assert letter.addressee.name == "Envoy Ivo"
    assert [one.name for one in letter.distribution] == ["Brother Abe"]
    assert [(one.key, one.forms) for one in letter.people if one.kind == "person"] == [
        ("EN", ("Envoy Ivo", "Ivo")),
        ("QN", ("Queen Nora",)),
    ]


def test_elements_of_the_time_before_correspaction() -> None:
    letter = header(
        "<sender><persName>Ida</persName></sender><placeSender><placeName>Ulm</placeName></placeSender>"
        '<dateSender><date when="1901-02-03">3.2.1901</date></dateSender>'
        "<addressee><persName>Max</persName></addressee>"
    )
    assert letter.sender is not None
    assert letter.addressee is not None
    assert (letter.sender.name, letter.addressee.name) == ("Ida", "Max")
    assert letter.place_from is not None
    assert [(one.kind, one.edtf) for one in letter.dates] == [("sent", "1901-02-03")]


def test_a_date_in_brackets_of_notbefore_and_notafter_is_an_interval() -> None:
    letter = header(
        '<correspAction type="sent"><persName>Ida</persName>'
        '<date notBefore="1901-02-03" notAfter="1901-02-05">Anfang Februar 1901</date></correspAction>'
    )
    assert letter.dates[0].edtf == "1901-02-03/1901-02-05"


def test_several_descriptions_of_one_text_are_read_by_the_first() -> None:
    data = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc>'
        '<correspDesc><correspAction type="sent"><persName>Ida</persName></correspAction></correspDesc>'
        '<correspDesc><correspAction type="sent"><persName>Eva</persName></correspAction></correspDesc>'
        "</profileDesc></teiHeader><text><body><p>Come.</p></body></text></TEI>"
    )
    (one,) = TEI.convert("x.xml", data.encode())
    assert isinstance(one, Document)
    assert one.sender is not None
    assert one.sender.name == "Ida"
    assert one.notes == ("the header describes 2 letters; the first description is read",)


def test_a_corpus_gives_a_document_for_each_text() -> None:
    one = (
        "<TEI><teiHeader><fileDesc><titleStmt><title>{0}</title></titleStmt></fileDesc><profileDesc>"
        '<correspDesc><correspAction type="sent"><persName>{0}</persName></correspAction></correspDesc>'
        "</profileDesc></teiHeader>"
        "<text><body><p>I am {0}.</p></body></text></TEI>"
    )
    data = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{one.format("Ida")}{one.format("Eva")}</teiCorpus>'
    found = list(TEI.convert("c.xml", data.encode()))
    assert [(x.key, x.sender and x.sender.name) for x in found if isinstance(x, Document)] == [
        ("c-1", "Ida"),
        ("c-2", "Eva"),
    ]


def test_divisions_of_letters_without_a_description() -> None:
    data = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div type="chapter"><p>On letters.</p></div>'
        '<div type="letter" xml:id="l1"><head>Mr. Berg to Mr. Silva</head><dateline>Lisbon, 3 May'
        " 1880</dateline>"
        "<p>Come.</p></div></body></text></TEI>"
    )
    letter, left = TEI.convert("x.xml", data.encode())
    assert isinstance(letter, Document)
    assert (letter.key, letter.dates[0].edtf) == ("x-l1", "1880-05-03")
    assert isinstance(left, SourceError)
    assert "1 div of type 'chapter'" in str(left)


def test_a_text_that_says_nothing_of_itself_is_one_document() -> None:
    data = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="fr"><text><body><ab>Venez.</ab></body></text>'
        "</TEI>"
    )
    (one,) = TEI.convert("x.xml", data.encode())
    assert isinstance(one, Document)
    assert (one.key, one.text, one.shape, one.language) == ("x", "Venez.", "tei", "fr")


def test_a_description_without_a_word_is_no_document() -> None:
    data = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><correspDesc/></profileDesc></teiHeader>'
        "</TEI>"
    )
    with pytest.raises(SourceError, match="holds no letter and no text"):
        list(TEI.convert("x.xml", data.encode()))


def test_a_play_is_one_text_and_says_what_of_it_was_not_understood() -> None:
    scene = "<head>Scene {}</head><stage>A quay.</stage><sp><speaker>PILOT.</speaker><l>Who goes?</l></sp>"
    acts = "".join(f'<div type="act"><div type="scene">{scene.format(n)}</div></div>' for n in range(1, 3))
    (play,) = everything(acts, series=False)
    assert isinstance(play, Document)
    assert play.shape == "tei"
    assert play.text.splitlines()[1:5] == ["Scene 1", "A quay.", "PILOT.", "Who goes?"]
    assert play.notes == (
        "read as one text: 2 div of type 'act', 2 div of type 'scene' not marked as a document or letter",
    )


def test_the_front_matter_of_a_volume_of_the_series_is_no_document() -> None:
    with pytest.raises(SourceError, match="2 div of type 'chapter' without document"):
        everything('<div type="chapter"><p>a</p></div>' * 2)


@pytest.mark.parametrize(("divisions", "notes"), [(1, ()), (2, ("read as one text: 2 div not marked",))])
def test_plain_divisions_are_one_text(divisions: int, notes: tuple[str, ...]) -> None:
    (one,) = everything("<div><p>Rain.</p></div>" * divisions, series=False)
    assert isinstance(one, Document)
    assert [note[: len(begin)] for note, begin in zip(one.notes, notes, strict=True)] == list(notes)
