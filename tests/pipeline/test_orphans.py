"""Readings that belong to no document: a line each, and none for those whose source is told of already."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.pipeline import Outcome, orphans
from kg.settings import Settings, read_settings

OUTCOMES = [
    Outcome("letter-7.txt", "letter-7"),
    Outcome("volume.xml", problem=SourceError("is empty")),
]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "kg.toml").write_text("[dataset]\n", encoding="utf-8")
    (tmp_path / "data/readings").mkdir(parents=True)
    return read_settings(tmp_path / "kg.toml")


def told(settings: Settings, name: str) -> list[str]:
    path = settings.data / "readings" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("document: x\n", encoding="utf-8")
    return list(orphans(settings, OUTCOMES))


@pytest.mark.parametrize("name", ["letter-7.yaml", "volume-d1.yaml", "notes.md", ".letter-8.yaml.swp"])
def test_what_belongs_somewhere_or_is_no_reading(settings: Settings, name: str) -> None:
    assert told(settings, name) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("letter-8.yaml", ("belongs to no document", "Did you mean letter-7?", "remove it")),
        ("stray.yaml", ("belongs to no document", "KEY.yaml")),
        ("letter-7.yml", ("is not read", "letter-7.yaml: move it there")),
        ("more/letter-7.yaml", ("is not read", "readings/letter-7.yaml")),
    ],
)
def test_a_line_for_each_with_what_to_do(settings: Settings, name: str, words: tuple[str, ...]) -> None:
    (line,) = told(settings, name)
    assert line.startswith(str(settings.data / "readings" / name))
    assert all(word in line for word in words)
