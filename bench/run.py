"""`make bench`: what the telegram costs, and how the batch grows, each figure beside what it is measured against.

Prints a table: processor seconds (user + system, children included), wall seconds and peak memory of
whole processes, the median of several runs. Times say little on a noisy machine; the ratios say more.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import scale
from measure import median

ROOT = Path(__file__).resolve().parents[1]


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serve_until_it_answers(environ: dict[str, str]) -> float:
    """Wall seconds from `make serve` to the first answer."""
    port = free_port()
    began = time.perf_counter()
    server = subprocess.Popen(
        ["make", "serve", f"PORT={port}"],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while server.poll() is None and time.perf_counter() - began < 60:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1):
                    return time.perf_counter() - began
            except OSError:
                time.sleep(0.02)
        raise SystemExit("make serve did not answer within 60 s")
    finally:
        server.terminate()
        server.wait()


def telegram(environ: dict[str, str], runs: int) -> None:
    """What the telegram costs, against the floor."""
    kg = [sys.executable, "-m", "kg"]
    shutil.rmtree(Path(environ["KG_BUILD"]) / "cache", ignore_errors=True)
    rows = [
        ("python -c 'import rdflib' (the floor)", [sys.executable, "-c", "import rdflib"], runs),
        ("kg build, from nothing", [*kg, "build"], 1),
        ("kg build, the document in the cache", [*kg, "build"], runs),
        ("kg build --if-changed, nothing changed", [*kg, "build", "--if-changed"], runs),
        ("kg validate (everyday engine)", [*kg, "validate"], runs),
        ("kg validate --pyshacl (engine of record)", [*kg, "validate", "--pyshacl"], 1),
    ]
    print(f"{'':<44}{'cpu s':>8}{'wall s':>8}{'MiB':>8}{'cpu / floor':>13}")
    floor = 0.0
    for name, command, times in rows:
        cost = median(command, environ, times)
        floor = floor or cost.cpu
        print(f"{name:<44}{cost.cpu:>8.2f}{cost.wall:>8.2f}{cost.memory:>8.0f}{cost.cpu / floor:>13.1f}")
    answered = statistics.median(serve_until_it_answers(environ) for _ in range(3))
    print(f"{'make serve, warm, until it answers':<44}{'':>8}{answered:>8.2f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="runs of the telegram's figures")
    parser.add_argument("--letters", type=int, default=25, help="letters of the smallest made-up corpus")
    given = parser.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="dispatch-bench-"))
    try:
        telegram({**os.environ, "KG_BUILD": str(scratch / "telegram")}, given.runs)
        scale.report(scratch, dict(os.environ), given.letters)
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
