"""Evaluation -> plain data for JSON, in the same order every time."""

from __future__ import annotations

import json
from typing import Any

from kg.evaluate import Evaluation
from kg.evaluate.counts import Count, Fault, Measures, Share

FORMAT = "dispatch-evaluation/1"


def to_json(evaluation: Evaluation, *, faults: bool = False) -> str:
    """The whole evaluation as JSON text; faults: with every miss and false find."""
    data = {
        "format": FORMAT,
        "total": measures(evaluation.total),
        "documents": [
            {"gold": one.gold.as_posix(), "document": one.document, "measures": measures(one.judged.measures)}
            | ({"faults": [_fault(fault) for fault in one.judged.faults]} if faults else {})
            for one in evaluation.documents
        ],
        "left-out": [{"gold": one.gold.as_posix(), "reason": one.reason} for one in evaluation.left],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def measures(given: Measures) -> dict[str, Any]:
    """Each measure by name: right, found, wanted with precision, recall, f1; or right, of with rate."""
    return {name: _count(count) for name, count in given.counts.items()} | {
        name: _share(share) for name, share in given.shares.items()
    }


def _count(count: Count) -> dict[str, Any]:
    return {
        "right": count.right,
        "found": count.found,
        "wanted": count.wanted,
        "precision": _rounded(count.precision),
        "recall": _rounded(count.recall),
        "f1": _rounded(count.f1),
    }


def _share(share: Share) -> dict[str, Any]:
    return {"right": _rounded(share.right), "of": share.of, "rate": _rounded(share.rate)}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _fault(fault: Fault) -> dict[str, Any]:
    place = {"begin": fault.span.begin, "end": fault.span.end} if fault.span else {}
    return {"measure": fault.measure, "kind": fault.kind, "words": fault.words, "note": fault.note, **place}
