"""Bad input: one clear message with the place and the mend, no traceback, nothing half-written."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph, Literal, URIRef

from tests.cli.conftest import Kg
from tests.test_pipeline import HOUSE_RULE, SHAPES

PAGE = Path("data/sources/example-letter.txt")
READING = Path("data/readings/example-letter.yaml")
PERSONS = Path("data/authority/persons.yaml")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


Break = Callable[[Path], object]

CASES: dict[str, tuple[Break, list[str]]] = {
    "a page that is not UTF-8": (
        lambda c: (c / PAGE).write_bytes((c / PAGE).read_bytes()[:200] + b"\xff\xfe caf\xe9"),
        ["example-letter.txt", "UTF-8", "200"],
    ),
    "an empty page": (lambda c: (c / PAGE).write_bytes(b""), ["example-letter.txt", "empty"]),
    "a truncated page": (
        lambda c: (c / PAGE).write_text("Skip to content\n\nMarch 3, 1952\n", encoding="utf-8"),
        ["example-letter.txt"],
    ),
    "words that are not in the text": (
        lambda c: replace(c / READING, "the ice would break", "the ice will break"),
        ["example-letter.yaml:", "the ice will break"],
    ),
    "words that stand twice": (
        lambda c: replace(c / READING, "the Board will wait", "the"),
        ["example-letter.yaml:", "within"],
    ),
    "an unknown person": (
        lambda c: replace(c / READING, "speaker: person/anna-berg", "speaker: person/anna-borg"),
        ["example-letter.yaml:21", "anna-borg", "anna-berg"],
    ),
    "a circle": (
        lambda c: replace(
            c / READING,
            "addressee: group/harbour-board\n",
            "addressee: group/harbour-board\n            also-within: [request]\n",
        ),
        ["example-letter.yaml:", "request", "circle"],
    ),
    "an unknown field": (
        lambda c: replace(c / READING, "cue: She said", "que: She said"),
        ["example-letter.yaml:", "que"],
    ),
    "a reading that is no YAML": (
        lambda c: replace(c / READING, 'version: "1"', "version: [1"),
        ["example-letter.yaml:"],
    ),
    "a key that stands twice": (
        lambda c: replace(c / PERSONS, "  olsen:", "  anna-berg:"),
        ["persons.yaml:", "anna-berg"],
    ),
    "no data folder": (lambda c: (c / "data").rename(c / "elsewhere"), ["data", "no such folder"]),
    "no sources": (lambda c: (c / PAGE).unlink(), ["nothing to publish", "no sources"]),
    "malformed kg.toml": (lambda c: replace(c / "kg.toml", "[dataset]", "[dataset"), ["kg.toml:"]),
    "an unknown setting": (
        lambda c: replace(c / "kg.toml", "title =", "titel ="),
        ["dataset.titel", "title"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_named_with_its_place_and_nothing_is_written(name: str, corpus: Path, kg: Kg) -> None:
    spoil, words = CASES[name]
    spoil(corpus)
    done = kg("build", cwd=corpus)
    assert done.returncode in (1, 2), done.stdout
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr, done.stderr
    assert not (corpus / "build" / "current").exists()
    assert not list((corpus / "build").glob(".new*"))


def test_one_bad_source_is_left_out_and_the_rest_is_published(corpus: Path, kg: Kg) -> None:
    (corpus / "data/sources/broken.txt").write_bytes(b"\x00\x01\x02")
    done = kg("build", cwd=corpus)
    assert done.returncode == 1
    assert "left out" in done.stderr
    assert "broken.txt" in done.stderr
    assert "example-letter" in done.stdout
    assert (corpus / "build" / "current" / "manifest.json").is_file()
    assert kg("build", "--if-changed", cwd=corpus).returncode == 0  # what `make serve` goes by


def test_the_old_release_stays_when_a_build_fails(corpus: Path, kg: Kg) -> None:
    assert kg("build", cwd=corpus).returncode == 0
    before = (corpus / "build" / "current").resolve()
    replace(corpus / READING, "the ice would break", "the ice will break")
    assert kg("build", cwd=corpus).returncode == 1
    assert (corpus / "build" / "current").resolve() == before
    assert kg("query", "ASK { ?s ?p ?o }", cwd=corpus).stdout.strip() == "yes"


def test_validate_says_that_all_is_well(corpus: Path, kg: Kg) -> None:
    report = corpus / "report.ttl"
    done = kg("validate", "--output", str(report), cwd=corpus)
    assert done.returncode == 0, done.stderr
    assert "example-letter: Conforms" in done.stdout
    assert "sh:conforms true" in report.read_text(encoding="utf-8")
    assert not (corpus / "build").exists()


@pytest.mark.parametrize("engine", [(), ("--pyshacl",)])
def test_validate_says_what_breaks_which_rule(engine: tuple[str, ...], corpus: Path, kg: Kg) -> None:
    shutil.copytree(SHAPES, corpus / "shapes")
    (corpus / "shapes/house.ttl").write_text(HOUSE_RULE, encoding="utf-8")
    done = kg("validate", "example-letter", "--output", "report.ttl", *engine, cwd=corpus)
    assert done.returncode == 1, done.stderr
    for words in (
        "graph/authority: Conforms",
        "example-letter: Does not conform: 1 finding",
        "/document/example-letter/saying/request",
        "house-reporters",
        "The saying comes through too many.",
        "Leave out what is heard at third hand.",
    ):
        assert words in done.stdout
    report = Graph().parse(corpus / "report.ttl")
    (found,) = report.subjects(RDF.type, SH.ValidationReport)
    assert report.value(found, SH.conforms) == Literal(False)
    (result,) = report.objects(found, SH.result)
    assert report.value(result, SH.sourceShape) == URIRef("https://w3id.org/dispatch/shapes#house-reporters")
    assert report.value(result, SH.value) == Literal(2)
    assert not (corpus / "build").exists()
    done = kg("build", cwd=corpus)
    assert done.returncode == 1
    assert "kg validate example-letter" in done.stderr
    assert not (corpus / "build/current").exists()


def test_a_port_in_use_is_named_with_the_mend(corpus: Path, kg: Kg) -> None:
    assert kg("build", cwd=corpus).returncode == 0
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = kg("serve", "--port", port, cwd=corpus)
    assert done.returncode == 2
    assert port in done.stderr
    assert "PORT=" in done.stderr
    assert "Traceback" not in done.stderr


def test_serving_before_building_says_what_to_do(corpus: Path, kg: Kg) -> None:
    done = kg("serve", cwd=corpus)
    assert done.returncode == 1
    assert "kg build" in done.stderr


def test_outside_a_dataset_the_command_says_so(tmp_path: Path, kg: Kg) -> None:
    done = kg("build", cwd=tmp_path)
    assert done.returncode == 2
    assert "kg init" in done.stderr
