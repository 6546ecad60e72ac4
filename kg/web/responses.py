"""Bytes -> HTTP responses with entity tags, links and conditional requests (RFC 9110, section 13)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flask import Response, render_template, request

from kg.web.formats import HTML, TURTLE, Format
from kg.web.site import Site


@dataclass(frozen=True, slots=True)
class Link:
    """One value of a Link header (RFC 8288)."""

    target: str
    rel: str
    type: str | None = None

    def __str__(self) -> str:
        kind = f'; type="{self.type}"' if self.type else ""
        return f'<{self.target}>; rel="{self.rel}"{kind}'


def etag(site: Site, *parts: str) -> str:
    """A strong entity tag: another one for each release, software, resource and format."""
    return hashlib.sha256("\0".join((site.tag, *parts)).encode()).hexdigest()[:24]


def answer(
    make: Callable[[], bytes | str],
    content_type: str,
    tag: str,
    *,
    links: Iterable[Link] = (),
    location: str | None = None,
    vary: bool = False,
) -> Response:
    """The response to a GET: 200 with the bytes that `make` gives, or 304 without making them.

    location: what Content-Location says. vary: whether other Accept headers get something else here.
    """
    if request.if_none_match.contains(tag):
        response = Response(status=304)
    else:
        response = Response(make(), content_type=content_type)
    response.set_etag(tag)
    response.headers["Cache-Control"] = "no-cache"
    if location:
        response.headers["Content-Location"] = location
    return _related(response, links, vary)


def see_other(location: str, links: Iterable[Link] = (), *, vary: bool = True) -> Response:
    """303 to a path of ours. The path is sent as it is: no Host header takes part."""
    response = Response(f"See {location}\n", status=303, content_type="text/plain; charset=utf-8")
    response.headers["Location"] = location
    return _related(response, links, vary)


def _related(response: Response, links: Iterable[Link], vary: bool) -> Response:
    if vary:
        response.vary.add("Accept")
    for link in links:
        response.headers.add("Link", str(link))
    return response


def moved(location: str) -> Response:
    """308 to a path of ours that is written otherwise, with its query string."""
    query = request.query_string.decode("ascii", "replace")
    response = Response(f"See {location}\n", status=308, content_type="text/plain; charset=utf-8")
    response.headers["Location"] = f"{location}?{query}" if query else location
    return response


def page(site: Site, template: str, /, status: int = 200, **values: object) -> Response:
    """An HTML page made from a template and what it shows."""
    html = render_template(template, site=site, **values)
    return Response(html, status=status, content_type=HTML.content_type)


def alternates(path: str, formats: Iterable[Format], *, but: Format | None = None) -> list[Link]:
    """Links to the same thing in other formats."""
    return [Link(f"{path}.{one.extension}", "alternate", one.media_type) for one in formats if one != but]


def described_by(path: str) -> Link:
    """The link from a thing to its description."""
    return Link(f"{path}.{TURTLE.extension}", "describedby", TURTLE.media_type)
