"""Quads -> resources.sqlite: what is said of each IRI, each graph, each captured text, ready to be sent.

kg.stores.resources reads it. Only the places of statements are sorted, on the disk: memory does not grow with
their number.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from kg.iris import Iris
from kg.kinds import kind_of
from kg.quads import RDF_TYPE, Quads, triple_lines
from kg.runs import in_order

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
_TELLING = frozenset(str(term).encode() for term in (RDF_TYPE, *_LABELS))
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


def write_lookup(path: Path, quads: Quads, texts: Mapping[str, bytes], base: str, aside: Path) -> None:
    """Write the lookup of a release.

    texts: captured page text by document key. base: of our own IRIs. aside: a folder for what is sorted
    meanwhile. Raises OSError, sqlite3.Error.
    """
    iris = Iris(base)
    found = (
        (iris.document(key).document, key, hashlib.sha256(texts[key]).hexdigest()) for key in sorted(texts)
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as db, quads.path.open("rb") as file:
        db.executescript(_TABLES)
        db.execute("BEGIN")
        rows = _resources(file, in_order(_places(quads), aside), base)
        db.executemany("INSERT INTO resource VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        db.executemany("INSERT INTO graph VALUES (?, ?, ?)", _graphs(quads))
        db.executemany("INSERT INTO text VALUES (?, ?, ?)", found)
        db.execute("COMMIT")
        db.execute("CREATE INDEX resource_kind ON resource (kind, label)")


Row = tuple[str, str | None, str, str, bytes, bytes, int]


def _places(quads: Quads) -> Iterator[bytes]:
    """A line for every IRI and place where it is subject or object, and one for every graph.

    The IRI comes first and then a blank, which no IRI holds, so that they sort as the IRIs do; then the role
    (graph, object, subject) and where in the file: begin and length.
    """
    for name in quads.sizes:
        yield b"%b g\n" % name.encode()
    begin = start = 0
    last = b""
    for line in quads.lines():
        subject, _, rest = line.split(b" ", 2)
        if subject != last:
            if last:
                yield b"%b s %012x %x\n" % (last[1:-1], start, begin - start)
            last, start = subject, begin
        if rest.startswith(b"<"):
            yield b"%b o %012x %x\n" % (rest[1 : rest.index(b">")], begin, len(line))
        begin += len(line)
    if last:
        yield b"%b s %012x %x\n" % (last[1:-1], start, begin - start)


def _resources(file: IO[bytes], places: Iterator[bytes], base: str) -> Iterator[Row]:
    """A row for every IRI that is a subject, an object or a graph, ours and others' alike."""
    for name, lines in groupby(places, key=lambda line: line[: line.index(b" ")]):
        outgoing, incoming, total = b"", [], 0
        for line in lines:
            _, role, *where = line.split()
            if role == b"s":
                outgoing = _read(file, *where)
            elif role == b"o":
                total += 1
                if total <= INCOMING_LIMIT:
                    incoming.append(_read(file, *where))
        iri = name.decode()
        label, types = _told(outgoing)
        yield iri, label, kind_of(iri, base), types, outgoing, b"".join(incoming), total


def _read(file: IO[bytes], begin: bytes, length: bytes) -> bytes:
    file.seek(int(begin, 16))
    return file.read(int(length, 16))


def _told(outgoing: bytes) -> tuple[str | None, str]:
    """The best label and the types that statements about one resource give."""
    telling = [line for line in outgoing.splitlines(keepends=True) if line.split(b" ", 2)[1] in _TELLING]
    said = list(ox.parse(b"".join(telling), format=ox.RdfFormat.N_QUADS))
    types = sorted({quad.object.value for quad in said if quad.predicate == RDF_TYPE})
    return _label(said), " ".join(types)


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
    for iri, size in quads.sizes.items():
        yield iri, b"".join(triple_lines(quads.graphs[iri])), size
