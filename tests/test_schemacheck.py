"""The JSON Schemas of the hand-kept files, and their complaints in plain words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kg.errors import KgError, ReadingError
from kg.handfile import Problem, read_hand_file
from kg.schemacheck import check_hand_file, near, raise_problems
from tests.pages import ROOT

SCHEMAS = sorted((ROOT / "kg" / "schemas").glob("*.schema.json"))


def load(path: Path) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        for name, value in schema.items():
            if name == "properties":
                yield from value.items()
            yield from properties(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from properties(value)


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_a_schema_is_one(path: Path) -> None:
    Draft202012Validator.check_schema(load(path))
    assert load(path)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_every_key_is_described_for_the_editor(path: Path) -> None:
    schema = load(path)
    for name, value in properties(schema):
        referred = schema["$defs"].get(value.get("$ref", "").removeprefix("#/$defs/"), {})
        assert value.get("description") or referred.get("description") or value.get("enum"), name


def test_the_files_of_this_dataset_name_their_schema() -> None:
    for path in [*(ROOT / "data" / "authority").glob("*.yaml"), *(ROOT / "data" / "readings").glob("*.yaml")]:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        assert (path.parent / first.partition("$schema=")[2]).resolve() in SCHEMAS


def test_near_words() -> None:
    assert near("kim-il-song", ["kim-il-sung", "kim-du-bong"]) == "Did you mean kim-il-sung?"
    assert near("x", ["kim-il-sung"], "Add it.") == "Add it."
    assert near("x", []) == ""


def test_one_mistake_and_several(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("document: x\nversion: [1]\neditor:\n", encoding="utf-8")
    file = read_hand_file(path, ReadingError)
    with pytest.raises(ReadingError) as caught:
        check_hand_file(file, "reading", ReadingError)
    assert [str(problem).replace(f"{path}", "a") for problem in caught.value.problems] == [
        "a:1: 'language' is missing. language: Language of the page's text (BCP 47), such as en.",
        "a:2 (version): must be a text, not a list",
        "a:3 (editor): nothing stands after the key",
    ]
    with pytest.raises(KgError, match=r"\(version\): is wrong"):
        raise_problems(file, [Problem(("version",), "is wrong")], KgError)
    raise_problems(file, [], KgError)
