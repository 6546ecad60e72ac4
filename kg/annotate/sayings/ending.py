"""The words of a report, as far as its sentence goes -> where they end and the narrator goes on."""

from __future__ import annotations

from kg.annotate.sayings.addressed import WH
from kg.annotate.sayings.cues import DETERMINERS, is_filler
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.objects import SUBJECTS
from kg.annotate.sayings.tokens import Passage

_RESUMING = LEXICON.grammar["resuming"]
_WHEREUPON = LEXICON.grammar["whereupon"]
_SHIFTED = frozenset(("had", "could", "might", "would", "should", "was", "were"))
_EVENTFUL = LEXICON.grammar["eventful"] | _RESUMING
_STARTS = SUBJECTS | DETERMINERS | {"it", "there", "here", "nobody", "nothing", "everyone", "one"}
_ASIDE = frozenset(("after", "before", "at", "upon"))
_LEAST = 3


def last_word(passage: Passage, named: Named, begin: int, end: int, *, aside: bool = False) -> int:
    """The token after the last one said of the words [begin, end).

    aside: the clause opens its sentence with 'when' or 'after', and a comma ends it.
    """
    at = begin + 1
    while at < end - 1:
        inside = passage.closes.get(at) or passage.quotes.get(at)
        if inside is not None:
            at = inside
        elif passage.tokens[at].text == ";" and _new_clause(passage, named, at + 1, end):
            return at
        elif passage.tokens[at].text == ",":
            if aside and at - begin >= _LEAST and _starts(passage, named, at + 1):
                return at
            if _resumes(passage, at + 1, end):
                return at
        at += 1
    return end


def goes_on_with(passage: Passage, named: Named, begin: int, end: int) -> tuple[int, int] | None:
    """The clause behind a semicolon, where it still gives the words of the speaker before; None if not."""
    lows = [token.low for token in passage.tokens[begin:end]]
    told = any(low in _SHIFTED for low in lows) and not any(low in _EVENTFUL for low in lows)
    return (begin, end) if told and len(lows) > _LEAST and _starts(passage, named, begin) else None


def _new_clause(passage: Passage, named: Named, at: int, end: int) -> bool:
    """Whether a clause of its own begins behind a semicolon, and not more of 'that …; that …'."""
    low = passage.tokens[at].low
    if low in ("and", "but") and at + 1 < end:
        at, low = at + 1, passage.tokens[at + 1].low
    return low != "that" and low not in WH and _starts(passage, named, at)


def _starts(passage: Passage, named: Named, at: int) -> bool:
    """Whether a subject may begin at a token."""
    while at + 1 < len(passage.tokens) and is_filler(passage, at):
        at += 1 + (passage.tokens[at + 1].text == ",")
    if at >= len(passage.tokens):
        return False
    token = passage.tokens[at]
    return token.low in _STARTS or token.is_name or named.at(at) is not None


def _resumes(passage: Passage, at: int, end: int) -> bool:
    """Whether ', and then left', ', whereupon' begins at a token."""
    low = passage.tokens[at].low
    if low in _WHEREUPON or (low in _ASIDE and passage.tokens[at + 1].low == "which"):
        return True
    if low not in ("and", "but"):
        return False
    at += 1
    while at < end and is_filler(passage, at):
        at += 1
    return at < end and passage.tokens[at].low in _RESUMING
