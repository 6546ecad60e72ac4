"""Document + AuthorityIndex -> Mentions: every written form of a known name, where it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

import ahocorasick

from kg.authority import AuthorityIndex
from kg.model import Document, Mention, Reading, Ref, Span
from kg.words import is_whole

# Signs that are written in more ways than one, each replaced by one sign so that offsets stay.
_SAME = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"})
_SPACE = re.compile(r"\s")
BRACKET = re.compile(r"\s?[\[(]\s?([^\[\]()\n]{1,60}?)\s?[\])]")
_NAME = re.compile(r"(?:[^\W\d_][\w'-]*)(?: [^\W\d_][\w'-]*){0,3}")
_UNREAD = ("chrome", "blank", "label")
_ALIKE = 0.5


def find_mentions(document: Document, authority: AuthorityIndex) -> tuple[Mention, ...]:
    """The known names in a document, in the order of the text; the site's furniture is left out."""
    regions = [part.span for part in document.parts if part.kind not in _UNREAD]
    return find_names(document.text, authority, regions or None)


def find_names(
    text: str, authority: AuthorityIndex, regions: Sequence[Span] | None = None
) -> tuple[Mention, ...]:
    """The known names in a text, or in some regions of it, in the order of the text.

    The longest form wins, none is found inside a word, and upper and lower case count. A second form
    in brackets right after a first one is tied to the same bearer (by='bracket'). Roles
    and pronouns are never found here.
    """
    plain = _SPACE.sub(" ", text).translate(_SAME)
    found = _longest(_hits(plain, authority))
    found = [hit for hit in found if regions is None or _within(hit, regions)]
    mentions = [Mention(Span(b, e, text[b:e]), ref, "name") for b, e, ref in found]
    return _tie_brackets(text, plain, mentions)


def merge(mentions: Sequence[Mention], reading: Reading | None) -> tuple[Mention, ...]:
    """The mentions of a reading and those found by themselves that overlap none of them.

    Stretches that the reading marks as no mention are left out too. In the order of the text.
    """
    if reading is None:
        return tuple(mentions)
    taken = [*(mention.span for mention in reading.mentions), *reading.not_mentions]
    kept = [mention for mention in mentions if not any(_overlap(mention.span, span) for span in taken)]
    return tuple(sorted((*kept, *reading.mentions), key=lambda mention: (mention.span, mention.ref.key)))


def _overlap(one: Span, other: Span) -> bool:
    return one.begin < other.end and other.begin < one.end


@lru_cache(maxsize=4)
def _automaton(authority: AuthorityIndex) -> ahocorasick.Automaton | None:
    """The Aho-Corasick automaton of all forms; None where there are none."""
    automaton = ahocorasick.Automaton()
    for ref, form in authority.names():
        plain = _SPACE.sub(" ", form.text).translate(_SAME)
        automaton.add_word(plain, (len(plain), ref))
    if not len(automaton):
        return None
    automaton.make_automaton()
    return automaton


def _hits(plain: str, authority: AuthorityIndex) -> Iterator[tuple[int, int, Ref]]:
    """All whole-word places of all forms, overlapping ones too."""
    automaton = _automaton(authority)
    if automaton is None:
        return
    for last, (length, ref) in automaton.iter(plain):
        begin, end = last + 1 - length, last + 1
        if is_whole(plain, begin, end):
            yield begin, end, ref


def _longest(hits: Iterator[tuple[int, int, Ref]]) -> list[tuple[int, int, Ref]]:
    """Of hits that overlap the longest, of equally long ones the first; in the order of the text."""
    kept: list[tuple[int, int, Ref]] = []
    cluster: list[tuple[int, int, Ref]] = []
    for hit in sorted(hits, key=lambda hit: hit[:2]):
        if cluster and hit[0] >= max(end for _, end, _ in cluster):
            kept += _choose(cluster)
            cluster = []
        cluster.append(hit)
    return kept + _choose(cluster)


def _choose(cluster: list[tuple[int, int, Ref]]) -> list[tuple[int, int, Ref]]:
    chosen: list[tuple[int, int, Ref]] = []
    for hit in sorted(cluster, key=lambda hit: (hit[0] - hit[1], hit[0])):
        if all(hit[1] <= begin or end <= hit[0] for begin, end, _ in chosen):
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit[0])


def _within(hit: tuple[int, int, Ref], regions: Sequence[Span]) -> bool:
    return any(region.begin <= hit[0] and hit[1] <= region.end for region in regions)


def _tie_brackets(text: str, plain: str, mentions: list[Mention]) -> tuple[Mention, ...]:
    """Mark second forms that stand in brackets right after a first form, and add unknown ones."""
    by_begin = {mention.span.begin: mention for mention in mentions}
    for first in mentions:
        bracket = BRACKET.match(plain, first.span.end)
        if bracket is None:
            continue
        begin, end = bracket.span(1)
        second = by_begin.get(begin)
        if second is not None:
            if second.ref == first.ref and second.span.end == end:
                by_begin[begin] = Mention(second.span, first.ref, "bracket")
        elif is_second_form(first.span.text, plain[begin:end]) and not _any_inside(mentions, begin, end):
            by_begin[begin] = Mention(Span(begin, end, text[begin:end]), first.ref, "bracket")
    return tuple(by_begin[begin] for begin in sorted(by_begin))


def _any_inside(mentions: list[Mention], begin: int, end: int) -> bool:
    return any(mention.span.begin < end and begin < mention.span.end for mention in mentions)


def is_second_form(first: str, second: str) -> bool:
    """Whether words in brackets look like another spelling of the name before them.

    They do in another script, or where they are as much alike as two romanisations of a name are.
    """
    if not _NAME.fullmatch(second) or any(word[0].islower() for word in second.split()):
        return False
    if _is_latin(first) != _is_latin(second):
        return True
    one, other = (re.sub(r"\W", "", name).casefold() for name in (first, second))
    return bool(SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE)


def _is_latin(name: str) -> bool:
    return unicodedata.name(name[0], "").startswith("LATIN")
