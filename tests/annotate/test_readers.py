"""The plug-in point for readers: one contract, run over the rules and over a reader of a test."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kg.annotate import Reader
from kg.annotate.readers import DEFAULT, draft, load_reader
from kg.annotate.sayings import RULES
from kg.authority import AuthorityIndex
from kg.errors import ReadingError, SettingError
from kg.model import Attribution, Candidate, Document, Found, Reading, Ref, Saying
from kg.settings import SETTINGS
from tests.pages import page

NOBODY = AuthorityIndex({})


@dataclass(frozen=True)
class Parrot:
    """A reader that takes every paragraph for a saying of one parrot."""

    name: str = "parrot"
    version: str = "0.1"

    def read(self, document: Document, found: Found, authority: AuthorityIndex) -> Reading | None:
        if not document.body:
            return None
        parrot = Candidate("person", document.key, "parrot", "The parrot", (), "parrot", unnamed=True)
        sayings = [
            Saying(
                f"parrot-{n}" if n else "narrative",
                "words",
                ("narrative",) if n else (),
                (
                    Attribution(
                        f"parrot-{n}", (parrot.ref,) if n else (), (parrot.ref,), "reported", "textual"
                    ),
                ),
                ("statement",),
                "textual",
                content=span,
                rule="squawk",
            )
            for n, span in enumerate((None, *document.body))
        ]
        return Reading(
            document.key, None, None, "Parrot", "1", "en", None, "textual", parrot.ref, None, tuple(sayings),
            software=f"{self.name} {self.version}", candidates=(parrot,),
        )  # fmt: skip


PARROT = Parrot()
TEXTS = [
    "Lind said that it was late.",
    "The ship left.",
    "",
    "Lind: No.\n\nBerg: Yes.\n\nLind: No.\n\nBerg: Yes.",
]


@pytest.mark.parametrize("reader", [RULES, PARROT], ids=["rules", "parrot"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_reader_keeps_the_contract(reader: Reader, text: str) -> None:
    document = page(text)
    reading = draft(document, Found(), NOBODY, reader)
    assert reading == draft(document, Found(), NOBODY, reader)
    if reading is None:
        return
    assert reading.software == f"{reader.name} {reader.version}"
    assert reading.document == document.key
    assert (reading.file, reading.sha256) == (None, None)
    assert reading.sayings[0].within == ()
    known = {candidate.ref for candidate in reading.candidates}
    seen: set[str] = set()
    for saying in reading.sayings:
        assert saying.rule
        assert set(saying.within) <= seen
        seen.add(saying.id)
        assert {ref for ref in saying.speakers if ref.owner} <= known
        assert saying.content is None or document.text[saying.content.begin :].startswith(saying.content.text)


def test_the_reader_of_the_settings_is_the_rules() -> None:
    default = next(setting.default for setting in SETTINGS if setting.name == "reader")
    assert default == DEFAULT
    assert load_reader(default) is RULES


def test_another_reader_by_its_name() -> None:
    assert load_reader(f"{__name__}:PARROT") == PARROT


@pytest.mark.parametrize("spec", ["", "none"])
def test_no_reader_drafts_nothing(spec: str) -> None:
    reader = load_reader(spec)
    assert reader is None
    assert draft(page("Lind said that it was late."), Found(), NOBODY, reader) is None


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("rules", "names no reader"),
        (":RULES", "names no reader"),
        ("kg.nowhere:RULES", "no module"),
        ("kg.annotate.sayings:NOBODY", "has no 'NOBODY'"),
        ("kg.annotate.readers:DEFAULT", "is no reader"),
        (f"{__name__}:Parrot", "is a class"),
    ],
)
def test_what_is_no_reader_stops(spec: str, words: str) -> None:
    with pytest.raises(SettingError, match=words):
        load_reader(spec)


def test_the_name_of_a_reader_stands_on_its_draft() -> None:
    reading = draft(page("The ship left."), Found(), NOBODY, PARROT)
    assert reading is not None
    assert reading.author == Ref("person", "parrot", "page")
    assert reading.software == "parrot 0.1"


@dataclass(frozen=True)
class Odd:
    """A reader that gives what it is told to, or raises it."""

    gives: object
    name: str = "odd"
    version: str = "1"

    def read(self, document: Document, found: Found, authority: AuthorityIndex) -> Reading | None:
        if isinstance(self.gives, Exception):
            raise self.gives
        return self.gives  # type: ignore[return-value]


OTHER = draft(page("The ship left."), Found(), NOBODY, PARROT)
assert OTHER is not None


@pytest.mark.parametrize(
    ("gives", "words"),
    [
        ({}, "gave a dict"),
        (KeyError("x"), "failed: KeyError: 'x'"),
        (replace(OTHER, document="b"), "reading of 'b'"),
    ],
)
def test_a_reader_that_fails_is_told_with_reader_and_document(gives: object, words: str) -> None:
    with pytest.raises(ReadingError) as caught:
        draft(page("The ship left."), Found(), NOBODY, Odd(gives))
    for told in ("annotate.reader 'odd'", "(page)", words):
        assert told in str(caught.value)


def test_a_module_in_the_folder_of_the_settings(tmp_path: Path) -> None:
    before = list(sys.path)
    (tmp_path / "beside_the_config.py").write_text(
        f"from {__name__} import PARROT as MINE\n", encoding="utf-8"
    )
    (tmp_path / "beside_but_broken.py").write_text("1 / 0\n", encoding="utf-8")
    assert load_reader("beside_the_config:MINE", tmp_path) == PARROT
    with pytest.raises(SettingError, match="'beside_but_broken' cannot be imported: ZeroDivisionError"):
        load_reader("beside_but_broken:MINE", tmp_path)
    assert sys.path == before
