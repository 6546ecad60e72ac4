"""Valid graphs -> a release on disk, built aside, verified, swapped in by one rename; and its read side."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import Graph, URIRef

from kg import __version__
from kg.dataset import Described, dataset_graph, statistics
from kg.dumps import check_dumps, turtle, write_dumps
from kg.errors import Place, ReleaseError
from kg.lookup import write_lookup
from kg.manifest import check_files, read_manifest, write_manifest
from kg.quads import Quads, canonical, together, write
from kg.settings import Settings
from kg.swap import aside, locked, point, publish


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
    graphs: Mapping[URIRef, Graph],
    texts: Mapping[str, bytes],
    settings: Settings,
    *,
    inputs: str,
    shapes: str = "",
    report: str = "",
) -> Release:
    """Build a release and make it the current one; the same inputs give the same bytes.

    graphs: all named graphs but graph/dataset, by IRI, without blank nodes. texts: captured page text by
    document key. inputs: fingerprint of everything the build read. shapes: all shape files as one, Turtle.
    report: the SHACL report, Turtle.

    Raises ReleaseError when it cannot be built or verified (a full disk, another build running): the release
    before it stays, and nothing half-written remains.
    """
    build = settings.build
    quads = canonical(graphs)
    try:
        with locked(build), aside(build) as folder:
            manifest = _fill(folder, quads, settings, Inputs(texts, shapes, report, inputs))
            name = f"{quads.id}-{hashlib.sha256(manifest).hexdigest()[:8]}"
            path = _existing(build, name, manifest)
            if path:
                point(build, path)
            else:
                path = publish(build, folder, name)
            return Release(quads.id, path, read_manifest(path))
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


def _fill(folder: Path, quads: Quads, settings: Settings, inputs: Inputs) -> bytes:
    """Write every part of a release, and verify it. Returns the manifest."""
    dumps = write_dumps(quads, folder / "dumps")
    numbers = statistics(quads, settings.base)
    described = Described(quads.id, numbers, dumps, sorted(inputs.texts))
    description = dataset_graph(described, settings)
    about = canonical({URIRef(str(description.identifier)): description})
    (folder / "dataset.ttl").write_bytes(turtle(about))
    everything = together(quads, about)
    stored = _write_store(folder / "store", everything)
    write_lookup(folder / "resources.sqlite", everything, inputs.texts, settings.base)
    _copy_parts(folder, settings, inputs)
    facts = {
        "release": quads.id,
        "software": f"dispatch {__version__}",
        "inputs": inputs.fingerprint,
        "version": settings.version,
        "base": settings.base,
        "documents": len(inputs.texts),
        "statements": len(quads),
        "triples": len(quads.triples),
        "stored": stored,
        "graphs": {**numbers.graphs, str(description.identifier): len(about)},
    }
    manifest = write_manifest(folder, facts)
    check_dumps(quads, folder / "dumps")
    verify(Release(quads.id, folder, read_manifest(folder)))
    return manifest


def _write_store(path: Path, quads: Quads) -> int:
    """Load each statement into its graph, and all merged into the default graph.

    (The engine's own union of graphs gives a statement once for each graph that holds it.) Returns how many
    the store has: literals that it holds equal become one.
    """
    store = ox.Store(str(path))
    store.bulk_load(quads.nquads, format=ox.RdfFormat.N_QUADS)
    store.bulk_load(write(quads.triples, ox.RdfFormat.N_TRIPLES), format=ox.RdfFormat.N_TRIPLES)
    store.flush()
    stored = len(store)
    if stored != len(quads) + len(quads.triples):
        expected = ox.Store()
        expected.extend(quads.quads)
        expected.extend(ox.Quad(*triple) for triple in quads.triples)
        if stored != len(expected):
            raise ReleaseError(f"the store took {stored} statements of {len(expected)}", place=Place(path))
    return stored


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
