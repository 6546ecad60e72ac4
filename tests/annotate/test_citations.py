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
        ("AVPRF fond 0102, opis 16, delo 7, p.16-42.", "AVPRF", "fond 0102, opis 16, delo 7, pages 16-42"),
        ("Russian State Archive of Contemporary History (RGANI), f. 5, op. 28, d. 314, ll. 33-59.",
         "Russian State Archive of Contemporary History (RGANI)", "fond 5, opis 28, delo 314, leaves 33-59"),
        ("GAPPOD AzR, f. 1, op. 89, d. 90, ll. 1-4.", "GAPPOD AzR", "fond 1, opis 89, delo 90, leaves 1-4"),
        ("Central State Archive, Sofia (TsDA), Fond 1-B, Opis 60, a.e. 368.", "Central State "
            "Archive, Sofia (TsDA)",
         "fond 1-B, opis 60, file 368"),
        ("CDA, Sofia, Fond 1-B, Record 58, File 4.", "CDA, Sofia", "fond 1-B, inventory 58, file 4"),
        ("PolA AA, MfAA, C 295/78.", "PolA AA", "collection MfAA, signature C 295/78"),
        ("Political Archive of the Federal Foreign Office, Berlin (PA AA), MfAA, C 1088/70.",
         "Political Archive of the Federal Foreign Office, Berlin (PA AA)",
         "collection MfAA, signature C 1088/70"),
        ("SAPMO-BArch, DY 30, IV 2/20/136.", "SAPMO-BArch", "signature DY 30, signature IV 2/20/136"),
        ("ANIC, fond CC al PCR - Relaţii, dosar 12/1966, f. 1-20.", "ANIC",
         "fond CC al PCR - Relaţii, file 12/1966, leaves 1-20"),
        ("MOL, XIX-J-1-j Korea, 1972, 59. doboz, 81-10, 00941/19/1972.", "MOL",
         "signature XIX-J-1-j Korea, year 1972, box 59, signature 81-10, signature 00941/19/1972"),
        ("MNL OL, M-KS 288. f. 5/455. ő.e.", "MNL OL", "signature M-KS 288. f. 5/455. ő.e"),
        ("AQSH, F. 14/AP-MPKK, V. 1962, Dos. 5, Fl. 4-10.", "AQSH",
         "fond 14/AP-MPKK, year 1962, file 5, leaves 4-10"),
        ("TNA, FO 371/75815.", "TNA", "signature FO 371/75815"),
        ("National Archives, Kew, CAB 129/12.", "National Archives, Kew", "signature CAB 129/12"),
        ("National Archives and Records Administration, Record Group 59, Central Files, Box 123.",
         "National Archives and Records Administration", "record-group 59, collection Central "
         "Files, box 123"),
        ("John F. Kennedy Library, National Security Files, Box 36.", "John F. Kennedy Library",
         "collection National Security Files, box 36"),
        ("PRC FMA 111-00065-01, 3-14; 17.", "PRC FMA", "signature 111-00065-01, pages 3-14; 17"),
        ("Gansu Provincial Archives 103-001-0001, 1-5.", "Gansu Provincial Archives",
         "signature 103-001-0001, pages 1-5"),
        ("Mongolian Foreign Ministry Archive (MFMA), fond 3, dans 1, kh/n 13, khuu 80-81.",
         "Mongolian Foreign Ministry Archive (MFMA)", "fond 3, inventory 1, file 13, pages 80-81"),
        ("MD—Washington—1962 (7 á XII), (Cx 324), Ministry of External Relations Archives, Brasilia, Brazil.",
         "Ministry of External Relations Archives, Brasilia, Brazil",
         "signature MD—Washington—1962 (7 á XII), box 324"),
        ("GB165-0384, Box 8, File 37/8, Middle East Centre Archive, St Antony’s College, Oxford.",
         "Middle East Centre Archive, St Antony’s College, Oxford", "signature GB165-0384, box 8, file 37/8"),
        ("National Archives of the Czech Republic, Prague, f. 02/1, sv. 110, ar.j. 136.",
         "National Archives of the Czech Republic, Prague", "fond 02/1, volume 110, item 136"),
        ("From the Journal of A. B. Petrov, AVPRF, Fond 0102, Opis 14, Delo 8.", "AVPRF",
         "collection From the Journal of A. B. Petrov, fond 0102, opis 14, delo 8"),
        ("Romanian Foreign Ministry Archives, Matter 210, 1973, MFA, Folder no. 1495. On a Message.",
         "Romanian Foreign Ministry Archives", "signature Matter 210, year 1973, collection MFA, file 1495"),
        ("CWIHP Archive.", "CWIHP Archive", ""),
        ("AMSZ.", "AMSZ", ""),
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


@pytest.mark.parametrize(
    ("citation", "parts"),
    [
        ("Mao on Diplomacy (Beijing: Foreign Languages Press, 1998), 250-259.", "year 1998, pages 250-259"),
        ("Archives Office and Library of X, eds., Wengao, vol. 1 (Beijing: Wenxian chubanshe, 2005), 50-54.",
         "volume 1, year 2005, pages 50-54"),
        ('CWIHP Working Paper 22, "77 Conversations."', ""),
    ],
)  # fmt: skip
def test_a_book_is_no_archive(citation: str, parts: str) -> None:
    (found,) = call_numbers(citation)
    assert (found.kind, found.repository) == ("print", None)
    assert ", ".join(f"{name} {value}" for name, value in found.parts) == parts


def test_three_shelfmarks_and_a_reprint() -> None:
    first, second, third, book = call_numbers(
        "APRF, f. 45, op. 1, d. 342, l. 78; AVPRF, Fond 059a, Opis 5a, Delo 5, Papka 11, List 80; "
        "and RGASPI, "
        "f. 558, op. 11, d. 342, ll. 0078. Reprinted in A. Ivanov and B. Petrov, Relations, Vol. 5, Book 1 "
        "(Moscow: Pamiatniki, 2005), p. 378. Translated for CWIHP from Russian by C. Example."
    )
    assert [one.repository for one in (first, second, third)] == ["APRF", "AVPRF", "RGASPI"]
    assert dict(second.parts)["papka"] == "11"
    assert (book.kind, dict(book.parts)) == ("print", {"volume": "5", "year": "2005", "pages": "378"})


def test_an_archive_of_two_words_and_is_one() -> None:
    (found,) = call_numbers("Nehru Memorial Museum and Library, File No. JNSG, vol. 21-1.")
    assert found.repository == "Nehru Memorial Museum and Library"


def test_a_copy_elsewhere_and_nothing_at_all() -> None:
    _, copy = call_numbers("APRF, f. 1, op. 2, d. 3; copy in the National Security Archive.")
    assert copy.repository == "National Security Archive"
    assert call_numbers("N/A") == ()


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
        ("X. Translated from Portuguese by James G. Name.", ["translator James G. Name"]),
        ("X. Translation from the Chinese by A Name and B Name.", ["translator A Name", "translator B Name"]),
        ("X. Translated by Dr. A Name, Edited by Dr. B Name.", ["translator Dr. A Name"]),
        ("X. Obtained and translated by Fundação Example.",
         ["obtainer Fundação Example", "translator Fundação Example"]),
        ("X. Obtained by the University of Example's Centre and translated by A Name.",
         ["obtainer University of Example's Centre", "translator A Name"]),
        ("X. Translated by A Name https://example.org/1", ["translator A Name"]),
        ("X. Translator: A Name.", ["translator A Name"]),
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
