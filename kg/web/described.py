"""Any resource -> a plain page: what is said of it and what points at it, in words."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from kg.iris import CRM, KG, SCHEMA
from kg.statements import RDF_TYPE, RDFS_LABEL, Statements, Term
from kg.stores.resources import Resource
from kg.voices import Node
from kg.web.jsonld import cased
from kg.web.shown import Shown, short_name
from kg.web.site import Site

ROWS_SHOWN = 100
_STRING = "http://www.w3.org/2001/XMLSchema#string"


@dataclass(frozen=True, slots=True)
class Value:
    """What a property leads to: a node, or a literal with its language or datatype."""

    node: Node | None = None
    text: str = ""
    language: str | None = None
    datatype: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A property with its values; more: how many are left out."""

    property: Node
    curie: str
    about: str | None
    values: tuple[Value, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ResourceShown:
    """All that a plain page shows. parents: what it hangs under, outermost first."""

    node: Node
    kind: str
    types: tuple[Node, ...]
    parents: tuple[Node, ...]
    definition: str | None
    outgoing: tuple[Row, ...]
    incoming: tuple[Row, ...]
    size: int | None
    unseen: int


def show_resource(site: Site, resource: Resource) -> ResourceShown:
    """Everything for the page of a resource of any kind."""
    outgoing, incoming = Statements.parse(resource.outgoing), Statements.parse(resource.incoming)
    shown = Shown(site, Statements((*outgoing.quads, *incoming.quads)))
    about = {p: objects for p, objects in outgoing.about(resource.iri).items() if p not in _IN_THE_HEAD}
    pointing = {
        p: [ox.NamedNode(s) for s in found] for p, found in incoming.pointing_at(resource.iri).items()
    }
    own = [shown.node(iri) for iri in outgoing.iris(resource.iri, RDF_TYPE)]
    return ResourceShown(
        node=Node(resource.iri, resource.label or short_name(site, resource.iri)),
        kind=resource.kind,
        types=tuple(Node(node.iri, site.wording.label(node.iri)) for node in own),
        parents=_parents(site, resource.iri),
        definition=site.wording.definition(resource.iri),
        outgoing=tuple(_row(site, shown, p, about[p]) for p in sorted(about, key=_place)),
        incoming=tuple(_row(site, shown, p, pointing[p]) for p in sorted(pointing, key=_place)),
        size=site.graphs.get(resource.iri),
        unseen=max(0, resource.incoming_total - len(incoming.quads)),
    )


_IN_THE_HEAD = (RDF_TYPE, RDFS_LABEL)
_FIRST = tuple(
    str(term)
    for term in (
        CRM.P2_has_type, KG.basis, CRM["P4_has_time-span"], CRM.P14_carried_out_by, KG.hadAddressee,
        CRM.P11_had_participant, CRM.P140_assigned_attribute_to, CRM.P177_assigned_property_of_type,
        CRM.P141_assigned, CRM.P190_has_symbolic_content, KG.saidBy, CRM.P3_has_note,
    )
)  # fmt: skip


def _place(predicate: str) -> tuple[int, bool, str]:
    """What is read first comes first, then the CRM and our terms, then Schema.org's second telling."""
    known = _FIRST.index(predicate) if predicate in _FIRST else len(_FIRST)
    return known, predicate.startswith(str(SCHEMA)), predicate


def _row(site: Site, shown: Shown, predicate: str, terms: list[Term] | list[ox.NamedNode]) -> Row:
    return Row(
        Node(predicate, site.wording.label(predicate)),
        site.wording.curie(predicate),
        site.wording.definition(predicate),
        tuple(_value(site, shown, term) for term in terms[:ROWS_SHOWN]),
        max(0, len(terms) - ROWS_SHOWN),
    )


def _value(site: Site, shown: Shown, term: Term) -> Value:
    if isinstance(term, ox.NamedNode):
        return Value(node=shown.node(term.value))
    if term.language:
        return Value(text=term.value, language=cased(term.language))
    datatype = term.datatype.value
    return Value(text=term.value, datatype=None if datatype == _STRING else site.wording.curie(datatype))


def _parents(site: Site, iri: str) -> tuple[Node, ...]:
    """The resources whose IRIs this one hangs under."""
    base = site.settings.base
    if not iri.startswith(base):
        return ()
    parts = iri.removeprefix(base).split("/")
    above = [base + "/".join(parts[:length]) for length in range(2, len(parts))]
    labels = site.resources.labels(above)
    return tuple(Node(one, labels[one]) for one in above if one in labels)


def of_span(site: Site, resource: Resource) -> tuple[str, str, str] | None:
    """The words around a stretch of text: (before, the words, after), or None."""
    document = site.document(site.document_of(resource.iri) or "")
    if document is None or document.text is None:
        return None
    shown = Shown(site, document.statements)
    anchor = shown.anchor(resource.iri)
    if anchor.begin < 0 or not document.statements.literals(resource.iri, _WORDS):
        return None
    text = document.text
    return text[max(0, anchor.begin - 200) : anchor.begin], anchor.text, text[anchor.end : anchor.end + 200]


_WORDS = str(CRM.P190_has_symbolic_content)
