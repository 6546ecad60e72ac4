"""Workers are lent in the order of asking, and replaced when they die."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from kg.errors import QueryBusy
from kg.stores.pool import Pool
from kg.stores.process import Died, Overdue, Process

IDLER = "import sys; sys.stdin.read()"


@pytest.fixture
def pool() -> Iterator[Pool]:
    """One process, and room for two threads that wait."""
    made = Pool(lambda: Process([sys.executable, "-c", IDLER], os.environ), 1, 2)
    yield made
    made.close()


def until(condition: object) -> None:
    """Wait until a condition holds."""
    end = time.monotonic() + 10
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, "it never came"
        threading.Event().wait(0.005)


def gone(pid: int) -> bool:
    """Wait until a process has ended."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    with os.fdopen(handle) as file:
        return bool(select.select([file], [], [], 20)[0])


def test_who_asks_first_is_served_first(pool: Pool) -> None:
    lent = pool.take(1)
    served: list[int] = []

    def ask(number: int) -> None:
        process = pool.take(10)
        served.append(number)
        pool.give_back(process)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(2)]
    for number, thread in enumerate(threads):
        thread.start()
        until(lambda number=number: pool.waiting == number + 1)
    pool.give_back(lent)
    for thread in threads:
        thread.join()
    assert served == [0, 1]


def test_nobody_waits_without_end(pool: Pool) -> None:
    lent = pool.take(1)
    with pytest.raises(QueryBusy, match=r"All 1 query processes were busy for 0.02 seconds") as busy:
        pool.take(0.02)
    assert (busy.value.status, pool.waiting) == (503, 0)
    pool.give_back(lent)
    pool.give_back(pool.take(1))


def test_only_so_many_wait(pool: Pool) -> None:
    lent = pool.take(1)
    threads = [threading.Thread(target=lambda: pool.give_back(pool.take(10))) for _ in range(2)]
    for thread in threads:
        thread.start()
    until(lambda: pool.waiting == 2)
    with pytest.raises(QueryBusy, match="2 queries are waiting already"):
        pool.take(10)
    pool.give_back(lent)
    for thread in threads:
        thread.join()


def test_one_that_died_idle_is_replaced(pool: Pool) -> None:
    (pid,) = pool.pids
    os.kill(pid, signal.SIGKILL)
    assert gone(pid)
    process = pool.take(1)
    assert not process.is_dead
    assert pool.pids == [process.pid]
    assert process.pid != pid
    pool.give_back(process)


def test_replacing_ends_the_old_one_and_serves_who_waits(pool: Pool) -> None:
    lent = pool.take(1)
    pid = lent.pid or 0
    taken: list[Process] = []
    thread = threading.Thread(target=lambda: taken.append(pool.take(10)))
    thread.start()
    until(lambda: pool.waiting == 1)
    pool.replace(lent)
    thread.join()
    assert gone(pid)
    assert taken[0].pid == pool.pids[0] != pid
    pool.give_back(taken[0])


def test_a_closed_pool_lends_nothing_and_leaves_nothing(pool: Pool) -> None:
    lent = pool.take(1)
    failed: list[QueryBusy] = []

    def ask() -> None:
        with pytest.raises(QueryBusy) as busy:
            pool.take(10)
        failed.append(busy.value)

    thread = threading.Thread(target=ask)
    thread.start()
    until(lambda: pool.waiting == 1)
    pids = pool.pids
    pool.close()
    thread.join()
    pool.give_back(lent)
    assert failed
    assert all(gone(pid) for pid in pids)
    with pytest.raises(QueryBusy, match="closed"):
        pool.take(1)


def test_a_process_that_says_nothing_is_overdue_and_one_that_ends_has_died() -> None:
    silent = Process([sys.executable, "-c", IDLER], os.environ)
    with pytest.raises(Overdue):
        silent.receive(time.monotonic() + 0.05)
    with pytest.raises(Died, match=r"did not start within 0.05 seconds"):
        silent.ready(0.05)
    silent.close()
    brief = Process([sys.executable, "-c", "raise SystemExit(3)"], os.environ)
    with pytest.raises(Died, match="exit code 3"):
        brief.ready(20)
    brief.close()


def test_a_process_that_cannot_be_started_says_so() -> None:
    process = Process(["/nowhere/python"], os.environ)
    assert process.pid is None
    with pytest.raises(Died, match="cannot be started"):
        process.ready(1)
    process.close()


def test_a_process_that_does_not_read_is_overdue() -> None:
    process = Process([sys.executable, "-c", "import time; time.sleep(60)"], os.environ)
    with pytest.raises(Overdue):
        process.send(b"x" * (3 * 1024 * 1024), time.monotonic() + 0.05)
    process.close()
