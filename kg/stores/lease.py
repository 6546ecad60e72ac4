"""A request -> the pieces of its answer: one worker process, for the time of one query.

Two clocks run. The query's own (limits.query-seconds) counts the time that is spent waiting for the worker;
the whole one (limits.answer-seconds) also counts the time that the reader takes, and cuts a reader who would
keep the worker from others. An answer of one piece (64 KiB) frees the worker before it is read.
"""

from __future__ import annotations

import contextlib
import json
import threading
import time
import weakref
from collections import deque
from collections.abc import Iterator
from typing import Any

from kg.errors import QueryError, QueryFailed, QueryRefused, QueryTimeout
from kg.settings import Settings
from kg.stores import Form
from kg.stores.frames import END, ERROR
from kg.stores.pool import Pool
from kg.stores.process import Died, Overdue, Process

_START_SECONDS = 30.0


class Lease:
    """The pieces of one answer (kg.stores.Chunks)."""

    def __init__(self, pool: Pool, settings: Settings, request: bytes) -> None:
        """Send the request, and wait until the answer begins. Raises QueryError."""
        self._pool = pool
        self._settings = settings
        self._pieces: deque[bytes] = deque()
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._is_slow = False
        self._left = settings.query_seconds
        self._process: Process | None = pool.take(settings.query_seconds)
        try:
            self._begin(self._process, request)
        except BaseException:
            self.close()
            raise

    def __iter__(self) -> Lease:
        return self

    def __next__(self) -> bytes:
        if self._pieces:
            return self._pieces.popleft()
        if self._process is None:
            raise StopIteration
        kind, content = self._receive(self._process)
        if kind == END:
            self._end(content)
            raise StopIteration
        return content

    def __del__(self) -> None:
        if hasattr(self, "_process"):
            self.close()

    def close(self) -> None:
        """Let go of the query; a worker that is still busy with it is ended and replaced."""
        process = self._let_go()
        if process:
            self._pool.replace(process)

    def _begin(self, process: Process, request: bytes) -> None:
        with self._clock():
            process.ready(_START_SECONDS)
        self._left = self._settings.query_seconds
        with self._clock():
            process.send(request, time.monotonic() + self._left)
        header: dict[str, Any] = json.loads(self._receive(process)[1])
        self.media_type: str = header["media_type"]
        self.form: Form = header["form"]
        while True:
            kind, content = self._receive(process)
            if kind == END:
                self._end(content)
                return
            self._pieces.append(content)
            if not process.has_frame:
                self._watch()
                return

    def _receive(self, process: Process) -> tuple[bytes, bytes]:
        """The next frame; an ERROR, which END follows, is raised."""
        with self._clock():
            kind, content = process.receive(time.monotonic() + self._left)
            if kind != ERROR:
                return kind, content
            last = process.receive(time.monotonic() + self._left)[1]
        self._end(last)
        raise _error(json.loads(content))

    @contextlib.contextmanager
    def _clock(self) -> Iterator[None]:
        """Take a wait off the query's time, and say what went wrong in it."""
        begun = time.monotonic()
        try:
            yield
        except Overdue as error:
            self.close()
            seconds = self._settings.query_seconds
            raise QueryTimeout(
                f"The query was stopped: it ran longer than {seconds:g} seconds (limits.query-seconds)."
            ) from error
        except Died as error:
            self.close()
            raise self._death(error) from error
        finally:
            self._left -= time.monotonic() - begun

    def _death(self, died: Died) -> QueryError:
        settings = self._settings
        if self._is_slow:
            seconds = f"{settings.answer_seconds:g} seconds to be read (limits.answer-seconds)"
            return QueryTimeout(f"The answer was cut: it took longer than {seconds}.")
        if str(died) == "SIGXCPU":
            seconds = f"{settings.query_seconds:g} seconds of processor time (limits.query-seconds)"
            return QueryTimeout(f"The query was stopped: it took more than {seconds}.")
        if "total order" in died.words:
            return QueryFailed(
                "The engine failed to order these values, which are of several kinds.",
                mend="Order by STR(…) of them.",
            )
        if "memory allocation" in died.words:
            limit = f"{settings.query_memory} MiB (limits.query-memory)"
            return QueryFailed(f"The query needs more memory than {limit}.")
        if str(died) == "SIGSEGV" or "overflowed its stack" in died.words:
            return QueryFailed("The query nests too deeply for the engine.")
        return QueryFailed(f"The query process ended ({died}).")

    def _watch(self) -> None:
        """Cut the answer when it takes too long to be read."""
        self._timer = threading.Timer(self._settings.answer_seconds, _cut, (weakref.ref(self),))
        self._timer.daemon = True
        self._timer.start()

    def cut(self) -> None:
        """End a query whose answer is read too slowly; its reader then meets QueryTimeout."""
        with self._lock:
            if self._process:
                self._is_slow = True
                self._process.kill()

    def _end(self, last: bytes) -> None:
        """Return the worker, which is free again unless it said that it ends."""
        process = self._let_go()
        if process and last:
            self._pool.replace(process)
        elif process:
            self._pool.give_back(process)

    def _let_go(self) -> Process | None:
        with self._lock:
            process, self._process = self._process, None
        if self._timer:
            self._timer.cancel()
        return process


def _cut(lease: weakref.ref[Lease]) -> None:
    """Cut an answer, unless it was forgotten: the clock alone must not keep it."""
    if found := lease():
        found.cut()


def _error(content: dict[str, Any]) -> QueryError:
    if content["error"] == "refused":
        return QueryRefused(
            content["reason"], status=content["status"], line=content["line"], column=content["column"]
        )
    return QueryFailed(content["reason"])
