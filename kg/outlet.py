"""Pieces of a file as they are written -> the file, its packed twin, and size and checksum of both.

The serialiser writes the prefixes in an order of its own, another each time: the beginning of a file is kept
back until the prefixes are in it, and these are put in our order. Nothing is read again.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

_LEVEL = 9
_GZIP = 31  # zlib's word for a gzip header with no name and no time in it (RFC 1952, section 2.3)
_KEPT_BACK = 64 * 1024
_XMLNS = re.compile(rb'(<rdf:RDF)((?: xmlns:[\w.-]+="[^"]*")+)(>)')


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: its bytes, and their SHA-256 (hex)."""

    size: int
    sha256: str


class Outlet:
    """A binary file to write a dump to, piece by piece; `plain` and `packed` tell of it when it is closed.

    packed: whether {path}.gz is written beside it. Raises OSError.
    """

    def __init__(self, path: Path, *, packed: bool) -> None:
        self._syntax = path.suffix
        self._begun = b""
        self._begins = True
        self._plain = _Counted(path.open("wb"))
        self._packed = _Counted(path.with_name(f"{path.name}.gz").open("wb")) if packed else None
        self._pack = zlib.compressobj(_LEVEL, wbits=_GZIP)

    @property
    def plain(self) -> Written:
        """The file as it was written."""
        return self._plain.written

    @property
    def packed(self) -> Written:
        """The packed file; that of no bytes where there is none."""
        return self._packed.written if self._packed else Written(0, hashlib.sha256().hexdigest())

    def write(self, piece: bytes) -> int:
        """Write a piece; the beginning waits until it is long enough to be put in order."""
        if self._begins:
            self._begun += piece
            if len(self._begun) >= _KEPT_BACK:
                self._begin()
        else:
            self._forward(piece)
        return len(piece)

    def flush(self) -> None:
        """Do nothing: what is written is on its way (the serialiser asks for it)."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._begin()
                if self._packed:
                    self._packed.write(self._pack.flush())
        finally:
            self._plain.close()
            if self._packed:
                self._packed.close()

    def _begin(self) -> None:
        if self._begins:
            self._begins = False
            self._forward(_HEADS.get(self._syntax, bytes)(self._begun))
            self._begun = b""

    def _forward(self, piece: bytes) -> None:
        if self._syntax == ".rdf":
            piece = piece.replace(b"\r", b"&#13;")  # an XML parser reads a bare one as a line feed
        self._plain.write(piece)
        if self._packed:
            self._packed.write(self._pack.compress(piece))


class _Counted:
    """A file whose bytes are counted and hashed while they are written."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self._size = 0
        self.close = file.close

    @property
    def written(self) -> Written:
        return Written(self._size, self._digest.hexdigest())

    def write(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self._size += len(data)


def _sorted_prefixes(begun: bytes) -> bytes:
    lines = begun.split(b"\n")
    heads = 0
    while heads < len(lines) and lines[heads].startswith(b"@prefix "):
        heads += 1
    return b"\n".join([*sorted(lines[:heads]), b"", *lines[heads:]])


def _sorted_namespaces(begun: bytes) -> bytes:
    return _XMLNS.sub(lambda root: root[1] + b"".join(_sorted_attributes(root[2])) + root[3], begun, count=1)


def _sorted_attributes(attributes: bytes) -> list[bytes]:
    return sorted(b" " + attribute for attribute in attributes.split(b" ") if attribute)


_HEADS = {
    ".ttl": _sorted_prefixes,
    ".trig": _sorted_prefixes,
    ".rdf": _sorted_namespaces,
    ".jsonld": b"\n".__add__,
}
