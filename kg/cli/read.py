"""`kg read`: what is said in a document, drafted for a person to correct."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from kg.annotate.found import find
from kg.annotate.readers import draft, load_reader
from kg.authority import AuthorityIndex, read_authority
from kg.cli.terminal import err, out, say_error, with_settings
from kg.converters import convert
from kg.errors import KgError, ReadingError, SettingError, SourceError
from kg.handfile import read_text
from kg.model import Document
from kg.readings.drafts import write_draft
from kg.readings.writing import write_reading
from kg.settings import Settings
from kg.sources import find_document, source_bytes, source_paths

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@click.command(
    epilog="""\b
Examples:
  kg read letter-7                   draft data/readings/letter-7.yaml, to be corrected
  kg read letter-7 --output -        only show the draft
  kg read letter-7 --diff            what a new draft would change in the file there is
  kg read --all                      every document that has no reading
"""
)
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option("--all", "every", is_flag=True, help="Draft every document that has no reading.")
@click.option("--diff", is_flag=True, help="Show what a new draft would change; write nothing.")
@click.option("--output", metavar="FILE", help="Write the draft there; - for standard output.")
@with_settings
def read(settings: Settings, keys: tuple[str, ...], every: bool, diff: bool, output: str | None) -> int:
    """Draft readings: who says what, according to whom, in the words of the page.

    A draft that nobody has touched is written anew; any other file that is there, --output or not, never is.
    Exits with 1 when something could not be drafted or written, and with --diff when there is a difference.
    """
    _check(keys, every, diff, output)
    authority = read_authority(settings.data / "authority")
    documents = _without_reading(settings) if every else (find_document(settings, key) for key in keys)
    return max((_one(settings, document, authority, diff, output) for document in documents), default=0)


def _check(keys: tuple[str, ...], every: bool, diff: bool, output: str | None) -> None:
    if every == bool(keys):
        raise click.UsageError("Name the documents to read, or say --all.")
    if every and (diff or output):
        raise click.UsageError("--all goes with neither --diff nor --output.")
    if output and (diff or len(keys) > 1):
        raise click.UsageError("--output takes one document and no --diff.")


def _without_reading(settings: Settings) -> Iterator[Document]:
    """The documents of all sources that have no reading file; sources that cannot be read are named."""
    for path in source_paths(settings):
        try:
            for found in convert(path.name, source_bytes(path)):
                if isinstance(found, SourceError):
                    say_error(f"left out: {found}")
                elif not os.path.lexists(_file(settings, found)):
                    yield found
        except SourceError as error:
            say_error(f"left out: {error}")


def _file(settings: Settings, document: Document) -> Path:
    return settings.data / "readings" / f"{document.key}.yaml"


def _one(
    settings: Settings, document: Document, authority: AuthorityIndex, diff: bool, output: str | None
) -> int:
    """Draft one document; the exit code. What cannot be drafted or written costs this one only."""
    try:
        return _drafted(settings, document, authority, diff, output)
    except SettingError:
        raise
    except KgError as error:
        say_error(str(error))
        return 1


def _drafted(
    settings: Settings, document: Document, authority: AuthorityIndex, diff: bool, output: str | None
) -> int:
    text = _draft(settings, document, authority)
    path = _file(settings, document)
    if text is None:
        say_error(f"{document.key}: there is nothing to draft")
        return 1
    if diff:
        return _show_difference(path, text)
    if output == "-":
        click.echo(text, nl=False)
        return 0
    target = Path(output) if output else path
    write_draft(target, text)
    err().print(f"{document.key}: the draft is in {target}.", markup=False)
    return 0


def _draft(settings: Settings, document: Document, authority: AuthorityIndex) -> str | None:
    reader = load_reader(settings.reader, settings.root)
    if reader is None:
        raise SettingError("annotate.reader is 'none': nothing drafts", mend="Name a reader in kg.toml.")
    reading = draft(document, find(document, authority), authority, reader)
    return None if reading is None else write_reading(reading, document, _schema(settings))


def _schema(settings: Settings) -> str | None:
    """Where the schema of readings stands, seen from a reading, in a dataset that has it beside its data."""
    found = settings.root / "kg" / "schemas" / "reading.schema.json"
    folder = settings.data / "readings"
    return os.path.relpath(found, folder).replace(os.sep, "/") if found.is_file() else None


def _show_difference(path: Path, text: str) -> int:
    """Print what the draft would change in a file, as a unified diff; 1 where there is a difference."""
    old = read_text(path, ReadingError)[1].splitlines() if os.path.lexists(path) else []
    lines = list(difflib.unified_diff(old, text.splitlines(), str(path), "draft", lineterm=""))
    _print(lines)
    return 1 if lines else 0


def _print(lines: Iterable[str]) -> None:
    console = out()
    for line in lines:
        console.print(line, style=_COLOURS.get(line[:1]), markup=False, soft_wrap=True)
