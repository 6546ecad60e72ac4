"""Work of several processes: workers that leave an interrupt to their parent, and end when it is gone."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

from kg.errors import ReleaseError

R = TypeVar("R")


def processors(jobs: int) -> int:
    """So many processes as a setting says; 0 for as many as there are processors for this one."""
    return jobs or len(os.sched_getaffinity(0))


@contextmanager
def workers(jobs: int, ready: Callable[[], object] = int) -> Iterator[ProcessPoolExecutor]:
    """Processes that end with the block; when it is left early, what is not begun is dropped.

    ready: what each does first. Raises ReleaseError when one is ended from outside.
    """
    context = multiprocessing.get_context("spawn")  # a fork would copy locks of the engines' threads
    pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(ready,))
    try:
        yield pool
    except BrokenProcessPool as error:
        raise ReleaseError(
            "a process of the build was ended from outside, or had no memory left",
            mend="Set build.jobs lower in kg.toml, or KG_JOBS=1, and build again: documents made are kept.",
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def all_of(work: Iterable[Callable[[], R]], jobs: int) -> list[R]:
    """The results of some work in its order; done here, if jobs is 1. Raises what the work raises."""
    if jobs == 1:
        return [one() for one in work]
    with workers(jobs) as pool:
        return [future.result() for future in [pool.submit(one) for one in work]]


def _begin(ready: Callable[[], object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    ready()


def _end_with_the_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
