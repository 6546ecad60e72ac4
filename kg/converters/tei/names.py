"""The names that the source marks up -> Tagged spans, and the candidates that they point at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from kg.converters.tei.lists import Entry, Lists, entry_key
from kg.converters.tei.markup import Element, local, words
from kg.converters.tei.writer import Written
from kg.model import Candidate, CrossReference, Tagged

_KINDS = {
    "persName": "person",
    "placeName": "place",
    "settlement": "place",
    "geogName": "place",
    "orgName": "group",
    "gloss": "term",
    "term": "term",
}
_TYPED = {
    "person": "person",
    "pers": "person",
    "place": "place",
    "org": "group",
    "organisation": "group",
    "organization": "group",
    "group": "group",
    "institution": "group",
    "term": "term",
}
_POINTERS = ("corresp", "ref", "target", "key", "sameAs")
# Prefixes of references that editions write short (TEI P5, prefixDef) -> where they lead.
_PREFIXES = {
    "gnd": "https://d-nb.info/gnd/",
    "pnd": "https://d-nb.info/gnd/",
    "geonames": "https://sws.geonames.org/",
    "viaf": "https://viaf.org/viaf/",
    "wikidata": "http://www.wikidata.org/entity/",
}
_VOLUME = re.compile(r"frus[\w.-]+#\w[\w.-]*")


def kind_of(element: Element) -> str | None:
    """What an element names: person, group, place, term; None where it names nothing."""
    name = local(element)
    if name in ("rs", "name"):
        return _TYPED.get((element.get("type") or "").lower())
    if name in ("gloss", "term"):
        return "term" if element.get("target") or element.get("ref") or element.get("corresp") else None
    return _KINDS.get(name)


def pointed(element: Element, lists: Lists) -> tuple[Entry | None, str | None]:
    """Where a name's markup points: at an entry of the source's own list, or outside (an IRI)."""
    iri: str | None = None
    for pointer in _POINTERS:
        for value in (element.get(pointer) or "").split():
            entry = lists.find(value.removeprefix("#"))
            if entry is not None:
                return entry, entry.iri
            iri = iri or outside(value)
    return None, iri


def outside(value: str) -> str | None:
    """A reference that leads outside, as an IRI or as '{volume}#{id}'; None for a pointer inside."""
    value = value.removeprefix("#") if value.startswith("#http") else value
    prefix, colon, rest = value.partition(":")
    if colon and prefix.lower() in _PREFIXES and rest:
        return _PREFIXES[prefix.lower()] + rest
    if value.startswith(("http://", "https://")):
        return value if _is_address(value) else None
    return value if _VOLUME.fullmatch(value) else None


def tagged(written: Written, lists: Lists) -> tuple[Tagged, ...]:
    """The marked names of a text, in its order; an inner one after the one around it."""
    found = []
    for element in written.places:
        kind = kind_of(element)
        span = written.of(element) if kind else None
        if kind is None or span is None:
            continue
        entry, iri = pointed(element, lists)
        found.append(Tagged(span, entry.kind if entry else kind, entry.key if entry else None, iri))
    return tuple(sorted(found, key=lambda one: (one.span.begin, -one.span.end)))


def listed_people(written: Written, lists: Lists, owner: str) -> tuple[Candidate, ...]:
    """The candidates of a volume's lists that the marked names of a text point at, by key."""
    found = {
        entry.key: entry.candidate(owner)
        for element in written.places
        if kind_of(element) and (entry := pointed(element, lists)[0]) and entry.kind != "term"
    }
    return tuple(found[key] for key in sorted(found))


def referenced_people(names: Iterable[Element], lists: Lists, owner: str) -> tuple[Candidate, ...]:
    """The candidates of a letter: each one outside that its names point at, and each entry of its lists."""
    forms: dict[str, dict[str, None]] = {}
    known: dict[str, Candidate] = {}
    for element in names:
        kind, label = kind_of(element), words(element)
        entry, iri = pointed(element, lists) if kind else (None, None)
        if entry is not None and entry.kind != "term":
            known.setdefault(entry.key, entry.candidate(owner))
            forms.setdefault(entry.key, {}).update(dict.fromkeys(entry.forms))
        elif kind in ("person", "group", "place") and iri and label:
            key = outside_key(iri)
            known.setdefault(key, Candidate(kind, owner, key, label, (label,), "source", iri=iri))
        else:
            continue
        if label:
            forms.setdefault(entry.key if entry else key, {})[label] = None
    return tuple(
        Candidate(one.kind, owner, key, one.label, tuple(forms[key]), one.rule, one.role, one.iri)
        for key, one in sorted(known.items())
    )


def outside_key(iri: str) -> str:
    """A key for what an IRI outside names: 'gnd-118520776', 'geonames-2761369', else host and path."""
    parts = [part for part in re.split(r"[/#?=]+", iri.split("://", 1)[-1]) if part]
    host = parts[0].removeprefix("www.").removeprefix("sws.")
    authority = {"d-nb.info": "gnd", "geonames.org": "geonames", "viaf.org": "viaf"}.get(host)
    number = next((part for part in parts[1:] if re.search(r"\d", part)), None)
    if authority and number:
        return entry_key(f"{authority}-{number}")
    return entry_key("-".join(parts))


def references(written: Written) -> tuple[CrossReference, ...]:
    """The references of a text: each stretch that points somewhere, and where."""
    found = []
    for element in written.places:
        target = (element.get("target") or "").strip()
        span = written.of(element) if target and local(element) in ("ref", "ptr") else None
        if span is not None:
            found.append(CrossReference(span, target))
    return tuple(sorted(found, key=lambda one: one.span))


def _is_address(value: str) -> bool:
    """Whether a value is an address with a host, and nothing that no IRI may hold."""
    try:
        host = urlsplit(value).hostname
    except ValueError:
        return False
    return bool(host) and re.fullmatch(r"[^\s<>\"{}|\\^`$]+", value) is not None
