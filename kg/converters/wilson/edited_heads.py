"""Lines of a page -> whether it shows one document of a printed edition, and which line heads that.

Such a page has the file number above the heading ('765.84/3463: Telegram'), a heading that says who wrote to
whom, the numbers of the printed pages within its sentences ('[Page 211]'), and its notes behind the text. The
dateline or the line of receipt may be lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.converters._heads import correspondents, is_office
from kg.converters._sourcenotes import OWN_NUMBER, inline_kind
from kg.converters.wilson.front import is_dateline
from kg.converters.wilson.lines import Line, is_prose
from kg.converters.wilson.marks import is_furniture
from kg.dates import find_dates

PAGE = re.compile(r"\[Page (?P<n>[\w\[\]-]{1,12})\]")
# How the central files are numbered: 765.84/3463; 893.01 Provisional/100; 123 G 231/582; 501.BB Korea/6–2448.
FILE = re.compile(
    r"(?:\[?File Nos?\.? ?)?\d{2,3}[A-Za-z]?(?:\.[\w.]+)?(?: [\w.,’'&()-]+){0,6}/[\w½¼¾–—./-]+.{0,40}"
    r"|File Nos?\.? ?\d.{0,60}|\d{3}(?:\.[\w.]+)? [A-Z][\w.,’' ()]{2,40}(?::.{3,20})?"
    r"|[A-Z][\w.,’' -]{2,50} \d{2,3}[\w.]*/[\w½¼¾–—.-]+.{0,30}|[A-Z][\w’' ]{2,30} (?:Document )?No\. ?\d+"
    r"|[A-Z].{2,80}\b(?:[Ff]iles?|[Pp]apers|Lot (?:File )?\d+ ?[–-]?D ?[–-]?\d+|Collection|Archives)\b.{0,60}"
    r"|Lot (?:File )?\d+ ?[–-]?D ?[–-]?\d+.{0,60}"
    r"|.{3,80}:\s?(?:Circular )?(?:Telegram|Airgram|Cablegram|Despatch|Letter|Instruction)"
)
# Of these, the ones that nothing else looks like.
_NUMBER = re.compile(
    r"(?:File Nos?\.? ?)?(?:[A-Z][\w.,’' -]{2,50} )?\d{2,3}[A-Za-z]?(?:\.[\w.]+)?(?: [\w.,’'&()-]+){0,6}"
    r"/[\w½¼¾–—./-]+(?:\s?:.{3,30})?|[A-Z][\w’' ]{2,30} Document No\. ?\d+"
)
_LONGEST_HEAD = 220
RECEIVED = re.compile(r"[\[(](?:Received|Rec[’']d)\b.{0,60}")
_NUMBERED = re.compile(r"\*?(?:No\. ?)?(?P<number>\d{1,4}[a-z]?)\.\s+(?=[\[“A-Z])")
SITE = re.compile(
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
_TITLE = (
    r"(?:Mr|Messrs|Mrs|Dr|Sir|Lord|Earl|Count|Baron|Viscount|Marquis|Prince|General|Gen|Colonel|Col|Captain|Capt|"
    r"Major|Admiral|Commodore|Commander|Lieutenant|Señor|Se[ñn]or|M|Mgr|President|Senator|Secretary|Ambassador|"
    r"Premier|Chairman|Brigadier-General|Consul|Governor|Judge|Professor|Bishop|Minister)"
)
_OWN_HEAD = re.compile(
    rf"(?:The|{_TITLE}\.?) [^:]{{3,150}}?\s?\(\s?[^()]{{2,40}}\)"
    rf"\s+to\s+(?:the|{_TITLE}|Certain|All)\b.{{2,200}}"
    rf"|(?:The|{_TITLE}\.?) [^:]{{3,120}}\s+to\s+the [^:()]{{3,120}}\([^()]{{2,40}}\)\S{{0,4}}"
    rf"|(?:The )?{_TITLE}\b\.? (?:of )?[A-Z][^:()]{{2,40}}?"
    rf" to (?:the )?{_TITLE}\b\.? (?:of )?[A-Z][^:()]{{2,40}}"
    r"|\[Untitled\]\S{0,6}"
)
ENCLOSED = re.compile(
    r"[\[(]?\s*(?:(?:sub)?[ie]nclosure|annex|appendix|attachment|tab)\b.{0,60}", re.IGNORECASE
)
_ABOUT = re.compile(r"\b(?:circa|about|ca\.?)$")
_HEAD = 10
# How much of a line is the place of a dateline.
LONGEST_PLACE = 60
# Words without a capital that a dateline may have besides its place.
_SMALL = frozenset(
    """
    circa about from noon midnight at sea on board near the of in en route received undated via hours morning
    afternoon evening a p m am pm o'clock dated no date extra day today continued de la del du des las los von
    der am an auf y e da do dos
    """.split()  # noqa: SIM905
)


def is_edited(lines: Sequence[Line]) -> bool:
    """Whether lines are such a page: a heading that says who wrote to whom, and a mark of an edition."""
    head = head_line(lines)
    if head is None:
        return False
    text = lines[head].text
    if _OWN_HEAD.fullmatch(text):
        return True
    above = [line.text for line in lines[:head]]
    near = [line.text for line in lines[head + 1 : head + 6]]
    return (
        any(FILE.fullmatch(one) for one in above)
        or any(SITE.fullmatch(one) and "Foreign" in one for one in above)
        or any(RECEIVED.fullmatch(one) for one in near)
        or any(OWN_NUMBER.fullmatch(one) and one.endswith("]") for one in (*above[-2:], *near))
        or (any(OWN_NUMBER.fullmatch(one) for one in above) and _between_offices(text))
        or (text.startswith(("No.", "*No.")) and _between_offices(text))
        or any(PAGE.search(line.text) for line in lines[head + 1 : head + 200])
        or any(re.match(r"(?:1\.|-|\*)\s+Source: ", line.text) for line in lines[head + 1 :])
    )


def _between_offices(text: str) -> bool:
    """Whether a heading names an office or a titled person on both sides."""
    numbered = _NUMBERED.match(text)
    bare = text[numbered.end() if numbered else 0 :]
    found = correspondents(bare)
    return all(at is not None and is_office(bare[slice(*at)]) for at in (found.sender, found.addressee))


def head_line(lines: Sequence[Line]) -> int | None:
    """Which of the first lines is the heading."""
    seen = 0
    for at, line in enumerate(lines[:40]):
        text = line.text
        if is_furniture(text) or SITE.fullmatch(text):
            continue
        if is_head(text):
            return at
        seen += 1
        if seen > _HEAD or (is_prose(text) and not FILE.fullmatch(text)):
            break
    return _below_file(lines)


def _below_file(lines: Sequence[Line]) -> int | None:
    """Which line is the heading because it stands below a file number, whatever it says."""
    first = next((at for at, line in enumerate(lines[:_HEAD]) if _NUMBER.fullmatch(line.text)), None)
    if first is None:
        return None
    for at in range(first + 1, min(first + 5, len(lines))):
        text = lines[at].text
        if FILE.fullmatch(text) or inline_kind(text) != "source" or dates_alone(text):
            continue
        return at if len(text) < _LONGEST_HEAD and text[0].isupper() and text[-1] not in ".:;," else None
    return None


def is_head(text: str) -> bool:
    """Whether a line heads a document of an edition."""
    if len(text) > 400 or (FILE.fullmatch(text) and " to " not in text):
        return False
    numbered = _NUMBERED.match(text)
    bare = text[numbered.end() if numbered else 0 :]
    if text.startswith("["):
        return text.startswith("[Untitled]")
    if text.rstrip("0123456789")[-1:] in (".", ":", ";") and numbered is None and len(bare.split()) > 14:
        return False
    found = correspondents(bare)
    both = found.sender is not None and found.addressee is not None
    words = len(bare.split())
    record = _RECORD.fullmatch(bare) is not None and words > 1 and (numbered is not None or words < 40)
    return bare[0].isupper() and (both or (record and not ENCLOSED.fullmatch(text)))


def dates_alone(text: str) -> bool:
    """Whether a line is a dateline: place, date and time, what came of receipt, and nothing else."""
    if len(text) > 160:
        return False
    if RECEIVED.fullmatch(text) or is_dateline(text):
        return True
    received = RECEIVED.search(text)
    if received and not re.search(r"\b[a-z]{4,}", text[: received.start()][:LONGEST_PLACE]):
        return True
    dates = find_dates(text)
    none = re.search(r"\b(?:[Uu]ndated|[Nn]o date)\b", text)
    if not (none or (dates and dates[0].begin < 70)):
        return False
    begin, end = (dates[0].begin, dates[0].end) if dates else (none.start(), none.end()) if none else (0, 0)
    before, rest = text[:begin].rstrip(), text[:begin] + " " + text[end:]
    if before and (before[-1] not in ',.]:—–)([”"' and not _ABOUT.search(before)):
        return False
    small = re.findall(r"(?<![\w’'])[a-z][\w’']*", rest)
    return all(word in _SMALL for word in small) and len(rest.split()) < 14
