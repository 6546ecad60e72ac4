"""Quote + page text -> Span: where the exact words stand, or why that cannot be said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from heapq import nlargest

from kg.model import Span
from kg.words import is_whole, shorten, splits_word

_SHOWN = 6
_MARGIN = 24
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Quote:
    """Words copied from the page.

    within: a longer stretch that says which of several are meant. number: which of them, counted from 1 over
    the whole page, where no stretch can say.
    """

    exact: str
    within: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Missed:
    """Why a quote has no one place on the page, and what to do about it."""

    reason: str
    mend: str


def find_quote(text: str, quote: Quote, near: Sequence[Span] = ()) -> Span | Missed:
    """The one place of a quote, as code points of the page text.

    Runs of white space match any run of white space; everything else matches to the letter.
    near: the paragraphs to look in first; only words that are in none of them are looked for on
    the whole page.
    """
    if quote.number is not None:
        return _numbered(text, quote.exact, quote.number)
    regions = [(span.begin, span.end) for span in near]
    if quote.within is not None:
        around = find_quote(text, Quote(quote.within))
        if isinstance(around, Missed):
            return Missed(f"'within': {around.reason}", around.mend)
        regions = [(around.begin, around.end)]
    hits = [hit for region in regions for hit in places(text, quote.exact, *region)]
    if not hits and quote.within is not None:
        mend = "Quote words that are part of those in 'within'."
        return Missed(f"'{quote.exact}' does not stand within '{shorten(quote.within)}'", mend)
    hits = hits or places(text, quote.exact)
    if len(hits) == 1:
        begin, end = hits[0]
        return Span(begin, end, text[begin:end])
    return _ambiguous(text, quote, hits) if hits else _absent(text, quote)


def _numbered(text: str, exact: str, number: int) -> Span | Missed:
    hits = places(text, exact)
    if not 0 < number <= len(hits):
        return Missed(f"'{shorten(exact)}' stands {len(hits)} times on the page, not {number} times", "")
    begin, end = hits[number - 1]
    return Span(begin, end, text[begin:end])


def places(text: str, words: str, begin: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """All places of some words in text[begin:end], in order.

    Places inside longer words count only where there are no others.
    """
    end = len(text) if end is None else end
    found = list(_exact(text, words, begin, end)) or list(_spaced(text, words, begin, end))
    whole = [hit for hit in found if is_whole(text, *hit)]
    parted = [hit for hit in found if not splits_word(text, hit[0]) and not splits_word(text, hit[1])]
    return whole or parted or found


def _exact(text: str, words: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    at = text.find(words, begin, end) if words else -1
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1, end)


def _spaced(text: str, words: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    parts = words.split()
    if len(parts) > 1:
        pattern = re.compile(r"\s+".join(map(re.escape, parts)))
        yield from (found.span() for found in pattern.finditer(text, begin, end))


def _ambiguous(text: str, quote: Quote, hits: list[tuple[int, int]]) -> Missed:
    shown = "; ".join(
        f"{begin}-{end} '…{' '.join(text[max(0, begin - _MARGIN) : end + _MARGIN].split())}…'"
        for begin, end in hits[:_SHOWN]
    )
    more = f"; and {len(hits) - _SHOWN} more" if len(hits) > _SHOWN else ""
    where = f"within '{shorten(quote.within)}'" if quote.within else "where it is looked for"
    return Missed(
        f"'{shorten(quote.exact)}' stands {len(hits)} times {where}, at {shown}{more}",
        "Say which is meant: {exact: …, within: a longer stretch around it}.",
    )


def _absent(text: str, quote: Quote) -> Missed:
    reason = f"the page does not have the words '{shorten(quote.exact, 200)}'"
    span = nearest(text, quote.exact)
    if span is None:
        return Missed(f"{reason}, nor anything like them", "Copy the words from the page to the letter.")
    shown = " ".join(span.text.split())
    return Missed(
        f"{reason}; the nearest are '{shown}' at {span.begin}-{span.end}",
        "Copy the words from the page to the letter.",
    )


def nearest(text: str, words: str) -> Span | None:
    """The passage of the text that is most like some words, or None where nothing is.

    Of all stretches of as many words, those that share most of them are compared letter by
    letter, and so are those a word longer, shorter or earlier.
    """
    spans = [found.span() for found in re.finditer(r"\S+", text)]
    plain = [_plain(text[begin:end]) for begin, end in spans]
    wanted = [_plain(word) for word in words.split()]
    if not wanted or len(spans) < len(wanted):
        return None
    starts = nlargest(8, _overlaps(plain, wanted))
    if len(wanted) == 1 and not starts[0][0]:
        starts = [(1, -plain.index(word)) for word in get_close_matches(wanted[0], plain, n=1)]
    stretches = {
        (spans[first][0], spans[last][1])
        for _, start in starts
        for first in (-start - 1, -start)
        for last in range(first + len(wanted) - 2, first + len(wanted) + 1)
        if 0 <= first <= last < len(spans)
    }
    ratio, begin, end = max(((_alike(text[b:e], words), -b, e) for b, e in stretches), default=(0.0, 0, 0))
    return Span(-begin, end, text[-begin:end]) if ratio >= _ALIKE else None


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()


def _plain(word: str) -> str:
    return re.sub(r"\W", "", word).casefold()


def _overlaps(plain: list[str], wanted: list[str]) -> Iterator[tuple[int, int]]:
    """For every stretch of as many words as wanted: how many it shares, and minus its start."""
    need, have, shared = Counter(wanted), Counter[str](), 0
    for n, word in enumerate(plain):
        have[word] += 1
        shared += have[word] <= need[word]
        if n >= len(wanted):
            gone = plain[n - len(wanted)]
            shared -= have[gone] <= need[gone]
            have[gone] -= 1
        if n >= len(wanted) - 1:
            yield shared, len(wanted) - 1 - n
