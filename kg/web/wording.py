"""Ontology files of the release -> what properties, classes and kinds are called on a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg.errors import Place, ReleaseError
from kg.iris import SKOS
from kg.iris.prefixes import PREFIXES
from kg.statements import RDFS_LABEL

_LABELS = (str(SKOS.prefLabel), RDFS_LABEL)
_DEFINITIONS = (str(SKOS.definition), "http://www.w3.org/2000/01/rdf-schema#comment")

KIND_NAMES: dict[str, tuple[str, str]] = {
    "document": ("Document", "Documents"),
    "volume": ("Volume", "Volumes"),
    "person": ("Person", "Persons"),
    "group": ("Group", "Groups"),
    "place": ("Place", "Places"),
    "candidate": ("Known from one document", "Known from one document alone"),
    "rule": ("Rule of a reader", "Rules of readers"),
    "event": ("Event", "Events"),
    "role": ("Role", "Roles"),
    "saying": ("Saying", "Sayings"),
    "attribution": ("Attribution", "Attributions"),
    "assignment": ("Statement by the editors", "Statements by the editors"),
    "proposal": ("Proposal", "Proposals"),
    "proposition": ("Proposition (not asserted)", "Propositions (not asserted)"),
    "belief": ("Belief stated in the text", "Beliefs stated in the text"),
    "translation": ("Translation", "Translations"),
    "publication": ("Publication", "Publications"),
    "text": ("Captured text", "Captured texts"),
    "copy": ("Copy in an archive", "Copies in archives"),
    "identifier": ("Identifier", "Identifiers"),
    "span": ("Stretch of text", "Stretches of text"),
    "selector": ("Text selector", "Text selectors"),
    "name": ("Written name", "Written names"),
    "time": ("Time", "Times"),
    "graph": ("Named graph", "Named graphs"),
    "dataset": ("Dataset", "Datasets"),
    "vocabulary": ("Term of the vocabulary", "Vocabulary"),
    "software": ("Software", "Software"),
    "other": ("Resource", "Other resources"),
}
"""Kind of resource (kg.kinds) -> what one and many of them are called."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Names and definitions of terms, as the release's ontology files give them."""

    labels: Mapping[str, str] = field(default_factory=dict)
    definitions: Mapping[str, str] = field(default_factory=dict)

    def label(self, iri: str) -> str:
        """What a property or class is called; made from its local name where no file says so."""
        found = self.labels.get(iri)
        return re.sub(r"^[A-Z]+\d+i? ", "", found) if found else _spell(iri)

    def curie(self, iri: str) -> str:
        """The IRI with a known prefix, or whole."""
        fitting = [prefix for prefix, namespace in PREFIXES.items() if iri.startswith(namespace)]
        if not fitting:
            return iri
        prefix = max(fitting, key=lambda one: len(PREFIXES[one]))
        return f"{prefix}:{iri.removeprefix(PREFIXES[prefix])}"

    def definition(self, iri: str) -> str | None:
        """What a term means, in a sentence or two, or None."""
        return self.definitions.get(iri)


def read_wording(ontology: Path) -> Wording:
    """The names of all terms in the Turtle files of a folder.

    Raises ReleaseError when a file is no Turtle.
    """
    labels: dict[str, str] = {}
    definitions: dict[str, str] = {}
    for path in sorted(ontology.glob("*.ttl")):
        try:
            for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
                if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
                    _keep(quad, labels, definitions)
        except SyntaxError as error:
            raise ReleaseError(
                f"is not Turtle: {error}", place=Place(path), mend="Run 'kg build'."
            ) from error
    return Wording(labels, definitions)


def _keep(quad: ox.Quad, labels: dict[str, str], definitions: dict[str, str]) -> None:
    subject, predicate, text = quad.subject.value, quad.predicate.value, quad.object  # type: ignore[union-attr]
    if not isinstance(text, ox.Literal) or (text.language or "en").split("-")[0] != "en":
        return
    if predicate in _LABELS:
        labels.setdefault(subject, text.value)
    elif predicate in _DEFINITIONS:
        definitions.setdefault(subject, text.value)


def _spell(iri: str) -> str:
    """'…/P14_carried_out_by' -> 'carried out by', '…/dateCreated' -> 'date created'."""
    local = re.split(r"[/#]", iri.rstrip("/#"))[-1]
    local = re.sub(r"^[A-Z]{1,2}\d+i?_", "", local).replace("_", " ").replace("-", " ")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", local).lower() if " " not in local else local
