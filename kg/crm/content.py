"""What sayings say, encoded without asserting it -> I17, I4, I11, kg:Proposal (layer 4)."""

from __future__ import annotations

import re

from rdflib import URIRef

from kg.crm.dossier import Dossier, Triples, described, english
from kg.crm.spans import cited
from kg.errors import Place, ReadingError
from kg.iris import CRM, CRMINF, KG, kgv
from kg.model import Proposal, Proposition


def content(dossier: Dossier) -> Triples:
    """All propositions and proposals of the reading. None of them is an event or a plain statement."""
    if dossier.reading is None:
        return
    functions = {"one": i17_one_proposition_set, "set": i4_proposition_set, "situation": i11_situation}
    for proposition in dossier.reading.propositions:
        yield from functions[proposition.kind](dossier, proposition)
    for proposal in dossier.reading.proposals:
        yield from e29_proposal(dossier, proposal)


def i17_one_proposition_set(dossier: Dossier, proposition: Proposition) -> Triples:
    """Exactly one proposition: subject, property, object."""
    node = dossier.d.proposition(proposition.id)
    yield from _propositions(dossier, proposition, CRMINF["I17_One-Proposition_Set"])
    if proposition.subject:
        yield node, CRMINF["J30_has_domain"], dossier.ref(proposition.subject)
    if proposition.property:
        yield node, CRMINF["J32_has_property_type"], _property(dossier, proposition.property)
    if proposition.object:
        yield node, CRMINF["J31_has_range"], dossier.ref(proposition.object)


def i4_proposition_set(dossier: Dossier, proposition: Proposition) -> Triples:
    """Propositions that are only named, with what they are about."""
    yield from _propositions(dossier, proposition, CRMINF["I4_Proposition_Set"])


def i11_situation(dossier: Dossier, proposition: Proposition) -> Triples:
    """A state of affairs that is asked about, feared, wished or excluded: never an event."""
    yield from _propositions(dossier, proposition, CRMINF["I11_Situation"])


def e29_proposal(dossier: Dossier, proposal: Proposal) -> Triples:
    """Something put forward; being proposed it has not happened."""
    node = dossier.d.proposal(proposal.id)
    yield from described(node, proposal.label, KG.Proposal, CRM["E29_Design_or_Procedure"])
    if not proposal.content_known:
        yield node, CRM["P3_has_note"], english("The text does not give its content.")
    yield from cited(dossier, node, KG.contentSpan, proposal.passage)


def _propositions(dossier: Dossier, proposition: Proposition, class_: URIRef) -> Triples:
    node = dossier.d.proposition(proposition.id)
    yield from described(node, proposition.label, class_)
    for thing in proposition.about:
        yield node, CRMINF["J28_contains_entity_reference"], dossier.ref(thing)


def _property(dossier: Dossier, name: str) -> URIRef:
    """The concept or CRM property that a proposition is made with.

    Raises ReadingError for a CRM property outside the profile.
    """
    if not re.match(r"P\d", name):
        return kgv(name)
    try:
        return CRM[name]
    except KeyError as error:
        place = Place((dossier.reading and dossier.reading.file) or dossier.document.key, key="property")
        raise ReadingError(f"'{name}' is no property of the profile", place=place) from error
