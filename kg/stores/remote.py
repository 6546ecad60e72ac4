"""Query text -> Answer, from any SPARQL 1.1 endpoint (SPARQL 1.1 Protocol), through SPARQLWrapper."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from typing import Any, Self
from urllib.error import HTTPError, URLError

from SPARQLWrapper import CSV, JSON, JSONLD, POST, RDFXML, TSV, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

from kg import __version__
from kg.errors import Place, QueryFailed, QueryRefused
from kg.stores import JSON as RESULTS_JSON
from kg.stores import TURTLE as GRAPH_TURTLE
from kg.stores import Answer, Form
from kg.stores.scan import scan

_FORMATS = {
    "application/sparql-results+json": JSON,
    "application/sparql-results+xml": XML,
    "text/csv": CSV,
    "text/tab-separated-values": TSV,
    "text/turtle": TURTLE,
    "application/rdf+xml": RDFXML,
    "application/ld+json": JSONLD,
}
_FORMS: dict[str, Form] = {"SELECT": "solutions", "ASK": "boolean"}
_REFUSALS = frozenset((400, 403, 406, 413))
_CHUNK = 1 << 16


class RemoteStore:
    """Somebody's SPARQL endpoint (a ReadStore). endpoint: its address. seconds: how long to wait."""

    def __init__(self, endpoint: str, *, seconds: float = 60.0) -> None:
        self._endpoint = endpoint
        self._seconds = seconds

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def query(
        self,
        text: str,
        *,
        results: str | None = RESULTS_JSON,
        graph: str | None = GRAPH_TURTLE,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> Answer:
        """See ReadStore.query.

        SERVICE and updates are refused here, before anything is sent. What SPARQLWrapper cannot ask for
        (N-Triples, TriG, N-Quads) is refused with 406. Without graphs named, the endpoint's own default
        dataset is asked.
        """
        scan(text)
        asked = SPARQLWrapper(self._endpoint, agent=f"Dispatch/{__version__}")
        with warnings.catch_warnings():  # it warns of a query that it cannot tell the form of
            warnings.simplefilter("ignore", RuntimeWarning)
            asked.setQuery(text)
        form = _FORMS.get(str(asked.queryType), "graph")
        media_type = graph if form == "graph" else results
        if media_type not in _FORMATS:
            raise QueryRefused(f"The answer cannot be had as {media_type or 'that'}.", status=406)
        asked.setMethod(POST)
        asked.setOnlyConneg(True)
        asked.setReturnFormat(_FORMATS[media_type])
        asked.setTimeout(int(self._seconds) or 1)
        for name, graphs in (("default-graph-uri", default_graphs), ("named-graph-uri", named_graphs)):
            for one in graphs:
                asked.addParameter(name, one)
        return Answer(media_type, form, _Body(self._ask(asked)))

    def close(self) -> None:
        """Nothing is kept open."""

    def _ask(self, asked: SPARQLWrapper) -> Any:
        place = Place(self._endpoint)
        try:
            return asked.query().response
        except QueryBadFormed as error:
            raise QueryRefused(_last_line(str(error)), place=place) from error
        except HTTPError as error:
            if error.code not in _REFUSALS:
                raise QueryFailed(f"The endpoint did not answer: {error}", place=place) from error
            reason = _last_line(error.read(_CHUNK).decode(errors="replace"))
            raise QueryRefused(reason, place=place, status=error.code) from error
        except (SPARQLWrapperException, URLError, TimeoutError, ConnectionError) as error:
            raise QueryFailed(
                f"The endpoint did not answer: {_last_line(str(error))}", place=place
            ) from error


class _Body(Iterator[bytes]):
    """The body of an HTTP response, in pieces."""

    def __init__(self, response: Any) -> None:
        self._response = response

    def __next__(self) -> bytes:
        piece: bytes = self._response.read(_CHUNK)
        if not piece:
            self.close()
            raise StopIteration
        return piece

    def close(self) -> None:
        """Let go of the connection."""
        self._response.close()


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "no reason was given"
