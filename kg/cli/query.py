"""`kg query` and `kg dump`: ask the built release, or take its dumps."""

from __future__ import annotations

import json
import re
import shutil
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import click
from rich.table import Table

from kg.cli.terminal import err, out, with_settings
from kg.errors import Place, QueryRefused, ReleaseError
from kg.named_queries import NamedQuery, find_query, read_queries
from kg.release import open_release
from kg.settings import Settings
from kg.stores import JSON, TURTLE, ReadStore
from kg.stores.embedded import EmbeddedStore
from kg.stores.remote import RemoteStore
from kg.web.formats import RDF_FORMATS, RESULT_FORMATS, named

_DESCRIBE = re.compile(r"\bDESCRIBE\s", re.IGNORECASE)
"""DESCRIBE is the one kind of query that needs no braces."""

SHORT_NAMES = {"json", "xml", "csv", "tsv", *(form.extension for form in RDF_FORMATS)}


@click.command(
    epilog="""\b
Examples:
  kg query --list                       the named queries
  kg query 3                            run the third
  kg query 3 --format csv > hedges.csv
  kg query 'SELECT * { ?s a ?class } LIMIT 5'
  kg query my-query.rq --format json
  echo 'ASK { ?s ?p ?o }' | kg query -
  kg query 3 --endpoint http://localhost:8000/sparql
"""
)
@click.argument("query", required=False, metavar="[TEXT | FILE | NAME | -]")
@click.option("--list", "list_queries", is_flag=True, help="List the named queries.")
@click.option("--text", "text_only", is_flag=True, help="Print the query instead of running it.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", *sorted(SHORT_NAMES)]),
    default="table",
    show_default=True,
    help="table, json, xml, csv and tsv for SELECT and ASK; the others for CONSTRUCT and DESCRIBE.",
)
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL endpoint, not the current release.")
@with_settings
def query(
    settings: Settings,
    query: str | None,
    list_queries: bool,
    text_only: bool,
    form: str,
    endpoint: str | None,
) -> None:
    """Run a SPARQL query on the current release.

    The query is a text, a file, the name or number of a named query, or - for standard input.
    """
    named = read_queries(settings.data / "queries")
    if list_queries or query is None:
        _list(named)
        return
    text = _query_text(query, named)
    if text_only:
        click.echo(text, nl=not text.endswith("\n"))
        return
    with _store(settings, endpoint) as store:
        _run(store, text, form)


def _list(named: tuple[NamedQuery, ...]) -> None:
    table = Table("number", "name", "title", box=None, pad_edge=False)
    for number, found in enumerate(named, 1):
        table.add_row(str(number), found.name, found.title)
    out().print(table)


def _query_text(query: str, named: tuple[NamedQuery, ...]) -> str:
    if query == "-":
        return sys.stdin.read()
    if (found := find_query(named, query)) is not None:
        return found.text
    if "{" in query or _DESCRIBE.search(query):
        return query
    path = Path(query)
    if path.is_file():
        return _read(path)
    raise QueryRefused(
        f"'{query}' is no query text, no file and no named query",
        mend="'kg query --list' shows the named queries.",
    )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryRefused(f"cannot be read: {error}", place=Place(path)) from error


def _store(settings: Settings, endpoint: str | None) -> AbstractContextManager[ReadStore]:
    if endpoint:
        return RemoteStore(endpoint)
    return EmbeddedStore(open_release(settings.build), settings, workers=1)


def _run(store: ReadStore, text: str, form: str) -> None:
    results, graph = named(form, RESULT_FORMATS), named(form, RDF_FORMATS)
    as_table = form == "table"
    answer = store.query(
        text,
        results=results.media_type if results else JSON if as_table else None,
        graph=graph.media_type if graph else TURTLE if as_table else None,
    )
    if as_table and answer.media_type == JSON:
        _table(json.loads(answer.read()))
        return
    for chunk in answer.chunks:
        sys.stdout.buffer.write(chunk)
    sys.stdout.buffer.flush()


def _table(found: dict[str, Any]) -> None:
    if "boolean" in found:
        out().print("yes" if found["boolean"] else "no")
        return
    names = found["head"]["vars"]
    rows = found["results"]["bindings"]
    table = Table(*names, show_lines=False, header_style="bold")
    for row in rows:
        table.add_row(*(_cell(row.get(name)) for name in names))
    out().print(table)
    err().print(f"{len(rows)} row{'' if len(rows) == 1 else 's'}")


def _cell(term: dict[str, str] | None) -> str:
    if term is None:
        return ""
    text = term["value"].replace("[", "\\[")
    return f"<{text}>" if term["type"] == "uri" else text


@click.command(
    epilog="""\b
Examples:
  kg dump                               the dumps and their sizes
  kg dump ttl > telegrams.ttl
  kg dump nq --output telegrams.nq
"""
)
@click.argument("form", required=False, metavar="[nq|trig|ttl|nt|jsonld|rdf]")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here, not to standard output."
)
@with_settings
def dump(settings: Settings, form: str | None, output: Path | None) -> None:
    """Print or save a dump of the current release.

    Without a format, list what there is.
    """
    folder = open_release(settings.build).path / "dumps"
    if form is None:
        for path in sorted(folder.iterdir()):
            out().print(f"{path.stat().st_size:>12,}  {path.name}")
        return
    source = folder / f"all.{form}"
    if not source.is_file():
        known = ", ".join(sorted(path.name.removeprefix("all.") for path in folder.glob("all.*")))
        raise ReleaseError(f"there is no dump '{form}'", mend=f"There are: {known}.")
    if output:
        shutil.copyfile(source, output)
        return
    with source.open("rb") as stream:
        shutil.copyfileobj(stream, sys.stdout.buffer)
        sys.stdout.buffer.flush()
