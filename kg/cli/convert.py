"""`kg convert`: what the converters read from a source file, before anything is built."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import click

from kg.cli.terminal import out, say_error
from kg.converters import convert as convert_source
from kg.errors import KgError, Place, SourceError
from kg.model import Document, Span

# What a person who looks at the fields has no use for.
_UNSHOWN = frozenset({"key", "text", "parts", "page_breaks", "tagged", "people", "references", "insertions"})
_SHOWN = 100


@click.command(
    epilog="""\b
Examples:
  kg convert page.txt             the fields that are read from a page, and where they stand
  kg convert --json volume.xml    all documents of a volume, one JSON object to a line
"""
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Everything, as one JSON object to a line.")
def convert(files: tuple[Path, ...], as_json: bool) -> int:
    """Show what is read from source files.

    The files may stand anywhere; nothing is built or changed. Exits with 1 when something cannot be read.
    """
    failed = False
    for path in files:
        for found in _read(path):
            if isinstance(found, KgError):
                failed = True
                say_error(str(found))
            elif as_json:
                out().print(json.dumps(_plain(found), ensure_ascii=False), markup=False, soft_wrap=True)
            else:
                _show(found)
    return int(failed)


def _read(path: Path) -> Iterator[Document | SourceError]:
    try:
        yield from convert_source(path.name, path.read_bytes())
    except SourceError as error:
        yield error
    except OSError as error:
        yield SourceError(f"cannot be read: {error.strerror}", place=Place(path))


def _show(document: Document) -> None:
    console = out()
    console.print(f"{document.key} [dim](shape {document.shape}, {len(document.text):,} code points)[/]")
    for field in fields(document):
        value = getattr(document, field.name)
        if field.name in _UNSHOWN or value in (None, ()):
            continue
        for one in value if isinstance(value, tuple) else (value,):
            console.print(f"  {field.name:<18} {_line(one)}", markup=False)


def _line(value: Any) -> str:
    """A fact in one line: its words, where they stand, and what else is known."""
    if not is_dataclass(value):
        return str(value)
    if isinstance(value, Span):
        words = " ".join(value.text.split())
        words = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
        return f"“{words}” {value.begin}-{value.end}"
    known = [(field.name, getattr(value, field.name)) for field in fields(value)]
    told = [f"{name}: {_told(one)}" for name, one in known if one not in (None, (), False)]
    return "; ".join(told)


def _told(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(_told(one) for one in value)
    return _line(value)


def _plain(value: Any) -> Any:
    """The value as JSON can say it, without what is unknown."""
    if is_dataclass(value):
        known = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: _plain(one) for name, one in known if one not in (None, (), False)}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
