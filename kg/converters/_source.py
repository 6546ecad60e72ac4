"""Bytes of a source file -> its text, key and checksum, or a SourceError that says what is wrong.

The text is every code point of the bytes, nothing stripped or put right, so that offsets counted in it
hold for the file as it is served. A byte order mark is therefore code point 0 (U+FEFF), and a line that
ends in CR LF ends in two code points; converters skip both, they never remove them.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePath

from kg.converters._encoding import Decoded, decode
from kg.errors import Place, SourceError
from kg.model import SourceFile

# The rule of IRI keys, which converters may not ask for.
_KEY = re.compile(r"[^\W_][\w.~-]*", re.UNICODE)
_FOREIGN = re.compile(r"-*[^\w.~-][^\w.~]*|\.{2,}")
_KINDS = (".txt", ".text", ".html", ".htm", ".xml")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
# How files begin that hold a document and yet are no text.
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, or a file of an office program"),
    (b"\xd0\xcf\x11\xe0", "a file of an older office program"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
)
_AS_TEXT = "Give the page as text; a PDF, image or archive cannot be read."


def source_key(name: str) -> str:
    """The key of a source file: its name without the ending and without a '.page' before it.

    Each run of signs that no key may hold is a '-' in it, none at its edges ('Cable, A to B' is
    'Cable-A-to-B'). Raises SourceError where no letter or digit is left.
    """
    file = PurePath(name).name
    ending = PurePath(file).suffix.lower()
    stem = (file[: -len(ending)] if ending in _KINDS else file).removesuffix(".page")
    key = stem if _is_key(stem) else _made_key("" if file.lower() in _KINDS else stem)
    if not _is_key(key):
        raise SourceError(
            f"'{stem}' cannot be the key of a document",
            place=Place(name),
            mend="Rename the file, so that there is a letter or a digit in its name.",
        )
    return key


def _is_key(text: str) -> bool:
    return _KEY.fullmatch(text) is not None and ".." not in text


def _made_key(stem: str) -> str:
    """A stem with each run of foreign signs, or of dots, as one hyphen; letters keep their marks."""
    joined = _FOREIGN.sub("-", unicodedata.normalize("NFC", stem))
    return re.sub(r"^[\W_]+|-+$", "", joined)


def source_text(name: str, data: bytes) -> str:
    """The text of a source file, all of it (see read_source)."""
    return read_source(name, data).text


def read_source(name: str, data: bytes) -> Decoded:
    """The text of a source file and the encoding it was found in.

    Raises SourceError for an empty or binary file, and for bytes that are text in no encoding that can be
    told, with the offset of the first byte that is not UTF-8.
    """
    if not data.strip():
        raise SourceError("is empty", place=Place(name), mend="Save the page again.")
    for beginning, kind in _OTHERS:
        if data.startswith(beginning):
            raise SourceError(f"is not text: it is {kind}", place=Place(name, 1), mend=_AS_TEXT)
    found = decode(data)
    text = found.text if found else data.decode("latin-1")
    control = _CONTROLS.search(text)
    if control:
        raise SourceError(
            f"is not text: control character {ord(control[0]):#04x} at code point {control.start()}",
            place=Place(name, text.count("\n", 0, control.start()) + 1),
            mend=_AS_TEXT,
        )
    if found is None:
        raise _not_utf_8(name, data)
    if not text.strip("\ufeff \t\r\n"):
        raise SourceError("is empty", place=Place(name), mend="Save the page again.")
    return found


def _not_utf_8(name: str, data: bytes) -> SourceError:
    at, end = 0, len(data)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        at, end = error.start, error.start + 1
    byte = f"byte {data[at]:#04x} at byte offset {at}" if end > at else "it breaks off"
    return SourceError(
        f"is not UTF-8: {byte}, and no other encoding fits all its words",
        place=Place(name, data.count(b"\n", 0, at) + 1),
        mend="Save it as UTF-8.",
    )


def source_file(name: str, data: bytes, media_type: str = "text/plain; charset=utf-8") -> SourceFile:
    """Name, checksum, length and media type of a source file."""
    return SourceFile(PurePath(name).name, hashlib.sha256(data).hexdigest(), len(data), media_type)
