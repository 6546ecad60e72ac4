"""Quads -> resources.sqlite: what is said of each IRI, each graph, each captured text, ready to be sent.

kg.stores.resources reads it.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox

from kg.iris import Iris
from kg.kinds import kind_of
from kg.quads import RDF_TYPE, Quads, write

INCOMING_LIMIT = 2000
"""So many statements that point at a resource are kept; how many there are is kept too."""

_LABELS = tuple(
    ox.NamedNode(iri)
    for iri in (
        "http://www.w3.org/2000/01/rdf-schema#label",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "https://schema.org/name",
        "http://purl.org/dc/terms/title",
        "http://xmlns.com/foaf/0.1/name",
    )
)
_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE resource (
    iri TEXT PRIMARY KEY, label TEXT, kind TEXT NOT NULL, types TEXT NOT NULL,
    outgoing BLOB NOT NULL, incoming BLOB NOT NULL, incoming_total INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE graph (iri TEXT PRIMARY KEY, triples BLOB NOT NULL, size INTEGER NOT NULL);
CREATE TABLE text (document TEXT PRIMARY KEY, key TEXT NOT NULL, sha256 TEXT NOT NULL);
"""


def write_lookup(path: Path, quads: Quads, texts: Mapping[str, bytes], base: str) -> None:
    """Write the lookup of a release.

    texts: captured page text by document key. base: of our own IRIs. Raises OSError, sqlite3.Error.
    """
    iris = Iris(base)
    found = (
        (iris.document(key).document, key, hashlib.sha256(texts[key]).hexdigest()) for key in sorted(texts)
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript(_TABLES)
        db.execute("BEGIN")
        db.executemany("INSERT INTO resource VALUES (?, ?, ?, ?, ?, ?, ?)", _resources(quads, base))
        db.executemany("INSERT INTO graph VALUES (?, ?, ?)", _graphs(quads))
        db.executemany("INSERT INTO text VALUES (?, ?, ?)", found)
        db.execute("COMMIT")
        db.execute("CREATE INDEX resource_kind ON resource (kind, label)")


Row = tuple[str, str | None, str, str, bytes, bytes, int]


def _resources(quads: Quads, base: str) -> Iterator[Row]:
    """A row for every IRI that is a subject, an object or a graph, ours and others' alike."""
    outgoing: defaultdict[str, list[int]] = defaultdict(list)
    incoming: defaultdict[str, list[int]] = defaultdict(list)
    graphs: set[str] = set()
    for at, quad in enumerate(quads.quads):
        outgoing[quad.subject.value].append(at)  # type: ignore[union-attr]
        graphs.add(quad.graph_name.value)  # type: ignore[union-attr]
        if isinstance(quad.object, ox.NamedNode):
            incoming[quad.object.value].append(at)
    for iri in sorted(graphs.union(outgoing, incoming)):
        said = [quads.quads[at] for at in outgoing.get(iri, ())]
        types = sorted({quad.object.value for quad in said if quad.predicate == RDF_TYPE})  # type: ignore[union-attr]
        yield (
            iri,
            _label(said),
            kind_of(iri, base),
            " ".join(types),
            _lines(quads, outgoing.get(iri, [])),
            _lines(quads, incoming.get(iri, [])[:INCOMING_LIMIT]),
            len(incoming.get(iri, ())),
        )


def _lines(quads: Quads, places: list[int]) -> bytes:
    return b"".join(quads.lines[at] + b"\n" for at in places)


def _label(said: list[ox.Quad]) -> str | None:
    """The best label: by property, then English or untagged before other languages."""
    for predicate in _LABELS:
        forms = [
            quad.object
            for quad in said
            if quad.predicate == predicate and isinstance(quad.object, ox.Literal)
        ]
        if forms:
            return min(
                forms, key=lambda form: ((form.language or "en").split("-")[0] != "en", form.value)
            ).value
    return None


def _graphs(quads: Quads) -> Iterator[tuple[str, bytes, int]]:
    members: defaultdict[str, list[ox.Triple]] = defaultdict(list)
    for quad in quads.quads:
        members[quad.graph_name.value].append(quad.triple)  # type: ignore[union-attr]
    for iri in sorted(members):
        lines = write(members[iri], ox.RdfFormat.N_TRIPLES).splitlines(keepends=True)
        yield iri, b"".join(sorted(lines)), len(lines)
