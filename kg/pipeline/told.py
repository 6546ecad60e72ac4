"""Outcomes -> the lines that tell of a build: every problem, every document or only every source, the sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from kg.pipeline.outcome import Outcome

FEW = 20
"""So many documents are told of one by one; of more, source by source."""


def problems(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A line for each thing left out, and for each that a reader failed at: file, place, reason, mend."""
    for outcome in outcomes:
        for words, error in (("left out", outcome.problem), ("without a draft", outcome.undrafted)):
            for problem in (error.problems or (error,)) if error else ():
                yield f"{words}: {' '.join(str(problem).split())}"


def documents(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A line for each document that is published."""
    for outcome in outcomes:
        if outcome.published and outcome.key:
            yield f"{outcome.key}: {_numbers([outcome])}, conforms"


def sources(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A line for each source that gave a document."""
    for source, found in groupby(outcomes, key=lambda outcome: outcome.source):
        published = [outcome for outcome in found if outcome.published]
        if published:
            yield f"{source}: {_count(len(published), 'document')}, {_numbers(published)}"


def summary(outcomes: Sequence[Outcome]) -> str:
    """How much was published, and how much left out."""
    published = [outcome for outcome in outcomes if outcome.published]
    left = len(outcomes) - len(published)
    return f"{_count(len(published), 'document')}, {left:,} left out"


def write_report(path: Path, outcomes: Sequence[Outcome], orphans: Sequence[str] = ()) -> None:
    """Write everything there is to tell into a file: the sum, what was left out, what was odd, all documents.

    orphans: a line for each reading that belongs to no document.
    Raises OSError.
    """
    with path.open("w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(f"{summary(outcomes)}\n")
        strays = (f"warning: {line}" for line in orphans)
        for lines in (problems(outcomes), strays, _odd(outcomes), documents(outcomes)):
            file.writelines(f"{line}\n" for line in lines)


def _odd(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        for note in outcome.notes:
            yield f"note: {outcome.source}: {outcome.key}: {note}"


def _numbers(outcomes: Sequence[Outcome]) -> str:
    sayings, mentions, statements = (
        sum(getattr(outcome, name) for outcome in outcomes) for name in ("sayings", "mentions", "statements")
    )
    return f"{sayings:,} sayings, {mentions:,} mentions, {statements:,} statements"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
