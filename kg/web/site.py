"""Settings, release and store -> the Site: all that the pages are made from, fixed for one release."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Generic, TypeVar
from urllib.parse import quote, urlsplit

from kg import __version__
from kg.errors import Place, ReleaseError
from kg.iris import KG, KGV_BASE
from kg.named_queries import NamedQuery, read_queries
from kg.release import Release
from kg.settings import Settings
from kg.statements import Statements
from kg.stores import ReadStore
from kg.stores.resources import Resources
from kg.voices import DocumentVoices, read_voices
from kg.web.wording import Wording, read_wording

T = TypeVar("T")

COLLECTIONS = (
    "document", "volume", "person", "group", "place", "candidate", "event", "role", "software", "graph",
)  # fmt: skip
"""The kinds that have a list at /{kind}/."""


class Recent(Generic[T]):
    """The things made last, kept by name; safe to use from many threads."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._lock = Lock()
        self._kept: OrderedDict[str, T] = OrderedDict()

    def get(self, name: str, make: Callable[[], T]) -> T:
        """What is kept under a name, made where it is not."""
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
                return self._kept[name]
        made = make()
        with self._lock:
            self._kept[name] = made
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return made


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """One document as the pages need it: its graph, its voices, its captured text if there is one."""

    iri: str
    statements: Statements
    voices: DocumentVoices
    text: str | None


@dataclass(frozen=True, slots=True)
class Site:
    """What the web serves. mount: the path of the base without its last slash, '' for most.

    counts: kind -> how many resources. graphs: IRI of a named graph -> how many statements.
    tag: changes with the release and with the software, so that no cache mixes them up.
    """

    settings: Settings
    release: Release
    resources: Resources
    store: ReadStore
    wording: Wording
    context: Mapping[str, Any]
    queries: tuple[NamedQuery, ...]
    counts: Mapping[str, int]
    graphs: Mapping[str, int]
    mount: str
    tag: str
    _documents: Recent[DocumentFacts | None]

    def iri(self, path: str) -> str:
        """The IRI that a decoded path of a request stands for; the Host header has no part in it."""
        path = path.lstrip("/")
        if path.startswith("vocab/") and path != "vocab/":
            return KGV_BASE + quote(path.removeprefix("vocab/"), safe="/~")
        return self.settings.base + quote(path, safe="/~")

    def href(self, iri: str) -> str | None:
        """Where a page links to for an IRI: a path here, an http(s) or mailto address, or None."""
        if iri.startswith(self.settings.base):
            return f"{self.mount}/{iri.removeprefix(self.settings.base)}"
        if iri.startswith(KGV_BASE):
            return f"{self.mount}/vocab/{iri.removeprefix(KGV_BASE)}"
        if iri.startswith(str(KG)):
            return f"{self.mount}/ns#{iri.removeprefix(str(KG))}"
        return iri if urlsplit(iri).scheme in ("http", "https", "mailto") else None

    @property
    def statements(self) -> int:
        """How many statements the data has: all but the description of the dataset, as in the dumps."""
        return sum(size for iri, size in self.graphs.items() if iri != self.url("/graph/dataset"))

    def path(self, path: str) -> str:
        """A path of ours as a link: '/sparql' under the mount."""
        return self.mount + path

    def url(self, path: str) -> str:
        """A path of ours as a whole address under the base."""
        return self.settings.base + path.lstrip("/")

    def address(self, path: str) -> str:
        """Where to ask for a path of ours: under the base, or on this machine where that is the base's."""
        parts = urlsplit(self.settings.base)
        if parts.hostname in ("localhost", "127.0.0.1", "::1"):
            return f"http://{parts.hostname}:{self.settings.port}{self.mount}/{path.lstrip('/')}"
        return self.url(path)

    def document_of(self, iri: str) -> str | None:
        """The IRI of the document that something hangs under, or None."""
        prefix = f"{self.settings.base}document/"
        if not iri.startswith(prefix):
            return None
        return prefix + iri.removeprefix(prefix).split("/")[0]

    def document(self, iri: str) -> DocumentFacts | None:
        """The facts of a document, or None if the release has no graph of it."""
        return self._documents.get(iri, lambda: _read_document(self, iri))


def _read_document(site: Site, iri: str) -> DocumentFacts | None:
    graph = site.resources.graph(f"{iri}/graph")
    if graph is None:
        return None
    statements = Statements.parse(graph)
    voices = read_voices(statements, iri, site.resources.labels)
    return DocumentFacts(iri, statements, voices, captured_text(site, iri))


def text_file(site: Site, document: str) -> Path | None:
    """The file of a document's captured text, or None."""
    known = site.resources.text(document)
    return site.release.path / "texts" / f"{known.key}.txt" if known else None


def captured_text(site: Site, document: str) -> str | None:
    """A document's captured text, every code point as it was captured, or None."""
    path = text_file(site, document)
    return path.read_bytes().decode("utf-8") if path else None


def make_site(settings: Settings, release: Release, store: ReadStore) -> Site:
    """Everything that the pages of a release need.

    Raises ReleaseError when a part of the release is missing or damaged.
    """
    place = Place(release.path / "ontology" / "context.jsonld")
    try:
        context = json.loads(Path(place.file).read_text(encoding="utf-8"))["@context"]
    except (OSError, ValueError, KeyError) as error:
        raise ReleaseError(f"cannot be read: {error}", place=place, mend="Run 'kg build'.") from error
    resources = Resources(release.path / "resources.sqlite")
    return Site(
        settings=settings,
        release=release,
        resources=resources,
        store=store,
        wording=read_wording(release.path / "ontology"),
        context=context,
        queries=read_queries(release.path / "queries"),
        counts=resources.kinds(),
        graphs=resources.graphs(),
        mount=urlsplit(settings.base).path.rstrip("/"),
        tag=f"{release.id}-{_software_tag(settings)}",
        _documents=Recent(64),
    )


def _software_tag(settings: Settings) -> str:
    """8 hex digits over the pages' own code, templates and styles, and over the settings they show."""
    digest = hashlib.sha256(f"{__version__}{settings}".encode())
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.read_bytes())
    return digest.hexdigest()[:8]
