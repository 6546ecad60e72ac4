"""Small Documents, readings and dossiers made by hand, for the parts of the mapping one at a time."""

from __future__ import annotations

import hashlib
from typing import Any

from rdflib import Graph

from kg.authority import AuthorityIndex
from kg.crm.dossier import Dossier, Triples
from kg.iris import Iris
from kg.model import Authority, Candidate, Document, Mention, NameForm, Part, Reading, Ref, SourceFile, Span

IRIS = Iris("https://example.org/")
D = IRIS.document("note-1")
ANNA, BORIS = Ref("person", "anna"), Ref("person", "boris")
COUNCIL, ARCHIVE = Ref("group", "council"), Ref("group", "archive")

AUTHORITY = AuthorityIndex(
    {
        ANNA: Authority(
            "person",
            "anna",
            "Anna",
            "note-1",
            names=(
                NameForm("Anna", "en", "text", "note-1"),
                NameForm("Анна", "ru", "native", "a directory"),
            ),
            born="1901-02",
            died="1977?",
            facts=(("born", "1901-02", "a directory"), ("died", "1977?", "note-1")),
        ),
        BORIS: Authority("person", "boris", "the man at the door", "note-1", unnamed=True),
        COUNCIL: Authority("group", "council", "Council", "note-1", type="GovernmentOrganization"),
        ARCHIVE: Authority("group", "archive", "Archive", "note-1", type="ArchiveOrganization"),
        Ref("place", "town"): Authority("place", "town", "Town", "note-1", part_of="land"),
        Ref("place", "land"): Authority("place", "land", "Land", "note-1", description="A land."),
        Ref("event", "fair"): Authority("event", "fair", "The fair", "note-1"),
        Ref("role", "guard"): Authority("role", "guard", "guard", "note-1"),
    }
)
TEXT = "NOTE 7\nAnna perhaps said that it rains. Boris heard her.\nArchive, f. 1, d. 2."


def at(words: str, text: str = TEXT) -> Span:
    """Where words stand in the text, once."""
    assert text.count(words) == 1
    begin = text.index(words)
    return Span(begin, begin + len(words), words)


def note(text: str = TEXT, **fields: Any) -> Document:
    """A page with a heading line, a body line and a source line."""
    parts, begin = [], 0
    for kind, line in zip(("heading", "body", "source"), text.split("\n"), strict=False):
        parts.append(Part(kind, Span(begin, begin + len(line), line)))
        begin += len(line) + 1
    given: dict[str, Any] = {
        "key": "note-1",
        "source": SourceFile("note-1.txt", hashlib.sha256(text.encode()).hexdigest(), len(text.encode())),
        "text": text,
        "converter": "hand",
        "converter_version": "1",
        "shape": "note",
        "parts": tuple(parts),
    }
    return Document(**(given | fields))


def reading(**fields: Any) -> Reading:
    """A reading in English of an English text, with nothing in it but what is given."""
    given: dict[str, Any] = {
        "document": "note-1",
        "file": "note-1.yaml",
        "sha256": "1" * 64,
        "editor": "An editor",
        "version": "1",
        "language": "en",
        "original_language": None,
        "original_language_level": "textual",
        "author": None,
        "addressee": None,
        "sayings": (),
    }
    return Reading(**(given | fields))


def dossier(
    document: Document | None = None,
    read: Reading | None = None,
    mentions: tuple[Mention, ...] = (),
    zones: tuple[str, ...] = ("+02:00",),
    candidates: tuple[Candidate, ...] = (),
) -> Dossier:
    """A dossier on the note."""
    return Dossier(document or note(), read, mentions, AUTHORITY, IRIS, zones, candidates)


def graph_of(*statements: Triples) -> Graph:
    """The statements as a graph."""
    graph = Graph()
    for some in statements:
        for statement in some:
            graph.add(statement)
    return graph
