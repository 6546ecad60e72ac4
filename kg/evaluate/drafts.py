"""Document + AuthorityIndex -> what is found and drafted in it without a person."""

from __future__ import annotations

from dataclasses import dataclass

from kg.annotate import Reader
from kg.annotate.found import find
from kg.annotate.readers import draft
from kg.authority import AuthorityIndex
from kg.model import Document, Found, Reading


@dataclass(frozen=True, slots=True)
class Predicted:
    """One document as the software reads it; reading: None where nothing was drafted."""

    document: Document
    found: Found
    reading: Reading | None


def predictions(document: Document, authority: AuthorityIndex, reader: Reader | None) -> Predicted:
    """What is found and drafted in a document, just as a build would have it without a corrected reading."""
    found = find(document, authority)
    return Predicted(document, found, draft(document, found, authority, reader))
