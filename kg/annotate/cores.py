"""Words -> Cores: the runs of capitalised words that could name a person, with what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.annotate.lexicon import lexicon
from kg.annotate.syllables import is_syllabic
from kg.annotate.tokens import Word

_NAMES = frozenset("GSUI")
_LONGEST = 5
_SHIPS = ("M.S.", "S.S.")
# Titles before which an ordinary word is none the less ordinary (General Staff, Major powers).
_AMBIGUOUS = frozenset({"Comrade", "Comrades", "General", "Major", "Commander", "Representative"})


@dataclass(frozen=True, slots=True)
class Core:
    """Words [first, last) of a text that could be one person's name.

    title: the words before it that say what he is, if any. tail: whether a capitalised word follows that
    belongs to it (Stalin Prize). the: whether an article stands before it.
    """

    first: int
    last: int
    title: tuple[int, int] | None
    tail: bool
    the: bool


def find_cores(words: Sequence[Word]) -> Iterator[Core]:
    """The stretches of name-like words, in the order of the text."""
    at = 0
    while at < len(words):
        begins = words[at].sort in _NAMES or _is_family(words, at)
        if not begins and not _named_by_title(words, at):
            at += 1
            continue
        last = _end(words, at)
        first = _with_particle(words, at)
        if _is_worded(words, at, last) and not _is_item(words, at, last):
            yield Core(first, last, _title(words, first), _has_tail(words, last), _has_article(words, first))
        at = last


def _end(words: Sequence[Word], first: int) -> int:
    """Where the core that begins at a word ends."""
    at = first + 1
    while at < len(words) and at - first < _LONGEST and words[at].joined and not words[at - 1].owner:
        if "[" in (words[at].gap or "") and not _completes(words, first, at):
            break
        if _goes_on(words, at):
            at += 1
        elif words[at].sort == "l" and words[at].text in lexicon().particles and _next_is_name(words, at + 1):
            at += 2
        else:
            break
    return at


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether a word goes on with the name that the words before it begin."""
    word, before = words[at], words[at - 1]
    if word.text == "I":
        alone = at + 1 == len(words) or words[at + 1].gap not in {" ", "\u00a0"}
        return alone and words[at - 1].sort in "SU" and is_syllabic(words[at - 1].form)
    if word.sort in _NAMES:
        return word.caps >= before.caps or before.sort in "GI" or word.sort == "I"
    if word.sort == "W" and before.sort == "S" and word.form.endswith("ing"):
        return is_syllabic(word.form)
    if word.sort == "T":
        return (
            before.sort in "GI"
            and word.form in lexicon().grammar["both"]
            and not _next_is_name(words, at + 1)
        )
    if word.sort == "C":
        return before.caps and len(word.text) > 2 and word.text not in lexicon().acronyms
    if word.sort == "N":
        named = word.form in lexicon().grammar["also-names"] and before.sort in "GI"
        return named and not _next_is_name(words, at + 1)
    return word.sort in "WP" and before.sort in "GI" and not _next_is_name(words, at + 1)


def _is_family(words: Sequence[Word], at: int) -> bool:
    """Whether an ordinary word is a name by what follows it: An Kil-yong, Jan Novak."""
    if words[at].form in lexicon().given and at + 1 < len(words):
        return words[at + 1].gap == " " and words[at + 1].sort == "U"
    if words[at].form not in lexicon().families or not words[at].capital or at + 1 >= len(words):
        return False
    after = words[at + 1]
    return after.joined and after.sort in _NAMES and "-" in after.form and is_syllabic(after.form)


def _with_particle(words: Sequence[Word], at: int) -> int:
    """Where a core begins that a particle in small letters opens (de Gaulle), else where it stands."""
    if at == 0 or not words[at].joined or words[at - 1].text not in lexicon().grammar["leading"]:
        return at
    return at - 1 if at == 1 or not words[at - 1].joined or words[at - 2].sort in "lTO" else at


