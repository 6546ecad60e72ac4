"""Everything known about one document, and the IRIs to say it with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, RDFS, Literal, URIRef

from kg.authority import AuthorityIndex
from kg.iris import DocumentIris, Iris
from kg.model import Document, Mention, Reading, Ref, Span

Triple = tuple[URIRef, URIRef, URIRef | Literal]
Triples = Iterator[Triple]

# The parts of a page that are the document's own words; the rest is the page's.
_WORDS = frozenset({"heading", "dateline", "classification", "distribution", "sign-off", "body"})
_DEFAULT_LANGUAGE = "en"


def english(text: str) -> Literal:
    """A text of ours, in English."""
    return Literal(text, lang="en")


def described(node: URIRef, label: str, *types: URIRef, lang: str = _DEFAULT_LANGUAGE) -> Triples:
    """The types and the label of a node. lang: BCP 47 tag of the label's language."""
    for type_ in types:
        yield node, RDF.type, type_
    yield node, RDFS.label, Literal(label, lang=lang)


@dataclass(frozen=True, slots=True)
class Dossier:
    """One document with its reading (None where nobody has read it yet) and the mentions in its text.

    zones: UTC offsets such as '+03:00' that a time without a zone may be in.
    """

    document: Document
    reading: Reading | None
    mentions: tuple[Mention, ...]
    authority: AuthorityIndex
    iris: Iris
    zones: tuple[str, ...]

    @property
    def d(self) -> DocumentIris:
        """The IRIs under the document."""
        return self.iris.document(self.document.key)

    @property
    def language(self) -> str:
        """BCP 47 tag of the language of the page text."""
        return self.reading.language if self.reading else _DEFAULT_LANGUAGE

    @property
    def original_language(self) -> str | None:
        """BCP 47 tag of the language of the original, where known."""
        return self.reading.original_language if self.reading else None

    @property
    def translated(self) -> bool:
        """Whether the page text is a translation: a translator is credited or the languages differ."""
        credited = any(credit.kind == "translator" for credit in self.document.credits)
        known = self.original_language not in (None, self.language)
        return credited or known or bool(self.reading and self.reading.translators)

    @property
    def words(self) -> URIRef:
        """The text that the page gives: the translation, or the document itself if it is none."""
        return self.d.translation(self.language) if self.translated else self.d.document

    def whole_of(self, span: Span) -> URIRef:
        """What a span is part of: the document's words, or else the page text as captured."""
        part = next((p for p in self.document.parts if p.span.begin <= span.begin < p.span.end), None)
        return self.words if part and part.kind in _WORDS else self.d.text

    def quoted(self, span: Span) -> Literal:
        """The words of a span in the language of the page."""
        return Literal(span.text, lang=self.language)

    def ref(self, ref: Ref) -> URIRef:
        """The IRI of a reference made in the reading."""
        return self.iris.ref(self.d, ref)

    def refs(self, refs: tuple[Ref, ...]) -> list[URIRef]:
        """The IRIs of several references; the editors of the dataset where there is none."""
        return [self.ref(ref) for ref in refs] or [self.iris.editors]

    def name(self, ref: Ref) -> str:
        """The label of a person, group, place, event or role."""
        entry = self.authority.get(ref)
        return entry.label if entry else ref.key

    def names(self, refs: tuple[Ref, ...]) -> str:
        """The labels of several references in one phrase; the editors where there is none."""
        return " and ".join(self.name(ref) for ref in refs) or "the editors"

    def named_in(self, span: Span | None, *kinds: str) -> tuple[Ref, ...]:
        """Whom or what of these kinds a stretch of the page names, each once, in text order."""
        if span is None:
            return ()
        found = {
            mention.ref: None
            for mention in sorted(self.mentions, key=lambda m: m.span)
            if span.begin <= mention.span.begin and mention.span.end <= span.end and mention.ref.kind in kinds
        }
        return tuple(found)
