"""Statements -> the small things that several pages show: labelled nodes, events, roles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.iris import CRM, KG, KGV_BASE, SCHEMA
from kg.statements import RDFS_LABEL, Statements
from kg.voices import Anchor, Node, read_anchor
from kg.web.site import Site

_ACTORS = (
    ("by", str(CRM.P14_carried_out_by)),
    ("to", str(KG.hadAddressee)),
    ("with", str(CRM.P11_had_participant)),
    ("at", str(CRM.P7_took_place_at)),
    ("using", str(CRM.P16_used_specific_object)),
    ("concluding", "http://www.cidoc-crm.org/extensions/crminf/J2_concluded_that"),
)


@dataclass(frozen=True, slots=True)
class EventShown:
    """An event with who did what in it, when, on what basis and where the text says so."""

    node: Node
    type: Node | None
    basis: Node | None
    when: str | None
    actors: tuple[tuple[str, tuple[Node, ...]], ...]
    passages: tuple[Anchor, ...]
    note: str | None

    @property
    def begin(self) -> int:
        """Where the text first speaks of it."""
        return min((anchor.begin for anchor in self.passages), default=1 << 30)


@dataclass(frozen=True, slots=True)
class RoleShown:
    """What somebody is said to be, by whom, in which words."""

    node: Node
    bearer: Node
    role: Node
    reporters: tuple[Node, ...]
    passage: Anchor | None


class Shown:
    """Makes labelled nodes from statements; what they do not label is looked up in the release."""

    def __init__(self, site: Site, statements: Statements) -> None:
        self.about = statements
        self._site = site
        wanted = [iri for iri in statements.mentioned() if not statements.about(iri).get(RDFS_LABEL)]
        self._labels: Mapping[str, str] = site.resources.labels(wanted)

    def node(self, iri: str) -> Node:
        """An IRI with the best label there is."""
        own = self.about.text(iri, RDFS_LABEL, str(SCHEMA.name))
        return Node(iri, own or self._labels.get(iri) or short_name(self._site, iri))

    def nodes(self, subject: str, *predicates: str) -> tuple[Node, ...]:
        """What a subject points at through any of the predicates."""
        return tuple(self.node(iri) for iri in dict.fromkeys(self.about.iris(subject, *predicates)))

    def first(self, subject: str, *predicates: str) -> Node | None:
        """The first thing a subject points at through any of the predicates, or None."""
        return next(iter(self.nodes(subject, *predicates)), None)

    def event(self, iri: str) -> EventShown:
        """An event."""
        types = [node for node in self.nodes(iri, str(CRM.P2_has_type)) if node.iri.startswith(KGV_BASE)]
        times = self.nodes(iri, str(CRM["P4_has_time-span"]))
        spans = self.about.subjects(str(CRM.P67_refers_to), iri)
        passages = [span for span in spans if f"{KGV_BASE}passage" in self.about.iris(span, _TYPE)]
        return EventShown(
            node=self.node(iri),
            type=types[0] if types else None,
            basis=self.first(iri, str(KG.basis)),
            when=times[0].label if times else None,
            actors=tuple((how, found) for how, p in _ACTORS if (found := self.nodes(iri, p))),
            passages=tuple(sorted((self.anchor(span) for span in passages), key=lambda one: one.begin)),
            note=self.about.text(iri, str(CRM.P3_has_note)),
        )

    def role(self, iri: str) -> RoleShown | None:
        """A role given to somebody (an E13 of that kind), or None if it is no such thing."""
        bearer = self.first(iri, str(CRM.P140_assigned_attribute_to))
        role = self.first(iri, str(CRM.P141_assigned))
        assigned = self.about.iris(iri, str(CRM.P177_assigned_property_of_type))
        if bearer is None or role is None or f"{KGV_BASE}role" not in assigned:
            return None
        reporters = self.nodes(iri, str(CRM.P14_carried_out_by))
        passages = self.about.iris(iri, str(KG.contentSpan))
        return RoleShown(
            self.node(iri), bearer, role, reporters, self.anchor(passages[0]) if passages else None
        )

    def anchor(self, span: str) -> Anchor:
        """The place and the words of a span."""
        return read_anchor(self.about, span)

    def events(self) -> list[EventShown]:
        """Every event that has a basis, in the order of the text."""
        attributions = set(self.about.of_type(str(KG.Attribution)))
        found = {
            quad.subject.value: None  # type: ignore[union-attr]
            for quad in self.about.quads
            if quad.predicate.value == str(KG.basis)
        }
        shown = [self.event(iri) for iri in found if iri not in attributions]
        return sorted(shown, key=lambda event: (event.begin, event.node.iri))

    def roles(self) -> list[RoleShown]:
        """Every role that is given to somebody."""
        given = self.about.of_type(str(CRM.E13_Attribute_Assignment))
        return [role for iri in given if (role := self.role(iri))]


_TYPE = str(CRM.P2_has_type)


def short_name(site: Site, iri: str) -> str:
    """What to call an IRI that nothing labels: the end of its path, or the IRI."""
    if iri.startswith(site.settings.base):
        return iri.removeprefix(site.settings.base)
    curie = site.wording.curie(iri)
    return site.wording.label(iri) if curie != iri else iri
