"""Turtle files of the release -> the same in every format, at one address that negotiates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pyoxigraph as ox
from flask import Blueprint, Response, request

from kg.statements import Statements
from kg.web.formats import HTML, PAGE_FORMATS, TURTLE, Format, with_extension
from kg.web.jsonld import Compactor
from kg.web.negotiation import choose
from kg.web.notfound import nothing_here
from kg.web.resources import not_acceptable
from kg.web.responses import Link, alternates, answer, etag
from kg.web.serialise import serialise
from kg.web.site import Site


@dataclass(frozen=True, slots=True)
class TurtleFile:
    """A Turtle file of the release, the path it is served at, its page, the IRI it is about."""

    path: str
    file: Path
    page: Callable[[], str]
    about: str


def routes_of(site: Site, blueprint: Blueprint, turtle: TurtleFile) -> None:
    """{path} in the format a client likes best, {path}.{extension} in that one."""
    name = turtle.path.strip("/").replace(".", "-")
    blueprint.add_url_rule(turtle.path, name, partial(negotiated, site, turtle))
    blueprint.add_url_rule(f"{turtle.path}.<extension>", f"{name}-as", partial(as_asked, site, turtle))


def negotiated(site: Site, turtle: TurtleFile) -> Response:
    """200 with what the client likes best; Content-Location names the address of that very format."""
    wanted = choose(request.headers.get("Accept"), PAGE_FORMATS)
    if wanted is None:
        return not_acceptable(site, site.path(turtle.path), PAGE_FORMATS)
    return _send(site, turtle, wanted, negotiated=True)


def as_asked(site: Site, turtle: TurtleFile, extension: str) -> Response:
    """The file in the format of an extension."""
    wanted = with_extension(extension, PAGE_FORMATS)
    if wanted is None:
        return nothing_here(site, f"{turtle.path}.{extension}")
    return _send(site, turtle, wanted, negotiated=False)


def _send(site: Site, turtle: TurtleFile, wanted: Format, *, negotiated: bool) -> Response:
    here = site.path(turtle.path)
    links = [Link(turtle.about, "describes"), *alternates(here, PAGE_FORMATS, but=wanted)]
    if wanted != HTML:
        links.append(Link(site.settings.licence, "license"))
    return answer(
        lambda: turtle.page() if wanted == HTML else _written(site, turtle, wanted),
        wanted.content_type,
        etag(site, turtle.path, wanted.extension),
        links=links,
        location=f"{here}.{wanted.extension}" if negotiated else None,
        vary=negotiated,
    )


def _written(site: Site, turtle: TurtleFile, wanted: Format) -> bytes:
    """Turtle as it stands in the release, everything else made from it."""
    if wanted == TURTLE:
        return turtle.file.read_bytes()
    statements = Statements(read_turtle(turtle.file))
    return serialise(statements, wanted, Compactor(site.context), turtle.about)


def read_turtle(file: Path) -> list[ox.Quad]:
    """The statements of a Turtle file."""
    return list(ox.parse(path=file, format=ox.RdfFormat.TURTLE))
