"""A Document -> who and what it names, and a draft of what is said in it."""

from __future__ import annotations

from typing import Protocol

from kg.authority import AuthorityIndex
from kg.model import Document, Found, Reading


class Reader(Protocol):
    """Drafts the reading of a document: rules, or another program such as a language model.

    It is pure as far as the build is concerned: the same document, names and authority give the same draft.
    """

    @property
    def name(self) -> str:
        """The reader's name, as it stands in the provenance of its drafts."""

    @property
    def version(self) -> str:
        """Changes whenever the same document may give another draft."""

    def read(self, document: Document, found: Found, authority: AuthorityIndex) -> Reading | None:
        """The draft, its `software` set and a `rule` on each saying; None where it finds nothing to draft."""
