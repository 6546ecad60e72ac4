"""Citation text -> call numbers and credits: which archive keeps what where, and who translated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.credits import LONGEST, STARTS, credited
from kg.annotate.shelfmarks import Parts, named_pieces, names_archive, read_shelf
from kg.model import CallNumber, Span

__all__ = ["call_numbers", "credited"]

_INTRODUCED = re.compile(
    r"\s*(?:(?:Re)?[Pp]rinted from|[Ss]ource|[Ss]ee(?: also)?|[Oo]riginal)\b:?\s+|\s*[\[(]?Source:\s*"
)
# What ends the shelfmarks of a citation, besides credits: a book that printed the document, an address.
_BOOK = re.compile(
    r"[,;.]?\s*[(\[]?\b(?:(?:[Aa]lso |[Ff]irst |[Oo]riginally |[Pp]reviously )?(?:[Rr]eprinted|"
    r"[Pp]ublished|[Pp]rinted|"
    r"[Rr]eproduced|[Aa]vailable|[Cc]ited|[Qq]uoted|[Tt]ranslated)(?: (?:online|in English))? (?:in|as)\b"
    r"|Document No\. ?\d+,? in\b)\s*:?\s*"
)
_ADDRESS = re.compile(r"https?://|www\.")
# What only a book has; what a book may have, and a shelfmark too.
_PRINTED = re.compile(
    r"\([^():]{2,60}: ?[^()]{2,160}\b(?:1[89]|20)\d\d[^()]{0,20}\)|\b[Cc]hubanshe\b|\beds?\.|"
    r"\bnianpu\b|\bwengao\b|"
    r"\bwenxuan\b|\bwenji\b|\bxuanji\b|\bquanji\b|\bWorking Paper\b|\bPublish(?:ers?|"
    r"ing House)\b|"
    r"\bCWIHP Bulletin\b|\bBulletin,? (?:No|Issue|Iss|\d)|\bVerlag\b|\bDocuments on \w+ Foreign Policy\b|"
    r"\bForeign Relations of the United States\b|\bFRUS\b|\bRenmin [Rr]ibao\b|"
    r"\bPeople['’]s Daily\b|\bPravda\b",
)
_PERHAPS = re.compile(r"\bvol\.|\bPress\b|\bBulletin\b|\bJournal\b|\bReader\b|[“\"]")
_JOINED = re.compile(
    r"\s*;\s*(?:and\s+|also\s+)?(?=[(\[]?[^\W\d_])|,?\s+and\s+(?=(?:the )?[A-ZÄÖÜ][\w.-]*[A-Z][\w.]*[ ,:])"
    r"|,?\s+and\s+(?=(?:the )?[A-Z][^,;.\d]{3,90}?\b(?:Archives?|Archiv|Library|Arkhiv)\b)"
    r"|,?\s+and\s+(?=[Ff](?:ond)?\.? ?\d)"
    r"|\.\s+(?=[A-Z][A-Za-z]*[A-Z]{1,}[A-Za-z ]{0,12},? (?:[Ff]\.|[Ff]ond))"
)
_COPY = re.compile(r"(?<=\.)\s*(?:Certified |Typed )?Copy\b")
_EDGES = " ,;.:\n\r\t\xa0"
_NOTHING = re.compile(
    r"(?:cop(?:y|ies)|originals?|N/?A|None|Unknown|Not (?:available|known|given)|Source unknown|-+)",
    re.IGNORECASE,
)


def call_numbers(text: str, begin: int = 0, *, kind: str = "source") -> tuple[CallNumber, ...]:
    """The shelfmarks that a citation gives, in its order.

    begin: where `text` stands in the page; spans count from the page's beginning, in code points.
    kind: of the call numbers, source or printed-from. What a book printed is of the kind print and
    has no repository. A second shelfmark that names no archive is of the one before it. What stands behind
    the first LONGEST code points is no citation any more.
    """
    return tuple(_shelfmarks(text[:LONGEST], begin, kind))


def _shelfmarks(text: str, begin: int, kind: str) -> Iterator[CallNumber]:
    introduced = _INTRODUCED.match(text)
    at = introduced.end() if introduced else 0
    book = _BOOK.search(text, at)
    end = _first(text, at, STARTS, _BOOK, _ADDRESS, _COPY)
    copied = _COPY.match(text, end) is not None
    repository: str | None = None
    for first, last in _segments(text, at, end):
        written = text[first:last]
        span = Span(begin + first, begin + last, written)
        if _NOTHING.fullmatch(written):
            continue
        if _is_print(written):
            yield CallNumber("print", span, written, None, _printed_parts(written))
            continue
        shelf = read_shelf(written)
        if shelf:
            repository = shelf.repository or repository
            yield CallNumber(kind, span, written, repository, shelf.parts, copy=copied)
        else:
            yield CallNumber(kind, span, written, None)
    if book:
        for first, last in _segments(text, book.end(), _first(text, book.end(), STARTS, _ADDRESS)):
            span = Span(begin + first, begin + last, text[first:last])
            yield CallNumber("print", span, span.text, None, _printed_parts(span.text))


def _printed_parts(text: str) -> Parts:
    """The volume, year and pages that a book's citation gives; a figure at its end is a page."""
    parts = named_pieces(text, labelled=True)
    page = re.search(r"[),] (\d{1,4}(?:[-–]\d{1,4})?)$", text)
    return (*parts, ("pages", page[1])) if page and "pages" not in dict(parts) else parts


def _is_print(text: str) -> bool:
    """Whether a stretch of a citation is of a book: by what only print has, or where it names no archive."""
    if re.search(r"\b(?:[Ff](?:ond|\.)|[Oo]p(?:is|\.)) ?\d", text):
        return False
    return _PRINTED.search(text) is not None or (
        _PERHAPS.search(text) is not None and not names_archive(text)
    )


def _first(text: str, at: int, *forms: re.Pattern[str]) -> int:
    """Where the first of some forms begins, the end of the text where none does."""
    return min((found.start() for form in forms if (found := form.search(text, at))), default=len(text))


def _segments(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between the joints of a citation, without blanks and stops at their edges.

    A joint in brackets is none, nor one behind words without a figure, which are but an archive's name.
    """
    at = begin
    for joint in [*_JOINED.finditer(text, begin, end), None]:
        stop = joint.start() if joint else end
        written = text[at:stop]
        whole = written.count("(") == written.count(")") and (";" in (joint[0] if joint else ";"))
        if (
            joint
            and not whole
            and not (re.search(r"\d", written) and written.count("(") == written.count(")"))
        ):
            continue
        first = at + len(written) - len(written.lstrip(_EDGES))
        last = first + len(text[first:stop].rstrip(_EDGES))
        if last > first:
            yield first, last
        at = joint.end() if joint else end
