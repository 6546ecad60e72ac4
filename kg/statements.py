"""N-Triples or N-Quads bytes -> statements indexed by subject and by object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import pyoxigraph as ox

Term = ox.NamedNode | ox.Literal

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


class Statements:
    """Statements without blank nodes, in the order given, literals in their exact lexical form.

    Subjects, predicates and IRIs go in and come out as str; objects are terms of pyoxigraph.
    """

    def __init__(self, quads: Iterable[ox.Quad] = ()) -> None:
        self.quads = tuple(quads)

    @classmethod
    def parse(cls, *chunks: bytes) -> Statements:
        """Statements of N-Triples or N-Quads (N-Triples are N-Quads of the default graph).

        Raises SyntaxError when a chunk is neither.
        """
        return cls(quad for chunk in chunks for quad in ox.parse(chunk, format=ox.RdfFormat.N_QUADS))

    @cached_property
    def _outgoing(self) -> dict[str, dict[str, list[Term]]]:
        found: dict[str, dict[str, dict[Term, None]]] = {}
        for quad in self.quads:
            about = found.setdefault(_iri(quad.subject), {})
            about.setdefault(quad.predicate.value, {})[_term(quad.object)] = None
        return {s: {p: list(objects) for p, objects in about.items()} for s, about in found.items()}

    @cached_property
    def _incoming(self) -> dict[str, dict[str, list[str]]]:
        found: dict[str, dict[str, dict[str, None]]] = {}
        for quad in self.quads:
            if isinstance(quad.object, ox.NamedNode):
                pointing = found.setdefault(quad.object.value, {})
                pointing.setdefault(quad.predicate.value, {})[_iri(quad.subject)] = None
        return {o: {p: list(subjects) for p, subjects in at.items()} for o, at in found.items()}

    def about(self, subject: str) -> dict[str, list[Term]]:
        """Everything said of a subject: predicate -> objects."""
        return self._outgoing.get(subject, {})

    def pointing_at(self, iri: str) -> dict[str, list[str]]:
        """Everything that points at an IRI: predicate -> subjects."""
        return self._incoming.get(iri, {})

    def iris(self, subject: str, *predicates: str) -> list[str]:
        """The IRIs that a subject points at through any of the predicates."""
        about = self.about(subject)
        return [term.value for p in predicates for term in about.get(p, ()) if isinstance(term, ox.NamedNode)]

    def literals(self, subject: str, *predicates: str) -> list[ox.Literal]:
        """The literals that a subject has for any of the predicates."""
        about = self.about(subject)
        return [term for p in predicates for term in about.get(p, ()) if isinstance(term, ox.Literal)]

    def text(self, subject: str, *predicates: str) -> str | None:
        """The first literal's text, an English or untagged one before others, or None."""
        found = self.literals(subject, *predicates)
        english = [lit for lit in found if lit.language is None or lit.language.split("-")[0] == "en"]
        return (english or found)[0].value if found else None

    def subjects(self, predicate: str, object: str) -> list[str]:
        """The subjects that point at an IRI through a predicate."""
        return self.pointing_at(object).get(predicate, [])

    def of_type(self, type: str) -> list[str]:
        """The subjects of a type, in the order given."""
        return self.subjects(RDF_TYPE, type)

    def mentioned(self) -> Iterator[str]:
        """Every IRI in subject or object place, each once, classes left out."""
        terms = (
            term.value
            for quad in self.quads
            if quad.predicate.value != RDF_TYPE
            for term in (quad.subject, quad.object)
            if isinstance(term, ox.NamedNode)
        )
        yield from dict.fromkeys(terms)


def _iri(term: object) -> str:
    if not isinstance(term, ox.NamedNode):
        raise TypeError(f"{term} is no IRI, and our data has no blank nodes")
    return term.value


def _term(term: object) -> Term:
    if not isinstance(term, ox.NamedNode | ox.Literal):
        raise TypeError(f"{term} is neither an IRI nor a literal")
    return term
