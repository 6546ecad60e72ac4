"""Words -> groups: ministries, embassies, parties, governments, armies, by their heads and their acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.annotate.lexicon import lexicon
from kg.annotate.tokens import Word
from kg.model import Document, Span

_GAPS = frozenset({" ", "\u00a0", "' ", "\u2019 "})
_MANY = frozenset("People Workers Peasants Women Soldiers".split())  # noqa: SIM905
_SPECIFIC = frozenset("APCNWUS")
_ACRONYM = re.compile(r"\s?[\[(]([A-Z][A-Za-z.]{1,7})[\])]")


def find_groups(document: Document, words: Sequence[Word]) -> Iterator[tuple[Span, str, str]]:
    """(where, label, rule): the groups named in a document, in the order of the text.

    An acronym in brackets behind a name has that name's label.
    """
    for field in document.fields:
        if re.search(r"Author|Organi[sz]ation|Contributor", field.label):
            for value in field.values:
                if _is_corporate(value.text):
                    yield value, value.text, "field"
    yield from _in_text(document, words)


def _is_corporate(text: str) -> bool:
    lex = lexicon()
    heads = {word.strip(".,()") for word in text.split()}
    return bool(heads & lex.heads) and "," not in text


def _in_text(document: Document, words: Sequence[Word]) -> Iterator[tuple[Span, str, str]]:
    found = list(_names(document, words))
    aliases = {span.text: label for span, label, rule in found if rule == "acronym" and label != span.text}
    for span, label, rule in found:
        yield span, aliases.get(label, label), rule


def _names(document: Document, words: Sequence[Word]) -> Iterator[tuple[Span, str, str]]:
    text, done = document.text, -1
    for at, word in enumerate(words):
        if at <= done:
            continue
        if word.sort == "C" and word.text in lexicon().acronyms and not _in_name(words, at):
            yield Span(word.begin, word.end, word.text), word.text, "acronym"
            continue
        bounds = _bounds(words, at, done)
        if bounds is None:
            continue
        first, last = bounds
        done = last
        span = Span(words[first].begin, words[last].end, text[words[first].begin : words[last].end])
        label = " ".join(span.text.split())
        yield span, label, "organisation"
        if (found := _ACRONYM.match(text, span.end)) is not None:
            yield Span(found.start(1), found.end(1), found.group(1)), label, "acronym"


def _in_name(words: Sequence[Word], at: int) -> bool:
    """Whether an acronym stands in a longer name whose head comes later (KWP CC International Department)."""
    for n in range(at + 1, min(at + 6, len(words))):
        if not _joined(words[n]) or not _may_belong(words[n]):
            return False
        if words[n].form in lexicon().heads:
            return True
    return False


def _bounds(words: Sequence[Word], at: int, done: int) -> tuple[int, int] | None:
    """The first and last word of the name that has its head at a word."""
    lex, word = lexicon(), words[at]
    small = word.sort == "l" and word.text in lex.lower_heads
    if not small and not (word.capital and not word.caps and word.form in lex.heads):
        return None
    first = _leftwards(words, at, done)
    if small:
        near = any(words[n].sort in "AP" for n in range(first, at))
        return (first, at) if near and first < at else None
    last = _rightwards(words, at)
    if " ".join(word.text for word in words[first : last + 1]) in lex.places:
        return None
    specific = any(
        words[n].sort in _SPECIFIC and words[n].form not in lex.heads for n in range(first, last + 1)
    )
    return (first, last) if specific and last > first else None


def _leftwards(words: Sequence[Word], at: int, done: int) -> int:
    first = at
    while first - 1 > done and _joined(words[first]) and _may_belong(words[first - 1]):
        first -= 1
    return first


def _rightwards(words: Sequence[Word], at: int) -> int:
    """The last word: heads and acronyms beside, then 'of the ...' and the like."""
    lex, last = lexicon(), at
    while last + 1 < len(words) and _joined(words[last + 1]) and _may_belong(words[last + 1]):
        unknown = words[last + 1].sort in "US" and words[last].form not in lex.grammar["directions"]
        if unknown or (words[last].owner and words[last].form not in _MANY):
            break
        last += 1
    step = last + 1
    while (
        step < len(words) and words[step].joined and words[step].sort == "l" and words[step].text in lex.links
    ):
        step += 1
    if not last + 1 < step < len(words) or not words[step].joined or not _may_belong(words[step]):
        return last
    if words[last + 1].text in {"of", "for"}:
        return _rightwards(words, step)
    goes_on = words[last + 1].text == "and" and step == last + 2 and words[step].sort in "NW"
    return _rightwards(words, step) if goes_on and words[step].form not in lex.heads else last


def _joined(word: Word) -> bool:
    return word.gap in _GAPS


def _may_belong(word: Word) -> bool:
    lex = lexicon()
    several = word.sort == "O" and word.form.endswith("s") and word.form[:-1] in lex.offices
    return (several or word.sort in _SPECIFIC) and word.form not in lex.function
