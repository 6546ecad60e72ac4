"""A release's folder <-> manifest.json: what is in it, with sizes and checksums, and no clock times."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.errors import Place, ReleaseError

NAME = "manifest.json"
_MEND = "Run 'kg build'."


def write_manifest(folder: Path, facts: Mapping[str, Any]) -> bytes:
    """Write the manifest: the facts, and size and checksum of every file but those of the store."""
    files = {str(path.relative_to(folder)): _measure(path) for path in _files(folder)}
    text = json.dumps({**facts, "files": files}, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    (folder / NAME).write_bytes(text.encode())
    return text.encode()


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read the manifest, and see that every file it names is there with its size.

    Raises ReleaseError when it is missing or damaged.
    """
    path = folder / NAME
    try:
        manifest: dict[str, Any] = json.loads(path.read_bytes())
        for name, file in manifest["files"].items():
            if (folder / name).stat().st_size != file["bytes"]:
                raise ReleaseError("the file is damaged", place=Place(folder / name), mend=_MEND)
        str(manifest["release"]), dict(manifest["graphs"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReleaseError(f"the release is damaged: {error}", place=Place(path), mend=_MEND) from error
    return manifest


def check_files(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Read every file again and compare its checksum. Raises ReleaseError."""
    for name, file in manifest["files"].items():
        try:
            found = _measure(folder / name)
        except OSError as error:
            raise ReleaseError(f"cannot be read: {error}", place=Place(folder / name), mend=_MEND) from error
        if found != file:
            raise ReleaseError("the file is damaged", place=Place(folder / name), mend=_MEND)


def _files(folder: Path) -> Iterator[Path]:
    """All files of a release but the manifest itself and the store, whose bytes differ each time."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.relative_to(folder).parts[0] not in (NAME, "store"):
            yield path


def _measure(path: Path) -> dict[str, int | str]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"bytes": path.stat().st_size, "sha256": digest}
