"""A query -> a page with the form, the named queries and the answer as a table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from flask import Blueprint, Response

from kg.errors import QueryError
from kg.iris.prefixes import PREFIXES
from kg.named_queries import NamedQuery, find_query
from kg.stores import Answer
from kg.voices import Node
from kg.web.described import Value
from kg.web.formats import RDF_FORMATS, RESULT_FORMATS
from kg.web.jsonld import cased
from kg.web.notfound import nothing_here
from kg.web.problems import Problem, of_query
from kg.web.responses import answer, etag, moved, page
from kg.web.shown import short_name
from kg.web.site import Site

ROWS_SHOWN = 1000
_LONGEST = 4_000_000
_STRING = PREFIXES["xsd"] + "string"


@dataclass(frozen=True, slots=True)
class Table:
    """An answer to look at. boolean: of an ASK. text: Turtle of a CONSTRUCT. total: rows in all."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Value | None, ...], ...] = ()
    total: int = 0
    boolean: bool | None = None
    text: str | None = None
    cut: bool = False


def blueprint(site: Site) -> Blueprint:
    """The named queries, each as a page and as text."""
    routes = Blueprint("queries", __name__)
    routes.add_url_rule("/queries", "moved", lambda: moved(site.path("/queries/")))
    routes.add_url_rule("/queries/", "all", lambda: query_page(site, None))
    routes.add_url_rule("/queries/<name>", "one", partial(named_query, site))
    return routes


def named_query(site: Site, name: str) -> Response:
    """A named query: its text under {name}.rq, the form filled with it under {name}."""
    query = find_query(site.queries, name.removesuffix(".rq"))
    if query is None or query.name != name.removesuffix(".rq"):
        return nothing_here(site, f"queries/{name}")
    if name.endswith(".rq"):
        return answer(lambda: query.text, "application/sparql-query", etag(site, "queries", name))
    return _page(site, query.text, named=query)


def query_page(
    site: Site, query: str | None, default_graphs: Sequence[str] = (), named_graphs: Sequence[str] = ()
) -> Response:
    """The page of the endpoint, with the answer where there is a query."""
    if query is None or not query.strip():
        return _page(site, query or _first_query(site))
    try:
        found = site.store.query(query, default_graphs=default_graphs, named_graphs=named_graphs)
        with closing(found):
            table = _table(site, found)
    except QueryError as error:
        return _page(site, query, problem=of_query(error))
    return _page(site, query, table=table)


def _page(
    site: Site,
    query: str,
    *,
    table: Table | None = None,
    problem: Problem | None = None,
    named: NamedQuery | None = None,
) -> Response:
    named = named or next((one for one in site.queries if one.text.strip() == query.strip()), None)
    formats = RDF_FORMATS if table and table.text is not None else RESULT_FORMATS
    response = page(
        site,
        "sparql.html",
        problem.status if problem else 200,
        query=query,
        table=table,
        problem=problem,
        named=named,
        formats=formats,
    )
    if problem:
        response.headers.update(problem.headers)
    response.vary.add("Accept")
    return response


def _first_query(site: Site) -> str:
    prefixes = {name: PREFIXES[name] for name in ("crm", "kg", "rdfs", "schema")}
    lines = [f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in prefixes.items()]
    return "\n".join([*lines, "", _EXAMPLE])


_EXAMPLE = """SELECT ?saying ?words ?speaker ?reporters WHERE {
  ?saying a kg:Saying ; rdfs:label ?words ; kg:saidBy/rdfs:label ?speaker ; kg:reporters ?reporters .
}
ORDER BY DESC(?reporters) ?saying
LIMIT 50"""


def _table(site: Site, found: Answer) -> Table:
    """As much of the answer as fits on a page."""
    pieces, size = [], 0
    for piece in found.chunks:
        pieces.append(piece)
        size += len(piece)
        if size > _LONGEST:
            return Table(cut=True, text="" if found.form == "graph" else None)
    body = b"".join(pieces).decode("utf-8")
    if found.form == "graph":
        return Table(text=body)
    read = json.loads(body)
    if found.form == "boolean":
        return Table(boolean=bool(read["boolean"]))
    columns, rows = tuple(read["head"]["vars"]), read["results"]["bindings"]
    shown = tuple(
        tuple(_value(site, row[name]) if name in row else None for name in columns)
        for row in rows[:ROWS_SHOWN]
    )
    return Table(columns, shown, len(rows))


def _value(site: Site, term: dict[str, str]) -> Value:
    text = term.get("value", "")
    if term.get("type") == "uri":
        return Value(node=Node(text, short_name(site, text)))
    if term.get("type") == "bnode":
        return Value(text=f"_:{text}")
    if language := term.get("xml:lang"):
        return Value(text=text, language=cased(language))
    datatype = term.get("datatype", _STRING)
    return Value(text=text, datatype=None if datatype == _STRING else site.wording.curie(datatype))
