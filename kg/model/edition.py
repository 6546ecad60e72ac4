"""What the markup of an edition adds to a text: names, pages, references, the volume (standard library)."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.span import Span


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name that the source itself marks up. kind: person, group, place, term.

    key: of the entry in the volume's own list. iri: where the markup points outside (GND, GeoNames, another
    volume). Neither where the name is marked and no more.
    """

    span: Span
    kind: str
    key: str | None = None
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Where a page of the printed volume begins. n: its number as printed; facs: of its image."""

    offset: int
    n: str | None = None
    facs: str | None = None


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A reference of the source's markup; target: '#d7' in the volume, a page, another volume, a site."""

    span: Span
    target: str


@dataclass(frozen=True, slots=True)
class Volume:
    """The edition that a document stands in. key: of the volume's own IRI. number: the document's in it."""

    key: str
    title: str
    number: str | None = None
