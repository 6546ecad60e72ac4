"""A sentence -> the verbs of saying in it, each with its group of verbs and how it is used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotate.sayings.lexicon import LEXICON, Verb
from kg.annotate.sayings.tokens import Passage

HAVE = LEXICON.grammar["have"]
BE = LEXICON.grammar["be"]
DO = LEXICON.grammar["do"]
MODALS = LEXICON.grammar["modals"]
DETERMINERS = LEXICON.grammar["determiners"]
PREPOSITIONS = LEXICON.grammar["prepositions"]
PRONOUNS = LEXICON.grammar["pronouns"]
_LINKING = LEXICON.grammar["before-participles"]
_NOUNS_TOO = frozenset(("s", "base", "ing"))
_CLOSED = PREPOSITIONS | MODALS | {"that", "what", "whether", "how", "who", "which", "why", "when", "if"}
_PLURAL = frozenset((*LEXICON.data["speakers"]["plural"], *LEXICON.data["speakers"]["peoples"]))
_WISHES = frozenset(("wish", "want", "like"))
_REACH = 7


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying in use.

    first, last: the tokens of its group, auxiliaries and noun of saying included; at: the verb.
    verbs: what it may be. use: finite, passive or participle. mood: of its noun of saying, if any.
    """

    first: int
    at: int
    last: int
    verbs: tuple[Verb, ...]
    use: str
    negative: bool = False
    present: bool = False
    mood: str | None = None


def find_cues(passage: Passage, first: int, last: int) -> Iterator[Cue]:
    """The verbs of saying among the tokens [first, last) that are used as such, in their order."""
    at = first
    while at < last:
        cue = _cue(passage, first, at, last) if passage.tokens[at].low in LEXICON.forms else None
        if cue is not None:
            yield cue
        at = max(at + 1, cue.last if cue and cue.mood else 0)


def _cue(passage: Passage, first: int, at: int, last: int) -> Cue | None:
    if passage.quoted(at) or (passage.tokens[at].text[0].isupper() and at > first):
        return None
    readings = _readings(passage, at, last)
    for form in ("past", "part", "s", "base", "ing"):
        cue = _used(passage, first, at, form, readings.get(form, []))
        if cue is not None:
            return cue
    return None


def _readings(passage: Passage, at: int, last: int) -> dict[str, list[tuple[Verb, int, str | None]]]:
    """Form -> (verb, token after it and its particle or noun, mood of the noun)."""
    found: dict[str, list[tuple[Verb, int, str | None]]] = {}
    longest = 0
    for verb, form in LEXICON.forms[passage.tokens[at].low]:
        end = at + 1 + len(verb.particle)
        if end > last or any(passage.tokens[at + 1 + n].low != word for n, word in enumerate(verb.particle)):
            continue
        mood = None
        if verb.light:
            noun = _noun_of_saying(passage, verb, end, last)
            if noun is None:
                continue
            end, mood = noun
        longest = max(longest, len(verb.particle))
        found.setdefault(form, []).append((verb, end, mood))
    for form, readings in found.items():
        light = [reading for reading in readings if reading[0].light]
        particled = [reading for reading in readings if len(reading[0].particle) == longest]
        found[form] = light or particled or readings
    return found


def _noun_of_saying(passage: Passage, verb: Verb, at: int, last: int) -> tuple[int, str] | None:
    """Where the noun of saying that a light verb takes ends, and its mood."""
    bound = LEXICON.bound.get(" ".join((verb.lemma, *verb.particle)))
    for n in range(at, min(at + _REACH, last)):
        word = passage.tokens[n].low
        if word in _CLOSED or not (passage.tokens[n].is_word or word == ","):
            return None
        if word in LEXICON.nouns and (bound is None or word in bound):
            after = f"{word} {passage.tokens[n + 1].low}" if n + 1 < last else word
            if after in LEXICON.nouns:
                return n + 2, LEXICON.nouns[after]
            return n + 1, LEXICON.nouns[word]
    return None


