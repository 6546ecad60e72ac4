"""The remote store against a real endpoint: our own server over HTTP on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from threading import Thread

import pytest
from rdflib import Graph
from werkzeug.serving import make_server

from kg.errors import QueryFailed, QueryRefused
from kg.release import open_release
from kg.settings import Settings
from kg.stores.embedded import open_store
from kg.stores.remote import RemoteStore
from kg.web import create_app

COUNT = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a <https://w3id.org/dispatch/ns#Saying> }"


@pytest.fixture(scope="module")
def endpoint(built: Settings) -> Iterator[str]:
    release = open_release(built.build)
    with open_store(built, release) as store:
        server = make_server("127.0.0.1", 0, create_app(built, release, store), threaded=True)
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/sparql"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


@pytest.fixture
def remote(endpoint: str) -> Iterator[RemoteStore]:
    with RemoteStore(endpoint, seconds=30) as store:
        yield store


def test_it_answers_as_the_embedded_store_does(remote: RemoteStore, built: Settings) -> None:
    with open_store(built, open_release(built.build)) as embedded:
        for text, media_type in (
            (COUNT, "text/csv"),
            ("ASK { ?s ?p ?o }", "application/sparql-results+json"),
        ):
            far, near = remote.query(text, results=media_type), embedded.query(text, results=media_type)
            assert (far.media_type, far.form) == (near.media_type, near.form)
            assert far.read() == near.read()


def test_graphs_come_as_asked(remote: RemoteStore) -> None:
    answer = remote.query("CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 3", graph="application/rdf+xml")
    assert (answer.media_type, answer.form) == ("application/rdf+xml", "graph")
    assert len(Graph().parse(data=answer.read(), format="xml")) == 3


def test_the_dataset_is_chosen_by_graph_names(remote: RemoteStore, built: Settings) -> None:
    links = f"{built.base}graph/links"
    answer = remote.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", default_graphs=[links])
    found = json.loads(answer.read())["results"]["bindings"][0]["n"]["value"]
    assert int(found) == json.loads((built.build / "current" / "manifest.json").read_text())["graphs"][links]


def test_a_malformed_query_is_refused_with_the_place(remote: RemoteStore, endpoint: str) -> None:
    with pytest.raises(QueryRefused) as caught:
        remote.query("SELECT WHERE {")
    assert endpoint in str(caught.value)


def test_what_cannot_be_asked_for_is_refused(remote: RemoteStore) -> None:
    with pytest.raises(QueryRefused) as caught:
        remote.query("CONSTRUCT WHERE { ?s ?p ?o }", graph="application/trig")
    assert caught.value.status == 406


def test_an_endpoint_that_is_not_there_is_named() -> None:
    with pytest.raises(QueryFailed, match=r"http://127\.0\.0\.1:9/sparql: The endpoint did not answer"):
        RemoteStore("http://127.0.0.1:9/sparql", seconds=5).query(COUNT)
