"""The telegram's release as outsiders see it: their parsers, validators and checkers on our files."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import SH, Dataset, Graph

from kg.settings import Settings

SYNTAXES = {"ttl": "turtle", "nt": "ntriples", "rdf": "rdfxml", "nq": "nquads", "trig": "trig"}


def run(*command: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in command],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, **environ},
        check=False,
    )


@pytest.fixture(scope="module")
def dumps(built: Settings) -> Path:
    return (built.build / "current" / "dumps").resolve()


def files(folder: Path) -> dict[str, str]:
    """Every file but the store's, which is an index, with its SHA-256."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in found
        if path.parent.name != "store"
    }


def test_the_pyshacl_command_says_that_the_turtle_dump_conforms(built: Settings, dumps: Path) -> None:
    shapes = built.build / "current" / "shapes" / "all.ttl"
    done = run(sys.executable, "-m", "pyshacl", "-s", shapes, dumps / "all.ttl")
    assert done.returncode == 0, done.stdout
    assert "Conforms: True" in done.stdout


def test_crm_check_finds_nothing(shared: Path, dumps: Path) -> None:
    reference = shared / "reference"
    schemas = ("cidoc_crm_v7.1.3.rdf", "CRMinf_v1.2.1.rdf", "CRMdig_v5.0.rdf")
    named = [word for schema in schemas for word in ("--schema", str(reference / schema))]
    done = run(sys.executable, shared / "suites" / "crm_check.py", *named, dumps / "all.ttl")
    assert done.returncode == 0, done.stdout
    assert done.stdout.rstrip().endswith(" 0 findings")
    checked = int(done.stdout.split()[-5])
    assert checked > 1000


@pytest.mark.parametrize("extension", ["ttl", "nt", "rdf", "nq", "trig"])
def test_rapper_parses_each_dump(extension: str, dumps: Path) -> None:
    if shutil.which("rapper") is None:
        pytest.skip("rapper (Debian's raptor2-utils) is not installed")
    done = run("rapper", "-q", "-c", "-i", SYNTAXES[extension], dumps / f"all.{extension}")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("extension", ["ttl", "nt", "nq", "trig"])
def test_serdi_parses_each_dump(extension: str, dumps: Path) -> None:
    if shutil.which("serdi") is None:
        pytest.skip("serdi (Debian's serdi) is not installed")
    done = run("serdi", "-i", SYNTAXES[extension], dumps / f"all.{extension}")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") > 5000


# rdflib's own JSON-LD and N-Quads parsers use what rdflib calls deprecated.
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_the_json_ld_dump_says_what_the_n_quads_say(dumps: Path) -> None:
    sizes = []
    for name, syntax in (("all.jsonld", "json-ld"), ("all.nq", "nquads")):
        data = Dataset()
        data.parse(data=(dumps / name).read_bytes(), format=syntax)
        sizes.append(len(set(data.quads())))
    assert sizes[0] == sizes[1] > 5000


@pytest.mark.parametrize(
    "shapes", ["suites/dcat-ap/shacl/dcat-ap-SHACL.ttl", "reference/dcat-ap-300-shacl.ttl"]
)
def test_the_dataset_description_conforms_to_dcat_ap(
    shapes: str, shared: Path, built: Settings, tmp_path: Path
) -> None:
    mended = tmp_path / "shapes.ttl"
    without_dangling_references(Graph().parse(shared / shapes)).serialize(mended)
    described = built.build / "current" / "dataset.ttl"
    done = run(sys.executable, "-m", "pyshacl", "-s", mended, described)
    assert done.returncode == 0, done.stdout
    assert "Conforms: True" in done.stdout


def without_dangling_references(shapes: Graph) -> Graph:
    """DCAT-AP 3.0.1 refers to two property shapes that it does not define; pySHACL refuses such a file."""
    for shape, found in list(shapes.subject_objects(SH.property)):
        if (found, SH.path, None) not in shapes:
            shapes.remove((shape, SH.property, found))
    return shapes


def test_the_full_text_never_goes_into_the_dumps(built: Settings, dumps: Path) -> None:
    text = (built.build / "current" / "texts" / "telegram-1258.txt").read_text(encoding="utf-8")
    nt = (dumps / "all.nt").read_text(encoding="utf-8")
    longest = max(nt.splitlines(), key=len)
    assert len(longest) < len(text) / 2
    assert text[390:1065].replace("\n", "\\n") not in nt


def test_two_builds_give_the_same_bytes(built: Settings, root: Path, tmp_path: Path) -> None:
    where = {"KG_BUILD": str(tmp_path), "PYTHONHASHSEED": "7"}
    done = run(sys.executable, "-m", "kg", "build", "--config", root / "kg.toml", **where)
    assert done.returncode == 0, done.stderr
    first, second = files((built.build / "current").resolve()), files((tmp_path / "current").resolve())
    assert first == second
    assert {"manifest.json", "dataset.ttl", "dumps/all.nq", "dumps/all.ttl.gz", "report.ttl"} <= first.keys()
    assert "resources.sqlite" in first
