"""Text + regions -> Words: where each stands, how it is written, and what sort of word it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.annotate.lexicon import Lexicon, lexicon
from kg.annotate.syllables import is_syllabic
from kg.model import Span

# A word may be completed in brackets (V[asily]) and hold hyphens and apostrophes.
_TOKEN = re.compile(
    r"(?P<spaced>(?<!\w)[^\W\d_a-z](?: [^\W\d_a-z]){3,}(?!\w))"
    r"|(?P<word>[^\W\d_]+(?:\[[^\W\d_]+\])?(?:[-'\u2019\u02bc\u2010\u2011\u00ad][^\W\d_]+)*)"
)
_OWNER = re.compile(r"['\u2019][sS]$")
_MARKS = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-", "\u00ad": None})
_SHORT = 4
_LINE = 60

# A capital inside a word, as acronyms have it (but not McCloy, O'Neill, DeGaulle).
_INNER = re.compile(r"^(?!Mc|Mac|De|La|Le|Di|Du|Van|Fitz|St)[^-]*[a-z][A-Z]")
_JOINS = frozenset({"", " ", "\u00a0", "  ", " [", "] ", "[", "\n"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text.

    form: without the possessive ending and brackets, capitals of a whole word lowered but the first. sort:
    'l' small letters, 'I' initial, 'T' title, 'O' office, 'N' never in a name, 'A' nationality, 'C' acronym,
    'G' forename, 'S' family name of East Asia, 'P' place, 'W' ordinary word, 'U' unknown. gap: what stands
    between the word before and this one, None at the head of a region. caps: all in capitals.
    """

    begin: int
    end: int
    text: str
    form: str
    sort: str
    gap: str | None
    caps: bool = False
    owner: bool = False

    @property
    def opens(self) -> bool:
        """Whether it opens a sentence or a line, so that its capital tells nothing."""
        return self.gap is None or any(sign in self.gap for sign in '.!?:\n\u2022\u201c"*') or ")" in self.gap

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.sort != "l"

    @property
    def joined(self) -> bool:
        """Whether nothing but a blank or a bracket parts it from the word before."""
        return self.gap in _JOINS


def read_words(text: str, regions: Sequence[Span]) -> list[Word]:
    """The words of some regions of a text, in their order, each with its sort."""
    lex = lexicon()
    raw = [word for region in regions for word in _region_words(text, region.begin, region.end)]
    small = frozenset(word.form for word in raw if word.sort == "l")
    return [word if word.sort else replace(word, sort=_sort(word, small, lex)) for word in raw]


def _region_words(text: str, begin: int, end: int) -> Iterator[Word]:
    """Words with the sort 'l', 'I', 'T' or 'G' where that shows at once, else with an empty one."""
    before: Word | None = None
    for found in _TOKEN.finditer(text, begin, end):
        gap = None if before is None else _gap(text, before, found.start())
        before = _word(found, gap, end)
        yield before


def _word(found: re.Match[str], gap: str | None, end: int) -> Word:
    text, (at, stop), written = found.string, found.span(), found.group()
    if found.lastgroup == "spaced":
        return Word(at, stop, written, written.replace(" ", "").capitalize(), "", gap, caps=True)
    owner = _OWNER.search(written) is not None
    if owner:
        stop, written = stop - 2, written[:-2]
    form = written.translate(_MARKS).replace("[", "").replace("]", "")
    dotted = text[stop : stop + 1] == "." and stop < end
    if not form[0].isupper():
        return Word(at, stop, written, form, "l", gap, owner=owner)
    if dotted and (sort := _abbreviation(form, written)):
        whole = form if "[" in written else f"{form}."
        return Word(at, stop + 1, f"{written}.", whole, sort, gap)
    if len(form) > 1 and form.isupper():
        form = "-".join(part.capitalize() for part in form.split("-"))
        return Word(at, stop, written, form, "", gap, caps=True, owner=owner)
    return Word(at, stop, written, form, "", gap, owner=owner)


def _abbreviation(form: str, written: str) -> str:
    """The sort of a word before a dot that belongs to it: a title, an initial, a forename cut short."""
    lex = lexicon()
    if f"{form}." in lex.titles:
        return "T"
    if form in lex.short_given or "[" in written:
        return "G"
    initial = form.isupper() if len(form) == 1 else form in lex.grammar["digraphs"]
    return "I" if initial else ""


def _gap(text: str, before: Word, at: int) -> str:
    """What stands between two words; the end of a short line parts them, that of a long one does not."""
    gap = text[before.end : at]
    if before.owner:
        gap = gap[2:]
    if before.sort == "l" and gap[:1] == "." and f"{before.form}." in lexicon().titles:
        gap = gap[1:]
    if "\n" in gap and before.end - text.rfind("\n", 0, before.end) < _LINE:
        return "\n\n"
    return gap


@lru_cache(maxsize=20_000)
def sort_of(form: str) -> str:
    """The sort of a capitalised word by the lexicon alone."""
    lex = lexicon()
    tables: Iterable[tuple[str, Iterable[str]]] = (
        ("T", lex.titles), ("O", lex.offices), ("N", lex.never), ("A", lex.nationalities), ("G", lex.given),
        ("S", lex.families), ("P", lex.places), ("W", lex.ordinary),
    )  # fmt: skip
    for sort, table in tables:
        if form in table:
            return sort
    if form.endswith("s") and (form[:-1] in lex.offices or form[:-1] in lex.titles):
        return "O" if form[:-1] in lex.offices else "T"
    if "-" in form:
        first, last = form.split("-")[0], form.rsplit("-", 1)[1]
        if last[:1].islower() and sort_of(first) in "NAP":
            return "U" if is_syllabic(form) and sort_of(first) == "N" else "A"
        if first in lex.offices or last in lex.titles:
            return "O" if first in lex.offices else "T"
        if sort_of(last.capitalize()) in "NAW" and (last[:1].isupper() or sort_of(first) in "NAW"):
            return sort_of(last.capitalize())
    if _INNER.search(form):
        return "C"
    return "W" if len(form) > 6 and form.endswith(lex.endings) else "U"


def _sort(word: Word, small: frozenset[str], lex: Lexicon) -> str:
    sort = sort_of(word.form)
    if word.caps and word.text in lex.places:
        return "P"
    if word.caps and (word.text in lex.acronyms or (len(word.text) <= _SHORT and sort in "UW")):
        return "C"
    if sort == "U" and word.form.lower() in small and not word.caps:
        return "W"
    return sort
