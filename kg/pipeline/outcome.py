"""What became of a source or a document, and what there is to do for one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError
from kg.model import Document
from kg.pipeline.cache import Kept
from kg.validate import Report


@dataclass(frozen=True, slots=True)
class Task:
    """A document to be made. path: of its source file. name: of its cache entry, None where none is kept."""

    path: Path
    document: Document
    name: str | None = None

    @property
    def source(self) -> str:
        """The name of its source file."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document, or of a source that gave none.

    key: None where a source could not be read. kept: where the graph stands, if it may be published and a
    release is built. report: None where the graph was not made anew. notes: what was odd about the page.
    undrafted: why it is published without a draft, where the reader failed.
    """

    source: str
    key: str | None = None
    kept: Kept | None = None
    report: Report | None = None
    sayings: int = 0
    mentions: int = 0
    statements: int = 0
    notes: tuple[str, ...] = ()
    problem: KgError | None = None
    undrafted: KgError | None = None

    @property
    def published(self) -> bool:
        """Whether it may stand in a release."""
        return self.problem is None and (self.report is None or self.report.conforms)

    @property
    def whole(self) -> bool:
        """Whether it is published with all that belongs to it."""
        return self.published and self.undrafted is None

    @classmethod
    def of(cls, source: str, kept: Kept) -> Outcome:
        """The outcome that a cache entry tells of."""
        facts = kept.facts
        return cls(
            source, facts.key, kept, None, facts.sayings, facts.mentions, facts.statements, facts.notes
        )
