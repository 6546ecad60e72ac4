"""IRI and classes -> kind: what a resource is, as its path says."""

from __future__ import annotations

from collections.abc import Collection

from kg.iris import KG, KGV_BASE, SCHEMA

_OF_DOCUMENTS = {
    "graph": "graph",
    "text": "text",
    "translation": "translation",
    "publication": "publication",
    "copy": "copy",
    "identifier": "identifier",
    "span": "span",
    "saying": "saying",
    "attribution": "attribution",
    "assignment": "assignment",
    "proposition": "proposition",
    "proposal": "proposal",
    "belief": "belief",
    "event": "event",
    "person": "candidate",
    "group": "candidate",
    "place": "candidate",
}
_SHARED = {"person", "group", "place", "event", "role"}
_BELOW = {"name": "name", "identification": "assignment"}
_TOP = {"graph": "graph", "software": "software", "dataset": "dataset", "catalog": "dataset"}
_LEAF = {"event": "time", "span": "selector"}

_FURTHER = ("document", "name", "rule", "selector", "time", "volume")

KINDS: tuple[str, ...] = (
    *sorted({*_OF_DOCUMENTS.values(), *_SHARED, *_TOP.values(), *_FURTHER}),
    "vocabulary",
    "other",
)
"""Every kind there is."""


_VOLUME = str(SCHEMA.PublicationVolume)


def kind_of(iri: str, base: str, types: Collection[str] = ()) -> str:
    """The kind of a resource, one of KINDS.

    base: the base of the dataset's IRIs. An IRI of nobody here is 'other'. types: the IRIs of its classes;
    a volume has the path of a document, and only they tell it from one.
    """
    iri = str(iri)  # an rdflib IRI's own startswith takes no tuple
    if iri.startswith((KGV_BASE, str(KG))):
        return "vocabulary"
    parts = iri.removeprefix(base).split("/") if iri.startswith(base) else [""]
    if parts[0] == "document" and len(parts) > 1:
        whole = "volume" if _VOLUME in types else "document"
        return _in_document(parts[2:]) if len(parts) > 2 else whole
    if parts[0] in _SHARED and len(parts) > 1:
        return _BELOW.get("".join(parts[2:3])) or _within(parts[0], parts[1:])
    return "rule" if parts[2:3] == ["rule"] else _TOP.get(parts[0], "other")


def _in_document(parts: list[str]) -> str:
    """The kind of what hangs under a document; a name where it is one of a candidate's."""
    kind = _OF_DOCUMENTS.get(parts[0], "other")
    return "name" if kind == "candidate" and parts[2:3] == ["name"] else _within(kind, parts[1:])


def _within(kind: str, rest: list[str]) -> str:
    """The kind of what hangs below a thing: a selector of a span, the time of an event."""
    return _LEAF[kind] if kind in _LEAF and len(rest) > 1 else kind
