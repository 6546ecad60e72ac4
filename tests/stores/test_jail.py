"""What a worker process cannot do: reach the network, take more memory or time than it was given."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from kg.release import Release
from kg.stores.frames import ANSWER, END, ERROR, QUERY, frame
from kg.stores.process import Process

MIB = 1024 * 1024


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run a program in which the names of kg.stores.jail are known."""
    return subprocess.run(
        [sys.executable, "-c", f"from kg.stores.jail import *\n{code}"],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


linux = pytest.mark.skipif(sys.platform != "linux", reason="the filter is one of Linux")


@linux
def test_no_socket_can_be_made() -> None:
    code = (
        "import socket\nprint(close_network())\ntry:\n socket.socket()\nexcept OSError as e:\n print(e.errno)"
    )
    assert run(code).stdout.split() == ["True", "1"]


@linux
def test_memory_is_bounded() -> None:
    bound = f"bound_memory(address_space() + 64 * {MIB})\n"
    assert run(f"{bound}print(len(bytearray(32 * {MIB})))").stdout.split() == [str(32 * MIB)]
    code = f"{bound}try:\n bytearray(128 * {MIB})\nexcept MemoryError:\n print(1)"
    assert run(code).stdout.split() == ["1"]


def test_processor_time_is_bounded() -> None:
    assert run("bound_time(0.1)\nwhile True: pass").returncode == -signal.SIGXCPU


@linux
@pytest.mark.parametrize("silent", ["", "SILENT"])
def test_a_worker_reaches_nobody_even_when_nothing_was_refused(release: Release, silent: str) -> None:
    """The frame goes to the worker directly, past the scan."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        port = listener.getsockname()[1]
        text = f"SELECT * {{ SERVICE {silent} <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"
        kinds, content = ask(release, text)
        with pytest.raises(BlockingIOError):
            listener.accept()
    if silent:
        assert kinds[0] == ANSWER
    else:
        assert kinds == [ERROR, END]
        assert "not permitted" in json.loads(content)["reason"]


def ask(release: Release, text: str) -> tuple[list[bytes], bytes]:
    """The kinds of frames that a worker answers with, and the content of the first."""
    config = {"path": str(release.path / "store"), "prefixes": {}, "memory": 512 * MIB, "seconds": 5}
    config["result_bytes"] = MIB
    request = {"text": text, "results": "text/csv", "graph": None, "default": [], "named": []}
    process = Process([sys.executable, "-m", "kg.stores.worker", json.dumps(config)], os.environ)
    until = time.monotonic() + 20
    try:
        process.ready(20)
        process.send(frame(QUERY, json.dumps(request).encode()), until)
        frames = [process.receive(until)]
        while frames[-1][0] != END:
            frames.append(process.receive(until))
    finally:
        process.close()
    return [kind for kind, _ in frames], frames[0][1]
