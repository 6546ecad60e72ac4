"""The pipeline stage by stage: tests/golden/<document>/ holds what each stage makes of a small letter.

source.txt -> document.json (the converter) -> reading.json and mentions.json (reading, names) -> graph.nq
(the mapping, sorted). The letter, its reading and its authority files are those that `kg init` gives. After a
change that is meant, `python -m tests.test_golden` writes the files anew; look at the difference before
committing it.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.annotate.names import find_mentions, merge
from kg.authority import read_authority
from kg.converters import convert
from kg.graph import document_graph
from kg.iris import Iris
from kg.quads import canonical
from kg.readings import read_reading
from kg.settings import read_settings

GOLDEN = Path(__file__).resolve().parent / "golden" / "example-letter"
STARTER = Path(kg.__file__).resolve().parent / "starter"
FILES = ("source.txt", "document.json", "reading.json", "mentions.json", "graph.nq")


@cache
def stages() -> dict[str, bytes]:
    """What each stage makes of the letter now, by the name of its file."""
    settings = read_settings(STARTER / "kg.toml", {})
    source = (STARTER / "data/sources/example-letter.txt").read_bytes()
    (document,) = convert("example-letter.txt", source)
    authority = read_authority(STARTER / "data/authority")
    reading = read_reading(STARTER / "data/readings/example-letter.yaml", document, authority)
    mentions = merge(find_mentions(document, authority), reading)
    iris = Iris(settings.base)
    graph = document_graph(document, reading, mentions, authority, iris, settings.zones)
    return {
        "source.txt": source,
        "document.json": _json({name: value for name, value in asdict(document).items() if name != "text"}),
        "reading.json": _json(asdict(reading) | {"file": "example-letter.yaml"}),
        "mentions.json": _json([asdict(mention) for mention in mentions]),
        "graph.nq": b"".join(canonical(iris.document(document.key).graph, graph)),
    }


def _json(value: Any) -> bytes:
    return (json.dumps(_told(value), ensure_ascii=False, indent=1) + "\n").encode()


def _told(value: Any) -> Any:
    """The value without what is empty, which says nothing."""
    if isinstance(value, dict):
        return {name: _told(one) for name, one in value.items() if one not in (None, (), [], "")}
    return [_told(one) for one in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("name", FILES)
def test_a_stage_makes_what_it_made(name: str) -> None:
    now, then = stages()[name].decode().splitlines(), (GOLDEN / name).read_text("utf-8").splitlines()
    assert now == then, "if this is meant: python -m tests.test_golden"


def test_the_folder_holds_these_files_and_no_other() -> None:
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(FILES) == sorted(stages())


def test_the_files_tell_what_the_letter_says() -> None:
    """So that a wrong file is not made golden by writing it anew."""
    graph = (GOLDEN / "graph.nq").read_text("utf-8")
    document = "http://localhost:8000/document/example-letter"
    reporters = "<https://w3id.org/dispatch/ns#reporters>"
    integer = "<http://www.w3.org/2001/XMLSchema#integer>"
    expected = {"narrative": 0, "opinion": 0, "ice": 1, "captains": 1, "request": 2}
    for saying, count in expected.items():
        line = f'<{document}/saying/{saying}> {reporters} "{count}"^^{integer} <{document}/graph> .'
        assert line in graph.splitlines()
    assert graph.splitlines() == sorted(graph.splitlines())


if __name__ == "__main__":
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for file, data in stages().items():
        (GOLDEN / file).write_bytes(data)
