"""`kg evaluate`: how much of the automatic reading is right, against gold made by hand."""

from __future__ import annotations

import re
from pathlib import Path

import click
from rich.markup import escape
from rich.table import Table

from kg import evaluate as evaluation
from kg.annotate.readers import load_reader
from kg.authority import read_authority
from kg.cli.terminal import err, out, progress, say_error, with_settings
from kg.errors import KgError, Place
from kg.evaluate import Evaluation
from kg.evaluate.counts import Count, Fault, Measures, Share
from kg.evaluate.report import to_json
from kg.settings import Settings
from kg.words import shorten

_MINIMUM = re.compile(r"([a-z][a-z.-]*)=(0(?:\.\d+)?|1(?:\.0+)?)")


class _Minimum(click.ParamType[tuple[str, float]]):
    """'persons.recall=0.9' -> ('persons.recall', 0.9)."""

    name = "minimum"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, float]:
        """The measure and the number; anything else is wrong usage."""
        found = _MINIMUM.fullmatch(value)
        if not found:
            self.fail(f"'{value}' is not like persons=0.9 or sayings.main.recall=0.8", param, ctx)
        return found[1], float(found[2])


@click.command(
    epilog="""\b
Examples:
  kg evaluate tests/gold                                every gold file below the folder
  kg evaluate data/readings/telegram-1258.yaml          a corrected reading as gold
  kg evaluate tests/gold --errors                       with every miss and false find
  kg evaluate tests/gold --json - | jq .total.persons   for another program
  kg evaluate tests/gold --min persons=0.9 --min sayings.main.recall=0.8
"""
)
@click.argument("gold", nargs=-1, required=True, metavar="GOLD...", type=click.Path(path_type=Path))
@click.option("--json", "json_file", metavar="FILE", help="Write JSON here; '-': standard output, no table.")
@click.option("--errors", is_flag=True, help="List every miss, false find and wrong value.")
@click.option("--min", "minima", multiple=True, type=_Minimum(), metavar="MEASURE=NUMBER",
              help="Exit with 1 where a measure of the total is less; may be given again.")  # fmt: skip
@click.option("--max-invented", type=click.FloatRange(0, 1), metavar="NUMBER",
              help="Exit with 1 where a larger share of field values is invented.")  # fmt: skip
@with_settings
def evaluate(
    settings: Settings,
    gold: tuple[Path, ...],
    json_file: str | None,
    errors: bool,
    minima: tuple[tuple[str, float], ...],
    max_invented: float | None,
) -> int:
    """Compare the automatic reading with gold made by hand.

    GOLD is a gold file, a corrected reading, or a folder of them. Exits with 1 when a gold file was left
    out, for it is wrong or its text is missing, or a measure is below what was asked for.
    """
    authority = read_authority(settings.data / "authority")
    with progress() as report:
        reader = load_reader(settings.reader, settings.root)
        found = evaluation.evaluate(evaluation.gold_paths(gold), settings, authority, reader, report)
    if json_file != "-" and found.documents:
        _table(found)
        if errors:
            _errors(found)
    if json_file:
        _write(json_file, to_json(found, faults=errors))
    for one in found.left:
        for line in one.reason.splitlines():
            say_error(f"left out: {line}" if str(one.gold) in line else f"left out: {one.gold}: {line}")
    if not found.documents:
        return 1
    short = _short(found.total, minima, max_invented)
    for line in short:
        say_error(line)
    return 1 if found.left or short else 0


def _write(json_file: str, text: str) -> None:
    if json_file == "-":
        click.echo(text, nl=False)
        return
    try:
        Path(json_file).write_text(text, encoding="utf-8")
    except OSError as error:
        raise KgError(f"cannot be written: {error.strerror}", place=Place(json_file)) from error
    err().print(f"The evaluation as JSON is in {json_file}.", markup=False)


_HEADS = ("measure", "right", "found", "wanted", "precision", "recall", "F1")
_DOCUMENT = {"fields": "fields", "persons": "persons", "sayings": "sayings.speaker", "main": "sayings.main"}


def _table(found: Evaluation) -> None:
    """One line a document, then every measure of the total."""
    each = Table("document", *(f"{name} F1" for name in _DOCUMENT), box=None, header_style="bold")
    for one in found.documents:
        values = [_percent(one.judged.measures.counts.get(n, Count()).f1) for n in _DOCUMENT.values()]
        each.add_row(escape(one.document), *values)
    out().print(each)
    whole = Table(*_HEADS, box=None, header_style="bold")
    for name, count in found.total.counts.items():
        numbers = (str(count.right), str(count.found), str(count.wanted))
        whole.add_row(name, *numbers, *map(_percent, (count.precision, count.recall, count.f1)))
    out().print()
    out().print(whole)
    shares = Table("of those compared", "right", "of", "share", box=None, header_style="bold")
    for name, share in found.total.shares.items():
        shares.add_row(name, f"{share.right:g}" if share.right == int(share.right) else f"{share.right:.1f}",
                       str(share.of), _percent(share.rate))  # fmt: skip
    out().print()
    out().print(shares)


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


def _errors(found: Evaluation) -> None:
    for one in found.documents:
        out().print()
        out().print(one.document, style="bold", markup=False)
        for fault in one.judged.faults:
            out().print(f"  {_line(fault)}", markup=False)


def _line(fault: Fault) -> str:
    place = f" {fault.span.begin}-{fault.span.end}" if fault.span else ""
    note = f" ({fault.note})" if fault.note else ""
    return f"{fault.kind:<6} {fault.measure}{place}: {shorten(fault.words)}{note}"


def _short(
    measures: Measures, minima: tuple[tuple[str, float], ...], max_invented: float | None
) -> list[str]:
    """What is less than it must be, a line each; a measure of nothing is less than anything."""
    lines = []
    for name, least in minima:
        try:
            value = measures.value(name)
        except KeyError:
            known = ", ".join((*measures.counts, *measures.shares))
            raise click.UsageError(f"there is no measure '{name}'; there are: {known}") from None
        if value is None or value < least:
            lines.append(f"{name} is {_percent(value)}, less than {_percent(least)}")
    rate = measures.shares.get("invented", Share()).rate
    if max_invented is not None and (rate is None or rate > max_invented):
        lines.append(f"invented is {_percent(rate)}, more than {_percent(max_invented)}")
    return lines
