"""Resources, lists and the home page -> HTML."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from flask import Blueprint, Response, render_template, request

from kg.iris import KG
from kg.statements import RDF_TYPE, Statements
from kg.stores.resources import Resource
from kg.voices import Node, Saying
from kg.web.actors import show_actor
from kg.web.annotated import blocks, mark, number_sayings
from kg.web.described import of_span, show_resource
from kg.web.documents import show_document
from kg.web.formats import HTML, PAGE_FORMATS, RDF_FORMATS
from kg.web.listing import Turned, listed
from kg.web.negotiation import choose
from kg.web.notfound import nothing_here
from kg.web.responses import moved, page, see_other
from kg.web.shown import Shown
from kg.web.site import COLLECTIONS, DocumentFacts, Site
from kg.web.structured import of_actor, of_dataset, of_document
from kg.web.volumes import show_volume


def blueprint(site: Site) -> Blueprint:
    """The home page, the page about the data, and a list for each collection."""
    routes = Blueprint("pages", __name__)
    routes.add_url_rule("/", "home", partial(_home, site))
    routes.add_url_rule("/about", "about", lambda: page(site, "about.html"))
    routes.add_url_rule("/describe", "describe", partial(_describe, site))
    for kind in COLLECTIONS:
        routes.add_url_rule(f"/{kind}/", f"all-{kind}", partial(_collection, site, kind))
        to = partial(moved, site.path(f"/{kind}/"))
        routes.add_url_rule(f"/{kind}", f"to-{kind}", to)
    return routes


def page_of(site: Site, resource: Resource) -> str:
    """The page of a resource, by its kind."""
    pages: dict[str, Callable[[Site, Resource], str | None]] = {
        "document": _document,
        "volume": _volume,
        "person": _actor,
        "group": _actor,
        "candidate": _actor,
        "saying": _saying,
        "graph": _graph,
    }
    special = pages.get(resource.kind)
    return (special(site, resource) if special else None) or _resource(site, resource)


def _home(site: Site) -> Response:
    """The home page; the description of the dataset for a client that asks for RDF."""
    if choose(request.headers.get("Accept"), (HTML, *RDF_FORMATS)) not in (HTML, None):
        return see_other(site.path("/dataset"))
    documents = [listed(site, item) for item in site.resources.listing("document", 0, 12)]
    persons = site.resources.listing("person", 0, 24)
    response = page(site, "home.html", documents=documents, persons=persons, structured=of_dataset(site))
    response.vary.add("Accept")
    return response


def _describe(site: Site) -> Response:
    """The page of any IRI that the release speaks of, also one of somebody else's."""
    iri = request.args.get("iri", "")
    resource = site.resources.get(iri)
    if resource is None:
        own = iri.startswith(site.settings.base)
        return nothing_here(site, iri.removeprefix(site.settings.base) if own else "", None if own else iri)
    if iri.startswith(site.settings.base):
        return see_other(site.href(iri) or site.path("/"), vary=False)
    return Response(_resource(site, resource), content_type=HTML.content_type)


def _collection(site: Site, kind: str) -> Response:
    total, number = site.counts.get(kind, 0), request.args.get("page", "1")
    at = Turned.of(number, total)
    if at is None:
        return nothing_here(site, f"{kind}/?page={number}")
    shown = [listed(site, item) for item in site.resources.listing(kind, at.begin, at.end)]
    return page(site, "collection.html", kind=kind, items=shown, total=total, at=at.at, last=at.last)


def _volume(site: Site, resource: Resource) -> str:
    at = Turned.of(request.args.get("page", "1"), site.resources.count_parts(resource.iri))
    return _html(site, "volume.html", resource, shown=show_volume(site, resource, at))


def _document(site: Site, resource: Resource) -> str | None:
    facts = site.document(resource.iri)
    if facts is None:
        return None
    shown = show_document(site, facts)
    return _html(site, "document.html", resource, shown=shown, structured=of_document(site, facts))


def _actor(site: Site, resource: Resource) -> str:
    shown = show_actor(site, resource)
    return _html(site, "actor.html", resource, shown=shown, structured=of_actor(site, resource))


def _saying(site: Site, resource: Resource) -> str | None:
    facts = site.document(site.document_of(resource.iri) or "")
    saying = facts.voices.find(resource.iri) if facts else None
    if facts is None or saying is None:
        return None
    outer = [found for iri in saying.within if (found := facts.voices.find(iri))]
    return _html(
        site,
        "saying.html",
        resource,
        document=Node(facts.iri, facts.voices.label),
        saying=saying,
        chains=facts.voices.chains(saying.iri),
        outer=outer,
        around=_around(facts, saying),
        conveyed=_conveyed(site, facts, saying),
    )


def _around(facts: DocumentFacts, saying: Saying) -> list[object]:
    """The paragraphs that hold a saying's words, with nothing but them marked."""
    own = [one for one in number_sayings(facts.voices) if one.saying.iri == saying.iri]
    marks = mark(DocumentFacts(facts.iri, Statements(), facts.voices, facts.text), own, {})
    found = blocks(facts.text or "", marks)
    return [block for block in found if any(segment.voice for segment in block.segments)]


def _conveyed(site: Site, facts: DocumentFacts, saying: Saying) -> list[tuple[Node, tuple[Node, ...]]]:
    """The propositions that a saying conveys, each with its classes."""
    shown = Shown(site, facts.statements)
    found = []
    for node in shown.nodes(saying.iri, str(KG.conveys)):
        types = [one.iri for one in shown.nodes(node.iri, RDF_TYPE)]
        found.append((node, tuple(Node(iri, site.wording.label(iri)) for iri in types)))
    return found


def _graph(site: Site, resource: Resource) -> str:
    return _html(site, "resource.html", resource, shown=show_resource(site, resource), around=None)


def _resource(site: Site, resource: Resource) -> str:
    around = of_span(site, resource) if resource.kind == "span" else None
    return _html(site, "resource.html", resource, shown=show_resource(site, resource), around=around)


def _html(site: Site, template: str, resource: Resource, **values: object) -> str:
    href = site.href(resource.iri)
    return render_template(template, site=site, resource=resource, here=href, formats=PAGE_FORMATS, **values)
