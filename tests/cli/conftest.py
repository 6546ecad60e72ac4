"""Running the command line as a user does: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.settings import Settings

Kg = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def kg() -> Kg:
    """Run `kg` with arguments in a folder; extra environment as keywords."""

    def run(
        *arguments: str, cwd: Path, stdin: str | None = None, **environ: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "kg", *arguments],
            cwd=cwd,
            input=stdin,
            env={**os.environ, "COLUMNS": "200", **environ},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def here(built: Settings, root: Path, kg: Kg) -> Kg:
    """Run `kg` on the built release of the project's own dataset."""

    def run(*arguments: str, stdin: str | None = None, **environ: str) -> subprocess.CompletedProcess[str]:
        return kg(*arguments, cwd=root, stdin=stdin, KG_BUILD=str(built.build), **environ)

    return run


@pytest.fixture
def corpus(tmp_path: Path, kg: Kg) -> Path:
    """A new corpus made by `kg init`."""
    done = kg("init", "corpus", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return tmp_path / "corpus"
