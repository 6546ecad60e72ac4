"""Settings -> a running server: granian with one worker process, its threads and its query workers."""

from __future__ import annotations

import http.client
import os
import signal
import socket
from collections.abc import Callable
from functools import partial
from multiprocessing.util import Finalize
from threading import Event, Thread
from typing import Any

from flask import Flask
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from kg.errors import SettingError
from kg.release import open_release
from kg.settings import Settings
from kg.stores import ReadStore
from kg.stores.embedded import open_store
from kg.web import create_app

Ready = Callable[[list[str]], None]

_STOP_SECONDS = 5
_TRIES = 600


def load_app(settings: Settings) -> Flask:
    """The application over the current release, its query workers ended when the process ends.

    Raises ReleaseError when there is no release, or a damaged one.
    """
    return _open(settings)[0]


def _open(settings: Settings) -> tuple[Flask, ReadStore]:
    release = open_release(settings.build)
    store = open_store(settings, release)
    Finalize(None, store.close, exitpriority=10)
    return create_app(settings, release, store), store


def _close_when_told(store: ReadStore) -> None:
    """Close the store as soon as a signal ends the process, so that no query holds the ending up.

    The server waits for the requests under way; a query that is stopped gets its 503. The handlers of
    the server stay: the wake-up pipe (signal.set_wakeup_fd) only tells that one of them runs.
    """
    read, write = os.pipe()
    os.set_blocking(write, False)
    signal.set_wakeup_fd(write, warn_on_full_buffer=False)

    def wait() -> None:
        while told := os.read(read, 1):
            if told[0] in (signal.SIGTERM, signal.SIGINT):
                store.close()
                return

    Thread(target=wait, daemon=True).start()


def run(settings: Settings, ready: Ready | None = None) -> None:
    """Serve the current release until SIGTERM or SIGINT.

    ready: called once, in the worker process, with the lines that say what is where, when the server
    answers. Raises SettingError when the port is taken, and ReleaseError when there is nothing to serve.
    """
    check_address(settings.host, settings.port)
    open_release(settings.build)
    server = Granian(
        "serve:app",
        address=settings.host,
        port=settings.port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=max(8, 4 * settings.query_workers),
        workers_kill_timeout=_STOP_SECONDS,
        log_level=LogLevels.error,
        process_name=None,
    )
    server.serve(target_loader=partial(_load, settings, ready), wrap_loader=False)


def check_address(host: str, port: int) -> None:
    """Raise SettingError when nothing can listen there.

    The server itself would share the port with another one in silence (SO_REUSEPORT).
    """
    try:
        family, kind, *_, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise SettingError(
            f"cannot listen on {host}, port {port}: {_why(error)}", mend=_mend(port)
        ) from error


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _mend(port: int) -> str:
    other = 8123 if port != 8123 else 8124
    return f"Stop what listens there or choose another: make serve PORT={other}, kg serve --port {other}."


def what_is_where(settings: Settings) -> list[str]:
    """The lines to print when the server answers."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    shown = {"127.0.0.1": "localhost", "0.0.0.0": "localhost", "[::]": "localhost", "[::1]": "localhost"}  # noqa: S104 - names of addresses
    here = f"http://{shown.get(host, host)}:{settings.port}"
    places = (
        ("/", "home page"),
        ("/document/", "documents"),
        ("/person/", "persons"),
        ("/sparql", "SPARQL endpoint and query page"),
        ("/dumps/", "downloads"),
        ("/dataset", "description of the dataset (DCAT, VoID)"),
    )
    lines = [f"{here + path:<32} {about}" for path, about in places]
    if settings.base.rstrip("/") != here:
        lines.append(f"IRIs begin with {settings.base}; every path of theirs is answered here too.")
    return lines


def _load(settings: Settings, ready: Ready | None) -> Any:
    """Runs in the main thread of the worker process."""
    app, store = _open(settings)
    _close_when_told(store)
    if ready:
        Thread(target=_announce, args=(settings, ready), daemon=True).start()
    return app


def _announce(settings: Settings, ready: Ready) -> None:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)  # noqa: S104 - names
    pause = Event()
    for _ in range(_TRIES):
        connection = http.client.HTTPConnection(host, settings.port, timeout=10)
        try:
            connection.request("HEAD", "/")
            connection.getresponse().read()
        except OSError:
            pause.wait(0.05)
        else:
            ready(what_is_where(settings))
            return
        finally:
            connection.close()
