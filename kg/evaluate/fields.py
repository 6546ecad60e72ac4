"""Values of a document's fields + those of the gold -> what is right, missed, false and invented."""

from __future__ import annotations

from collections.abc import Sequence

from kg.evaluate.counts import Count, Fault, Judged, Measures, Share
from kg.evaluate.gold import Gold, GoldField, Value
from kg.evaluate.values import FIELDS
from kg.evaluate.writings import label
from kg.model import Document


def judge_fields(gold: Gold, document: Document | None) -> Judged:
    """Compare a document's fields with the gold's; without a document all that is wanted is missed.

    'invented' is the share of the values given that stand where the gold says the page states none.
    """
    counts: dict[str, Count] = {}
    faults: list[Fault] = []
    invented = Share()
    for field in gold.fields:
        given = _given(field, document) if document else []
        pairs = match(field.values, given)
        name = f"fields.{field.name}"
        counts[name] = counts.get(name, Count()) + _count(field, given, pairs)
        faults += _faults(name, field, given, pairs)
        invented += Share(_invented(field, given, pairs), len(given))
    if not counts:
        return Judged(Measures({}, {}))
    every = sum(counts.values(), Count())
    return Judged(Measures({"fields": every, **counts}, {"invented": invented}), tuple(faults))


def _given(field: GoldField, document: Document) -> list[Value]:
    """The values of a draft, each once: a date that the page repeats is one value."""
    values: dict[tuple[tuple[str, tuple[str, ...]], ...], Value] = {}
    for one in FIELDS[field.name](document):
        if field.label is None or label(field.label) in one.slots.get("label", ()):
            values.setdefault(tuple(sorted(one.slots.items())), one)
    return list(values.values())


def _count(field: GoldField, given: Sequence[Value], pairs: dict[int, int]) -> Count:
    """What may be there and need not is left out of all three numbers."""
    must = {n for n, one in enumerate(field.values) if not one.optional}
    right = len(must & pairs.keys())
    return Count(right, len(given) - len(pairs) + right, len(must))


def fits(wanted: Value, given: Value) -> bool:
    """Whether a value has one of the gold's writings in each of its slots, nothing where it says so."""
    for slot, right in wanted.slots.items():
        there = given.slots.get(slot, ())
        if not (set(right) & set(there) if right else not there):
            return False
    return True


def match(wanted: Sequence[Value], given: Sequence[Value]) -> dict[int, int]:
    """The most pairs that fit, each value in one at most: index of what is wanted -> of what is given."""
    holder: dict[int, int] = {}

    def place(one: int, tried: set[int]) -> bool:
        for other in range(len(given)):
            if other not in tried and fits(wanted[one], given[other]):
                tried.add(other)
                if other not in holder or place(holder[other], tried):
                    holder[other] = one
                    return True
        return False

    for one in range(len(wanted)):
        place(one, set())
    return {one: other for other, one in sorted(holder.items(), key=lambda item: item[1])}


def _invented(field: GoldField, given: Sequence[Value], pairs: dict[int, int]) -> int:
    """How many values stand where the page states none: the whole field, or a slot of its one value."""
    if all(one.optional for one in field.values):
        return len(given) - len(pairs)
    if len(field.values) > 1 or pairs:
        return 0
    empty = [slot for slot, right in field.values[0].slots.items() if not right]
    return sum(any(one.slots.get(slot) for slot in empty) for one in given)


def _faults(name: str, field: GoldField, given: Sequence[Value], pairs: dict[int, int]) -> list[Fault]:
    missed = [one for n, one in enumerate(field.values) if n not in pairs and not one.optional]
    false = [one for n, one in enumerate(given) if n not in pairs.values()]
    note = "" if field.values else "the page states none"
    return [
        *(Fault(name, "missed", one.shown, one.span) for one in missed),
        *(Fault(name, "false", one.shown, one.span, note) for one in false),
    ]
