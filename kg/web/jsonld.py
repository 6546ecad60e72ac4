"""Statements and a context -> compact JSON-LD that stands on its own (JSON-LD 1.1, section 5).

The context is written into the document, cut down to the terms in use, rather than named by its address:
the document then means the same on disk, offline and on a server that runs elsewhere than under the base,
and no parser has to fetch anything. The whole context is served at /context.jsonld for those who want it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from kg.statements import RDF_TYPE, Statements, Term

_STRING = "http://www.w3.org/2001/XMLSchema#string"


class Compactor:
    """Writes statements with the terms of one context (a flat one: terms, prefixes, coercions)."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self._context = context
        self._language = context.get("@language")
        self._iris = {term: self._expand(term) for term in context if not term.startswith("@")}
        self._prefixes = {term: iri for term, iri in self._iris.items() if self._is_prefix(term, iri)}
        self._terms: dict[str, list[str]] = {}
        for term, iri in self._iris.items():
            if not self._is_reverse(term):
                self._terms.setdefault(iri, []).append(term)

    def document(self, statements: Statements, first: str | None = None) -> dict[str, Any]:
        """The statements as one JSON-LD object: a node, or @graph with the `first` node in front."""
        subjects = list(dict.fromkeys(quad.subject.value for quad in statements.quads))  # type: ignore[union-attr]
        subjects.sort(key=lambda subject: subject != first)
        nodes = [self._node(subject, statements.about(subject)) for subject in subjects]
        body = nodes[0] if len(nodes) == 1 else {"@graph": nodes}
        return {"@context": self._used(body), **body}

    def _node(self, subject: str, about: Mapping[str, list[Term]]) -> dict[str, Any]:
        node: dict[str, Any] = {self._keyword("@id"): self._compact(subject)}
        for predicate, objects in about.items():
            if predicate == RDF_TYPE:
                types = [self._compact(term.value, vocab=True) for term in objects]
                node[self._keyword("@type")] = types[0] if len(types) == 1 else types
                continue
            for term in objects:
                self._add(node, predicate, term)
        return {
            key: value if self._container(key) == "@set" else _single(value) for key, value in node.items()
        }

    def _add(self, node: dict[str, Any], predicate: str, term: Term) -> None:
        """Put a value under the term of the context that fits it, else under the compact IRI."""
        for name in self._terms.get(predicate, ()):
            container = self._container(name)
            if container == "@language" and isinstance(term, ox.Literal) and term.language:
                node.setdefault(name, {}).setdefault(cased(term.language), []).append(term.value)
                return
            value = self._coerced(self._definition(name), term) if container in (None, "@set") else None
            if value is not None:
                node.setdefault(name, []).append(value)
                return
        bare = self._coerced({}, term)
        value = bare if bare is not None else self._written_out(term)
        node.setdefault(self._compact(predicate), []).append(value)

    def _container(self, name: str) -> str | None:
        container = self._definition(name).get("@container") if name in self._context else None
        return container if container is None or isinstance(container, str) else " ".join(container)

    def _coerced(self, definition: Mapping[str, Any], term: Term) -> Any:
        """The short form of a value under a term's definition, or None where there is none."""
        wanted = definition.get("@type")
        if isinstance(term, ox.NamedNode):
            if wanted == "@id":
                return self._compact(term.value)
            if wanted == "@vocab":
                return self._compact(term.value, vocab=True)
            return {self._keyword("@id"): self._compact(term.value)} if wanted is None else None
        if wanted not in (None, "@none"):
            return term.value if self._expand(str(wanted)) == term.datatype.value else None
        language = definition.get("@language", self._language)
        if term.language:
            same = bool(language) and language.lower() == term.language.lower()
            return term.value if same else None if "@language" in definition else self._written_out(term)
        plain = language is None and term.datatype.value == _STRING
        return term.value if plain else None if "@language" in definition else self._written_out(term)

    def _written_out(self, term: Term) -> dict[str, str]:
        if isinstance(term, ox.NamedNode):
            return {self._keyword("@id"): self._compact(term.value)}
        if term.language:
            return {"@value": term.value, "@language": cased(term.language)}
        if term.datatype.value == _STRING:
            return {"@value": term.value}
        return {"@value": term.value, "@type": self._compact(term.datatype.value, vocab=True)}

    def _compact(self, iri: str, *, vocab: bool = False) -> str:
        if vocab and (names := self._terms.get(iri)):
            return names[0]
        for prefix, namespace in self._prefixes.items():
            local = iri.removeprefix(namespace)
            if local != iri and local and not local.startswith("//"):
                return f"{prefix}:{local}"
        return iri

    def _keyword(self, keyword: str) -> str:
        """The context's own word for @id or @type, if it has one."""
        return next((term for term, iri in self._iris.items() if iri == keyword), keyword)

    def _definition(self, term: str) -> Mapping[str, Any]:
        found = self._context[term]
        return found if isinstance(found, Mapping) else {}

    def _is_prefix(self, term: str, iri: str) -> bool:
        """Whether a term may begin a compact IRI (JSON-LD 1.1, section 4.1.5)."""
        simple = isinstance(self._context[term], str) and iri.endswith(("/", "#", ":"))
        return (simple and iri != term) or bool(self._definition(term).get("@prefix"))

    def _is_reverse(self, term: str) -> bool:
        return "@reverse" in self._definition(term)

    def _expand(self, name: str) -> str:
        """The IRI of a term or compact IRI of the context."""
        if name in self._context and not name.startswith("@"):
            found = self._context[name]
            target = found.get("@id", name) if isinstance(found, Mapping) else found
            return target if target == name or target.startswith("@") else self._expand(target)
        prefix, colon, local = name.partition(":")
        if colon and not local.startswith("//") and prefix in self._context:
            return self._expand(prefix) + local
        return name

    def _used(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """The part of the context that a document needs to be read."""
        kept = {name for name in _names(body) if name in self._context}
        while True:
            wanted = {name for term in kept for name in _names([term, self._context[term]])}
            if (more := {name for name in wanted if name in self._context}) <= kept:
                break
            kept |= more
        kept |= {"@language"} & set(self._context)
        return {term: definition for term, definition in self._context.items() if term in kept}


def cased(tag: str) -> str:
    """A language tag in its usual case: ko-Hang, en-GB (RFC 5646, section 2.1.1)."""
    first, *rest = tag.split("-")
    return "-".join(
        [first.lower(), *({2: part.upper(), 4: part.title()}.get(len(part), part) for part in rest)]
    )


def _names(value: Any) -> Iterator[str]:
    """Every string of a JSON value, and what stands before its first colon."""
    if isinstance(value, str):
        yield value
        yield value.partition(":")[0]
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _names(key)
            yield from _names(inner)
    elif isinstance(value, Iterable):
        for inner in value:
            yield from _names(inner)


def _single(value: Any) -> Any:
    """A list of one as its one; so also in a language map."""
    if isinstance(value, dict):
        return {key: _single(inner) for key, inner in value.items()}
    return value[0] if isinstance(value, list) and len(value) == 1 else value
