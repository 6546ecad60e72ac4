"""YAML file kept by hand -> plain data that knows the line of every key, and what is odd about it.

Anchors, aliases and tags are refused: a file says each thing where it is read. A date or number
stays the text it is, so that 1950-09, 1950 and "1950" are all what they look like.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kg.errors import KgError, Place

KeyPath = tuple[str | int, ...]
NOTHING = "nothing stands after the key"
_TAG = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a key of a file; `mend` says what to do, or is ''; `line` if not the key's."""

    at: KeyPath
    reason: str
    mend: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class HandFile:
    """A file's data (dicts, lists, texts, truth values) with the 1-based line of every key."""

    path: Path
    data: Any
    sha256: str
    lines: Mapping[KeyPath, int]
    problems: tuple[Problem, ...] = ()

    def line(self, at: KeyPath) -> int | None:
        """The line of a key, or of the nearest key around it."""
        while at and at not in self.lines:
            at = at[:-1]
        return self.lines.get(at)

    def name(self, at: KeyPath) -> str:
        """A key path in words: entries of a list by their id where they have one, else by number."""
        words: list[str] = []
        value = self.data
        for step in at:
            value = value[step] if _has(value, step) else None
            if isinstance(step, str):
                words.append(step)
            elif isinstance(value, dict) and isinstance(value.get("id"), str):
                words.append(value["id"])
            else:
                words[-1:] = [f"{words[-1] if words else ''}[{step + 1}]"]
        return ".".join(words)

    def error(self, kind: type[KgError], problem: Problem) -> KgError:
        """A problem of this file as an error of a kind."""
        line = problem.line or self.line(problem.at)
        place = Place(self.path, line, self.name(problem.at) or None)
        return kind(problem.reason, place=place, mend=problem.mend)


def _has(value: Any, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and step < len(value)


def read_hand_file(path: Path, kind: type[KgError]) -> HandFile:
    """Read a YAML file; doubled keys, empty values and the like stand in its `problems`.

    Raises an error of `kind`, with file and line, for a file that is missing, not UTF-8 or no YAML.
    """
    data, text = read_text(path, kind)
    return parse_hand_text(text, path, hashlib.sha256(data).hexdigest(), kind)


def read_text(path: Path, kind: type[KgError]) -> tuple[bytes, str]:
    """The bytes of a file and its text; a byte order mark is passed over.

    Raises an error of `kind` for a file that is missing or, with the line, not UTF-8.
    """
    try:
        data = path.read_bytes()
        return data, data.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise kind("there is no such file", place=Place(path)) from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        wrong = f"is not UTF-8: byte {data[error.start]:#04x} at offset {error.start}"
        raise kind(wrong, place=Place(path, line), mend="Save the file as UTF-8.") from error
    except OSError as error:
        raise kind(f"cannot be read: {error.strerror}", place=Place(path)) from error


def parse_hand_text(text: str, path: Path, sha256: str, kind: type[KgError]) -> HandFile:
    """Parse YAML that stands in a file from its first line on.

    Raises an error of `kind` for what is empty or no YAML.
    """
    node = _compose(text, path, kind)
    if node is None:
        raise kind("is empty", place=Place(path), mend="Write something in it or remove it.")
    plain = _Plain()
    value = plain.value(node, ())
    return HandFile(path, value, sha256, plain.lines, tuple(plain.problems))


def _compose(text: str, path: Path, kind: type[KgError]) -> Node | None:
    try:
        node: Node | None = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        words = ", ".join(part for part in (error.context, error.problem) if part)
        mend = "Look for a missing quote mark, colon or indent at or just before that line."
        raise kind(f"is not valid YAML: {words}", place=Place(path, line), mend=mend) from error
    except YAMLError as error:
        found = str(error).splitlines()[0]
        raise kind(f"is not valid YAML: {found}", place=Place(path)) from error
    except RecursionError as error:
        raise kind("is nested too deeply", place=Place(path)) from error
    return node


@dataclass
class _Plain:
    """Makes plain data of composed nodes and notes lines and problems on the way."""

    lines: dict[KeyPath, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def value(self, node: Node, at: KeyPath) -> Any:
        self.lines.setdefault(at, node.start_mark.line + 1)
        if node.anchor is not None:
            self.problems.append(Problem(at, "anchors and aliases ('&', '*') have no place here"))
            return None
        if isinstance(node, MappingNode):
            return dict(self._entries(node, at))
        if isinstance(node, SequenceNode):
            return [self.value(item, (*at, n)) for n, item in enumerate(node.value)]
        return self._scalar(node, at)

    def _entries(self, node: MappingNode, at: KeyPath) -> Iterator[tuple[str, Any]]:
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, ScalarNode):
                self.problems.append(Problem(at, f"line {line}: a key must be a text"))
                continue
            name = str(key.value)
            if name in seen:
                reason = f"'{name}' stands here twice: on line {seen[name]} and on line {line}"
                self.problems.append(Problem((*at, name), reason, "Keep one of them.", line))
                continue
            seen[name] = line
            self.lines[(*at, name)] = line
            yield name, self.value(value, (*at, name))

    def _scalar(self, node: Node, at: KeyPath) -> Any:
        tag, text = str(node.tag).removeprefix(_TAG), str(node.value)
        match tag:
            case "str" | "timestamp" | "int" | "float":
                return text
            case "bool":
                return text.lower() in ("true", "yes", "on")
            case "null":
                self.problems.append(Problem(at, NOTHING))
                return None
        self.problems.append(Problem(at, f"the tag '{node.tag}' has no place here"))
        return None
