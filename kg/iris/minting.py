"""All IRI minting: keys -> IRIs, never from a uuid, counter, clock or label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rdflib import URIRef

from kg.iris.keys import checked_key
from kg.model import Ref


@dataclass(frozen=True, slots=True)
class DocumentIris:
    """The IRIs of everything that hangs under one document."""

    root: str

    @property
    def document(self) -> URIRef:
        """The original's text."""
        return URIRef(self.root)

    def _under(self, *path: str) -> URIRef:
        return URIRef("/".join((self.root, *(checked_key(part) for part in path))))

    @property
    def graph(self) -> URIRef:
        """The named graph that holds all statements made from this document."""
        return self._under("graph")

    @property
    def text(self) -> URIRef:
        """The page text as captured, over which offsets count."""
        return self._under("text")

    @property
    def publication(self) -> URIRef:
        """The web page that published the translation."""
        return self._under("publication")

    @property
    def reading(self) -> URIRef:
        """The reading file."""
        return self._under("reading")

    @property
    def conversion(self) -> URIRef:
        """The software run that made the graph."""
        return self._under("conversion")

    def translation(self, lang: str) -> URIRef:
        """The translation into a language (BCP 47 tag)."""
        return self._under("translation", lang)

    def copy(self, slug: str) -> URIRef:
        """A physical copy in an archive."""
        return self._under("copy", slug)

    def identifier(self, slug: str, *part: str) -> URIRef:
        """An identifier of the document, or a part of one."""
        return self._under("identifier", slug, *part)

    def publication_part(self, slug: str) -> URIRef:
        """Something that belongs to the publication: its title, its rights notice."""
        return self._under("publication", slug)

    def span(self, begin: int, end: int) -> URIRef:
        """A stretch of the captured text, code points, end-exclusive."""
        return self._under("span", f"{begin}-{end}")

    def saying(self, id: str) -> URIRef:
        """A saying."""
        return self._under("saying", id)

    def attribution(self, id: str) -> URIRef:
        """An attribution of a saying."""
        return self._under("attribution", id)

    def assignment(self, id: str) -> URIRef:
        """Any other E13: a role, the language of the original."""
        return self._under("assignment", id)

    def proposition(self, id: str) -> URIRef:
        """A proposition (layer 4, never asserted)."""
        return self._under("proposition", id)

    def proposal(self, id: str) -> URIRef:
        """A proposal."""
        return self._under("proposal", id)

    def event(self, id: str) -> URIRef:
        """An event that only this document knows."""
        return self._under("event", id)

    def belief(self, id: str) -> URIRef:
        """A belief that the text states."""
        return self._under("belief", id)

    def candidate(self, kind: str, key: str) -> URIRef:
        """A person, group or place that only this document (or volume) knows."""
        return self._under(kind, key)

    @property
    def source(self) -> URIRef:
        """The source file, where the text was taken out of markup."""
        return self._under("source")


@dataclass(frozen=True, slots=True)
class Iris:
    """Every IRI of a dataset, minted from its base (an http(s) IRI ending in '/')."""

    base: str

    def document(self, key: str) -> DocumentIris:
        """The IRIs of one document."""
        return DocumentIris(f"{self.base}document/{checked_key(key)}")

    def shared(self, kind: str, key: str) -> URIRef:
        """A person, group, place, event or role of the authority files."""
        return URIRef(f"{self.base}{kind}/{checked_key(key)}")

    def identification(self, kind: str, key: str, other: str) -> URIRef:
        """The statement that one of ours is somebody of another authority; `other` is that one's IRI."""
        return URIRef(f"{self.shared(kind, key)}/identification/{checked_key(re.split('[/#]', other)[-1])}")

    def graph(self, name: str) -> URIRef:
        """The graphs authority, links, dataset and vocabulary."""
        return URIRef(f"{self.base}graph/{checked_key(name)}")

    def software(self, version: str) -> URIRef:
        """A version of this software."""
        return URIRef(f"{self.base}software/dispatch-{checked_key(version)}")

    def converter(self, name: str, version: str) -> URIRef:
        """A version of a converter, which changes with what it makes of the same bytes."""
        return URIRef(f"{self.base}software/converter-{checked_key(name)}-{checked_key(version)}")

    def reader(self, software: str) -> URIRef:
        """A reader that drafts readings, by its name and version ('rules 1')."""
        name = re.sub(r"[^\w.~-]+", "-", software)
        return URIRef(f"{self.base}software/reader-{checked_key(name)}")

    def rule(self, software: str, rule: str) -> URIRef:
        """A rule by which a reader drafts sayings."""
        return URIRef(f"{self.reader(software)}/rule/{checked_key(rule)}")

    @property
    def editors(self) -> URIRef:
        """The editors of the dataset, publisher and author of every reading."""
        return self.shared("group", "editors")

    @property
    def dataset(self) -> URIRef:
        """The dataset."""
        return URIRef(f"{self.base}dataset")

    @property
    def catalog(self) -> URIRef:
        """The catalogue that lists the dataset and its endpoint."""
        return URIRef(f"{self.base}catalog")

    @property
    def sparql(self) -> URIRef:
        """The SPARQL endpoint."""
        return URIRef(f"{self.base}sparql")

    def dump(self, name: str) -> URIRef:
        """A dump file."""
        return URIRef(f"{self.base}dumps/{checked_key(name)}")

    def ref(self, document: DocumentIris, ref: Ref) -> URIRef:
        """The IRI of a reference made in a document's reading."""
        local = {
            "saying": document.saying,
            "proposal": document.proposal,
            "proposition": document.proposition,
            "local-event": document.event,
        }
        if ref.owner is not None:
            return self.document(ref.owner).candidate(ref.kind, ref.key)
        if ref.kind in local:
            return local[ref.kind](ref.key)
        return self.shared(ref.kind, ref.key)
