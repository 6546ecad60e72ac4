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

from kg.iris import SCHEMA, Iris
from kg.kinds import kind_of
from kg.order import LAST, natural
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
_DATE, _WHOLE, _NUMBER = (
    ox.NamedNode(str(term)) for term in (SCHEMA.dateCreated, SCHEMA.isPartOf, SCHEMA.position)
)
_TELLING = frozenset(str(term).encode() for term in (RDF_TYPE, *_LABELS, _DATE, _WHOLE, _NUMBER))
_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE resource (
    iri TEXT PRIMARY KEY, label TEXT, kind TEXT NOT NULL, types TEXT NOT NULL,
    outgoing BLOB NOT NULL, incoming BLOB NOT NULL, incoming_total INTEGER NOT NULL,
    place TEXT NOT NULL, whole TEXT
) WITHOUT ROWID;
CREATE TABLE graph (iri TEXT PRIMARY KEY, triples BLOB NOT NULL, size INTEGER NOT NULL);
CREATE TABLE text (document TEXT PRIMARY KEY, key TEXT NOT NULL, sha256 TEXT NOT NULL);
"""
# In a volume, what stands in another document comes right behind it.
_BEHIND_OUTER = """
WITH outer_of AS (
    SELECT inner.iri || '/publication' AS iri, page.place AS place
    FROM resource AS inner JOIN resource AS page ON page.iri = inner.whole || '/publication'
    WHERE inner.kind = 'document' AND inner.whole IS NOT NULL
)
UPDATE resource SET place = outer_of.place || char(9) || resource.place
FROM outer_of WHERE resource.iri = outer_of.iri
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
        db.executemany("INSERT INTO resource VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        db.execute(_BEHIND_OUTER)
        db.executemany("INSERT INTO graph VALUES (?, ?, ?)", _graphs(quads))
        db.executemany("INSERT INTO text VALUES (?, ?, ?)", found)
        db.execute("COMMIT")
        db.execute("CREATE INDEX resource_kind ON resource (kind, place)")
        db.execute("CREATE INDEX resource_whole ON resource (whole, place) WHERE whole IS NOT NULL")


Row = tuple[str, str | None, str, str, bytes, bytes, int, str, str | None]


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
        iri, said = name.decode(), _told(outgoing)
        label, types = _label(said), sorted({term.value for term in _objects(said, RDF_TYPE)})
        kind = _kind(iri, base, types, known=bool(outgoing))
        place, whole = _place(iri, kind, label, said), next(iter(_objects(said, _WHOLE)), None)
        row = (iri, label, kind, " ".join(types), outgoing, b"".join(incoming), total)
        yield *row, place, whole.value if whole else None


def _read(file: IO[bytes], begin: bytes, length: bytes) -> bytes:
    file.seek(int(begin, 16))
    return file.read(int(length, 16))


def _told(outgoing: bytes) -> list[ox.Quad]:
    """Those statements about one resource that give its labels, types and place."""
    telling = [line for line in outgoing.splitlines(keepends=True) if line.split(b" ", 2)[1] in _TELLING]
    return list(ox.parse(b"".join(telling), format=ox.RdfFormat.N_QUADS))


def _objects(said: list[ox.Quad], predicate: ox.NamedNode) -> list[ox.NamedNode | ox.Literal]:
    found = (quad.object for quad in said if quad.predicate == predicate)
    return [term for term in found if isinstance(term, ox.NamedNode | ox.Literal)]


def _kind(iri: str, base: str, types: list[str], *, known: bool) -> str:
    """The kind of a resource; a document that others name but that is left out is none of the release's."""
    kind = kind_of(iri, base, types)
    return "other" if kind == "document" and not known else kind


def _place(iri: str, kind: str, label: str | None, said: list[ox.Quad]) -> str:
    """What a resource sorts by among its kind.

    A document by its date, undated ones last; what is part of a volume by its number there, else by its key;
    anything else by its label, numbers in it by their value.
    """
    if kind == "publication":
        numbers = [natural(term.value) for term in _objects(said, _NUMBER)]
        return f"{min(numbers, default=LAST)}\t{natural(iri)}"
    named = natural(label) if label else LAST
    if kind != "document":
        return named
    return f"{min((term.value for term in _objects(said, _DATE)), default=LAST)}\t{named}"


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
