"""A release is built whole, the same each time, and survives whatever happens to a build."""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, BNode, URIRef

from kg import __version__
from kg.errors import KgError, ReleaseError
from kg.release import Release, build_release, open_release, verify
from kg.settings import Settings
from kg.swap import locked
from tests.made import IRIS, TEXT, D, gathered, lines_of, made_graphs, made_release, made_settings

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return made_settings(tmp_path_factory.mktemp("release"))


@pytest.fixture(scope="module")
def release(settings: Settings) -> Release:
    return made_release(settings.root)


def files(release: Release) -> dict[str, bytes]:
    """All files but the store's."""
    paths = (path for path in release.path.rglob("*") if path.is_file())
    found = {str(path.relative_to(release.path)): path.read_bytes() for path in paths}
    return {name: data for name, data in found.items() if not name.startswith("store/")}


def test_every_part_is_there(release: Release) -> None:
    parts = {name.split("/")[0] for name in files(release)}
    assert parts == {
        "dataset.ttl",
        "dumps",
        "manifest.json",
        "ontology",
        "queries",
        "report.ttl",
        "resources.sqlite",
        "shapes",
        "texts",
    }
    assert (release.path / "texts/note-1.txt").read_bytes() == TEXT
    assert (release.path / "queries/01-all.rq").is_file()
    assert (release.path / "ontology/context.jsonld").is_file()
    shapes = (release.path / "shapes/all.ttl").read_text(encoding="utf-8")
    assert len(list(ox.parse(shapes, format=ox.RdfFormat.TURTLE))) == 2
    assert sorted(path.name for path in (release.path / "shapes").iterdir()) == ["a.ttl", "all.ttl", "b.ttl"]


def test_the_manifest_tells_what_it_is(release: Release, settings: Settings, tmp_path: Path) -> None:
    quads = gathered(made_graphs(), tmp_path / "quads")
    manifest = release.manifest
    assert release.id == manifest["release"] == quads.id
    assert manifest["software"] == f"dispatch {__version__}"
    assert (manifest["inputs"], manifest["version"], manifest["base"]) == ("none", "1.0.0", settings.base)
    assert (manifest["documents"], manifest["statements"]) == (1, len(quads))
    about = manifest["graphs"].pop(str(IRIS.graph("dataset")))
    assert about > 100
    assert manifest["graphs"] == {str(name): len(graph) for name, graph in made_graphs().items()}
    manifest["graphs"][str(IRIS.graph("dataset"))] = about
    assert set(manifest["files"]) == set(files(release)) - {"manifest.json"}


def test_the_store_holds_each_graph_and_all_of_them_merged(release: Release) -> None:
    store = ox.Store.read_only(str(release.path / "store"))
    assert len(store) == release.manifest["stored"]
    assert {graph.value for graph in store.named_graphs()} == set(release.graphs)
    for name, size in release.manifest["graphs"].items():
        assert len(list(store.quads_for_pattern(None, None, None, ox.NamedNode(name)))) == size
    merged = {quad.triple for quad in store if quad.graph_name != ox.DefaultGraph()}
    assert {quad.triple for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())} == merged


def test_the_dumps_are_without_the_dataset_description(release: Release, tmp_path: Path) -> None:
    quads = gathered(made_graphs(), tmp_path / "quads")
    assert (release.path / "dumps/all.nq").read_bytes() == quads.path.read_bytes()


def test_it_is_opened_and_verified(release: Release, settings: Settings) -> None:
    opened = open_release(settings.build)
    assert (opened.id, opened.path, opened.manifest) == (release.id, release.path, release.manifest)
    verify(opened)


BUILD = """
import sys
from pathlib import Path
from tests.made import made_release
made_release(Path(sys.argv[1]))
"""


def test_another_process_builds_the_same_bytes(release: Release, tmp_path: Path) -> None:
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", BUILD, str(folder)], cwd=ROOT, env=environment, check=True)
        again = open_release(folder / "build")
        assert again.path.name == release.path.name
        assert files(again) == files(release)


def test_building_again_keeps_what_is_whole_and_mends_what_is_not(tmp_path: Path) -> None:
    first = made_release(tmp_path)
    inode = first.path.stat().st_ino
    assert made_release(tmp_path).path.stat().st_ino == inode
    (first.path / "dumps/all.nt").write_bytes(b"")
    with pytest.raises(ReleaseError, match=r"all.nt: the file is damaged\. Run 'kg build'"):
        open_release(tmp_path / "build")
    mended = made_release(tmp_path)
    assert mended.path == first.path
    assert mended.path.stat().st_ino != inode
    verify(open_release(tmp_path / "build"))
    shutil.rmtree(mended.path / "store")
    with pytest.raises(ReleaseError, match="the store cannot be opened"):
        verify(open_release(tmp_path / "build"))
    verify(made_release(tmp_path))


