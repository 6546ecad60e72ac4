"""granian for real: started, asked, stopped by a signal, with its query workers."""

from __future__ import annotations

import dataclasses
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pytest
import requests

from kg.errors import ReleaseError, SettingError
from kg.settings import Settings
from kg.web.server import check_address, load_app, run, what_is_where

SCRIPT = """
import sys
from pathlib import Path
from kg.settings import read_settings
from kg.web.server import run

def ready(lines):
    print("\\n".join([*lines, "ready"]), flush=True)

if __name__ == "__main__":
    run(read_settings(Path(sys.argv[1])), ready)
"""
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


class Running:
    """A server in a process of its own."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        assert process.stdout is not None
        self.process = process
        self.origin = f"http://127.0.0.1:{port}"
        self.lines = list(iter(lambda: process.stdout.readline().strip(), "ready"))  # type: ignore[union-attr]

    def get(self, path: str) -> requests.Response:
        with requests.Session() as session:
            session.trust_env = False
            return session.get(self.origin + path, timeout=30)

    def stop(self, how: signal.Signals) -> tuple[int, set[int]]:
        """Send a signal to the main process alone. Returns its exit code and the pids that are left."""
        family = descendants(self.process.pid)
        self.process.send_signal(how)
        code = self.process.wait(timeout=20)
        return code, {pid for pid in family if alive(pid)}


def parents() -> dict[int, int]:
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if fields[0] != "Z":
            found[int(stat.parent.name)] = int(fields[1])
    return found


def descendants(pid: int) -> set[int]:
    known, found = parents(), {pid}
    while more := {child for child, parent in known.items() if parent in found} - found:
        found |= more
    return found - {pid}


def alive(pid: int) -> bool:
    return pid in parents()


@pytest.fixture
def server(built: Settings, root: Path, tmp_path: Path) -> Iterator[Running]:
    script, port = tmp_path / "script.py", free_port()
    script.write_text(SCRIPT, encoding="utf-8")
    environment = {**os.environ, "KG_BUILD": str(built.build), "KG_PORT": str(port), "PYTHONPATH": str(root)}
    process = subprocess.Popen(
        [sys.executable, script, root / "kg.toml"], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        yield Running(process, port)
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are counted under /proc")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_served_and_stopped(server: Running, how: signal.Signals) -> None:
    assert any("/sparql" in line for line in server.lines)
    page = server.get("/")
    assert page.status_code == 200
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert server.get("/document/telegram-1258/text").content.startswith(b"Skip to content")
    rows = server.get(
        "/sparql?format=csv&query=" + quote("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    ).text.split()
    assert int(rows[1]) > 1000
    assert server.get("/person/nobody").status_code == 404
    assert descendants(server.process.pid)
    code, left = server.stop(how)
    assert code == 0
    assert left == set()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are counted under /proc")
def test_stopping_does_not_wait_for_a_query(server: Running) -> None:
    answers: list[int] = []
    asking = Thread(target=lambda: answers.append(server.get("/sparql?query=" + quote(CROSS)).status_code))
    before = worker_ticks(server)
    asking.start()
    while worker_ticks(server) < before + 10 and asking.is_alive():
        server.get("/static/icon.svg")
    code, left = server.stop(signal.SIGTERM)
    asking.join(20)
    assert (code, left) == (0, set())
    assert answers == [503]


def worker_ticks(server: Running) -> int:
    """The processor time that the query workers have used, in clock ticks."""
    used = 0
    for pid in descendants(server.process.pid):
        process = Path(f"/proc/{pid}")
        try:
            if b"kg.stores.worker" in (process / "cmdline").read_bytes():
                fields = (process / "stat").read_text().rsplit(")", 1)[1].split()
                used += int(fields[11]) + int(fields[12])
        except OSError:
            continue
    return used


def test_a_taken_port_is_said_before_anything_starts(built: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SettingError) as caught:
            run(dataclasses.replace(built, port=port))
    assert str(port) in caught.value.reason
    assert "in use" in caught.value.reason
    assert "make serve PORT=8123" in caught.value.mend


@pytest.mark.parametrize("host", ["no.such.host.invalid", "203.0.113.7"])
def test_an_address_that_is_not_ours(host: str) -> None:
    with pytest.raises(SettingError, match=r"port 8000") as caught:
        check_address(host, 8000)
    assert host in caught.value.reason


def test_nothing_to_serve(built: Settings, tmp_path: Path) -> None:
    empty = dataclasses.replace(built, build=tmp_path, port=free_port())
    for start in (load_app, run):
        with pytest.raises(ReleaseError) as caught:
            start(empty)
        assert "kg build" in caught.value.mend


def test_what_is_where(built: Settings) -> None:
    lines = what_is_where(built)
    assert lines[0].startswith("http://localhost:8000/ ")
    assert not any("IRIs begin with" in line for line in lines)
    other = what_is_where(dataclasses.replace(built, host="0.0.0.0", port=8123))  # noqa: S104 - a name
    assert other[0].startswith("http://localhost:8123/ ")
    assert "IRIs begin with http://localhost:8000/" in other[-1]


def test_serve_py_gives_the_application(built: Settings, root: Path) -> None:
    code = "import serve; print(serve.app.test_client().get('/vocab/mood/question').status_code)"
    environment = {**os.environ, "KG_BUILD": str(built.build)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "303", done.stderr
