"""Query text -> Answer, from the release's own store, in worker processes that can be killed.

In this process a query is only scanned for what is refused; parsing and running it is the workers' part.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Protocol, Self

import kg
from kg.errors import QueryRefused
from kg.iris.prefixes import PREFIXES
from kg.settings import Settings
from kg.stores import JSON, TURTLE, Answer, ReadStore
from kg.stores.frames import QUERY, frame
from kg.stores.lease import Lease
from kg.stores.pool import Pool
from kg.stores.process import Process
from kg.stores.scan import refuse_unknown, scan

_MEBIBYTE = 1024 * 1024
_QUEUE = 64


class Built(Protocol):
    """A release on disk, as kg.release opens it."""

    @property
    def path(self) -> Path:
        """Its folder."""

    @property
    def graphs(self) -> Collection[str]:
        """The IRIs of its named graphs."""


def open_store(settings: Settings, release: Built) -> ReadStore:
    """The query store of a release; the caller closes it."""
    return EmbeddedStore(release, settings)


class EmbeddedStore:
    """The store of one release (a ReadStore). Start it in the process that uses it, not before a fork."""

    def __init__(self, release: Built, settings: Settings, *, workers: int | None = None) -> None:
        """settings: its limits hold. workers: how many processes, if not limits.query-workers."""
        self._graphs = frozenset(release.graphs)
        self._settings = settings
        config = {
            "path": str(release.path / "store"),
            "prefixes": PREFIXES,
            "memory": settings.query_memory * _MEBIBYTE,
            "seconds": settings.query_seconds,
            "result_bytes": settings.result_bytes,
        }
        command = [sys.executable, "-m", "kg.stores.worker", json.dumps(config)]
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(Path(kg.__file__).parents[1]), *sys.path[1:]]),
            "RUST_BACKTRACE": "0",  # no page of stack for an allocation that fails
            "MALLOC_ARENA_MAX": "1",  # no address space is taken in advance, which would count
        }
        self._pool = Pool(lambda: Process(command, environment), workers or settings.query_workers, _QUEUE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pids(self) -> list[int]:
        """The process ids of the workers."""
        return self._pool.pids

    def query(
        self,
        text: str,
        *,
        results: str | None = JSON,
        graph: str | None = TURTLE,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> Answer:
        """See ReadStore.query."""
        named = self._scanned(text)
        chosen = [*default_graphs, *named_graphs]
        refuse_unknown(chosen or named, self._graphs)
        request = {
            "text": text,
            "results": results,
            "graph": graph,
            "default": list(default_graphs),
            "named": list(named_graphs),
        }
        lease = Lease(self._pool, self._settings, frame(QUERY, json.dumps(request).encode()))
        return Answer(lease.media_type, lease.form, lease)

    def close(self) -> None:
        """End the workers. May be called often."""
        self._pool.close()

    def _scanned(self, text: str) -> tuple[str, ...]:
        """The graphs that FROM names. Raises QueryRefused."""
        try:
            size = len(text.encode())
        except UnicodeEncodeError as error:
            raise QueryRefused("The query holds half a surrogate pair, which is no character.") from error
        limit = self._settings.query_bytes
        if size > limit:
            raise QueryRefused(
                f"The query has {size} bytes; the longest accepted has {limit} (limits.query-bytes).",
                status=413,
            )
        return scan(text)
