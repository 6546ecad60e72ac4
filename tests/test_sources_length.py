"""The sources: a document that is longer than the limit is told, in a batch and asked for by its key."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.pipeline.batch import run
from kg.pipeline.inputs import inputs_fingerprint, read_common
from kg.settings import Settings, read_settings
from kg.sources import find_document, refuse_too_long, source_paths
from tests.telegram import page

ROOT = Path(__file__).resolve().parents[1]
LENGTH = len(page().text)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A dataset of the telegram alone."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copy(ROOT / "kg.toml", tmp_path)
    for path in (tmp_path / "data" / "sources").iterdir():
        if path.name != "telegram-1258.txt":
            path.unlink()
    return read_settings(tmp_path / "kg.toml", {})


def limited(settings: Settings, characters: int) -> Settings:
    return dataclasses.replace(settings, document_characters=characters)


def test_a_text_as_long_as_the_limit_is_taken_and_one_character_more_is_not(settings: Settings) -> None:
    (path,) = source_paths(settings)
    refuse_too_long(page(), limited(settings, LENGTH), path)
    with pytest.raises(SourceError, match=r"limits\.document-characters") as told:
        refuse_too_long(page(), limited(settings, LENGTH - 1), path)
    assert f"{LENGTH:,} characters" in str(told.value)
    assert f"{LENGTH - 1:,}" in str(told.value)


def test_it_is_left_out_of_a_batch_with_one_error_and_is_not_read(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.pipeline.document.find", None)
    found = limited(dataclasses.replace(settings, jobs=1), 100)
    (outcome,) = run(found, read_common(found), (), lambda *_: None)
    assert isinstance(outcome.problem, SourceError)
    assert "limits.document-characters" in str(outcome.problem)
    assert outcome.key == "telegram-1258"


def test_it_is_not_found_by_its_key_either(settings: Settings) -> None:
    assert find_document(settings, "telegram-1258").text == page().text
    with pytest.raises(SourceError, match="longest taken has 100"):
        find_document(limited(settings, 100), "telegram-1258")


def test_another_limit_is_another_build(settings: Settings) -> None:
    assert inputs_fingerprint(settings) != inputs_fingerprint(limited(settings, 100))
