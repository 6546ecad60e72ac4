"""Text -> bracketed editorial insertions, each with its job and what it speaks of."""

from __future__ import annotations

import re

from kg.model import Insertion, Span

_BRACKET = re.compile(r"\[([^\[\]]+)\]")
_JOBS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("cut", re.compile(r"[.…\s]+")),
    ("doubt", re.compile(r"\?")),
    ("sic", re.compile(r"sic\b.*", re.IGNORECASE)),
    ("redaction", re.compile(r".*\bredacted\b.*", re.IGNORECASE)),
    (
        "physical-note",
        re.compile(r"(?:handwritten|stamp|faded|illegible|signature|signed|emphasis).*", re.IGNORECASE),
    ),
    ("date-doubt", re.compile(r"\d{1,2}\?|\d{4}\??")),
)
_NAME = re.compile(r"(?:[A-Z][\w’'-]*\s){0,3}[A-Z][\w’'-]*$")


def insertions(text: str, begin: int = 0) -> tuple[Insertion, ...]:
    """The insertions of a stretch of text that stands at `begin` in the page."""
    return tuple(_read(found, begin) for found in _BRACKET.finditer(text) if not found[1].isdigit())


def _read(found: re.Match[str], begin: int) -> Insertion:
    content = found[1].strip()
    span = Span(begin + found.start(), begin + found.end(), found[0])
    for job, form in _JOBS:
        if form.fullmatch(content):
            return Insertion(job, span, content)
    before = found.string[: found.start()].rstrip()
    name = _NAME.search(before)
    if name and re.fullmatch(r"(?:[A-Z][\w’'-]*\s?)+", content):
        at = name.start() + _same_initial(name[0], content[0])
        return Insertion("other-form", span, content, Span(begin + at, begin + len(before), before[at:]))
    word = re.search(r"[\w’'-]+$", before)
    if word and re.fullmatch(r"[a-z'’]+", content):
        return Insertion(
            "original-word", span, content, Span(begin + word.start(), begin + len(before), word[0])
        )
    return Insertion("supplied-word", span, content)


def _same_initial(name: str, initial: str) -> int:
    """Where in a run of capitalised words the name begins that a second form with this initial repeats."""
    words = [found.start() for found in re.finditer(r"(?<!\S)\S", name)]
    return next((at for at in words[-3:] if name[at] == initial), words[-2:][0])
