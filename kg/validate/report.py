"""Findings -> a report that people can read, and the same as Turtle."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rdflib import RDFS, Graph, Literal, URIRef

from kg.iris.prefixes import PREFIXES
from kg.validate.findings import Finding, Term
from kg.validate.shapes import SHAPES, Rule
from kg.words import shorten

_NAMESPACES = {**PREFIXES, "kgsh": SHAPES}
_DOCUMENT = re.compile(r"/document/([^/]+)")
_SHOWN = 200
_LONGEST = 120


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One thing that is wrong.

    document: key of the document, '' for what documents share. node: IRI of the node (a blank node as
    '_:…'), label: its label or ''. path: the property or SHACL path in Turtle, '' for the whole node.
    value: the value in Turtle, '' where none is to blame. rule: local name of the shape. message: what is
    wrong, mend: what to do about it. component: IRI of the kind of constraint. shape: IRI of the shape.
    """

    document: str
    node: str
    path: str
    value: str
    rule: str
    message: str
    mend: str
    severity: str
    label: str
    shape: str = field(repr=False)
    component: str = field(repr=False)

    @classmethod
    def of(cls, finding: Finding, data: Graph, rule: Rule) -> Entry:
        """The entry of a finding in the data, in the words of its rule."""
        node = _id(finding.focus)
        found = _DOCUMENT.search(node)
        label = data.value(finding.focus, RDFS.label) if isinstance(finding.focus, URIRef) else None
        return cls(
            document=found[1] if found else "",
            node=node,
            path=finding.path.n3() if finding.path is not None else rule.path or "",
            value=finding.value.n3() if finding.value is not None else "",
            rule=rule.name,
            message=rule.wrong,
            mend=rule.mend,
            severity=finding.severity,
            label=str(label or ""),
            shape=finding.shape,
            component=finding.component,
        )


@dataclass(frozen=True, slots=True)
class Report:
    """What a validation found. entries: sorted. statements: how many were looked at, context left out."""

    entries: tuple[Entry, ...]
    statements: int
    engine: str

    @property
    def conforms(self) -> bool:
        """Whether nothing is wrong."""
        return not self.entries

    def to_text(self, *, limit: int | None = _SHOWN) -> str:
        """The report in words: document, node, place, value, rule, what is wrong, how to mend it.

        limit: how many entries to write out, None for all.
        """
        if self.conforms:
            return f"Conforms: {self.statements:,} statements, nothing to mend ({self.engine})."
        many = "1 finding" if len(self.entries) == 1 else f"{len(self.entries):,} findings"
        shown = self.entries[:limit]
        parts = [f"Does not conform: {many} in {self.statements:,} statements ({self.engine})."]
        parts += [_in_words(n, entry) for n, entry in enumerate(shown, start=1)]
        if left := len(self.entries) - len(shown):
            parts.append(f"… and {left:,} more; the report as Turtle has them all.")
        return "\n\n".join(parts)


def reports_to_turtle(reports: list[Report]) -> str:
    """Several reports as one SHACL report (SHACL, section 3.6) in Turtle, sorted by what they find."""
    results = sorted({entry for report in reports for entry in report.entries})
    head = f"@prefix sh: <{_NAMESPACES['sh']}> .\n\n[] a sh:ValidationReport ;\n    sh:conforms "
    body = "".join(f" ;\n    sh:result {_result(entry)}" for entry in results)
    return f"{head}{'false' if results else 'true'}{body} .\n"


def _result(entry: Entry) -> str:
    focus = "[]" if entry.node.startswith("_:") else f"<{entry.node}>"
    lines = [
        "a sh:ValidationResult",
        f"sh:focusNode {focus}",
        f"sh:resultSeverity sh:{entry.severity}",
        f"sh:sourceShape <{entry.shape}>",
        f"sh:sourceConstraintComponent <{entry.component}>",
        f"sh:resultMessage {Literal(f'{entry.message} {entry.mend}'.strip()).n3()}",
    ]
    if entry.path:
        lines.append(f"sh:resultPath {entry.path}")
    if entry.value:
        lines.append(f"sh:value {'[]' if entry.value.startswith('_:') else entry.value}")
    return "[\n        " + " ;\n        ".join(lines) + "\n    ]"


def _in_words(n: int, entry: Entry) -> str:
    lines = [
        ("document", entry.document or "(shared by documents)"),
        ("node", f"{entry.node}{f'  “{_plain(entry.label)}”' if entry.label else ''}"),
        ("path", _compact(entry.path)),
        ("value", _plain(_compact(entry.value))),
        ("rule", f"kgsh:{entry.rule}" if entry.shape.startswith(SHAPES) else entry.rule),
        ("wrong", entry.message),
        ("mend", entry.mend),
    ]
    shown = "\n".join(f"     {name:<9}{text}" for name, text in lines if text)
    return f"{n:>3}. {shown[5:]}"


def _id(term: Term) -> str:
    return str(term) if isinstance(term, URIRef) else term.n3()


def _compact(turtle: str) -> str:
    """Turtle with the known namespaces as prefixes."""
    for prefix, namespace in _NAMESPACES.items():
        turtle = re.sub(rf"<{re.escape(namespace)}([\w./-]*\w)>", rf"{prefix}:\1", turtle)
    return turtle


def _plain(text: str) -> str:
    """A text on one short line, without signs that a terminal would obey."""
    return shorten("".join(sign if sign.isprintable() else " " for sign in text), _LONGEST)
