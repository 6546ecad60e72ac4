"""data/sources -> the source files, and the document of a key among them."""

from __future__ import annotations

import os
from pathlib import Path

from kg.converters import convert
from kg.errors import Place, SourceError
from kg.model import Document
from kg.settings import Settings


def source_paths(settings: Settings) -> list[Path]:
    """The source files, in the order of their names; hidden files are passed over.

    Links that lead nowhere and folders that may not be looked into are among them, to be told of.
    """
    folder = settings.data / "sources"
    if not folder.is_dir():
        raise SourceError("there is no such folder", place=Place(folder), mend="Put the page texts there.")
    return sorted(p for p in folder.rglob("*") if _is_source(p) and not p.name.startswith("."))


def _is_source(path: Path) -> bool:
    if os.path.isdir(path):
        return not os.access(path, os.R_OK | os.X_OK)
    return os.path.isfile(path) or not os.path.exists(path)


def source_bytes(path: Path) -> bytes:
    """The bytes of a source file. Raises SourceError, naming it, where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = "is a link that leads nowhere" if _leads_nowhere(path) else error.strerror or str(error)
        mend = "Mend it or remove it; it must be a file that may be read."
        raise SourceError(f"cannot be read: {reason}", place=Place(path), mend=mend) from error


def _leads_nowhere(path: Path) -> bool:
    return os.path.islink(path) and not os.path.exists(path)


def find_document(settings: Settings, key: str) -> Document:
    """The document with a key; the files whose name begins the key are read first.

    Raises SourceError where no source gives it (of a volume it says what its documents are called), where
    the source that should cannot be read, and where it is longer than limits.document-characters.
    """
    paths = source_paths(settings)
    others: list[str] = []
    for path in sorted(paths, key=lambda path: not key.startswith(path.name.split(".")[0])):
        named = path.name.split(".")[0] == key
        try:
            for found in convert(path.name, source_bytes(path)):
                if isinstance(found, Document) and found.key == key:
                    refuse_too_long(found, settings, path)
                    return found
                if named and isinstance(found, Document):
                    others.append(found.key)
        except SourceError:
            if named:
                raise
        if others:
            raise _a_volume(path, key, others)
    raise SourceError(f"no source gives a document '{key}'", place=Place(settings.data / "sources"))


def _a_volume(path: Path, key: str, keys: list[str]) -> SourceError:
    count = f"{len(keys):,} document{'' if len(keys) == 1 else 's'}"
    reason = f"'{key}' is no document but a volume with {count}, such as {keys[0]}"
    return SourceError(reason, place=Place(path), mend="Name one of them.")


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
