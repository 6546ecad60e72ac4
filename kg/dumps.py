"""Quads -> dump files: six syntaxes, plain and gzipped, and their checksums; the same bytes every time.

Every file is written and read as a stream; none is ever in memory whole.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pyoxigraph as ox

from kg.errors import Place, ReleaseError
from kg.iris.prefixes import PREFIXES
from kg.outlet import Outlet
from kg.processes import all_of
from kg.quads import Quads, batched, triple_lines

SUMS = "SHA256SUMS"
_PIECE = 256 * 1024
_BATCH = 2000


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


def write_dumps(quads: Quads, folder: Path, jobs: int = 1) -> tuple[Dump, ...]:
    """Write all.{extension} and all.{extension}.gz of every syntax, and SHA256SUMS, into a new folder.

    jobs: processes that do it.
    """
    folder.mkdir()
    written = all_of([partial(write_dump, quads, syntax, folder) for syntax in SYNTAXES], jobs)
    dumps = tuple(dump for both in written for dump in both)
    lines = sorted(f"{dump.sha256}  {dump.name}\n" for dump in dumps)
    (folder / SUMS).write_text("".join(lines), encoding="ascii", newline="\n")
    return dumps


def write_dump(quads: Quads, syntax: Syntax, folder: Path) -> tuple[Dump, Dump]:
    """Write one syntax, plain and packed."""
    name = f"all.{syntax.extension}"
    with Outlet(folder / name, packed=True) as outlet:
        if syntax.extension in ("nq", "nt"):
            lines = quads.lines() if syntax.has_graphs else triple_lines(quads.lines())
            for batch in batched(lines, _BATCH):
                outlet.write(b"".join(batch))
        else:
            write(quads.by_graph() if syntax.has_graphs else quads.triples(), syntax, outlet)
    plain, packed = outlet.plain, outlet.packed
    return (
        Dump(name, syntax, packed=False, size=plain.size, sha256=plain.sha256),
        Dump(f"{name}.gz", syntax, packed=True, size=packed.size, sha256=packed.sha256),
    )


def write(statements: Iterable[ox.Quad] | Iterable[ox.Triple], syntax: Syntax, outlet: Outlet) -> None:
    """Write statements in a syntax with our prefixes, in the order given."""
    ox.serialize(statements, output=outlet, format=syntax.format, prefixes=PREFIXES)  # type: ignore[arg-type]


def write_turtle(quads: Quads, path: Path) -> None:
    """Write the statements merged, as Turtle with our prefixes."""
    with Outlet(path, packed=False) as outlet:
        write(quads.triples(), next(syntax for syntax in SYNTAXES if syntax.extension == "ttl"), outlet)


def check_dumps(quads: Quads, folder: Path, jobs: int = 1) -> None:
    """Parse every dump, and compare what is in it with the data. Raises ReleaseError naming the file.

    Compared are the number of statements and the sum of their hashes, which no order changes. jobs: processes
    that do it.
    """
    data, merged = all_of([partial(sum_of, quads), partial(sum_of_merged, quads)], jobs)
    read = all_of([partial(read_dump, syntax, folder) for syntax in SYNTAXES], jobs)
    for syntax, (found, same) in zip(SYNTAXES, read, strict=True):
        path = folder / f"all.{syntax.extension}"
        expected = data if syntax.has_graphs else merged
        if found != expected:
            others = "" if found[0] != expected[0] else ", though as many"
            raise ReleaseError(
                f"the dump has {found[0]} statements, not the {expected[0]} of the data{others}",
                place=Place(path),
            )
        if not same:
            raise ReleaseError("the packed dump is not the plain one", place=Place(f"{path}.gz"))


def read_dump(syntax: Syntax, folder: Path) -> tuple[tuple[int, int], bool]:
    """How many statements a dump has and the sum of their hashes, and whether the packed one is the same."""
    path = folder / f"all.{syntax.extension}"
    try:
        found = _sum(ox.parse(path=path, format=syntax.format))
    except (SyntaxError, ValueError) as error:
        raise ReleaseError(f"the dump does not parse: {error}", place=Place(path)) from error
    same = _digest(path.with_name(f"{path.name}.gz"), packed=True) == _digest(path, packed=False)
    return found, same


def sum_of(quads: Quads) -> tuple[int, int]:
    """How many statements the data has, and the sum of their hashes."""
    return _sum(ox.parse(path=quads.path, format=ox.RdfFormat.N_QUADS))


def sum_of_merged(quads: Quads) -> tuple[int, int]:
    """The same of all graphs merged."""
    return _sum(ox.Quad(*triple) for triple in quads.triples())


def _sum(quads: Iterable[ox.Quad]) -> tuple[int, int]:
    count = total = 0
    for quad in quads:
        count += 1
        total += hash(quad)
    return count, total


def _digest(path: Path, *, packed: bool) -> str:
    digest = hashlib.sha256()
    for piece in _pieces(path, packed=packed):
        digest.update(piece)
    return digest.hexdigest()


def _pieces(path: Path, *, packed: bool) -> Iterator[bytes]:
    with gzip.open(path) if packed else path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece
