"""Page text -> which of the page shapes it is, or why it is the page of no document.

A, B: the present site with its skip link, with and without labelled values. C: the same without the
link. D: the site before. E: the text of its PDF, in one paragraph.
F: a document of a printed edition, as the edition's site shows it. plain: text with none of the site's marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.converters.wilson.citing import citation_within, is_citation
from kg.converters.wilson.edited_heads import is_edited
from kg.converters.wilson.lines import Line, is_prose
from kg.converters.wilson.marks import (
    BULLET,
    ERROR_PAGE,
    LISTING,
    RIGHTS,
    SKIP,
    inline_label,
    is_furniture,
    is_older,
    label_of,
)
from kg.dates import read_date

_LABELS_WITHIN = re.compile(r"\b(?:Summary|Credits|Original Language|Contents):\s")
# How far behind 'Citation:' the next label of a printed page stands.
_CITED = 6000
_SOURCE_LABELS = {"Source", "Rights", "Type"}
# How many lines are looked at for what only stands at the top of a page.
_TOP = 60
# The blank lines by which shape B sets paragraphs apart, as line ends.
_WIDE = 3
# What a text of unknown origin must hold to be read as a document.
_FEWEST_WORDS = 15
# An entry in the contents of a volume: a numbered heading, and below it only where the document is kept.
_COUNTED = re.compile(r"\d{1,4}\. [A-Z].{5,}[^.]$")
_SOURCED = re.compile(r"\[?Source: ")
_LEAST_LISTED = 3
# What an error page says at most, in words.
_MOST_OF_AN_ERROR = 120
_LISTED = re.compile(
    r"[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|[A-Z][a-z]{2,8},? \d{4}|\d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}"
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What a page shows of the site: its lines, the labels among them, the skip link, the rights notice.

    older: how many lines are furniture of the site before the present one. cited: a line is a full citation.
    printed: labels stand within a line, as in the site's PDFs. wide: paragraphs are set far apart.
    """

    lines: Sequence[Line]
    labels: frozenset[str]
    skips: bool
    ends: bool
    older: int
    cited: bool
    printed: bool
    wide: bool


def page_marks(text: str, lines: Sequence[Line]) -> Marks:
    """The marks that a page carries."""
    short = [line.text for line in lines if len(line.text) < 400]
    alone = [label for words in short if (label := label_of(words))]
    within = [found[0] for words in short if (found := inline_label(words))]
    opens = any(label.opens for label in alone) or sum(label.opens for label in within) > 0
    return Marks(
        lines=lines,
        labels=frozenset(label.name for label in (*alone, *within)),
        skips=any(SKIP.fullmatch(line.text) for line in lines[:5]),
        ends=opens or len({label.name for label in within}) > 2 or any(RIGHTS.match(ln.text) for ln in lines),
        older=sum(is_older(line.text) for line in lines[:_TOP]),
        cited=any(is_citation(ln.text) or citation_within(ln.text) is not None for ln in lines[:_TOP]),
        printed=_is_printed(text),
        wide=sum(line.gap >= _WIDE for line in lines) * 3 > len(lines),
    )


def _is_printed(text: str) -> bool:
    """Whether the labels of the site's PDFs stand in the text."""
    found = re.search(r"\bCitation:\s", text)
    return found is not None and _LABELS_WITHIN.search(text, found.end(), found.end() + _CITED) is not None


# One row a shape, in the order in which they are tried.
_SHAPES: tuple[tuple[str, Callable[[Marks], bool]], ...] = (
    ("E", lambda marks: marks.printed and not marks.ends),
    ("F", lambda marks: not (marks.ends or marks.older or marks.cited) and is_edited(marks.lines)),
    ("A", lambda marks: marks.skips and marks.ends and bool(_SOURCE_LABELS & marks.labels)),
    ("B", lambda marks: marks.skips and (marks.ends or marks.wide)),
    ("A", lambda marks: marks.skips),
    ("D", lambda marks: marks.older >= 2 or (marks.cited and not marks.ends)),
    ("C", lambda marks: marks.ends),
    ("plain", lambda marks: _reads(marks.lines)),
)
_LEAVE = "Leave it out, or save the page of the document itself."
# One row a page that is no document's: what it is, and what to do.
_FAULTS: tuple[tuple[Callable[[Marks], bool], str, str], ...] = (
    (
        lambda marks: _among(marks.lines[:15], LISTING) or _lists(marks),
        "is a list of search results, not one document",
        _LEAVE,
    ),
    (
        lambda marks: _is_error(marks.lines),
        "is an error page saved as a document",
        _LEAVE,
    ),
)


def _among(lines: Sequence[Line], mark: re.Pattern[str]) -> bool:
    return any(mark.fullmatch(line.text) for line in lines)


def _is_error(lines: Sequence[Line]) -> bool:
    """Whether a page says that there is none, and little else."""
    told = [line.text for line in lines if not is_furniture(line.text)]
    words = sum(len(text.split()) for text in told)
    return len(lines) < _TOP and words < _MOST_OF_AN_ERROR and _among(lines[:6], ERROR_PAGE)


def _lists(marks: Marks) -> bool:
    """Whether a page is made up of dates, each with a title and a line on what it is: a list of documents."""
    sourced = [n for n, line in enumerate(marks.lines) if n and _SOURCED.match(line.text)]
    if sum(_COUNTED.match(marks.lines[n - 1].text) is not None for n in sourced) >= _LEAST_LISTED:
        return True
    if marks.cited or marks.labels or marks.printed:
        return False
    dates = sum(_is_listed(line.text) for line in marks.lines)
    return dates >= (2 if marks.older else 3) and dates * 4 >= len(marks.lines) - (8 if marks.older else 4)


def _is_listed(text: str) -> bool:
    bullet = BULLET.match(text)
    return _LISTED.fullmatch(text[bullet.end() :] if bullet else text) is not None


def _reads(lines: Sequence[Line]) -> bool:
    """Whether lines read like a document: words and a sentence, and neither markup nor data."""
    told = [line.text for line in lines if not is_furniture(line.text)]
    if not told or (told[0][0] in "<{[" and told[0][-1] in ">}],{[("):
        return False
    words = sum(len(text.split()) for text in told[:200])
    letters = sum(sign.isalpha() for text in told[:50] for sign in text[:2000])
    signs = sum(not sign.isspace() for text in told[:50] for sign in text[:2000])
    dated = any(read_date(text) for text in told[:5] if len(text) < 60)
    few = _FEWEST_WORDS // 2 if dated and len(told) > 2 else _FEWEST_WORDS
    return words >= few and letters > 0.6 * signs and any(map(is_prose, told[:200]))


def page_shape(marks: Marks) -> str | None:
    """The shape, 'A' to 'F' or 'plain', None where the page holds no document's text."""
    return next((shape for shape, fits in _SHAPES if fits(marks)), None)


def page_fault(marks: Marks) -> tuple[str, str] | None:
    """Why a page cannot be the page of one document, and what to do about it; None where it can."""
    return next(((reason, mend) for fits, reason, mend in _FAULTS if fits(marks)), None)


def breaks_off(marks: Marks) -> bool:
    """Whether a page of the present site lacks what follows the text: its labels and its rights notice."""
    return marks.skips and not marks.ends and not marks.older and not marks.printed
