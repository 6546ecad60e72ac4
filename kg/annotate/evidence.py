"""Core + words around it -> what speaks for its being a person, each with a rule and a weight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.annotate.cores import Core, is_syllabic
from kg.annotate.lexicon import lexicon
from kg.annotate.tokens import Word

# Enough to take a core for a person.
ENOUGH = 0.6
_PLACING = frozenset("in at into near inside outside throughout within around across".split())  # noqa: SIM905
_TELLING = frozenset("said says asked replied according told asks answered".split())  # noqa: SIM905


def weigh(words: Sequence[Word], core: Core) -> Iterator[tuple[str, float]]:
    """The rules that speak for a core, strongest form first; negative weights speak against it."""
    yield from _form(words, core)
    yield from _before(words, core)
    yield from _after(words, core)


def is_eastern(forms: Sequence[str]) -> bool:
    """Whether words are a name of East Asia, family name first."""
    lex = lexicon()
    if not 2 <= len(forms) <= 4 or forms[0] not in lex.families:
        return False
    if forms[0] in lex.japanese and forms[0] not in lex.chinese | lex.korean:
        return forms[1] not in lex.families
    return all(is_syllabic(form) for form in forms[1:])


def _form(words: Sequence[Word], core: Core) -> Iterator[tuple[str, float]]:
    own = [word for word in words[core.first : core.last] if word.sort != "l"]
    if core.title is not None:
        yield from _titled(words, core)
    if core.tail or len(own) < 2:
        return
    if any(word.sort == "I" for word in own):
        yield "initials", 1.0
    elif own[0].sort == "G":
        yield "forename", 1.0
    elif is_eastern([word.form for word in own]):
        yield "east-asian", 0.5 if own[0].opens and own[0].form.lower() in _ENGLISH else 1.0
    elif not core.the:
        yield "several-words", 0.4 if own[0].opens else 0.65


_ENGLISH = frozenset(
    "an ban bang do fan gang he her long ma man men no pan park sin so song sun sung to van you".split()
)  # noqa: SIM905


def _titled(words: Sequence[Word], core: Core) -> Iterator[tuple[str, float]]:
    first, last = core.title or (0, 0)
    kinds = {words[n].sort for n in range(first, last)}
    if "T" in kinds or (words[last - 1].sort == "l" and not core.tail):
        yield "title", 1.0
    elif not core.tail:
        offices = {words[n].form for n in range(first, last) if words[n].sort == "O"}
        yield "office", 0.5 if offices <= lexicon().alone else 1.0


def _before(words: Sequence[Word], core: Core) -> Iterator[tuple[str, float]]:
    if core.the and core.title is None:
        yield "article", -0.6
    if core.first == 0 or words[core.first].gap not in {" ", "\u00a0"} or core.tail:
        return
    before = words[core.first - 1].text.lower()
    if before in _PLACING:
        yield "placed", -0.7
    elif before in _TELLING or (before == "to" and words[core.first - 2].text.lower() == "according"):
        yield "told", 0.5
    elif before in lexicon().with_whom and not words[core.first - 1].opens:
        yield "with-whom", 0.3


def _after(words: Sequence[Word], core: Core) -> Iterator[tuple[str, float]]:
    lex = lexicon()
    if words[core.last - 1].owner and not core.the:
        yield "possessor", 0.2
    if core.last >= len(words):
        return
    after = words[core.last]
    if after.gap in {" ", "\u00a0"} and not core.tail:
        if after.text in lex.saying:
            yield "saying", 0.7
        elif after.text in lex.doing or (after.text in {"then", "also", "himself", "herself", "again"}):
            yield "doing", 0.4
    elif after.gap == ", " and _is_role(words, core.last):
        yield "apposition", 0.8


def _is_role(words: Sequence[Word], at: int) -> bool:
    """Whether the words after a comma begin with what somebody is: ', the Soviet ambassador in ...'."""
    lex = lexicon()
    for n in range(at, min(at + 6, len(words))):
        word = words[n]
        if n > at and not word.joined:
            return False
        if (
            word.form in lex.offices
            or (word.sort == "l" and word.text in lex.plain_titles)
            or word.text in {"head", "member"}
        ):
            return True
        if word.sort not in "NAPCW" and word.text not in {
            "the",
            "a",
            "an",
            "of",
            "former",
            "then",
            "first",
            "deputy",
        }:
            return False
    return False
