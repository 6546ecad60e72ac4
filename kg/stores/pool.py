"""Worker processes -> one for each query, in the order of asking; a dead one is replaced."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from kg.errors import QueryBusy
from kg.stores.process import Process


class _Turn:
    """One thread that waits for a worker."""

    def __init__(self) -> None:
        self.came = threading.Event()
        self.process: Process | None = None


class Pool:
    """A fixed number of worker processes. Safe to use from many threads."""

    def __init__(self, start: Callable[[], Process], size: int, queue: int) -> None:
        """start: makes a process, and does not wait for it. queue: how many threads may wait at once."""
        self._start = start
        self._size = size
        self._queue = queue
        self._lock = threading.RLock()  # a forgotten answer may be collected, and give back, inside it
        self._closed = False
        self._turns: deque[_Turn] = deque()
        self._all = {start() for _ in range(size)}
        self._idle = deque(self._all)

    @property
    def pids(self) -> list[int]:
        """The process ids of the workers."""
        with self._lock:
            return sorted(process.pid for process in self._all if process.pid)

    @property
    def waiting(self) -> int:
        """How many threads wait for a worker."""
        with self._lock:
            return len(self._turns)

    def take(self, seconds: float) -> Process:
        """A worker for one query; the caller gives it back, whole or broken.

        Raises QueryBusy when none becomes free within so many seconds, or too many wait already.
        """
        with self._lock:
            if self._closed:
                raise QueryBusy("The query store is closed.")
            if self._idle:
                return self._living(self._idle.popleft())
            if len(self._turns) >= self._queue:
                raise QueryBusy(f"{self._queue} queries are waiting already.", mend="Try again later.")
            turn = _Turn()
            self._turns.append(turn)
        turn.came.wait(seconds)
        with self._lock:
            if turn.process is None:
                if turn in self._turns:
                    self._turns.remove(turn)
                raise QueryBusy(
                    f"All {self._size} query processes were busy for {seconds:g} seconds.",
                    mend="Try again later.",
                )
            return turn.process

    def give_back(self, process: Process) -> None:
        """Return a worker that is ready for the next query."""
        with self._lock:
            if not self._closed:
                self._pass_on(process)
                return
        process.close()

    def replace(self, process: Process) -> None:
        """Return a worker that is dead, busy with something nobody waits for, or about to end."""
        process.close()
        with self._lock:
            if not self._closed:
                self._pass_on(self._fresh(process))

    def close(self) -> None:
        """End all workers; threads that wait get QueryBusy. May be called often."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, deque()
            turns, self._turns = self._turns, deque()
            busy = self._all - set(idle)
        for process in busy:
            process.kill()
        for process in idle:
            process.close()
        for turn in turns:
            turn.came.set()

    def _pass_on(self, process: Process) -> None:
        if self._turns:
            turn = self._turns.popleft()
            turn.process = process
            turn.came.set()
        else:
            self._idle.append(process)

    def _living(self, process: Process) -> Process:
        """The process, or a new one if it died while nobody used it."""
        if not process.is_dead:
            return process
        process.close()
        return self._fresh(process)

    def _fresh(self, process: Process) -> Process:
        """A new process in the place of one that is gone."""
        fresh = self._start()
        self._all.discard(process)
        self._all.add(fresh)
        return fresh
