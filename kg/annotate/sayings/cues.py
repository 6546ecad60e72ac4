"""A sentence -> the verbs of saying in it, each with its group of verbs and how it is used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotate.sayings.lexicon import LEXICON, Verb
from kg.annotate.sayings.tokens import Passage
from kg.annotate.sayings.wordings import Wording, wordings

HAVE = LEXICON.grammar["have"]
BE = LEXICON.grammar["be"]
DO = LEXICON.grammar["do"]
MODALS = LEXICON.grammar["modals"]
DETERMINERS = LEXICON.grammar["determiners"]
PREPOSITIONS = LEXICON.grammar["prepositions"]
PRONOUNS = LEXICON.grammar["pronouns"]
_LINKING = LEXICON.grammar["before-participles"]
_NOUNS_TOO = frozenset(("s", "base", "ing"))
_PLURAL = frozenset((*LEXICON.data["speakers"]["plural"], *LEXICON.data["speakers"]["peoples"]))
_NOW = LEXICON.grammar["now"]
_ALSO_NOUNS = LEXICON.grammar["also-nouns"]
_WITHIN = LEXICON.within
_CLAUSE = PRONOUNS | {"that", "whether", "there"}
_NO_FINITE = LEXICON.grammar["before-infinitives"]
_MANY = frozenset(("i", "we", "they", "you", "who"))
_CLAUSES = frozenset(("that", "whether"))
_OBJECTS = LEXICON.grammar["objects"]
_AUTHOR = frozenset(("i", "we"))
_BEGAN = LEXICON.grammar["began"]
_ASKED = frozenset(("asked", "queried", "questioned", "pressed"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying in use.

    first, last: the tokens of its group, auxiliaries and noun of saying included; at: the verb.
    verbs: what it may be. use: finite, passive or participle. mood: of its noun of saying, if any.
    gap: the token after the verb or its particle where somebody stands within it ('gave him to understand').
    """

    first: int
    at: int
    last: int
    verbs: tuple[Verb, ...]
    use: str
    negative: bool = False
    present: bool = False
    mood: str | None = None
    gap: int = 0


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
    readings = wordings(passage, at, last)
    for form in ("past", "part", "s", "base", "ing"):
        cue = _used(passage, first, at, form, readings.get(form, []))
        if cue is not None:
            return cue
    return None


def _used(passage: Passage, first: int, at: int, form: str, readings: list[Wording]) -> Cue | None:
    """The cue that a verb in a form is, None where it is an adjective, a noun or only thought of."""
    if not readings:
        return None
    start, before = _skip_fillers(passage, first, at)
    verbs = tuple(verb for verb, _, _ in readings)
    end, mood = max((end, mood or "") for _, end, mood in readings)
    negative = any(passage.tokens[n].low in ("not", "never") for n in range(start, at))
    gap = at + 1 + verbs[0].particle.index("*") if "*" in verbs[0].particle else 0
    common = {"at": at, "last": end, "verbs": verbs, "negative": negative, "mood": mood or None, "gap": gap}
    group = _group(passage, first, start, before, form, at)
    if group is None:
        return None
    begin, use, present = group
    return Cue(first=begin, use=use, present=present, **common)  # type: ignore[arg-type]


def _skip_fillers(passage: Passage, first: int, at: int) -> tuple[int, str]:
    """The first of the adverbs before a verb, and the word before that ('' at the start)."""
    tokens = passage.tokens
    while at > first and (is_filler(passage, at - 1) or _phrase_ending(passage, first, at)):
        at = _phrase_ending(passage, first, at) or at - 1
    between = (
        at - 4 > first and tokens[at - 1].text == tokens[at - 3].text == "," and is_filler(passage, at - 2)
    )
    if between and tokens[at - 4].low in HAVE | BE:
        at -= 3
    return at, tokens[at - 1].low if at > first else ""


def _phrase_ending(passage: Passage, first: int, at: int) -> int:
    """The first token of 'on many occasions' that ends before a token; 0 for none."""
    for words in _WITHIN.get(passage.tokens[at - 1].low, ()):
        start = at - len(words)
        if start > first and all(passage.tokens[start + n].low == word for n, word in enumerate(words)):
            return start
    return 0


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


