"""`kg init`: the new folder builds, validates and answers at once, and nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Kg


def test_a_new_corpus_builds_conforms_and_answers(corpus: Path, kg: Kg) -> None:
    done = kg("build", cwd=corpus)
    assert done.returncode == 0, done.stderr
    assert "example-letter: 5 sayings" in done.stdout
    shown = kg("show", "example-letter", cwd=corpus)
    assert "Anna Berg" in shown.stdout
    assert "recipient    the head of the Northern Department" in shown.stdout
    assert "allegedly (whether it was said)" in shown.stdout
    hedges = kg("query", "3", "--format", "csv", cwd=corpus)
    assert "allegedly" in hedges.stdout


def test_nothing_is_overwritten(corpus: Path, kg: Kg) -> None:
    (corpus / "kg.toml").write_text("# mine\n", encoding="utf-8")
    done = kg("init", str(corpus), cwd=corpus)
    assert done.returncode == 2
    assert "exists already" in done.stderr
    assert (corpus / "kg.toml").read_text(encoding="utf-8") == "# mine\n"
