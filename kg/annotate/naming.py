"""Core -> Naming: a place where a person is named, taken apart into forenames and family name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.annotate.cores import Core
from kg.annotate.evidence import is_eastern
from kg.annotate.lexicon import lexicon
from kg.annotate.slugs import fold
from kg.annotate.tokens import Word, sort_of
from kg.model import Ref

_BRACKETS = {"[": "]", "(": ")"}


@dataclass(frozen=True, slots=True)
class Naming:
    """A name at a place of the text. given: forenames and initials; family: the last part, folded.

    rule: what found it; weight: how surely. sex: 'm', 'f' or ''. ref: who it is, where that is known.
    """

    begin: int
    end: int
    label: str
    given: tuple[str, ...]
    family: str
    rule: str
    weight: float
    sex: str = ""
    role: str | None = None
    ref: Ref | None = None
    eastern: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is a family name alone."""
        return not self.given


def split_name(forms: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """(forenames, family name), folded, of the words of a name in their natural order."""
    lex = lexicon()
    parts = [form for form in forms if form not in lex.particles]
    if not parts:
        parts = list(forms)
    plain = [fold(part) for part in parts]
    if len(parts) == 1:
        return (), plain[0]
    if is_eastern(parts):
        return ("".join(part.replace("-", "") for part in plain[1:]),), plain[0]
    return tuple(plain[:-1]), plain[-1]


def naming(
    text: str, words: Sequence[Word], core: Core, rule: str, weight: float, role: str | None = None
) -> Naming:
    """The naming of a core, its span without a bracket that is not whole in it."""
    own = words[core.first : core.last]
    forms = [word.form for word in own]
    begin, end = whole_brackets(text, own[0].begin, own[-1].end)
    given, family = split_name(forms)
    return Naming(
        begin,
        end,
        " ".join(forms),
        given,
        family,
        rule,
        weight,
        sex=sex_of(words, core),
        role=role,
        eastern=is_eastern(forms),
    )


def whole_brackets(text: str, begin: int, end: int) -> tuple[int, int]:
    """The span widened by the bracket right beside it, or cut at one that does not close in it."""
    for opened, closed in _BRACKETS.items():
        inside = text[begin:end]
        if inside.count(opened) > inside.count(closed):
            if text[end : end + 1] == closed:
                end += 1
            else:
                end = begin + len(inside[: inside.rindex(opened)].rstrip())
        elif inside.count(closed) > inside.count(opened):
            if text[begin - 1 : begin] == opened:
                begin -= 1
            else:
                rest = inside[inside.index(closed) + 1 :]
                begin = end - len(rest.lstrip())
    return begin, end


def sex_of(words: Sequence[Word], core: Core) -> str:
    """'m' or 'f' where a title right before says so."""
    if core.title is None:
        return ""
    before = words[core.first - 1]
    return lexicon().titles.get(before.form, "") if sort_of(before.form) == "T" or before.sort == "T" else ""
