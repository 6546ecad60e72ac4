"""Work of several processes comes in order, and a process that dies is one clear error."""

from __future__ import annotations

import os
import signal
from functools import partial
from pathlib import Path

import pytest

from kg.errors import Place, ReleaseError, SourceError
from kg.processes import all_of, processors, workers


def raise_error(path: Path) -> None:
    raise SourceError("is wrong", place=Place(path, 3), mend="Mend it.")


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_work(jobs: int) -> None:
    assert all_of([partial(divmod, n, 3) for n in range(7)], jobs) == [divmod(n, 3) for n in range(7)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_crosses_with_its_place_and_mend(jobs: int) -> None:
    with pytest.raises(SourceError, match=r"^/a/b:3: is wrong. Mend it\.$") as raised:
        all_of([partial(raise_error, Path("/a/b"))], jobs)
    assert raised.value.place == Place(Path("/a/b"), 3)


def test_a_process_that_is_killed_is_one_clear_error() -> None:
    with pytest.raises(ReleaseError, match=r"no memory left.*KG_JOBS=1"), workers(1) as pool:
        pool.submit(os.kill, pool.submit(os.getpid).result(), signal.SIGKILL).result()


def test_an_interrupt_is_for_the_parent_alone() -> None:
    with workers(1) as pool:
        process = pool.submit(os.getpid).result()
        os.kill(process, signal.SIGINT)
        assert pool.submit(os.getpid).result() == process


def test_as_many_as_there_are_processors() -> None:
    assert processors(3) == 3
    assert processors(0) == len(os.sched_getaffinity(0))
