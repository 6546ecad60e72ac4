"""Lines in any order -> the same lines sorted, each once, in bounded memory: runs on the disk, merged."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

RUN = 64 * 1024 * 1024
"""So many bytes of lines are sorted in memory at once, as Python objects."""

_OBJECT = 64  # bytes that a line takes besides its own, with its places in a list and a set

OPEN = 64
"""So many runs are merged at once; more are merged in several passes."""


def in_order(lines: Iterable[bytes], aside: Path, *, run: int = RUN, opened: int = OPEN) -> Iterator[bytes]:
    """The lines sorted by their bytes, each once.

    lines: each with its line feed. aside: a folder for the runs, which leave nothing behind in it. run: bytes
    of lines sorted at once. opened: runs merged at once. Raises OSError.
    """
    levels: list[list[IO[bytes]]] = [[]]
    try:
        chunks = _chunks(lines, run)
        chunk = next(chunks, [])
        for following in chunks:
            _add(levels, 0, _spilled(_distinct(chunk), aside), aside, opened)
            chunk = following
        yield from merged(_distinct(chunk), *(file for level in levels for file in level))
    finally:
        for file in (file for level in levels for file in level):
            file.close()


def merged(*runs: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of sorted runs in one order, each once."""
    if len(runs) == 1:
        yield from runs[0]
        return
    last = None
    for line in heapq.merge(*runs):
        if line != last:
            yield line
            last = line


def _distinct(chunk: list[bytes]) -> list[bytes]:
    return sorted(set(chunk))


def _chunks(lines: Iterable[bytes], run: int) -> Iterator[list[bytes]]:
    chunk: list[bytes] = []
    size = 0
    for line in lines:
        chunk.append(line)
        size += len(line) + _OBJECT
        if size >= run:
            yield chunk
            chunk, size = [], 0
    yield chunk


def _spilled(lines: Iterable[bytes], aside: Path) -> IO[bytes]:
    """The lines in a file without a name, ready to be read."""
    file = tempfile.TemporaryFile(dir=aside)  # noqa: SIM115 - closed when all runs are read
    try:
        file.writelines(lines)
        file.seek(0)
    except OSError:
        file.close()
        raise
    return file


def _add(levels: list[list[IO[bytes]]], level: int, file: IO[bytes], aside: Path, opened: int) -> None:
    """Put a run on its level; a full level is merged into one run of the next, so few are ever open."""
    if level == len(levels):
        levels.append([])
    levels[level].append(file)
    if len(levels[level]) >= opened:
        whole = _spilled(merged(*levels[level]), aside)
        for one in levels[level]:
            one.close()
        levels[level] = []
        _add(levels, level + 1, whole, aside, opened)
