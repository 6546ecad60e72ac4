"""Seven real pages against the archive's own record of them; both stand beside the checkout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.converters import convert
from kg.model import Document

KEYS = ("300237", "300239", "300241", "300638", "300640", "300645", "300653")
FIELDS = {
    "authors": "Author(s)",
    "associated_people_orgs": "Associated People & Organizations",
    "associated_places": "Associated Places",
    "subjects_discussed": "Subjects Discussed",
    "original_archive_title": "Original Archive",
    "language": "Language",
    "document_contributors": "Contributor(s)",
    "donors": "Donors",
}
PARTIES = {
    "300645": ("Thomas J. Kieran (Ottawa)", "Con Cremin (Dublin)"),
    "300653": ("Jawaharlal Nehru", "All Provincial Premiers"),
}
SHELVES = {
    "300237": ("BArch", (("signature", "B 136/59748"), ("pages", "297-301"))),
    "300239": ("BArch", (("signature", "B 136/59748"), ("pages", "326-334"))),
    "300241": ("BArch", (("signature", "B 136/59748"), ("pages", "396-402"))),
    "300645": (
        "National Archives of Ireland",
        (("signature", "Department of Foreign Affairs/5/313/3D"),),
    ),
    "300653": ("Nehru Memorial Museum and Library", (("file", "JNSG"), ("volume", "21-1"))),
}


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(params=KEYS)
def both(request: pytest.FixtureRequest, shared: Path) -> tuple[Document, dict[str, Any]]:
    folder = shared / "corpora" / "wilson"
    name = f"{request.param}.page.txt"
    (document,) = convert(name, (folder / name).read_bytes())
    return document, json.loads((folder / f"{request.param}.json").read_text(encoding="utf-8"))


def test_head_summary_and_record(both: tuple[Document, dict[str, Any]]) -> None:
    document, record = both
    assert (document.key, document.shape) == (record["record_id"], "A")
    assert document.title is not None
    assert plain(document.title.text) == plain(record["title"])
    assert document.dates[0].span.text == record["original_publication_date"]
    assert document.summary is not None
    assert plain(document.summary.text) == plain(record["summary"])
    assert plain(document.support.text if document.support else "") == plain(record["credits"] or "")
    assert [n.span.text for n in document.numbers if n.kind == "record"] == [record["record_id"]]


def test_the_body_is_the_record_s_text(both: tuple[Document, dict[str, Any]]) -> None:
    document, record = both
    kinds = (
        "collection-number", "heading", "dateline", "classification", "distribution", "sign-off", "body",
        "printed-from", "footnote",
    )  # fmt: skip
    found = [part.span.text for part in document.parts if part.kind in kinds]
    assert plain(" ".join(found)) == plain(record["text_body"])


def test_site_fields(both: tuple[Document, dict[str, Any]]) -> None:
    document, record = both
    fields = {field.label: [value.text for value in field.values] for field in document.fields}
    for name, label in FIELDS.items():
        assert fields.get(label, []) == record[name], label
    assert fields["Source"] == [record["source"]]
    assert fields["Original Uploaded Date"] == [record["original_upload_date"]]
    assert plain(" ".join(span.text for span in document.rights)) == plain(record["rights"])
    classification = [record["original_classification"]] if record["original_classification"] else []
    assert fields.get("Original Classification", []) == classification


def test_dates_parties_and_shelf(both: tuple[Document, dict[str, Any]]) -> None:
    document, _ = both
    page, *others = document.dates
    assert page.edtf is not None
    assert all(date.kind == "written" and date.edtf == page.edtf for date in others)
    names = tuple(party.span.text if party else None for party in (document.sender, document.addressee))
    assert names == PARTIES.get(document.key, (None, None))
    shelf = document.call_numbers[0]
    if document.key in SHELVES:
        assert (shelf.repository, shelf.parts) == SHELVES[document.key]
    else:
        assert shelf.repository == "Diplomatic Archives of the Ministry of Foreign Affairs of Japan"


def test_a_page_of_a_month_stays_a_month(shared: Path) -> None:
    name = "300638.page.txt"
    (document,) = convert(name, (shared / "corpora" / "wilson" / name).read_bytes())
    assert document.dates[0].edtf == "1967-11"
    assert document.heading is not None
    assert document.title is not None
    assert document.heading.text == document.title.text
