"""`make bench`: what the telegram costs, each figure beside what it is measured against, in one run.

Prints a table: processor seconds (user + system, children included), wall seconds and peak memory of
whole processes, the median of several runs. Times say little on a noisy machine; the ratios say more.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Cost:
    """One run: processor and wall seconds, peak resident memory in MiB of the largest process."""

    cpu: float
    wall: float
    memory: float


def run(command: Sequence[str], environ: dict[str, str]) -> Cost:
    """Run a command to its end and take its cost from the operating system."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    _, errors = process.communicate()
    if process.returncode not in (0,):
        raise SystemExit(f"{' '.join(command)} failed: {errors.decode()}")
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - began, usage.ru_maxrss / 1024)


def measured(command: Sequence[str], environ: dict[str, str], runs: int) -> Cost:
    """The median cost of several runs, each measured in a process of its own so that usage starts at zero."""
    costs = []
    for _ in range(runs):
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(read)
            cost = run(command, environ)
            os.write(write, f"{cost.cpu} {cost.wall} {cost.memory}".encode())
            os._exit(0)
        os.close(write)
        with os.fdopen(read) as stream:
            figures = stream.read().split()
        if os.waitpid(child, 0)[1]:
            raise SystemExit("a measured command failed")
        costs.append(Cost(*map(float, figures)))
    return Cost(*(statistics.median(getattr(c, name) for c in costs) for name in ("cpu", "wall", "memory")))


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


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    scratch = Path(tempfile.mkdtemp(prefix="dispatch-bench-"))
    environ = {**os.environ, "KG_BUILD": str(scratch)}
    kg = [sys.executable, "-m", "kg"]
    try:
        rows = [
            (
                "python -c 'import rdflib' (the floor)",
                measured([sys.executable, "-c", "import rdflib"], environ, runs),
            )
        ]
        rows.append(("kg build", measured([*kg, "build"], environ, runs)))
        rows.append(
            (
                "kg build --if-changed, nothing changed",
                measured([*kg, "build", "--if-changed"], environ, runs),
            )
        )
        rows.append(("kg validate (everyday engine)", measured([*kg, "validate"], environ, runs)))
        rows.append(
            ("kg validate --pyshacl (engine of record)", measured([*kg, "validate", "--pyshacl"], environ, 1))
        )
        print(f"{'':<44}{'cpu s':>8}{'wall s':>8}{'MiB':>8}{'cpu / floor':>13}")
        floor = rows[0][1].cpu
        for name, cost in rows:
            print(f"{name:<44}{cost.cpu:>8.2f}{cost.wall:>8.2f}{cost.memory:>8.0f}{cost.cpu / floor:>13.1f}")
        answered = statistics.median(serve_until_it_answers(environ) for _ in range(3))
        print(f"{'make serve, warm, until it answers':<44}{'':>8}{answered:>8.2f}")
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
