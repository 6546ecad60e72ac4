"""A command -> one query worker process, spoken to in frames, each wait with an end."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import select
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence

from kg.stores.frames import ERROR, HEAD, READY

_PIPE = 1024 * 1024
_READ = 256 * 1024
_LAST = 4096


class Overdue(Exception):
    """The time for an answer passed."""


class Died(Exception):
    """The worker process is gone. The message says of what; `words` is the last of what it wrote about it."""

    def __init__(self, message: str, words: str = "") -> None:
        super().__init__(message)
        self.words = words


class Process:
    """A worker process. Used by one thread at a time; `kill` may be called by any."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start it if that is possible now; `ready` starts it otherwise, and waits for it."""
        self._command = command
        self._environment = environment
        self._input = bytearray()
        self._is_ready = False
        self._process: subprocess.Popen[bytes] | None = None
        self._words = tempfile.TemporaryFile()  # noqa: SIM115 - closed by close
        with contextlib.suppress(Died):
            self._start()

    @property
    def pid(self) -> int | None:
        """The process id, or None if it is not started."""
        return self._process.pid if self._process else None

    @property
    def is_dead(self) -> bool:
        """Whether it was started and has ended."""
        return self._process is not None and self._process.poll() is not None

    def ready(self, seconds: float) -> None:
        """Wait until it has opened the store. Raises Died, also when that takes longer."""
        self._start()
        if self._is_ready:
            return
        try:
            kind, content = self.receive(time.monotonic() + seconds)
        except Overdue as error:
            raise Died(f"it did not start within {seconds:g} seconds") from error
        if kind != READY:
            raise Died(json.loads(content)["reason"] if kind == ERROR else "it does not speak our frames")
        self._is_ready = True

    @property
    def has_frame(self) -> bool:
        """Whether the next frame is here already."""
        return (
            len(self._input) >= HEAD.size and len(self._input) >= HEAD.size + HEAD.unpack_from(self._input)[1]
        )

    def send(self, data: bytes, until: float) -> None:
        """Send a frame. until: time.monotonic() of the end. Raises Overdue, Died."""
        rest = memoryview(data)
        while rest:
            self._wait(self._requests.fileno(), select.POLLOUT, until)
            try:
                rest = rest[os.write(self._requests.fileno(), rest) :]
            except BrokenPipeError as error:
                raise self._death() from error

    def receive(self, until: float) -> tuple[bytes, bytes]:
        """The next frame, its kind and content. Raises Overdue, Died."""
        self._fill(HEAD.size, until)
        kind, size = HEAD.unpack_from(self._input)
        self._fill(HEAD.size + size, until)
        content = bytes(memoryview(self._input)[HEAD.size : HEAD.size + size])
        del self._input[: HEAD.size + size]
        return kind, content

    def kill(self) -> None:
        """End it now. May be called often, and while another thread waits for it."""
        if self._process:
            self._process.kill()

    def close(self) -> None:
        """End it now, and leave nothing of it behind."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._requests.close()
            self._answers.close()
        self._words.close()

    def _start(self) -> None:
        if self._process:
            return
        try:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._words,
                bufsize=0,
                env=self._environment,
            )
        except OSError as error:
            raise Died(f"it cannot be started: {error}") from error
        if self._process.stdin is None or self._process.stdout is None:
            raise AssertionError("both were asked for")
        self._requests, self._answers = self._process.stdin, self._process.stdout
        for pipe in (self._requests, self._answers):
            os.set_blocking(pipe.fileno(), False)
            with contextlib.suppress(OSError, AttributeError):  # not Linux, or above the user's share
                fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)

    def _fill(self, size: int, until: float) -> None:
        while len(self._input) < size:
            self._wait(self._answers.fileno(), select.POLLIN, until)
            part = os.read(self._answers.fileno(), _READ)
            if not part:
                raise self._death()
            self._input += part

    def _wait(self, pipe: int, event: int, until: float) -> None:
        poll = select.poll()
        poll.register(pipe, event)
        if not poll.poll(max(0.0, until - time.monotonic()) * 1000):
            raise Overdue

    def _death(self) -> Died:
        """Of what it died: the name of a signal, or its exit code."""
        code = self._process.wait() if self._process else 0
        size = self._words.seek(0, os.SEEK_END)
        self._words.seek(max(0, size - _LAST))
        words = self._words.read().decode(errors="replace")
        return Died(signal.Signals(-code).name if code < 0 else f"exit code {code}", words)
