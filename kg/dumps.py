"""Quads -> dump files: six syntaxes, plain and gzipped, and their checksums; the same bytes every time."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import Place, ReleaseError
from kg.iris.prefixes import PREFIXES
from kg.quads import Quads, write

SUMS = "SHA256SUMS"
_LEVEL = 9
_XMLNS = re.compile(rb'(<rdf:RDF)((?: xmlns:[\w.-]+="[^"]*")+)(>)')


@dataclass(frozen=True, slots=True)
class Syntax:
    """A syntax of the dumps.

    extension: of its files. media_type, name: as people and clients call it. file_type: its code in the EU
    file type authority table. has_graphs: whether it keeps the named graphs apart.
    """

    extension: str
    media_type: str
    name: str
    file_type: str
    has_graphs: bool

    @property
    def format(self) -> ox.RdfFormat:
        """The engine's constant."""
        return ox.RdfFormat.from_media_type(self.media_type)  # type: ignore[return-value]


SYNTAXES: tuple[Syntax, ...] = (
    Syntax("nq", "application/n-quads", "N-Quads", "RDF_N_QUADS", True),
    Syntax("trig", "application/trig", "TriG", "RDF_TRIG", True),
    Syntax("ttl", "text/turtle", "Turtle", "RDF_TURTLE", False),
    Syntax("nt", "application/n-triples", "N-Triples", "RDF_N_TRIPLES", False),
    Syntax("jsonld", "application/ld+json", "JSON-LD", "JSON_LD", True),
    Syntax("rdf", "application/rdf+xml", "RDF/XML", "RDF_XML", False),
)


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump file: its name, its syntax, whether gzipped, bytes, SHA-256 (hex)."""

    name: str
    syntax: Syntax
    packed: bool
    size: int
    sha256: str


def write_dumps(quads: Quads, folder: Path) -> tuple[Dump, ...]:
    """Write all.{extension} and all.{extension}.gz of every syntax, and SHA256SUMS, into a new folder."""
    folder.mkdir()
    dumps: list[Dump] = []
    for syntax in SYNTAXES:
        plain = serialise(quads, syntax)
        packed = gzip.compress(plain, compresslevel=_LEVEL, mtime=0)
        for name, data in ((f"all.{syntax.extension}", plain), (f"all.{syntax.extension}.gz", packed)):
            (folder / name).write_bytes(data)
            dumps.append(Dump(name, syntax, data is packed, len(data), hashlib.sha256(data).hexdigest()))
    lines = sorted(f"{dump.sha256}  {dump.name}\n" for dump in dumps)
    (folder / SUMS).write_text("".join(lines), encoding="ascii", newline="\n")
    return tuple(dumps)


def serialise(quads: Quads, syntax: Syntax) -> bytes:
    """All statements in a syntax; one without graphs has them merged."""
    return _WRITERS.get(syntax.extension, _write_prefixed)(quads, syntax)


def check_dumps(quads: Quads, folder: Path) -> None:
    """Parse every dump, and compare its statements. Raises ReleaseError naming the file."""
    graphs, merged = set(quads.quads), {ox.Quad(*triple) for triple in quads.triples}
    for syntax in SYNTAXES:
        path = folder / f"all.{syntax.extension}"
        plain = path.read_bytes()
        expected = graphs if syntax.has_graphs else merged
        try:
            found = set(ox.parse(plain, format=syntax.format))
        except (SyntaxError, ValueError) as error:
            raise ReleaseError(f"the dump does not parse: {error}", place=Place(path)) from error
        if found != expected:
            wrong = next(iter(found ^ expected))
            raise ReleaseError(
                f"the dump has {len(found)} statements, not the {len(expected)} of the data: {wrong}",
                place=Place(path),
            )
        packed = path.with_name(f"{path.name}.gz")
        if gzip.decompress(packed.read_bytes()) != plain:
            raise ReleaseError("the packed dump is not the plain one", place=Place(packed))


def turtle(quads: Quads) -> bytes:
    """The statements merged, as Turtle with our prefixes."""
    return serialise(quads, next(syntax for syntax in SYNTAXES if syntax.extension == "ttl"))


def _write_nquads(quads: Quads, _: Syntax) -> bytes:
    return quads.nquads


def _write_ntriples(quads: Quads, _: Syntax) -> bytes:
    lines = write(quads.triples, ox.RdfFormat.N_TRIPLES).splitlines(keepends=True)
    return b"".join(sorted(lines))


def _write_prefixed(quads: Quads, syntax: Syntax) -> bytes:
    """The engine writes the prefixes in an order of its own, another each time: they are put in ours."""
    statements = quads.by_graph if syntax.has_graphs else quads.triples
    data = ox.serialize(statements, format=syntax.format, prefixes=PREFIXES) or b""
    if syntax.extension == "rdf":
        data = data.replace(b"\r", b"&#13;")  # an XML parser reads a bare one as a line feed
        return _XMLNS.sub(
            lambda root: root[1] + b"".join(_sorted_attributes(root[2])) + root[3], data, count=1
        )
    lines = data.split(b"\n")
    heads = [line for line in lines[: len(PREFIXES)] if line.startswith(b"@prefix ")]
    return b"\n".join([*sorted(heads), b"", *lines[len(heads) :]])


def _sorted_attributes(attributes: bytes) -> list[bytes]:
    return sorted(b" " + attribute for attribute in attributes.split(b" ") if attribute)


_WRITERS: dict[str, Callable[[Quads, Syntax], bytes]] = {"nq": _write_nquads, "nt": _write_ntriples}
