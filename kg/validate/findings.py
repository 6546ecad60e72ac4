"""An engine's SHACL report (an RDF graph) -> findings, alike whichever engine made it."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.namespace import SH

Term = URIRef | Literal | BNode


@dataclass(frozen=True, slots=True)
class Finding:
    """One result: which node, at which path, with which value, breaks which rule.

    shape: IRI of the shape (sh:sourceShape). component: IRI of the kind of constraint
    (sh:sourceConstraintComponent). path: IRI of the property where the path is one, else None.
    """

    focus: Term
    shape: str
    component: str
    path: URIRef | None = None
    value: Term | None = None
    severity: str = "Violation"


def read_findings(report: Graph) -> set[Finding]:
    """The results of a SHACL report (SHACL, section 3.6.2), without the details below them."""
    return {
        _finding(report, result)
        for whole in report.subjects(RDF.type, SH.ValidationReport)
        for result in report.objects(whole, SH.result)
    }


def _finding(report: Graph, result: object) -> Finding:
    node = _term(result)
    path, value = report.value(node, SH.resultPath), report.value(node, SH.value)
    return Finding(
        focus=_term(report.value(node, SH.focusNode)),
        shape=str(report.value(node, SH.sourceShape)),
        component=str(report.value(node, SH.sourceConstraintComponent)),
        path=path if isinstance(path, URIRef) else None,
        value=None if value is None else _term(value),
        severity=str(report.value(node, SH.resultSeverity)).rpartition("#")[2],
    )


def _term(node: object) -> Term:
    if not isinstance(node, URIRef | Literal | BNode):
        raise TypeError(f"{node!r} is no term of a report")
    return node
