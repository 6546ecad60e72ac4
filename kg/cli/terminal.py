"""What the commands share: the --config option, colours only on a terminal, progress."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kg.settings import Settings, find_config, read_settings

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

_UNWRAPPED = 10_000

R = TypeVar("R")


def out() -> Console:
    """Standard output; colours only where it is a terminal, nothing wrapped or cut where it is not."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else _UNWRAPPED)


def err() -> Console:
    """Standard error, for progress and problems."""
    return Console(stderr=True, highlight=False, width=None if sys.stderr.isatty() else _UNWRAPPED)


def say_error(message: str) -> None:
    """Print a mistake on standard error, one line each."""
    console = err()
    console.print("error:", style="bold red", end=" ")
    console.print(message, markup=False)


def say_warning(message: str) -> None:
    """Print something odd that left nothing out on standard error, one line each."""
    console = err()
    console.print("warning:", style="bold yellow", end=" ")
    console.print(message, markup=False)


def with_settings(command: Callable[..., R]) -> Callable[..., R]:
    """Give a command the option --config and, as first argument, the settings it names."""

    @click.option(
        "--config",
        type=click.Path(path_type=Path, dir_okay=False),
        help="The dataset's kg.toml; default: the nearest one from here upwards.",
    )
    @functools.wraps(command)
    def wrapped(*args: Any, config: Path | None, **kwargs: Any) -> R:
        settings: Settings = read_settings(config or find_config(Path.cwd()))
        return command(settings, *args, **kwargs)

    return wrapped


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A callable (stage, done, total) that draws one progress line, on a terminal only."""
    console = err()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("starting", total=None)

        def report(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total or None)

        yield report
