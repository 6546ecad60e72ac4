"""Names + AuthorityIndex -> Likenesses: which entries of the authority files a candidate may be, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz import fuzz, process

from kg.annotate.naming import split_name
from kg.annotate.romanise import SYSTEMS, normal, orders, syllables, systems
from kg.annotate.slugs import fold
from kg.authority import AuthorityIndex
from kg.model import Likeness, Ref

# Below this a likeness is not worth a person's while; and how many are proposed.
LEAST = 0.5
MOST = 3
_SPELLED = 86
_BLOCK = 3


def likely(names: Iterable[str], authority: AuthorityIndex, kind: str = "person") -> tuple[Likeness, ...]:
    """The entries that somebody with these written forms may be, the likeliest first, at most three.

    kind: person, group or place. A score is 1 only for the very same words; it says how much alike the
    names are, not how probable it is that they mean the same.
    """
    index = _index(authority, kind)
    best: dict[Ref, Likeness] = {}
    for name in names:
        for ref, score, why in index.alike(name):
            if score >= LEAST and (ref not in best or best[ref].score < score):
                best[ref] = Likeness(ref, round(score, 2), why)
    return tuple(sorted(best.values(), key=lambda like: (-like.score, like.ref.key))[:MOST])


class _Names:
    """All written forms of one kind of entry, by the normal forms that names are compared with."""

    def __init__(self, authority: AuthorityIndex, kind: str) -> None:
        self._kind = kind
        self._by: dict[tuple[str, str], set[Ref]] = defaultdict(set)
        self._blocks: dict[str, dict[str, set[Ref]]] = defaultdict(lambda: defaultdict(set))
        for entry in authority:
            if entry.kind == kind:
                ref = Ref(kind, entry.key)
                for form in dict.fromkeys([entry.label, *(name.text for name in entry.names)]):
                    self._add(form, ref)

    def _add(self, form: str, ref: Ref) -> None:
        plain = fold(form)
        self._by["words", _sorted(plain)].add(ref)
        self._blocks[_block(plain)][plain].add(ref)
        if self._kind != "person":
            return
        for system in systems(form):
            for key in syllables(form, system):
                self._by[system, key].add(ref)
        given, family = split_name(form.split())
        self._by["family", normal(family)].add(ref)
        if given:
            self._by["initial", f"{normal(family)} {given[0][:1]}"].add(ref)

    def alike(self, name: str) -> Iterator[tuple[Ref, float, str]]:
        """Entries alike to a name: (entry, score, why)."""
        plain = fold(name)
        for ref in self._by.get(("words", _sorted(plain)), ()):
            yield ref, 1.0, "the same words"
        if self._kind == "person" and plain:
            yield from self._persons(name)
        block = self._blocks.get(_block(plain), {})
        for form, score, _ in process.extract(
            plain, list(block), scorer=fuzz.ratio, score_cutoff=_SPELLED, limit=5
        ):
            for ref in block[form]:
                yield ref, score / 100 * 0.8, f"spelled almost like '{form}'"

    def _persons(self, name: str) -> Iterator[tuple[Ref, float, str]]:
        words = name.split()
        for system in systems(name):
            why = SYSTEMS[system]
            for n, order in enumerate(orders(words)):
                for key in syllables(order, system):
                    for ref in self._by.get((system, key), ()):
                        yield ref, 0.9 - 0.05 * bool(n), f"{why}, in another order" if n else why
        given, family = split_name(words)
        if given:
            for ref in self._by.get(("initial", f"{normal(family)} {given[0][:1]}"), ()):
                initial = len(given[0].rstrip(".")) <= 2
                yield ref, 0.75 if initial else 0.5, "the same family name and initial"
            return
        bearers = self._by.get(("family", normal(family)), set())
        for ref in bearers:
            yield ref, 0.65 if len(bearers) == 1 else 0.5, "the same family name"


def _block(plain: str) -> str:
    """What names must have in common to be compared letter by letter: how the family name begins."""
    return split_name(plain.title().split() or [""])[1][:_BLOCK]


def _sorted(plain: str) -> str:
    words = plain.replace("-", " ").replace(",", " ").split()
    return " ".join(sorted(word for word in words if word != "the"))


@lru_cache(maxsize=12)
def _index(authority: AuthorityIndex, kind: str) -> _Names:
    return _Names(authority, kind)
