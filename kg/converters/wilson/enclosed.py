"""Pieces of a page -> the stretches that are documents of their own: a letter in a telegram, an attachment.

A stretch is one only where the page marks its beginning and its end; a wrong split is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from kg.converters.wilson.lines import Line, Piece, is_prose
from kg.converters.wilson.salutation import greeted, is_broken_greeting
from kg.converters.wilson.signature import is_office, signature
from kg.converters.wilson.tail import is_after_signature
from kg.converters.wilson.words import is_place
from kg.dates import find_dates

Run = tuple[int, int]

_OPENS = ('"', "“", "«")
_CLOSES = re.compile(r"[\"”»][.,;]?$|[.,;][\"”»]$")
_ANNOUNCES = re.compile(
    r"(?:.*\b)?(?:transmit|convey|pass|send|forward|relay|hand|deliver|quote|report|communicate|following|text)\w*\b.*"
    r"\b(?:letters?|telegrams?|messages?|notes?|answer|reply|response|text|appeal|cable|following)\b.*[:.]",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"\[?(?:attachment|appendix|annex|enclosure|addendum)s?(?:\s+(?:to\s.{0,40}|(?:No\.?|N[º°]|#)?\s?(?:\d{1,2}|[IVX]{1,4}|[A-E])))?\]?[.:]?",
    re.IGNORECASE,
)
_TEXT = ("body", "dateline", "heading")
# How many lines may stand between a signature and the letter that follows it.
_BETWEEN = 8


def enclosed(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, each stretch that is a document of its own made one piece of the kind 'enclosed'."""
    lines = [at for at, piece in enumerate(pieces) if piece.kind in _TEXT]
    runs: list[Run] = []
    for find in (_attachments, _quoted, _announced, _following):
        if not runs:
            runs = list(find(pieces, lines))
    done = list(pieces)
    for first, last in reversed(runs):
        begin, end = pieces[first].line.begin, pieces[last].line.end
        whole = Line(begin, end, text[begin:end], pieces[first].line.gap)
        done[first : last + 1] = [Piece("enclosed", whole)]
    return done


def _attachments(pieces: Sequence[Piece], lines: Sequence[int]) -> Iterator[Run]:
    """What stands under a line 'Attachment', where it has a heading of its own and sentences follow."""
    heads = [n for n, at in enumerate(lines) if _ATTACHED.fullmatch(pieces[at].text)]
    for n, after in zip(heads, [*heads[1:], len(lines)], strict=False):
        within = lines[n + 1 : after]
        told = any(is_prose(pieces[at].text) for at in lines[:n])
        if told and len(within) > 1 and _heads(pieces[within[0]].text) and _tells(pieces, within[1:]):
            yield within[0], within[-1]


def _heads(text: str) -> bool:
    return not is_prose(text) and text[0] not in '-–•*("“0123456789'


def _tells(pieces: Sequence[Piece], lines: Sequence[int]) -> bool:
    return any(is_prose(pieces[at].text) for at in lines)


def _quoted(pieces: Sequence[Piece], lines: Sequence[int]) -> Iterator[Run]:
    """A letter in quotation marks, from its greeting to its signature."""
    after = -1
    for n, at in enumerate(lines):
        if n == 0 or at <= after or not pieces[at].text.startswith(_OPENS) or not greeted(pieces[at].text):
            continue
        closing = (other for other in lines[n + 1 :] if _CLOSES.search(pieces[other].text))
        last = next((other for other in closing if _closes(pieces, lines, other)), None)
        if last is not None:
            after = last
            yield at, last


def _closes(pieces: Sequence[Piece], lines: Sequence[int], at: int) -> bool:
    """Whether the line that ends in a quotation mark is a signature, or a date behind one."""
    text = pieces[at].text
    before = pieces[lines[max(lines.index(at) - 1, 0)]].text
    return _names_signer(text) or (_is_dated(text) and _names_signer(before))


def _is_dated(text: str) -> bool:
    return len(text) < 40 and bool(find_dates(text))


def _announced(pieces: Sequence[Piece], lines: Sequence[int]) -> Iterator[Run]:
    """A letter that a sentence announces, from its greeting to its signature."""
    for n, at in enumerate(lines[:-1]):
        follows = lines[n + 1]
        text = pieces[at].text
        if len(text) > 500 or not _ANNOUNCES.fullmatch(text) or not greeted(pieces[follows].text):
            continue
        last = _signed_end(pieces, lines, n + 1)
        if last is not None:
            yield follows, last
            return


def _following(pieces: Sequence[Piece], lines: Sequence[int]) -> Iterator[Run]:
    """A letter that follows the signature of the document, itself greeted and signed."""
    for n, at in enumerate(lines):
        if not _opens_letter(pieces, lines, n) or not _is_signed_before(pieces, lines[:n]):
            continue
        last = _signed_end(pieces, lines, n)
        if last is not None:
            yield at, last
            return


def _opens_letter(pieces: Sequence[Piece], lines: Sequence[int], n: int) -> bool:
    text = pieces[lines[n]].text
    return greeted(text) is not None or (is_broken_greeting(text) and n + 1 < len(lines))


def _is_signed_before(pieces: Sequence[Piece], lines: Sequence[int]) -> bool:
    """Whether the lines end in a signature and what follows one, after a sentence of the text."""
    seen = False
    for at in reversed(lines[-_BETWEEN:]):
        text = pieces[at].text
        says = signature(text)
        seen = seen or bool(says and says.name)
        if is_prose(text) and not is_after_signature(text):
            return seen
    return False


def _signed_end(pieces: Sequence[Piece], lines: Sequence[int], first: int) -> int | None:
    """The last line of a letter from its first: its signature, and office, place and date behind it."""
    told = False
    for n in range(first + 1, len(lines)):
        text = pieces[lines[n]].text
        prose = is_prose(text)
        told = told or prose
        if (
            told
            and not is_after_signature(text)
            and _names_signer(text)
            and (not prose or _is_valediction(text))
        ):
            return _with_office(pieces, lines, n)
    return None


def _is_valediction(text: str) -> bool:
    says = signature(text)
    return says is not None and says.marked


def _names_signer(text: str) -> bool:
    says = signature(text.strip('"“”«»'))
    return says is not None and says.name is not None


def _with_office(pieces: Sequence[Piece], lines: Sequence[int], n: int) -> int:
    """The last of the lines behind a signature that still belong to it."""
    belongs: tuple[Callable[[str], bool], ...] = (is_office, is_place, _is_dated)
    while n + 1 < len(lines):
        piece = pieces[lines[n + 1]]
        says = signature(piece.text)
        named = says is not None and says.name is not None
        if named or not (piece.kind == "dateline" or any(fits(piece.text) for fits in belongs)):
            break
        n += 1
    return lines[n]
