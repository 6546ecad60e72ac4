"""The IRIs of the release -> 303 to a description, and the descriptions in every format."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from urllib.parse import quote

import pyoxigraph as ox
from flask import Blueprint, Response, request

from kg.statements import Statements
from kg.stores.resources import Resource
from kg.web.formats import HTML, PAGE_FORMATS, RDF_FORMATS, TEXT, Format, with_extension
from kg.web.jsonld import Compactor
from kg.web.negotiation import choose
from kg.web.notfound import nothing_here
from kg.web.problems import Problem, Way, report
from kg.web.responses import Link, alternates, answer, described_by, etag, moved, see_other
from kg.web.serialise import serialise
from kg.web.site import Site, text_file

Page = Callable[[Resource], str]


def blueprint(site: Site, page: Page) -> Blueprint:
    """The catch-all route: every path that no other route has is an IRI of ours or nothing."""
    routes = Blueprint("resources", __name__)
    compactor = Compactor(site.context)
    routes.add_url_rule("/<path:path>", "show", partial(show, site, page, compactor))
    return routes


def show(site: Site, page: Page, compactor: Compactor, path: str) -> Response:
    """What stands at a path: a thing (303), a description of one (200), or nothing (404)."""
    if resource := find(site, path):
        return _captured_text(site, path, resource) if resource.kind == "text" else _thing(site, path)
    stem, _, extension = path.rpartition(".")
    wanted = with_extension(extension, PAGE_FORMATS)
    if wanted and (resource := find(site, stem)):
        return _description(site, page, compactor, stem, resource, wanted)
    if path.endswith("/") and find(site, path.rstrip("/")):
        return moved(link_to(site, path.rstrip("/")))
    return nothing_here(site, path)


def find(site: Site, path: str) -> Resource | None:
    """What the release knows under a path, a named graph that nothing is said of included."""
    iri = site.iri(path)
    found = site.resources.get(iri)
    if found is None and iri in site.graphs:
        return Resource(iri, None, "graph", (), b"", b"", 0)
    return found


def link_to(site: Site, path: str) -> str:
    """A decoded path of a request as a link."""
    return site.path("/" + quote(path, safe="/~"))


def statements_of(site: Site, resource: Resource) -> Statements:
    """What is served of a resource: a graph's content, else what is said of it and points at it."""
    content = site.resources.graph(resource.iri) if resource.kind == "graph" else None
    if content is None:
        return Statements.parse(resource.outgoing, resource.incoming)
    name = ox.NamedNode(resource.iri)
    inside = Statements.parse(content).quads
    return Statements(ox.Quad(quad.subject, quad.predicate, quad.object, name) for quad in inside)


def _thing(site: Site, path: str) -> Response:
    wanted = choose(request.headers.get("Accept"), PAGE_FORMATS)
    here = link_to(site, path)
    if wanted is None:
        return not_acceptable(site, here, PAGE_FORMATS)
    links = [described_by(here), *alternates(here, PAGE_FORMATS, but=wanted)]
    return see_other(f"{here}.{wanted.extension}", links)


def _description(
    site: Site, page: Page, compactor: Compactor, path: str, resource: Resource, wanted: Format
) -> Response:
    here = link_to(site, path)
    links = [
        Link(resource.iri, "describes"),
        Link(f"{site.url(here.removeprefix(site.mount))}.{wanted.extension}", "canonical"),
        *alternates(here, PAGE_FORMATS, but=wanted),
    ]
    if wanted != HTML:
        links.append(Link(site.settings.licence, "license"))

    def make() -> bytes | str:
        if wanted == HTML:
            return page(resource)
        return serialise(statements_of(site, resource), wanted, compactor, resource.iri)

    return answer(make, wanted.content_type, etag(site, here, wanted.extension), links=links)


def _captured_text(site: Site, path: str, resource: Resource) -> Response:
    """The text itself, over which offsets count; its description only where RDF is asked."""
    wanted = choose(request.headers.get("Accept"), (TEXT, HTML, *RDF_FORMATS))
    here = link_to(site, path)
    file = text_file(site, site.document_of(resource.iri) or "")
    if file is None or (wanted and wanted not in (TEXT, HTML)):
        return _thing(site, path)
    if wanted is None:
        return not_acceptable(site, here, (TEXT, *RDF_FORMATS))
    links = [described_by(here), *alternates(here, RDF_FORMATS)]
    return answer(file.read_bytes, TEXT.content_type, etag(site, here, "text"), links=links, vary=True)


def not_acceptable(site: Site, here: str, formats: tuple[Format, ...]) -> Response:
    """406 with a link to each format that there is."""
    ways = [
        Way(here if one == TEXT else f"{here}.{one.extension}", f"{one.name} ({one.media_type})")
        for one in formats
    ]
    detail = f"There is no {request.headers.get('Accept', '')[:200]} here."
    return report(site, Problem(406, "Not in that format", detail, "Ask for one of these:", ways))
