"""A command -> what it cost: processor time, wall time and peak memory of whole processes."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Cost:
    """One run: processor and wall seconds, peak resident memory in MiB of the largest process."""

    cpu: float
    wall: float
    memory: float


def measured(command: Sequence[str], environ: dict[str, str]) -> tuple[Cost | None, str]:
    """The cost of one run and what it wrote; no cost and the last line of its errors where it failed.

    It is measured by a process of its own, so that usage starts at zero.
    """
    with tempfile.TemporaryFile() as told:
        child = os.fork()
        if child == 0:
            told.write(json.dumps(_run(command, environ)).encode())
            told.flush()
            os._exit(0)
        os.waitpid(child, 0)
        told.seek(0)
        found = json.load(told)
    return (Cost(**found["cost"]) if found["cost"] else None), found["told"]


def _run(command: Sequence[str], environ: dict[str, str]) -> dict[str, object]:
    began = time.perf_counter()
    ran = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    if ran.returncode:
        return {"cost": None, "told": (ran.stderr.strip() or "failed").splitlines()[-1]}
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    wall = time.perf_counter() - began
    cost = Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)
    return {"cost": asdict(cost), "told": ran.stdout}


def median(command: Sequence[str], environ: dict[str, str], runs: int) -> Cost:
    """The median cost of several runs. Raises SystemExit where one fails."""
    costs = []
    for _ in range(runs):
        cost, told = measured(command, environ)
        if cost is None:
            raise SystemExit(f"{' '.join(command)} failed: {told}")
        costs.append(cost)
    return Cost(*(statistics.median(getattr(c, name) for c in costs) for name in ("cpu", "wall", "memory")))
