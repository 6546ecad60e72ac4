"""Pieces of a page -> its classification, wherever a page writes it: a line, a label, a stamp, the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.converters.wilson.front import top_lines
from kg.converters.wilson.lines import Piece
from kg.model import Span

LEVEL = (
    r"(?:(?:top|strictly|most|very|extremely|absolutely)[ -])?(?:secret|confidential)"
    r"|of special (?:significance|importance)|for official use only|(?:for )?internal use only|restricted|"
    r"unclassified"
)
_URGENCY = (
    r"(?:(?:very|extremely|most|top|extra)\s)?(?:urgent|priority|immediate|flash)(?:\s[a-z]+)?|"
    r"eyes only|personal"
)
# CONFIDENTIAL // URGENT; SECRET—EXTREMELY URGENT; (Top Secret); Strictly secret.
_LINE = re.compile(
    rf"[\[(<]?(?P<level>(?:{LEVEL})(?:\s*[/,;—–-]+\s*(?:{LEVEL}|{_URGENCY})|\s(?:{_URGENCY}))*)[\])>]?[.!]?",
    re.IGNORECASE,
)
# At the head of a line with other marks behind it: SECRET Incoming Nº 01712s; Top Secret Copy No. 1
_AT_HEAD = re.compile(
    rf"(?P<level>(?i:{LEVEL})|[A-Z ]*\b(?:SECRET|CONFIDENTIAL))[.,;]?\s+(?=(?i:copy|copies|ex\.|incoming|"
    rf"no\.|nº|#|making|urgent|only))"
)
_LABEL = re.compile(
    rf"(?:original )?(?:security )?classification\s*:\s*(?P<level>{LEVEL})\b.*", re.IGNORECASE
)
# In a stamp or among other marks, in capitals only: [faded USSR TOP SECRET
_IN_STAMP = re.compile(
    r"(?<![A-Z])(?P<level>(?:TOP |STRICTLY |MOST |VERY )?SECRET|(?:STRICTLY )?CONFIDENTIAL)(?![A-Z])"
)
# In a title, between its commas: Telegram from Here to There, SECRET, Urgent, No. 1
_IN_TITLE = re.compile(
    r",\s*(?P<level>(?:TOP |STRICTLY )?(?:SECRET|CONFIDENTIAL)|(?:Top |Strictly )?(?:Secret|"
    r"Confidential))\s*(?=,|$)"
)
_NOT = re.compile(r"declassif|not classif|no longer", re.IGNORECASE)
_LONGEST = 120


def classified(pieces: Sequence[Piece]) -> tuple[list[Piece], tuple[Span, ...]]:
    """The pieces, lines of classification marked as such, and the classification in the page's words.

    Read at the top of the text; the title counts where the text says nothing.
    """
    done = list(pieces)
    spans: list[Span] = []
    for at in top_lines(pieces):
        piece = pieces[at]
        level, whole = _level(piece.text)
        if level:
            spans.append(piece.part(*level))
            if whole and piece.kind == "body":
                done[at] = replace(piece, kind="classification")
    if not spans:
        titles = [piece for piece in pieces if piece.kind == "title"]
        spans = [
            piece.part(*found.span("level")) for piece in titles if (found := _IN_TITLE.search(piece.text))
        ]
    return done, tuple(spans)


def is_classification(text: str) -> bool:
    """Whether a whole line is a classification."""
    return _LINE.fullmatch(text) is not None


def _level(text: str) -> tuple[tuple[int, int] | None, bool]:
    """Where the classification stands in a line, and whether the line is one altogether."""
    if len(text) > _LONGEST or _NOT.search(text):
        return None, False
    found = _LINE.fullmatch(text) or _LABEL.fullmatch(text) or _AT_HEAD.match(text)
    if found:
        return found.span("level"), True
    stamp = _IN_STAMP.search(text) if "[" in text or not any(sign.islower() for sign in text) else None
    return (stamp.span("level") if stamp else None), False
