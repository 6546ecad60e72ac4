"""Lines of a page of the present site (shapes A, B, C) -> its pieces: head, body, summary, site fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.converters.wilson.lines import Line, Piece, is_prose
from kg.converters.wilson.marks import FURNITURE, RIGHTS, SKIP, SUPPORT, Label, label_of
from kg.dates import read_date

# How many lines may stand before the date of a page without a skip link: a summary of another document.
_REACH = 40


def lay_out(lines: Sequence[Line], shape: str) -> list[Piece]:
    """The pieces of a page of shape A, B or C, in its order."""
    head = _head_length(lines, shape)
    end = _trailer_start(lines, head)
    pieces = list(_head(lines[:head]))
    rest = list(lines[head:end])
    if rest:
        pieces.append(Piece("title", rest.pop(0)))
    if rest and SUPPORT.fullmatch(rest[0].text):
        pieces.append(Piece("support", rest.pop(0)))
    body_end = len(rest) - summary_length(rest, shape)
    pieces += [Piece("body", line) for line in rest[:body_end]]
    pieces += [Piece("summary", line) for line in rest[body_end:]]
    return pieces + list(trailer(lines[end:]))


def _head_length(lines: Sequence[Line], shape: str) -> int:
    """How many lines stand before the title: the link, somebody else's summary (shape C), the date."""
    first = 0
    while first < len(lines) and (
        SKIP.fullmatch(lines[first].text) or FURNITURE.fullmatch(lines[first].text)
    ):
        first += 1
    reach = _trailer_start(lines, first) if shape == "C" else first + 1
    for at in range(first, min(reach, first + _REACH, len(lines))):
        if read_date(lines[at].text):
            return at + 1
    return first


def _head(lines: Sequence[Line]) -> Iterator[Piece]:
    for at, line in enumerate(lines):
        if SKIP.fullmatch(line.text) or FURNITURE.fullmatch(line.text):
            yield Piece("chrome", line)
        else:
            yield Piece("page-date" if at == len(lines) - 1 else "related", line)


def _trailer_start(lines: Sequence[Line], head: int) -> int:
    """Where the site's own labels begin, after the summary."""
    for at in range(head, len(lines)):
        label = label_of(lines[at].text)
        if (label and label.opens) or RIGHTS.match(lines[at].text):
            return at
    return len(lines)


def summary_length(rest: Sequence[Line], shape: str) -> int:
    """How many of the lines between title and labels are the summary, counted from their end.

    The summary is a sentence in the last block of lines. Shape B sets the paragraphs of the body apart
    by two blank lines or more and the summary by one; A sets the summary apart by a blank line where the
    body has none, and otherwise, like C, gives it the last line.
    """
    if len(rest) < 2:
        return 0
    start = len(rest) - 1
    if shape == "A":
        while start > 0 and rest[start].gap == 1:
            start -= 1
    if shape == "B" and any(line.gap > 2 for line in rest[1:]):
        near = [at for at in range(max(1, len(rest) - 4), len(rest)) if rest[at].gap <= 2]
        start = near[-1] if near else 0
    return len(rest) - start if start > 0 and _summarises(rest[start].text) else 0


def _summarises(text: str) -> bool:
    return (
        is_prose(text)
        and text[0] not in "*[(#№"
        and not text.startswith(("Printed from", "Typed", "Copy to"))
    )


def trailer(lines: Sequence[Line]) -> Iterator[Piece]:
    """The labels and values that follow the summary.

    A value that does not look like its label's has lost a label of its own; at the end of a page that is
    the donor, whom the site names last.
    """
    label: Label | None = None
    noticed = False
    for line in lines:
        found = label_of(line.text)
        noticed = not found and (noticed or RIGHTS.match(line.text) is not None)
        if found:
            label = found
            yield Piece("label", line, None if found.heading else found.name)
        elif noticed:
            yield Piece("rights", line, label.name if label and label.kind == "rights" else None)
        elif label is None or label.heading:
            yield Piece("source", line)
        elif label.value and not label.value.fullmatch(line.text):
            yield Piece("field", line, "Donors")
        else:
            yield Piece(label.kind, line, label.name)
