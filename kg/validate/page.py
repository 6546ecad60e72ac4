"""A document's graph and its page text -> findings: spans and hash compared with the page itself.

The page text never enters a graph, so no shape can see it; shapes/text.ttl and shapes/span.ttl say the
rules in words, here they are checked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from rdflib import RDF, Graph, Literal, URIRef

from kg.iris import CRM, OA, SCHEMA
from kg.validate.findings import Finding
from kg.validate.shapes import SHAPES

_COMPONENT = f"{SHAPES}PageTextConstraintComponent"


def compare_with_page(graph: Graph, text: str) -> set[Finding]:
    """What of the spans and the hash in a document's graph is not so on its page.

    text: the page text; offsets count its code points, the hash its UTF-8 bytes.
    """
    return {*_hash(graph, text), *_spans(graph, text)}


def _hash(graph: Graph, text: str) -> Iterator[Finding]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    for page in _of_type(graph, SCHEMA.TextDigitalDocument):
        for value in _literals(graph, page, SCHEMA.sha256):
            if str(value) != digest:
                yield Finding(page, f"{SHAPES}text-hash", _COMPONENT, SCHEMA.sha256, value)


def _spans(graph: Graph, text: str) -> Iterator[Finding]:
    for span in _of_type(graph, OA.SpecificResource):
        selectors = [node for node in graph.objects(span, OA.hasSelector) if isinstance(node, URIRef)]
        places = [place for selector in selectors for place in _places(graph, selector, text)]
        quotes = [selector for selector in selectors if (selector, RDF.type, OA.TextQuoteSelector) in graph]
        for begin, end in places:
            around = (text[:begin], text[end:])
            yield from _differing(graph, span, CRM["P190_has_symbolic_content"], text[begin:end])
            for quote in quotes:
                yield from _differing(graph, quote, OA.exact, text[begin:end])
                yield from _not_around(graph, quote, *around)


def _places(graph: Graph, selector: URIRef, text: str) -> Iterator[tuple[int, int]]:
    """Begin and end as numbers, clipped to the page; nothing where they are no numbers (a shape says so)."""
    for start in _literals(graph, selector, OA.start):
        for end in _literals(graph, selector, OA.end):
            if isinstance(start.value, int) and isinstance(end.value, int):
                yield max(0, start.value), min(len(text), max(0, end.value))


def _differing(graph: Graph, node: URIRef, term: URIRef, words: str) -> Iterator[Finding]:
    for value in _literals(graph, node, term):
        if str(value) != words:
            yield Finding(node, f"{SHAPES}span-page-words", _COMPONENT, term, value)


def _not_around(graph: Graph, quote: URIRef, before: str, after: str) -> Iterator[Finding]:
    for term, holds in ((OA.prefix, before.endswith), (OA.suffix, after.startswith)):
        for value in _literals(graph, quote, term):
            if not holds(str(value)):
                yield Finding(quote, f"{SHAPES}span-page-context", _COMPONENT, term, value)


def _of_type(graph: Graph, class_: URIRef) -> Iterator[URIRef]:
    return (node for node in graph.subjects(RDF.type, class_) if isinstance(node, URIRef))


def _literals(graph: Graph, node: URIRef, term: URIRef) -> Iterator[Literal]:
    return (value for value in graph.objects(node, term) if isinstance(value, Literal))
