"""SPARQL 1.1 Protocol, query operation (REC 2013, section 2.1) -> answers of the store."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from functools import partial
from tempfile import SpooledTemporaryFile
from urllib.parse import parse_qsl

from flask import Blueprint, Response, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wsgi import FileWrapper

from kg.errors import QueryError, QueryFailed, QueryRefused
from kg.stores import Answer
from kg.web.formats import (
    ANSWER_FORMATS,
    CSV,
    HTML,
    PAGE_FORMATS,
    RDF_FORMATS,
    RESULT_FORMATS,
    Format,
    named,
    with_media_type,
)
from kg.web.negotiation import choose
from kg.web.problems import of_query, report
from kg.web.queries import query_page
from kg.web.responses import answer as respond
from kg.web.responses import etag
from kg.web.service import service_description
from kg.web.site import Site

_FORM, _DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
_UPDATE = "application/sparql-update"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it came in. query: None where there is none. format: the `format=` parameter."""

    query: str | None
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    format: str | None


def blueprint(site: Site) -> Blueprint:
    """The endpoint at /sparql."""
    routes = Blueprint("sparql", __name__)
    view = partial(endpoint, site)
    routes.add_url_rule("/sparql", "endpoint", view, methods=["GET", "POST"])
    return routes


def endpoint(site: Site) -> Response:
    """Answer a query; without one, give the page with the form or the service description."""
    header = request.headers.get("Accept")
    try:
        asked = read_request(site.settings.query_bytes)
        if asked.query is None:
            return _front(site, choose(header, PAGE_FORMATS) or HTML)
        if _for_a_page(asked, header):
            return query_page(site, asked.query, asked.default_graphs, asked.named_graphs)
        return _send(_ask(site, asked, header))
    except QueryError as error:
        return report(site, of_query(error))


def read_request(longest: int) -> Asked:
    """The query of a request, by whichever of the three ways it came.

    Raises QueryRefused 400, 403, 413 or 415 for what is no query of the protocol.
    """
    in_url = _pairs(request.query_string)
    if request.method == "POST":
        kind = request.mimetype
        if kind == _UPDATE:
            raise QueryRefused(_NO_UPDATE, status=403)
        if kind not in (_FORM, _DIRECT):
            raise QueryRefused(f"A query cannot come as '{kind}'.", mend=_KINDS, status=415)
        body = _body(longest)
        pairs = [*in_url, *_pairs(body)] if kind == _FORM else [*in_url, ("query", _text(body))]
    else:
        pairs = in_url
    found = _asked(pairs)
    if found.query is None and request.method == "POST":
        raise QueryRefused("There is no query.", mend="Send it as the parameter 'query'.")
    if found.query is not None and len(found.query.encode()) > longest:
        raise QueryRefused(f"The query is longer than {longest:,} bytes (limits.query-bytes).", status=413)
    return found


_NO_UPDATE = "This endpoint only answers queries; the data changes by a new release."
_KINDS = f"Send it as {_DIRECT}, or as {_FORM} with the parameter 'query'."


def _asked(pairs: list[tuple[str, str]]) -> Asked:
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    if "update" in values:
        raise QueryRefused(_NO_UPDATE, status=403)
    if len(values.get("query", ())) > 1:
        raise QueryRefused("There is more than one query.", mend="Send one at a time.")
    return Asked(
        next(iter(values.get("query", ())), None),
        tuple(values.get("default-graph-uri", ())),
        tuple(values.get("named-graph-uri", ())),
        next(iter(values.get("format", ())), None) or None,
    )


def _pairs(raw: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(raw.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=1000)
    except (UnicodeDecodeError, ValueError) as error:
        raise QueryRefused("The parameters are not percent-encoded UTF-8.") from error


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise QueryRefused(f"The query is not UTF-8: {error.reason} at byte {error.start}.") from error


def _body(longest: int) -> bytes:
    """The body, at most as long as a query may be when every byte of it is percent-encoded."""
    request.max_content_length = 3 * longest + 10_000
    try:
        return request.get_data(cache=False)
    except RequestEntityTooLarge as error:
        raise QueryRefused(
            f"The query is longer than {longest:,} bytes (limits.query-bytes).", status=413
        ) from error


def _for_a_page(asked: Asked, header: str | None) -> bool:
    if asked.format is not None:
        return asked.format.lower() in ("html", HTML.media_type)
    return choose(header, ANSWER_FORMATS) == HTML


def _front(site: Site, wanted: Format) -> Response:
    if wanted == HTML:
        return query_page(site, None)
    tag = etag(site, "/sparql", wanted.extension)
    return respond(lambda: service_description(site, wanted), wanted.content_type, tag, vary=True)


def _ask(site: Site, asked: Asked, header: str | None) -> Answer:
    """The store's answer in the formats that the client takes; the store knows which of them it needs."""
    if asked.format is not None:
        results, graph = _called(asked.format, RESULT_FORMATS), _called(asked.format, RDF_FORMATS)
    else:
        results, graph = choose(header, RESULT_FORMATS), choose(header, RDF_FORMATS)
    if results is None and graph is None:
        raise QueryRefused("No format is asked for that there is.", mend=_THERE_ARE, status=406)
    return site.store.query(
        asked.query or "",
        results=results.media_type if results else None,
        graph=graph.media_type if graph else None,
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
    )


def _called(name: str, among: tuple[Format, ...]) -> Format | None:
    """The format that a `format=` parameter names; a '+' of a media type may have come as a space."""
    return named(name, among) or named(name.replace(" ", "+"), among)


_THERE_ARE = "There are: " + ", ".join(f"{one.extension} ({one.media_type})" for one in ANSWER_FORMATS) + "."


def _send(answer: Answer) -> Response:
    """The answer, sent when it is whole.

    It is kept in memory, or in a file when it is long. So a query that fails midway has its status, where
    an answer cut off midway would pass for a whole one, and a slow reader holds up no query process.
    """
    kept = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed with the response
    try:
        with closing(answer):
            for piece in answer.chunks:
                kept.write(piece)
        length = kept.tell()
        kept.seek(0)
    except OSError as error:
        kept.close()
        raise QueryFailed(f"The answer could not be kept: {error.strerror}.") from error
    except QueryError:
        kept.close()
        raise
    response = Response(FileWrapper(kept, _PIECE), content_type=_content_type(answer.media_type))
    response.content_length = length
    response.call_on_close(kept.close)
    response.vary.add("Accept")
    return response


_IN_MEMORY, _PIECE = 4 * 1024 * 1024, 256 * 1024


def _content_type(media_type: str) -> str:
    known = with_media_type(media_type, (*RESULT_FORMATS, *RDF_FORMATS))
    if known == CSV:
        return f"{CSV.content_type}; header=present"
    return known.content_type if known else media_type
