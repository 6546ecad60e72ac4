"""Sayings of a draft + those of the gold -> which are found, with whose words, hedges and nesting."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.counts import Count, Fault, Judged, Measures, Share
from kg.evaluate.division import ALIKE, characters, divided, jaccard, words
from kg.evaluate.gold import Gold, GoldSaying
from kg.evaluate.mentions import denoted, overlap, str_ref, unnamed
from kg.model import Candidate, Hedge, Mention, Reading, Ref, Saying

COVERED = 0.9
"""How much of a saying's words a longer one must hold to cover it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A saying of the gold, the one of the draft that has its words, and how far the words are the same."""

    gold: GoldSaying
    draft: Saying
    jaccard: float
    speaker: bool


@dataclass(frozen=True, slots=True)
class _Judge:
    """Compares the sayings of one draft with the gold; whom a reference means is known."""

    gold: Gold
    sayings: Sequence[GoldSaying]
    draft: Reading
    means: Mapping[Ref, str]

    def who(self, refs: Sequence[Ref]) -> set[str]:
        """The clusters that references mean; one that means none of the gold stays what it is.

        A speaker whom the text does not name is nobody. A candidate with the key of one of a reading is it.
        """
        known = {cluster.id for cluster in self.gold.clusters}
        nobody = unnamed(self.draft)
        found = set()
        for ref in refs:
            if ref in nobody:
                continue
            same = str_ref(ref) if str_ref(ref) in known else None
            whole = {self.draft.author: self.gold.author, self.draft.addressee: self.gold.addressee}
            own = same if ref.owner else None
            found.add(own or self.means.get(ref) or same or whole.get(ref) or f"draft:{str_ref(ref)}")
        return found

    def speaker(self, gold: GoldSaying, draft: Saying) -> bool:
        """Whether the same are said to speak; where the gold leaves it open, any of those it names."""
        refs = [ref for one in draft.attributions for ref in one.speakers]
        who = self.who(refs)
        if gold.unclear:
            return bool(who) and who <= set(gold.speakers)
        if draft.unclear and gold.speakers:
            return False
        return who == set(gold.speakers)

    def pairs(self, wanted: Sequence[GoldSaying], given: Sequence[Saying]) -> list[Pair]:
        """One to one, the most alike first, and of those equally alike the ones with the right speaker."""
        marks = {one.id: characters(one.spans) for one in wanted}
        found = {one.id: characters(words(one)) for one in given}
        close = [
            Pair(one, other, share, self.speaker(one, other))
            for one in wanted
            for other in given
            if (share := jaccard(marks[one.id], found[other.id])) >= ALIKE
        ]
        taken: set[str] = set()
        used: set[str] = set()
        kept: list[Pair] = []
        for pair in sorted(close, key=lambda pair: (-pair.jaccard, not pair.speaker)):
            if pair.gold.id not in taken and pair.draft.id not in used:
                taken.add(pair.gold.id)
                used.add(pair.draft.id)
                kept.append(pair)
        return kept

    def covered(self, gold: GoldSaying, given: Sequence[Saying]) -> bool:
        """Whether one saying with the right speaker holds nearly all its words, and however many others."""
        mark = characters(gold.spans)
        return any(
            len(mark & characters(words(one))) >= COVERED * len(mark) and self.speaker(gold, one)
            for one in given
        )

    def nesting(self, pair: Pair, pairs: Sequence[Pair]) -> bool:
        """Whether the draft has it under the same saying, or both under the document's own narrative."""
        found = {other.gold.id for other in pairs}
        above = self._above(pair.gold, found)
        own = {one.id for one in self.draft.sayings if one.content}
        within = {one for one in pair.draft.within if one in own}
        if not above or not within:
            return not above and not within
        return any(other.draft.id in within for other in pairs if other.gold.id in above)

    def _above(self, one: GoldSaying, found: set[str]) -> list[str]:
        """The sayings that report it; for one that may be left out and is, those above that."""
        told = {other.id: other for other in self.sayings if other.spans}
        parents = [told[parent] for parent in one.parents if parent in told]
        left = [parent for parent in parents if parent.optional and parent.id not in found]
        kept = [parent.id for parent in parents if parent not in left]
        return kept + [above for parent in left for above in self._above(parent, found)]

    def addressee(self, pair: Pair) -> bool:
        """Whether it is said to the same persons or groups."""
        return self.who(pair.draft.addressees) == set(pair.gold.addressees or ())


def same_hedges(wanted: Sequence[Hedge], given: Sequence[Hedge]) -> int:
    """How many hedges are right: words that overlap, the same kind and the same scope, one to one."""
    left = list(given)
    right = 0
    for hedge in wanted:
        for other in left:
            if overlap(hedge.word, other.word) and (hedge.kind, hedge.scope) == (other.kind, other.scope):
                left.remove(other)
                right += 1
                break
    return right


