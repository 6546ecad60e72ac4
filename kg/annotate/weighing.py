"""Cores -> the cores that are persons, all that speaks for and against them taken together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from kg.annotate.cores import Core
from kg.annotate.evidence import ENOUGH, weigh
from kg.annotate.slugs import fold
from kg.annotate.structure import Stretch
from kg.annotate.tokens import Word

_LIST = re.compile(r"(?:['\u2019]s)?(?:,? (?:and|&|or) |, )")
_OPEN = re.compile(r"\s?[\[(]\s?")
_CLOSE = re.compile(r"\s?[\])]")
_FAR = 8
_NEAR = 4
Weights = dict[str, float]


def accept(
    text: str, words: Sequence[Word], cores: Sequence[Core], named: Sequence[Stretch]
) -> dict[int, Weights]:
    """The cores that are persons' names, by their number, each with what speaks for it."""
    weights = [dict(weigh(words, core)) for core in cores]
    for core, own in zip(cores, weights, strict=True):
        if (stretch := _stretch(named, words, core)) is not None:
            own[stretch.rule] = stretch.weight
    for core, own in zip(cores, weights, strict=True):
        if core.title is None and _among_places(text, words, core):
            own["among-places"] = -0.35
    _spread(text, words, cores, weights)
    return {n: weights[n] for n in _accept(words, cores, weights)}


def _among_places(text: str, words: Sequence[Word], core: Core) -> bool:
    """Whether a list goes on from a core to a place, or from a place to it (Warsaw, Posen and Berlin)."""
    for one, other in ((core.first - 1, core.first), (core.last - 1, core.last)):
        if one >= 0 and other < len(words):
            beside = words[one] if other == core.first else words[other]
            near = words[other].begin - words[one].end < _FAR
            if near and beside.sort == "P" and _LIST.fullmatch(text, words[one].end, words[other].begin):
                return True
    return False


def _stretch(named: Sequence[Stretch], words: Sequence[Word], core: Core) -> Stretch | None:
    """The surest of the stretches that a core lies in; they stand in the order of the text."""
    begin, end = words[core.first].begin, words[core.last - 1].end
    at = bisect_right(named, begin, key=lambda stretch: stretch.begin)
    around = [one for one in named[max(0, at - _NEAR) : at] if end <= one.end + 1]
    return max(around, key=lambda one: one.weight, default=None)


def bracketed(text: str, end: int, begin: int, last: int) -> bool:
    """Whether text[begin:last] stands in brackets of its own right behind text[:end]."""
    return begin - end < 4 and bool(_OPEN.fullmatch(text, end, begin)) and bool(_CLOSE.match(text, last))


def _pairs(text: str, words: Sequence[Word], cores: Sequence[Core]) -> list[tuple[int, int]]:
    """Neighbours of which the second stands in brackets behind the first."""
    bounds = [(words[core.first].begin, words[core.last - 1].end) for core in cores]
    return [(n, n + 1) for n in range(len(cores) - 1) if bracketed(text, bounds[n][1], *bounds[n + 1])]


def _spread(text: str, words: Sequence[Word], cores: Sequence[Core], weights: list[Weights]) -> None:
    """What speaks for a name speaks for its neighbours in a list and in brackets too."""
    total = _totals(words, cores, weights)
    for one, other in _pairs(text, words, cores):
        if max(total[one], total[other]) >= ENOUGH:
            weights[one].setdefault("bracket", 1.0)
            weights[other].setdefault("bracket", 1.0)
    order = range(len(cores) - 1)
    for n, step in [*((n, 1) for n in order), *((n, -1) for n in reversed(order))]:
        one, other = (n, n + 1) if step == 1 else (n + 1, n)
        end, begin = words[cores[n].last - 1].end, words[_opening(cores[n + 1])].begin
        if begin - end > _FAR or not _LIST.fullmatch(text, end, begin):
            continue
        if total[one] >= ENOUGH and "list" not in weights[other]:
            linked = 0.6 if "and" in text[end:begin] and words[cores[other].first].sort == "U" else 0.45
            weights[other]["list"] = 0.8 if _is_plural(words, cores[one]) else linked
            total[other] += weights[other]["list"]


def _opening(core: Core) -> int:
    """The first word of a name with its title."""
    return core.first if core.title is None else core.title[0]


def _is_plural(words: Sequence[Word], core: Core) -> bool:
    """Whether a title of several stands before a name (Comrades Kim and Pak)."""
    if core.title is None:
        return False
    title = words[core.title[0] : core.first]
    return any(word.sort in "TO" and word.form.rstrip(".").endswith("s") for word in title)


def _totals(words: Sequence[Word], cores: Sequence[Core], weights: Sequence[Weights]) -> list[float]:
    """How much speaks for each core, all the places of its form taken together."""
    forms = [fold(" ".join(word.form for word in words[core.first : core.last])) for core in cores]
    total: dict[str, Weights] = defaultdict(dict)
    for form, own in zip(forms, weights, strict=True):
        for rule, weight in own.items():
            before = total[form].get(rule, weight)
            total[form][rule] = max(before, weight) if weight > 0 else min(before, weight)
    times = Counter(forms)
    return [sum(total[form].values()) + _often(times[form]) for form in forms]


def _often(times: int) -> float:
    """What speaks for an unknown word in capitals that comes again and again."""
    return 0.0 if times < 2 else 0.1 if times < 3 else 0.15 if times < 6 else 0.25


def _accept(words: Sequence[Word], cores: Sequence[Core], weights: Sequence[Weights]) -> list[int]:
    """The cores that are persons' names."""
    found = []
    for n, total in enumerate(_totals(words, cores, weights)):
        core, own = cores[n], weights[n]
        strong = max(own.values(), default=0) >= 1
        the = core.the and core.title is None and "apposition" not in own
        if total >= ENOUGH and not (core.tail and not strong) and not the:
            found.append(n)
    return found
