"""`kg evaluate`: the table, the JSON, the errors, and exit codes that a pipeline of checks can rest on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kg

GOLD = """source: ../sources/example-letter.txt
fields:
  sender: null
  page-date: "1952-03-03"
  title: Not its title
persons:
  anna-berg: {names: [Anna Berg]}
"""


@pytest.fixture
def gold(corpus: Path) -> Path:
    folder = corpus / "data" / "gold"
    folder.mkdir()
    (folder / "letter.yaml").write_text(GOLD, encoding="utf-8")
    return folder


def test_the_table(corpus: Path, gold: Path, kg: Kg) -> None:
    done = kg("evaluate", "data/gold", cwd=corpus)
    assert done.returncode == 0, done.stderr
    for words in ("example-letter", "fields.title", "persons.identity", "invented", "precision"):
        assert words in done.stdout
    assert "missed" not in done.stdout
    assert done.stderr == ""


def test_every_miss_and_false_find_is_listed(corpus: Path, gold: Path, kg: Kg) -> None:
    done = kg("evaluate", "data/gold/letter.yaml", "--errors", cwd=corpus)
    assert done.returncode == 0, done.stderr
    assert "missed fields.title: value Not its title" in done.stdout
    assert "false  fields.title" in done.stdout


def test_json_to_standard_output_is_json_alone(corpus: Path, gold: Path, kg: Kg) -> None:
    done = kg("evaluate", "data/gold", "--json", "-", cwd=corpus)
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    assert data["total"]["fields.title"]["wanted"] == 1
    assert data["documents"][0]["gold"] == "data/gold/letter.yaml"


def test_json_to_a_file(corpus: Path, gold: Path, kg: Kg) -> None:
    done = kg("evaluate", "data/gold", "--json", "out.json", "--errors", cwd=corpus)
    assert done.returncode == 0, done.stderr
    assert "fields.title" in done.stdout
    assert json.loads((corpus / "out.json").read_text(encoding="utf-8"))["documents"][0]["faults"]
    lost = kg("evaluate", "data/gold", "--json", "no/where/out.json", cwd=corpus)
    assert lost.returncode == 1
    assert "no/where/out.json" in lost.stderr


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (("--min", "fields.page-date=1"), 0, ""),
        (("--min", "fields.title=0.5"), 1, "fields.title is 0.0, less than 50.0"),
        (("--min", "fields.page-date=1", "--min", "fields.title.recall=0.1"), 1, "fields.title.recall"),
        (("--min", "speaker=0.1"), 2, "there is no measure 'speaker'"),
        (("--min", "fields"), 2, "fields"),
        (("--min", "fields=7"), 2, "fields=7"),
        (("--max-invented", "1"), 0, ""),
        (("--max-invented", "2"), 2, "2"),
    ],
)
def test_what_is_worse_than_asked_for_exits_with_1(
    corpus: Path, gold: Path, kg: Kg, options: tuple[str, ...], code: int, told: str
) -> None:
    done = kg("evaluate", "data/gold", *options, cwd=corpus)
    assert (done.returncode, told in done.stderr) == (code, True), done.stderr


def test_an_invented_value_can_be_refused(corpus: Path, gold: Path, kg: Kg) -> None:
    (gold / "letter.yaml").write_text(GOLD.replace("title: Not its title", "title: null"), encoding="utf-8")
    done = kg("evaluate", "data/gold", "--max-invented", "0.01", cwd=corpus)
    assert done.returncode == 1
    assert "invented is" in done.stderr


def test_a_corrected_reading_is_gold(corpus: Path, kg: Kg) -> None:
    done = kg("evaluate", "data/readings/example-letter.yaml", "--json", "-", cwd=corpus)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["total"]["sayings"]["wanted"] > 0


def test_a_text_that_is_missing_is_left_out_and_told(corpus: Path, gold: Path, kg: Kg) -> None:
    (gold / "other.yaml").write_text("source: gone.txt\nfields: {title: null}\n", encoding="utf-8")
    done = kg("evaluate", "data/gold", cwd=corpus)
    assert done.returncode == 1
    assert "left out: data/gold/other.yaml" in done.stderr
    assert "gone.txt" in done.stderr
    assert "fields.title" in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("page-date", "page-dote", ("letter.yaml:4", "page-dote", "page-date")),
        ("[Anna Berg]", "[Anna Borg]", ("letter.yaml:7", "Anna Borg", "nearest")),
    ],
)
def test_a_gold_file_that_is_wrong(
    corpus: Path, gold: Path, kg: Kg, old: str, new: str, told: tuple[str, ...]
) -> None:
    (gold / "letter.yaml").write_text(GOLD.replace(old, new), encoding="utf-8")
    done = kg("evaluate", "data/gold", cwd=corpus)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for words in told:
        assert words in done.stderr


def test_no_gold_is_wrong_usage_or_a_clear_error(corpus: Path, kg: Kg) -> None:
    assert kg("evaluate", cwd=corpus).returncode == 2
    done = kg("evaluate", "nowhere.yaml", cwd=corpus)
    assert done.returncode == 1
    assert "nowhere.yaml" in done.stderr


def test_a_bad_gold_file_costs_itself_only(corpus: Path, gold: Path, kg: Kg) -> None:
    (gold / "bad.yaml").write_text(GOLD.replace("title", "titel"), encoding="utf-8")
    (gold / "gone.yaml").symlink_to("nowhere")
    done = kg("evaluate", "data/gold", "--json", "out.json", cwd=corpus)
    assert done.returncode == 1
    assert "example-letter" in done.stdout
    data = json.loads((corpus / "out.json").read_text(encoding="utf-8"))
    assert [one["gold"] for one in data["documents"]] == ["data/gold/letter.yaml"]
    assert [one["gold"] for one in data["left-out"]] == ["data/gold/bad.yaml", "data/gold/gone.yaml"]
    assert [line.split(":")[:3] for line in done.stderr.splitlines() if "left out" in line] == [
        ["error", " left out", " data/gold/bad.yaml"],
        ["error", " left out", " data/gold/gone.yaml"],
    ]


def test_a_draft_that_nobody_changed_has_the_same_speakers(corpus: Path, kg: Kg) -> None:
    """Its candidates are the draft's own, whether or not a name of theirs stands in the text."""
    path = corpus / "data/readings/example-letter.yaml"
    path.unlink()
    assert kg("read", "example-letter", cwd=corpus).returncode == 0
    assert "candidates:" in path.read_text(encoding="utf-8")
    done = kg("evaluate", str(path), "--errors", cwd=corpus)
    assert (done.returncode, "draft:" in done.stdout) == (0, False), done.stdout
    assert " speaker:" not in done.stdout
