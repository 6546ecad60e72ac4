"""SSSOM/TSV file -> its rows, with the line of each and every identifier as a full IRI.

SSSOM 1.0 and 1.1 (SSSOM/TSV serialisation): a YAML head behind '#', then a table with tabs. Values
of the head that hold for all rows (propagation) are read for mapping_date, the only one we use.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import AuthorityError, Place
from kg.handfile import HandFile, parse_hand_text, read_text
from kg.schemacheck import near, raise_problems

REQUIRED = ("subject_id", "predicate_id", "object_id", "mapping_justification")
COLUMNS = (
    "record_id", "subject_id", "subject_label", "subject_category", "predicate_id", "predicate_label",
    "predicate_modifier", "object_id", "object_label", "object_category", "mapping_justification",
    "author_id", "author_label", "reviewer_id", "reviewer_label", "creator_id", "creator_label", "license",
    "subject_type", "subject_source", "subject_source_version", "object_type", "object_source",
    "object_source_version", "predicate_type", "mapping_provider", "mapping_source", "mapping_cardinality",
    "cardinality_scope", "mapping_tool", "mapping_tool_id", "mapping_tool_version", "mapping_date",
    "publication_date", "review_date", "confidence", "reviewer_agreement", "curation_rule",
    "curation_rule_text", "subject_match_field", "object_match_field", "match_string",
    "subject_preprocessing", "object_preprocessing", "similarity_score", "similarity_measure", "see_also",
    "issue_tracker_item", "other", "comment",
)  # fmt: skip
_BUILT_IN = {
    "linkml": "https://w3id.org/linkml/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a mapping set: its file and 1-based line, and its cells by column, empty ones left out."""

    path: Path
    line: int
    cells: Mapping[str, str]
    prefixes: Mapping[str, str]

    def error(self, column: str, reason: str, mend: str = "") -> AuthorityError:
        """A mistake in a cell of this row."""
        return AuthorityError(reason, place=Place(self.path, self.line, column), mend=mend)

    def iri(self, column: str) -> str:
        """The full IRI of an identifier (CURIE) in a cell.

        Raises AuthorityError for what is no CURIE or has a prefix that the head does not declare.
        """
        value = self.cells[column]
        prefix, colon, name = value.partition(":")
        if not colon or not name or name.startswith("//"):
            raise self.error(column, f"'{value}' is no CURIE", "Write it as prefix:name.")
        if prefix not in self.prefixes:
            mend = near(prefix, self.prefixes, "Declare it in the curie_map of the head.")
            raise self.error(column, f"the prefix '{prefix}' is not declared", mend)
        return self.prefixes[prefix] + name


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of an SSSOM/TSV file.

    Raises AuthorityError with file and line for a file that is not UTF-8, whose head is no YAML
    or lacks a curie_map, whose columns are unknown, doubled or lacking, or with a row that
    has too many or too few cells.
    """
    _, text = read_text(path, AuthorityError)
    lines = list(io.StringIO(text, newline=""))
    size = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    head = _head(path, "".join(line[1:] for line in lines[:size]))
    reader = csv.reader(io.StringIO("".join(lines[size:])), delimiter="\t", strict=True)
    prefixes = {**_BUILT_IN, **head.data["curie_map"]}
    columns: list[str] | None = None
    before = size
    try:
        for cells in reader:
            line, before = before + 1, size + reader.line_num
            if columns is None:
                columns = _columns(path, line, cells, head)
            elif any(cells):
                yield Row(path, line, _cells(path, line, columns, cells, head), prefixes)
    except csv.Error as error:
        raise AuthorityError(f"is no table: {error}", place=Place(path, before + 1)) from error
    if columns is None:
        raise AuthorityError("has no table", place=Place(path), mend=f"Columns: {', '.join(REQUIRED)}.")


def _head(path: Path, text: str) -> HandFile:
    mend = "Begin the file with '#curie_map:' and a line '#  prefix: address' for every prefix."
    if not text.strip():
        raise AuthorityError("has no head with a curie_map", place=Place(path, 1), mend=mend)
    margin = re.match(r" *", text)
    width = len(margin.group()) if margin else 0
    head = parse_hand_text(
        "".join(line[width:] for line in text.splitlines(keepends=True)), path, "", AuthorityError
    )
    raise_problems(head, head.problems, AuthorityError)
    known = head.data.get("curie_map") if isinstance(head.data, dict) else None
    if not isinstance(known, dict) or not all(isinstance(value, str) for value in known.values()):
        raise AuthorityError("has no curie_map in its head", place=Place(path, 1, "curie_map"), mend=mend)
    return head


def _columns(path: Path, line: int, names: list[str], head: HandFile) -> list[str]:
    extensions = head.data.get("extension_definitions", [])
    known = {
        *COLUMNS,
        *(one["slot_name"] for one in extensions if isinstance(one, dict) and "slot_name" in one),
    }
    wrong = [
        AuthorityError(
            f"unknown column '{name}'", place=Place(path, line, name), mend=near(name, sorted(known))
        )
        for name in names
        if name not in known
    ]
    wrong += [
        AuthorityError(f"the column '{name}' stands twice", place=Place(path, line, name))
        for name in sorted({name for name in names if names.count(name) > 1})
    ]
    wrong += [
        AuthorityError(f"the column '{name}' is missing", place=Place(path, line))
        for name in REQUIRED
        if name not in names
    ]
    if wrong:
        raise wrong[0] if len(wrong) == 1 else AuthorityError.of(wrong)
    return names


def _cells(path: Path, line: int, columns: list[str], cells: list[str], head: HandFile) -> dict[str, str]:
    if len(cells) != len(columns):
        reason = f"has {len(cells)} cells, but there are {len(columns)} columns"
        raise AuthorityError(reason, place=Place(path, line), mend="Separate the cells by one tab each.")
    row = {name: cell.strip() for name, cell in zip(columns, cells, strict=True) if cell.strip()}
    for name in REQUIRED:
        if name not in row:
            raise AuthorityError("is empty", place=Place(path, line, name))
    if "mapping_date" in head.data and "mapping_date" not in columns:
        row["mapping_date"] = head.data["mapping_date"]
    return row
