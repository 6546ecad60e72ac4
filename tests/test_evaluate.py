"""The whole comparison: gold files and readings, documents in documents, texts that are left out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kg import evaluate as evaluation
from kg.annotate import Reader
from kg.authority import AuthorityIndex, read_authority
from kg.errors import SourceError
from kg.evaluate import Evaluation, evaluate
from kg.evaluate.counts import Count, Share
from kg.evaluate.drafts import Predicted
from kg.evaluate.report import FORMAT, to_json
from kg.model import (
    Attribution,
    Document,
    Found,
    Party,
    Reading,
    Ref,
    Saying,
    Span,
)
from kg.settings import Settings, read_settings
from tests.pages import ROOT, page
from tests.small import reading

OUTER = "I send a letter.\n\nKang said that it rains."
LETTER = "Dear Ri,\n\nWu said that it snows."
GOLD = """source: {source}
fields:
  title: null
persons:
  kang: {{names: [Kang]}}
sayings:
  - {{id: rain, speaker: kang, mood: statement, quote: it rains}}
{inner}"""
INNER = """inner:
  - fields:
      sender: {name: Wu}
    persons:
      ri: {names: [Ri]}
      wu: {names: [Wu]}
    sayings:
      - {id: snow, speaker: wu, mood: statement, quote: it snows}
"""


@dataclass(frozen=True)
class AfterThat:
    """A reader made for these tests: what stands after 'said that' is said by the word before it."""

    name: str = "after-that"
    version: str = "1"

    def read(self, document: Document, found: Found, authority: AuthorityIndex) -> Reading | None:
        before, cue, after = document.text.partition(" said that ")
        if not cue:
            return None
        begin = len(before) + len(cue)
        content = document.span(begin, begin + len(after.rstrip(".")))
        who = before.split()[-1]
        one = Attribution("s", (), (Ref("person", who.lower()),), "reported", "textual")
        saying = Saying("s", "s", (), (one,), ("statement",), "textual", content, rule="that")
        return reading(document=document.key, sayings=(saying,), software="after-that 1")


def nobody_found(document: Document, authority: AuthorityIndex, reader: Reader | None) -> Predicted:
    """What the reader drafts and no name, so that the counts do not hang on how well names are found."""
    found = Found()
    return Predicted(document, found, reader.read(document, found, authority) if reader else None)


@pytest.fixture(autouse=True)
def no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation, "predictions", nobody_found)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "kg.toml").write_text("[dataset]\n", encoding="utf-8")
    return read_settings(tmp_path / "kg.toml")


def documents(*texts: Document) -> object:
    def convert(name: str, data: bytes) -> Iterator[Document | SourceError]:
        yield from texts

    return convert


def run(
    settings: Settings, folder: Path, gold: str, *found: Document, monkeypatch: pytest.MonkeyPatch
) -> Evaluation:
    (folder / "page.txt").write_text("anything", encoding="utf-8")
    (folder / "gold.yaml").write_text(gold, encoding="utf-8")
    monkeypatch.setattr(evaluation, "convert", documents(*found))
    return evaluate([folder / "gold.yaml"], settings, AuthorityIndex({}), AfterThat())


def test_a_document_and_one_inside_it(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outer = page(OUTER, "outer")
    letter = replace(
        page(LETTER, "outer-letter"), part_of="outer", sender=Party(Span(10, 12, "Wu"), name="Wu")
    )
    found = run(
        settings,
        tmp_path,
        GOLD.format(source="page.txt", inner=INNER),
        outer,
        letter,
        monkeypatch=monkeypatch,
    )
    assert [one.document for one in found.documents] == ["outer", "outer > 1"]
    total = found.total
    assert total.counts["sayings.main"] == Count(2, 2, 2)
    assert total.counts["fields.inner"] == Count(1, 1, 1)
    assert total.counts["fields.sender"] == Count(1, 1, 1)
    assert total.counts["fields"] == Count(2, 2, 2)
    assert total.counts["persons"] == Count(0, 0, 3)
    assert list(total.counts)[:2] == ["fields", "fields.title"]


def test_a_document_inside_that_is_not_found_is_missed_whole(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = page(f"{OUTER}\n\n{LETTER}", "outer")
    gold = GOLD.format(source="page.txt", inner=INNER)
    total = run(settings, tmp_path, gold, whole, monkeypatch=monkeypatch).total
    assert total.counts["fields.inner"] == Count(0, 0, 1)
    assert total.counts["fields.sender"] == Count(0, 0, 1)
    assert total.counts["persons"] == Count(0, 0, 3)
    assert total.counts["sayings.main"].wanted == 2


def test_a_document_inside_that_the_gold_says_is_not_there_is_invented(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outer, letter = page(OUTER, "outer"), replace(page(LETTER, "outer-letter"), part_of="outer")
    gold = GOLD.format(source="page.txt", inner="inner: []\n")
    total = run(settings, tmp_path, gold, outer, letter, monkeypatch=monkeypatch).total
    assert total.counts["fields.inner"] == Count(0, 1, 0)
    assert total.shares["invented"] == Share(1, 1)


def test_one_document_of_many_is_named_by_the_end_of_its_key(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    volume = [page("Nothing.", "vol-d11"), page(OUTER, "vol-d1"), page("Nothing.", "vol-d111")]
    gold = GOLD.format(source="page.txt", inner="document: d1\n")
    found = run(settings, tmp_path, gold, *volume, monkeypatch=monkeypatch)
    assert [one.document for one in found.documents] == ["vol-d1"]
    missing = GOLD.format(source="page.txt", inner="document: d7\n")
    left = run(settings, tmp_path, missing, *volume, monkeypatch=monkeypatch).left
    assert "d7" in left[0].reason


def test_a_text_that_is_not_there_is_left_out(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "gold.yaml").write_text(GOLD.format(source="gone.txt", inner=""), encoding="utf-8")
    found = evaluate([tmp_path / "gold.yaml"], settings, AuthorityIndex({}), None)
    assert found.documents == ()
    assert "gone.txt" in found.left[0].reason


def test_a_file_that_is_wrong_costs_itself_only(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.txt").write_text("anything", encoding="utf-8")
    for name in ("a", "b"):
        gold = GOLD.format(source="page.txt", inner="").replace("it rains", f"it {name}")
        (tmp_path / f"{name}.yaml").write_text(gold, encoding="utf-8")
    monkeypatch.setattr(evaluation, "convert", documents(page(OUTER, "outer")))
    (tmp_path / "c.yaml").write_text(GOLD.format(source="page.txt", inner=""), encoding="utf-8")
    (tmp_path / "d.yaml").write_text("- no\n", encoding="utf-8")
    paths = [tmp_path / f"{name}.yaml" for name in "abcd"]
    found = evaluate(paths, settings, AuthorityIndex({}), None)
    assert [one.gold.name for one in found.documents] == ["c.yaml"]
    assert [one.gold.name for one in found.left] == ["a.yaml", "b.yaml", "d.yaml"]
    assert "a.yaml:7" in found.left[0].reason
    assert "b.yaml:7" in found.left[1].reason


@dataclass(frozen=True)
class Copyist:
    """A reader that drafts what a person read already: the best that a reader can do."""

    reading: Reading
    name: str = "copyist"
    version: str = "1"

    def read(self, document: Document, found: Found, authority: AuthorityIndex) -> Reading | None:
        return self.reading


def test_a_corrected_reading_is_gold() -> None:
    """The telegram's own reading, taken for a draft, has nothing wrong."""
    from kg.readings import read_reading
    from kg.sources import find_document

    settings = read_settings(ROOT / "kg.toml")
    authority = read_authority(settings.data / "authority")
    path = settings.data / "readings" / "telegram-1258.yaml"
    copyist = Copyist(read_reading(path, find_document(settings, "telegram-1258"), authority))
    found = evaluate([path, ROOT / "tests" / "gold" / "telegram-1258.yaml"], settings, authority, copyist)
    alone, with_fields = found.documents
    assert alone.judged.faults == ()
    assert "fields" not in alone.judged.measures.counts
    assert alone.judged.measures.counts["sayings"].wanted == 29
    for one in (alone, with_fields):
        counts, shares = one.judged.measures.counts, one.judged.measures.shares
        assert {counts[name].f1 for name in ("sayings", "sayings.speaker", "sayings.main", "hedges")} == {1.0}
        assert {shares[name].rate for name in ("overlap", "speaker", "nesting", "mood", "addressee")} == {1.0}
    assert with_fields.judged.measures.counts["fields.title"] == Count(1, 1, 1)


