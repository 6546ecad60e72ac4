"""A person or group -> what its page shows: names, roles, what it is said to have said, where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.iris import CRM, DCT, SCHEMA, SKOS
from kg.statements import Statements
from kg.stores.resources import Resource
from kg.voices import Chain, Node, Saying
from kg.web.jsonld import cased
from kg.web.shown import EventShown, RoleShown, Shown
from kg.web.site import DocumentFacts, Site

DOCUMENTS_SHOWN = 25
_AROUND = 60


@dataclass(frozen=True, slots=True)
class NameShown:
    """A written form of a name."""

    node: Node
    text: str
    language: str | None
    types: tuple[Node, ...]
    source: str | None
    source_node: Node | None


@dataclass(frozen=True, slots=True)
class Heard:
    """A saying with the chains of voices it comes through."""

    saying: Saying
    chains: tuple[Chain, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A mention with the words around it."""

    iri: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class InDocument:
    """What one document has on an actor. says: with nobody in between; said: through others."""

    document: Node
    says: tuple[Heard, ...]
    said: tuple[Heard, ...]
    perhaps: tuple[Heard, ...]
    reports: tuple[Heard, ...]
    events: tuple[tuple[str, EventShown], ...]
    roles: tuple[RoleShown, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class ActorShown:
    """All that the page of a person or group shows. more: documents that are left out."""

    node: Node
    description: str | None
    dates: tuple[str | None, str | None]
    names: tuple[NameShown, ...]
    elsewhere: tuple[str, ...]
    part_of: tuple[Node, ...]
    notes: tuple[str, ...]
    source: str | None
    source_node: Node | None
    documents: tuple[InDocument, ...]
    more: int


def show_actor(site: Site, resource: Resource) -> ActorShown:
    """Everything for the page of a person or group."""
    statements = Statements.parse(resource.outgoing, resource.incoming)
    shown, about, iri = Shown(site, statements), statements, resource.iri
    documents = sorted(_documents(site, statements))
    facts = (site.document(document) for document in documents[:DOCUMENTS_SHOWN])
    return ActorShown(
        node=shown.node(iri),
        description=about.text(iri, str(SCHEMA.description)),
        dates=(about.text(iri, str(SCHEMA.birthDate)), about.text(iri, str(SCHEMA.deathDate))),
        names=tuple(_name(site, name) for name in about.iris(iri, str(CRM.P1_is_identified_by))),
        elsewhere=tuple(dict.fromkeys(about.iris(iri, str(SCHEMA.sameAs), *_MATCHES))),
        part_of=shown.nodes(iri, str(CRM.P107i_is_current_or_former_member_of)),
        notes=tuple(note.value for note in about.literals(iri, str(CRM.P3_has_note))),
        source=about.text(iri, str(DCT.source)),
        source_node=_source(site, about.text(iri, str(DCT.source))),
        documents=tuple(_in_document(site, one, iri) for one in facts if one),
        more=max(0, len(documents) - DOCUMENTS_SHOWN),
    )


_MATCHES = tuple(str(term) for term in (SKOS.exactMatch, SKOS.closeMatch))


def _documents(site: Site, statements: Statements) -> set[str]:
    found = {site.document_of(quad.subject.value) for quad in statements.quads}  # type: ignore[union-attr]
    return {iri for iri in found if iri}


def _source(site: Site, source: str | None) -> Node | None:
    """The resource that a source names by its path ('document/telegram-1258'), if it is one of ours."""
    iri = site.settings.base + (source or "")
    label = site.resources.labels([iri]).get(iri) if source else None
    return Node(iri, label) if label else None


def _name(site: Site, iri: str) -> NameShown:
    resource = site.resources.get(iri)
    about = Statements.parse(resource.outgoing if resource else b"")
    shown = Shown(site, about)
    forms = about.literals(iri, str(CRM.P190_has_symbolic_content))
    return NameShown(
        node=shown.node(iri),
        text=forms[0].value if forms else shown.node(iri).label,
        language=cased(forms[0].language) if forms and forms[0].language else None,
        types=shown.nodes(iri, str(CRM.P2_has_type)),
        source=about.text(iri, str(DCT.source)),
        source_node=_source(site, about.text(iri, str(DCT.source))),
    )


def _in_document(site: Site, facts: DocumentFacts, actor: str) -> InDocument:
    shown, sayings = Shown(site, facts.statements), facts.voices.sayings()
    own = {one.iri for one in sayings if actor in _iris(one.voice.actors) and not one.voice.unclear}
    events = shown.events()
    return InDocument(
        document=Node(facts.iri, facts.voices.label),
        says=_heard(facts, (one for one in sayings if one.iri in own and one.content and not one.reporters)),
        said=_heard(facts, (one for one in sayings if one.iri in own and one.content and one.reporters)),
        perhaps=_heard(facts, (one for one in sayings if _perhaps(one, actor))),
        reports=_heard(
            facts,
            (
                one
                for one in sayings
                if own & set(one.within) and one.iri not in own and not _perhaps(one, actor)
            ),
        ),
        events=tuple((how, event) for event in events for how, who in event.actors if actor in _iris(who)),
        roles=tuple(role for role in shown.roles() if role.bearer.iri == actor),
        places=_places(facts, shown, actor),
    )


def _heard(facts: DocumentFacts, sayings: Iterable[Saying]) -> tuple[Heard, ...]:
    return tuple(Heard(one, facts.voices.chains(one.iri)) for one in sayings)


def _perhaps(saying: Saying, actor: str) -> bool:
    return saying.voice.unclear and actor in _iris(saying.voice.actors)


def _places(facts: DocumentFacts, shown: Shown, actor: str) -> tuple[Place, ...]:
    spans = facts.statements.subjects(str(CRM.P67_refers_to), actor)
    anchors = sorted((shown.anchor(span) for span in spans), key=lambda one: one.begin)
    text = facts.text or ""
    return tuple(
        Place(
            one.iri,
            _line(text[max(0, one.begin - _AROUND) : one.begin])[-1],
            one.text,
            _line(text[one.end : one.end + _AROUND])[0],
        )
        for one in anchors
    )


def _line(text: str) -> list[str]:
    return text.split("\n")


def _iris(nodes: Iterable[Node]) -> set[str]:
    return {node.iri for node in nodes}
