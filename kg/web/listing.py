"""Places in a list -> lines of a page: which of them it shows, and what stands beside each name."""

from __future__ import annotations

from dataclasses import dataclass

from kg.iris import SCHEMA
from kg.statements import Statements
from kg.stores.resources import Summary
from kg.voices import Node
from kg.web.shown import Shown, short_name
from kg.web.site import Site
from kg.web.wording import KIND_NAMES

PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Turned:
    """Where in a long list a reader is. at: number of the page, from 1. begin, end: what it shows."""

    at: int
    last: int

    @classmethod
    def of(cls, number: str, total: int) -> Turned | None:
        """The page of this number in a list of so many; None where there is no such page."""
        at = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 0
        last = max(1, -(-total // PER_PAGE))
        return cls(at, last) if 1 <= at <= last else None

    @property
    def begin(self) -> int:
        """The place of the first line, from 0."""
        return (self.at - 1) * PER_PAGE

    @property
    def end(self) -> int:
        """The place behind the last line."""
        return self.at * PER_PAGE


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a list.

    kind, document: what it is and who alone knows it, of a candidate. All that follows is of a document;
    number: its number in its volume; outer: the documents that it stands in.
    """

    node: Node
    kind: str | None = None
    document: Node | None = None
    date: str | None = None
    senders: tuple[Node, ...] = ()
    recipients: tuple[Node, ...] = ()
    summary: str | None = None
    number: str | None = None
    outer: tuple[Node, ...] = ()
    volumes: tuple[Node, ...] = ()


def listed(site: Site, item: Summary) -> Listed:
    """The line of a resource."""
    node = Node(item.iri, item.label or short_name(site, item.iri))
    resource = site.resources.get(item.iri)
    if resource is None or resource.kind not in ("document", "candidate"):
        return Listed(node)
    if resource.kind == "candidate":
        return _candidate(site, node)
    page, published = f"{item.iri}/publication", site.resources.get(f"{item.iri}/publication")
    shown = Shown(site, Statements.parse(resource.outgoing, published.outgoing if published else b""))
    return Listed(
        node,
        date=shown.about.text(item.iri, str(SCHEMA.dateCreated)),
        senders=shown.nodes(item.iri, str(SCHEMA.sender)),
        recipients=shown.nodes(item.iri, str(SCHEMA.recipient)),
        summary=shown.about.text(page, str(SCHEMA.abstract)),
        number=shown.about.text(page, str(SCHEMA.position)),
        outer=shown.nodes(item.iri, str(SCHEMA.isPartOf)),
        volumes=shown.nodes(page, str(SCHEMA.isPartOf)),
    )


def _candidate(site: Site, node: Node) -> Listed:
    """Somebody whom one document or volume alone knows: person, group or place, and which one it is."""
    owner = site.document_of(node.iri) or ""
    label = site.resources.labels([owner]).get(owner) or short_name(site, owner)
    path = node.iri.removeprefix(owner).split("/")
    return Listed(node, kind=KIND_NAMES[path[1]][0].lower(), document=Node(owner, label))
