"""A document's graph and text <-> build/cache: what did not change since the last build is not made again.

An entry is a file named after the SHA-256 of everything it was made from: the Document, its reading file,
and what all documents share. Its first line is the checksum of the rest, the second one JSON (facts, sizes);
then come the text and the sorted N-Quads lines, each packed. It is written aside and renamed, so that a
killed build leaves whole entries only; one that is damaged is made again. The folder can be removed at any
time.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kg.model import Document

VERSION = 2
"""Of the form of an entry; entries of another one are not found, and removed by the next build."""

_PACKING = 1  # a tenth of the size at a fiftieth of the time that the graph takes to make


@dataclass(frozen=True, slots=True)
class Facts:
    """What is told of a document that conforms. graph: the IRI of its graph. notes: what was odd about it.

    undrafted: why the reader gave no draft of it, where it failed; the next build tries again.
    """

    key: str
    graph: str
    sayings: int
    mentions: int
    statements: int
    notes: tuple[str, ...] = ()
    undrafted: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry of the cache: its file, and what is told of the document.

    begin: where the text begins. text: bytes of the packed text. Both in bytes.
    """

    path: Path
    facts: Facts
    begin: int
    text: int

    def read_text(self) -> bytes:
        """The captured text. Raises OSError."""
        return zlib.decompress(self._read(self.begin, self.text))

    def read_lines(self) -> Sequence[bytes]:
        """The statements: sorted N-Quads lines, each with its line feed. Raises OSError."""
        data = zlib.decompress(self._read(self.begin + self.text, -1))
        return [line + b"\n" for line in data.split(b"\n")[:-1]]

    def _read(self, begin: int, length: int) -> bytes:
        with self.path.open("rb") as file:
            file.seek(begin)
            return file.read(length)


@dataclass(frozen=True, slots=True)
class Cache:
    """The cache of a build folder. common: fingerprint of what all documents share."""

    folder: Path
    common: str

    def name(self, document: Document, reading: bytes | None) -> str:
        """The name of the entry of a document. reading: its reading file, None where it has none."""
        digest = hashlib.sha256(f"{VERSION} {self.common} ".encode())
        digest.update(repr(document).encode("utf-8", "surrogatepass"))
        if reading is not None:
            digest.update(hashlib.sha256(reading).digest())
        return digest.hexdigest()

    def find(self, name: str) -> Kept | None:
        """The entry with this name, if there is one and it is whole."""
        path = self.folder / name
        try:
            with path.open("rb") as file:
                checksum = file.readline()
                rest = file.read()
            if checksum != _checksum(rest):
                return None
            begin = rest.index(b"\n") + 1
            return _kept(path, len(checksum) + begin, json.loads(rest[:begin]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, name: str, facts: Facts, text: bytes, lines: Iterable[bytes]) -> Kept:
        """Write an entry. Raises OSError."""
        packed = zlib.compress(text, _PACKING)
        told = {**asdict(facts), "text": len(packed)}
        head = json.dumps(told).encode() + b"\n"
        rest = head + packed + zlib.compress(b"".join(lines), _PACKING)
        checksum = _checksum(rest)
        self.folder.mkdir(parents=True, exist_ok=True)
        path, new = self.folder / name, self.folder / f".{name}.{os.getpid()}"
        new.write_bytes(checksum + rest)
        new.replace(path)
        return _kept(path, len(checksum) + len(head), told)

    def prune(self, used: Collection[str]) -> None:
        """Remove every file but the entries with these names."""
        if self.folder.is_dir():
            for path in self.folder.iterdir():
                if path.name not in used:
                    path.unlink(missing_ok=True)


def _checksum(rest: bytes) -> bytes:
    return hashlib.sha256(rest).hexdigest().encode() + b"\n"


def _kept(path: Path, begin: int, told: dict[str, Any]) -> Kept:
    facts = Facts(
        key=str(told["key"]),
        graph=str(told["graph"]),
        sayings=int(told["sayings"]),
        mentions=int(told["mentions"]),
        statements=int(told["statements"]),
        notes=tuple(map(str, told["notes"])),
        undrafted=told["undrafted"],
    )
    return Kept(path, facts, begin, int(told["text"]))