def test_other_settings_over_the_same_data_are_another_release_of_the_same_id(tmp_path: Path) -> None:
    first = made_release(tmp_path)
    second = made_release(tmp_path, title="Notes, again")
    assert second.id == first.id
    assert second.path != first.path
    assert open_release(tmp_path / "build").path == second.path
    verify(first)  # a server may still read it


def test_without_a_release_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=r"there is no release\. Run 'kg build'"):
        open_release(tmp_path / "build")
    (tmp_path / "current").symlink_to("releases/gone")
    with pytest.raises(ReleaseError, match="there is no release"):
        open_release(tmp_path)


def left(build: Path) -> list[str]:
    return sorted(path.name for path in build.iterdir())


@pytest.mark.parametrize("what", ["blank node", "key", "lock"])
def test_a_build_that_fails_leaves_the_old_release(tmp_path: Path, what: str) -> None:
    before = made_release(tmp_path)
    settings, graphs, texts = made_settings(tmp_path), made_graphs(rain=3), {"note-1": TEXT}
    if what == "blank node":
        graphs[D.graph].add((BNode(), RDF.type, URIRef("https://example.org/x")))
    elif what == "key":
        texts = {"../note": TEXT}
    with (
        locked(settings.build) if what == "lock" else open(os.devnull, encoding="ascii"),
        pytest.raises(KgError, match=r"no IRI|cannot be a key|another build"),
    ):
        build_release(lines_of(graphs), texts, settings, inputs="none")
    verify(open_release(settings.build))
    assert open_release(settings.build).path == before.path
    assert left(settings.build) == [".lock", "current", "releases"]
    assert left(settings.build / "releases") == [before.path.name]


FULL = """
import resource, sys
from pathlib import Path
from kg.errors import ReleaseError
from tests.made import made_release
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    made_release(Path(sys.argv[1]), rain=50)
except ReleaseError as error:
    print(error)
"""


@pytest.mark.parametrize("size", [0, 4_000, 20_000, 60_000])
def test_a_file_that_cannot_be_written_whole_leaves_the_old_release(tmp_path: Path, size: int) -> None:
    """The system refuses to write more than so many bytes of a file, as a full disk would."""
    before = made_release(tmp_path)
    command = [sys.executable, "-c", FULL, str(tmp_path), str(size)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if size:
        assert "the release cannot be written" in ran.stdout, ran.stderr
        assert "The release before this one is untouched." in ran.stdout
    verify(open_release(tmp_path / "build"))
    assert open_release(tmp_path / "build").path == before.path
    made_release(tmp_path)
    assert left(tmp_path / "build") == [".lock", "current", "releases"]


def test_a_full_disk_leaves_the_old_release(tmp_path: Path) -> None:
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2500k", "tmpfs", str(tmp_path)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk can be mounted by root only")
    try:
        before = made_release(tmp_path)
        with pytest.raises(ReleaseError, match=r"cannot be written.*Is the disk full"):
            made_release(tmp_path, rain=5000)
        verify(open_release(tmp_path / "build"))
        assert open_release(tmp_path / "build").path == before.path
        assert left(tmp_path / "build") == [".lock", "current", "releases"]
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


BUILDER = """
import itertools, os, signal, sys
from pathlib import Path
from tests.made import made_release
for line in sys.stdin:  # a new child for each line; it builds until it is killed
    child = os.fork()
    if not child:
        for n in itertools.count(int(line)):
            made_release(Path(sys.argv[1]), rain=n % 7, version=f"1.0.{n}")
    print(child, flush=True)
    os.waitpid(child, 0)
    print("dead", flush=True)
"""


@pytest.fixture
def builder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has imported all, and starts builds one after the other in a child."""
    command = [sys.executable, "-c", BUILDER, str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=20) == 0


def test_a_build_killed_at_any_moment_leaves_a_whole_release(
    tmp_path: Path, builder: subprocess.Popen[str]
) -> None:
    assert builder.stdin is not None
    assert builder.stdout is not None
    began = time.monotonic()
    made_release(tmp_path)
    whole = time.monotonic() - began  # on this machine, now: kills fall before, in and after a build
    moments = random.Random(1950)  # noqa: S311 - only moments
    seen: set[str] = set()
    unfinished = 0
    for turn in range(20):
        builder.stdin.write(f"{turn * 1000}\n")
        child = int(builder.stdout.readline())
        watched = os.pidfd_open(child)
        wait_for(watched, moments.uniform(0.0, 2.5 * whole))
        os.kill(child, signal.SIGKILL)
        os.close(watched)
        assert builder.stdout.readline() == "dead\n"
        release = open_release(tmp_path / "build")
        verify(release)
        seen.add(release.path.name)
        unfinished += any(name.startswith(".new-") for name in left(tmp_path / "build"))
    assert len(seen) > 1, "no build ended between two kills"
    assert unfinished > 1, "no build was killed midway"
    made_release(tmp_path)
    assert left(tmp_path / "build") == [".lock", "current", "releases"]


def wait_for(process: int, seconds: float) -> None:
    """Wait until a process ends by itself, but no longer than so many seconds."""
    assert not select.select([process], [], [], seconds)[0], "the build failed"
