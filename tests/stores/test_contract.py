"""What every store promises (kg.stores.ReadStore): one behaviour, embedded or behind an address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from threading import Thread

import pyoxigraph as ox
import pytest
from werkzeug.serving import make_server

from kg.errors import QueryError
from kg.release import Release
from kg.settings import Settings
from kg.stores import GRAPH_TYPES, RESULT_TYPES, ReadStore
from kg.stores.embedded import EmbeddedStore
from kg.stores.remote import RemoteStore
from kg.web import create_app
from tests.made import BASE, IRIS

ANNA = f"<{BASE}person/anna>"
LABELS = f"SELECT ?label {{ {ANNA} <http://www.w3.org/2000/01/rdf-schema#label> ?label }} ORDER BY ?label"
LINKS, AUTHORITY = str(IRIS.graph("links")), str(IRIS.graph("authority"))
ALL = "SELECT * { ?s ?p ?o }"


@pytest.fixture(scope="module")
def remote(release: Release, settings: Settings, store: EmbeddedStore) -> Iterator[RemoteStore]:
    server = make_server("127.0.0.1", 0, create_app(settings, release, store), threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield RemoteStore(f"http://127.0.0.1:{server.server_port}/sparql", seconds=30)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(params=["embedded", "remote"])
def any_store(request: pytest.FixtureRequest, store: EmbeddedStore, remote: RemoteStore) -> ReadStore:
    return {"embedded": store, "remote": remote}[request.param]


@pytest.mark.parametrize("media_type", RESULT_TYPES)
def test_solutions(any_store: ReadStore, media_type: str) -> None:
    answer = any_store.query(LABELS, results=media_type, graph=None)
    assert (answer.media_type, answer.form) == (media_type, "solutions")
    text = answer.read().decode()
    assert text.index("Anna") < text.index("Анна")


def test_a_boolean(any_store: ReadStore) -> None:
    answer = any_store.query("ASK { ?s ?p ?o }", graph=None)
    assert answer.form == "boolean"
    assert json.loads(answer.read())["boolean"] is True


@pytest.mark.parametrize("media_type", ["text/turtle", "application/rdf+xml", "application/ld+json"])
@pytest.mark.parametrize("query", [f"DESCRIBE {ANNA}", f"CONSTRUCT WHERE {{ {ANNA} ?p ?o }}"])
def test_a_graph(any_store: ReadStore, query: str, media_type: str) -> None:
    assert media_type in GRAPH_TYPES
    answer = any_store.query(query, results=None, graph=media_type)
    assert (answer.media_type, answer.form) == (media_type, "graph")
    quads = list(ox.parse(answer.read(), format=ox.RdfFormat.from_media_type(media_type)))
    assert {quad.subject.value for quad in quads} == {f"{BASE}person/anna"}
    assert len({quad.object for quad in quads}) == 4


def test_a_dataset_can_be_chosen(any_store: ReadStore) -> None:
    def count(**dataset: list[str]) -> int:
        return len(json.loads(any_store.query(ALL, **dataset).read())["results"]["bindings"])  # type: ignore[arg-type]

    assert count(default_graphs=[LINKS]) == 1
    assert count(default_graphs=[LINKS, AUTHORITY]) == 4
    assert count(named_graphs=[LINKS]) == 0


@pytest.mark.parametrize(
    ("query", "accepted", "status"),
    [
        ("SELECT * {\n ?s ?p }", {}, 400),
        ("", {}, 400),
        (ALL, {"default_graphs": ["http://elsewhere.example/"]}, 400),
        ("INSERT DATA { <x:a> <x:b> 1 }", {}, 403),
        ("SELECT * { SERVICE <http://e.example/> {} }", {}, 403),
        (ALL, {"results": None}, 406),
        (f"DESCRIBE {ANNA}", {"graph": None}, 406),
    ],
)
def test_a_refusal_has_its_status(
    any_store: ReadStore, query: str, accepted: dict[str, object], status: int
) -> None:
    with pytest.raises(QueryError) as refused:
        any_store.query(query, **accepted)  # type: ignore[arg-type]
    assert refused.value.status == status
    assert str(refused.value)


def test_an_answer_may_be_left_early_and_closed_often(any_store: ReadStore) -> None:
    answer = any_store.query(ALL)
    assert next(iter(answer.chunks))
    answer.close()
    answer.close()
    with any_store.query(LABELS) as after:
        assert b"Anna" in after.read()
