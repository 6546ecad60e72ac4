"""Our terms, concepts, profile, shapes and JSON-LD context -> pages and files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from flask import Blueprint, Response, render_template, request

from kg.iris import KG, KGV_BASE, SKOS
from kg.iris.prefixes import PREFIXES
from kg.statements import RDF_TYPE, RDFS_LABEL, Statements
from kg.voices import Node
from kg.web.files import TurtleFile, read_turtle, routes_of
from kg.web.formats import HTML, JSON_LD, TURTLE
from kg.web.negotiation import choose
from kg.web.notfound import nothing_here
from kg.web.responses import Link, answer, etag, moved, page
from kg.web.site import Site

_RDFS, _OWL = PREFIXES["rdfs"], PREFIXES["owl"]
_ROWS = (
    ("Narrower than", (_RDFS + "subClassOf", _RDFS + "subPropertyOf")),
    ("From", (_RDFS + "domain",)),
    ("To", (_RDFS + "range",)),
)


@dataclass(frozen=True, slots=True)
class TermShown:
    """A class, property or concept with what is said of it."""

    node: Node
    curie: str
    definition: str | None
    rows: tuple[tuple[str, tuple[Node, ...]], ...]


def blueprint(site: Site) -> Blueprint:
    """/ns, /profile, /vocab, /shapes/ and /context.jsonld."""
    routes = Blueprint("vocabulary", __name__)
    folder = site.release.path / "ontology"
    for path, name, title, about in (
        ("/ns", "kg", "The terms of Dispatch", str(KG).rstrip("#")),
        ("/profile", "profile", "The standard terms in use", "https://w3id.org/dispatch/profile"),
        ("/vocab", "vocab", "The concepts of Dispatch", KGV_BASE),
    ):
        file = folder / f"{name}.ttl"
        show = partial(_terms_page, site, path, title, file)
        routes_of(site, routes, TurtleFile(path, file, show, about))
    routes.add_url_rule("/vocab/", "concepts", lambda: moved(site.path("/vocab")))
    routes.add_url_rule("/context.jsonld", "context", partial(_context, site))
    routes.add_url_rule("/shapes", "to-shapes", lambda: moved(site.path("/shapes/")))
    routes.add_url_rule("/shapes/", "shapes", partial(_shapes, site))
    routes.add_url_rule("/shapes/<name>", "shape", partial(_shape, site))
    return routes


def _terms_page(site: Site, path: str, title: str, file: Path) -> str:
    about = Statements(read_turtle(file))
    groups = _concepts(site, about) if path == "/vocab" else _terms(site, about)
    return render_template("terms.html", site=site, path=path, title=title, groups=groups)


def _terms(site: Site, about: Statements) -> list[tuple[str, list[TermShown]]]:
    """Classes, then properties, by prefix."""
    properties = {_OWL + "ObjectProperty", _OWL + "DatatypeProperty"}
    rdf_property = PREFIXES["rdf"] + "Property"
    found: dict[str, list[TermShown]] = {"Classes": [], "Properties": []}
    for iri in sorted({quad.subject.value for quad in about.quads}):  # type: ignore[union-attr]
        types = set(about.iris(iri, RDF_TYPE))
        if types & {rdf_property, *properties}:
            found["Properties"].append(_term(site, about, iri))
        elif types & {_RDFS + "Class", _OWL + "Class"}:
            found["Classes"].append(_term(site, about, iri))
    return [(name, terms) for name, terms in found.items() if terms]


def _concepts(site: Site, about: Statements) -> list[tuple[str, list[TermShown]]]:
    """The concepts of each scheme, in the order of the file."""
    schemes = about.of_type(str(SKOS.ConceptScheme))
    return [
        (
            about.text(scheme, str(SKOS.prefLabel), RDFS_LABEL) or scheme,
            [_term(site, about, iri) for iri in about.subjects(str(SKOS.inScheme), scheme)],
        )
        for scheme in schemes
    ]


def _term(site: Site, about: Statements, iri: str) -> TermShown:
    rows = (
        (name, tuple(Node(other, site.wording.curie(other)) for other in about.iris(iri, *predicates)))
        for name, predicates in _ROWS
    )
    return TermShown(
        Node(iri, about.text(iri, str(SKOS.prefLabel), RDFS_LABEL) or iri),
        site.wording.curie(iri),
        site.wording.definition(iri),
        tuple((name, nodes) for name, nodes in rows if nodes),
    )


def _context(site: Site) -> Response:
    file = site.release.path / "ontology" / "context.jsonld"
    links = [Link(site.settings.licence, "license")]
    return answer(file.read_bytes, JSON_LD.content_type, etag(site, "context"), links=links)


def _shapes(site: Site) -> Response:
    """The list of shapes for a browser, all of them in one file for everybody else."""
    if choose(request.headers.get("Accept"), (TURTLE, HTML)) != HTML:
        return _shape(site, _ALL)
    files = [file for file in _shape_files(site).values() if file.name != _ALL]
    response = page(site, "shapes.html", shapes=[(file.stem, file.stat().st_size) for file in files])
    response.vary.add("Accept")
    return response


_ALL = "all.ttl"


def _shape_files(site: Site) -> dict[str, Path]:
    return {file.name: file for file in sorted((site.release.path / "shapes").glob("*.ttl"))}


def _shape(site: Site, name: str) -> Response:
    """One file of shapes, or all of them in one."""
    file = _shape_files(site).get(name)
    if file is None:
        return nothing_here(site, f"shapes/{name}")
    return answer(
        file.read_bytes,
        TURTLE.content_type,
        etag(site, "shapes", name),
        links=[Link(site.settings.licence, "license")],
        location=site.path(f"/shapes/{name}"),
        vary=name == _ALL,
    )
