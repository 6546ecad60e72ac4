"""All IRI minting: keys -> IRIs, never from a uuid, counter, clock or label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from rdflib import URIRef

from kg.errors import ReadingError, SettingError
from kg.iris.terms import KGV_BASE, LANGUAGES, LEXVO, Language
from kg.model import Ref

_KEY = re.compile(r"[^\W_][\w.~-]*", re.UNICODE)


def checked_key(key: str) -> str:
    """Return a key that may stand in an IRI path, percent-encoded (RFC 3987, section 3.1).

    A key starts with a letter or digit and goes on with letters, digits, '.', '_', '~', '-'.
    Raises SettingError for anything else.
    """
    if not _KEY.fullmatch(key) or ".." in key:
        raise SettingError(
            f"'{key}' cannot be a key",
            mend="Use letters, digits, '.', '_', '~' and '-', beginning with a letter or digit.",
        )
    return quote(key, safe="~")


def kgv(slug: str) -> URIRef:
    """The IRI of a concept of our vocabulary, such as kgv('mood/question')."""
    return URIRef(KGV_BASE + "/".join(checked_key(part) for part in slug.split("/")))


def language(tag: str) -> URIRef:
    """The IRI of a language from its BCP 47 tag, script and region left aside.

    Raises ReadingError for a language that ontology/vocab.ttl does not name.
    """
    return URIRef(LEXVO + known_language(tag).code)


def known_language(tag: str) -> Language:
    """The language of a BCP 47 tag; raises ReadingError for one that ontology/vocab.ttl does not name."""
    primary = tag.split("-")[0].lower()
    if primary not in LANGUAGES:
        raise ReadingError(
            f"'{tag}' is no language known here",
            mend=f"Use one of {', '.join(LANGUAGES)}, or add it to ontology/vocab.ttl and kg/iris/terms.py.",
        )
    return LANGUAGES[primary]


def time_of(event: URIRef) -> URIRef:
    """The time-span of an event."""
    return URIRef(f"{event}/time")


def duration_of(time_span: URIRef) -> URIRef:
    """How long a time-span lasted."""
    return URIRef(f"{time_span}/duration")


def position_of(span: URIRef) -> URIRef:
    """The selector that gives a span's offsets."""
    return URIRef(f"{span}/position")


def quote_of(span: URIRef) -> URIRef:
    """The selector that gives a span's words and those around them."""
    return URIRef(f"{span}/quote")


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

    def candidate_name(self, kind: str, key: str, n: int) -> URIRef:
        """The n-th written form (1-based) of its name."""
        return self._under(kind, key, "name", str(n))


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

    def name(self, kind: str, key: str, n: int) -> URIRef:
        """The n-th written form (1-based) of an authority's names."""
        return URIRef(f"{self.shared(kind, key)}/name/{n}")

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
