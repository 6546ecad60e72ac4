"""data/links/*.sssom.tsv + AuthorityIndex -> the accepted Mappings to other authorities."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from kg.authority import AuthorityIndex
from kg.errors import AuthorityError
from kg.model import Mapping, Ref
from kg.schemacheck import near
from kg.sssom import Row, read_rows

# The extension column of our own files that says what a person decided on a row.
JUDGEMENT = "ext_judgement"
_JUDGEMENTS = ("accepted", "rejected", "unsure", "candidate")
_SEMAPV = "https://w3id.org/semapv/vocab/"
_BY_A_PERSON = (f"{_SEMAPV}ManualMappingCuration", f"{_SEMAPV}MappingReview")
_SAME = ("http://www.w3.org/2004/02/skos/core#exactMatch", "http://www.w3.org/2002/07/owl#sameAs")
_NO_TERM = "https://w3id.org/sssom/NoTermFound"


def read_links(folder: Path, authority: AuthorityIndex) -> tuple[Mapping, ...]:
    """The accepted mappings of all SSSOM files of a folder, sorted by subject and object.

    A row is accepted when a person curated or reviewed it (mapping_justification, or a reviewer
    is named), its predicate_modifier is not 'Not', and the column ext_judgement, where there is one,
    says 'accepted' or nothing. All other rows stay in the file and out of the release.

    A row that says who somebody was that the texts leave unnamed needs its evidence as the comment.

    A folder that does not exist holds no links. Raises AuthorityError, for all mistakes together,
    with file and line: an unknown subject, a column or value that will not do, mappings that
    contradict each other.
    """
    problems: list[AuthorityError] = []
    read: list[tuple[Row, Mapping]] = []
    denied: list[tuple[Row, Mapping]] = []
    for path in sorted(folder.glob("*.sssom.tsv")):
        for row in read_rows(path):
            try:
                mapping = _mapping(row, authority)
            except AuthorityError as error:
                problems.append(error)
                continue
            if _is_accepted(row, mapping):
                read.append((row, mapping))
                if mapping.identifies and not mapping.comment:
                    problems.append(_no_evidence(row, mapping))
            elif row.cells.get("predicate_modifier") == "Not" and _by_a_person(row, mapping):
                denied.append((row, mapping))
    problems += _contradictions(read, denied)
    if problems:
        raise problems[0] if len(problems) == 1 else AuthorityError.of(problems)
    once = {(m.subject, m.predicate, m.object): m for _, m in reversed(read)}
    return tuple(once[triple] for triple in sorted(once))


def _mapping(row: Row, authority: AuthorityIndex) -> Mapping:
    """The mapping of a row, each cell checked; the first mistake is raised."""
    cells = row.cells
    if cells.get("predicate_modifier", "Not") != "Not":
        raise row.error(
            "predicate_modifier", f"'{cells['predicate_modifier']}' will not do", "Write Not or nothing."
        )
    if cells.get(JUDGEMENT, "accepted") not in _JUDGEMENTS:
        raise row.error(JUDGEMENT, f"'{cells[JUDGEMENT]}' is none of: {', '.join(_JUDGEMENTS)}")
    justification = row.iri("mapping_justification")
    if not justification.startswith(_SEMAPV):
        mend = "Write semapv:ManualMappingCuration for a person's judgement."
        raise row.error("mapping_justification", f"'{justification}' is no term of semapv", mend)
    return Mapping(
        subject=_subject(row, authority),
        predicate=row.iri("predicate_id"),
        object=row.iri("object_id"),
        object_label=cells.get("object_label", ""),
        justification=justification,
        confidence=_confidence(row),
        author=cells.get("author_label") or cells.get("author_id", ""),
        date=_date(row),
        comment=cells.get("comment"),
        identifies=_is_unnamed(row, authority),
    )


def _subject(row: Row, authority: AuthorityIndex) -> tuple[str, str]:
    row.iri("subject_id")
    kind, _, key = row.cells["subject_id"].partition(":")
    if Ref(kind, key) not in authority:
        known = [f"{entry.kind}:{entry.key}" for entry in authority]
        mend = near(f"{kind}:{key}", known, "Add it to the authority files or remove the row.")
        raise row.error("subject_id", f"there is no {kind} '{key}' in the authority files", mend)
    return kind, key


def _is_unnamed(row: Row, authority: AuthorityIndex) -> bool:
    kind, _, key = row.cells["subject_id"].partition(":")
    return authority[Ref(kind, key)].unnamed


def _no_evidence(row: Row, mapping: Mapping) -> AuthorityError:
    name = "/".join(mapping.subject)
    reason = f"{name} has no name in the texts, and nothing says how we know who it was"
    return row.error("comment", reason, "Write the evidence.")


def _confidence(row: Row) -> float | None:
    written = row.cells.get("confidence")
    try:
        value = float(written) if written else None
    except ValueError:
        value = -1.0
    if value is not None and not 0 <= value <= 1:
        raise row.error("confidence", f"'{written}' is no number from 0 to 1")
    return value


def _date(row: Row) -> str:
    written = row.cells.get("mapping_date", "")
    try:
        return datetime.date.fromisoformat(written).isoformat() if written else ""
    except ValueError as error:
        raise row.error("mapping_date", f"'{written}' is no day", "Write it as 2026-11-23.") from error


def _by_a_person(row: Row, mapping: Mapping) -> bool:
    reviewed = "reviewer_id" in row.cells or "reviewer_label" in row.cells
    judged = row.cells.get(JUDGEMENT) in ("accepted", "rejected")
    return judged or reviewed or mapping.justification in _BY_A_PERSON


def _is_accepted(row: Row, mapping: Mapping) -> bool:
    if row.cells.get("predicate_modifier") == "Not" or mapping.object == _NO_TERM:
        return False
    return row.cells.get(JUDGEMENT, "accepted") == "accepted" and _by_a_person(row, mapping)


def _contradictions(
    read: list[tuple[Row, Mapping]], denied: list[tuple[Row, Mapping]]
) -> Iterator[AuthorityError]:
    """One of ours the same as two of theirs, two the same as one, the same pair both so and not so."""
    theirs: dict[tuple[tuple[str, str], str], tuple[Row, str]] = {}
    ours: dict[str, tuple[Row, tuple[str, str]]] = {}
    for row, mapping in ((row, mapping) for row, mapping in read if mapping.predicate in _SAME):
        where = row.cells["object_id"].partition(":")[0]
        first, other = theirs.setdefault((mapping.subject, where), (row, mapping.object))
        if other != mapping.object:
            name = "/".join(mapping.subject)
            reason = f"{name} is said to be both {other} ({_at(first)}) and {mapping.object}"
            yield row.error("object_id", reason, "Reject one of the two.")
        first, subject = ours.setdefault(mapping.object, (row, mapping.subject))
        if subject != mapping.subject:
            both = f"{'/'.join(subject)} ({_at(first)}) and {'/'.join(mapping.subject)}"
            yield row.error(
                "object_id", f"{mapping.object} is said to be both {both}", "Reject one of the two."
            )
    no = {(mapping.subject, mapping.predicate, mapping.object): row for row, mapping in denied}
    for row, mapping in read:
        against = no.get((mapping.subject, mapping.predicate, mapping.object))
        if against is not None:
            yield row.error("predicate_id", f"this is denied at {_at(against)}", "Keep one of the two.")


def _at(row: Row) -> str:
    return f"{row.path}:{row.line}"
