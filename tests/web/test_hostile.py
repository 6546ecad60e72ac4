"""A release whose data means harm, under a base with a path: nothing of it becomes markup or an address."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import RDF, RDFS, Graph, Literal, URIRef

from kg.iris import CRM, SCHEMA, SKOS, Iris
from kg.release import build_release
from kg.settings import Settings
from kg.stores.embedded import open_store
from kg.web import create_app
from tests.made import lines_of

BASE = "https://example.org/kg/"
EVIL = '</script><script>alert("x")</script><img src=x onerror=alert(1)>\u2028'
IRIS = Iris(BASE)
PERSON = IRIS.shared("person", "Ян")


def graphs() -> dict[URIRef, Graph]:
    name = IRIS.graph("authority")
    graph = Graph(identifier=name)
    for term in (RDFS.label, SCHEMA.name, SCHEMA.description, CRM.P3_has_note):
        graph.add((PERSON, term, Literal(EVIL, lang="en")))
    graph.add((PERSON, RDF.type, CRM.E21_Person))
    graph.add((PERSON, RDF.type, SCHEMA.Person))
    for address in ("javascript:alert(1)", "data:text/html,x", "https://fine.example/?a=1&b=2"):
        graph.add((PERSON, SCHEMA.sameAs, URIRef(address)))
        graph.add((PERSON, SKOS.exactMatch, URIRef(address)))
    graph.add((IRIS.shared("place", "p"), RDFS.label, Literal(EVIL)))
    graph.add((IRIS.shared("place", "p"), CRM.P89_falls_within, URIRef("javascript:alert(2)")))
    document = IRIS.document("d").document
    graph.add((document, RDFS.label, Literal(EVIL)))
    graph.add((document, RDF.type, SCHEMA.Message))
    return {name: graph}


@pytest.fixture(scope="module")
def app(built: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    build: Path = tmp_path_factory.mktemp("hostile")
    ours = dataclasses.replace(built, base=BASE, build=build, title=EVIL, query_workers=1)
    release = build_release(lines_of(graphs()), {}, ours, inputs="x")
    with closing(open_store(ours, release)) as store:
        yield create_app(ours, release, store)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


ACCEPTS = ("text/html", "text/turtle", "*/*", "application/json", "image/png", "text/html;q=0, */*")
_LATIN = st.characters(max_codepoint=255, exclude_categories=["Cc"])
_NAME = st.sampled_from(["query", "format", "default-graph-uri", "page", "iri"])
_PIECE = st.sampled_from(
    ["person", "document", "d", "Ян", "sparql", "dumps", "..", "", ".", "all.nq", "x.ttl", "ns.rdf", "vocab",
     "graph", "authority.jsonld", "shapes", "queries", "static", "%2e%2e", "\x00", "\ud7ff", "kg"]
)  # fmt: skip
PAGES = (
    "/", "/person/%D0%AF%D0%BD.html", "/place/p.html", "/document/d.html", "/person/", "/place/",
    "/document/", "/dataset.html", "/sparql?format=html&query=SELECT+*+%7B%3Fs+%3Fp+%3Fo%7D",
    "/person/%D0%AF", "/dumps/", "/nothing%3Cscript%3Ealert(1)%3C/script%3E", "/describe?iri=%3Cscript%3E",
    "/sparql?format=html&query=%3C/textarea%3E%3Cscript%3Ealert(1)%3C/script%3E", "/queries/%3Cscript%3E",
    "/person/?page=%3Cscript%3E",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("mount", ["", "/kg"])
def test_nothing_becomes_markup(client: FlaskClient, path: str, mount: str) -> None:
    found = client.get(mount + path, headers={"Accept": "text/html"})
    assert found.status_code in (200, 400, 404)
    page = found.get_data(as_text=True)
    assert "<script>" not in page
    assert "<img src=x" not in page
    assert not re.search(r'(?:href|src|action)="(?:javascript|data):', page)
    for inside in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL):
        assert not re.search("[<>&\u2028]", inside)
        assert json.loads(inside)["@graph"]


def test_addresses_of_others_stay_whole(client: FlaskClient) -> None:
    page = client.get("/person/%D0%AF%D0%BD.html").get_data(as_text=True)
    assert 'href="https://fine.example/?a=1&amp;b=2"' in page


def test_headers_carry_no_line_breaks(client: FlaskClient) -> None:
    for path in ("/x%0d%0aSet-Cookie:%20a=b", "/person/%0d%0aX:%20y/", "/person/%D0%AF%D0%BD/"):
        found = client.get(path)
        assert "Set-Cookie" not in found.headers
        assert "X" not in found.headers
        assert found.headers.get("Location", "/kg/").startswith("/kg/")


def test_the_path_of_the_base_is_served_with_and_without(client: FlaskClient) -> None:
    for path in ("/person/%D0%AF%D0%BD", "/kg/person/%D0%AF%D0%BD"):
        found = client.get(path, headers={"Accept": "text/turtle"})
        assert (found.status_code, found.headers["Location"]) == (303, "/kg/person/%D0%AF%D0%BD.ttl")
    turtle = client.get("/kg/person/%D0%AF%D0%BD.ttl").get_data(as_text=True)
    assert f"<{BASE}person/%D0%AF%D0%BD>" in turtle
    assert client.get("/kg").status_code == 200
    page = client.get("/kg/", headers={"Accept": "text/html"}).get_data(as_text=True)
    assert 'href="/kg/static/style.css"' in page
    assert 'href="/kg/person/"' in page
    assert client.get("/kg/static/style.css", buffered=True).status_code == 200
    assert client.get("/kg/kg/person/").status_code == 404


@given(
    st.text(max_size=40) | st.lists(_PIECE, max_size=4).map("/".join),
    st.text(st.characters(max_codepoint=255, exclude_categories=["Cc"]), max_size=30)
    | st.sampled_from(ACCEPTS),
)
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_path_and_no_accept_breaks_the_server(client: FlaskClient, path: str, accept: str) -> None:
    found = client.get("/" + quote(path, safe="/"), headers={"Accept": accept}, buffered=True)
    assert found.status_code in (200, 303, 308, 404, 405, 406)


@given(
    st.dictionaries(
        st.sampled_from(["query", "format", "default-graph-uri", "page", "iri"]), st.text(max_size=20)
    )
)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_parameter_breaks_the_server(client: FlaskClient, parameters: dict[str, str]) -> None:
    for path in ("/sparql", "/person/", "/describe", "/dataset"):
        found = client.get(path, query_string=parameters, headers={"Accept": "text/html, */*;q=0.1"})
        assert found.status_code < 500


def test_a_fault_of_ours_is_logged_and_not_shown(
    app: Flask, client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    """resources.sqlite closed under the running application: the next look-up is a fault nobody foresaw."""
    text, problem, page = (broken(app, accept) for accept in ("text/turtle", "application/json", "text/html"))
    for found in (text, problem, page):
        assert found.status_code == 500
        body = found.get_data(as_text=True)
        assert "Traceback" not in body
        assert "sqlite" not in body
        assert "fault is ours" in body
    assert problem.get_json()["status"] == 500
    assert "sqlite3.ProgrammingError" in caplog.text
    assert "GET /person/x failed" in caplog.text


def broken(app: Flask, accept: str):  # type: ignore[no-untyped-def]
    """An answer of an application whose lookup was closed."""
    view = app.view_functions["resources.show"]
    site = view.args[0]  # type: ignore[attr-defined]
    site.resources.close()
    return app.test_client().get("/person/x", headers={"Accept": accept})
