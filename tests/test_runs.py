"""Sorting on the disk gives what sorting in memory gives, however small the runs are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.runs import in_order, merged

LINES = st.lists(st.binary(max_size=6).map(lambda data: data.replace(b"\n", b"") + b"\n"), max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(LINES, st.integers(1, 40), st.integers(2, 4))
def test_lines_come_sorted_and_once(tmp_path: Path, lines: list[bytes], run: int, opened: int) -> None:
    assert list(in_order(lines, tmp_path, run=run, opened=opened)) == sorted(set(lines))
    assert list(tmp_path.iterdir()) == []


def test_few_runs_are_open_at_once(tmp_path: Path) -> None:
    """A thousand runs, four at a time: five levels of at most four."""
    lines = [b"%06d\n" % (n * 7919 % 1000) for n in range(1000)]
    before = len(list(Path("/proc/self/fd").iterdir()))
    sorting = in_order(lines, tmp_path, run=1, opened=4)
    assert next(sorting) == b"000000\n"
    assert len(list(Path("/proc/self/fd").iterdir())) - before <= 5 * 4
    sorting.close()
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_runs_are_merged_each_line_once() -> None:
    assert list(merged([b"a", b"c"], [b"b", b"c", b"d"], [])) == [b"a", b"b", b"c", b"d"]


def test_a_disk_that_is_gone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        list(in_order([b"a\n", b"b\n"], tmp_path / "gone", run=1))
