"""The paragraphs of a record of speech -> whose turn each is ('Name: words')."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.annotate.sayings.lexicon import LEXICON
from kg.model import Span

_LABEL = re.compile(
    r"\s*[\[(]?((?:[^\W\d_][\w.'’-]*[ \t]?){1,7})(?:[\[(][^\])\n]{1,60}[\])])?[\])]?[ \t]*:(?=\s)"
)
_LINE = re.compile(r"[^\n]+")
_FEW, _MANY = 3, 6
_SHARE = 0.2


def lines_of(body: Sequence[Span]) -> Iterator[Span]:
    """The paragraphs, those with several turns cut at the lines where a turn begins."""
    for span in body:
        starts = [
            line.start()
            for line in _LINE.finditer(span.text)
            if line.start() and label_end(line.group()) is not None
        ]
        for begin, end in zip([0, *starts], [*starts, len(span.text)], strict=True):
            if span.text[begin:end].strip():
                yield Span(span.begin + begin, span.begin + end, span.text[begin:end])


def label_end(text: str) -> int | None:
    """The offset after the colon of a paragraph's label; None where it begins with no speaker's label."""
    found = _LABEL.match(text)
    if found is None:
        return None
    words = found.group(1).split()
    small = [
        word
        for word in words
        if word[0].islower() and word.lower() not in ("of", "the", "de", "and", "al", "von", "van")
    ]
    first = words[0].lower().strip(".")
    if small or not words[0][0].isupper() or first in LEXICON.headers or words[-1].lower() in LEXICON.headers:
        return None
    return found.end()


def is_dialogue(lines: Sequence[Span]) -> bool:
    """Whether the paragraphs are turns: several of them, by at least two speakers."""
    labels = Counter(
        line.text[:end].strip().lower() for line in lines if (end := label_end(line.text)) is not None
    )
    turns = labels.total()
    enough = turns >= _MANY or (turns >= _FEW and turns >= _SHARE * len(lines))
    return len(labels) > 1 and enough and max(labels.values()) > 1
