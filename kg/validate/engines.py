"""Data and shapes -> SHACL report: pyrudof for every day, pySHACL as the engine of record."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import lru_cache
from typing import Any
from typing import Literal as OneOf

from rdflib import Graph

from kg.errors import ConformanceError
from kg.validate.shapes import Shapes

Engine = OneOf["pyrudof", "pyshacl"]


def run_pyrudof(data: Graph, shapes: Shapes) -> Graph:
    """The report of pyrudof (written in Rust; some twenty times faster than pySHACL here).

    Its session is kept for the next graph of the same process and is not for several threads at once. It
    works beside the calling thread, so that an interrupt is answered at once; the session is lost then.
    """
    triples = data.serialize(format="nt")
    done: Future[Graph] = Future()
    threading.Thread(target=_settle, args=(done, triples, shapes), daemon=True).start()
    try:
        return done.result()
    except KeyboardInterrupt:
        _session.cache_clear()
        raise


def _settle(done: Future[Graph], triples: str, shapes: Shapes) -> None:
    try:
        done.set_result(_staged(triples, shapes))
    except BaseException as error:  # noqa: BLE001 - raised again where the result is asked for
        done.set_exception(error)


def _staged(triples: str, shapes: Shapes) -> Graph:
    import pyrudof

    try:
        session = _session(shapes.turtle)
        session.begin_staging()
        try:
            return _in_session(session, triples)
        finally:
            session.rollback_staging()
    except pyrudof.RudofError as error:
        raise ConformanceError(f"it cannot be validated: {error}") from error


def _in_session(session: Any, triples: str) -> Graph:
    import pyrudof

    session.read_data(
        # A first line of its own, for pyrudof takes an empty text, a path or an address for something else.
        "# data\n" + triples,
        format=pyrudof.RDFFormat.NTriples,
        reader_mode=pyrudof.ReaderMode.Strict,
        merge=True,
    )
    if session.validate_shacl().conforms:
        return Graph()
    report = session.serialize_shacl_validation_results(format=pyrudof.ResultShaclValidationFormat.NTriples)
    return Graph().parse(data=report, format="nt")


@lru_cache(maxsize=4)
def _session(turtle: str) -> Any:
    """A session of pyrudof with these shapes read and no data: opening one costs 0.2 s."""
    import pyrudof

    session = pyrudof.Rudof(pyrudof.RudofConfig())
    session.read_shacl(turtle, reader_mode=pyrudof.ReaderMode.Strict)
    session.read_data("# no data yet\n", format=pyrudof.RDFFormat.NTriples)
    return session


def run_pyshacl(data: Graph, shapes: Shapes) -> Graph:
    """The report of pySHACL, in its plain form: no inference, no advanced features, nothing fetched."""
    import pyshacl
    from pyshacl.errors import ReportableRuntimeError

    whole = Graph(bind_namespaces="none")  # pySHACL asks for a store of the default kind
    whole += data
    try:
        _, report, _ = pyshacl.validate(whole, shacl_graph=shapes.graph, inference="none", advanced=False)
    except ReportableRuntimeError as error:
        raise ConformanceError(f"it cannot be validated: {error}") from error
    if not isinstance(report, Graph):
        raise ConformanceError(f"it cannot be validated: {report}")
    return report


ENGINES: dict[Engine, Callable[[Graph, Shapes], Graph]] = {"pyrudof": run_pyrudof, "pyshacl": run_pyshacl}
"""Name -> engine."""
