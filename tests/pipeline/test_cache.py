"""What did not change is not made again; whatever happens to an entry, it is whole or made anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pipeline.cache import Cache, Facts
from tests.small import note

FACTS = Facts("note-1", "https://example.org/document/note-1/graph", 2, 3, 2, ("a note", "é"))
TEXT = "Ёлка\r\n".encode()
LINES = [b'<a:a> <a:b> "c\\n" <a:g> .\n', b"<a:a> <a:c> <a:d> <a:g> .\n"]


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache", "common")


def test_an_entry_is_found_as_it_was_kept(cache: Cache) -> None:
    kept = cache.keep("a" * 64, FACTS, TEXT, LINES)
    found = cache.find("a" * 64)
    assert found == kept
    assert found is not None
    assert (found.facts, found.read_text(), found.read_lines()) == (FACTS, TEXT, LINES)
    assert cache.find("b" * 64) is None
    assert [path.name for path in cache.folder.iterdir()] == ["a" * 64]


@pytest.mark.parametrize("where", [0, 70, 100, 250, -1])
def test_a_damaged_entry_is_not_found(cache: Cache, where: int) -> None:
    path = cache.keep("a" * 64, FACTS, TEXT, LINES).path
    data = bytearray(path.read_bytes())
    data[where] ^= 0xFF
    path.write_bytes(data)
    assert cache.find("a" * 64) is None
    path.write_bytes(path.read_bytes()[:where])
    assert cache.find("a" * 64) is None


def test_the_name_depends_on_all_that_the_entry_is_made_from(cache: Cache) -> None:
    names = {
        cache.name(note(), None),
        cache.name(note(), b""),
        cache.name(note(), b"document: note-1"),
        cache.name(note(shape="other"), None),
        Cache(cache.folder, "other").name(note(), None),
    }
    assert len(names) == 5
    assert cache.name(note(), None) in names


def test_what_was_not_used_is_removed(cache: Cache) -> None:
    cache.prune(())
    for name in "abc":
        cache.keep(name * 64, FACTS, TEXT, LINES)
    (cache.folder / f".{'d' * 64}.123").write_bytes(b"left by a killed build")
    cache.prune({"b" * 64})
    assert [path.name for path in cache.folder.iterdir()] == ["b" * 64]
