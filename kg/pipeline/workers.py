"""Tasks -> outcomes in the same order, made in this process or in several.

A worker reads what all documents share once, by itself; a task goes to it as a Document and comes back as an
outcome, never as a graph. So many tasks are under way at once as keep the workers busy, and no more.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from functools import lru_cache, partial

from kg.pipeline.cache import Cache
from kg.pipeline.document import make
from kg.pipeline.inputs import Common, read_common
from kg.pipeline.outcome import Outcome, Task
from kg.processes import processors, workers
from kg.settings import Settings
from kg.validate import Engine

ALONE = 6
"""So many documents are made in this process before others are started, which takes them a second each."""

_UNDER_WAY = 4  # tasks for each worker


def outcomes(
    items: Iterable[Outcome | Task], settings: Settings, common: Common, cache: Cache | None
) -> Iterator[Outcome]:
    """What becomes of the tasks, and what has become of the rest, in their order.

    Raises ReleaseError when a worker is ended from outside.
    """
    jobs = processors(settings.jobs)
    rest = iter(items)
    made = 0
    for item in rest:
        if isinstance(item, Task):
            yield make(item, settings, common, cache)
            made += 1
        else:
            yield item
        if made == ALONE and jobs > 1:
            break
    yield from _in_workers(rest, settings, common.engine, cache, jobs)


def _in_workers(
    items: Iterator[Outcome | Task], settings: Settings, engine: Engine, cache: Cache | None, jobs: int
) -> Iterator[Outcome]:
    waiting: deque[Outcome | Future[Outcome]] = deque()
    with workers(jobs, partial(_common, settings, engine)) as pool:
        for item in items:
            if isinstance(item, Task):
                waiting.append(pool.submit(_work, item, settings, engine, cache))
            else:
                waiting.append(item)
            while len(waiting) > jobs * _UNDER_WAY or (waiting and isinstance(waiting[0], Outcome)):
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())


def _result(item: Outcome | Future[Outcome]) -> Outcome:
    return item if isinstance(item, Outcome) else item.result()


@lru_cache(maxsize=1)
def _common(settings: Settings, engine: Engine) -> Common:
    return read_common(settings, engine)


def _work(task: Task, settings: Settings, engine: Engine, cache: Cache | None) -> Outcome:
    return make(task, settings, _common(settings, engine), cache)
