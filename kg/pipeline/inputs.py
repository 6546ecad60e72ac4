"""Settings and files -> what all documents share, and fingerprints of all that a build reads."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from rdflib import Graph, URIRef

import kg
from kg.annotate import Reader
from kg.annotate.readers import load_reader
from kg.authority import AuthorityIndex, read_authority
from kg.errors import Place, SourceError
from kg.graph import authority_graph, links_graph, vocabulary_graph
from kg.iris import Iris
from kg.links import read_links
from kg.settings import SETTINGS, Settings
from kg.validate import Engine, Report, Shapes, load_shapes, validate

# The software that a document's graph and its validation depend on, besides this package.
_SOFTWARE = (
    "rdflib", "pyoxigraph", "pyrudof", "pyshacl", "ruamel.yaml", "lxml", "rapidfuzz", "charset-normalizer",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Common:
    """What all documents share: the authority, and the graphs a document is validated with."""

    iris: Iris
    authority: AuthorityIndex
    shapes: Shapes
    graphs: dict[URIRef, Graph]
    engine: Engine = "pyrudof"
    reader: Reader | None = None

    def reports(self) -> dict[str, Report]:
        """The shared graphs validated, each with the others as its context, by the name of the graph."""
        return {
            str(name): validate(
                graph,
                self.shapes,
                context=[other for key, other in self.graphs.items() if key != name],
                engine=self.engine,
            )
            for name, graph in self.graphs.items()
        }


def read_common(settings: Settings, engine: Engine = "pyrudof") -> Common:
    """Read the authority, the links, the vocabulary and the shapes.

    Raises AuthorityError, KgError: everything stops, since every document rests on them.
    """
    if not settings.data.is_dir():
        raise SourceError(
            "there is no such folder", place=Place(settings.data), mend="Set paths.data in kg.toml."
        )
    iris = Iris(settings.base)
    authority = read_authority(settings.data / "authority")
    mappings = read_links(settings.data / "links", authority)
    graphs = {
        iris.graph("authority"): authority_graph(authority, iris, settings.publisher),
        iris.graph("links"): links_graph(mappings, iris, owl_same_as=settings.owl_same_as),
        iris.graph("vocabulary"): vocabulary_graph(settings.ontology, iris),
    }
    reader = load_reader(settings.reader, settings.root)
    return Common(iris, authority, load_shapes(settings.shapes), graphs, engine, reader)


def inputs_fingerprint(settings: Settings) -> str:
    """SHA-256 over everything a build reads: settings of the dataset, data, ontology, shapes, software."""
    tables = ("dataset", "dates", "links", "annotate")
    read = [getattr(settings, s.name) for s in SETTINGS if s.table in tables]
    read.append(settings.document_characters)
    digest = hashlib.sha256(repr((kg.__version__, read)).encode())
    for part in _contents(settings.data, settings.ontology, settings.shapes, Path(kg.__file__).parent):
        digest.update(part)
    return digest.hexdigest()


def common_fingerprint(settings: Settings) -> str:
    """SHA-256 over all that every document's graph and validation rest on: a part of what a build reads.

    Not in it: sources, readings, queries, and the settings that only describe the dataset.
    """
    reader = load_reader(settings.reader, settings.root)
    drafts = (settings.reader, reader and reader.version)
    read = (settings.base, settings.publisher, settings.zones, settings.owl_same_as, drafts)
    digest = hashlib.sha256(repr((kg.__version__, sys.version, *map(_version, _SOFTWARE), read)).encode())
    folders = [settings.data / "authority", settings.data / "links", settings.ontology, settings.shapes]
    for part in _contents(*folders, Path(kg.__file__).parent):
        digest.update(part)
    return digest.hexdigest()


def _contents(*folders: Path) -> Iterator[bytes]:
    """Name and SHA-256 of every file below the folders; links that lead nowhere are files too."""
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if _has_bytes(p) and p.suffix != ".pyc"):
            yield str(path.relative_to(folder)).encode() + b"\0"
            yield _content(path)


def _has_bytes(path: Path) -> bool:
    return os.path.isfile(path) or not os.path.exists(path)


def _content(path: Path) -> bytes:
    """SHA-256 of a file; of one that cannot be read, why not: who needs it tells of that."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError as error:
        return f"unreadable: {error.strerror}".encode()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
