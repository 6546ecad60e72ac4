"""Valid graphs -> a release on disk, built aside, verified, swapped in by one rename; and its read side."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import Place, ReleaseError

_MEND = "Run 'kg build'."


@dataclass(frozen=True, slots=True)
class Release:
    """A release on disk. It never changes.

    id: 16 hex digits. path: its folder (store/, resources.sqlite, dumps/, dataset.ttl, texts/{key}.txt,
    queries/, shapes/, ontology/, report.ttl, manifest.json). manifest: the parsed manifest.
    """

    id: str
    path: Path
    manifest: Mapping[str, Any]

    @property
    def graphs(self) -> tuple[str, ...]:
        """The IRIs of all its named graphs, sorted."""
        return tuple(sorted(self.manifest["graphs"]))


def open_release(build: Path) -> Release:
    """The current release of a build folder.

    Raises ReleaseError when none was built, or when it is damaged.
    """
    path = (build / "current").resolve()
    if not path.is_dir():
        raise ReleaseError("there is no release", place=Place(build), mend=_MEND)
    place = Place(path / "manifest.json")
    try:
        manifest = json.loads(place.file.read_text(encoding="utf-8"))  # type: ignore[union-attr]
        release = Release(manifest["release"], path, manifest)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReleaseError(f"the release is damaged: {error}", place=place, mend=_MEND) from error
    return release
