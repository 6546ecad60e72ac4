"""Document + names -> a draft of what is said in it, by rules that stand in lexicon.yaml."""

from __future__ import annotations

from dataclasses import dataclass

from kg.annotate.sayings.drafting import draft_reading
from kg.authority import AuthorityIndex
from kg.model import Document, Found, Reading

__all__ = ["RULES", "Rules"]


@dataclass(frozen=True, slots=True)
class Rules:
    """The reader that comes with Dispatch; see kg.annotate.Reader."""

    name: str = "rules"
    version: str = "1"

    def read(self, document: Document, found: Found, authority: AuthorityIndex) -> Reading | None:
        """The draft of a document; None where the document has no text of its own."""
        if not document.body:
            return None
        return draft_reading(document, found, authority, f"{self.name} {self.version}")


RULES = Rules()
