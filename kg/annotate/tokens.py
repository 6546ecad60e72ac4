"""Text + regions -> Words: where each stands, how it is written, and what sort of word it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.annotate.lexicon import Lexicon, lexicon
from kg.model import Span

# A word may be completed in brackets (V[asily]) and hold hyphens and apostrophes.
_TOKEN = re.compile(
    r"(?P<spaced>(?<!\w)[^\W\d_a-z](?: [^\W\d_a-z]){3,}(?!\w))"
    r"|(?P<word>[^\W\d_]+(?:\[[^\W\d_]+\])?(?:[-'\u2019\u02bc\u2010\u2011\u00ad][^\W\d_]+)*)"
)
_OWNER = re.compile(r"['\u2019][sS]$")
_MARKS = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-", "\u00ad": None})
# Letters that a transliterated initial is made of when it has more than one.
_DIGRAPHS = frozenset(
    "Ya Yu Ye Yo Zh Ch Sh Kh Ts Th Ph Dz Dj Gy Sz Cs Ju Ja Iu Ia Ie Je St Jo Gh Wl Wł Jó Al".split()
)  # noqa: SIM905
_SHORT = 4
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
    """Words with the sort 'l', 'I' or 'T' where that shows at once, else with an empty one."""
    titles = lexicon().titles
    last: int | None = None
    for found in _TOKEN.finditer(text, begin, end):
        at, stop = found.span()
        written = found.group()
        owner = bool(_OWNER.search(written))
        if owner:
            stop -= 2
            written = written[:-2]
        gap = None if last is None else text[last:at]
        if found.lastgroup == "spaced":
            yield Word(at, stop, written, written.replace(" ", "").capitalize(), "", gap, caps=True)
            last = stop
            continue
        form, sort, caps = _form(written), "", False
        dotted = text[stop : stop + 1] == "." and stop < end
        if not form[0].isupper():
            sort = "l"
        elif dotted and f"{form}." in titles:
            stop, sort, form, written = stop + 1, "T", f"{form}.", f"{written}."
        elif dotted and (_is_initial(form) or "[" in written):
            stop, written = stop + 1, f"{written}."
            sort, form = ("G", form) if "[" in written else ("I", f"{form}.")
        elif len(form) > 1 and form.isupper():
            form, caps = "-".join(part.capitalize() for part in form.split("-")), True
        if sort == "l" and dotted and f"{form}." in titles:
            stop = stop + 1
        yield Word(at, stop, written, form, sort, gap, caps, owner)
        last = stop


def _form(written: str) -> str:
    return written.translate(_MARKS).replace("[", "").replace("]", "")


def _is_initial(form: str) -> bool:
    return form.isupper() if len(form) == 1 else form in _DIGRAPHS


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
    if "-" in form:
        first, last = form.split("-")[0], form.rsplit("-", 1)[1]
        if sort_of(last.capitalize()) in "NAW" and (last[:1].isupper() or sort_of(first) in "NAW"):
            return sort_of(last.capitalize())
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