def _group(
    passage: Passage, first: int, start: int, before: str, form: str, at: int
) -> tuple[int, str, bool] | None:
    """Where the group of verbs begins, how it is used, whether it is present; None for no use as a verb."""
    if form == "ing":
        if before in BE:
            return _auxiliaries(passage, first, start - 1), "finite", before in ("is", "are", "am")
        if before == "by" and start - 2 > first and passage.tokens[start - 2].low in _BEGAN:
            return start - 2, "finite", False
        if before in _LINKING or not before:
            return start, "participle", False
        return (
            (start, "finite", False)
            if at + 1 < len(passage.tokens) and passage.tokens[at + 1].low == "that"
            else None
        )
    if form in ("past", "part"):
        return _past(passage, first, start, before, form, at)
    if form == "s" and not before:
        return (start, "finite", True) if _has_clause(passage, at) else None
    if form == "s":
        return None if before in DETERMINERS | PREPOSITIONS | BE | {""} else (start, "finite", True)
    return _base(passage, first, start, before, at)


def _past(
    passage: Passage, first: int, start: int, before: str, form: str, at: int
) -> tuple[int, str, bool] | None:
    if not before and passage.tokens[start].low in _ASKED:
        return start, "participle", False
    if not before and _has_clause(passage, at):
        return start, "finite", False
    if before == "having":
        return start - 1, "participle", False
    if before in HAVE:
        infinitive = start - 2 > first and passage.tokens[start - 2].low == "to"
        held = _catenative(passage, first, start - 3) if infinitive else None
        return held or (_auxiliaries(passage, first, start - 1), "finite", False)
    if before in BE:
        return _auxiliaries(passage, first, start - 1), "passive", before in ("is", "are")
    if (
        before in DETERMINERS | PREPOSITIONS | {"", "as", "than"}
        and before != "that"
        and before not in ("both", "all")
    ):
        return None
    return None if form == "part" else (start, "finite", False)


def _has_clause(passage: Passage, at: int) -> bool:
    """Whether a clause follows a verb that opens its sentence: 'Stated that', 'Believes he will'."""
    n = at + 1
    while n < len(passage.tokens) and is_filler(passage, n):
        n += 1
    return n < len(passage.tokens) and passage.tokens[n].low in _CLAUSE


def _base(passage: Passage, first: int, start: int, before: str, at: int) -> tuple[int, str, bool] | None:
    if before in ("i", "we", "they", "you", "who") or (
        LEXICON.kinds.get(before) == "group" and before in _PLURAL
    ):
        return start, "finite", True
    if before in DO:
        return start - 1, "finite", before != "did"
    if before == "to":
        return _catenative(passage, first, start - 2)
    if before in MODALS and start - 2 >= first and passage.tokens[start - 2].low in _AUTHOR:
        return start - 1, "finite", True
    return (start, "finite", True) if _is_plural(passage, first, at, before) else None


def _is_plural(passage: Passage, first: int, at: int, before: str) -> bool:
    """Whether a base form has several subjects: 'Lind and Berg think', 'the envoys here imply that'."""
    tokens = passage.tokens
    following = [token.low for token in tokens[at + 1 : at + 3]]
    that = bool(following) and (
        following[0] in _CLAUSES or (following[0] in _OBJECTS and following[-1] in _CLAUSES)
    )
    if before == "," and at - 2 > first:
        near = tokens[max(first, at - 7) : at - 1]
        return that and near[-1].is_name and any(token.low == "and" for token in near)
    if before in MODALS | DETERMINERS | BE | HAVE | _NO_FINITE:
        return before == "both"
    if that and tokens[at].low not in _ALSO_NOUNS and before not in PREPOSITIONS:
        return True
    listed = any(token.low == "and" and n for n, token in enumerate(tokens[max(first, at - 8) : at]))
    return that and listed and tokens[at - 1].is_name


def _catenative(passage: Passage, first: int, at: int) -> tuple[int, str, bool] | None:
    """The group of 'went on to say', 'wished to inform', 'would like to stress'."""
    for size in (5, 4, 3, 2, 1):
        words = " ".join(token.low for token in passage.tokens[max(first, at - size + 1) : at + 1])
        if words in LEXICON.catenatives and at - size + 1 > first:
            start, before = _skip_fillers(passage, first, at - size + 1)
            own = start - 2 >= first and passage.tokens[start - 2].low in _AUTHOR
            if before in MODALS and not own:
                return None
            modal = before in MODALS | HAVE | BE
            now = words.split()[0] in _NOW and before != "had"
            return start - modal, "finite", now
    return None


def _auxiliaries(passage: Passage, first: int, at: int) -> int:
    """The first token of the auxiliaries that end at a token ('has also been')."""
    while at > first and (passage.tokens[at - 1].low in HAVE | BE | {"also", "already", "not"}):
        at -= 1
    return at
