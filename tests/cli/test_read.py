"""`kg read`: drafts for a person, never over a correction; what would change; where it goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Kg

KEY = "example-letter"


@pytest.fixture
def bare(corpus: Path) -> Path:
    """A corpus whose one document has no reading."""
    (corpus / "data" / "readings" / f"{KEY}.yaml").unlink()
    return corpus


def reading(corpus: Path) -> Path:
    return corpus / "data" / "readings" / f"{KEY}.yaml"


def test_a_draft_is_written_read_and_written_anew(bare: Path, kg: Kg) -> None:
    done = kg("read", KEY, cwd=bare)
    assert done.returncode == 0, done.stderr
    text = reading(bare).read_text(encoding="utf-8")
    assert "draft: {software: rules 1, sha256:" in text
    assert "rule: reported-clause" in text
    assert text.startswith("# A draft by rules 1"), "no schema stands beside this corpus"
    again = kg("read", KEY, cwd=bare)
    assert again.returncode == 0, again.stderr
    assert reading(bare).read_text(encoding="utf-8") == text
    same = kg("read", KEY, "--diff", cwd=bare)
    assert (same.returncode, same.stdout) == (0, "")


def test_comments_leave_a_draft_a_draft(bare: Path, kg: Kg) -> None:
    kg("read", KEY, cwd=bare)
    text = reading(bare).read_text(encoding="utf-8")
    reading(bare).write_text(f"{text}\n# to be looked at\n", encoding="utf-8")
    assert kg("read", KEY, cwd=bare).returncode == 0
    assert reading(bare).read_text(encoding="utf-8") == text


def test_a_correction_is_never_written_over(bare: Path, kg: Kg) -> None:
    kg("read", KEY, cwd=bare)
    corrected = reading(bare).read_text(encoding="utf-8").replace("mood: statement", "mood: question", 1)
    reading(bare).write_text(corrected, encoding="utf-8")
    done = kg("read", KEY, cwd=bare)
    assert done.returncode == 1
    assert "has been corrected" in done.stderr
    assert "--diff" in done.stderr
    assert reading(bare).read_text(encoding="utf-8") == corrected
    shown = kg("read", KEY, "--diff", cwd=bare)
    assert shown.returncode == 1
    assert "-    mood: question" in shown.stdout
    assert "+    mood: statement" in shown.stdout
    elsewhere = kg("read", KEY, "--output", "draft.yaml", cwd=bare)
    assert elsewhere.returncode == 0, elsewhere.stderr
    assert (bare / "draft.yaml").read_text(encoding="utf-8") != corrected


def test_a_reading_by_hand_is_nobodys_draft(corpus: Path, kg: Kg) -> None:
    before = reading(corpus).read_text(encoding="utf-8")
    assert kg("read", KEY, cwd=corpus).returncode == 1
    assert reading(corpus).read_text(encoding="utf-8") == before


def test_a_draft_on_standard_output(corpus: Path, kg: Kg) -> None:
    done = kg("read", KEY, "--output", "-", cwd=corpus)
    assert done.returncode == 0, done.stderr
    assert f"document: {KEY}" in done.stdout


def test_all_documents_without_a_reading(bare: Path, kg: Kg) -> None:
    done = kg("read", "--all", cwd=bare)
    assert done.returncode == 0, done.stderr
    assert f"{KEY}: the draft is in" in done.stderr
    nothing = kg("read", "--all", cwd=bare)
    assert (nothing.returncode, nothing.stderr) == (0, "")


def test_a_draft_is_built_like_a_reading(bare: Path, kg: Kg) -> None:
    kg("read", KEY, cwd=bare)
    done = kg("validate", KEY, cwd=bare)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{KEY}: Conforms" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [(), ("--all", KEY), ("--all", "--diff"), (KEY, "--diff", "--output", "x"), ("a", "b", "--output", "-")],
)
def test_wrong_usage(corpus: Path, kg: Kg, arguments: tuple[str, ...]) -> None:
    assert kg("read", *arguments, cwd=corpus).returncode == 2


def test_an_unknown_document(corpus: Path, kg: Kg) -> None:
    done = kg("read", "letter-99", cwd=corpus)
    assert done.returncode == 1
    assert "letter-99" in done.stderr


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("none", "nothing drafts"),
        ("kg.nowhere:RULES", "no module"),
        ("kg.annotate:NO", "has no 'NO'"),
    ],
)
def test_a_reader_that_is_none(bare: Path, kg: Kg, spec: str, words: str) -> None:
    config = bare / "kg.toml"
    config.write_text(
        f'{config.read_text(encoding="utf-8")}\n[annotate]\nreader = "{spec}"\n', encoding="utf-8"
    )
    done = kg("read", KEY, cwd=bare)
    assert done.returncode == 2
    assert words in done.stderr


def test_output_never_replaces_a_correction_either(bare: Path, kg: Kg) -> None:
    kg("read", KEY, cwd=bare)
    text = reading(bare).read_text(encoding="utf-8")
    corrected = text.replace("mood: statement", "mood: question", 1)
    reading(bare).write_text(corrected, encoding="utf-8")
    (bare / "notes.txt").write_text("mine", encoding="utf-8")
    (bare / "folder").mkdir()
    for target in (str(reading(bare)), "notes.txt", "folder"):
        done = kg("read", KEY, "--output", target, cwd=bare)
        assert (done.returncode, "a draft never replaces that" in done.stderr) == (1, True), done.stderr
    assert reading(bare).read_text(encoding="utf-8") == corrected
    assert (bare / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert [p.name for p in reading(bare).parent.iterdir()] == [f"{KEY}.yaml"], "nothing is left aside"
    (bare / "draft.yaml").write_text(f"{text}# seen\n", encoding="utf-8")
    assert kg("read", KEY, "--output", "draft.yaml", cwd=bare).returncode == 0
    assert (bare / "draft.yaml").read_text(encoding="utf-8") == text


def test_a_source_that_cannot_be_read_costs_itself_only(bare: Path, kg: Kg) -> None:
    (bare / "data/sources/a-gone.txt").symlink_to("nowhere")
    every = kg("read", "--all", cwd=bare)
    assert "a fault of the program" not in every.stderr
    assert "a-gone.txt: cannot be read: is a link that leads nowhere" in every.stderr
    assert reading(bare).is_file()
    assert kg("read", KEY, "--output", "-", cwd=bare).returncode == 0
    named = kg("read", "a-gone", cwd=bare)
    assert (named.returncode, "leads nowhere" in named.stderr) == (1, True)


MODULE = """
class Mine:
    name, version = "mine", "1"
    def read(self, document, found, authority):
        {body}
