"""The paragraphs of a record of speech -> whose turn each is ('Name: words')."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.listed import title_start
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.tokens import Passage
from kg.model import Ref, Span

_LABEL = re.compile(
    r"\s*[\[(]?((?:[^\W\d_][\w.'’-]*[ \t]?){1,7})(?:[\[(][^\])\n]{1,60}[\])])?[\])]?[ \t]*:(?=\s)"
)
_LINE = re.compile(r"[^\n]+")
_NEVER = LEXICON.headers | frozenset(LEXICON.data["voices"]["lists"])
_SPOKEN = frozenset(LEXICON.data["voices"]["spoken"])
_SMALL = frozenset(LEXICON.data["voices"]["in-labels"])
_FEW, _MANY = 3, 6
_SHARE = 0.2
_END = 2
_TITLE = 4


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
        if word[0].islower() and word.lower() not in _SMALL and word.lower() not in LEXICON.kinds
    ]
    first = words[0].lower().strip(".")
    titled = len(words) > 1 and first in LEXICON.kinds
    listed = (first in _NEVER and not titled) or words[-1].lower() in _NEVER
    if small or not words[0][0].isupper() or listed:
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


def is_note(passage: Passage) -> bool:
    """Whether a paragraph is a remark of the recorder's in brackets: '(Laughter.)'."""
    return passage.tokens[0].text in "[(*" or (
        0 in passage.closes and passage.closes[0] >= len(passage.tokens) - _END
    )


def is_report(passage: Passage, named: Named, met: frozenset[Ref], offices: frozenset[str]) -> bool:
    """Whether a paragraph without a label is no speech: it is about one who takes part, and no 'I' or 'you'.

    met: persons named before. offices: the nouns of the offices that they hold.
    """
    if any(token.low in _SPOKEN and at not in passage.inside for at, token in enumerate(passage.tokens)):
        return False
    for place in named.refs:
        begin = title_start(passage, named, 0, place[0])
        after = passage.tokens[place[1]].low if place[1] < len(passage.tokens) else ""
        says = any(form == "past" and not verb.light for verb, form in LEXICON.forms.get(after, ()))
        if begin == 0 or (says and passage.tokens[begin - 1].text == ","):
            return named.refs[place] in met
    return passage.tokens[0].low == "the" and any(token.low in offices for token in passage.tokens[1:_TITLE])
