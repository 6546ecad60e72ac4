"""What a person read in a text, ready to be compared: values of fields, who is who, what is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Hedge, Span

KINDS = ("person", "group", "place")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field, as slots of compared words.

    slots: for each, the writings that are right (of a draft: that it has); () says that there is none.
    What a gold value has no slot for is not judged. shown: the value in words for a reader. optional: right
    where a draft has it, no miss where it does not.
    """

    slots: Mapping[str, tuple[str, ...]]
    shown: str
    span: Span | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldField:
    """What a field must have; no values: the page states none. label: of a field of the site."""

    name: str
    values: tuple[Value, ...]
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """A person, group or place of the text. id: 'person/kang'.

    names: every place where a name of it stands, which must be found. also: wordings that may be found
    ('the Minister', 'he') and say who is meant, but are no miss and no false find.
    """

    id: str
    kind: str
    names: tuple[Span, ...]
    also: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldSaying:
    """What the text presents as said. spans: its words, none for a narrative.

    parents: ids of the sayings that report it. speakers: ids of clusters, jointly; with `unclear`, any of
    them; none where the text names nobody. addressees: None where not judged. main: a clause that reports
    speech in so many words (no free indirect continuation). optional: no miss where a draft leaves it out.
    parts: clauses joined in it ('that A and that B'), each of which may just as well be a saying of its own.
    """

    id: str
    parents: tuple[str, ...]
    spans: tuple[Span, ...]
    speakers: tuple[str, ...]
    moods: tuple[str, ...]
    hedges: tuple[Hedge, ...] = ()
    addressees: tuple[str, ...] | None = None
    unclear: bool = False
    main: bool = True
    optional: bool = False
    parts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Gold:
    """The hand-made reading of one document, each quote in its place.

    clusters: all that are known. judged: kinds whose mentions are all given. sayings: None where not judged.
    author, addressee: ids of clusters, of the document as a whole.
    """

    fields: tuple[GoldField, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    judged: tuple[str, ...] = ()
    sayings: tuple[GoldSaying, ...] | None = None
    author: str | None = None
    addressee: str | None = None
