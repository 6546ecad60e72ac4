"""data/queries/*.rq -> the named queries: a title, a description and the text of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError, Place

_FIELD = re.compile(r"#\s*(title|description):\s*(.+)")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with a name (its file's stem), a title and a description."""

    name: str
    title: str
    description: str
    text: str


def read_queries(folder: Path) -> tuple[NamedQuery, ...]:
    """The queries of a folder in the order of their file names.

    Raises KgError naming the file when a title is missing or it is not UTF-8.
    """
    if not folder.is_dir():
        return ()
    return tuple(_read_query(path) for path in sorted(folder.glob("*.rq")))


def find_query(queries: tuple[NamedQuery, ...], name: str) -> NamedQuery | None:
    """The query with this name, this number (1-based) or a name that begins so, or None."""
    if name.isdigit() and 1 <= int(name) <= len(queries):
        return queries[int(name) - 1]
    exact = [query for query in queries if query.name == name]
    begun = [query for query in queries if query.name.startswith(name)]
    found = exact or begun
    return found[0] if len(found) == 1 else None


def _read_query(path: Path) -> NamedQuery:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise KgError(f"is not UTF-8: {error}", place=Place(path)) from error
    fields: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if found := _FIELD.match(line):
            fields[found.group(1)] = found.group(2).strip()
        elif fields and (more := line.lstrip("# ").strip()):
            last = next(reversed(fields))
            fields[last] = f"{fields[last]} {more}"
    if "title" not in fields:
        raise KgError("has no title", place=Place(path, 1), mend="Begin the file with '# title: …'.")
    return NamedQuery(path.stem, fields["title"], fields.get("description", ""), text)
