"""The dataset description -> the part of it that describes the endpoint (SPARQL 1.1 Service Description)."""

from __future__ import annotations

from kg.iris.prefixes import PREFIXES
from kg.statements import Statements
from kg.web.files import read_turtle
from kg.web.formats import Format
from kg.web.jsonld import Compactor
from kg.web.serialise import serialise
from kg.web.site import Site


def service_description(site: Site, format: Format) -> bytes:
    """What the endpoint can do and which graphs it has, in an RDF format."""
    everything = Statements(read_turtle(site.release.path / "dataset.ttl"))
    endpoint = site.url("/sparql")
    found = _reached(everything, endpoint)
    described = Statements(quad for quad in everything.quads if quad.subject.value in found)  # type: ignore[union-attr]
    return serialise(described, format, Compactor(site.context), endpoint)


def _reached(about: Statements, start: str) -> set[str]:
    """The node and all that it leads to by the terms of service descriptions."""
    reached, waiting = {start}, [start]
    while waiting:
        node = waiting.pop()
        terms = [term for term in about.about(node) if term.startswith(PREFIXES["sd"])]
        new = set(about.iris(node, *terms)) - reached
        reached |= new
        waiting.extend(new)
    return reached
