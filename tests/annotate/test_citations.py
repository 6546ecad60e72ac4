"""Citations: every archive's way of writing a shelfmark, and whom a citation credits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.citations import call_numbers, credited


@pytest.mark.parametrize(
    ("citation", "repository", "parts"),
    [
        ("TsAMO RF, f. 5, op. 918795, d. 125, ll. 89-91.", "TsAMO RF",
         "fond 5, opis 918795, delo 125, leaves 89-91"),
        ("APRF, fond 45, opis 1, delo 335, list 3.", "APRF", "fond 45, opis 1, delo 335, leaves 3"),
        ("APRF, Fond 93, delo 2/46, listy 62-65", "APRF", "fond 93, delo 2/46, leaves 62-65"),
        ("APRF: F. 39, Op. 1, D. 31, L. 34.", "APRF", "fond 39, opis 1, delo 31, leaves 34"),
        ("AVPRF F. 0102, Op. 13, P. 72, Delo 5, Listy 165-192.", "AVPRF",
         "fond 0102, opis 13, papka 72, delo 5, leaves 165-192"),
        ("AVP RF, f. 0102, op. 6, p. 21, d. 47, ll. 29-40.", "AVP RF",
         "fond 0102, opis 6, papka 21, delo 47, leaves 29-40"),
        ("RGASPI, f. 558, op. 11, d. 334, ll. 12, 14-15.", "RGASPI",
         "fond 558, opis 11, delo 334, leaves 12, 14-15"),
        ("GAPPOD, f.1, op.89, d.106.", "GAPPOD", "fond 1, opis 89, delo 106"),
        ("PRC FMA 106-01403-02, 35.", "PRC FMA", "signature 106-01403-02, pages 35"),
        ("BArch, B 136/59748, 403-410.", "BArch", "signature B 136/59748, pages 403-410"),
        ("(BStU), MfS, ZAIG 5382, p. 1-19.", "BStU", "collection MfS, signature ZAIG 5382, pages 1-19"),
        ("MOL, XIX-J-1-j Korea, 4. doboz, 5/a, 004076/ 1955.", "MOL",
         "signature XIX-J-1-j Korea, box 4, signature 5/a, signature 004076/ 1955"),
        ("AQPPSH, MPP Korese, V. 1961, D4.", "AQPPSH", "collection MPP Korese, year 1961, dossier 4"),
        ("Szyfrogramy from Hawana 1962, 6/77 w-82 t-1264, Polish Foreign Ministry Archive (AMSZ), Warsaw.",
         "Polish Foreign Ministry Archive (AMSZ), Warsaw",
         "collection Szyfrogramy from Hawana 1962, signature 6/77 w-82 t-1264"),
        ("AMSZ, z. 10, w. 36, t. 421, p. 5", "AMSZ", "zespol 10, wiazka 36, teczka 421, pages 5"),
        ("Brazilian Foreign Ministry Archives", "Brazilian Foreign Ministry Archives", ""),
        ("Nehru Memorial Museum and Library, File No. JNSG, vol. 21-1.", "Nehru Memorial Museum and Library",
         "file JNSG, volume 21-1"),
    ],
)  # fmt: skip
def test_a_shelfmark_of_every_archive(citation: str, repository: str, parts: str) -> None:
    (found,) = call_numbers(citation)
    assert found.notation == citation.rstrip(".")
    assert found.repository == repository
    assert ", ".join(f"{name} {value}" for name, value in found.parts) == parts
    assert (found.kind, found.copy) == ("source", False)


def test_the_same_shelf_in_two_notations() -> None:
    (printed,) = call_numbers(
        "Printed from: TsAMO RF F. 5. Op. 918795. D. 125, pp. 89-91. Copy.", kind="printed-from"
    )
    assert printed.notation == "TsAMO RF F. 5. Op. 918795. D. 125, pp. 89-91"
    assert (printed.kind, printed.copy) == ("printed-from", True)
    assert printed.parts[-1] == ("pages", "89-91")


@pytest.mark.parametrize("joint", ["; and ", "; ", " and "])
def test_several_shelfmarks(joint: str) -> None:
    citation = f"AP RF, f. 45, op. 1, d. 334, l. 141{joint}RGASPI, f. 558, op. 11, d. 334, ll. 0141."
    first, second = call_numbers(citation)
    assert (first.repository, second.repository) == ("AP RF", "RGASPI")
    assert second.parts == (("fond", "558"), ("opis", "11"), ("delo", "334"), ("leaves", "0141"))


def test_a_second_shelfmark_without_an_archive_is_of_the_first() -> None:
    first, second = call_numbers("AP RF, f. 45, op. 1, d. 334, l. 141; f. 3, op. 65, d. 827, l. 2")
    assert (first.repository, second.repository) == ("AP RF", "AP RF")
    assert second.notation == "f. 3, op. 65, d. 827, l. 2"


def test_what_only_a_book_printed_is_kept_by_no_archive() -> None:
    (found,) = call_numbers("Zhou Enlai nianpu, 1949-1976, vol. 1, p. 363.")
    assert (found.kind, found.repository) == ("print", None)
    assert found.parts == (("year", "1949-1976"), ("volume", "1"), ("pages", "363"))


def test_a_shelfmark_and_the_book_that_printed_it() -> None:
    shelf, book = call_numbers(
        'National Archives of Ireland, Department of Foreign Affairs/5/313/3D, published in "Documents," '
        "Volume XI, Document No. 96. Contributed by M. O'D."
    )
    assert (shelf.kind, shelf.repository) == ("source", "National Archives of Ireland")
    assert (book.kind, book.notation) == ("print", '"Documents," Volume XI, Document No. 96')


def test_an_unknown_way_of_writing_keeps_its_words() -> None:
    (found,) = call_numbers("From the papers of a family. Translated by A. B.")
    assert (found.notation, found.repository, found.parts) == ("From the papers of a family", None, ())


@pytest.mark.parametrize(
    ("citation", "credits"),
    [
        ("X, f. 1. Translated by Gary Goldberg.", ["translator Gary Goldberg"]),
        ("X. Translated for NKIDP by Jozsef L. Litkei.", ["translator Jozsef L. Litkei"]),
        ("X. Obtained by A Name (A University) and translated by Margaret K. Name (B University).",
         ["obtainer A Name", "translator Margaret K. Name"]),
        ("X. Obtained for CWIHP by A Name and translated for CWIHP by B Name.",
         ["obtainer A Name", "translator B Name"]),
        ("X. Contributed, transcribed, and translated by C Name.",
         ["contributor C Name", "transcriber C Name", "translator C Name"]),
        ("X. Contributed by C Name and translated by D Name.", ["contributor C Name", "translator D Name"]),
        ("X. Translated by E Name and F Name with G Name.", ["translator E Name", "translator F Name"]),
        ("X, f. 1, op. 2.", []),
    ],
)  # fmt: skip
def test_whom_a_citation_credits(citation: str, credits: list[str]) -> None:
    assert [f"{credit.kind} {credit.name}" for credit in credited(citation)] == credits


@given(st.text(alphabet='APRFfond. op,l;12-()[]"“andTrslteby \n', max_size=120), st.integers(0, 50))
def test_every_span_is_what_stands_there(citation: str, begin: int) -> None:
    page = " " * begin + citation
    for one in (*call_numbers(citation, begin), *credited(citation, begin)):
        assert page[one.span.begin : one.span.end] == one.span.text
        assert one.span.text
