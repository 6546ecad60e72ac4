"""Events that the editors take to have happened -> E7, E65, E12, I5 (layer 5)."""

from __future__ import annotations

from rdflib import URIRef

from kg.crm.dossier import Dossier, Triples, described, english
from kg.crm.spans import e33_span
from kg.crm.times import When, e52_time_span, of_event
from kg.iris import CRM, CRMINF, KG, SCHEMA, kgv
from kg.model import Belief, Event, Ref

_ACTORS = (
    ("carried_out_by", CRM["P14_carried_out_by"]),
    ("participants", CRM["P11_had_participant"]),
    ("addressees", KG.hadAddressee),
    ("places", CRM["P7_took_place_at"]),
    ("used", CRM["P16_used_specific_object"]),
)


def events(dossier: Dossier) -> Triples:
    """The events of the reading, each dated as the reading dates it and documented in the document."""
    for event in dossier.reading.events if dossier.reading else ():
        yield from one_event(dossier, event, of_event(dossier, event))
        yield node_of(dossier, event), CRM["P70i_is_documented_in"], dossier.d.document


def one_event(dossier: Dossier, event: Event, when: When | None) -> Triples:
    """One event by its kind."""
    functions = {
        "activity": e7_activity,
        "creation": e65_creation,
        "production": e12_production,
        "inference": i5_inference_making,
    }
    yield from functions[event.kind](dossier, event)
    if when:
        yield from e52_time_span(node_of(dossier, event), when)


def e7_activity(dossier: Dossier, event: Event) -> Triples:
    """Something that people did."""
    yield from _happening(dossier, event, CRM["E7_Activity"])


def e65_creation(dossier: Dossier, event: Event) -> Triples:
    """The making of a text: of the original or of the translation."""
    yield from _happening(dossier, event, CRM["E65_Creation"])
    made = {"original": dossier.d.document, "translation": dossier.words}
    if event.created:
        yield made[event.created], CRM["P94i_was_created_by"], node_of(dossier, event)


def e12_production(dossier: Dossier, event: Event) -> Triples:
    """The making of a physical thing, such as a printing."""
    yield from _happening(dossier, event, CRM["E12_Production"])


def i5_inference_making(dossier: Dossier, event: Event) -> Triples:
    """Somebody's own reasoning, and the belief it ended in."""
    yield from _happening(dossier, event, CRMINF["I5_Inference_Making"])
    if event.belief:
        yield node_of(dossier, event), CRMINF["J2_concluded_that"], dossier.d.belief(event.belief.id)
        yield from i2_belief(dossier, event.belief)


def i2_belief(dossier: Dossier, belief: Belief) -> Triples:
    """That somebody holds propositions to be so; the propositions themselves are not asserted."""
    node = dossier.d.belief(belief.id)
    yield from described(node, belief.label, CRMINF["I2_Belief"])
    yield node, CRMINF["J5_holds_to_be"], english(belief.holds)
    for proposition in belief.that:
        yield node, CRMINF["J4_that"], dossier.d.proposition(proposition)


def node_of(dossier: Dossier, event: Event) -> URIRef:
    """The IRI of an event: the authority's where documents share it, else under the document."""
    return dossier.iris.shared("event", event.id) if event.shared else dossier.d.event(event.id)


def _happening(dossier: Dossier, event: Event, class_: URIRef) -> Triples:
    node = node_of(dossier, event)
    # Documents that share an event share its label; what each says of it stands in its own graph.
    label = dossier.name(Ref("event", event.id)) if event.shared else event.label
    yield from described(node, label, class_)
    yield node, CRM["P2_has_type"], kgv(event.type)
    yield node, KG.basis, kgv(f"basis/{event.basis}")
    for field, term in _ACTORS:
        refs: tuple[Ref, ...] = getattr(event, field)
        for ref in refs:
            yield node, term, dossier.ref(ref)
    for thing in event.about:
        yield node, SCHEMA.about, dossier.ref(thing)
    for part in event.parts:
        yield node, CRM["P9_consists_of"], _other(dossier, part)
    if event.part_of:
        yield _other(dossier, event.part_of), CRM["P9_consists_of"], node
    if event.note:
        yield node, CRM["P3_has_note"], english(event.note)
    for passage in event.passages:
        yield from e33_span(dossier, passage, "passage", node)


def _other(dossier: Dossier, id: str) -> URIRef:
    """The IRI of another event by its id: one of the reading's own, else one that documents share."""
    known = {event.id: event for event in dossier.reading.events} if dossier.reading else {}
    return node_of(dossier, known[id]) if id in known else dossier.d.event(id)
