"""Quads -> the numbers and the period that a dataset description gives."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg.iris import CRM, SKOS
from kg.quads import RDF_TYPE, Quads

_DATES = {str(CRM.P82a_begin_of_the_begin), str(CRM.P82b_end_of_the_end)}
_LINKS = {str(SKOS.exactMatch), str(SKOS.closeMatch), str(SKOS.broadMatch), str(SKOS.narrowMatch)}
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_HOST = re.compile(r"[a-z]+://[^/]+/")


@dataclass(frozen=True, slots=True)
class PropertyUse:
    """How a property is used: statements, distinct subjects and objects."""

    triples: int
    subjects: int
    objects: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """Numbers over all graphs merged (VoID, section 4.6), but not over the dataset description.

    entities: subjects under the base. classes: class IRI -> instances. properties: property IRI -> use.
    links: (property IRI, host of the objects) -> links. graphs: graph IRI -> statements.
    namespaces: of the classes and properties. period: first and last day of any event, YYYY-MM-DD.
    """

    triples: int
    entities: int
    subjects: int
    objects: int
    classes: dict[str, int]
    properties: dict[str, PropertyUse]
    links: dict[tuple[str, str], int]
    graphs: dict[str, int]
    namespaces: tuple[str, ...]
    period: tuple[str, str] | None


def statistics(quads: Quads, base: str) -> Statistics:
    """Count. base: of our own IRIs."""
    triples = quads.triples
    subjects = {triple.subject for triple in triples}
    classes = Counter(_text(triple.object) for triple in triples if triple.predicate == RDF_TYPE)
    properties = _properties(triples)
    return Statistics(
        triples=len(triples),
        entities=sum(_text(subject).startswith(base) for subject in subjects),
        subjects=len(subjects),
        objects=len({triple.object for triple in triples}),
        classes=dict(sorted(classes.items())),
        properties=properties,
        links=_links(triples),
        graphs=dict(sorted(Counter(_text(quad.graph_name) for quad in quads.quads).items())),
        namespaces=tuple(sorted({_namespace(iri) for iri in (*classes, *properties)})),
        period=_period(triples),
    )


def _properties(triples: Iterable[ox.Triple]) -> dict[str, PropertyUse]:
    used: defaultdict[str, list[ox.Triple]] = defaultdict(list)
    for triple in triples:
        used[triple.predicate.value].append(triple)
    return {
        iri: PropertyUse(len(of), len({t.subject for t in of}), len({t.object for t in of}))
        for iri, of in sorted(used.items())
    }


def _links(triples: Iterable[ox.Triple]) -> dict[tuple[str, str], int]:
    found = (
        (triple.predicate.value, host[0])
        for triple in triples
        if triple.predicate.value in _LINKS and (host := _HOST.match(_text(triple.object)))
    )
    return dict(sorted(Counter(found).items()))


def _period(triples: Iterable[ox.Triple]) -> tuple[str, str] | None:
    days = [
        day[0]
        for triple in triples
        if triple.predicate.value in _DATES and (day := _DATE.match(_text(triple.object)))
    ]
    return (min(days), max(days)) if days else None


def _namespace(iri: str) -> str:
    """The part of a term's IRI up to its last '#' or '/'."""
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]


def _text(term: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple | ox.DefaultGraph) -> str:
    return "" if isinstance(term, ox.Triple | ox.DefaultGraph) else term.value
