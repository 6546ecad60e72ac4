"""One row a written form of dates: the writing, the page's date where it lends something, EDTF, a note."""

from __future__ import annotations

import pytest

from kg.dates import find_dates, time_span

SUPPLIED = "is supplied by an editor"
YEAR = "the year is not written"
# writing, page's date, EDTF of the one date found, a word of its note
ROWS: tuple[tuple[str, str | None, str, str | None], ...] = (
    ("Washington, June 5, 1919—4 p.m.", None, "1919-06-05", None),
    ("December 31st, 1918", None, "1918-12-31", None),
    ("5th January 1894", None, "1894-01-05", None),
    ("March 22nd 1977 Dear Anna,", None, "1977-03-22", None),
    ("June 5th. 1919", None, "1919-06-05", None),
    ("the 12th day of July, 1894", None, "1894-07-12", None),
    ("on the 3d of March, 1871", None, "1871-03-03", None),
    ("Sept. 30, '72", "1872-10-01", "1872-09-30", None),
    ("Sept. 30, ’72", None, "1972-09-30", "century"),
    ("24 Oct 62", "1962-10-24", "1962-10-24", None),
    ("5-JUN-51", "1951", "1951-06-05", None),
    ("R 121015Z JUN 75", "1975", "1975-06-12", None),
    ("NEW DELHI, 1ST APRIL, 1949", None, "1949-04-01", None),
    ("12 october 1950", None, "1950-10-12", None),
    ("3 mai 1919", None, "1919-05-03", None),
    ("le 1er août 1919", None, "1919-08-01", None),
    ("3. Mai 1919", None, "1919-05-03", None),
    ("den 28t Februar 1815", None, "1815-02-28", None),
    ("22. Junii 1719", None, "1719-06-22", None),
    ("6. Merzen 1720", None, "1720-03-06", None),
    ("3 de maio de 1962", None, "1962-05-03", None),
    ("1º de maio de 1962", None, "1962-05-01", None),
    ("27 de octubre de 1962", None, "1962-10-27", None),
    ("4 febbraio 1949", None, "1949-02-04", None),
    ("9 maja 1981", None, "1981-05-09", None),
    ("22 sentyabrya 1950", None, "1950-09-22", None),
    ("22 сентября 1950", None, "1950-09-22", None),
    ("1972. április 4.", None, "1972-04-04", None),
    ("Date: 1954, December 4", None, "1954-12-04", None),
    ("“15” October 1956", None, "1956-10-15", None),
    ("Budapest, 1972 July 1.", None, "1972-07-01", None),
    ("1950年9月22日", None, "1950-09-22", None),
    ("1719-07-18", None, "1719-07-18", None),
    ("1950.9.22", None, "1950-09-22", None),
    ("1950/09/22", None, "1950-09-22", None),
    ("1.XI 62. at 15.00", "1962", "1962-11-01", None),
    ("Nr. C 561/29.X.62", "1962", "1962-10-29", None),
    ("November 16,1917.", None, "1917-11-16", None),
    ("28.XI.198051", None, "1980-11-28", None),
    ("5 May 19501", None, "1950-05-05", None),
    ("May 5, 195012", None, "1950-05-05", None),
    ("27/X/1962", None, "1962-10-27", None),
    ("10. 31. 1962", None, "1962-10-31", None),
    ("31-10-1962", None, "1962-10-31", None),
    ("12 October [1950]", None, "1950-10-12", SUPPLIED),
    ("12 October [1950?]", None, "1950-10-12?", SUPPLIED),
    ("12 October 19[50]", None, "1950-10-12", SUPPLIED),
    ("[28?] October 1962", None, "1962-10-28?", SUPPLIED),
    ("October [28], 1962", None, "1962-10-28", SUPPLIED),
    ("[Undated—circa December 15, 1917.]", None, "1917-12-15~", "circa"),
    ("ca. August 1957", None, "1957-08~", "circa"),
    ("early August 1957", None, "1957-08", "'early'"),
    ("the end of August 1957", None, "1957-08", "'the end of'"),
    ("August-September 1957", None, "1957-08/1957-09", None),
    ("December 1956-January 1957", None, "1956-12/1957-01", "") ,
    ("summer of 1957", None, "1957-22", None),
    ("Winter 1950", None, "1950-24", None),
    ("maio de 1962", None, "1962-05", None),
    ("12-18 August 1960] 09153gs", None, "1960-08-12/1960-08-18", None),
    ("14 to 30 June 1958", None, "1958-06-14/1958-06-30", None),
    ("29 June through 8 August 1960", None, "1960-06-29/1960-08-08", None),
    ("30 December - 2 January 1950", None, "1949-12-30/1950-01-02", None),
    ("October 14 - 20, 1950", None, "1950-10-14/1950-10-20", None),
    ("July 12/25, 1917", None, "1917-07-25", "old style"),
    ("19 December 1903/1 January 1904", None, "1904-01-01", "old style"),
    ("8/20 March 1872", None, "1872-03-20", "old style"),
    ("Received January 3", "1918-12-31", "1919-01-03", YEAR),
    ("13 September of this year", "1950-01-01", "1950-09-13", YEAR),
    ("25 October", "1962-10-25", "1962-10-25", YEAR),
    ("16/17 August", "1957-08-14", "1957-08-16/1957-08-17", YEAR),
    ("the 5th instant", "1894-03-09", "1894-03-05", "inst"),
    ("the 28th ultimo", "1894-01-09", "1893-12-28", "ult"),
    ("15. huius", "1720-06", "1720-06-15", "huius"),
    ("25. passato", "1719-12", "1719-11-25", "passat"),
    ("10th prox.", "1894-12", "1895-01-10", "prox"),
    ("(27.10 at 22 GMT)", "1962-10-28", "1962-10-27", YEAR),
)  # fmt: skip


@pytest.mark.parametrize(("written", "near", "edtf", "note"), ROWS)
def test_a_written_form(written: str, near: str | None, edtf: str, note: str | None) -> None:
    (found,) = find_dates(written, near=near, partial=near is not None)
    assert found.edtf == edtf
    assert (note or "") in (found.note or "")
    assert (found.note is None) == (not note)
    time_span(edtf, zones=("+00:00",))


@pytest.mark.parametrize(
    "text",
    [
        "No. 12/3/50", "Nº 12/III", "# 11.01.1962", "On 5 May 30 men came", "Mayor 5, 1950", "12 marks 1950",
        "5 Maybe 1950", "pp. 89-91", "1946-1949", "0102, 13", "we may 50 times", "1.5 million",
    ],
)  # fmt: skip
def test_what_looks_like_a_date_and_is_none(text: str) -> None:
    assert [one.edtf for one in find_dates(text, near="1950-05-05")] == []


@pytest.mark.parametrize(
    "text",
    [
        "1" * 50_000,
        "1." * 25_000,
        "1.1.1 " * 8_000,
        "1" + " " * 50_000,
        "May " * 12_000,
        "[" * 50_000,
        "1-" * 25_000,
    ],
)
def test_a_long_text_of_one_sign_is_read_in_one_go(text: str) -> None:
    """A form that backtracks without bound would not come back from these."""
    assert len(find_dates(text, near="1950-05-05", partial=True)) <= len(text) / 5
