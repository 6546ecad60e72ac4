"""A volume -> what its page shows: its documents in their order, and whom its own lists name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.stores.resources import Resource, Summary
from kg.voices import Node
from kg.web.listing import Listed, Turned, listed
from kg.web.shown import short_name
from kg.web.site import Site


@dataclass(frozen=True, slots=True)
class VolumeShown:
    """All that the page of a volume shows.

    total: how many documents it has. turned: which of them these are; None where the page asked for is none
    of its pages. people: the persons that the volume alone knows, by name.
    """

    node: Node
    total: int
    turned: Turned | None
    documents: tuple[Listed, ...]
    people: tuple[Node, ...]


def show_volume(site: Site, resource: Resource, turned: Turned | None) -> VolumeShown:
    """Everything for the page of a volume."""
    iri, found = resource.iri, site.resources
    parts = found.parts(iri, turned.begin, turned.end) if turned else []
    people = found.below(f"{iri}/person/", "candidate")
    return VolumeShown(
        node=Node(iri, resource.label or short_name(site, iri)),
        total=found.count_parts(iri),
        turned=turned,
        documents=tuple(listed(site, one) for one in _documents(site, parts)),
        people=tuple(Node(one.iri, one.label or short_name(site, one.iri)) for one in people),
    )


def _documents(site: Site, parts: list[Summary]) -> Iterator[Summary]:
    """The documents that parts of a volume publish."""
    iris = [site.document_of(part.iri) or part.iri for part in parts]
    labels = site.resources.labels(iris)
    for iri in iris:
        yield Summary(iri, labels.get(iri), ())
