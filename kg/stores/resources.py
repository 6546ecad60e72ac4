"""resources.sqlite -> what a release says of one IRI, literal forms as they were written.

The read side of the lookup that kg.lookup writes. Everything is answered from an index, without a query.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import Place, ReleaseError

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Resource:
    """One IRI that a statement of the release is about or points at, or one of its graphs.

    label: its rdfs:label, else its name or title, else None. kind: one of kg.kinds.KINDS.
    types: the IRIs of its classes, sorted.
    outgoing: every statement with it as subject, N-Quads. incoming: statements with it as object, N-Quads,
    at most kg.lookup.INCOMING_LIMIT of them; incoming_total: how many there are.
    """

    iri: str
    label: str | None
    kind: str
    types: tuple[str, ...]
    outgoing: bytes
    incoming: bytes
    incoming_total: int


@dataclass(frozen=True, slots=True)
class Summary:
    """One line of a listing."""

    iri: str
    label: str | None
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CapturedText:
    """The captured page text of a document: texts/{key}.txt in the release, and its SHA-256 (hex)."""

    document: str
    key: str
    sha256: str


class Resources:
    """The lookup of one release. Safe to use from many threads; it is read only and never changes."""

    def __init__(self, path: Path) -> None:
        """Open resources.sqlite. Raises ReleaseError when it is missing or damaged."""
        self._lock = threading.Lock()
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            self._db = sqlite3.connect(uri, uri=True, check_same_thread=False)
            try:
                self._db.execute("SELECT iri, place, whole FROM resource LIMIT 1").fetchone()
            except sqlite3.Error:
                self._db.close()
                raise
        except sqlite3.Error as error:
            raise ReleaseError(
                f"cannot be opened: {error}", place=Place(path), mend="Run 'kg build'."
            ) from error

    def get(self, iri: str) -> Resource | None:
        """What the release says of an IRI, or None if it does not know it."""
        rows = self._rows(
            "SELECT iri, label, kind, types, outgoing, incoming, incoming_total FROM resource WHERE iri = ?",
            (iri,),
        )
        if not rows:
            return None
        iri, label, kind, types, outgoing, incoming, total = rows[0]
        return Resource(iri, label, kind, tuple(types.split()), outgoing, incoming, total)

    def labels(self, iris: Iterable[str]) -> dict[str, str]:
        """The labels of those of the IRIs that have one."""
        wanted = list(dict.fromkeys(iris))
        found: dict[str, str] = {}
        for start in range(0, len(wanted), _BATCH):
            batch = wanted[start : start + _BATCH]
            marks = ",".join("?" * len(batch))
            sql = f"SELECT iri, label FROM resource WHERE label IS NOT NULL AND iri IN ({marks})"  # noqa: S608 - marks only
            found.update(self._rows(sql, batch))
        return found

    def listing(self, kind: str, begin: int = 0, end: int | None = None) -> list[Summary]:
        """The resources of a kind in their order: all, or those from place begin up to end.

        Documents come by their dates, everything else by label, numbers in it by their value (kg.lookup).
        """
        return self._summaries("kind = ?", (kind,), begin, end)

    def parts(self, whole: str, begin: int = 0, end: int | None = None) -> list[Summary]:
        """What is part of a resource (schema:isPartOf), in order: all, or from place begin up to end.

        Parts of a volume are publications of documents, in the order of their numbers.
        """
        return self._summaries("whole = ?", (whole,), begin, end)

    def count_parts(self, whole: str) -> int:
        """How many parts a resource has."""
        return int(self._rows("SELECT count(*) FROM resource WHERE whole = ?", (whole,))[0][0])

    def below(self, prefix: str, kind: str) -> list[Summary]:
        """The resources of a kind whose IRIs begin with a prefix that ends in '/', in their order."""
        bounds = (kind, prefix, prefix[:-1] + "0")  # '0' is the sign after '/'
        return self._summaries("+kind = ? AND iri > ? AND iri < ?", bounds, 0, None)

    def _summaries(self, where: str, values: tuple[str, ...], begin: int, end: int | None) -> list[Summary]:
        rows = self._rows(
            f"SELECT iri, label, types FROM resource WHERE {where} ORDER BY place, iri LIMIT ? OFFSET ?",  # noqa: S608 - conditions above only
            (*values, -1 if end is None else end - begin, begin),
        )
        return [Summary(iri, label, tuple(types.split())) for iri, label, types in rows]

    def kinds(self) -> dict[str, int]:
        """How many resources there are of each kind."""
        return dict(self._rows("SELECT kind, count(*) FROM resource GROUP BY kind ORDER BY kind"))

    def graph(self, iri: str) -> bytes | None:
        """The statements of a named graph, sorted N-Triples, or None if there is no such graph."""
        rows = self._rows("SELECT triples FROM graph WHERE iri = ?", (iri,))
        return rows[0][0] if rows else None

    def graphs(self) -> dict[str, int]:
        """The IRIs of the named graphs, sorted, and how many statements each has."""
        return dict(self._rows("SELECT iri, size FROM graph ORDER BY iri"))

    def text(self, document: str) -> CapturedText | None:
        """Where the captured text of a document stands, or None."""
        rows = self._rows("SELECT document, key, sha256 FROM text WHERE document = ?", (document,))
        return CapturedText(*rows[0]) if rows else None

    def close(self) -> None:
        """Close the file. May be called often."""
        with self._lock:
            self._db.close()

    def _rows(self, sql: str, values: Iterable[str | int] = ()) -> list[tuple]:  # type: ignore[type-arg]
        with self._lock:
            return self._db.execute(sql, tuple(values)).fetchall()
