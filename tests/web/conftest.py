"""The application over the project's own release, served over real HTTP on loopback."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Thread

import pytest
import requests
from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from kg.release import Release, open_release
from kg.settings import Settings
from kg.stores.embedded import open_store
from kg.web import create_app
from kg.web.site import DocumentFacts, Site, make_site
from tests.web.client import Client, D


class Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing of each request."""


@pytest.fixture(scope="session")
def release(built: Settings) -> Release:
    return open_release(built.build)


@pytest.fixture(scope="session")
def app(built: Settings, release: Release) -> Iterator[Flask]:
    with closing(open_store(built, release)) as store:
        yield create_app(built, release, store)


@pytest.fixture(scope="session")
def site(built: Settings, release: Release) -> Iterator[Site]:
    with closing(open_store(built, release)) as store:
        found = make_site(built, release, store)
        yield found
        found.resources.close()


@pytest.fixture(scope="session")
def telegram(site: Site) -> DocumentFacts:
    found = site.document(D)
    assert found is not None
    return found


@contextmanager
def served(app: Flask) -> Iterator[Client]:
    """A client of a server that listens elsewhere than under the base of the IRIs."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        with requests.Session() as session:
            session.trust_env = False
            yield Client(session, f"http://127.0.0.1:{server.server_port}")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def client(app: Flask) -> Iterator[Client]:
    """A client of the project's own release."""
    with served(app) as found:
        yield found


@pytest.fixture(scope="session")
def quick(built: Settings, release: Release) -> Iterator[Client]:
    """A client of the same, where a query has one second."""
    settings = dataclasses.replace(built, query_seconds=1.0)
    with (
        closing(open_store(settings, release)) as store,
        served(create_app(settings, release, store)) as found,
    ):
        yield found
