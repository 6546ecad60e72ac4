"""Valid graphs -> a release on disk, built aside, verified, swapped in by one rename; and its read side."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg import __version__
from kg.dataset import Described, dataset_parts, statistics
from kg.dumps import check_dumps, write_dumps, write_turtle
from kg.errors import Place, ReleaseError
from kg.iris import Iris
from kg.lookup import write_lookup
from kg.manifest import check_files, read_manifest, write_manifest
from kg.processes import all_of, processors
from kg.quads import Graphs, Quads, canonical, gather, gather_one, together
from kg.settings import Settings
from kg.store import write_store
from kg.swap import aside, locked, point, publish, scratch

MANY = 100_000
"""From so many statements on, the parts of a release are written by several processes."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release on disk. It never changes.

    id: 16 hex digits, the hash of the data. path: its folder (store/, resources.sqlite, dumps/, dataset.ttl,
    texts/{key}.txt, queries/, shapes/, ontology/, report.ttl, manifest.json). manifest: the parsed manifest.
    """

    id: str
    path: Path
    manifest: Mapping[str, Any]

    @property
    def graphs(self) -> tuple[str, ...]:
        """The IRIs of all its named graphs, sorted."""
        return tuple(sorted(self.manifest["graphs"]))


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a release is made of.

    texts: captured page text by document key. shapes: all shape files as one, Turtle. report: the SHACL
    report, Turtle. fingerprint: of everything the build read.
    """

    texts: Mapping[str, bytes]
    shapes: str
    report: str
    fingerprint: str


def build_release(
    graphs: Graphs,
    texts: Mapping[str, bytes],
    settings: Settings,
    *,
    inputs: str,
    shapes: str = "",
    report: str = "",
) -> Release:
    """Build a release and make it the current one; the same inputs give the same bytes.

    graphs: the lines of all named graphs but graph/dataset, by IRI. texts: captured page text by document
    key. Both are read one by one and may stand on the disk. inputs: fingerprint of everything the build
    read. shapes: all shape files as one, Turtle. report: the SHACL report, Turtle.

    Raises ReleaseError when it cannot be built or verified (a full disk, another build running): the release
    before it stays, and nothing half-written remains.
    """
    with locked(settings.build):
        return write_release(graphs, settings, Inputs(texts, shapes, report, inputs))


def write_release(graphs: Graphs, settings: Settings, inputs: Inputs) -> Release:
    """The same, for one who has the build folder locked already."""
    build = settings.build
    try:
        with aside(build) as folder, scratch(build) as sorting:
            manifest = _fill(folder, sorting, graphs, settings, inputs)
            facts = json.loads(manifest)
            name = f"{facts['release']}-{hashlib.sha256(manifest).hexdigest()[:8]}"
            path = _existing(build, name, manifest)
            if path:
                point(build, path)
            else:
                path = publish(build, folder, name)
            return Release(facts["release"], path, read_manifest(path))
    except (OSError, sqlite3.Error) as error:
        raise ReleaseError(
            f"the release cannot be written: {error}",
            place=Place(build),
            mend="Is the disk full, or the folder not writable? The release before this one is untouched.",
        ) from error


def open_release(build: Path) -> Release:
    """The current release of a build folder.

    Raises ReleaseError when none was built, or when a file is missing or cut off. `verify` looks closer.
    """
    path = (build / "current").resolve()
    if not path.is_dir():
        raise ReleaseError("there is no release", place=Place(build), mend="Run 'kg build'.")
    manifest = read_manifest(path)
    return Release(manifest["release"], path, manifest)


def verify(release: Release) -> None:
    """Read the whole release again: checksums, and the number of statements in the store.

    Raises ReleaseError naming the file that is damaged.
    """
    check_files(release.path, release.manifest)
    place = Place(release.path / "store")
    try:
        found = len(ox.Store.read_only(str(release.path / "store")))
    except OSError as error:
        raise ReleaseError(
            f"the store cannot be opened: {error}", place=place, mend="Run 'kg build'."
        ) from error
    if found != release.manifest["stored"]:
        expected = release.manifest["stored"]
        raise ReleaseError(
            f"the store has {found} statements, not {expected}", place=place, mend="Run 'kg build'."
        )


def _fill(folder: Path, sorting: Path, graphs: Graphs, settings: Settings, inputs: Inputs) -> bytes:
    """Write every part of a release, and verify it. Returns the manifest."""
    quads = gather(graphs, sorting / "quads.nq", sorting)
    jobs = processors(settings.jobs) if quads.size >= MANY else 1
    dumps = write_dumps(quads, folder / "dumps", jobs)
    numbers = statistics(quads, settings.base, sorting)
    about = _describe(Described(quads.id, numbers, dumps, sorted(inputs.texts)), settings, sorting)
    write_turtle(about, folder / "dataset.ttl")
    everything = together(quads, about, sorting / "everything.nq")
    stored = _write_indexes(folder, everything, sorting, settings, inputs, jobs)
    _copy_parts(folder, settings, inputs)
    facts = {
        "release": quads.id,
        "software": f"dispatch {__version__}",
        "inputs": inputs.fingerprint,
        "version": settings.version,
        "base": settings.base,
        "documents": len(inputs.texts),
        "statements": quads.size,
        "triples": quads.merged,
        "stored": stored,
        "graphs": everything.sizes,
    }
    manifest = write_manifest(folder, facts)
    check_dumps(quads, folder / "dumps", jobs)
    verify(Release(quads.id, folder, read_manifest(folder)))
    return manifest


def _write_indexes(
    folder: Path, quads: Quads, sorting: Path, settings: Settings, inputs: Inputs, jobs: int
) -> int:
    """Write the store and the lookup. Returns how many statements the store has."""
    lookup = folder / "resources.sqlite"
    work: list[Callable[[], int | None]] = [
        partial(write_store, folder / "store", quads),
        partial(write_lookup, lookup, quads, inputs.texts, settings.base, sorting),
    ]
    return all_of(work, jobs)[0] or 0


def _describe(described: Described, settings: Settings, sorting: Path) -> Quads:
    name = str(Iris(settings.base).graph("dataset"))
    parts = (canonical(name, part) for part in dataset_parts(described, settings))
    return gather_one(name, parts, sorting / "about.nq", sorting)


def _copy_parts(folder: Path, settings: Settings, inputs: Inputs) -> None:
    """Copy what is served beside the data: texts, queries, shapes (also as one file), ontology, report."""
    (folder / "texts").mkdir()
    for key, text in inputs.texts.items():
        (folder / "texts" / f"{key}.txt").write_bytes(text)
    for name, source, pattern in (
        ("queries", settings.data / "queries", "*.rq"),
        ("shapes", settings.shapes, "*.ttl"),
        ("ontology", settings.ontology, "*"),
    ):
        (folder / name).mkdir()
        for path in sorted(source.glob(pattern)):
            if path.is_file():
                shutil.copyfile(path, folder / name / path.name)
    (folder / "shapes" / "all.ttl").write_text(inputs.shapes, encoding="utf-8")
    (folder / "report.ttl").write_text(inputs.report, encoding="utf-8")


def _existing(build: Path, name: str, manifest: bytes) -> Path | None:
    """The same release, if it was built before and is whole."""
    path = build / "releases" / name
    if not path.exists():
        return None
    try:
        if (path / "manifest.json").read_bytes() != manifest:
            return None
        found = read_manifest(path)
        verify(Release(found["release"], path, found))
    except (ReleaseError, OSError):
        return None
    return path
