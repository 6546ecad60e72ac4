"""Help: every command explains itself with examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli import COMMANDS
from tests.cli.conftest import Kg


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples(command: str, kg: Kg, tmp_path: Path) -> None:
    done = kg(command, "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert "Example" in done.stdout
    assert f"kg {command}" in done.stdout


def test_an_unknown_command_is_refused(kg: Kg, tmp_path: Path) -> None:
    done = kg("bild", cwd=tmp_path)
    assert done.returncode == 2
    assert "bild" in done.stderr


def test_no_colours_where_there_is_no_terminal(kg: Kg, tmp_path: Path) -> None:
    done = kg("build", cwd=tmp_path)
    assert "\x1b" not in done.stderr + done.stdout
