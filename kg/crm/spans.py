"""Stretches of the page text -> E33 spans with Web Annotation selectors (W3C REC 2017, section 4.2)."""

from __future__ import annotations

import re

from rdflib import RDF, XSD, Literal, URIRef

from kg.crm.dossier import Dossier, Triples, described
from kg.iris import CRM, OA, kgv, position_of, quote_of
from kg.model import Span

# Longer stretches would put the text itself into the dumps, and its rights are not ours.
LONGEST = 1000
_AROUND = 32
_LABEL = 80
_SENTENCE_END = re.compile(r"[.!?][\"\u201d\u2019)\]]*(?=\s)")


def e33_span(dossier: Dossier, span: Span, kind: str, *refers_to: URIRef) -> Triples:
    """A stretch of the page text, its place, its words and what it refers to.

    kind: mention, passage or editorial-insertion. Yields nothing for a span too long to publish.
    """
    if not publishable(span):
        return
    node = dossier.d.span(span.begin, span.end)
    types = (CRM["E33_Linguistic_Object"], OA.SpecificResource)
    yield from described(node, _shortened(span.text), *types, lang=dossier.language)
    yield node, CRM["P2_has_type"], kgv(kind)
    yield node, CRM["P106i_forms_part_of"], dossier.whole_of(span)
    yield node, CRM["P190_has_symbolic_content"], dossier.quoted(span)
    yield node, OA.hasSource, dossier.d.text
    for thing in refers_to:
        yield node, CRM["P67_refers_to"], thing
    yield from _position_selector(node, span)
    yield from _quote_selector(dossier, node, span)


def cited(dossier: Dossier, node: URIRef, term: URIRef, span: Span | None) -> Triples:
    """The statement that a node rests on a span, and the span; nothing where it cannot be published."""
    if span is not None and publishable(span):
        yield node, term, dossier.d.span(span.begin, span.end)
        yield from e33_span(dossier, span, "passage")


def publishable(span: Span) -> bool:
    """Whether a span is short enough to publish."""
    return 0 < span.end - span.begin <= LONGEST


def beginning(span: Span) -> Span:
    """A span, or as much of a longer one as may be published: whole sentences, else whole words."""
    if publishable(span) or not span.text:
        return span
    text = span.text[:LONGEST]
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    end = ends[-1] if ends else text.rfind(" ") if " " in text else LONGEST
    return Span(span.begin, span.begin + end, span.text[:end])


def mentions(dossier: Dossier) -> Triples:
    """The spans that name or point at somebody or something."""
    for mention in dossier.mentions:
        yield from e33_span(dossier, mention.span, "mention", dossier.ref(mention.ref))


def insertions(dossier: Dossier) -> Triples:
    """The bracketed editorial insertions with their job."""
    for insertion in dossier.document.insertions:
        yield from e33_span(dossier, insertion.span, "editorial-insertion")
        if publishable(insertion.span):
            node = dossier.d.span(insertion.span.begin, insertion.span.end)
            yield node, CRM["P2_has_type"], kgv(f"insertion/{insertion.job}")


def _position_selector(node: URIRef, span: Span) -> Triples:
    selector = position_of(node)
    yield node, OA.hasSelector, selector
    yield selector, RDF.type, OA.TextPositionSelector
    yield selector, OA.start, Literal(str(span.begin), datatype=XSD.nonNegativeInteger)
    yield selector, OA.end, Literal(str(span.end), datatype=XSD.nonNegativeInteger)


def _quote_selector(dossier: Dossier, node: URIRef, span: Span) -> Triples:
    selector, text = quote_of(node), dossier.document.text
    yield node, OA.hasSelector, selector
    yield selector, RDF.type, OA.TextQuoteSelector
    yield selector, OA.exact, Literal(span.text)
    if span.begin > 0:
        yield selector, OA.prefix, Literal(text[max(0, span.begin - _AROUND) : span.begin])
    if span.end < len(text):
        yield selector, OA.suffix, Literal(text[span.end : span.end + _AROUND])


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LABEL else line[: _LABEL - 1].rsplit(" ", 1)[0] + "…"
