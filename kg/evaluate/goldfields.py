"""The `fields` of a gold file -> the values that a document must have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.evaluate.gold import GoldField, Value
from kg.evaluate.values import FIELDS, value
from kg.evaluate.writings import compared

_SLOTS = {"role": "post", "office": "post"}
_EXACT = "exact"
_PLAIN = {"page-date": "date", "summary": _EXACT, "cited": "number"}
_PARTIES = ("sender", "addressee", "via")


def read_fields(data: dict[str, Any]) -> tuple[GoldField, ...]:
    """The judged fields, in the order of the table; data: checked against the schema."""
    return tuple(field for name in FIELDS for field in _field(name, data))


def _field(name: str, data: dict[str, Any]) -> Iterator[GoldField]:
    if name == "site":
        for label, values in data.get("site", {}).items():
            yield GoldField(name, tuple(_value({"value": one}) for one in values or ()), label)
    elif name == "times":
        if any("time" in one for one in data.get("dates") or ()):
            dates = [one for one in data["dates"] if one.get("time")]
            keys = ("kind", "time", "optional")
            yield GoldField(name, tuple(_value({k: v for k, v in one.items() if k in keys}) for one in dates))
    elif name in data:
        yield GoldField(name, tuple(_values(name, data[name])))


def _values(name: str, given: Any) -> Iterator[Value]:
    if given is None:
        return
    if name in _PARTIES:
        yield _value(given)
    elif name in ("classification", "footnotes", "cited"):
        slot = _PLAIN.get(name, "value")
        yield from (_value(one if isinstance(one, dict) else {"value": one}, slot) for one in given)
    elif isinstance(given, list) and all(isinstance(one, dict) for one in given):
        for one in given:
            parts = {f"part:{part}": words for part, words in one.get("parts", {}).items()}
            yield _value({k: v for k, v in one.items() if k not in ("parts", "time")} | parts)
    else:
        yield _value({_PLAIN.get(name, "value"): given})


def _value(given: dict[str, Any], plain: str = "value") -> Value:
    """A value of the gold: an office and a role share a slot, and so do the writings that are right.

    plain: the slot that a bare 'value' goes to.
    """
    slots: dict[str, tuple[str, ...]] = {}
    shown: dict[str, list[str | None]] = {}
    for key, words in given.items():
        if key == "optional":
            continue
        slot = plain if key == "value" else _SLOTS.get(key, key)
        writings = words if isinstance(words, list) else [words] if words else []
        slots[slot] = (*slots.get(slot, ()), *(compared(slot, one) for one in writings))
        shown[slot] = [*shown.get(slot, []), *writings]
    return Value(slots, value(shown).shown, optional=given.get("optional", False))
