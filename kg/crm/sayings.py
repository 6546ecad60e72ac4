"""Sayings and who ascribes them to whom -> kg:Saying, kg:Attribution, E13 roles (layers 2 and 3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import URIRef

from kg.crm.dossier import Dossier, Triples, described, english
from kg.crm.spans import beginning, cited, publishable
from kg.iris import CRM, DCT, KG, kgv
from kg.model import Attribution, Hedge, Role, Saying, Span

_ATTRIBUTION = (KG.Attribution, CRM["E13_Attribute_Assignment"])


@dataclass(frozen=True, slots=True)
class _Ascription:
    """One attribution node to be: an attribution of the reading with at most one hedge."""

    id: str
    attribution: Attribution
    hedge: Hedge | None


def sayings(dossier: Dossier) -> Triples:
    """All sayings of the reading with their attributions, and the roles it gives to people."""
    if dossier.reading is None:
        return
    for saying in dossier.reading.sayings:
        yield from e73_saying(dossier, saying)
        if saying.rule and dossier.reading.software:
            yield from _drafted(dossier, saying, dossier.reading.software, saying.rule)
        for ascription in _ascriptions(saying):
            yield from e13_attribution(dossier, saying, ascription)
        if saying.addressees:
            yield from e13_addressee(dossier, saying)
    for role in dossier.reading.roles:
        yield from e13_role(dossier, role)


def e73_saying(dossier: Dossier, saying: Saying) -> Triples:
    """What the document presents as said: it exists because the text does, whoever is right."""
    node = dossier.d.saying(saying.id)
    document = (CRM["E31_Document"],) if saying.document else ()
    yield from described(node, saying.label, KG.Saying, CRM["E73_Information_Object"], *document)
    for mood in saying.moods:
        yield node, CRM["P2_has_type"], kgv(f"mood/{mood}")
    if saying.negative:
        yield node, CRM["P2_has_type"], kgv("polarity/negative")
    yield node, KG.readingLevel, kgv(f"level/{saying.level}")
    for outer in saying.within:
        yield node, CRM["P148i_is_component_of"], dossier.d.saying(outer)
    if not saying.within:
        yield node, CRM["P148i_is_component_of"], dossier.d.document
    for proposition in saying.conveys:
        yield node, KG.conveys, dossier.d.proposition(proposition)
    for thing in saying.about:
        yield node, CRM["P129_is_about"], dossier.ref(thing)
    if saying.note:
        yield node, CRM["P3_has_note"], english(saying.note)


def _drafted(dossier: Dossier, saying: Saying, software: str, rule: str) -> Triples:
    """That no person has read the saying: the software is its author, a rule made each attribution."""
    node = dossier.d.saying(saying.id)
    yield node, DCT.creator, dossier.iris.reader(software)
    made = [dossier.d.attribution(one.id) for one in _ascriptions(saying)]
    made += [dossier.d.attribution(f"{saying.id}-addressee")] if saying.addressees else []
    for attribution in made:
        yield attribution, CRM["P33_used_specific_technique"], dossier.iris.rule(software, rule)


def e13_attribution(dossier: Dossier, saying: Saying, ascription: _Ascription) -> Triples:
    """That somebody ascribes a saying to somebody, on which words, and how surely."""
    attribution, node = ascription.attribution, dossier.d.attribution(ascription.id)
    voices = dossier.names(attribution.speakers)
    if attribution.reporters != attribution.speakers:
        voices += f", according to {dossier.names(attribution.reporters)}"
    yield from described(node, f"Said by {voices}: {saying.label}", *_ATTRIBUTION)
    yield from _assigned(dossier, node, saying, attribution, "said-by")
    for speaker in attribution.speakers:
        yield node, CRM["P141_assigned"], dossier.ref(speaker)
    if attribution.unclear:
        yield node, CRM["P2_has_type"], kgv("attribution-unclear")
    if attribution.note:
        yield node, CRM["P3_has_note"], english(attribution.note)
    if ascription.hedge:
        yield node, KG.hedge, kgv(f"hedge/{ascription.hedge.kind}")
        yield node, KG.hedgeScope, kgv(f"scope/{ascription.hedge.scope}")
        yield from cited(dossier, node, KG.hedgeSpan, ascription.hedge.word)


def e13_addressee(dossier: Dossier, saying: Saying) -> Triples:
    """That somebody reports a saying as addressed to somebody."""
    attribution = saying.attributions[0]
    node = dossier.d.attribution(f"{saying.id}-addressee")
    voices = f"{dossier.names(saying.addressees)}, according to {dossier.names(attribution.reporters)}"
    yield from described(node, f"Addressed to {voices}: {saying.label}", *_ATTRIBUTION)
    yield from _assigned(dossier, node, saying, attribution, "addressed-to")
    for addressee in saying.addressees:
        yield node, CRM["P141_assigned"], dossier.ref(addressee)


def e13_role(dossier: Dossier, role: Role) -> Triples:
    """What the text says that a person or group is, and in whose words."""
    node = dossier.d.assignment(f"role-{role.id}")
    label = f"{dossier.name(role.bearer)}: {dossier.name(role.role)}"
    yield from described(node, label, CRM["E13_Attribute_Assignment"])
    for reporter in dossier.refs(role.reporters):
        yield node, CRM["P14_carried_out_by"], reporter
    yield node, CRM["P140_assigned_attribute_to"], dossier.ref(role.bearer)
    yield node, CRM["P141_assigned"], dossier.ref(role.role)
    yield node, CRM["P177_assigned_property_of_type"], kgv("role")
    yield node, KG.readingLevel, kgv(f"level/{role.level}")
    yield from cited(dossier, node, KG.contentSpan, role.passage)


def _assigned(
    dossier: Dossier, node: URIRef, saying: Saying, attribution: Attribution, property_: str
) -> Triples:
    for reporter in dossier.refs(attribution.reporters):
        yield node, CRM["P14_carried_out_by"], reporter
    yield node, CRM["P140_assigned_attribute_to"], dossier.d.saying(saying.id)
    yield node, CRM["P177_assigned_property_of_type"], kgv(property_)
    yield node, KG.basis, kgv(f"basis/{attribution.basis}")
    yield node, KG.readingLevel, kgv(f"level/{attribution.level}")
    yield from cited(dossier, node, KG.cueSpan, attribution.cue)
    for content in _contents(saying):
        yield from cited(dossier, node, KG.contentSpan, beginning(content))
        if not publishable(content):
            yield (
                node,
                CRM["P3_has_note"],
                english(f"Its words go on to code point {content.end} of the text."),
            )


def _contents(saying: Saying) -> tuple[Span, ...]:
    return (saying.content, *saying.more_content) if saying.content else ()


def _ascriptions(saying: Saying) -> Iterator[_Ascription]:
    """One node for each attribution and hedge, so that word, kind and scope never come apart.

    Hedges belong to the first attribution, and to every one where the speaker is unclear.
    """
    for place, attribution in enumerate(saying.attributions):
        hedges: tuple[Hedge | None, ...] = (None,)
        if saying.hedges and (place == 0 or attribution.unclear):
            hedges = saying.hedges
        for n, hedge in enumerate(hedges, start=1):
            suffix = "" if n == 1 else f"-hedge-{n}"
            yield _Ascription(attribution.id + suffix, attribution, hedge)