def _is_worded(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether it is more than initials and single letters."""
    return any(words[n].sort != "I" and len(words[n].form) > 1 for n in range(first, last))


def _is_item(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether it is no name but an item of a list (A. Photograph), a ship (H. M. S. Victory), U.S. Policy."""
    initials = [word.form for word in words[first:last] if word.sort == "I"]
    if "".join(initials).endswith(_SHIPS):
        return True
    if words[first].sort == "I" and "".join(initials[:2]) in lexicon().grammar["no-initials"]:
        return True
    return words[first].sort == "I" and words[first].opens and words[first + 1].sort in "WPN"


def _completes(words: Sequence[Word], first: int, at: int) -> bool:
    """Whether a bracket goes on with the name before it (Wu [Xiuquan]) and is no second name."""
    if all(word.sort in "GI" for word in words[first:at]):
        return True
    return at - first == 1 and words[first].sort == "S" and is_syllabic(words[at].form)


def _next_is_name(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].joined and words[at].sort in _NAMES


def _named_by_title(words: Sequence[Word], at: int) -> bool:
    """Whether a word that is no name by itself is one behind a title (President Bush, Mr. Brown)."""
    word, lex = words[at], lexicon()
    if at == 0 or word.caps or words[at - 1].owner:
        return False
    before = words[at - 1]
    plain = before.sort == "T" and before.form not in _AMBIGUOUS
    if word.gap is not None and word.gap.rstrip().endswith("("):
        apart = at + 1 == len(words) or (words[at + 1].gap or ")").lstrip().startswith(")")
        return apart and word.form in lex.grammar["also-names"] and is_post(words, at)
    if not word.joined:
        return False
    if word.sort in "NT":
        return plain and word.form in lex.grammar["also-names"] | lex.grammar["both"]
    if word.sort not in "WP":
        return False
    return plain or (
        before.sort == "O" and word.sort == "W" and before.form not in lex.alone and not word.opens
    )


def _title(words: Sequence[Word], first: int) -> tuple[int, int] | None:
    """The title right before a core: [Deputy] [Foreign] Minister [of Foreign Affairs] ..."""
    if first == 0 or not (words[first].joined or words[first].gap == ", "):
        return None
    before, comma = words[first - 1], words[first].gap == ", "
    if before.owner:
        return None
    if comma and not _stands_apart(words, first):
        return None
    if before.sort == "l" or before.form in lexicon().grammar["directions"]:
        return (first - 1, first) if _is_plain(before) else None
    at = _title_word(words, first)
    if at is None or (comma and words[at].sort == "T"):
        return None
    while at > 0 and words[at].joined and words[at - 1].sort in "TONAPWC" and not words[at - 1].owner:
        if words[at - 1].form in lexicon().function or words[at].gap in {" [", "] "}:
            break
        at -= 1
    return at, first


def _stands_apart(words: Sequence[Word], first: int) -> bool:
    """Whether a name behind a comma is explained by the office before it (his ambassador, Ri, said ...)."""
    own = first > 1 and words[first - 2].text.lower() in lexicon().grammar["owning"]
    after = words[_end(words, first)].gap if _end(words, first) < len(words) else None
    return own or (after is not None and after.startswith(","))


def _title_word(words: Sequence[Word], first: int) -> int | None:
    """Where the title or office stands whose complement may go on up to the core."""
    for at in range(first - 1, max(first - 9, -1), -1):
        word = words[at]
        if word.sort in "TO" or (word.sort == "l" and _is_plain(word)):
            return at
        if word.sort not in "NAPlCW" or (
            word.sort == "l" and word.text not in lexicon().grammar["complement"]
        ):
            return None
        if not word.joined:
            return None
    return None


def _is_plain(word: Word) -> bool:
    lex = lexicon()
    return word.text in lex.plain_titles or f"{word.text}." in lex.titles


def _has_tail(words: Sequence[Word], last: int) -> bool:
    if last >= len(words) or not words[last].joined or words[last - 1].owner:
        return False
    after = words[last]
    if after.form in lexicon().function or after.gap in {" [", "] ", "["} or after.opens:
        return False
    return after.sort in "NWPAC"


def _has_article(words: Sequence[Word], first: int) -> bool:
    return first > 0 and words[first].joined and words[first - 1].text.lower() in {"the", "a", "an"}


def is_post(words: Sequence[Word], first: int) -> bool:
    """Whether what stands before a bracket is a post (The Ambassador in Russia (Francis))."""
    line = words[max(0, first - 8) : first]
    return any(word.text.lower() in lexicon().grammar["posts"] for word in line)
