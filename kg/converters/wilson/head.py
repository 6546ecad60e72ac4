"""Lines of a page -> its head: furniture, somebody else's summary, the date, the title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.converters.wilson.citing import is_citation
from kg.converters.wilson.lines import Line, Piece, is_prose
from kg.converters.wilson.marks import ADDRESS, SKIP, SUPPORT, is_furniture
from kg.dates import read_date

# How many lines may stand before the date: furniture, or the summary of another document.
_REACH = 30
_FOREIGN = 8
# No title is longer; the longest seen have some 350 signs.
_LONGEST_TITLE = 450
_AS_SHOWN = re.compile(
    r"(?:\[|circa |ca?\. |[A-Z][a-z]+day, )?"
    r"(?:[A-Z][a-z]+[.,]? |\d{1,2} [A-Z]|\d{4}(?:s|[-–/]\d{2,4}|\?)?\]?$|\d{4}-\d\d-\d\d$)"
)
_SENTENCES = re.compile(r"[a-z)\]”\"]{3,}[.!?][”\")\]]? +[A-Z]")


def read_head(lines: Sequence[Line], shape: str, title: int | None = None) -> list[Piece]:
    """The pieces before the text: furniture, date, title, support, in the page's order.

    title: which line the title is, where the page's markup says so.
    """
    if title is None:
        date, title = _date_and_title(lines)
        if title is not None and shape == "plain" and _opens_text(lines[title].text):
            title = None
    else:
        near = [*range(title - 1, max(-1, title - 4), -1), *range(title + 1, min(len(lines), title + 3))]
        date = next((at for at in near if is_page_date(lines[at].text)), None)
    end = max((at for at in (date, title) if at is not None), default=_furniture(lines, 0) - 1) + 1
    pieces = [Piece(_kind(at, line, date, title), line) for at, line in enumerate(lines[:end])]
    return pieces + _after_title(lines[end:])


def _kind(at: int, line: Line, date: int | None, title: int | None) -> str:
    if at in (date, title):
        return "page-date" if at == date else "title"
    if SUPPORT.fullmatch(line.text):
        return "support"
    return "related" if is_prose(line.text) and not is_furniture(line.text) else "chrome"


def _date_and_title(lines: Sequence[Line]) -> tuple[int | None, int | None]:
    """Which lines are the page's date and its title, each None where the page has none."""
    first = _furniture(lines, 0)
    date = _date_line(lines, first)
    if date is not None and date == first + 1 and not _is_foreign(lines[first].text):
        return date, first
    at = first if date is None else date + 1
    while at < len(lines) and is_furniture(lines[at].text):
        at += 1
    return date, at if at < len(lines) and _may_be_title(lines, at) else None


def _furniture(lines: Sequence[Line], at: int) -> int:
    while at < len(lines) and is_furniture(lines[at].text):
        at += 1
    return at


def _date_line(lines: Sequence[Line], first: int) -> int | None:
    """Where the page's date stands: at the top, behind the title, or behind what is foreign to the page."""
    foreign = 0
    for at in range(first, min(len(lines), first + _REACH)):
        text = lines[at].text
        if is_page_date(text):
            return at if at == first or foreign == at - first or _titled_first(lines, first, at) else None
        foreign += is_furniture(text) or (at - first < _FOREIGN and _is_foreign(text)) or _is_menu(lines, at)
    return None


def is_page_date(text: str) -> bool:
    """Whether a line is a date as the site writes it: a day, a month or a year, and nothing else."""
    found = read_date(text) if len(text) < 40 else None
    return found is not None and _AS_SHOWN.match(text) is not None


def _is_foreign(text: str) -> bool:
    """Whether a line before the date is a sentence of another document's summary."""
    return is_prose(text) and (text.rstrip("\"”’'»)]")[-1:] in (".", "!", "?", "…") or len(text.split()) > 40)


def _is_menu(lines: Sequence[Line], at: int) -> bool:
    """Whether a short line stands among furniture: a menu has entries that nobody can list."""
    near = lines[max(0, at - 3) : at + 4]
    known = sum(is_furniture(line.text) and not SKIP.fullmatch(line.text) for line in near)
    return known >= 2 and len(lines[at].text.split()) <= 5


def _titled_first(lines: Sequence[Line], first: int, date: int) -> bool:
    """Whether the title stands before the date: it does where the text or the funder follows the date."""
    if date != first + 1 or (is_prose(lines[first].text) and lines[first].text.endswith(".")):
        return False
    after = lines[date + 1].text if date + 1 < len(lines) else ""
    return SUPPORT.fullmatch(after) is not None or is_prose(after)


def _may_be_title(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text
    if SUPPORT.fullmatch(text) or is_citation(text) or len(text) > _LONGEST_TITLE:
        return False
    return not (is_prose(text) and _SENTENCES.search(text) is not None and len(text) > 200)


def _opens_text(text: str) -> bool:
    """Whether a line that nothing marks as a title is the first of the text: a sentence, a salutation."""
    return text.rstrip("\"”’'»)]")[-1:] in (".", ",", ":", ";", "!", "…") or len(text.split()) > 45


def _after_title(lines: Sequence[Line]) -> list[Piece]:
    """The funder, a citation and furniture that stand between the title and the text."""
    pieces: list[Piece] = []
    for line in lines[:12]:
        if SUPPORT.fullmatch(line.text):
            pieces.append(Piece("support", line))
        elif is_citation(line.text) or ADDRESS.fullmatch(line.text):
            pieces.append(Piece("source", line))
        elif is_furniture(line.text):
            pieces.append(Piece("chrome", line))
        else:
            break
    return pieces
