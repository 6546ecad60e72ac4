"""Bytes of a pipe <-> frames: what a query worker and its server say to each other.

A frame is one byte that says its kind, four bytes of length (big endian), and its content.
"""

from __future__ import annotations

import os
import struct

HEAD = struct.Struct(">cI")

READY = b"R"
"""Worker: the store is open."""
QUERY = b"Q"
"""Server: a query, JSON {text, results, graph, default, named}."""
ANSWER = b"A"
"""Worker: the answer begins, JSON {form, media_type}."""
DATA = b"D"
"""Worker: a piece of the answer."""
END = b"E"
"""Worker: it is done with this query; content `last` if it ends now because it has grown."""
ERROR = b"X"
"""Worker: no answer, or no more of it, JSON {error, reason, status, line, column}; END follows."""


def frame(kind: bytes, content: bytes | bytearray = b"") -> bytes:
    """One frame."""
    return HEAD.pack(kind, len(content)) + content


def write_all(pipe: int, data: bytes | bytearray) -> None:
    """Write all of it to a blocking pipe."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(pipe, rest) :]


def read_exactly(pipe: int, size: int) -> bytes | None:
    """Read so many bytes from a blocking pipe; None if it ends before."""
    parts = bytearray()
    while len(parts) < size:
        part = os.read(pipe, size - len(parts))
        if not part:
            return None
        parts += part
    return bytes(parts)
