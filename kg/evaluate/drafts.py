"""Document + AuthorityIndex -> what is found and drafted in it without a person."""

from __future__ import annotations

from dataclasses import dataclass

from kg.annotate import Reader
from kg.annotate.names import find_mentions
from kg.authority import AuthorityIndex
from kg.model import Document, Found, Reading

READER: Reader | None = None
"""The reader whose drafts are judged; None: sayings are judged as if nothing were drafted."""


@dataclass(frozen=True, slots=True)
class Predicted:
    """One document as the software reads it; reading: None where nothing was drafted."""

    document: Document
    found: Found
    reading: Reading | None


def predictions(document: Document, authority: AuthorityIndex, reader: Reader | None = READER) -> Predicted:
    """What is found and drafted in a document, just as a build would have it without a corrected reading."""
    found = Found(find_mentions(document, authority))
    return Predicted(document, found, reader.read(document, found, authority) if reader else None)
