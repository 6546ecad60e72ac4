"""The five shapes of an archive page, on small pages of our own in the manner of the site."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.converters import convert
from kg.errors import SourceError
from kg.model import Document

PAGES = Path(__file__).parent / "pages"


def page(shape: str) -> Document:
    (document,) = convert(f"{shape}.txt", (PAGES / f"{shape}.txt").read_bytes())
    return document


def texts(document: Document, kind: str) -> list[str]:
    return [part.span.text for part in document.parts if part.kind == kind]


def fields(document: Document) -> dict[str, list[str]]:
    return {field.label: [value.text for value in field.values] for field in document.fields}


@pytest.mark.parametrize("shape", ["a", "c", "d", "e"])
def test_a_shape_is_known_by_its_marks_and_loses_nothing(shape: str) -> None:
    document = page(shape)
    assert document.shape == shape.upper()
    assert "".join(part.span.text for part in document.parts) == document.text
    assert document.notes == ()


@pytest.mark.parametrize("shape", ["a", "c", "d", "e"])
def test_the_body_holds_text_only(shape: str) -> None:
    document = page(shape)
    body = "\n".join(span.text for span in document.body)
    foreign = texts(document, "related") + texts(document, "footnote") + texts(document, "source")
    assert document.summary is not None
    for other in (document.summary.text, *foreign, *texts(document, "rights"), "made possible"):
        assert other not in body


def test_shape_a() -> None:
    document = page("a")
    assert document.title is not None
    assert document.title.text == "Ciphered Telegram No. 20411, Orlenko to Filippov [Stalin]"
    assert [(d.kind, d.edtf, d.time) for d in document.dates] == [
        ("page", "1951-03-03", None),
        ("received", "1951-03-04", "17:20"),
        ("written", "1951-03-03", None),
    ]
    assert [(n.kind, n.span.text) for n in document.numbers] == [("own", "No. 20411"), ("record", "198765")]
    assert document.sender is not None
    assert document.addressee is not None
    assert (document.sender.name, document.addressee.name) == ("Orlenko", "Filippov")
    assert document.addressee.identity == "Stalin"
    assert [n.repository for n in document.call_numbers] == ["AP RF", "RGASPI"]
    assert [(c.kind, c.name) for c in document.credits] == [
        ("obtainer", "Ann Example"),
        ("translator", "Boris Sample"),
    ]
    assert fields(document)["Type"] == ["Telegram"]
    assert fields(document)["Author(s)"] == fields(document)["Language"] == []


def test_a_footnote_is_tied_to_its_mark() -> None:
    (note,) = page("a").footnotes
    assert (note.mark, note.text) == ("[1]", "That is, the month of March.")
    assert note.anchor is not None
    assert page("a").text[: note.anchor.begin].endswith("of the month")
    (glued,) = page("c").footnotes
    assert (glued.mark, glued.text) == ("1", "The minister of trade.")
    assert glued.anchor is not None
    assert page("c").text[: glued.anchor.begin].endswith("KOWALEWICZ")


def test_shape_c_begins_with_somebody_else_s_summary() -> None:
    document = page("c")
    assert texts(document, "related")[0].startswith("The embassy tells at length")
    assert document.title is not None
    assert document.title.text.startswith("Cable from the Legation in Havana on the mood")
    assert document.summary is not None
    assert document.summary.text == "The envoy describes quiet streets and a speech by the minister."
    assert document.call_numbers == ()
    assert fields(document)["Related Documents"] == [
        "November 1, 1962",
        "Cable from the Legation in Havana, 'Louder Days'",
    ]


def test_the_instants_of_one_telegram_are_kept_apart() -> None:
    document = page("c")
    assert [(d.kind, d.edtf, d.time) for d in document.dates] == [
        ("page", "1962-10-29", None),
        ("sent", "1962-10-29", "18:00"),
        ("received", "1962-10-30", "11:30"),
    ]
    assert [(n.kind, n.span.text) for n in document.numbers] == [("special", "Special no. 415")]
    assert document.addressee is not None
    assert document.addressee.place == "WARSAW"


def test_shape_d_has_its_summary_and_citation_before_the_body() -> None:
    document = page("d")
    assert document.summary is not None
    assert document.summary.text.startswith("Jeleń reports that trains")
    assert document.funder is not None
    assert document.funder.text == "Northern Studies Foundation"
    assert [span.text for span in document.body] == [
        "Embassy in Budapest",
        "The trains run late, but they run.",
        "I was told that the bakery opened at 10:00.",
    ]
    assert [one.span.text for one in document.sign_offs] == ["JELEń"]
    (number,) = document.call_numbers
    assert (number.repository, number.notation) == ("AMSZ", "AMSZ, z. 10, w. 36, t. 421, p. 5")
    assert ("record", "198111") in [(n.kind, n.span.text) for n in document.numbers]
    assert document.sender is not None
    assert (document.sender.name, document.sender.office) == ("Jeleń", "the Embassy in Budapest")


def test_shape_d_without_a_title_takes_the_citation_s() -> None:
    text = (PAGES / "d.txt").read_text(encoding="utf-8")
    (document,) = convert(
        "d.txt", text.replace("REPORT FROM THE EMBASSY IN BUDAPEST, JELEń TO WARSAW\n", "").encode()
    )
    assert document.title is not None
    assert document.title.text == "Report from the Embassy in Budapest, Jeleń to Warsaw"
    assert document.notes == ("The page has no title line.",)


def test_shape_e_is_one_paragraph() -> None:
    document = page("e")
    assert document.title is not None
    assert document.title.text == "Letter, Ivan Zima to Pavel Leto"
    assert [span.text for span in document.body] == [
        "Dear Pavel, I thank you for the seeds [semena]. They arrived on 5 February 1961."
    ]
    assert [one.span.text for one in document.sign_offs] == ["Yours, Ivan"]
    assert [(d.kind, d.edtf) for d in document.dates] == [("page", "1961-02-07")]
    assert fields(document) == {"Original Language": ["Russian"], "Contents": ["English Translation"]}
    (number,) = document.call_numbers
    assert number.parts == (("fond", "1477-B"), ("opis", "25"), ("delo", "1627"))


def test_shape_e_where_linked_words_dropped_out() -> None:
    text = (PAGES / "e.txt").read_text(encoding="utf-8")
    text = text.replace("February 07, 1961 Letter", "Letter").replace(",” February 07, 1961,", ",” , 1961,")
    (document,) = convert("e.txt", text.encode())
    date = document.dates[0]
    assert (date.kind, date.edtf, date.span.text) == ("page", "1961", "1961")
    assert date.note == "month and day are missing from the citation"


def test_a_page_without_a_date_or_a_summary_has_none() -> None:
    bare = (
        "Skip to content\n\nA Title\n\nFirst words.\n\n\nSHTYKOV\n\n\nDocument Information\n\n\nRecord ID\n"
    )
    (document,) = convert("bare.txt", bare.encode())
    assert (document.shape, document.dates, document.summary) == ("B", (), None)
    assert [span.text for span in document.body] == ["First words."]
    assert [one.span.text for one in document.sign_offs] == ["SHTYKOV"]
    assert document.notes == ("The page has no date.",)


LINES = st.sampled_from(
    [line for name in "acde" for line in (PAGES / f"{name}.txt").read_text(encoding="utf-8").splitlines()]
) | st.text(st.characters(codec="utf-8"), max_size=30)


def read_or_refused(text: str) -> Document | None:
    """The document, or None where the page is refused, as every refusal must be, with a mend."""
    try:
        (document,) = convert("page.txt", text.encode())
    except SourceError as error:
        return pytest.fail("no mend") if not error.mend else None
    return document


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(LINES, max_size=40), st.sampled_from(["\n", "\n\n", "\r\n", "\n\n\n"]), st.booleans())
def test_whatever_a_page_is_made_of_nothing_is_lost(lines: list[str], joint: str, skips: bool) -> None:
    text = joint.join((["Skip to content"] if skips else []) + lines)
    document = read_or_refused(text)
    if document is None:
        return
    assert "".join(part.span.text for part in document.parts) == text
    spans = [*document.body, *document.rights, *(i.span for i in document.insertions)]
    spans += [
        one.span for one in (*document.numbers, *document.dates, *document.call_numbers, *document.footnotes)
    ]
    spans += [one.span for one in (document.sender, document.addressee) if one]
    spans += [value for field in document.fields for value in field.values]
    assert all(span.text and text[span.begin : span.end] == span.text for span in spans)
