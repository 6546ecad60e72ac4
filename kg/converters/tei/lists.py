"""The lists of a volume or letter (persons, places, terms) -> who stands in them, by key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.converters.tei.markup import XML_ID, Element, first, local, named, squeezed, words
from kg.model import Candidate

_KINDS = {
    "person": "person",
    "persName": "person",
    "place": "place",
    "placeName": "place",
    "org": "group",
    "orgName": "group",
    "term": "term",
}
_ALIAS = re.compile(r"[\s,;.]*[Ss]ee\s+(?:also\s+)?(?P<whom>.+)")


def entry_key(id: str) -> str:
    """An xml:id as a key: letters, digits, '.', '_', '~' and '-', beginning with a letter or digit."""
    return re.sub(r"\.{2,}", ".", re.sub(r"[^\w.~-]", "-", id)).lstrip("_.~-") or "entry"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list. kind: person, group, place, term. same: the entry that an alias stands for."""

    kind: str
    key: str
    label: str
    forms: tuple[str, ...]
    role: str | None = None
    iri: str | None = None
    same: str | None = None

    def candidate(self, owner: str) -> Candidate:
        """The person, group or place, under the document or volume that lists it."""
        return Candidate(self.kind, owner, self.key, self.label, self.forms, "source", self.role, self.iri)


@dataclass(slots=True)
class Lists:
    """The entries of all lists of a source, by their xml:id."""

    entries: dict[str, Entry] = field(default_factory=dict)

    def find(self, id: str) -> Entry | None:
        """The entry with an xml:id; for an alias the one it stands for."""
        entry = self.entries.get(id)
        if entry and entry.same and entry.same != id:
            return self.entries.get(entry.same, entry)
        return entry

    def add_item(self, item: Element) -> None:
        """An item of a list: names with an xml:id, each with the words behind it."""
        listed = [one for one in named(item, "persName", "term", "placeName", "orgName") if one.get(XML_ID)]
        for name in listed:
            role = _behind(item, name, listed)
            target = _target(item, name) if role and _ALIAS.fullmatch(role) else None
            self._add(name, words(name), role, target=target)

    def add_record(self, record: Element) -> None:
        """A person, place or org element with its names and identifiers."""
        name = first(record, "persName", "placeName", "orgName")
        if name is None or not record.get(XML_ID):
            return
        found = [words(one) for one in named(record, local(name)) if words(one)]
        iri = next((words(one) for one in named(record, "idno") if words(one).startswith("http")), None)
        iri = iri or next((ref for ref in (record.get("ref"), name.get("ref")) if _outside(ref)), None)
        note = first(record, "occupation", "roleName", "note")
        if found:
            role = words(note) if note is not None else None
            own, forms = record.get(XML_ID, ""), tuple(dict.fromkeys(found))
            kind = _KINDS[local(record)]
            self.entries[own] = Entry(kind, entry_key(own), found[0], forms, role or None, iri)

    def _add(self, name: Element, label: str, role: str | None, *, target: str | None) -> None:
        label = label.strip(" ,;:")
        if not label:
            return
        own = name.get(XML_ID, "")
        iri = name.get("ref") if _outside(name.get("ref")) else None
        key, kind = entry_key(own), _KINDS[local(name)]
        self.entries[own] = Entry(kind, key, label, _forms(label), role, iri, target)

    def settle(self) -> None:
        """Give an alias's forms to whom it stands for: by reference, else by a label with the same words."""
        for own, entry in list(self.entries.items()):
            alias = _ALIAS.fullmatch(entry.role or "")
            same = (entry.same or self._labelled(alias["whom"], own)) if alias else None
            if same in self.entries and same != own:
                whole = self.entries[same]
                forms = tuple(dict.fromkeys(whole.forms + entry.forms))
                self.entries[same] = replace(whole, forms=forms)
                self.entries[own] = replace(entry, same=same)

    def _labelled(self, whom: str, id: str) -> str | None:
        wanted = sorted(re.findall(r"\w+", whom.lower()))
        for other, entry in self.entries.items():
            if other != id and sorted(re.findall(r"\w+", entry.label.lower())) == wanted:
                return other
        return None


def _outside(ref: str | None) -> bool:
    return bool(ref) and re.match(r"#?https?://", ref or "") is not None


def _target(item: Element, name: Element) -> str | None:
    """Where an item that says 'see' points: at the entry of another name."""
    for one in named(item, "persName", "ref"):
        pointer = one.get("corresp") or one.get("target") or ""
        if one is not name and pointer.startswith("#"):
            return pointer[1:]
    return None


def _behind(item: Element, name: Element, listed: list[Element]) -> str | None:
    """The words of an item behind a name, as far as the next listed name."""
    seen, parts = False, []
    for text, within in _stretches(item, listed, None):
        if within is name:
            seen = True
        elif seen and within is not None:
            break
        elif seen:
            parts.append(text)
    role = squeezed("".join(parts)).strip(" ,;:")
    return role if role not in ("", "and", "or") else None


def _stretches(
    element: Element, listed: list[Element], within: Element | None
) -> Iterator[tuple[str, Element | None]]:
    """The stretches of text under an element, each with the listed name that it belongs to."""
    within = element if element in listed else within
    yield element.text or "", within
    for child in element:
        if local(child):
            yield from _stretches(child, listed, within)
        yield child.tail or "", within


def _forms(label: str) -> tuple[str, ...]:
    """The label, and for 'Surname, Forename' also the name as one says it."""
    surname, comma, rest = label.partition(", ")
    if not comma or re.search(r"[,()\d]", rest) or not rest[:1].isupper():
        return (label,)
    return label, f"{rest} {surname}"
