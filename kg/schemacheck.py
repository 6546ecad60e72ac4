"""Data of a hand-kept file + JSON Schema (draft 2020-12) -> problems in plain words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from kg.errors import KgError
from kg.handfile import HandFile, Problem

_TYPES = {
    "string": "a text",
    "array": "a list",
    "object": "a group of keys and values",
    "boolean": "true or false",
}


@cache
def _validator(schema: str) -> Draft202012Validator:
    text = files("kg").joinpath("schemas", f"{schema}.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


def check_hand_file(file: HandFile, schema: str, kind: type[KgError]) -> None:
    """Check a file against kg/schemas/{schema}.schema.json.

    Raises one error of `kind` that holds every mistake, those met while reading included.
    """
    found = list(file.problems)
    empty = {problem.at for problem in found}
    for error in _validator(schema).iter_errors(file.data):
        found += [problem for problem in _problems(error) if problem.at not in empty]
    raise_problems(file, found, kind)


def raise_problems(file: HandFile, problems: Iterable[Problem], kind: type[KgError]) -> None:
    """Raise one error of `kind` for all problems of a file; do nothing when there are none."""
    errors = [file.error(kind, problem) for problem in dict.fromkeys(problems)]
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise kind.of(errors)


def near(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """'Did you mean …?' with the nearest of the known words, else what to say otherwise."""
    words = list(known)
    close = get_close_matches(word, words, 3, 0.8) or get_close_matches(word, words, 3, 0.5)
    return f"Did you mean {' or '.join(close)}?" if close else otherwise


def _problems(error: ValidationError) -> Iterator[Problem]:
    """The problems that a schema error stands for; the fitting branch of an anyOf or oneOf only."""
    at = tuple(error.absolute_path)
    wanted: Any = error.validator_value
    schema = error.schema if isinstance(error.schema, dict) else {}
    if error.validator == "additionalProperties":
        yield from _unknown_keys(error, schema)
    elif error.validator == "required":
        present: Any = error.instance
        for key in (key for key in wanted if key not in present):
            yield Problem(at, f"'{key}' is missing", _about(schema, key))
    elif error.validator in ("anyOf", "oneOf"):
        branch = _branch(error)
        if branch and "errorMessage" not in schema:
            for inner in branch:
                yield from _problems(inner)
        else:
            yield Problem(at, _message(error, schema))
    else:
        yield Problem(at, _message(error, schema))


def _unknown_keys(error: ValidationError, schema: dict[str, Any]) -> Iterator[Problem]:
    known = list(schema.get("properties", {}))
    present: Any = error.instance
    for key in present:
        if key not in known:
            mend = near(key, known, f"Known keys: {', '.join(known)}.")
            yield Problem((*error.absolute_path, key), f"unknown key '{key}'", mend)


def _about(schema: dict[str, Any], key: str) -> str:
    text = schema.get("properties", {}).get(key, {}).get("description", "")
    return f"{key}: {text}" if text else ""


def _branch(error: ValidationError) -> list[ValidationError]:
    """The errors of the one branch whose type fits the value, if there is just one."""
    branches: dict[int | str, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    fitting = [
        inners
        for inners in branches.values()
        if not any(inner.validator == "type" and not inner.relative_path for inner in inners)
    ]
    return fitting[0] if len(fitting) == 1 else []


def _message(error: ValidationError, schema: dict[str, Any]) -> str:
    value: Any = error.instance
    wanted: Any = error.validator_value
    match error.validator:
        case "type":
            return f"must be {_TYPES.get(wanted, wanted)}, not {_kind_of(value)}"
        case "enum":
            hint = near(str(value), map(str, wanted))
            return f"'{value}' is none of: {', '.join(map(str, wanted))}. {hint}".rstrip()
        case "pattern":
            return f"'{value}' will not do: {schema.get('patternErrorMessage', wanted)}"
        case "minItems" | "minLength" | "minProperties":
            return "is empty"
        case "maxItems":
            return f"has more than {wanted} entries"
        case "uniqueItems":
            return "names the same thing twice"
    return str(schema.get("errorMessage") or f"'{value}' will not do")


def _kind_of(value: Any) -> str:
    if isinstance(value, bool):
        return f"'{str(value).lower()}'"
    if isinstance(value, str):
        return f"the text '{value[:40]}'"
    return "a list" if isinstance(value, list) else "a group of keys and values"
