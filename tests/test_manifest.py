"""The manifest lists every file with size and checksum; a change to any is seen."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from kg.errors import ReleaseError
from kg.manifest import check_files, read_manifest, write_manifest

FACTS = {"release": "0" * 16, "graphs": {"https://example.org/g": 1}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("dumps/all.nt", "store/000001.sst", "dataset.ttl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    write_manifest(tmp_path, FACTS)
    return tmp_path


def test_it_lists_every_file_but_itself_and_the_store(folder: Path) -> None:
    manifest = read_manifest(folder)
    assert list(manifest["files"]) == ["dataset.ttl", "dumps/all.nt"]
    assert manifest["files"]["dumps/all.nt"] == {
        "bytes": 12,
        "sha256": hashlib.sha256(b"dumps/all.nt").hexdigest(),
    }
    assert manifest["release"] == FACTS["release"]
    before = (folder / "manifest.json").read_bytes()
    assert write_manifest(folder, FACTS) == before
    check_files(folder, manifest)


def test_a_changed_file_is_named(folder: Path) -> None:
    manifest = read_manifest(folder)
    (folder / "dataset.ttl").write_bytes(b"DATASET.ttl")
    read_manifest(folder)  # the size is the same
    with pytest.raises(ReleaseError, match=r"dataset.ttl: the file is damaged. Run 'kg build'"):
        check_files(folder, manifest)
    (folder / "dataset.ttl").write_bytes(b"cut")
    with pytest.raises(ReleaseError, match=r"dataset.ttl: the file is damaged"):
        read_manifest(folder)
    (folder / "dataset.ttl").unlink()
    with pytest.raises(ReleaseError, match=r"dataset.ttl: cannot be read"):
        check_files(folder, manifest)
    with pytest.raises(ReleaseError, match=r"manifest.json: the release is damaged: .*dataset.ttl"):
        read_manifest(folder)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"files": {}}',
        '{"files": {"a": 1}}',
        json.dumps({"files": {}, "release": 1, "graphs": 2}),
    ],
)
def test_a_manifest_that_is_none_says_so(tmp_path: Path, text: str) -> None:
    with pytest.raises(ReleaseError, match=r"manifest.json: the release is damaged"):
        read_manifest(tmp_path)
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(ReleaseError, match=r"manifest.json: the release is damaged"):
        read_manifest(tmp_path)
