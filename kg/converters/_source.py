"""Bytes of a source file -> its text, key and checksum, or a SourceError that says what is wrong.

The text is every code point of the bytes, nothing stripped or put right, so that offsets counted in it
hold for the file as it is served. A byte order mark is therefore code point 0 (U+FEFF), and a line that
ends in CR LF ends in two code points; converters skip both, they never remove them.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePath

from kg.errors import Place, SourceError
from kg.model import SourceFile

# The rule of IRI keys, which converters may not ask for.
_KEY = re.compile(r"[^\W_][\w.~-]*", re.UNICODE)
_KINDS = (".txt", ".text", ".html", ".htm", ".xml")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")


def source_key(name: str) -> str:
    """The key of a source file: its name without the ending and without a '.page' before it.

    Raises SourceError where that is no key.
    """
    file = PurePath(name).name
    ending = PurePath(file).suffix.lower()
    stem = (file[: -len(ending)] if ending in _KINDS else file).removesuffix(".page")
    if not _KEY.fullmatch(stem) or ".." in stem:
        raise SourceError(
            f"'{stem}' cannot be the key of a document",
            place=Place(name),
            mend="Rename the file: letters, digits, '.', '_', '~' and '-', beginning with a letter or digit.",
        )
    return stem


def source_text(name: str, data: bytes) -> str:
    """The text of a source file, all of it.

    Raises SourceError for an empty or binary file and for bytes that are not UTF-8, with their offset.
    """
    if not data.strip():
        raise SourceError("is empty", place=Place(name), mend="Save the page again.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(
            f"is not UTF-8: byte {data[error.start]:#04x} at byte offset {error.start}",
            place=Place(name, line),
            mend=f"Save it as UTF-8{_likely(data)}.",
        ) from error
    found = _CONTROLS.search(text)
    if found:
        raise SourceError(
            f"is not text: control character {ord(found[0]):#04x} at code point {found.start()}",
            place=Place(name, text.count("\n", 0, found.start()) + 1),
            mend="Give the page as text; a PDF, image or archive cannot be read.",
        )
    return text


def _likely(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "; it looks like UTF-16"
    return ""


def source_file(name: str, data: bytes) -> SourceFile:
    """Name, checksum and length of a source file."""
    return SourceFile(PurePath(name).name, hashlib.sha256(data).hexdigest(), len(data))
