"""What only a terminal gets: colours, and progress while something takes long."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

from kg.settings import Settings


def on_a_terminal(*arguments: str, cwd: Path, **environ: str) -> str:
    """What `kg` writes when all it has is a terminal; it must end well."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", *arguments],
        cwd=cwd,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "120", "NO_COLOR": "", **environ},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    written = b""
    with open(ours, "rb", buffering=0) as terminal:
        try:
            while piece := terminal.read(4096):
                written += piece
        except OSError:  # how Linux says that the other side has closed
            pass
    assert process.wait() == 0, written.decode()
    return written.decode()


def test_colours_and_the_tree_of_voices(built: Settings, root: Path) -> None:
    shown = on_a_terminal("show", "telegram-1258/saying/mao", cwd=root, KG_BUILD=str(built.build))
    assert "\x1b[" in shown
    assert "Mao Zedong" in shown


def test_a_build_shows_its_progress(root: Path, tmp_path: Path) -> None:
    shown = on_a_terminal("build", cwd=root, KG_BUILD=str(tmp_path))
    assert "telegram-1258.txt" in shown
    assert "release" in shown
    assert "conforms" in shown.splitlines()[-2]
