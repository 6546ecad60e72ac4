"""Authority entries -> E21, E74, E53, E7, role concepts and their E33_E41 names."""

from __future__ import annotations

from collections.abc import Sequence

from rdflib import Literal, URIRef

from kg.crm.dossier import Triples, described, english
from kg.iris import CRM, DCT, FOAF, KG, SKOS, Iris, kgv, name_of
from kg.model import Authority, Mapping, NameForm

_FACTS = {"born": "Born", "died": "Died", "date": "Date"}


def authority_entry(iris: Iris, entry: Authority) -> Triples:
    """One person, group, place, event or role, its names and the source of each fact."""
    functions = {
        "person": e21_person,
        "group": e74_group,
        "place": e53_place,
        "event": e7_shared_event,
        "role": e55_role,
    }
    yield from functions[entry.kind](iris, entry)
    node = iris.shared(entry.kind, entry.key)
    yield node, DCT.source, Literal(entry.source)
    for name, value, source in entry.facts:
        if name in _FACTS and source != entry.source:
            yield node, CRM["P3_has_note"], english(f"{_FACTS[name]} {value}, according to {source}.")
    yield from names(node, entry.names)


def e21_person(iris: Iris, entry: Authority) -> Triples:
    """A person; one without a name carries the label of the text."""
    node = iris.shared("person", entry.key)
    yield from described(node, entry.label, CRM["E21_Person"])
    if entry.unnamed:
        yield node, CRM["P2_has_type"], kgv("unnamed")


def e74_group(iris: Iris, entry: Authority) -> Triples:
    """A group that can act or speak: a party, a council, an army, an archive."""
    node = iris.shared("group", entry.key)
    yield from described(node, entry.label, CRM["E74_Group"])
    if entry.part_of:
        yield node, CRM["P107i_is_current_or_former_member_of"], iris.shared("group", entry.part_of)


def e53_place(iris: Iris, entry: Authority) -> Triples:
    """A place."""
    node = iris.shared("place", entry.key)
    yield from described(node, entry.label, CRM["E53_Place"])
    if entry.part_of:
        yield node, CRM["P89_falls_within"], iris.shared("place", entry.part_of)


def e7_shared_event(iris: Iris, entry: Authority) -> Triples:
    """An event that several documents speak of; what each says of it stands in that document's graph."""
    node = iris.shared("event", entry.key)
    yield from described(node, entry.label, CRM["E7_Activity"])
    if entry.part_of:
        yield iris.shared("event", entry.part_of), CRM["P9_consists_of"], node


def e55_role(iris: Iris, entry: Authority) -> Triples:
    """What somebody may be said to be: a concept, in the words of the text."""
    node = iris.shared("role", entry.key)
    yield from described(node, entry.label, CRM["E55_Type"], SKOS.Concept)
    yield node, SKOS.prefLabel, english(entry.label)
    yield node, SKOS.inScheme, kgv("roles")


def names(node: URIRef, forms: Sequence[NameForm]) -> Triples:
    """The written forms of somebody's name, each tied to the next."""
    for n, form in enumerate(forms, start=1):
        appellation = name_of(node, n)
        yield node, CRM["P1_is_identified_by"], appellation
        yield node, SKOS.altLabel, Literal(form.text, lang=form.lang)
        yield from e33_e41_name(appellation, form)
        if n < len(forms):
            yield appellation, CRM["P139_has_alternative_form"], name_of(node, n + 1)


def e33_e41_name(node: URIRef, form: NameForm) -> Triples:
    """One written form, in its language and script, and where it is known from."""
    yield from described(node, form.text, CRM["E33_E41_Linguistic_Appellation"], lang=form.lang)
    yield node, CRM["P190_has_symbolic_content"], Literal(form.text, lang=form.lang)
    yield node, CRM["P2_has_type"], kgv(f"name/{form.kind}")
    yield node, DCT.source, Literal(form.source)


def e13_identification(iris: Iris, mapping: Mapping, predicate: URIRef) -> Triples:
    """That the editors take somebody whom the texts leave unnamed for somebody known elsewhere, and why."""
    node = iris.identification(*mapping.subject, mapping.object)
    label = f"Identified as {mapping.object_label or mapping.object}"
    yield from described(node, label, CRM["E13_Attribute_Assignment"])
    yield node, CRM["P14_carried_out_by"], iris.editors
    yield node, CRM["P140_assigned_attribute_to"], iris.shared(*mapping.subject)
    yield node, CRM["P141_assigned"], URIRef(mapping.object)
    yield node, CRM["P177_assigned_property_of_type"], predicate
    yield node, KG.readingLevel, kgv("level/inferential")
    if mapping.comment:
        yield node, CRM["P3_has_note"], english(mapping.comment)


def e74_editors(iris: Iris, label: str) -> Triples:
    """Who made the readings and answers for the dataset."""
    yield from described(iris.editors, label, CRM["E74_Group"], FOAF.Agent)
    yield iris.editors, FOAF.name, english(label)
