"""Lines of a page of the present site (shapes A, B, C) -> its parts: head, body, summary, site fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.converters.wilson.lines import Line
from kg.converters.wilson.marks import RIGHTS, SKIP, SUPPORT, Label, label_of
from kg.dates import read_date


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or a stretch of one, with its job (a kind of model.Part)."""

    kind: str
    line: Line


def head_length(lines: Sequence[Line], shape: str) -> int:
    """How many lines stand before the title: the link, somebody else's summary (shape C), the date."""
    first = 1 if lines and SKIP.fullmatch(lines[0].text) else 0
    reach = first + 1 if shape != "C" else min(len(lines), 40)
    for at in range(first, reach):
        if at < len(lines) and read_date(lines[at].text):
            return at + 1
    return first


def lay_out(lines: Sequence[Line], shape: str) -> list[Piece]:
    """The pieces of a page of shape A, B or C, in its order."""
    head = head_length(lines, shape)
    end = trailer_start(lines, head)
    pieces = list(_head(lines[:head]))
    rest = list(lines[head:end])
    if rest:
        pieces.append(Piece("title", rest.pop(0)))
    if rest and SUPPORT.fullmatch(rest[0].text):
        pieces.append(Piece("support", rest.pop(0)))
    summary = summary_length(rest, shape)
    body_end = len(rest) - summary
    pieces += [Piece("body", line) for line in rest[:body_end]]
    pieces += [Piece("summary", line) for line in rest[body_end:]]
    return pieces + list(trailer(lines[end:]))


def _head(lines: Sequence[Line]) -> Iterator[Piece]:
    for at, line in enumerate(lines):
        if at == 0 and SKIP.fullmatch(line.text):
            yield Piece("chrome", line)
        elif at == len(lines) - 1:
            yield Piece("page-date", line)
        else:
            yield Piece("related", line)


def trailer_start(lines: Sequence[Line], head: int) -> int:
    """Where the site's own labels begin, after the summary."""
    for at in range(head, len(lines)):
        label = label_of(lines[at].text)
        if (label and label.opens) or RIGHTS.match(lines[at].text):
            return at
    return len(lines)


def summary_length(rest: Sequence[Line], shape: str) -> int:
    """How many of the lines between title and labels are the summary, counted from their end.

    Shape B sets body paragraphs apart by two blank lines or more and the summary by one; A sets the
    summary, and C every paragraph, on a line of its own.
    """
    if not rest:
        return 0
    start = len(rest) - 1
    if shape == "A":
        while start > 0 and rest[start].gap == 1:
            start -= 1
    if shape == "B":
        single = [at for at in range(1, len(rest)) if rest[at].gap == 2]
        start = single[-1] if single and len(rest) - single[-1] <= 4 else start
    return len(rest) - start if start > 0 and is_prose(rest[start].text) else 0


def is_prose(text: str) -> bool:
    """Whether a line is a sentence, as a summary is, and not a signature, note or number."""
    return (
        len(text.split()) >= 5
        and text[0] not in "*[(#№"
        and text.rstrip("\"”’')]")[-1:] in (".", "!", "?", "…")
        and not text.startswith(("Printed from", "Distribution", "Copy to", "Typed"))
    )


def trailer(lines: Sequence[Line]) -> Iterator[Piece]:
    """The labels and values that follow the summary."""
    label: Label | None = None
    for line in lines:
        found = label_of(line.text)
        if found:
            label = found
            yield Piece("label", line)
        else:
            yield Piece(_value_kind(line.text, label), line)


def _value_kind(text: str, label: Label | None) -> str:
    if RIGHTS.match(text) or (label and label.name == "Rights"):
        return "rights"
    if label and label.name == "Related Documents":
        return "related"
    if label is None or label.heading or label.name == "Source":
        return "source"
    return "field"
