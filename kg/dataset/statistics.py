"""Quads -> the numbers and the period that a dataset description gives; bounded memory, exact numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from rdflib import RDF, URIRef

from kg.iris import CRM, SKOS
from kg.quads import Quads, triple_lines
from kg.runs import in_order


def _tokens(*iris: URIRef) -> frozenset[bytes]:
    return frozenset(f"<{iri}>".encode() for iri in iris)


_TYPE = f"<{RDF.type}>".encode()
_DATES = _tokens(CRM.P82a_begin_of_the_begin, CRM.P82b_end_of_the_end)
_LINKS = _tokens(SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch)
_COUNTED = {_TYPE, *_DATES, *_LINKS}
_DATE = re.compile(rb'"(\d{4}-\d\d-\d\d)')
_HOST = re.compile(rb"<([a-z]+://[^/]+/)")


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


def statistics(quads: Quads, base: str, aside: Path) -> Statistics:
    """Count, in one pass and a sorting of the objects on the disk.

    base: of our own IRIs. aside: a folder for what is sorted meanwhile.
    """
    tally = _Tally(f"<{base}".encode())
    objects, of_property = _distinct(tally.read(triple_lines(quads.lines())), aside)
    properties = {
        iri: PropertyUse(count, tally.subjects_of[number], of_property[number])
        for iri, number, count in sorted(
            (name[1:-1].decode(), number, tally.triples_of[number]) for name, number in tally.numbers.items()
        )
    }
    classes = {name[1:-1].decode(): count for name, count in tally.classes.items()}
    return Statistics(
        triples=quads.merged,
        entities=tally.entities,
        subjects=tally.subjects,
        objects=objects,
        classes=dict(sorted(classes.items())),
        properties=properties,
        links=dict(sorted(tally.links.items())),
        graphs=quads.sizes,
        namespaces=tuple(sorted({_namespace(iri) for iri in (*classes, *properties)})),
        period=tally.period,
    )


class _Tally:
    """What can be counted of sorted statements as they pass; base: of our own IRIs, with its bracket."""

    def __init__(self, base: bytes) -> None:
        self._base = base
        self.entities = self.subjects = 0
        self.classes: Counter[bytes] = Counter()
        self.links: Counter[tuple[str, str]] = Counter()
        self.period: tuple[str, str] | None = None
        self.numbers: dict[bytes, int] = {}
        self.triples_of: Counter[int] = Counter()
        self.subjects_of: Counter[int] = Counter()

    def read(self, triples: Iterable[bytes]) -> Iterator[bytes]:
        """Count statements; gives for each a line of its object's hash and its property's number."""
        last_subject = last_predicate = b""
        for line in triples:
            subject, predicate, rest = line.split(b" ", 2)
            if subject != last_subject:
                self.subjects += 1
                self.entities += subject.startswith(self._base)
            number = self.numbers.setdefault(predicate, len(self.numbers))
            self.triples_of[number] += 1
            self.subjects_of[number] += subject != last_subject or predicate != last_predicate
            last_subject, last_predicate = subject, predicate
            object_ = rest[:-3]
            if predicate in _COUNTED:
                self._count(predicate, object_)
            yield b"%b %d\n" % (blake2b(object_, digest_size=16).hexdigest().encode(), number)

    def _count(self, predicate: bytes, object_: bytes) -> None:
        if predicate == _TYPE:
            self.classes[object_] += 1
        elif predicate in _LINKS and (host := _HOST.match(object_)):
            self.links[predicate[1:-1].decode(), host[1].decode()] += 1
        elif predicate in _DATES and (day := _DATE.match(object_)):
            found = day[1].decode()
            first, last = self.period or (found, found)
            self.period = min(first, found), max(last, found)


def _distinct(lines: Iterable[bytes], aside: Path) -> tuple[int, Counter[int]]:
    """How many objects there are, and how many of each property."""
    objects, of_property, last = 0, Counter[int](), b""
    for line in in_order(lines, aside):
        digest, number = line.split()
        objects += digest != last
        of_property[int(number)] += 1
        last = digest
    return objects, of_property


def _namespace(iri: str) -> str:
    """The part of a term's IRI up to its last '#' or '/'."""
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]
