"""Body lines of a page -> what stands before and after the text: number, heading, dateline, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from kg.converters.wilson.footnotes import between_notes, note_lines
from kg.converters.wilson.lines import Piece, is_prose
from kg.converters.wilson.numbers import find_numbers
from kg.converters.wilson.words import is_place
from kg.dates import find_dates, find_times

# How many lines at the top of the body, and at its end, are read for what is not text.
_TOP = 25
_TAIL = 20
_HEADING = re.compile(
    r"(?:(?:top |strictly )?(?:secret|confidential|ciphered|coded|cipher|code|urgent)\s+)*"
    r"(?:telegram|cable|letter|report|memorandum|note|message|ciphergram|dispatch|information|record|minutes)\b"
    r".*\b(?:from|to|of|by|between)\b.*[^.:;,]",
    re.IGNORECASE,
)
# A line that tells the way a telegram went, however long it is.
_STAMP = re.compile(
    r"(?:D[ie]spatched|Sent|Sending|Received|Arrived|Deciphered|Decoded|Typed|Completed|From)\b", re.I
)
# What a typist or a registry writes behind a text, long as a sentence.
_TYPED = re.compile(
    r"(?:Typed|Printed|Produced|Copied|Executed|Prepared|Made) (?:by|in|on)\b|Spravka\b|Reference note\b|"
    r"(?:One|Two|Three|Four|Five|Six|\d{1,2}) copies\b|Cop(?:y|ies)\b|Distribut|Received\b|D[ie]spatched\b|"
    r"Deciphered\b|Transmitted (?:by|on|at)\b|Sent (?:by|on|at)\b|Reg(?:istered|istration|\.)\b",
    re.IGNORECASE,
)
_PRINTED_FROM = re.compile(r"(?:Re)?[Pp]rinted from:?\s|\[?Source:\s")


def sort_body(pieces: Sequence[Piece]) -> list[Piece]:
    """Give the lines of the body that are not text their own kinds; the others stay as they are."""
    body = [at for at, piece in enumerate(pieces) if piece.kind == "body"]
    done = list(pieces)
    for kind, at in (*_top(pieces, top_lines(pieces)), *_notes(pieces, body)):
        done[at] = replace(pieces[at], kind=kind)
    return done


def top_lines(pieces: Sequence[Piece]) -> list[int]:
    """Which pieces stand at the top of the body, before its first sentence."""
    top: list[int] = []
    title = _title(pieces)
    for at, piece in enumerate(pieces):
        if piece.kind in ("body", "collection-number", "heading", "dateline"):
            told = is_prose(piece.text) and not (_STAMP.match(piece.text) or is_heading(piece.text, title))
            if len(top) == _TOP or told:
                return top
            top.append(at)
    return top


def _title(pieces: Sequence[Piece]) -> str | None:
    return next((piece.text for piece in pieces if piece.kind == "title"), None)


def tail_lines(pieces: Sequence[Piece]) -> list[int]:
    """Which pieces of the body stand behind its last sentence: signature, dates, copies, typist."""
    body = [at for at, piece in enumerate(pieces) if piece.kind in ("body", "dateline")]
    tail: list[int] = []
    for at in reversed(body[-_TAIL:]):
        if is_prose(pieces[at].text) and not _TYPED.match(pieces[at].text):
            break
        tail.insert(0, at)
    return tail


def _top(pieces: Sequence[Piece], top: Sequence[int]) -> Iterator[tuple[str, int]]:
    headed, title = False, _title(pieces)
    for at, after in zip_longest(top, top[1:]):
        text = pieces[at].text
        if not headed and is_heading(text, title):
            headed = True
            yield "heading", at
        elif is_number_alone(text):
            above = after is not None and not headed and is_heading(pieces[after].text, title)
            yield ("collection-number" if above else "dateline"), at
        elif is_dateline(text):
            yield "dateline", at


def is_heading(text: str, title: str | None) -> bool:
    """Whether a line heads the text: it repeats the title, or says what went from whom to whom."""
    if title and _words(text) == _words(title):
        return True
    return len(text) < 400 and _HEADING.fullmatch(text) is not None


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def is_number_alone(text: str) -> bool:
    """Whether a line is one number of a document and nothing else."""
    return any(one.begin == 0 and text[one.end :] in ("", ".") for one in find_numbers(text))


def is_dateline(text: str) -> bool:
    """Whether a line holds a date and, apart from numbers, times and a place, nothing else."""
    dates = find_dates(text)
    if not dates or len(text) > 120:
        return False
    rest, at = "", 0
    found = [(one.begin, one.end) for one in dates]
    found += [(one.begin, one.end) for one in find_times(text)]
    found += [(one.begin, one.end) for one in find_numbers(text)]
    for begin, end in sorted(found):
        rest += text[at : max(begin, at)] + " "
        at = max(at, end)
    rest = re.sub(r"\b(?:at|on|of|o'clock|hours|dated?)\b|\b\d{4}\b|[\W_]+", " ", rest + text[at:]).strip()
    return not rest or is_place(rest)


def _notes(pieces: Sequence[Piece], body: Sequence[int]) -> Iterator[tuple[str, int]]:
    notes = sorted(note_lines(pieces, body))
    yield from (("footnote", at) for at in (*notes, *between_notes(pieces, notes, body)))
    yield from (("printed-from", at) for at in body if _PRINTED_FROM.match(pieces[at].text))
