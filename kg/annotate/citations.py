"""Citation text -> call numbers and credits: which archive keeps what where, and who translated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.shelfmarks import named_pieces, read_shelf
from kg.model import CallNumber, Credit, Span

_INTRODUCED = re.compile(
    r"\s*(?:(?:Re)?[Pp]rinted from|[Ss]ource|[Ss]ee(?: also)?)\b:?\s*|\s*[\[(]?Source:\s*"
)
# What ends the shelfmarks of a citation: credits, a book that printed the document, an address.
_VERBS = {
    "translated": "translator",
    "translation": "translator",
    "contributed": "contributor",
    "obtained": "obtainer",
    "provided": "obtainer",
    "acquired": "obtainer",
    "transcribed": "transcriber",
}
_VERB = rf"(?:{'|'.join(_VERBS)})"
_FOR = r"(?: from [A-Z]\w+)?(?: (?:for|to) (?:the )?[A-Z][\w ]*?)?"
_NAMES = r"[^.;()\n]|(?<=\b[A-Z])\.|(?<=\bDr)\.|(?<=\bJr)\.|\([^)]*\)"
_CREDIT = re.compile(
    rf"\b(?P<verbs>{_VERB}(?:,? (?:and )?{_VERB})*)(?: and edited)?{_FOR}\s+by\s+"
    rf"(?P<names>(?:(?!,?\s+and\s+{_VERB})(?:{_NAMES}))+)",
    re.IGNORECASE,
)
_CREDITED = re.compile(rf"\b{_VERB}\b", re.IGNORECASE)
_BOOK = re.compile(
    r"[,;.]?\s*\b(?:(?:[Rr]eprinted|[Pp]ublished|[Pp]rinted|[Aa]vailable|[Cc]ited) (?:in|as)"
    r"|Document No\. ?\d+,? in)\s+"
)
_ADDRESS = re.compile(r"https?://")
_PRINT = re.compile(
    r"\b(?:vol\.|nianpu|wengao|wenxuan|xuanji|Working Paper|Bulletin|Documents on|Press|Publishers?)\b|[“\"]"
)
_JOINED = re.compile(
    r"\s*;\s*(?:and\s+)?|,?\s+and\s+(?=[A-ZÄÖÜ]{2,}[ ,:])|\.\s+(?=[A-Z]{2,}[A-Z ]*,? (?:[Ff]\.|[Ff]ond))"
)
_COPY = re.compile(r"(?<=\.)\s*(?:Certified |Typed )?Copy\b")
_NAME_ENDS = re.compile(
    r"\s+(?:and|with|who|on|in|from|of|at|through|as|via)\s+(?=[a-z])|\s+(?:with|for|from|at|in|of)\s|,\s+(?=[a-z])"
)


def call_numbers(text: str, begin: int = 0, *, kind: str = "source") -> tuple[CallNumber, ...]:
    """The shelfmarks that a citation gives, in its order.

    begin: where `text` stands in the page; spans count from the page's beginning, in code points.
    kind: of the call numbers, source or printed-from. What a book printed is of the kind print and
    has no repository. A second shelfmark that names no archive is of the one before it.
    """
    return tuple(_shelfmarks(text, begin, kind))


def _shelfmarks(text: str, begin: int, kind: str) -> Iterator[CallNumber]:
    introduced = _INTRODUCED.match(text)
    at = introduced.end() if introduced else 0
    book = _BOOK.search(text, at)
    end = _first(text, at, _CREDITED, _BOOK, _ADDRESS, _COPY)
    copied = _COPY.match(text, end) is not None
    repository: str | None = None
    for first, last in _segments(text, at, end):
        written = text[first:last]
        shelf = read_shelf(written) if not _PRINT.search(written) or _fond(written) else None
        span = Span(begin + first, begin + last, written)
        if shelf:
            repository = shelf.repository or repository
            yield CallNumber(kind, span, written, repository, shelf.parts, copy=copied)
        elif _PRINT.search(written):
            yield CallNumber("print", span, written, None, named_pieces(written, labelled=True))
        else:
            yield CallNumber(kind, span, written, None)
    if book:
        for first, last in _segments(text, book.end(), _first(text, book.end(), _CREDITED, _ADDRESS)):
            span = Span(begin + first, begin + last, text[first:last])
            yield CallNumber("print", span, span.text, None, named_pieces(span.text, labelled=True))


def _first(text: str, at: int, *forms: re.Pattern[str]) -> int:
    """Where the first of some forms begins, the end of the text where none does."""
    return min((found.start() for form in forms if (found := form.search(text, at))), default=len(text))


def _fond(text: str) -> bool:
    return re.search(r"\b[Ff](?:ond|\.)\s?\d", text) is not None


def _segments(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between the joints of a citation, without blanks and stops at their edges."""
    at = begin
    for joint in [*_JOINED.finditer(text, begin, end), None]:
        stop = joint.start() if joint else end
        written = text[at:stop]
        first = at + len(written) - len(written.lstrip(" ,;.:\n\r\t\xa0"))
        last = first + len(text[first:stop].rstrip(" ,;.:\n\r\t\xa0"))
        if last > first:
            yield first, last
        at = joint.end() if joint else end


def credited(text: str, begin: int = 0) -> tuple[Credit, ...]:
    """The persons whom a citation credits; one named for two tasks is given for each."""
    return tuple(_credits(text, begin))


def _credits(text: str, begin: int) -> Iterator[Credit]:
    for found in _CREDIT.finditer(text):
        kinds = [_VERBS[verb.lower()] for verb in _CREDITED.findall(found["verbs"])]
        for first, last in _names(text, *found.span("names")):
            span = Span(begin + first, begin + last, text[first:last])
            yield from (Credit(kind, span, span.text) for kind in kinds)


def _names(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The names in a list such as 'Péter Vámos (a university) and Gyorgy Hegedus'."""
    bare = re.sub(r"\([^)]*\)", lambda found: " " * len(found[0]), text[begin:end])
    stop = _NAME_ENDS.search(bare)
    bare = bare[: stop.start()] if stop else bare
    for found in re.finditer(r"(?:(?!,|\s+and\s+).)+", bare):
        name = re.sub(r"^\s*and\s+", "", found[0])
        first = found.start() + len(found[0]) - len(name.lstrip())
        if re.match(r"[^\W\d_]", name.strip()) and name.strip()[0].isupper():
            yield begin + first, begin + first + len(name.strip())
