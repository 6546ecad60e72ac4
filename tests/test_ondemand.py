"""Values are read when they are asked for, and not kept."""

from __future__ import annotations

from kg.ondemand import OnDemand


def test_values_are_read_each_time_they_are_asked_for() -> None:
    read: list[str] = []
    found = OnDemand({name: lambda name=name: read.append(name) or name * 2 for name in "ab"})  # type: ignore[misc]
    assert (list(found), len(found), read) == (["a", "b"], 2, [])
    assert [found["b"], found["a"], found["b"]] == ["bb", "aa", "bb"]
    assert read == ["b", "a", "b"]
