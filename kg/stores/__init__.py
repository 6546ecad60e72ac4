"""Query text -> Answer: what every store offers, and the media types it writes.

A store normalises literals (1.50 becomes 1.5, xsd:int becomes xsd:integer, a language tag becomes lower
case), so an Answer has the value of a literal, not always its written form. The form as published stands in
the dumps and in kg.stores.resources.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, Self

Form = Literal["solutions", "boolean", "graph"]

JSON = "application/sparql-results+json"
TURTLE = "text/turtle"

RESULT_TYPES: tuple[str, ...] = (
    JSON,
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
"""What the answer to a SELECT or ASK can be written in, best first."""

GRAPH_TYPES: tuple[str, ...] = (
    TURTLE,
    "application/n-triples",
    "application/rdf+xml",
    "application/ld+json",
    "application/trig",
    "application/n-quads",
)
"""What the answer to a CONSTRUCT or DESCRIBE can be written in, best first."""


class Chunks(Iterator[bytes], Protocol):
    """The bytes of an answer, in pieces. `close` ends the query; a reader that stops early calls it."""

    def close(self) -> None:
        """Let go of the query. May be called often, also after the end."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a query.

    media_type: the one of `results` or `graph` that was used. form: solutions (SELECT), boolean (ASK) or
    graph (CONSTRUCT, DESCRIBE). chunks: the bytes; iterating can raise QueryTimeout or QueryFailed when
    something goes wrong after the beginning was sent, and the connection should then be cut.
    """

    media_type: str
    form: Form
    chunks: Chunks

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self) -> bytes:
        """All of it."""
        return b"".join(self.chunks)

    def close(self) -> None:
        """Let go of the query, however much of it was read."""
        self.chunks.close()


class ReadStore(Protocol):
    """A store that answers SPARQL 1.1 queries and changes nothing. Safe to use from many threads."""

    def query(
        self,
        text: str,
        *,
        results: str | None = JSON,
        graph: str | None = TURTLE,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> Answer:
        """Answer a query.

        The form of a query is known only when it is parsed, so the caller negotiates both kinds:
        results: the member of RESULT_TYPES to use if it is a SELECT or ASK; None if the client takes none.
        graph: the member of GRAPH_TYPES to use if it is a CONSTRUCT or DESCRIBE; None if it takes none.
        default_graphs, named_graphs: IRIs of graphs of the release; where one of them is given they are the
        dataset and win over FROM (SPARQL 1.1 Protocol, section 2.1.4). Without them and without FROM, the
        default graph is all graphs merged, and GRAPH sees each of them.

        Raises QueryError; its `status` is the HTTP status code that says so:
        QueryRefused 400 malformed (the reason holds the parser's line and column), an unknown graph;
        QueryRefused 403 SERVICE, an update; 406 results or graph is None where it is needed;
        QueryRefused 413 too long; QueryBusy 503 no worker became free in time;
        QueryTimeout 503 the deadline passed; QueryFailed 503 too much memory, too long an answer, a crash.
        """

    def close(self) -> None:
        """End all worker processes and connections."""
