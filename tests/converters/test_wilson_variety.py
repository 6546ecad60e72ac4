"""Pages that nobody prepared: labels in the line, lines run together, menus, no date or title."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.converters import convert
from kg.errors import SourceError
from kg.model import Document

RIGHTS = "The History and Public Policy Program welcomes reuse of Digital Archive materials for research."
PAGES = {
    path.stem: path.read_text(encoding="utf-8") for path in Path(__file__).parent.joinpath("pages").iterdir()
}


def document(text: str) -> Document:
    (one,) = convert("page.txt", text.encode())
    assert "".join(part.span.text for part in one.parts) == one.text
    return one


def texts(document: Document, kind: str) -> list[str]:
    return [part.span.text for part in document.parts if part.kind == kind]


def fields(document: Document) -> dict[str, list[str]]:
    return {field.label: [value.text for value in field.values] for field in document.fields if field.values}


def refused(text: str) -> str:
    with pytest.raises(SourceError) as caught:
        list(convert("page.txt", text.encode()))
    assert caught.value.mend
    return caught.value.reason


# --- the head -------------------------------------------------------------------------------


@pytest.mark.parametrize("date", ["May 1, 1950", "May 01, 1950", "May 1950", "1950"])
def test_a_page_date_of_any_length(date: str) -> None:
    found = document(
        f"Skip to content\n\n{date}\n\nLetter to a Friend\n\nI came.\n\nAuthor(s):\n\nRights\n\n{RIGHTS}\n"
    )
    assert found.dates[0].span.text == date
    assert found.title is not None
    assert found.title.text == "Letter to a Friend"


def test_a_date_in_the_text_is_no_page_date() -> None:
    found = document(
        f"Untitled report on a visit\nBudapest\n3 May 1950\nI came.\nDocument Information\n{RIGHTS}\n"
    )
    assert found.title is not None
    assert found.title.text == "Untitled report on a visit"
    assert all(date.kind != "page" for date in found.dates)


def test_a_funder_is_no_title() -> None:
    found = document(
        "Skip to content\n\nMay 1, 1950\n\nThis document was made possible with support from the Fund\n\n"
        f"He came at once and stayed for long.\n\nDocument Information\n\n{RIGHTS}\n"
    )
    assert found.title is None
    assert found.funder is not None
    assert found.funder.text == "Fund"


def test_a_menu_and_a_word_on_cookies_stand_before_the_date() -> None:
    found = document(
        "Wilson Center Digital Archive\nMenu\nHome\nTopics\nOur Friends\nWe use cookies to serve "
        "you better.\nAccept\n"
        f"May 1, 1950\nLetter, A to X\nDear X, I came to see you.\nAuthor(s):\nRights\n{RIGHTS}\n"
    )
    assert found.title is not None
    assert found.title.text == "Letter, A to X"
    assert [span.text for span in found.body] == ["Dear X, I came to see you."]


# --- body and summary -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("end", "summary"),
    [
        ("ORLENKO\n\nOrlenko reports on bridges.", "Orlenko reports on bridges."),
        ("ORLENKO\n\nA letter on the bridges.", "A letter on the bridges."),
        ("[1] That is, the month of March of the year before.", None),
        ("I ask you to tell me at once what you know of it.", None),
        ("ORLENKO", None),
        ("Typed by Petrova on 3 May in two copies, one to the files.", None),
    ],
)  # fmt: skip
def test_what_is_a_summary(end: str, summary: str | None) -> None:
    found = document(
        f"Skip to content\n\nMay 1, 1950\n\nLetter\n\nThe bridges are down and nobody mends them.\n"
        f"\n{end}\n\n"
        f"Author(s):\n\nDocument Information\n\nRights\n\n{RIGHTS}\n"
    )
    assert (found.summary.text if found.summary else None) == summary


def test_a_page_that_has_a_scan_and_no_text_has_a_summary() -> None:
    found = document(
        "Skip to content\n\nMay 1, 1950\n\nReport on a Visit\n\nThe envoy describes a visit to the "
        "bridges.\n\n"
        f"Document Information\n\nSource\n\nAPRF, f. 3, op. 1, d. 2.\n\nRights\n\n{RIGHTS}\n"
    )
    assert found.summary is not None
    assert found.body == ()
    assert "The page has no text of the document." in found.notes


def test_other_documents_never_leak_into_this_one() -> None:
    found = document(
        "Skip to content\n\nMay 1, 1950\n\nLetter to X\n\nDear X, I came.\n\nX is thanked for "
        "bread; he describes his way.\n\n"
        "Related Documents\n\nMay 2, 1950\n\nLetter to A\n\nX answers A.\n\nMay 3, 1950\n\nLetter "
        "to B\n\nX asks B.\n\n"
        f"Document Information\n\nSource\n\nTNA, FO 371/1.\n\nRights\n\n{RIGHTS}\n"
    )
    assert [span.text for span in found.body] == ["Dear X, I came."]
    assert len(texts(found, "related")) == 6
    assert [date.edtf for date in found.dates] == ["1950-05-01"]


# --- labels ---------------------------------------------------------------------------------


def test_labels_with_their_values_in_the_line() -> None:
    found = document(
        "May 1, 1950\nLetter\nDear X, I came to see you.\nA tells X of the journey to the bridges.\n"
        "Author(s): Berg, Anna; Dahl, Jens, 1901-1980\nAssociated Places: Germany, Poland\n"
        f"Source: APRF, f. 3, op. 1, d. 2.\nRights: {RIGHTS}\nLanguage: Russian, English\nRecord ID: 112345\n"
        "© 2024 An Archive\nFollow us\n"
    )
    assert fields(found) == {
        "Author(s)": ["Berg, Anna", "Dahl, Jens, 1901-1980"],
        "Associated Places": ["Germany", "Poland"],
        "Source": ["APRF, f. 3, op. 1, d. 2."],
        "Rights": [RIGHTS],
        "Language": ["Russian", "English"],
        "Record ID": ["112345"],
    }
    assert [span.text for span in found.body] == ["Dear X, I came to see you."]
    assert texts(found, "chrome")[-2:] == ["© 2024 An Archive", "Follow us"]


def test_values_that_lost_their_labels() -> None:
    found = document(
        f"Skip to content\n\nMay 1, 1950\n\nLetter\n\nHe came.\n\n\nDocument Information\n\n\n"
        f"AVPRF, f. 1, op. 2, d. 3.\n\n\n"
        f"{RIGHTS}\n\nRussian\n\n2011-11-20\n\n113636\n\nLeon Fund"
    )
    assert fields(found) == {
        "Language": ["Russian"], "Original Uploaded Date": ["2011-11-20"], "Record ID": ["113636"],
        "Donors": ["Leon Fund"],
    }  # fmt: skip
    assert found.call_numbers[0].repository == "AVPRF"


def test_the_funder_again_behind_the_record_number_is_a_donor() -> None:
    found = document(
        f"Skip to content\n\nMay 1, 1950\n\nLetter\n\nHe came.\n\nDocument Information\n\n{RIGHTS}\n"
        f"\nRecord ID\n\n113636\n\n"
        "This document was made possible with support from the Leon Fund"
    )
    assert fields(found)["Donors"] == ["Leon Fund"]
    assert found.support is None


# --- the older site -------------------------------------------------------------------------


def test_the_older_site_with_bullets_and_without_address_or_title() -> None:
    found = document(
        "Search in\n\nDigital Archive International History Declassified\n\nMay 01, 1953\n\n\n  • "
        "Citation\n\n    get citation\n\n"
        "    A short word.\n"
        "    \"Malik, 'On Bridges',\" May 01, 1953, History and Public Policy Program Digital "
        "Archive, MOL, XIX-J-1-k, "
        "9. doboz. Translated for NKIDP by Ann B. Example.\n  • share document\n\n\nEnglish HTML\n\n"
        "On 1 May I came.\n"
    )
    assert found.shape == "D"
    assert found.title is not None
    assert found.title.text == "Malik, 'On Bridges'"
    assert found.summary is not None
    assert found.summary.text == "A short word."
    assert [span.text for span in found.body] == ["On 1 May I came."]
    assert [number.repository for number in found.call_numbers] == ["MOL"]
    assert [credit.name for credit in found.credits] == ["Ann B. Example"]


# --- plain text -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    [
        "3 May 1949\n\nReport from Paris\n\n",
        "Report from Paris\n\n3 May 1949\n\n",
        "Report from Paris\nMay 3, 1949\n",
    ],
)
def test_a_text_without_the_site_s_marks_is_read(head: str) -> None:
    found = document(
        f"{head}The town is quiet and nobody speaks of the talks.\n\nI have called on the minister.\n"
    )
    assert found.shape == "plain"
    assert found.title is not None
    assert found.title.text == "Report from Paris"
    assert [(date.kind, date.edtf) for date in found.dates] == [("page", "1949-05-03")]
    assert len(found.body) == 2


def test_a_text_of_nothing_but_paragraphs_is_all_body() -> None:
    found = document(
        "Dear Comrade,\n\nI came to see you and you were not there.\n\nI shall come again when the "
        "ice is gone.\n"
    )
    assert found.title is None
    assert len(found.body) == 3


# --- what is no document --------------------------------------------------------------------

LISTED = "{date}\n\nLetter to a friend\n\nThe writer tells of a journey.\n\n"


@pytest.mark.parametrize(
    "page",
    [
        "Skip to content\n\n\n1 - 10 of 15\n\n\n\nUntitled report\n\nAn account.\n\nJune 15, 1956\n"
        "\nMemo\n\nNotes.\n",
        "Skip to content\n\nResults:\n\n1 - 2 of 2\n\nDocuments\n\nMay 1, 1950\n\nLetter\n\nHe came.\n",
        "Skip to content\nAn Office\n\nPapers of the office.\n\nPopular Documents\n\nMay 1, 1950\n\n"
        "Letter\n\nHe came.\n",
        "Search in\n\nDigital Archive International History Declassified\n\n\n" + "".join(
            f"  • {LISTED.format(date=date)}" for date in ("May 01, 1950", "June 02, 1951", "March, 1952")
        ),
        "".join(LISTED.format(date=date) for date in ("May 1, 1950", "June 2, 1951", "March 1952", "1953")),
    ],
)  # fmt: skip
def test_a_list_is_no_document(page: str) -> None:
    assert "list" in refused(page)


@pytest.mark.parametrize(
    "line",
    [
        "Page not found", "404 Not Found", "Access denied", "Just a moment...", "The requested "
        "page could not be found.",
        "502 Bad Gateway", "The website encountered an unexpected error. Please try again later.",
    ],
)  # fmt: skip
def test_an_error_page_is_no_document(line: str) -> None:
    assert "error page" in refused(
        f"Skip to content\n\n{line}\n\nPlease go back to the home page and try it again.\n"
    )


# --- no page breaks it ----------------------------------------------------------------------

LINES = [line for text in PAGES.values() for line in text.splitlines()] + [
    "[",
    "1 - 2 of 2",
    "Source: x",
    "•",
    "\xa0",
]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=200)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_document_or_refused_with_a_reason(data: bytes) -> None:
    try:
        found = list(convert("page.txt", data))
    except SourceError as error:
        mend = error.mend
    else:
        mend = "none is needed"
        assert all(isinstance(one, Document) for one in found)
    assert mend


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=150)
@given(st.sampled_from(sorted(PAGES)), st.data())
def test_a_mutilated_page_loses_nothing(name: str, data: st.DataObject) -> None:
    text = PAGES[name]
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, min(len(text), begin + 300)))
    put = "\n".join(data.draw(st.lists(st.sampled_from(LINES), max_size=4)))
    mend = "none is needed"
    try:
        document(text[:begin] + put + text[end:])
    except SourceError as error:
        mend = error.mend
    assert mend


@pytest.mark.parametrize(
    "body",
    [
        "He said that bridges would be mended in May 1950. " * 40_000,
        "[a " * 300_000,
        "(a, " * 300_000,
        "a" * 2_000_000,
    ],
    ids=["prose", "brackets", "commas", "word"],
)
def test_a_text_of_two_megabytes_is_read_to_its_end(body: str) -> None:
    found = document(PAGES["a"].replace("ORLENKO\n", body + "\n", 1))
    assert body.strip() in found.text
    assert found.summary is not None