def test_json_is_stable(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gold = GOLD.format(source="page.txt", inner="").replace("title: null", "title: A")
    found = run(settings, tmp_path, gold, page(OUTER, "outer"), monkeypatch=monkeypatch)
    text = to_json(found, faults=True)
    assert text == to_json(found, faults=True)
    data = json.loads(text)
    assert list(data) == ["format", "total", "documents", "left-out"]
    assert data["format"] == FORMAT == "dispatch-evaluation/1"
    assert data["total"]["sayings.main"] == {
        "right": 1,
        "found": 1,
        "wanted": 1,
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
    }
    assert data["total"]["fields"]["precision"] is None
    assert data["total"]["overlap"] == {"right": 1.0, "of": 1, "rate": 1.0}
    (one,) = data["documents"]
    assert (one["document"], one["measures"]) == ("outer", data["total"])
    kang = {
        "measure": "persons",
        "kind": "missed",
        "words": "Kang",
        "note": "person/kang",
        "begin": 18,
        "end": 22,
    }
    assert kang in one["faults"]
    assert "faults" not in json.loads(to_json(found))["documents"][0]


def test_the_gold_folder_has_no_stray_texts() -> None:
    """Every text of the folder is the source of some gold."""
    folder = ROOT / "tests" / "gold"
    named = {
        line.partition(":")[2].strip()
        for path in folder.glob("*.yaml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("source:")
    }
    texts = {path.name for path in folder.iterdir() if path.suffix in (".txt", ".html", ".xml")}
    assert texts <= named
