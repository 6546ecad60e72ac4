"""Graph and shapes -> report: whether what is to be published keeps the rules, and how to mend it if not.

A document's graph points at persons, places and concepts that stand in other graphs. They are given as
`context`: of these, only what the graph leads to is looked at, so that every reference can be checked and
the cost of a document does not grow with the authority files. Shared graphs are validated once, by
themselves, each with the others as its context.

Two engines, one verdict: pyrudof does the everyday work, pySHACL is the engine of record; tests compare
them on every example and on the telegram. What needs the page text, which never enters a graph, is checked
here (kg.validate.page) and reported in the same form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rdflib import Graph, URIRef

from kg.errors import ConformanceError
from kg.validate.engines import ENGINES, Engine
from kg.validate.findings import read_findings
from kg.validate.page import compare_with_page
from kg.validate.reach import with_context
from kg.validate.report import Entry, Report, reports_to_turtle
from kg.validate.shapes import Shapes, load_shapes

# What may stand in no IRI (RDF 1.1 N-Triples, IRIREF).
_BROKEN = re.compile(r'[\x00-\x20<>"{}|\\^`]')

__all__ = ["Engine", "Entry", "Report", "Shapes", "load_shapes", "reports_to_turtle", "validate"]


def validate(
    graph: Graph,
    shapes: Shapes,
    *,
    context: Iterable[Graph] = (),
    text: str | None = None,
    engine: Engine = "pyrudof",
) -> Report:
    """Validate one graph against the shapes (SHACL, W3C REC 2017, section 3.4).

    graph: the graph of one document, or a shared one. context: the shared graphs that it refers to; what
    is wrong in them is reported too, as far as the graph leads there. text: the document's page text, with
    which spans and hash are compared; None leaves that out. Raises ConformanceError for a graph that
    cannot even be written as N-Triples, and for shapes that the engine cannot work with.
    """
    data = with_context(graph, context)
    _refuse_broken_iris(data)
    findings = read_findings(ENGINES[engine](data, shapes))
    if text is not None:
        findings |= compare_with_page(graph, text)
    unknown = sorted({f.shape for f in findings} - shapes.rules.keys())
    if unknown:
        raise ConformanceError(f"the engine names shapes that the folder does not have: {', '.join(unknown)}")
    entries = (Entry.of(finding, data, shapes.rules[finding.shape]) for finding in findings)
    return Report(tuple(sorted(entries)), statements=len(graph), engine=engine)


def _refuse_broken_iris(data: Graph) -> None:
    broken = sorted(
        {
            term
            for statement in data
            for term in statement
            if isinstance(term, URIRef) and _BROKEN.search(term)
        }
    )
    if broken:
        raise ConformanceError(
            f"it cannot be validated, for {broken[0]!s} is no IRI",
            mend="Make IRIs from keys of letters, digits, '.', '_', '~' and '-'.",
        )
