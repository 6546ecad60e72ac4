"""Nothing exists undocumented: every command, option, setting, variable and route stands in the README."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from kg.cli import COMMANDS, cli
from kg.release import open_release
from kg.settings import SETTINGS, Settings
from kg.stores.embedded import open_store
from kg.web import create_app


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


def test_every_command_and_option(readme: str) -> None:
    context = click.Context(cli)
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        assert f"`kg {name}" in readme
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert any(f"`{option}" in readme for option in parameter.opts), f"{name} {parameter.opts}"


def test_every_setting_with_default_and_variable(readme: str) -> None:
    rows = [line for line in readme.splitlines() if line.startswith("| `")]
    for setting in SETTINGS:
        row = [line for line in rows if line.startswith(f"| `{setting.table}.{setting.key}`")]
        assert len(row) == 1, f"{setting.table}.{setting.key}"
        variable = f"`{setting.variable}`" if setting.variable else ""
        cells = [cell.strip() for cell in row[0].strip("|").split("|")]
        assert cells[1:] == [shown(setting.default), variable, setting.about]


def shown(default: object) -> str:
    """A default as the table gives it."""
    if isinstance(default, bool):
        return str(default).lower()
    return ", ".join(default) if isinstance(default, list) else str(default)


def test_every_route(readme: str, built: Settings) -> None:
    release = open_release(built.build)
    store = open_store(built, release)
    try:
        rules = {rule.rule for rule in create_app(built, release, store).url_map.iter_rules()}
    finally:
        store.close()
    for rule in sorted(rules):
        assert f"`{rule}`" in readme, rule
