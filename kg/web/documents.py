"""A document's facts -> what its page shows."""

from __future__ import annotations

from dataclasses import dataclass

from kg.iris import CRM, CRMINF, KG, KGV_BASE, RECORD_TYPES, SCHEMA
from kg.order import natural
from kg.voices import Anchor, Chain, Node
from kg.web.annotated import Block, Numbered, blocks, mark, number_sayings, own_words
from kg.web.shown import EventShown, RoleShown, Shown, short_name
from kg.web.site import DocumentFacts, Site

_RECORD = frozenset(f"{KGV_BASE}{slug}" for slug in RECORD_TYPES)


@dataclass(frozen=True, slots=True)
class CopyShown:
    """A copy in an archive: who keeps it, its shelfmark in every notation, the preferred one first."""

    node: Node
    keeper: Node | None
    notations: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class ProposalShown:
    """Something put forward: the propositions about it, each with the chains that report it."""

    node: Node
    passage: Anchor | None
    note: str | None
    said: tuple[tuple[Node, tuple[Chain, ...]], ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The record of a document: what stands over its text, and what its rights are."""

    title: str | None
    date: str | None
    numbers: tuple[Node, ...]
    page_numbers: tuple[Node, ...]
    senders: tuple[Node, ...]
    recipients: tuple[Node, ...]
    languages: tuple[Node, ...]
    translations: tuple[tuple[Node, tuple[Node, ...]], ...]
    copies: tuple[CopyShown, ...]
    about: tuple[Node, ...]
    publishers: tuple[Node, ...]
    funders: tuple[Node, ...]
    rights: tuple[str, ...]
    summary: str | None
    classification: tuple[str, ...]
    written_at: tuple[Node, ...]
    outer: tuple[Node, ...]
    inner: tuple[Node, ...]
    volume: tuple[Node, ...]
    pages: str | None
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """All that a document's page shows. record: the events of its own history."""

    facts: DocumentFacts
    head: Head
    people: tuple[Node, ...]
    numbered: tuple[Numbered, ...]
    blocks: tuple[Block, ...]
    record: tuple[EventShown, ...]
    events: tuple[EventShown, ...]
    roles: tuple[RoleShown, ...]
    proposals: tuple[ProposalShown, ...]

    @property
    def numbers_by_iri(self) -> dict[str, int]:
        """IRI of a saying -> its number on the page."""
        return {one.saying.iri: one.number for one in self.numbered}


def show_document(site: Site, facts: DocumentFacts) -> DocumentShown:
    """Everything for the page of a document."""
    shown, about, d = Shown(site, facts.statements), facts.statements, facts.iri
    numbered, events = number_sayings(facts.voices), shown.events()
    mentioned = {node.iri: node.label for node in shown.nodes(d, str(SCHEMA.mentions))}
    return DocumentShown(
        facts=facts,
        head=_head(site, shown, d, f"{d}/publication"),
        people=_people(site, shown, d),
        numbered=numbered,
        blocks=blocks(facts.text or "", mark(facts, numbered, mentioned), own_words(facts)),
        record=tuple(event for event in events if event.type and event.type.iri in _RECORD),
        events=tuple(event for event in events if not (event.type and event.type.iri in _RECORD)),
        roles=tuple(shown.roles()),
        proposals=tuple(_proposal(facts, shown, iri) for iri in about.of_type(str(KG.Proposal))),
    )


def _head(site: Site, shown: Shown, d: str, page: str) -> Head:
    about = shown.about
    return Head(
        title=about.text(f"{page}/title", str(CRM.P190_has_symbolic_content)),
        date=about.text(d, str(SCHEMA.dateCreated)),
        numbers=shown.nodes(d, *_IDENTIFIED),
        page_numbers=shown.nodes(page, *_IDENTIFIED),
        senders=shown.nodes(d, str(SCHEMA.sender)),
        recipients=shown.nodes(d, str(SCHEMA.recipient)),
        languages=shown.nodes(d, str(CRM.P72_has_language)),
        translations=tuple(
            (node, shown.nodes(node.iri, str(SCHEMA.translator)))
            for node in shown.nodes(d, str(CRM.P73_has_translation))
        ),
        copies=tuple(_copy(shown, iri) for iri in about.subjects(str(CRM.P128_carries), d)),
        about=shown.nodes(d, str(SCHEMA.about)),
        publishers=shown.nodes(page, str(SCHEMA.publisher)),
        funders=shown.nodes(page, str(SCHEMA.funder)),
        rights=_rights(shown, page),
        summary=about.text(page, str(SCHEMA.abstract)),
        classification=_texts(shown, d, str(SCHEMA.conditionsOfAccess)),
        written_at=shown.nodes(d, str(SCHEMA.locationCreated)),
        outer=shown.nodes(d, str(SCHEMA.isPartOf)),
        inner=_inner(site, d),
        volume=shown.nodes(page, str(SCHEMA.isPartOf)),
        pages=_pages(shown, page),
        keywords=_texts(shown, page, str(SCHEMA.keywords)),
    )


def _texts(shown: Shown, iri: str, term: str) -> tuple[str, ...]:
    return tuple(one.value for one in shown.about.literals(iri, term))


def _inner(site: Site, d: str) -> tuple[Node, ...]:
    """The documents that stand in this one, in the order of their keys: their own graphs say so."""
    found = sorted(site.resources.parts(d), key=lambda one: natural(one.iri))
    return tuple(Node(one.iri, one.label or short_name(site, one.iri)) for one in found)


def _pages(shown: Shown, page: str) -> str | None:
    first, last = (shown.about.text(page, str(term)) for term in (SCHEMA.pageStart, SCHEMA.pageEnd))
    if not first:
        return None
    return f"page {first}" if last in (None, first) else f"pages {first}–{last}"


_IDENTIFIED = (str(CRM.P48_has_preferred_identifier), str(CRM.P1_is_identified_by))


def _copy(shown: Shown, iri: str) -> CopyShown:
    return CopyShown(
        shown.node(iri),
        shown.first(iri, str(CRM.P50_has_current_keeper)),
        shown.nodes(iri, *_IDENTIFIED),
    )


def _rights(shown: Shown, page: str) -> tuple[str, ...]:
    notices = [
        shown.anchor(span)
        for right in shown.nodes(page, str(CRM.P104_is_subject_to))
        for span in shown.about.subjects(str(CRM.P67_refers_to), right.iri)
    ]
    return tuple(notice.text for notice in sorted(notices, key=lambda one: one.begin))


def _people(site: Site, shown: Shown, document: str) -> tuple[Node, ...]:
    """The persons and groups that the document mentions or that take part in it, by name."""
    linked = (str(SCHEMA.mentions), str(SCHEMA.sender), str(SCHEMA.recipient))
    placed = [(_actor_kind(site, node.iri), node) for node in shown.nodes(document, *linked)]
    found = [(kind, node) for kind, node in placed if kind]
    return tuple(node for _, node in sorted(found, key=lambda one: (one[0] != "person", one[1].label)))


def _actor_kind(site: Site, iri: str) -> str | None:
    """person or group, whether documents share it or one alone knows it; None for anything else."""
    parts = iri.removeprefix(site.settings.base).split("/")
    kind = parts[2] if parts[0] == "document" and len(parts) == 4 else parts[0]
    return kind if kind in ("person", "group") else None


def _proposal(facts: DocumentFacts, shown: Shown, iri: str) -> ProposalShown:
    passages = shown.about.iris(iri, str(KG.contentSpan))
    propositions = [
        node
        for role in ("J30_has_domain", "J31_has_range")
        for node in shown.about.subjects(str(CRMINF[role]), iri)
    ]
    said = tuple((shown.node(one), _reported(facts, shown, one)) for one in dict.fromkeys(propositions))
    return ProposalShown(
        shown.node(iri),
        shown.anchor(passages[0]) if passages else None,
        shown.about.text(iri, str(CRM.P3_has_note)),
        said,
    )


def _reported(facts: DocumentFacts, shown: Shown, proposition: str) -> tuple[Chain, ...]:
    """The chains of the sayings that convey a proposition."""
    conveying = shown.about.subjects(str(KG.conveys), proposition)
    return tuple(chain for saying in conveying for chain in facts.voices.chains(saying))
