"""Six syntaxes, packed and plain: the same statements, the same bytes, parsed by others' tools too."""

from __future__ import annotations

import gzip
import hashlib
import itertools
import shutil
import subprocess
import warnings
from pathlib import Path

import pytest
from rdflib import Dataset, Graph, Literal, URIRef

from kg.dumps import SUMS, SYNTAXES, Dump, check_dumps, write_dumps, write_turtle
from kg.errors import ReleaseError
from kg.iris.prefixes import PREFIXES
from kg.quads import Quads
from tests.made import gathered, made_graphs

NAMES = [f"all.{syntax.extension}{packed}" for syntax in SYNTAXES for packed in ("", ".gz")]
CHARACTERS = "\t\n\r\"'\\ <>&]]>{}|^` é Корея 조선 \U0001f4dc \u00a0\u0085\u2028"


@pytest.fixture(scope="module")
def quads(tmp_path_factory: pytest.TempPathFactory) -> Quads:
    graphs = made_graphs()
    document = next(iter(graphs.values()))
    document.add(
        (URIRef("https://example.org/odd'(),!*;=@-é"), URIRef("https://example.org/p-1"), Literal(CHARACTERS))
    )
    return gathered(graphs, tmp_path_factory.mktemp("made") / "quads")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, quads: Quads) -> Path:
    folder = tmp_path_factory.mktemp("dumps") / "dumps"
    write_dumps(quads, folder)
    return folder


def test_every_file_is_told_with_size_and_checksum(tmp_path: Path, quads: Quads) -> None:
    dumps = write_dumps(quads, tmp_path / "dumps")
    assert [dump.name for dump in dumps] == NAMES
    for dump in dumps:
        data = (tmp_path / "dumps" / dump.name).read_bytes()
        assert (dump.size, dump.sha256) == (len(data), hashlib.sha256(data).hexdigest())
        assert dump.packed == dump.name.endswith(".gz")
    assert isinstance(dumps[0], Dump)


def test_the_checksums_are_read_by_sha256sum(folder: Path) -> None:
    checked = subprocess.run(
        ["sha256sum", "-c", SUMS], cwd=folder, capture_output=True, text=True, check=True
    )
    assert sorted(line.removesuffix(": OK") for line in checked.stdout.splitlines()) == sorted(NAMES)


def test_packed_files_hold_no_clock_and_no_name(folder: Path) -> None:
    for path in folder.glob("*.gz"):
        data = path.read_bytes()
        assert data[3:8] == bytes(5)  # RFC 1952, section 2.3: FLG, MTIME
        assert gzip.decompress(data) == path.with_suffix("").read_bytes()


def statements(path: Path) -> set[tuple[str, ...]]:
    """What rdflib reads, each statement as text."""
    if path.suffix not in (".nq", ".trig", ".jsonld"):
        return {tuple(map(str, triple)) for triple in Graph().parse(path)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own parsers use what it deprecates
        found = Dataset().parse(path)
    return {tuple(map(str, quad)) for quad in found.quads() if quad[3]}


def test_another_parser_reads_the_same_from_each(folder: Path, quads: Quads) -> None:
    read = {syntax.extension: statements(folder / f"all.{syntax.extension}") for syntax in SYNTAXES}
    assert read["nq"] == read["trig"] == read["jsonld"]
    assert read["ttl"] == read["nt"] == read["rdf"] == {quad[:3] for quad in read["nq"]}
    assert (len(read["nq"]), len(read["nt"])) == (quads.size, quads.merged)
    assert any(quad[2] == CHARACTERS for quad in read["nq"])


@pytest.mark.parametrize(
    ("extension", "name"), [("nq", "nquads"), ("trig", "trig"), ("ttl", "turtle"), ("nt", "ntriples")]
)
def test_serd_parses_it(folder: Path, extension: str, name: str) -> None:
    run_tool("serdi", "-i", name, str(folder / f"all.{extension}"))


@pytest.mark.parametrize(
    ("extension", "name"),
    [("nq", "nquads"), ("trig", "trig"), ("ttl", "turtle"), ("nt", "ntriples"), ("rdf", "rdfxml")],
)
def test_raptor_parses_it(folder: Path, extension: str, name: str, quads: Quads) -> None:
    said = run_tool("rapper", "-c", "-i", name, str(folder / f"all.{extension}"))
    expected = quads.size if extension in ("nq", "trig") else quads.merged
    assert f"returned {expected} triples" in said


def run_tool(tool: str, *arguments: str) -> str:
    if not shutil.which(tool):
        pytest.skip(f"{tool} is not installed")
    return subprocess.run([tool, *arguments], capture_output=True, text=True, check=True).stderr


def test_literals_keep_their_written_form(folder: Path) -> None:
    for syntax in SYNTAXES:
        text = (folder / f"all.{syntax.extension}").read_text(encoding="utf-8")
        for form in ("1.50", "1950-09-21T00:00:00+09:00"):
            assert form in text, syntax.name


def test_prefixes_stand_in_one_order_and_none_hides_another(quads: Quads, tmp_path: Path) -> None:
    write_turtle(quads, tmp_path / "some.ttl")
    text = (tmp_path / "some.ttl").read_text(encoding="utf-8")
    lines = [line.split(":")[0] for line in text.splitlines() if line.startswith("@prefix")]
    assert lines == [f"@prefix {prefix}" for prefix in sorted(PREFIXES)]
    spaces = sorted(PREFIXES.values())
    assert not any(longer.startswith(short) for short, longer in itertools.pairwise(spaces))


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        ("all.nt", lambda data: data[: data.index(b"\n") + 1], "has 1 statements, not the"),
        ("all.rdf", lambda data: data[:-20], "does not parse"),
        ("all.ttl.gz", lambda data: gzip.compress(b""), "packed dump is not the plain one"),
    ],
)
def test_a_dump_that_went_wrong_is_seen(
    folder: Path, tmp_path: Path, quads: Quads, name: str, change, words: str
) -> None:  # type: ignore[no-untyped-def]
    shutil.copytree(folder, tmp_path / "dumps")
    path = tmp_path / "dumps" / name
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(ReleaseError, match=f"{name}: .*{words}"):
        check_dumps(quads, tmp_path / "dumps")
