"""Pieces of a page -> how the document is signed, in whatever form and order the page has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.converters.wilson.classification import is_classification
from kg.converters.wilson.lines import Piece
from kg.converters.wilson.signature import Signature, signature
from kg.converters.wilson.tail import end_lines, is_after_signature
from kg.converters.wilson.words import is_place
from kg.dates import find_dates
from kg.model import SignOff, Span

# More names than this at the end of a text are a list and no signatures, unless the page marks them.
_MOST = 3


@dataclass(frozen=True, slots=True)
class _Signed:
    """A line at the end of the text that signs: where it stands among the pieces, and what it says."""

    at: int
    says: Signature
    ordered: bool = False


def signed(text: str, pieces: Sequence[Piece]) -> tuple[list[Piece], tuple[SignOff, ...]]:
    """The pieces, lines of the sign-off marked as such, and the sign-offs in the page's order.

    Read behind the last sentence of the text; where an enclosed document follows, also before that one.
    """
    done = list(pieces)
    for end in _ends(pieces):
        groups = _groups(pieces, end_lines(pieces, end, _belongs))
        if groups:
            for group in groups:
                for one in group:
                    done[one.at] = replace(pieces[one.at], kind="sign-off")
            return done, tuple(_sign_off(text, pieces, group) for group in groups)
    return done, ()


def _ends(pieces: Sequence[Piece]) -> list[int]:
    """Before which pieces the text may end: the last, and the first of an enclosed document."""
    inner = next((at for at, piece in enumerate(pieces) if piece.kind == "enclosed"), None)
    return [len(pieces)] if inner is None else [len(pieces), inner]


def _belongs(text: str) -> bool:
    """Whether a line stands behind the text though it is long as sentences are."""
    says = signature(text)
    return is_after_signature(text) or says is not None


def _is_sure(says: Signature) -> bool:
    return says.marked or says.identity is not None or bool(says.name and says.office)


def _looks_signed(pieces: Sequence[Piece], at: int, tail: Sequence[int]) -> bool:
    """Whether a line that signs without a mark stands where signatures do: only their company follows it.

    A name in capitals or with initials needs no such company.
    """
    text = pieces[at].text
    if not any(sign.islower() for sign in text) or re.match(r"\(?(?:[A-Z]\.\s?)+[A-Z]", text):
        return True
    return all(_keeps_company(pieces[other]) for other in tail if other > at)


def _is_announced(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the line before ends in a colon: what follows it is a list of names."""
    kinds = ("body", "dateline", "enclosed")
    before = next((one for one in reversed(pieces[:at]) if one.kind in kinds), None)
    colon = before is not None and before.kind != "enclosed" and before.text.endswith(":")
    return before is not None and colon and signature(before.text) is None


def _keeps_company(piece: Piece) -> bool:
    text = piece.text
    known = piece.kind == "dateline" or is_place(text) or is_after_signature(text) or is_classification(text)
    return known or signature(text) is not None or bool(find_dates(text) and len(text) < 60)


def _groups(pieces: Sequence[Piece], tail: Sequence[int]) -> list[list[_Signed]]:
    """The lines of each sign-off: a name with the offices above it, or else those below it."""
    run: list[_Signed] = []
    runs = [run]
    listed = False
    for at in tail:
        says = None if is_after_signature(pieces[at].text) else signature(pieces[at].text)
        listed = _is_announced(pieces, at) or (listed and says is not None)
        looks = not listed and says is not None and _looks_signed(pieces, at, tail)
        if says and (says.name is None or _is_sure(says) or looks):
            run.append(_Signed(at, says, pieces[at].text.lower().startswith("by order")))
        elif run and not is_place(pieces[at].text):
            runs.append(run := [])
    groups = [group for one in runs for group in _parted(one)]
    named = [group for group in groups if any(one.says.name for one in group)]
    if named and len(named) > _MOST:
        named = [group for group in named if any(_is_sure(one.says) for one in group)]
    return (named or _offices(pieces, tail, groups))[-_MOST:]


def _offices(
    pieces: Sequence[Piece], tail: Sequence[int], groups: Sequence[list[_Signed]]
) -> list[list[_Signed]]:
    """Sign-offs of an office alone: the last, where it names one; the mark of a signature names nobody."""
    offices = [group for group in groups if any(one.says.office for one in group)]
    last = offices[-1:]
    marked = any(_is_mark(one) for group in last for one in group)
    return [group for group in last if marked or _looks_signed(pieces, group[-1].at, tail)]


def _parted(run: Sequence[_Signed]) -> list[list[_Signed]]:
    """A run of lines that sign, parted where the next signer begins."""
    groups: list[list[_Signed]] = []
    above = bool(run) and run[0].says.name is None
    for one in run:
        starts = bool(one.says.name) and not above
        full = bool(groups) and any(other.says.name for other in groups[-1])
        if not groups or starts or (above and full and not _is_mark(one)):
            groups.append([])
        groups[-1].append(one)
    if len(groups) > 1 and not any(one.says.name for one in groups[-1]):
        last = groups.pop()
        groups[-1] += last
    return groups


def _is_mark(one: _Signed) -> bool:
    return one.says.name is None and one.says.office is None


def _sign_off(text: str, pieces: Sequence[Piece], group: Sequence[_Signed]) -> SignOff:
    first, last = pieces[group[0].at].line, pieces[group[-1].at].line
    named = next((one for one in group if one.says.name), None)
    offices = _office_lines(group, named)
    office = None
    if offices:
        begin = _part(pieces, offices[0], offices[0].says.office).begin
        end = _part(pieces, offices[-1], offices[-1].says.office).end
        office = Span(begin, end, text[begin:end])
    return SignOff(
        Span(first.begin, last.end, text[first.begin : last.end]),
        _part(pieces, named, named.says.name) if named else None,
        office,
        _part(pieces, named, named.says.identity) if named and named.says.identity else None,
    )


def _office_lines(group: Sequence[_Signed], named: _Signed | None) -> list[_Signed]:
    """The lines of the office: those up to the name, or else below it ('By order of' names none)."""
    offices = [one for one in group if one.says.office and not one.ordered]
    above = [one for one in offices if named is None or one.at <= named.at]
    return above or offices


def _part(pieces: Sequence[Piece], one: _Signed, stretch: tuple[int, int] | None) -> Span:
    begin, end = stretch or (0, 0)
    return pieces[one.at].part(begin, end)
