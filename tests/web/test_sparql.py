"""The endpoint over HTTP: the three ways in, the formats out, and everything that is refused."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from urllib.parse import urlencode

import pytest
from flask import Flask

from kg.settings import Settings
from tests.web.client import BASE, BROWSER, RDF, Client, D, triples

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
MULTIPART = {"Content-Type": "multipart/form-data; boundary=x"}
UPDATE = {"Content-Type": "application/sparql-update"}
SELECT = f"SELECT ?n WHERE {{ <{D}/saying/mao> <https://w3id.org/dispatch/ns#reporters> ?n }}"
CONSTRUCT = f"CONSTRUCT {{ <{D}> ?p ?o }} WHERE {{ <{D}> ?p ?o }}"
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
JSON = "application/sparql-results+json"


def by_get(client: Client, query: str, accept: str | None = None, **more: str):  # type: ignore[no-untyped-def]
    return client.get(f"/sparql?{urlencode({'query': query, **more})}", accept)


def test_the_three_ways_in(client: Client) -> None:
    in_graph = urlencode({"default-graph-uri": f"{D}/graph"})
    answers = [
        by_get(client, SELECT, JSON),
        client.ask("POST", "/sparql", JSON, data=urlencode({"query": SELECT}), headers=FORM),
        client.ask("POST", "/sparql", JSON, data=SELECT.encode(), headers=DIRECT),
        client.ask(
            "POST",
            f"/sparql?{in_graph}",
            JSON,
            data=SELECT.encode(),
            headers=DIRECT,
        ),
    ]
    for found in answers:
        assert found.status_code == 200
        assert found.headers["Content-Type"] == JSON
        assert [row["n"]["value"] for row in found.json()["results"]["bindings"]] == ["3"]
        assert found.headers["Vary"] == "Accept"
        assert int(found.headers["Content-Length"]) == len(found.content)


def test_the_four_result_formats(client: Client) -> None:
    as_xml = by_get(client, SELECT, "application/sparql-results+xml")
    assert "".join(ET.fromstring(as_xml.content).itertext()).strip() == "3"  # noqa: S314 - our own answer
    as_csv = by_get(client, SELECT, "text/csv")
    assert as_csv.headers["Content-Type"].startswith("text/csv; charset=utf-8")
    assert list(csv.reader(io.StringIO(as_csv.text))) == [["n"], ["3"]]
    as_tsv = by_get(client, SELECT, "text/tab-separated-values;q=0.9, image/png")
    assert as_tsv.text.splitlines() == ["?n", "3"]
    assert by_get(client, SELECT).headers["Content-Type"] == JSON
    assert by_get(client, SELECT, "application/json").json()["head"] == {"vars": ["n"]}
    assert by_get(client, "ASK {}", JSON).json()["boolean"] is True


@pytest.mark.parametrize("extension", RDF)
def test_the_rdf_formats(client: Client, extension: str) -> None:
    media_type, syntax = RDF[extension]
    found = by_get(client, CONSTRUCT, f"{media_type}; charset=utf-8")
    assert found.status_code == 200
    assert found.headers["Content-Type"].split(";")[0] == media_type
    said = triples(found.content, syntax)
    assert {subject for subject, _, _ in said} == {f"<{D}>"}
    assert by_get(client, f"DESCRIBE <{D}>", media_type).status_code == 200
    assert triples(by_get(client, CONSTRUCT, format=extension).content, syntax) == said


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("json", JSON), ("srx", "application/sparql-results+xml"), ("CSV", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"), (JSON, JSON),
        ("application/sparql-results json", JSON), ("html", "text/html"),
    ],
)  # fmt: skip
def test_the_format_parameter(client: Client, name: str, media_type: str) -> None:
    found = by_get(client, SELECT, "image/png", format=name)
    assert found.status_code == 200
    assert found.headers["Content-Type"].split(";")[0] == media_type


def test_json_and_xml_fit_both_forms(client: Client) -> None:
    assert by_get(client, CONSTRUCT, format="json").headers["Content-Type"] == "application/ld+json"
    assert by_get(client, CONSTRUCT, format="xml").headers["Content-Type"] == "application/rdf+xml"


def test_named_and_default_graphs(client: Client) -> None:
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    in_links = by_get(client, count, JSON, **{"default-graph-uri": f"{BASE}graph/links"}).json()
    in_all = by_get(client, count, JSON).json()
    numbers = [int(found["results"]["bindings"][0]["n"]["value"]) for found in (in_links, in_all)]
    assert 0 < numbers[0] < 100 < numbers[1]
    graphs = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
    named = by_get(client, graphs, JSON, **{"named-graph-uri": f"{BASE}graph/links"}).json()
    assert [row["g"]["value"] for row in named["results"]["bindings"]] == [f"{BASE}graph/links"]


@pytest.mark.parametrize(
    ("query", "status", "says"),
    [
        ("SELECT * WHERE { ?s ?p", 400, "line 1"),
        ("SELECT * WHERE {\n ?s ?p ?o\n FILTER(}", 400, "line 3"),
        ("", 400, ""),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 403, "SERVICE"),
        ("SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }", 403, "SERVICE"),
        ("INSERT DATA { <x:a> <x:b> <x:c> }", 403, ""),
        ("DROP ALL", 403, ""),
        ("LOAD <http://127.0.0.1:1/>", 403, ""),
        ("SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }", 400, "http://127.0.0.1:1/"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", 400, "file:///etc/passwd"),
    ],
)
def test_refused_with_the_reason(client: Client, query: str, status: int, says: str) -> None:
    for found in (
        client.ask("POST", "/sparql", JSON, data=query.encode(), headers=DIRECT),
        client.ask("POST", "/sparql", "text/turtle", data=urlencode({"query": query}), headers=FORM),
    ):
        assert found.status_code == status, found.text
        assert says in found.text
    in_json = client.ask("POST", "/sparql", "application/json", data=query.encode(), headers=DIRECT)
    assert in_json.headers["Content-Type"] == "application/problem+json"
    assert in_json.json()["status"] == status


def test_line_and_column_in_a_problem(client: Client) -> None:
    found = by_get(client, "SELECT * WHERE {\n ?s ?p ?o\n FILTER(}", "application/json").json()
    assert (found["line"], found["column"] > 1) == (3, True)


@pytest.mark.parametrize(
    ("method", "path", "options", "status"),
    [
        ("POST", "/sparql", {"data": b"x", "headers": {"Content-Type": "text/plain"}}, 415),
        (
            "POST",
            "/sparql",
            {"data": b"x", "headers": {"Content-Type": "multipart/form-data; boundary=x"}},
            415,
        ),
        ("POST", "/sparql", {"data": b"", "headers": {}}, 415),
        (
            "POST",
            "/sparql",
            {"data": b"DROP ALL", "headers": {"Content-Type": "application/sparql-update"}},
            403,
        ),
        ("POST", "/sparql", {"data": b"update=DROP+ALL", "headers": FORM}, 403),
        ("GET", "/sparql?update=DROP+ALL", {}, 403),
        ("POST", "/sparql", {"data": b"format=json", "headers": FORM}, 400),
        ("GET", "/sparql?query=ASK{}&query=ASK{}", {}, 400),
        ("GET", "/sparql?query=%ff%fe", {}, 400),
        ("POST", "/sparql", {"data": "ASK {}".encode("utf-16"), "headers": DIRECT}, 400),
        ("POST", "/sparql", {"data": b"query=%ff", "headers": FORM}, 400),
        ("GET", "/sparql?query=ASK{}&default-graph-uri=http://127.0.0.1:1/", {}, 400),
        ("PUT", "/sparql", {}, 405),
        ("DELETE", "/sparql", {}, 405),
    ],
)
def test_requests_of_another_kind(
    client: Client, method: str, path: str, options: dict[str, object], status: int
) -> None:
    found = client.ask(method, path, JSON, **options)
    assert found.status_code == status
    assert len(found.text.strip().splitlines()) >= 2
    if status == 405:
        assert "GET" in found.headers["Allow"]
        assert "POST" in found.headers["Allow"]


def test_formats_there_are_not(client: Client) -> None:
    assert by_get(client, SELECT, "image/png").status_code == 406
    assert by_get(client, SELECT, "text/turtle").status_code == 406
    assert by_get(client, CONSTRUCT, "text/csv").status_code == 406
    found = by_get(client, SELECT, format="pdf")
    assert found.status_code == 406
    assert "text/csv" in found.text


def test_too_long(client: Client, built: Settings) -> None:
    long = "ASK { } #" + "x" * built.query_bytes
    assert client.ask("POST", "/sparql", JSON, data=long.encode(), headers=DIRECT).status_code == 413
    longer = b"query=" + b"x" * (3 * built.query_bytes + 20_000)
    found = client.ask("POST", "/sparql", JSON, data=longer, headers=FORM)
    assert found.status_code == 413
    assert "query-bytes" in found.text


def test_without_a_query_the_service_or_the_page(client: Client) -> None:
    for accept in (None, "text/turtle"):
        found = client.get("/sparql", accept)
        assert found.headers["Content-Type"] == "text/turtle; charset=utf-8"
        said = triples(found.content, "turtle")
        sd = "http://www.w3.org/ns/sparql-service-description#"
        assert (f"<{BASE}sparql>", f"<{sd}endpoint>", f"<{BASE}sparql>") in said
        names = {o for _, p, o in said if p == f"<{sd}name>"}
        assert f"<{D}/graph>" in names
    assert triples(client.get("/sparql", "application/ld+json").content, "json-ld") == said
    page = client.get("/sparql", BROWSER)
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "<textarea" in page.text


def test_the_page_shows_rows_as_links_and_words(client: Client) -> None:
    query = (
        "SELECT ?saying ?label ?n WHERE { ?saying <https://w3id.org/dispatch/ns#reporters> ?n ;"
        " <http://www.w3.org/2000/01/rdf-schema#label> ?label . FILTER(?n > 2) } ORDER BY ?saying"
    )
    found = by_get(client, query, BROWSER)
    assert found.status_code == 200
    assert '<a href="/document/telegram-1258/saying/mao">' in found.text
    assert "4 rows" in found.text
    assert '<span class="kind">en</span>' in found.text
    assert "FILTER(?n &gt; 2)" in found.text
    assert '<p class="verdict">Yes</p>' in by_get(client, "ASK {}", BROWSER).text
    assert "schema:Message" in by_get(client, CONSTRUCT, BROWSER).text
    assert "No row." in by_get(client, "SELECT ?x WHERE { ?x ?x ?x }", BROWSER).text


def test_the_page_says_what_is_wrong_and_keeps_the_query(client: Client) -> None:
    found = by_get(client, "SELECT <b>wrong", BROWSER)
    assert found.status_code == 400
    assert "SELECT &lt;b&gt;wrong" in found.text
    assert 'role="alert"' in found.text
    assert by_get(client, "SELECT * { SERVICE <x:y> {} }", BROWSER).status_code == 403


def test_values_of_data_do_not_become_markup(client: Client) -> None:
    script = json.dumps("<script>alert(1)</script>")
    found = by_get(
        client, f'SELECT ?x ?y {{ BIND({script} AS ?x) BIND(IRI("javascript:alert(1)") AS ?y) }}', BROWSER
    )
    assert "<script>alert" not in found.text
    assert "&lt;script&gt;alert(1)" in found.text
    assert 'href="javascript' not in found.text


def test_named_queries(client: Client, app: Flask) -> None:
    page = client.get("/queries/", BROWSER)
    names = [line.split('"')[1] for line in page.text.split("<a href=")[1:] if line.startswith('"/queries/')]
    assert len(names) >= 10
    for name in names:
        text = client.get(f"{name}.rq")
        assert text.headers["Content-Type"] == "application/sparql-query"
        assert by_get(client, text.text, JSON).status_code == 200
        assert "<textarea" in client.get(name, BROWSER).text
    assert client.get("/queries/nothing").status_code == 404


def test_an_endless_query_is_stopped_and_the_server_goes_on(client: Client, quick: Client) -> None:
    found = by_get(quick, CROSS, JSON)
    assert found.status_code == 503
    assert int(found.headers["Retry-After"]) > 0
    assert "query-seconds" in found.text
    assert by_get(quick, "ASK {}", JSON).json()["boolean"] is True
    page = by_get(quick, CROSS, BROWSER)
    assert page.status_code == 503
    assert "query-seconds" in page.text


def test_an_answer_cut_short_never_looks_whole(quick: Client) -> None:
    """Rows stream out until the deadline or the limit; what is sent is an error, not some of the rows."""
    found = by_get(quick, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "text/csv")
    assert found.status_code == 503
    assert found.headers["Content-Type"].startswith("text/plain")
    assert by_get(quick, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", BROWSER).status_code in (200, 503)


def test_a_long_answer_comes_whole(client: Client) -> None:
    found = by_get(client, "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f } LIMIT 60000", "text/csv")
    assert found.status_code == 200
    assert len(found.text.splitlines()) == 60_001
    shown = by_get(client, "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f } LIMIT 60000", BROWSER)
    assert "too long for a page" in shown.text


def test_a_browser_of_another_origin_may_ask(client: Client) -> None:
    found = client.ask(
        "OPTIONS",
        "/sparql",
        headers={"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"},
    )
    assert found.status_code == 200
    assert "POST" in found.headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in found.headers["Access-Control-Allow-Headers"]
    assert found.headers["Access-Control-Allow-Origin"] == "*"