def judge_sayings(
    gold: Gold, draft: Reading | None, mentions: Sequence[Mention], candidates: Sequence[Candidate]
) -> Judged:
    """Compare a draft with the gold's sayings; narratives are the frame and not counted.

    'sayings': found by their words. 'sayings.speaker': of these with the right speaker. 'sayings.main': the
    same for clauses that report in so many words; free indirect speech found rightly is then left aside.
    """
    if gold.sayings is None:
        return Judged(Measures({}, {}))
    given = [one for one in (draft.sayings if draft else ()) if one.content is not None]
    sayings = divided(gold.sayings, given)
    wanted = [one for one in sayings if one.spans]
    if draft is None:
        counts = _counts(wanted, given, [])
        return Judged(Measures(counts, {}), tuple(_missed(one) for one in wanted if not one.optional))
    judge = _Judge(gold, sayings, draft, denoted(gold, mentions, (*candidates, *draft.candidates)))
    pairs = judge.pairs(wanted, given)
    counts = _counts(wanted, given, pairs)
    counts["hedges"] = _hedges(pairs)
    return Judged(
        Measures(counts, _shares(judge, wanted, given, pairs)), tuple(_faults(judge, wanted, given, pairs))
    )


def _counts(wanted: Sequence[GoldSaying], given: Sequence[Saying], pairs: Sequence[Pair]) -> dict[str, Count]:
    must = [one for one in wanted if not one.optional]
    main = [one for one in must if one.main]
    extra = sum(pair.gold.optional and pair.speaker for pair in pairs)
    aside = sum((pair.gold.optional or not pair.gold.main) and pair.speaker for pair in pairs)
    found = [pair for pair in pairs if not pair.gold.optional]
    return {
        "sayings": Count(
            len(found), len(given) - sum(pair.gold.optional for pair in pairs), len(must)
        ),
        "sayings.speaker": Count(sum(pair.speaker for pair in found), len(given) - extra, len(must)),
        "sayings.main": Count(
            sum(pair.speaker and pair.gold.main for pair in found), len(given) - aside, len(main)
        ),
    }  # fmt: skip


def _hedges(pairs: Sequence[Pair]) -> Count:
    return Count(
        sum(same_hedges(pair.gold.hedges, pair.draft.hedges) for pair in pairs),
        sum(len(pair.draft.hedges) for pair in pairs),
        sum(len(pair.gold.hedges) for pair in pairs),
    )


def _shares(
    judge: _Judge, wanted: Sequence[GoldSaying], given: Sequence[Saying], pairs: Sequence[Pair]
) -> dict[str, Share]:
    addressed = [pair for pair in pairs if pair.gold.addressees is not None]
    must = [one for one in wanted if not one.optional]
    return {
        "covered": Share(sum(judge.covered(one, given) for one in must), len(must)),
        "overlap": Share(sum(pair.jaccard for pair in pairs), len(pairs)),
        "speaker": Share(sum(pair.speaker for pair in pairs), len(pairs)),
        "nesting": Share(sum(judge.nesting(pair, pairs) for pair in pairs), len(pairs)),
        "mood": Share(sum(_mood(pair) for pair in pairs), len(pairs)),
        "addressee": Share(sum(judge.addressee(pair) for pair in addressed), len(addressed)),
    }


def _mood(pair: Pair) -> bool:
    """Whether the draft's moods are some of those that the gold gives."""
    return bool(pair.draft.moods) and set(pair.draft.moods) <= set(pair.gold.moods)


def _missed(one: GoldSaying) -> Fault:
    speakers = ", ".join(one.speakers) or "nobody named"
    return Fault("sayings", "missed", one.spans[0].text, one.spans[0], f"{one.id}: {speakers}")


def _faults(
    judge: _Judge, wanted: Sequence[GoldSaying], given: Sequence[Saying], pairs: Sequence[Pair]
) -> list[Fault]:
    taken = {pair.gold.id for pair in pairs}
    used = {pair.draft.id for pair in pairs}
    checks: dict[str, Callable[[Pair], bool]] = {
        "speaker": lambda pair: pair.speaker,
        "nesting": lambda pair: judge.nesting(pair, pairs),
        "mood": _mood,
        "addressee": lambda pair: pair.gold.addressees is None or judge.addressee(pair),
        "hedges": lambda pair: _hedges([pair]).f1 in (None, 1.0),
    }
    return [
        *(_missed(one) for one in wanted if one.id not in taken and not one.optional),
        *(
            Fault("sayings", "false", one.content.text, one.content, f"rule {one.rule}")
            for one in given
            if one.content and one.id not in used
        ),
        *(
            Fault(name, "wrong", pair.gold.spans[0].text, pair.gold.spans[0], _note(judge, name, pair))
            for pair in pairs
            for name, right in checks.items()
            if not right(pair)
        ),
    ]


def _note(judge: _Judge, name: str, pair: Pair) -> str:
    """What the draft has, and what the gold."""
    if name == "speaker":
        refs = [ref for one in pair.draft.attributions for ref in one.speakers]
        drafted, right = sorted(judge.who(refs)), pair.gold.speakers
        return f"{', '.join(drafted) or 'nobody'} for {', '.join(right) or 'nobody'}"
    if name == "mood":
        return f"{', '.join(pair.draft.moods)} for {', '.join(pair.gold.moods)}"
    return f"{pair.draft.id} for {pair.gold.id}"
