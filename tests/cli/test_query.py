"""`kg query` and `kg dump` on the built telegram."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from rdflib import Graph

from tests.cli.conftest import Kg


def test_named_queries_are_listed_with_titles(here: Kg) -> None:
    lines = here("query", "--list").stdout.splitlines()
    assert len(lines) == 11
    assert lines[1].lstrip().startswith("1 ")


def test_a_named_query_is_found_by_number_and_name(here: Kg) -> None:
    by_number = here("query", "4", "--format", "csv")
    name = here("query", "--list").stdout.splitlines()[4].split()[1]
    assert by_number.returncode == 0, by_number.stderr
    assert here("query", name, "--format", "csv").stdout == by_number.stdout
    assert "Heo Gai" in by_number.stdout


def test_a_text_a_file_and_standard_input_give_the_same(here: Kg, tmp_path: Path) -> None:
    text = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a <https://w3id.org/dispatch/ns#Saying> }"
    (tmp_path / "q.rq").write_text(text, encoding="utf-8")
    outputs = [
        here("query", text, "--format", "csv").stdout,
        here("query", str(tmp_path / "q.rq"), "--format", "csv").stdout,
        here("query", "-", "--format", "csv", stdin=text).stdout,
    ]
    assert outputs == ["n\r\n30\r\n"] * 3 or outputs == ["n\n30\n"] * 3


def test_results_come_as_table_json_and_csv(here: Kg) -> None:
    text = 'SELECT ?a ?b { VALUES (?a ?b) { ("x[y]" <http://example.org/b>) } }'
    table = here("query", text).stdout
    assert "x[y]" in table
    assert "<http://example.org/b>" in table
    found = json.loads(here("query", text, "--format", "json").stdout)
    assert found["results"]["bindings"][0]["a"]["value"] == "x[y]"
    rows = list(csv.DictReader(io.StringIO(here("query", text, "--format", "csv").stdout)))
    assert rows == [{"a": "x[y]", "b": "http://example.org/b"}]


def test_ask_and_construct(here: Kg) -> None:
    assert here("query", "ASK { ?s ?p ?o }").stdout.strip() == "yes"
    built = here("query", "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 3")
    assert len(Graph().parse(data=built.stdout, format="turtle")) == 3


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT WHERE {", ["line 1"]),
        ("no-such-thing", ["no named query", "--list"]),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", ["SERVICE"]),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", ["INSERT"]),
        ("SELECT * FROM <http://example.org/g> { ?s ?p ?o }", ["http://example.org/g"]),
    ],
)
def test_a_query_that_cannot_be_answered_is_one_clear_line(here: Kg, query: str, words: list[str]) -> None:
    done = here("query", query)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


def test_describe_needs_no_braces(here: Kg) -> None:
    done = here("query", "DESCRIBE <http://localhost:8000/person/stalin>")
    assert done.returncode == 0, done.stderr
    assert "Joseph Stalin" in done.stdout


@pytest.mark.parametrize(
    ("query", "form"), [("SELECT * { ?s ?p ?o } LIMIT 1", "ttl"), ("CONSTRUCT WHERE { ?s ?p ?o }", "csv")]
)
def test_a_format_that_the_answer_cannot_have_is_refused(here: Kg, query: str, form: str) -> None:
    done = here("query", query, "--format", form)
    assert (done.returncode, done.stdout) == (1, "")
    assert "ask for a format of that" in done.stderr


def test_a_person_is_shown_with_what_he_said_and_what_he_may_have_said(here: Kg) -> None:
    shown = here("show", "kim-il-sung").stdout
    said, perhaps = shown.split("may have said (the text leaves open who speaks):\n")
    assert said.count("according to Heo Gai, according to the Soviet ambassador to the DPRK") == 14
    assert perhaps.startswith("  But they are afraid that there will not be enough time")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("kim-il-sun", "Did you mean person/kim-il-sung or"),
        ("telegram-1258/saying/mao-", "Did you mean telegram-1258/saying/mao"),
        ("stalins-letter-of-1951", "A key is the end of an IRI, such as telegram-1258"),
    ],
)
def test_a_key_that_is_not_there_names_the_nearest(here: Kg, key: str, words: str) -> None:
    done = here("show", key)
    assert done.returncode == 1
    assert words in done.stderr
    assert len(done.stderr) < 400


def test_an_endless_query_is_stopped(here: Kg) -> None:
    cross = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    done = here("query", cross, KG_QUERY_SECONDS="0.5")
    assert done.returncode == 1
    assert "0.5" in done.stderr


def test_dumps_are_listed_and_written(here: Kg, tmp_path: Path) -> None:
    assert "all.nq" in here("dump").stdout
    to_stdout = here("dump", "nt").stdout
    target = tmp_path / "all.nt"
    assert here("dump", "nt", "--output", str(target)).returncode == 0
    assert target.read_text(encoding="utf-8") == to_stdout
    wrong = here("dump", "pdf")
    assert wrong.returncode == 1
    assert "There are:" in wrong.stderr
