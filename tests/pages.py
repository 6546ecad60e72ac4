"""Pages for tests: a Document with paragraphs and nothing else, so that a test stands on its own."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from kg.model import Document, SourceFile, Span

ROOT = Path(__file__).resolve().parents[1]
TELEGRAM = ROOT / "data" / "sources" / "telegram-1258.txt"


def page(text: str, key: str = "page") -> Document:
    """A page all of whose paragraphs (separated by empty lines) are its body."""
    data = text.encode()
    source = SourceFile(f"{key}.txt", hashlib.sha256(data).hexdigest(), len(data))
    body = tuple(
        Span(found.start(), found.end(), found.group())
        for found in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", text)
    )
    return Document(key, source, text, "test", "1", "test", (), body=body)


def telegram() -> Document:
    return page(TELEGRAM.read_bytes().decode(), "telegram-1258")
