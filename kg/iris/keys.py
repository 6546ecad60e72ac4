"""Keys, concepts, languages and what hangs below a thing -> their IRIs."""

from __future__ import annotations

import re
from urllib.parse import quote

from rdflib import URIRef

from kg.errors import ReadingError, SettingError
from kg.iris.terms import KGV_BASE, LANGUAGES, LEXVO, Language

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


def name_of(owner: URIRef, n: int) -> URIRef:
    """The n-th written form (1-based) of somebody's names."""
    return URIRef(f"{owner}/name/{n}")


def position_of(span: URIRef) -> URIRef:
    """The selector that gives a span's offsets."""
    return URIRef(f"{span}/position")


def quote_of(span: URIRef) -> URIRef:
    """The selector that gives a span's words and those around them."""
    return URIRef(f"{span}/quote")
