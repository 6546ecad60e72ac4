"""Core + words around it -> what speaks for its being a person, each with a rule and a weight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.annotate.cores import Core, is_post
from kg.annotate.lexicon import lexicon
from kg.annotate.syllables import is_syllabic
from kg.annotate.tokens import Word

# Enough to take a core for a person.
ENOUGH = 0.6
_APPOSED = frozenset({", ", " - ", " \u2013 ", " \u2014 ", " (", "\n\n"})


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
    if len(own) == 1 and len(own[0].form) == 1:
        yield "letter", -1.5
    if core.title is not None:
        yield from _titled(words, core)
    if core.tail or len(own) < 2:
        return
    if any(word.sort == "I" for word in own):
        yield "initials", 1.0
    elif own[0].form in lexicon().given:
        yield "forename", 1.0
    elif is_eastern([word.form for word in own]):
        yield (
            "east-asian",
            0.5 if own[0].opens and own[0].form.lower() in lexicon().grammar["english"] else 1.0,
        )
    elif not core.the:
        yield "several-words", 0.4 if own[0].opens else 0.65


def _titled(words: Sequence[Word], core: Core) -> Iterator[tuple[str, float]]:
    first, last = core.title or (0, 0)
    kinds = {words[n].sort for n in range(first, last)}
    if words[core.first].gap == ", ":
        yield "title-before", 0.5
    elif "T" in kinds or (words[last - 1].sort == "l" and not core.tail):
        yield "title", 1.0
    elif not core.tail:
        offices = {words[n].form for n in range(first, last) if words[n].sort == "O"}
        yield "office", 0.5 if offices <= lexicon().alone else 1.0


def _before(words: Sequence[Word], core: Core) -> Iterator[tuple[str, float]]:
    if core.title is not None or core.tail:
        return
    word = words[core.first]
    if core.the:
        yield "article", -0.6
    alone = sum(word.sort != "l" for word in words[core.first : core.last]) == 1
    if _is_end_of_name(words, core.first, alone):
        yield "part", -0.5
    if alone and word.form in lexicon().places:
        yield "place", -0.5
    if word.gap is not None and word.gap.rstrip().endswith("(") and is_post(words, core.first):
        yield "post", 0.8
    if alone and word.sort == "G":
        yield "given", 0.2
    if word.opens or core.first == 0:
        return
    if alone and not core.the and words[core.first - 1].text not in lexicon().particles:
        yield "capital", 0.25
    if word.gap in {" ", "\u00a0"}:
        yield from _word_before(words, core, alone)


def _word_before(words: Sequence[Word], core: Core, alone: bool) -> Iterator[tuple[str, float]]:
    lex = lexicon()
    before = words[core.first - 1].text.lower()
    earlier = words[core.first - 2].text.lower() if core.first > 1 else ""
    if before in lex.ships:
        yield "ship", -0.9
    elif (before in lex.grammar["placing"] and alone and not words[core.last - 1].owner) or (
        before == "of" and earlier in lex.place_heads
    ):
        yield "placed", -0.7
    elif before in lex.grammar["telling"] or (before == "to" and earlier == "according"):
        yield "told", 0.5
    elif before in lex.near:
        yield "near", 0.35 if before in lex.grammar["close"] else 0.4
    elif before in {"from", "to", "via", "through"} and earlier in lex.grammar["letters"]:
        yield "letter-from", 0.4
    elif before in {"from", "for"} and _is_heading(words, core):
        yield "heading-from", 0.4
    elif before in lex.loose:
        yield "loose", 0.25 if before in {"to", "from"} else 0.1


def _is_heading(words: Sequence[Word], core: Core) -> bool:
    """Whether 'From X.' or 'For X.' stands for itself, as at the head of a telegram."""
    after = words[core.last].gap if core.last < len(words) else "."
    return words[core.first - 1].opens and after is not None and after.startswith(".")


def _is_end_of_name(words: Sequence[Word], first: int, alone: bool) -> bool:
    """Whether what stands before a core belongs to one name with it (San Juan, Rio de Janeiro)."""
    if first == 0 or not words[first].joined:
        return False
    before = words[first - 1]
    if before.form in lexicon().function:
        return False
    if before.sort == "l" and first > 1 and before.text in lexicon().particles:
        return before.joined and words[first - 2].sort in "NWP"
    return before.sort in "NWP" and (words[first].sort == "U" or alone)


def _after(words: Sequence[Word], core: Core) -> Iterator[tuple[str, float]]:
    if words[core.last - 1].owner and not core.the:
        yield "possessor", 0.2
    if core.last - core.first == 1 and not core.tail and _looks_like_family(words[core.first]):
        yield "ending", 0.35
    if core.last >= len(words):
        return
    after = words[core.last]
    if after.gap in {" ", "\u00a0"} and not core.tail:
        yield from _verb_after(words, core.last)
    elif after.gap in _APPOSED and _is_role(words, core.last):
        yield "apposition", 0.8


def _verb_after(words: Sequence[Word], at: int) -> Iterator[tuple[str, float]]:
    """What the verb right after a name, or behind one adverb, says of its being a person's."""
    lex = lexicon()
    if words[at].text in lex.grammar["between"] or words[at].text.endswith("ly"):
        yield "adverb", 0.1
        at += 1
    text, following = (words[n].text if n < len(words) else "" for n in (at, at + 1))
    if text in lex.saying:
        yield "saying", 0.7
    elif text == "as" and following in lex.plain_titles:
        yield "as-office", 0.4
    elif text in lex.doing:
        yield "doing", 0.4


def _is_role(words: Sequence[Word], at: int) -> bool:
    """Whether the words after a comma begin with what somebody is: ', the Soviet ambassador in ...'."""
    lex = lexicon()
    for n in range(at, min(at + 6, len(words))):
        word = words[n]
        if n > at and not word.joined:
            return False
        if word.text.capitalize() in lex.offices or word.text in lex.plain_titles:
            return True
        if word.sort not in "NAPCW" and word.text not in lex.grammar["describing"]:
            return False
    return False


def _looks_like_family(word: Word) -> bool:
    return word.sort == "U" and len(word.form) > 4 and word.form.endswith(lexicon().family_endings)
