"""What went wrong -> a response that says so, how to mend it, in the form the client reads."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from kg.errors import QueryError
from kg.web.formats import HTML, PROBLEM, TEXT
from kg.web.negotiation import choose
from kg.web.responses import page
from kg.web.site import Site

LOG = logging.getLogger("kg.web")


@dataclass(frozen=True, slots=True)
class Way:
    """A way on from a problem: an address and what is there."""

    href: str
    label: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A request that was not answered as asked. detail, mend: sentences, '' where there is none."""

    status: int
    title: str
    detail: str = ""
    mend: str = ""
    ways: Sequence[Way] = ()
    headers: dict[str, str] = field(default_factory=dict)
    line: int | None = None
    column: int | None = None


def report(site: Site, problem: Problem) -> Response:
    """The problem as a page for a browser, as JSON (RFC 9457) where asked, else as plain text."""
    wanted = choose(request.headers.get("Accept"), (TEXT, PROBLEM, HTML)) or TEXT
    if wanted == HTML:
        response = page(site, "problem.html", problem.status, problem=problem)
    elif wanted == PROBLEM:
        response = Response(_as_json(problem), problem.status, content_type=PROBLEM.media_type)
    else:
        response = Response(_as_text(problem), problem.status, content_type=TEXT.content_type)
    response.headers.update(problem.headers)
    response.vary.add("Accept")
    response.headers["Cache-Control"] = "no-store"
    return response


def of_query(error: QueryError) -> Problem:
    """A query that cannot be answered, with the engine's words and place."""
    titles = {400: "Malformed query", 403: "Not done here", 406: "Not in that format", 413: "Too large"}
    headers = {"Retry-After": "5"} if error.status == 503 else {}
    return Problem(
        error.status,
        titles.get(error.status, "The query was not answered"),
        error.reason,
        error.mend,
        headers=headers,
        line=error.line,
        column=error.column,
    )


def _as_text(problem: Problem) -> str:
    lines = [problem.title, problem.detail, problem.mend]
    lines += [f"  {way.label}: {way.href}" for way in problem.ways]
    return "".join(f"{line}\n" for line in lines if line)


def _as_json(problem: Problem) -> bytes:
    found: dict[str, object] = {"type": "about:blank", "title": problem.title, "status": problem.status}
    extra = {"detail": problem.detail, "mend": problem.mend, "line": problem.line, "column": problem.column}
    found |= {key: value for key, value in extra.items() if value}
    if problem.ways:
        found["see"] = [{"href": way.href, "label": way.label} for way in problem.ways]
    return json.dumps(found, ensure_ascii=False).encode()


def install(app: Flask, site: Site) -> None:
    """Every error of a request leaves through here: ours, Flask's, and those that nobody foresaw."""

    def refused(error: HTTPException) -> Response:
        status = error.code or 500
        problem = Problem(status, error.name, error.description or "", ways=_home(site))
        if allowed := getattr(error, "valid_methods", None):
            problem.headers["Allow"] = ", ".join(sorted(allowed))
        return report(site, problem)

    def unforeseen(error: Exception) -> Response:
        LOG.error("%s %s failed", request.method, request.path, exc_info=error)
        return report(site, Problem(500, "Something went wrong here", _OURS, _AGAIN, ways=_home(site)))

    app.register_error_handler(HTTPException, refused)
    app.register_error_handler(QueryError, lambda error: report(site, of_query(error)))
    app.register_error_handler(Exception, unforeseen)


_OURS = "The fault is ours and has been written to the server's log."
_AGAIN = "Try again, or tell the editors what you asked for."


def _home(site: Site) -> tuple[Way, ...]:
    return (Way(site.path("/"), "The home page"), Way(site.path("/sparql"), "Search with SPARQL"))
