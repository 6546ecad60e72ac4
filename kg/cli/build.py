"""`kg build` and `kg validate`."""

from __future__ import annotations

import time
from pathlib import Path

import click

from kg import pipeline
from kg.cli.terminal import err, out, progress, say_error, with_settings
from kg.pipeline import Outcome
from kg.settings import Settings
from kg.validate import Engine
from kg.validate.report import reports_to_turtle


@click.command(
    epilog="""\b
Examples:
  kg build                 build a release in build/ and make it the current one
  kg build --if-changed    do nothing when no input changed since the current one
"""
)
@click.option("--if-changed", is_flag=True, help="Do nothing when no input has changed.")
@with_settings
def build(settings: Settings, if_changed: bool) -> int:
    """Build a release and make it the current one.

    It is made from the sources, readings, authority and links. Exits with 1 when a source was left out;
    the rest is published.
    """
    if if_changed and (current := pipeline.built(settings)) is not None:
        out().print(f"Release {current.id} is up to date.")
        return 0
    began = time.monotonic()
    with progress() as report:
        release, outcomes = pipeline.build(settings, report)
    for outcome in outcomes:
        _line(outcome)
    seconds = time.monotonic() - began
    statements = release.manifest["statements"]
    out().print(f"Release {release.id}: {statements:,} statements, built in {seconds:.1f} s.")
    return 0 if all(outcome.published for outcome in outcomes) else 1


def _line(outcome: Outcome) -> None:
    if outcome.problem is not None:
        say_error(f"left out: {outcome.problem}")
    elif outcome.graph is not None:
        out().print(
            f"{outcome.key}: {outcome.sayings} sayings, {outcome.mentions} mentions, "
            f"{len(outcome.graph):,} statements, conforms"
        )


@click.command(
    epilog="""\b
Examples:
  kg validate                        every document
  kg validate telegram-1258          one document
  kg validate --output report.ttl    also write the SHACL report as Turtle
"""
)
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the SHACL report here, as Turtle.",
)
@click.option("--pyshacl", is_flag=True, help="Use pySHACL, the engine of record; slower, same verdicts.")
@with_settings
def validate(settings: Settings, keys: tuple[str, ...], output: Path | None, pyshacl: bool) -> int:
    """Validate documents against the shapes.

    The graphs that documents share are validated first; nothing is published.
    Exits with 1 when one does not conform or cannot be read.
    """
    engine: Engine = "pyshacl" if pyshacl else "pyrudof"
    with progress() as report:
        outcomes = pipeline.check(settings, keys, engine, report)
    for name, outcome in outcomes.items():
        if outcome.report is not None:
            out().print(f"{name}: {outcome.report.to_text()}", markup=False)
        elif outcome.problem is not None:
            say_error(str(outcome.problem))
    if output:
        reports = [outcome.report for outcome in outcomes.values() if outcome.report is not None]
        output.write_text(reports_to_turtle(reports), encoding="utf-8")
        err().print(f"The report as Turtle is in {output}.", markup=False)
    return 0 if all(outcome.published for outcome in outcomes.values()) else 1
