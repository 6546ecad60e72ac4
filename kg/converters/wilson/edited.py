"""Lines of a page that shows one document of a printed edition -> its pieces (shape F).

Such a page has the file number above the heading ('765.84/3463: Telegram'), a heading that says who wrote to
whom, the numbers of the printed pages within its sentences ('[Page 211]'), and its notes behind the text. The
dateline or the line of receipt may be lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.converters._heads import correspondents
from kg.converters._sourcenotes import OWN_NUMBER, inline_kind, is_classification, is_label
from kg.converters.wilson.edited_notes import notes_start
from kg.converters.wilson.front import is_dateline
from kg.converters.wilson.lines import Line, Piece, is_prose
from kg.converters.wilson.marks import is_furniture
from kg.dates import find_dates

PAGE = re.compile(r"\[Page (?P<n>[\w\[\]-]{1,12})\]")
# How the central files are numbered: 765.84/3463; 893.01 Provisional/100; 123 G 231/582; 501.BB Korea/6–2448.
_FILE = re.compile(
    r"(?:\[?File Nos?\.? ?)?\d{2,3}[A-Za-z]?(?:\.[\w.]+)?(?: [\w.,’'&()-]+){0,6}/[\w½¼¾–—./-]+.{0,40}"
    r"|File Nos?\.? ?\d.{0,60}|\d{3}(?:\.[\w.]+)? [A-Z][\w.,’' ()]{2,40}(?::.{3,20})?"
    r"|.{2,80}\b(?:Files?|Papers|Lot \d+ ?D ?\d+|Collection)\b.{0,40}"
    r"|.{3,80}:\s?(?:Circular )?(?:Telegram|Airgram|Despatch|Letter|Instruction)"
)
_RECEIVED = re.compile(r"[\[(](?:Received|Rec[’']d)\b.{0,60}")
_NUMBERED = re.compile(r"(?P<number>\d{1,4}[a-z]?)\.\s+(?=[\[“A-Z])")
_SITE = re.compile(
    r"(?:Papers Relating to the )?Foreign Relations of the United States\b.{0,200}|Office of the Historian|"
    r"Historical Documents|Previous|Next|(?:Table of )?Contents|Department History|Key Documents|"
    r"Documents? \d+|History\.state\.gov.{0,40}|Bureau of Public Affairs|United States Department of State",
    re.IGNORECASE,
)
# Headings of documents that nobody sends.
_RECORD = re.compile(
    r"(?:Draft |Summary |Agreed |Unofficial |Informal )?(?:Memorand(?:um|a) (?:of|for|by|from|prepared)|"
    r"Memorandum|Record of|Minutes of|Notes? (?:of|on)|"
    r"Notes on|Editorial Note|Paper (?:Prepared|by|Submitted)|Report (?:by|of|Prepared)|Statement (?:by|"
    r"of)|Note by|Draft|"
    r"(?:Special )?National Intelligence Estimate|National Security Council|Intelligence|Briefing|Address|"
    r"Message|"
    r"Circular|Telegram|Letter|Airgram|Despatch|Instruction|Transcript|Summary|Proclamation|Executive Order|"
    r"Joint (?:Statement|Resolution|Communiqu)|Communiqu|Policy|Study|Backchannel|Conversation|Diary|"
    r"Extracts?|"
    r"Aide[- ]M[ée]moire|Protocol|Agreement|Exchange|Action|Article|Oral)\b.{0,300}|\[(?:Untitled|Extract)\]",
    re.IGNORECASE,
)
# A heading of these volumes and of no others: the office, in brackets the name, to the office.
_OWN_HEAD = re.compile(
    r"(?:The|Mr\.) [^.:]{3,150}?\s?\(\s?[^()]{2,40}\)\s+to\s+(?:the|Mr\.|President|Certain|All)\b.{2,200}"
    r"|The [^.:]{3,120}\s+to\s+the [^.:()]{3,120}\([^()]{2,40}\)\S{0,3}"
)
_TOP, _HEAD = 12, 10
_ENCLOSED = re.compile(
    r"[\[(]?\s*(?:(?:sub)?[ie]nclosure|annex|appendix|attachment|tab)\b.{0,60}", re.IGNORECASE
)
# Words without a capital that a dateline may have besides its place.
_SMALL = frozenset(
    [
        "noon",
        "midnight",
        "at",
        "sea",
        "on",
        "board",
        "near",
        "the",
        "of",
        "in",
        "en",
        "route",
        "received",
        "undated",
        "via",
        "hours",
        "morning",
        "afternoon",
        "evening",
        "a",
        "p",
        "m",
        "am",
        "pm",
        "o'clock",
        "dated",
        "no",
        "date",
        "extra",
        "day",
        "today",
        "continued",
        "de",
        "la",
    ]
)


def is_edited(lines: Sequence[Line]) -> bool:
    """Whether lines are such a page: a heading that says who wrote to whom, and a mark of an edition."""
    head = _head(lines)
    if head is None:
        return False
    text = lines[head].text
    if _OWN_HEAD.fullmatch(text):
        return True
    above = [line.text for line in lines[:head]]
    near = [line.text for line in lines[head + 1 : head + 6]]
    return (
        any(_FILE.fullmatch(one) and re.search(r"\d", one) for one in above)
        or any(_SITE.fullmatch(one) and "Foreign" in one for one in above)
        or any(_RECEIVED.fullmatch(one) for one in near)
        or any(OWN_NUMBER.fullmatch(one) and one.endswith("]") for one in (*above[-2:], *near))
        or any(PAGE.search(line.text) for line in lines[head + 1 : head + 200])
        or any(re.match(r"(?:1\.|-|\*)\s+Source: ", line.text) for line in lines[head + 1 :])
    )


def _head(lines: Sequence[Line]) -> int | None:
    """Which of the first lines is the heading."""
    seen = 0
    for at, line in enumerate(lines[:40]):
        text = line.text
        if is_furniture(text) or _SITE.fullmatch(text):
            continue
        if _is_head(text):
            return at
        seen += 1
        if seen > _HEAD or (is_prose(text) and not _FILE.fullmatch(text)):
            return None
    return None


def _is_head(text: str) -> bool:
    """Whether a line heads a document of an edition."""
    if len(text) > 400 or (_FILE.fullmatch(text) and " to " not in text):
        return False
    numbered = _NUMBERED.match(text)
    bare = text[numbered.end() if numbered else 0 :]
    if text.rstrip("0123456789")[-1:] in (".", ":", ";") and numbered is None and len(bare.split()) > 14:
        return False
    found = correspondents(bare)
    both = found.sender is not None and found.addressee is not None
    record = (
        _RECORD.fullmatch(bare) is not None
        and bare[0] in "[ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        and not is_label(text)
    )
    return (both and bare[0].isupper()) or (record and (numbered is not None or len(bare.split()) < 40))


def lay_out_edited(text: str, lines: Sequence[Line], title: int | None = None) -> list[Piece]:
    """The pieces of a page of shape F, in its order; title: which line the title is, where markup says so."""
    head = _head(lines)
    if head is None:
        head = title or 0
    pieces = [Piece(_above(line.text), line) for line in lines[:head]]
    pieces.append(Piece("title", lines[head]))
    end = _furniture_end(lines)
    notes = notes_start(text, lines[:end], head + 1)
    body = list(_body(lines[head + 1 : notes]))
    pieces += body
    pieces += [Piece("footnote", line) for line in lines[notes:end]]
    return pieces + [Piece("chrome", line) for line in lines[end:]]


def _furniture_end(lines: Sequence[Line]) -> int:
    end = len(lines)
    while end and (is_furniture(lines[end - 1].text) or _SITE.fullmatch(lines[end - 1].text)):
        end -= 1
    return end


def _above(text: str) -> str:
    if is_furniture(text) or (_SITE.fullmatch(text) and not _FILE.fullmatch(text)):
        return "chrome"
    if _FILE.fullmatch(text):
        return "source"
    return inline_kind(text)


def _body(lines: Sequence[Line]) -> Iterator[Piece]:
    """The lines between heading and notes: marks and datelines before the text, then the text."""
    top = True
    for at, line in enumerate(lines):
        kind = _below(line.text) if top and at < _TOP else None
        top = kind is not None
        yield Piece(kind or ("dateline" if _dates_alone(line.text) else "body"), line)


def _below(text: str) -> str | None:
    """What a line between heading and text is; None where it is of the text."""
    if is_classification(text):
        return "classification"
    if _dates_alone(text):
        return "dateline"
    if OWN_NUMBER.fullmatch(text) or is_label(text):
        return "heading"
    return (
        "source" if _FILE.fullmatch(text) and "/" in text and len(text) < 60 and not is_prose(text) else None
    )


def _dates_alone(text: str) -> bool:
    """Whether a line is a dateline: place, date and time, what came of receipt, and nothing else."""
    if len(text) > 160:
        return False
    if _RECEIVED.fullmatch(text) or is_dateline(text):
        return True
    dates = find_dates(text)
    none = re.search(r"\b(?:[Uu]ndated|[Nn]o date)\b", text)
    if not (none or (dates and dates[0].begin < 70)):
        return False
    begin, end = (dates[0].begin, dates[0].end) if dates else (none.start(), none.end()) if none else (0, 0)
    before, rest = text[:begin].rstrip(), text[:begin] + " " + text[end:]
    if before and before[-1] not in ",.]:—–)(":
        return False
    small = re.findall(r"(?<![\w’'])[a-z][\w’']*", rest)
    return all(word in _SMALL for word in small) and len(rest.split()) < 14


def enclosures(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """The runs of pieces that are documents inside the document: each from its heading to the next mark."""
    marks = [
        at
        for at, piece in enumerate(pieces)
        if piece.kind == "body"
        and _ENCLOSED.fullmatch(piece.text)
        and not piece.text.endswith(".")
        and _opens_document(pieces[at + 1 : at + 4])
    ]
    text = [at for at, piece in enumerate(pieces) if piece.kind in ("body", "dateline", "heading")]
    ends = [*marks[1:], (text[-1] + 1 if text else 0)]
    return [(at, end - 1) for at, end in zip(marks, ends, strict=False) if end - at > 2]


def _opens_document(pieces: Sequence[Piece]) -> bool:
    return any(_is_head(piece.text) for piece in pieces) or any(
        piece.kind == "dateline" for piece in pieces[:2]
    )