READER = Mine()
"""


@pytest.mark.parametrize(
    ("body", "told"),
    [("return {}", "gave a dict, not a kg.model.Reading"), ("return 1 / 0", "failed: ZeroDivisionError")],
)
def test_a_reader_beside_the_config_that_fails(bare: Path, kg: Kg, body: str, told: str) -> None:
    """The document is published without a draft, every time anew, and the report says why."""
    (bare / "my_reader.py").write_text(MODULE.format(body=body), encoding="utf-8")
    config = bare / "kg.toml"
    text = f'{config.read_text(encoding="utf-8")}\n[annotate]\nreader = "my_reader:READER"\n'
    config.write_text(text, encoding="utf-8")
    for _ in range(2):
        done = kg("build", "--config", str(config), cwd=bare.parent)
        assert (done.returncode, "1 document, 0 left out" in done.stdout) == (1, True), done.stderr
        (line,) = [line for line in done.stderr.splitlines() if "without a draft" in line]
        assert all(words in line for words in (KEY, "annotate.reader 'mine'", told))
    assert line.removeprefix("error: ") in (bare / "build/report.txt").read_text(encoding="utf-8")
    assert told in kg("read", KEY, cwd=bare).stderr
    checked = kg("validate", KEY, cwd=bare)
    assert (checked.returncode, told in checked.stderr) == (1, True)
