"""A passage and the mentions in it -> which tokens name whom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.annotate.lexicon import lexicon
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.tokens import Passage
from kg.annotate.syllables import is_syllabic
from kg.model import Mention, Ref

_LEAST = 2


@dataclass(slots=True)
class Named:
    """The mentions of a passage by their tokens."""

    refs: dict[tuple[int, int], Ref] = field(default_factory=dict)
    begins: dict[int, tuple[int, int]] = field(default_factory=dict)
    ends: dict[int, tuple[int, int]] = field(default_factory=dict)

    def at(self, token: int) -> tuple[int, int] | None:
        """The tokens of the mention that begins at a token."""
        return self.begins.get(token)

    def ending(self, token: int) -> tuple[int, int] | None:
        """The tokens of the mention that ends before a token."""
        return self.ends.get(token)

    def inside(self, first: int, last: int) -> list[tuple[int, int]]:
        """The mentions among some tokens, in their order."""
        return [place for place in self.refs if first <= place[0] and place[1] <= last]


def surnames_of(mentions: Iterable[Mention]) -> dict[str, Ref]:
    """The surnames of the persons named in full who alone bear them: 'Kang' of 'Kang Tae-mu', 'Lind'."""
    bearers: dict[str, set[Ref]] = {}
    for mention in mentions:
        words = mention.span.text.split()
        if mention.ref.kind == "person" and len(words) >= _LEAST:
            eastern = len(words) <= _LEAST + 1 and all(is_syllabic(word) for word in words)
            bearers.setdefault(words[0] if eastern else words[-1], set()).add(mention.ref)
    return {name: next(iter(refs)) for name, refs in bearers.items() if len(refs) == 1 and name[0].isupper()}


def read_names(
    passage: Passage, mentions: Sequence[Mention], surnames: Mapping[str, Ref] | None = None
) -> Named:
    """The mentions that stand in a passage; of those that overlap the longest. Mentions in text order.

    surnames: those by which persons named elsewhere are named here where no mention stands.
    """
    named = Named()
    if not passage.tokens:
        return named
    starts = [token.begin for token in passage.tokens]
    for mention in mentions:
        if mention.ref.kind not in ("person", "group", "place"):
            continue
        first = bisect_left(starts, mention.span.begin)
        last = bisect_left(starts, mention.span.end)
        second = mention.by == "bracket" and first and passage.tokens[first - 1].text in "[("
        if not second and first < last and passage.tokens[first].begin == mention.span.begin:
            _add(named, (first, last), mention.ref)
    taken = {at for first, last in named.refs for at in range(first, last)}
    for at, token in enumerate(passage.tokens):
        ref = (surnames or {}).get(token.text)
        if ref is not None and at not in taken and _is_surname(passage, at):
            _add(named, (at, at + 1), ref)
    named.refs = dict(sorted(named.refs.items()))
    return named


def _is_surname(passage: Passage, at: int) -> bool:
    """Whether a word stands alone as a name does; 'He' or 'Long' only behind a title."""
    tokens = passage.tokens
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    titled = before is not None and before.low in LEXICON.kinds.keys() | LEXICON.grammar["generic"]
    if tokens[at].text in lexicon().function | lexicon().ordinary or tokens[at].low in lexicon().function:
        return titled
    joined = before is not None and before.is_name and not titled and before.is_word and at > 1
    return not joined and not (after is not None and after.is_name)


def _add(named: Named, place: tuple[int, int], ref: Ref) -> None:
    named.refs[place] = ref
    for table, token in ((named.begins, place[0]), (named.ends, place[1])):
        known = table.get(token)
        if known is None or known[1] - known[0] < place[1] - place[0]:
            table[token] = place