def _used(
    passage: Passage, first: int, at: int, form: str, readings: list[tuple[Verb, int, str | None]]
) -> Cue | None:
    """The cue that a verb in a form is, None where it is an adjective, a noun or only thought of."""
    if not readings:
        return None
    start, before = _skip_fillers(passage, first, at)
    verbs = tuple(verb for verb, _, _ in readings)
    end, mood = max((end, mood or "") for _, end, mood in readings)
    negative = any(passage.tokens[n].low in ("not", "never") for n in range(start, at))
    common = {"at": at, "last": end, "verbs": verbs, "negative": negative, "mood": mood or None}
    group = _group(passage, first, start, before, form)
    if group is None:
        return None
    begin, use, present = group
    return Cue(first=begin, use=use, present=present, **common)  # type: ignore[arg-type]


def _skip_fillers(passage: Passage, first: int, at: int) -> tuple[int, str]:
    """The first of the adverbs before a verb, and the word before that ('' at the start)."""
    tokens = passage.tokens
    while at > first and is_filler(passage, at - 1):
        at -= 1
    return at, tokens[at - 1].low if at > first else ""


def is_filler(passage: Passage, at: int) -> bool:
    """Whether a token is an adverb that may stand between a subject, its verb and what follows."""
    token = passage.tokens[at]
    if token.low in ("all", "both", "so", "here", "there", "so-called", "may", "might"):
        return False
    adverb = (
        token.low.endswith("ly") and len(token.low) > 4 and token.low not in ("family", "italy", "assembly")
    )
    return (
        token.low in LEXICON.fillers
        or (adverb and not token.is_name)
        or LEXICON.hedges.get(token.low) == "hearsay"
    )


def _group(passage: Passage, first: int, start: int, before: str, form: str) -> tuple[int, str, bool] | None:
    """Where the group of verbs begins, how it is used, whether it is present; None for no use as a verb."""
    if form == "ing":
        if before in BE:
            return _auxiliaries(passage, first, start - 1), "finite", before in ("is", "are", "am")
        return (start, "participle", False) if before in _LINKING or not before else None
    if form in ("past", "part"):
        return _past(passage, first, start, before, form)
    if form == "s":
        return None if before in DETERMINERS | PREPOSITIONS | BE | {""} else (start, "finite", True)
    return _base(passage, first, start, before)


def _past(passage: Passage, first: int, start: int, before: str, form: str) -> tuple[int, str, bool] | None:
    if before in HAVE:
        return _auxiliaries(passage, first, start - 1), "finite", False
    if before in BE:
        return _auxiliaries(passage, first, start - 1), "passive", before in ("is", "are")
    if (
        before in DETERMINERS | PREPOSITIONS | {"", "as", "than"}
        and before != "that"
        and before not in ("both", "all")
    ):
        return None
    return None if form == "part" else (start, "finite", False)


def _base(passage: Passage, first: int, start: int, before: str) -> tuple[int, str, bool] | None:
    if before in ("i", "we", "they", "you") or (LEXICON.kinds.get(before) == "group" and before in _PLURAL):
        return start, "finite", True
    if before in DO:
        return start - 1, "finite", before != "did"
    if before == "to":
        return _catenative(passage, first, start - 2)
    return None


def _catenative(passage: Passage, first: int, at: int) -> tuple[int, str, bool] | None:
    """The group of 'went on to say', 'wished to inform', 'would like to stress'."""
    for size in (3, 2, 1):
        words = " ".join(token.low for token in passage.tokens[max(first, at - size + 1) : at + 1])
        if words in LEXICON.catenatives and at - size + 1 > first:
            start, before = _skip_fillers(passage, first, at - size + 1)
            modal = before in MODALS | HAVE | BE
            wishes = words.split()[-1] in _WISHES and before != "had"
            return start - modal, "finite", wishes
    return None


def _auxiliaries(passage: Passage, first: int, at: int) -> int:
    """The first token of the auxiliaries that end at a token ('has also been')."""
    while at > first and (passage.tokens[at - 1].low in HAVE | BE | {"also", "already", "not"}):
        at -= 1
    return at
