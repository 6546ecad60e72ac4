"""Statements -> schema.org JSON-LD for a page, safe to stand in HTML.

It carries the record, the fact that sayings stand in a document, and adopted events (layers 1, 2 and 5 of
the model). Who said what (layer 3) and what was said (layer 4) stay out: a search engine would take hearsay
for fact. A drafted saying names the software that drafted it, so that a machine sees the mark too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox
from markupsafe import Markup

from kg.iris import DCT, KG, SCHEMA
from kg.kinds import kind_of
from kg.statements import RDF_TYPE, RDFS_LABEL, Statements, Term
from kg.stores.resources import Resource
from kg.web.files import read_turtle
from kg.web.shown import Shown
from kg.web.site import DocumentFacts, Site

_SCHEMA = str(SCHEMA)
_OF_DOCUMENT = ("document", "translation", "text", "publication", "copy", "saying", "event")
_OF_SAYING = frozenset(str(term) for term in (SCHEMA.name, SCHEMA.appearance))
_DRAFTED_BY = str(DCT.creator)
VALUES_SHOWN = 40
"""So many values of a property of the dataset stand on its page; its description has them all."""
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def of_document(site: Site, facts: DocumentFacts) -> Markup:
    """The document, its translation, copy and publication, its sayings as claims, its events."""
    about, base = facts.statements, site.settings.base
    subjects = [
        iri
        for iri in dict.fromkeys(quad.subject.value for quad in about.quads)  # type: ignore[union-attr]
        if kind_of(iri, base) in _OF_DOCUMENT
    ]
    return _script(_nodes(site, about, subjects))


def of_actor(site: Site, resource: Resource) -> Markup:
    """A person or group: names, dates, the same one elsewhere."""
    about = Statements.parse(resource.outgoing)
    return _script(_nodes(site, about, [resource.iri]))


def of_dataset(site: Site) -> Markup:
    """The dataset, its distributions and its catalogue."""
    about = Statements(read_turtle(site.release.path / "dataset.ttl"))
    subjects = dict.fromkeys(quad.subject.value for quad in about.quads)  # type: ignore[union-attr]
    return _script(_capped(_nodes(site, about, list(subjects))))


def _nodes(site: Site, about: Statements, subjects: Iterable[str]) -> list[dict[str, Any]]:
    shown = Shown(site, about)
    found = []
    for subject in subjects:
        saying = str(KG.Saying) in about.iris(subject, RDF_TYPE)
        properties = {
            predicate.removeprefix(_SCHEMA): [_value(shown, term) for term in kept]
            for predicate, terms in about.about(subject).items()
            if predicate.startswith(_SCHEMA) and (not saying or predicate in _OF_SAYING)
            if (kept := [term for term in terms if _may_stand(site, term)])
        }
        types = [
            iri.removeprefix(_SCHEMA) for iri in about.iris(subject, RDF_TYPE) if iri.startswith(_SCHEMA)
        ]
        if types:
            node: dict[str, Any] = {"@id": subject, "@type": types, **properties}
            if saying and (software := shown.first(subject, _DRAFTED_BY)):
                node["creator"] = {
                    "@id": software.iri, "@type": "SoftwareApplication", "name": software.label
                }  # fmt: skip
            found.append({key: value[0] if _one(value) else value for key, value in node.items()})
    return found


def _capped(nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The nodes with no more than VALUES_SHOWN values of any property."""
    return [
        {key: value[:VALUES_SHOWN] if isinstance(value, list) else value for key, value in node.items()}
        for node in nodes
    ]


def _may_stand(site: Site, term: Term) -> bool:
    """Nothing of what was only said: no proposal, no proposition."""
    if isinstance(term, ox.Literal):
        return True
    return kind_of(term.value, site.settings.base) not in ("proposal", "proposition", "belief", "attribution")


def _value(shown: Shown, term: Term) -> Any:
    if isinstance(term, ox.Literal):
        return term.value
    if term.value.startswith(_SCHEMA):
        return term.value
    label = shown.node(term.value).label
    named = bool(shown.about.literals(term.value, RDFS_LABEL)) or label != term.value
    return {"@id": term.value, "name": label} if named else {"@id": term.value}


def _one(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 1


def _script(nodes: list[dict[str, Any]]) -> Markup:
    """JSON that cannot end the script element it stands in, nor begin a comment."""
    text = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False)
    return Markup(text.translate(_UNSAFE))  # noqa: S704 - the signs that HTML knows are escaped above
