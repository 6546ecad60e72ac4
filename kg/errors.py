"""The error tree: every mistake a person can make has a class, a place and a mend.

KgError                     anything we report without a traceback
├── SettingError            kg.toml or the environment is wrong: everything stops
├── SourceError             one source cannot be read: it is listed, the run goes on
├── ReadingError            a reading file is wrong: its document is left out
├── AuthorityError          an authority or links file is wrong: everything stops
├── ConformanceError        a graph does not conform: its document is left out
├── ReleaseError            a release cannot be built, verified or opened
└── QueryError              a query cannot be answered
    ├── QueryRefused        malformed, or something this endpoint does not do (4xx)
    ├── QueryTimeout        the deadline passed and the worker was stopped (503)
    └── QueryFailed         the worker died or the engine gave up (503)
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mistake stands: a file, and if known a 1-based line and a key path."""

    file: Path | str
    line: int | None = None
    key: str | None = None

    def __str__(self) -> str:
        line = f":{self.line}" if self.line is not None else ""
        key = f" ({self.key})" if self.key else ""
        return f"{self.file}{line}{key}"


class KgError(Exception):
    """A mistake with a place and a mend; `exit_code` is what the command line returns.

    reason: what is wrong, one sentence. mend: what to do about it, one sentence or ''.
    """

    exit_code = 1

    def __init__(self, reason: str, *, place: Place | None = None, mend: str = "") -> None:
        self.reason = reason
        self.place = place
        self.mend = mend
        super().__init__(reason, place, mend)

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        mend = f" {self.mend}" if self.mend else ""
        return f"{where}{self.reason}{mend}"


class SettingError(KgError):
    """kg.toml, the environment or a command-line value is wrong."""

    exit_code = 2


class SourceError(KgError):
    """A source cannot be read or is no document of a known kind."""


class ReadingError(KgError):
    """A reading file is wrong: an unknown key, a quote that is absent or ambiguous."""


class AuthorityError(KgError):
    """An authority or links file is wrong: a duplicate key, an unknown field."""


class ConformanceError(KgError):
    """A graph does not conform to the shapes."""


class ReleaseError(KgError):
    """A release cannot be built, verified, swapped in or opened."""


class QueryError(KgError):
    """A query cannot be answered."""


class QueryRefused(QueryError):
    """The query is malformed or asks for something this endpoint does not do."""


class QueryTimeout(QueryError):
    """The deadline passed and the query was stopped."""


class QueryFailed(QueryError):
    """The worker that ran the query died or the engine gave up."""
