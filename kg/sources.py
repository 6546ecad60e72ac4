"""data/sources -> the source files, and the document of a key among them."""

from __future__ import annotations

from pathlib import Path

from kg.converters import convert
from kg.errors import Place, SourceError
from kg.model import Document
from kg.settings import Settings


def source_paths(settings: Settings) -> list[Path]:
    """The source files, in the order of their names; hidden files are passed over."""
    folder = settings.data / "sources"
    if not folder.is_dir():
        raise SourceError("there is no such folder", place=Place(folder), mend="Put the page texts there.")
    return sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.startswith("."))


def find_document(settings: Settings, key: str) -> Document:
    """The document with a key; the files whose name begins the key are read first.

    Raises SourceError where no source gives it, where the source that should cannot be read, and where it is
    longer than limits.document-characters.
    """
    paths = source_paths(settings)
    for path in sorted(paths, key=lambda path: not key.startswith(path.name.split(".")[0])):
        try:
            for found in convert(path.name, path.read_bytes()):
                if isinstance(found, Document) and found.key == key:
                    refuse_too_long(found, settings, path)
                    return found
        except SourceError:
            if path.name.split(".")[0] == key:
                raise
    raise SourceError(f"no source gives a document '{key}'", place=Place(settings.data / "sources"))


def refuse_too_long(document: Document, settings: Settings, path: Path) -> None:
    """Raises SourceError for a document whose text has more characters than limits.document-characters."""
    length, limit = len(document.text), settings.document_characters
    if length > limit:
        raise SourceError(
            f"the text of '{document.key}' has {length:,} characters; the longest taken has {limit:,} "
            "(limits.document-characters)",
            place=Place(path),
            mend="Split it into its documents, or set the limit higher; memory and time grow with the text.",
        )
