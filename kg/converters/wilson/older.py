"""Pages of the older site -> their pieces: its HTML pages (shape D) and the text of its PDFs (shape E)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kg.converters.wilson.citing import citation_within, is_citation
from kg.converters.wilson.layout import trailer_start
from kg.converters.wilson.lines import Line, Piece, is_prose, page_lines, trimmed
from kg.converters.wilson.marks import ADDRESS, SUPPORT, is_furniture, is_older
from kg.converters.wilson.trailer import read_trailer
from kg.converters.wilson.unbroken import unbroken
from kg.dates import find_dates, read_date

_REACH = 60
# What heads a version of the document: 'RUSSIAN (TRANSCRIPTION) HTML'.
_VERSION = re.compile(r"[A-Z][A-Za-z]+ (?:\([A-Za-z ]{3,30}\) )?HTML")


def lay_out_older(lines: Sequence[Line], title: int | None = None) -> list[Piece]:
    """The pieces of a page of shape D: date, title, support, summary and citation come before the body.

    title: which line the title is, where the page's markup says so.
    """
    lines = [part for line in lines[:_REACH] for part in _unglued(line)] + list(lines[_REACH:])
    cited = next((at for at, line in enumerate(lines[:_REACH]) if is_citation(line.text)), None)
    head = _head_end(lines, cited)
    end = trailer_start(lines, head)
    pieces = list(_older_head(lines[:head], cited, title))
    return pieces + list(_older_body(lines[head:end])) + read_trailer(lines[end:])


def _unglued(line: Line) -> Iterator[Line]:
    """A line, or the two that it is where the citation is glued to the summary."""
    at = citation_within(line.text)
    for begin, end in [(0, at), (at, len(line.text))] if at else [(0, len(line.text))]:
        part = trimmed(line.text, begin, end)
        if part:
            yield Line(line.begin + part.begin, line.begin + part.end, part.text, 1 if begin else line.gap)


def _older_body(lines: Sequence[Line]) -> Iterator[Piece]:
    """The text; where a version in another language follows it under its own heading, that is not of it."""
    end = len(lines)
    while end and is_furniture(lines[end - 1].text):
        end -= 1
    kind = "body"
    for at, line in enumerate(lines):
        version = _VERSION.fullmatch(line.text) is not None and at > 0
        kind = "related" if version else kind
        yield Piece("chrome" if version or at >= end else kind, line)


def _head_end(lines: Sequence[Line], cited: int | None) -> int:
    """Where the body begins: behind the citation, or else behind the last of the site's furniture."""
    at = cited + 1 if cited is not None else 0
    if cited is None:
        marks = [n for n, line in enumerate(lines[:_REACH]) if is_older(line.text)]
        at = marks[-1] + 1 if marks else 0
    while at < len(lines) and (is_furniture(lines[at].text) or ADDRESS.fullmatch(lines[at].text)):
        at += 1
    return at


def _older_head(lines: Sequence[Line], cited: int | None, title: int | None) -> Iterator[Piece]:
    """The pieces before the body; what stands behind 'get citation' is summary, never title."""
    dated = titled = citing = False
    kind = "chrome"
    for at, line in enumerate(lines):
        before, kind = kind, "summary"
        if at == title:
            kind, titled = "title", True
        elif at == cited or ADDRESS.fullmatch(line.text):
            kind = "source"
        elif is_furniture(line.text):
            kind = "chrome"
            citing = citing or "citation" in line.text.lower()
        elif SUPPORT.fullmatch(line.text):
            kind = "support"
        elif not dated and read_date(line.text):
            kind, dated = "page-date", True
        elif before == "title" and title is None and not citing and _in_capitals(line.text):
            kind = "title"
        elif not (titled or citing) and (_in_capitals(line.text) or not is_prose(line.text)):
            kind, titled = "title", True
        yield Piece(kind, line)


def _in_capitals(text: str) -> bool:
    letters = [sign for sign in text[:1000] if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) > 0.7 * len(letters)


# --- E: one paragraph with labels in it ------------------------------------------------------

# label as written -> the kind of its value, and the site field it is a value of
_INLINE = {
    "Citation": ("source", None),
    "Summary": ("summary", None),
    "Credits": ("support", None),
    "Original Language": ("field", "Original Language"),
    "Contents": ("field", "Contents"),
}
_LABEL = re.compile(rf"\b(?P<label>{'|'.join(_INLINE)}):")
_CONTENT = (
    r"(?:[A-Z][a-z]+ )?(?:Translation|Transcript(?:ion)?|Scan|Original)"
    r"(?: of Original Document)?(?: - [A-Z][a-z]+)?"
)
_CONTENTS = re.compile(rf"\s*(?:(?:[•·*-]\s*)?{_CONTENT}[\s,;]*)+")
_BANNER = re.compile(
    r"\s*(?:(?:Digital Archive|International History Declassified|"
    r"(?:digitalarchive\.)?wilsoncenter\.org)\s*)+"
)


def lay_out_printed(text: str) -> list[Piece]:
    """The pieces of a page of shape E: labels and values in one run, the body after the last of them."""
    labels: dict[str, re.Match[str]] = {}
    for found in _LABEL.finditer(text):
        labels.setdefault(found["label"], found)
    runs = sorted(labels.values(), key=lambda found: found.start())
    pieces = list(_banner(text, runs[0].start()))
    for found, after in zip_longest(runs, runs[1:]):
        kind, field = _INLINE[found["label"]]
        end = after.start() if after else _value_end(text, found)
        pieces += _piece(text, found.start(), found.end(), "label", field)
        pieces += _piece(text, found.end(), end, kind, field)
    body = pieces[-1].line.end if pieces else 0
    lines = _lines(text, body, len(text))
    whole = list(unbroken(lines[0])) if len(lines) == 1 else lines
    return pieces + [Piece("body", line) for line in whole]


def _value_end(text: str, last: re.Match[str]) -> int:
    """Where the value of the last label ends: behind the known words of 'Contents', else behind its line."""
    if last["label"] == "Contents":
        found = _CONTENTS.match(text, last.end())
        return found.end() if found else last.end()
    stop = re.compile(r"[\r\n]|\Z").search(text, last.end())
    return stop.start() if stop else len(text)


def _banner(text: str, end: int) -> Iterator[Piece]:
    """What stands before the first label: the site's banner, the date and the title in one line, or apart."""
    lines = _lines(text, 0, end)
    for line in lines[:-1]:
        yield Piece("page-date" if read_date(line.text) else "chrome", line)
    if not lines:
        return
    begin, stop = lines[-1].begin, lines[-1].end
    banner = _BANNER.match(text, begin, stop)
    if banner:
        yield from _piece(text, begin, banner.end(), "chrome")
        begin = banner.end()
    dates = find_dates(text[begin:stop])
    if dates and dates[0].begin == 0:
        yield from _piece(text, begin, begin + dates[0].end, "page-date")
        begin += dates[0].end
    yield from _piece(text, begin, stop, "title")


def _lines(text: str, begin: int, end: int) -> list[Line]:
    return [
        Line(line.begin + begin, line.end + begin, line.text, line.gap)
        for line in page_lines(text[begin:end])
    ]


def _piece(text: str, begin: int, end: int, kind: str, label: str | None = None) -> list[Piece]:
    line = trimmed(text, begin, end)
    return [Piece(kind, line, label)] if line else []
