"""A folder becomes the current release whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ReleaseError
from kg.swap import aside, locked, publish


def put(build: Path, name: str) -> Path:
    """Publish a folder with one file that holds its name."""
    with locked(build), aside(build) as folder:
        (folder / "sub").mkdir()
        (folder / "sub" / "file").write_text(name, encoding="ascii")
        return publish(build, folder, name)


def shown(build: Path) -> str:
    return (build / "current" / "sub" / "file").read_text(encoding="ascii")


def names(build: Path) -> list[str]:
    return sorted(path.name for path in build.iterdir())


def test_current_is_a_relative_link_to_a_whole_folder(tmp_path: Path) -> None:
    build = tmp_path / "build"
    path = put(build, "one")
    assert path == build / "releases" / "one"
    assert (build / "current").readlink() == Path("releases/one")
    assert shown(build) == "one"
    assert names(build) == [".lock", "current", "releases"]
    moved = tmp_path / "moved"
    build.rename(moved)
    assert shown(moved) == "one"


def test_the_release_before_stays_and_older_ones_go(tmp_path: Path) -> None:
    for name, left in (
        ("one", ["one"]),
        ("two", ["one", "two"]),
        ("three", ["three", "two"]),
        ("one", ["one", "three"]),
    ):
        put(tmp_path, name)
        assert shown(tmp_path) == name
        assert names(tmp_path / "releases") == left


def test_a_damaged_release_of_that_name_is_replaced(tmp_path: Path) -> None:
    put(tmp_path, "one")
    put(tmp_path, "two")
    (tmp_path / "releases/two/sub/file").unlink()
    put(tmp_path, "two")
    assert shown(tmp_path) == "two"
    assert names(tmp_path) == [".lock", "current", "releases"]
    assert names(tmp_path / "releases") == ["one", "two"]


def test_a_failure_leaves_what_was(tmp_path: Path) -> None:
    put(tmp_path, "one")

    def fail() -> None:
        with locked(tmp_path), aside(tmp_path) as folder:
            (folder / "half").write_text("x", encoding="ascii")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert shown(tmp_path) == "one"
    assert names(tmp_path) == [".lock", "current", "releases"]


def test_what_killed_builds_left_is_removed(tmp_path: Path) -> None:
    put(tmp_path, "one")
    (tmp_path / ".new-1/dumps").mkdir(parents=True)
    (tmp_path / ".new-1-damaged").mkdir()
    (tmp_path / ".current-1").symlink_to("releases/one")
    (tmp_path / "other").mkdir()
    with locked(tmp_path):
        assert names(tmp_path) == [".lock", "current", "other", "releases"]
    assert shown(tmp_path) == "one"


def test_two_builds_do_not_meet(tmp_path: Path) -> None:
    words = r"another build is running there\. Wait until it has ended"
    with locked(tmp_path), pytest.raises(ReleaseError, match=words):
        put(tmp_path, "two")
    assert put(tmp_path, "two").exists()
