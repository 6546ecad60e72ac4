"""Who and what only one document or volume knows -> E21, E74, E53 under its IRI, with their names."""

from __future__ import annotations

from rdflib import Literal

from kg.crm.authorities import names
from kg.crm.dossier import Dossier, Triples, described, english
from kg.iris import CRM, DCT, kgv
from kg.model import Candidate, NameForm

_CLASSES = {"person": "E21_Person", "group": "E74_Group", "place": "E53_Place"}
_LISTED = "source"


def candidates(dossier: Dossier) -> Triples:
    """The persons, groups and places that no authority file knows."""
    for candidate in dossier.candidates:
        yield from e39_candidate(dossier, candidate)


def e39_candidate(dossier: Dossier, candidate: Candidate) -> Triples:
    """One of them: its label, its written forms, what the text says it is; a likeness is never stated.

    Another identifier that the source's markup gives is published as such, and not as a link: nobody here
    has accepted it.
    """
    node = dossier.ref(candidate.ref)
    yield from described(node, candidate.label, CRM[_CLASSES[candidate.kind]])
    yield node, CRM["P2_has_type"], kgv("candidate")
    if candidate.unnamed:
        yield node, CRM["P2_has_type"], kgv("unnamed")
    if candidate.role:
        yield node, CRM["P3_has_note"], english(f"In the words of the source: {candidate.role}")
    listed = candidate.rule == _LISTED
    source = "The source's own list of names" if listed else f"The text, by the rule '{candidate.rule}'"
    yield node, DCT.source, Literal(source)
    forms = [] if candidate.unnamed else candidate.forms
    yield from names(node, [NameForm(form, dossier.language, "text", source) for form in forms])
    if candidate.iri:
        identifier = dossier.iris.document(candidate.owner).identifier(f"{candidate.kind}-{candidate.key}")
        yield node, CRM["P1_is_identified_by"], identifier
        yield from described(identifier, candidate.iri, CRM["E42_Identifier"])
        yield identifier, CRM["P2_has_type"], kgv("authority-identifier")
        yield identifier, CRM["P190_has_symbolic_content"], Literal(candidate.iri)
