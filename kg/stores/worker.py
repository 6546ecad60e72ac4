"""Frames on standard input -> frames on standard output: the process that runs queries over one store.

`python -m kg.stores.worker CONFIG`, where CONFIG is a JSON object (see Config). It may die of a query; the
server then starts another. It imports no more than it needs, so that this is quick.
"""

from __future__ import annotations

import contextlib
import json
import re
import sys
from collections.abc import Mapping
from typing import IO, Any, cast

import pyoxigraph as ox

from kg.stores.frames import ANSWER, DATA, END, ERROR, HEAD, QUERY, READY, frame, read_exactly, write_all
from kg.stores.jail import address_space, bound_memory, bound_time, close_network

_CHUNK = 64 * 1024
_REASON = 500
_AT = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_RANGES = re.compile(r'\[[^]"]*\](, )?')
_KINDS_NAMED = 16
# The triples of a default graph are written in a dataset syntax as in the graph syntax that it extends.
_AS_GRAPH = {"application/trig": "text/turtle", "application/n-quads": "application/n-triples"}


class TooLong(Exception):
    """The answer is longer than the limit."""


class Output:
    """A file for the engine to write to: collects chunks, sends them as frames, counts the bytes."""

    def __init__(self, pipe: int, limit: int, header: Mapping[str, str]) -> None:
        self._pipe = pipe
        self._limit = limit
        self._pending = bytearray(frame(ANSWER, json.dumps(header).encode()))
        self._chunk = bytearray()
        self._total = 0

    def write(self, data: bytes) -> int:
        """Take some bytes. Raises TooLong."""
        self._total += len(data)
        if self._total > self._limit:
            raise TooLong
        self._chunk += data
        if len(self._chunk) >= _CHUNK:
            write_all(self._pipe, self.rest())
            self._pending.clear()
            self._chunk.clear()
        return len(data)

    def flush(self) -> None:
        """The engine asks for it at the end, when the rest is sent anyway."""

    def rest(self) -> bytearray:
        """The frames that were not sent yet."""
        if self._chunk:
            self._pending += frame(DATA, self._chunk)
        return self._pending


class Worker:
    """One store and the two pipes.

    config: path of the store; prefixes for Turtle and RDF/XML; memory: bytes that the process may grow by;
    seconds of processor time for one query; result_bytes: longest answer.
    """

    def __init__(self, config: Mapping[str, Any], requests: int, answers: int) -> None:
        self._config = config
        self._requests = requests
        self._answers = answers
        self._store = ox.Store.read_only(config["path"])
        close_network()
        self._size = address_space()
        if self._size is not None:
            bound_memory(self._size + config["memory"])

    def run(self) -> None:
        """Answer queries until the server closes the pipe, or half of the granted memory is taken."""
        write_all(self._answers, frame(READY))
        last = False
        while not last and (head := read_exactly(self._requests, HEAD.size)):
            kind, size = HEAD.unpack(head)
            content = read_exactly(self._requests, size)
            if content is None or kind != QUERY:
                return
            last = self._answer(json.loads(content))

    def _answer(self, request: Mapping[str, Any]) -> bool:
        """Answer one query. Returns whether the process ends then."""
        bound_time(self._config["seconds"])
        begun: bytes | bytearray
        try:
            begun = self._run(request)
        except SyntaxError as error:
            begun = _error("refused", *_malformed(str(error)))
        except TooLong:
            limit = f"{self._config['result_bytes']} bytes (limits.result-bytes)"
            begun = _error("failed", f"The answer is longer than {limit}: ask for less, or use LIMIT.")
        except (ValueError, RuntimeError) as error:
            begun = _error("refused", f"The engine does not do this: {error}", 400)
        except (OSError, MemoryError) as error:
            begun = _error("failed", f"The engine gave up: {error or type(error).__name__}")
        last = self._grown()
        write_all(self._answers, begun + frame(END, b"last" if last else b""))
        return last

    def _run(self, request: Mapping[str, Any]) -> bytes | bytearray:
        """Run a query and send most of its answer. Returns the frames that are still to be sent."""
        result = self._store.query(request["text"], **_dataset(request))
        graph = isinstance(result, ox.QueryTriples)
        media_type = request["graph" if graph else "results"]
        if media_type is None:
            asked = "RDF" if graph else "query results"
            return _error("refused", f"The answer to this query is {asked}: ask for a format of that.", 406)
        form = "graph" if graph else "boolean" if isinstance(result, ox.QueryBoolean) else "solutions"
        output = Output(self._answers, self._config["result_bytes"], {"form": form, "media_type": media_type})
        file = cast(IO[bytes], output)
        if isinstance(result, ox.QueryTriples):
            syntax = ox.RdfFormat.from_media_type(_AS_GRAPH.get(media_type, media_type))
            ox.serialize(result, file, syntax, prefixes=self._config["prefixes"])
        else:
            result.serialize(file, ox.QueryResultsFormat.from_media_type(media_type))
        return output.rest()

    def _grown(self) -> bool:
        now = address_space()
        return now is not None and self._size is not None and now > self._size + self._config["memory"] // 2


def _error(
    error: str, reason: str, status: int | None = None, line: int | None = None, column: int | None = None
) -> bytes:
    """An ERROR frame; error: refused or failed."""
    content = {"error": error, "reason": reason[:_REASON], "status": status, "line": line, "column": column}
    return frame(ERROR, json.dumps(content).encode())


def _dataset(request: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments that select the dataset; without them it is the query's FROM, else the whole store."""
    if not request["default"] and not request["named"]:
        return {}
    return {
        "default_graph": [ox.NamedNode(iri) for iri in request["default"]],
        "named_graphs": [ox.NamedNode(iri) for iri in request["named"]],
    }


def _malformed(message: str) -> tuple[str, int] | tuple[str, int, int, int]:
    """The reason, the status, and where known the line and column of a syntax error."""
    found = _AT.match(message)
    if not found:
        return f"The query is malformed: {message}.", 400
    line, column, expected = int(found[1]), int(found[2]), _readable(" ".join(found[3].split()))
    return f"The query is malformed at line {line}, column {column}: {expected}.", 400, line, column


def _readable(expected: str) -> str:
    """What the parser expected, without its ranges of characters and no longer than a person reads."""
    start, of, tokens = _RANGES.sub("", expected).partition("expected one of ")
    kinds = tokens.removesuffix(", ").split(", ")
    return f"{start}{of}{', '.join(kinds[:_KINDS_NAMED])}{' and more' if len(kinds) > _KINDS_NAMED else ''}"


def main(config: Mapping[str, Any], requests: int, answers: int) -> None:
    """Open the store and answer queries; a store that cannot be opened is an ERROR frame."""
    try:
        worker = Worker(config, requests, answers)
    except OSError as error:
        write_all(answers, _error("failed", f"The store cannot be opened: {error}"))
        return
    worker.run()


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):  # the server is gone
        main(json.loads(sys.argv[1]), sys.stdin.fileno(), sys.stdout.fileno())
