"""Page text -> which of the five page shapes it is, or why it is the page of no document.

A, B: the present site with its skip link, with and without labelled values. C: the same without the
link. D: the site before. E: the text of its PDF, in one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.converters.wilson.lines import Line
from kg.converters.wilson.marks import ERROR_PAGE, LISTING, OLDER_SITE, RIGHTS, SKIP, label_of

_PRINTED = re.compile(r"\bCitation:.*\b(?:Summary|Credits|Original Language):", re.DOTALL)
_SOURCE_LABELS = {"Source", "Rights", "Type"}


@dataclass(frozen=True, slots=True)
class Marks:
    """What a page shows of the site: its lines, the labels among them, the skip link, the rights notice."""

    lines: Sequence[Line]
    labels: frozenset[str]
    skips: bool
    ends: bool
    older: int
    printed: bool


def page_marks(text: str, lines: Sequence[Line]) -> Marks:
    """The marks that a page carries."""
    found = [label for line in lines if (label := label_of(line.text))]
    return Marks(
        lines=lines,
        labels=frozenset(label.name for label in found),
        skips=bool(lines) and SKIP.fullmatch(lines[0].text) is not None,
        ends=any(label.opens for label in found) or any(RIGHTS.match(line.text) for line in lines),
        older=sum(OLDER_SITE.fullmatch(line.text) is not None for line in lines[:60]),
        printed=_PRINTED.search(text) is not None,
    )


# One row a shape, in the order in which they are tried.
_SHAPES: tuple[tuple[str, Callable[[Marks], bool]], ...] = (
    ("E", lambda marks: marks.printed and not marks.ends),
    ("A", lambda marks: marks.skips and marks.ends and bool(_SOURCE_LABELS & marks.labels)),
    ("B", lambda marks: marks.skips and marks.ends),
    ("D", lambda marks: marks.older >= 2),
    ("C", lambda marks: marks.ends),
)
_LEAVE = "Leave it out, or save the page of the document itself."
# One row a page that is of the site and yet no document: what it is, and what to do.
_FAULTS: tuple[tuple[Callable[[Marks], bool], str, str], ...] = (
    (
        lambda marks: _among(marks.lines[:15], LISTING),
        "is a list of search results, not one document",
        _LEAVE,
    ),
    (lambda marks: _among(marks.lines[:6], ERROR_PAGE), "is an error page saved as a document", _LEAVE),
    (
        lambda marks: marks.skips and not marks.ends,
        "breaks off: 'Document Information' and what follows it are missing",
        "Save the page again, whole.",
    ),
)


def _among(lines: Sequence[Line], mark: re.Pattern[str]) -> bool:
    return any(mark.fullmatch(line.text) for line in lines)


def page_shape(marks: Marks) -> str | None:
    """The shape, 'A' to 'E', None where no shape's marks are there."""
    return next((shape for shape, fits in _SHAPES if fits(marks)), None)


def page_fault(marks: Marks) -> tuple[str, str] | None:
    """Why a page that may be the site's cannot be read, and what to do about it; None where it can."""
    return next(((reason, mend) for fits, reason, mend in _FAULTS if fits(marks)), None)
