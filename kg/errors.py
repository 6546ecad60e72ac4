"""The error tree: every mistake a person can make has a class, a place and a mend.

KgError                     anything we report without a traceback
├── SettingError            kg.toml or the environment is wrong: everything stops
├── SourceError             one source cannot be read: it is listed, the run goes on
├── ReadingError            a reading file is wrong: its document is left out
├── GoldError               a gold file is wrong: it is listed, the rest is evaluated
├── AuthorityError          an authority or links file is wrong: everything stops
├── ConformanceError        a graph does not conform: its document is left out
├── ReleaseError            a release cannot be built, verified or opened
└── QueryError              a query cannot be answered
    ├── QueryRefused        malformed, or something this endpoint does not do (4xx)
    ├── QueryBusy           no worker became free in time (503)
    ├── QueryTimeout        the deadline passed and the worker was stopped (503)
    └── QueryFailed         the worker died or the engine gave up (503)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self


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
    problems: where one file has several mistakes, each of them; str() then has a line for each.
    """

    exit_code = 1
    problems: tuple[KgError, ...] = ()

    def __init__(self, reason: str, *, place: Place | None = None, mend: str = "") -> None:
        self.reason = reason
        self.place = place
        self.mend = mend
        super().__init__(reason, place, mend)

    @classmethod
    def of(cls, problems: Sequence[KgError]) -> Self:
        """One error for all the mistakes found in a file or in several, in the order of their lines."""
        lines = sorted(
            problems, key=lambda p: (str(p.place and p.place.file), (p.place and p.place.line) or 0)
        )
        whole = cls(f"{len(lines)} mistakes", place=lines[0].place)
        whole.problems = tuple(lines)
        return whole

    def __reduce__(self) -> tuple[Callable[..., KgError], tuple[type[KgError], dict[str, Any]]]:
        """Errors cross processes: a worker's mistake is told by the build."""
        return _again, (type(self), self.__dict__)

    def __str__(self) -> str:
        if self.problems:
            return "\n".join(str(problem) for problem in self.problems)
        where = f"{self.place}: " if self.place else ""
        stop = "" if self.reason.endswith((".", "!", "?", "”")) else "."
        return f"{where}{self.reason}{stop} {self.mend}" if self.mend else f"{where}{self.reason}"


def _again(kind: type[KgError], facts: dict[str, Any]) -> KgError:
    error = kind(facts["reason"], place=facts["place"], mend=facts["mend"])
    error.__dict__.update(facts)
    return error


class SettingError(KgError):
    """kg.toml, the environment or a command-line value is wrong."""

    exit_code = 2


class SourceError(KgError):
    """A source cannot be read or is no document of a known kind."""


class ReadingError(KgError):
    """A reading file is wrong: an unknown key, a quote that is absent or ambiguous."""


class GoldError(KgError):
    """A gold file is wrong: an unknown key, a quote that is absent or ambiguous."""


class AuthorityError(KgError):
    """An authority or links file is wrong: a duplicate key, an unknown field."""


class ConformanceError(KgError):
    """A graph does not conform to the shapes."""


class ReleaseError(KgError):
    """A release cannot be built, verified, swapped in or opened."""


class QueryError(KgError):
    """A query cannot be answered.

    status: the HTTP status code that says so (RFC 9110, section 15).
    line, column: where in the query it is malformed, 1-based, as the engine counts, if known.
    """

    status = 503

    def __init__(
        self,
        reason: str,
        *,
        place: Place | None = None,
        mend: str = "",
        status: int | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(reason, place=place, mend=mend)
        self.status = type(self).status if status is None else status
        self.line = line
        self.column = column


class QueryRefused(QueryError):
    """The query is malformed or asks for something this endpoint does not do: 400, 403, 406 or 413."""

    status = 400


class QueryBusy(QueryError):
    """Every worker was busy for too long (503; the client may try again)."""


class QueryTimeout(QueryError):
    """The deadline passed and the query was stopped."""


class QueryFailed(QueryError):
    """The worker that ran the query died or the engine gave up."""
