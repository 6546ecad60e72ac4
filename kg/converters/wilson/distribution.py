"""Pieces of a page -> its distribution list: who got a copy, and how many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.converters.wilson.front import top_lines
from kg.converters.wilson.lines import Piece
from kg.converters.wilson.tail import end_lines, is_after_signature
from kg.model import Recipient

_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
# What opens a list. 'rest' is what of it stands in the same line.
_OPENS: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"(?:distribution(?: list)?|verteiler|circulat(?:ed|ion)(?: to| list)?|disseminated to|recipients|"
        r"(?:already )?forward(?:ed)? to|sent to|cop(?:y|ies)(?: (?:sent|were sent))?(?: to)?|c\.?c\.?)"
        rf"(?:\s*[-–(]\s*{_COUNT} cop(?:y|ies)\)?)?\s*:\s*(?P<rest>.*)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:(?:produced|printed|made|sent|typed|executed|written|prepared|done|"
        rf"drawn up) in )?{_COUNT} cop(?:y|ies)"
        r"(?: (?:were )?(?:printed|produced|made|typed|sent))?(?: (?:for|to|out))?"
        r"(?:\s+[a-z]{1,3}(?:\[\w\])?)?\s*[:.]?(?P<rest>)",
        re.IGNORECASE,
    ),
    re.compile(r"(?:distribution(?: list)?|verteiler)(?P<rest>)", re.IGNORECASE),
)
# An entry of a list, one a line. The number before it counts the copy, not how many there are.
_ENTRY = re.compile(
    r"(?:(?:No\.?\s?|Nº\s?|#)?\d{1,2}(?:st|nd|rd|th)?(?:\s*[-–.)]\s*|\s+-?\s*(?=to\s))|[-–•*]\s*)(?:to\s+|for\s+)?"
    r"(?P<name>\S.{1,80}?)[.;,]?",
    re.IGNORECASE,
)
# An entry without a number: Comrade Fischer; or with the number of copies first: 2 x Foreign Ministry
_PLAIN_ENTRY = re.compile(
    r"(?P<name>(?:\d{1,2}\s?[x×]\s?|Comrades?\s|Cdes?\.?\s|Comr\.\s?|Mr\.\s|Dr\.\s|Gen\.\s|Minister\s)\S.{1,60}?)[.;,]?"
)
_NUMBERED_COPY = re.compile(
    r"\[?cop(?:y|ies) (?:N[oº°]s?\.?|№|#)?\s?[\d, and-]+\s*(?:[-–:]\s*(?:to\s+)?|to\s+|"
    r"for\s+)(?P<name>[A-Zc\[].{1,80}?)[.;,\]]*",
    re.IGNORECASE,
)
# Malenkov - 1; Molotov-1; Stalin (2); 2 x Foreign Ministry
_COPIES = re.compile(
    r"(?P<name>[^\W\d_].*?)\s*(?:[-–—]\s?(?P<dash>\d{1,2})|\((?P<round>\d{1,2})\))"
    r"|(?P<times>\d{1,2})\s?[x×]\s?(?P<name_>.+)"
)
_REACH = 25
_TOP = 60


def distributed(pieces: Sequence[Piece]) -> tuple[list[Piece], tuple[Recipient, ...]]:
    """The pieces, lines of the distribution list marked as such, and its entries in the page's order.

    Read at the top of the text, and behind its last sentence.
    """
    done = list(pieces)
    recipients: list[Recipient] = []
    body = [at for at, piece in enumerate(pieces) if piece.kind in ("body", "dateline")]
    ends = {*_first_lines(pieces), *end_lines(pieces, also=_belongs)}
    taken = -1
    for place, at in enumerate(body):
        if at in ends and at > taken:
            lines = list(_list_at(pieces, body[place : place + _REACH]))
            for line, _ in lines:
                done[line] = replace(pieces[line], kind="distribution")
                taken = max(taken, line)
            recipients += [one for _, entries in lines for one in entries]
    return done, tuple(recipients)


def _belongs(text: str) -> bool:
    """Whether a line stands behind the text, long as sentences are: lists and their entries do."""
    listed = _opening(text) or _NUMBERED_COPY.fullmatch(text) or _ENTRY.fullmatch(text)
    return listed is not None or is_after_signature(text)


def _first_lines(pieces: Sequence[Piece]) -> set[int]:
    """The lines at the top of the text; a list among them, long as a sentence, does not end them."""
    rest = list(pieces)
    for at, piece in enumerate(pieces[:_TOP]):
        if piece.kind == "body" and (_opening(piece.text) or _NUMBERED_COPY.fullmatch(piece.text)):
            rest[at] = replace(piece, kind="distribution")
    top = set(top_lines(rest))
    told = (at for at, piece in enumerate(rest) if piece.kind == "body" and at not in top)
    end = next(told, len(rest))
    return top | {at for at, piece in enumerate(rest[:end]) if piece.kind == "distribution"}


def _opening(text: str) -> re.Match[str] | None:
    return next((found for form in _OPENS if (found := form.fullmatch(text))), None)


def _list_at(pieces: Sequence[Piece], lines: Sequence[int]) -> Iterator[tuple[int, list[Recipient]]]:
    """The lines of the list that begins at the first of these, each with its entries, if one does."""
    first = pieces[lines[0]]
    numbered = _NUMBERED_COPY.fullmatch(first.text)
    if numbered:
        yield lines[0], list(_recipients(first, *numbered.span("name")))
        return
    opening = _opening(first.text)
    if opening is None:
        return
    entries: list[Recipient] = []
    if opening["rest"]:
        entries = list(_recipients(first, *opening.span("rest"), several=True))
        follow = list(_wrapped(pieces, lines)) if first.text.rstrip().endswith((",", ";")) else []
    else:
        follow = list(_listed(pieces, lines[1:]))
    if entries or any(found for _, found in follow):
        yield lines[0], entries
        yield from follow


def _wrapped(pieces: Sequence[Piece], lines: Sequence[int]) -> Iterator[tuple[int, list[Recipient]]]:
    """The lines on which a list in one run goes on: as long as the line before ends in a comma."""
    for before, at in pairwise(lines):
        if not pieces[before].text.rstrip().endswith((",", ";")):
            return
        yield at, list(_recipients(pieces[at], 0, len(pieces[at].text), several=True))


def _listed(pieces: Sequence[Piece], lines: Sequence[int]) -> Iterator[tuple[int, list[Recipient]]]:
    """The lines of a list with one entry a line; a date, or 'Copies:', may stand before the first."""
    for place, at in enumerate(lines):
        forms = (_PLAIN_ENTRY, _ENTRY, _NUMBERED_COPY)
        found = next((found for form in forms if (found := form.fullmatch(pieces[at].text))), None)
        if found and (pieces[at].kind == "body" or pieces[at].text[:1] == "-") and not _is_date(pieces[at]):
            yield at, list(_recipients(pieces[at], *found.span("name")))
        elif place < 2 and (pieces[at].kind == "dateline" or _opening(pieces[at].text)):
            continue
        else:
            return


def _is_date(piece: Piece) -> bool:
    return re.fullmatch(r"[\d\s./-]+|\d{1,2} [A-Z][a-z]+ \d{4}\.?", piece.text) is not None


def _recipients(piece: Piece, begin: int, end: int, several: bool = False) -> Iterator[Recipient]:
    """The entries in a stretch of a line; `several`: commas and semicolons part them."""
    listed = several and ";" in piece.text[begin:end]
    parting = re.compile(r"[^;]+" if listed else r"[^,;]+(?:\([^)]*\))?" if several else r".+")
    for found in parting.finditer(piece.text, begin, end):
        entry = found[0].split(", ")[0] if listed else found[0]
        words = re.sub(r"^(?:and|to|for)\s+", "", entry.strip(" .,;"), flags=re.IGNORECASE)
        if not re.search(r"[^\W\d_]", words):
            continue
        at = piece.text.index(words, found.start())
        counted = _COPIES.fullmatch(words)
        name = (counted["name"] or counted["name_"]) if counted else words
        number = (counted["dash"] or counted["round"] or counted["times"]) if counted else None
        yield Recipient(piece.part(at, at + len(words)), name.strip(), int(number) if number else None)
