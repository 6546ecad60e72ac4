"""How the batch grows: converters alone, whole builds of one, four and sixteen times as much, and a rebuild.

Every figure is of whole processes. Times say little on a noisy machine; that the ratios of a document stay
near 1 says that the build is linear, and that memory stays where it is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from corpus import write_corpus, write_volume
from measure import Cost, measured

ROOT = Path(__file__).resolve().parents[1]
FRUS = ROOT.parent / "shared" / "corpora" / "frus"
TIMES = (1, 4, 16)
_CONVERT = """
import sys, time
from pathlib import Path
from kg.converters import convert
from kg.errors import SourceError
began, found = time.process_time(), 0
for path in map(Path, sys.argv[1:]):
    found += sum(not isinstance(one, SourceError) for one in convert(path.name, path.read_bytes()))
print(found, time.process_time() - began)
"""


def converters(scratch: Path, environ: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Documents per second of the converters, with the memory of the process."""
    pages = scratch / "pages"
    write_corpus(pages, 300)
    yield "pages, made up", _rate(sorted((pages / "data" / "sources").iterdir()), environ)
    volume = scratch / "volume.xml"
    write_volume(volume, 300)
    yield "volume of 300 documents, made up", _rate([volume], environ)
    for path in sorted(FRUS.glob("*.xml")) if FRUS.is_dir() else ():
        yield f"{path.stem}, {path.stat().st_size / 1e6:.1f} MB", _rate([path], environ)


def _rate(paths: list[Path], environ: dict[str, str]) -> str:
    cost, told = measured([sys.executable, "-c", _CONVERT, *map(str, paths)], environ)
    if cost is None:
        return told
    documents, seconds = told.split()
    return f"{int(documents) / float(seconds):>8.0f} documents/s{cost.memory:>8.0f} MiB"


def builds(scratch: Path, environ: dict[str, str], letters: int) -> Iterator[tuple[str, Cost, int]]:
    """Builds of one, four and sixteen times so many letters, and each again with one reading changed.

    Gives a name, the cost and the number of documents of each.
    """
    for times in TIMES:
        folder = scratch / f"times-{times}"
        write_corpus(folder, letters * times, paragraphs=4)
        own = {**environ, "KG_BUILD": str(folder / "build")}
        command = [sys.executable, "-m", "kg", "build", "--config", str(folder / "kg.toml")]
        yield f"{times} x {letters} letters", _cost(command, own), letters * times
        reading = folder / "data" / "readings" / "letter-000001.yaml"
        text = reading.read_text(encoding="utf-8")
        reading.write_text(text.replace("The consul's account", "His account"), encoding="utf-8")
        yield "  again, one reading changed", _cost(command, own), letters * times


def _cost(command: list[str], environ: dict[str, str]) -> Cost:
    cost, told = measured(command, environ)
    if cost is None:
        raise SystemExit(told)
    return cost


def report(scratch: Path, environ: dict[str, str], letters: int) -> None:
    """Measure and print."""
    print("\nConverters alone")
    for name, rate in converters(scratch, environ):
        print(f"{name:<44}{rate}")
    print(f"\n{'Whole builds':<44}{'cpu s':>8}{'wall s':>8}{'MiB':>8}{'cpu / document, against 1 x':>30}")
    first: dict[bool, float] = {}
    for name, cost, documents in builds(scratch, environ, letters):
        again = name.startswith(" ")
        each = cost.cpu / documents
        first.setdefault(again, each)
        ratio = each / first[again]
        print(f"{name:<44}{cost.cpu:>8.1f}{cost.wall:>8.1f}{cost.memory:>8.0f}{ratio:>30.2f}")
