"""Document + known names -> Persons: who is named in it, by the evidence of the text itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from kg.annotate.cores import Core, find_cores
from kg.annotate.evidence import ENOUGH, weigh
from kg.annotate.naming import Naming, naming, split_name
from kg.annotate.sameness import Persons, nearest
from kg.annotate.slugs import fold
from kg.annotate.structure import Stretch, field_names, stretches
from kg.annotate.tokens import Word
from kg.model import Document, Mention

_LIST = re.compile(r",? (?:and|&|or) |, ")
_OPEN = re.compile(r"\s?[\[(]\s?")
_CLOSE = re.compile(r"\s?[\])]")
_FAR = 6
_OFTEN = 0.15
Weights = dict[str, float]


def find_persons(document: Document, words: Sequence[Word], known: Sequence[Mention]) -> Persons:
    """The persons of a document. known: mentions found before, whose bearers take part in who is who."""
    text = document.text
    named = stretches(document)
    cores = [core for core in find_cores(words) if not _taken(core, words, known)]
    weights = [dict(weigh(words, core)) for core in cores]
    for core, own in zip(cores, weights, strict=True):
        if (stretch := _stretch(named, words, core)) is not None:
            own[stretch.rule] = stretch.weight
    _spread(text, words, cores, weights)
    accepted = _accept(words, cores, weights)
    persons = Persons()
    found = {n: _named(text, words, cores[n], weights[n]) for n in accepted}
    persons.add([*_known(known), *field_names(document), *found.values()])
    _tie(persons, [(found[a], found[b]) for a, b in _pairs(text, words, cores) if a in found and b in found])
    _recall(text, words, [core for n, core in enumerate(cores) if n not in found], persons)
    return persons


def _taken(core: Core, words: Sequence[Word], known: Sequence[Mention]) -> bool:
    begin, end = words[core.first].begin, words[core.last - 1].end
    at = bisect_right(known, end - 1, key=lambda mention: mention.span.begin) - 1
    return at >= 0 and known[at].span.end > begin


def _stretch(named: Sequence[Stretch], words: Sequence[Word], core: Core) -> Stretch | None:
    begin, end = words[core.first].begin, words[core.last - 1].end
    return next((s for s in named if s.begin <= begin and end <= s.end + 1), None)


def _pairs(text: str, words: Sequence[Word], cores: Sequence[Core]) -> list[tuple[int, int]]:
    """Neighbours of which the second stands in brackets behind the first."""
    found = []
    for n in range(len(cores) - 1):
        end, begin = words[cores[n].last - 1].end, words[cores[n + 1].first].begin
        if (
            begin - end < 4
            and _OPEN.fullmatch(text, end, begin)
            and _CLOSE.match(text, words[cores[n + 1].last - 1].end)
        ):
            found.append((n, n + 1))
    return found


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
        end, begin = words[cores[n].last - 1].end, words[cores[n + 1].first].begin
        if begin - end > _FAR or not _LIST.fullmatch(text, end, begin):
            continue
        if total[one] >= ENOUGH and "list" not in weights[other]:
            weights[other]["list"] = 0.8 if _is_plural(words, cores[one]) else 0.45
            total[other] += weights[other]["list"]


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
    return [sum(total[form].values()) + (_OFTEN if times[form] > 3 else 0) for form in forms]


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


def _named(text: str, words: Sequence[Word], core: Core, own: Weights) -> Naming:
    rule = max(own, key=lambda name: own[name], default="again")
    return naming(
        text,
        words,
        core,
        rule if own.get(rule, 0) > 0 else "again",
        own.get(rule, 0.0),
        _role(text, words, core),
    )


def _role(text: str, words: Sequence[Word], core: Core) -> str | None:
    if core.title is None or not any(words[n].sort in "Ol" for n in range(*core.title)):
        return None
    first = words[core.title[0]]
    return " ".join(text[first.begin : words[core.first].begin].split()).strip(" ,[](") or None


def _known(mentions: Sequence[Mention]) -> list[Naming]:
    found = []
    for mention in mentions:
        if mention.ref.kind == "person":
            given, family = split_name(mention.span.text.split())
            label = " ".join(mention.span.text.split())
            found.append(
                Naming(
                    mention.span.begin,
                    mention.span.end,
                    label,
                    given,
                    family,
                    mention.by,
                    1.0,
                    ref=mention.ref,
                )
            )
    return found


def _tie(persons: Persons, pairs: Iterable[tuple[Naming, Naming]]) -> None:
    """A name and the one in brackets behind it are one person."""
    holder = {id(one): person for person in persons.all for one in person.namings}
    for one, other in pairs:
        first, second = holder.get(id(one)), holder.get(id(other))
        if first is None or second is None or first is second:
            continue
        persons.join(first, second)
        holder.update({id(own): first for own in first.namings})


def _recall(text: str, words: Sequence[Word], left: Sequence[Core], persons: Persons) -> None:
    """The places where somebody found elsewhere is named again without any sign of it."""
    for core in left:
        if core.tail or core.the:
            continue
        again = naming(text, words, core, "short-form", 0.3)
        if (person := nearest(persons.fitting(again), again)) is not None:
            person.namings.append(again)
