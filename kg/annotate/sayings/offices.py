"""The offices that a document gives to persons -> who is meant by 'the minister', 'His Majesty', 'Mrs.'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.annotate.lexicon import lexicon
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.roles import SMALL, Held, apposition, may_be, role_before, title_words
from kg.annotate.sayings.tokens import Passage
from kg.model import Ref

_GENERIC = LEXICON.grammar["generic"]
_RARE = 3
_HONORIFICS: dict[str, list[str]] = LEXICON.data["voices"]["honorifics"]
_GENDERS = {title.lower().strip("."): gender for title, gender in lexicon().titles.items() if gender}
_ANY = frozenset(("a", "an", "another"))


def _parts(words: Iterable[str]) -> Iterator[str]:
    """Words without marks; "d'affaires" is two."""
    for word in words:
        yield from word.strip(".,;()[]").replace("’", "'").split("'")


@dataclass(slots=True)
class Offices:
    """Who holds which office. held: noun of office -> its holders. genders: what titles say, 'm' or 'f'."""

    held: dict[str, list[Held]] = field(default_factory=dict)
    genders: dict[Ref, str] = field(default_factory=dict)

    def hold(self, ref: Ref, words: list[str], at: int) -> None:
        """Note that somebody holds an office of some words, from an offset on."""
        held = Held(at, ref, frozenset(_parts(words)) - SMALL - {"", "d"})
        for noun in held.words & LEXICON.kinds.keys():
            if noun not in _GENERIC:
                self.held.setdefault(noun, []).append(held)

    def meet(self, passage: Passage, named: Named, times: int = 1) -> None:
        """Note the offices and titles that a passage gives: 'Foreign Minister Berg', 'Berg, the minister'."""
        for (first, last), ref in named.refs.items():
            if ref.kind != "person":
                continue
            self._note_gender(passage, ref, first, last)
            own = [token.low for token in passage.tokens[first:last]]
            before, at = role_before(passage, first, last)
            said = [(words, first) for words in (title_words(passage, first), apposition(passage, last), own)]
            for words, begin in [*said, (before, at)]:
                for _ in range(times if any(word in LEXICON.kinds for word in words) else 0):
                    self.hold(ref, words, passage.tokens[begin].begin - (begin == at != first))

    def _note_gender(self, passage: Passage, ref: Ref, first: int, last: int) -> None:
        """What the title before or in a name says of the person."""
        for token in passage.tokens[max(0, first - 2) : last]:
            gender = _GENDERS.get(token.low) if token.is_name else None
            if gender:
                self.genders.setdefault(ref, gender)

    def holder(self, small: list[str], at: int, apart: frozenset[Ref]) -> Ref | None:
        """The person whom a description in small letters means at an offset: the latest whom it fits.

        apart: persons who are meant only where nobody else fits, as the one who is addressed.
        """
        meant = frozenset(_parts(small)) - SMALL - {"", "d"}
        nouns = [word for word in small if word in LEXICON.kinds]
        if not nouns or LEXICON.kinds[nouns[0]] != "person" or small[0] in _ANY:
            return None
        titled = _HONORIFICS.get(nouns[0])
        if titled is not None:
            return self._latest([held for noun in titled for held in self.held.get(noun, ())], at)
        holders = [held for noun in nouns[:2] for held in self.held.get(noun, ())]
        fitting = [held for held in holders if meant <= held.words or may_be(held.words, meant)]
        fitting = [held for held in fitting if held.ref not in apart] or fitting
        counts = Counter(held.ref for held in fitting)
        fitting = [held for held in fitting if counts[held.ref] * _RARE >= max(counts.values())]
        before = [held for held in fitting if held.at < at] or fitting
        best = max(before, key=lambda held: (len(held.words & meant), held.at), default=None)
        return best.ref if best else None

    def _latest(self, holders: list[Held], at: int) -> Ref | None:
        """The one of some holders whom the text named last before an offset."""
        before = [held for held in holders if held.at < at]
        return max(before, key=lambda held: held.at).ref if before else None
