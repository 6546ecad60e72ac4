"""A folder filled aside -> the current release, by one rename: `current` always leads to a whole one.

Layout of a build folder: `.lock`, `current` (a symbolic link), `releases/{name}`, and while a build runs
`.new-{process}` beside them. What a killed build leaves is removed by the next one.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from kg.errors import Place, ReleaseError

_NEW = ".new-"
_LINK = ".current-"


@contextlib.contextmanager
def locked(build: Path) -> Iterator[None]:
    """Keep other builds out of a build folder, and remove what killed ones left.

    Raises ReleaseError when another build is running.
    """
    (build / "releases").mkdir(parents=True, exist_ok=True)
    with (build / ".lock").open("a", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in (errno.EAGAIN, errno.EACCES):
                raise
            raise ReleaseError(
                "another build is running there", place=Place(build), mend="Wait until it has ended."
            ) from error
        for pattern in (f"{_NEW}*", f"{_LINK}*"):
            for left in build.glob(pattern):
                _remove(left)
        yield


@contextlib.contextmanager
def aside(build: Path) -> Iterator[Path]:
    """An empty folder to build in; unless it was published, it is gone afterwards."""
    folder = build / f"{_NEW}{os.getpid()}"
    folder.mkdir()
    try:
        yield folder
    finally:
        _remove(folder)


@contextlib.contextmanager
def scratch(build: Path) -> Iterator[Path]:
    """An empty folder on the same disk for what is only needed meanwhile; it is gone afterwards."""
    folder = build / f"{_NEW}{os.getpid()}-scratch"
    folder.mkdir()
    try:
        yield folder
    finally:
        _remove(folder)


def publish(build: Path, folder: Path, name: str) -> Path:
    """Make a whole folder the current release, under a name. Returns where it is now.

    The one before it stays for servers that still read it; older ones are removed.
    """
    _sync_tree(folder)
    path = build / "releases" / name
    if path.exists():  # damaged, or it would not have been built again
        path.rename(build / f"{_NEW}{os.getpid()}-damaged")
    folder.rename(path)
    _sync(path.parent)
    point(build, path)
    return path


def point(build: Path, path: Path) -> None:
    """Let `current` lead to a release, and remove those that are neither it nor the one before."""
    link, current = build / f"{_LINK}{os.getpid()}", build / "current"
    before = current.resolve() if current.is_symlink() else None
    link.symlink_to(path.relative_to(build))
    link.replace(current)
    _sync(build)
    for damaged in build.glob(f"{_NEW}*-damaged"):
        _remove(damaged)
    if before != path:
        for old in (build / "releases").iterdir():
            if old not in (path, before):
                _remove(old)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _sync_tree(folder: Path) -> None:
    """Put every file and folder on the disk before a name leads to it."""
    for parent, _, files in os.walk(folder):
        for name in files:
            _sync(Path(parent) / name)
        _sync(Path(parent))


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
