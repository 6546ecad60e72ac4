"""Lines of a page of the present site, or of plain text -> its pieces: head, body, summary, site fields."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.converters.wilson.head import read_head
from kg.converters.wilson.lines import Line, Piece, is_prose
from kg.converters.wilson.marks import RIGHTS, inline_label, label_of
from kg.converters.wilson.trailer import read_trailer

# The blank lines by which shape B sets paragraphs apart, as line ends.
_WIDE = 3
# How a summary tells: somebody does something, now; or a document is something.
_TELLS = re.compile(
    r"\b(?:discuss|describ|report|summari[sz]|outlin|inform|request|detail|explain|not|ask|tell|analy[sz]|convey|"
    r"relay|comment|recount|review|provid|express|giv|mak|stat|claim|argu|agre|offer|propos|suggest|recommend|"
    r"advis|instruct|order|thank|congratulat|urg|warn|respond|repl|answer|call|seek|appeal|transmit|forward|send|"
    r"writ|complain|criticiz|prais|address|cover|focus|mention|present|relat|share|update|assess|evaluat|examin|"
    r"list|announc|confirm|den|accept|reject|introduc|tak|meet|talk|speak|says|clarif|emphasi[sz]|stress|pledg|"
    r"accus|demand|defend|highlight|record|remark|observ|reiterat|reveal|reflect|retell|detail|lay|set)"
    r"(?:e|ie)?s\b|\A(?:An? |The )?(?:\w+[ -]){0,4}?(?:report|letter|telegram|cable|memo|"
    r"memorandum|message|note|"
    r"record|account|description|summary|document|list|minutes|transcript|statement|speech|draft|resolution|"
    r"decree|directive|decision|proposal|conversation|discussion|information|translation|article|plan)s?\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"][^”\"]{0,2000}[”\"]")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|me|[Ww]e|[Oo]ur|us|[Yy]our?)\b(?!\.)")
# How lines at the end of a text begin that are no summary of it.
_NO_SUMMARY = re.compile(
    r"[*\[#№†‡(]|\d{1,3}[.)\]]?\s|(?:Printed from|Typed|Cop(?:y|ies)|Distribut|Translated|"
    r"Translation|Source|Note|"
    r"Attach|Enclos|Sent|Received|Dispatched|Signed|cc:|Certified|Approved|Reported:|Annex|Appendix|Executor|"
    r"To:|From:|Cde\.|Dear )\b|[-–—]\s|With (?:\w+ )?(?:greetings|regards|respect)|Yours|Respectfully"
)
_REACH = 40


def lay_out(lines: Sequence[Line], shape: str, title: int | None = None) -> list[Piece]:
    """The pieces of a page of shape A, B, C or plain, in its order; title: which line the title is."""
    end = trailer_start(lines, 0 if title is None else title + 1)
    pieces = read_head(lines[:end], shape, title)
    rest = lines[len(pieces) : end]
    whole = end < len(lines) and shape != "plain"
    body = len(rest) - (summary_length(rest, shape) if whole else 0)
    pieces += [Piece("body", line) for line in rest[:body]]
    pieces += [Piece("summary", line) for line in rest[body:]]
    return pieces + read_trailer(lines[end:])


def trailer_start(lines: Sequence[Line], first: int) -> int:
    """Where the site's own labels begin, after the summary; how many lines there are where none begins."""
    for at in range(first, len(lines)):
        text = lines[at].text
        if len(text) > 400 and not RIGHTS.match(text):
            continue
        label = label_of(text)
        within = inline_label(text)
        if (label and label.opens) or (within and within[0].opens) or RIGHTS.match(text):
            return at
        if (label or within) and _labels_on(lines, at):
            return at
    return len(lines)


def _labels_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a line that may be a first label is one: others follow, and none that opens the part surely."""
    after = [line.text for line in lines[at + 1 :] if len(line.text) < 400 or RIGHTS.match(line.text)]
    labels = [label for text in after if (label := label_of(text))]
    if len(lines) - at > _REACH or any(label.opens for label in labels):
        return False
    known = sum(bool(label_of(text) or inline_label(text) or RIGHTS.match(text)) for text in after[:11])
    return known >= 2


def summary_length(rest: Sequence[Line], shape: str) -> int:
    """How many of the lines between title and labels are the summary, counted from their end.

    The summary is a sentence in the last line or block of lines. Shape B sets the paragraphs of the body
    apart by two blank lines or more and the summary often by one; A sets the summary apart by a blank
    line where the body has none. A text that the gaps do not set apart must not read like the body's.
    """
    if not rest:
        return 0
    if len(rest) == 1:
        return int(_reads_so(rest[0].text) and _TELLS.search(rest[0].text[:300]) is not None)
    last = len(rest) - 1
    start = _block(rest) if shape == "A" else last
    block = rest[start:]
    if start and start < last and len(block) <= 4 and all(_may_be(line.text) for line in block):
        return len(block)
    if not _may_be(rest[last].text):
        return 0
    apart = _apart(rest, shape)
    while apart and shape == "B" and last - start < 3 and _goes_on(rest, start):
        start -= 1
    start = min(start, last) if apart else last
    return len(rest) - start if apart or _reads_so(rest[last].text) else 0


def _block(rest: Sequence[Line]) -> int:
    """Where the last lines begin that no blank line sets apart."""
    start = len(rest) - 1
    while start > 0 and rest[start].gap == 1:
        start -= 1
    return start if start else len(rest) - 1


def _apart(rest: Sequence[Line], shape: str) -> bool:
    """Whether the last line stands at another distance than the lines of the body do."""
    gaps = [line.gap for line in rest[1:-1]]
    if shape == "B":
        return rest[-1].gap < _WIDE and sum(gap >= _WIDE for gap in gaps) * 2 > len(gaps)
    return rest[-1].gap > 1 and bool(gaps) and sum(gap == 1 for gap in gaps) * 2 > len(gaps)


def _goes_on(rest: Sequence[Line], start: int) -> bool:
    """Whether the line before belongs to the summary too: as near, and as much a sentence."""
    before = rest[start - 1]
    return start > 1 and rest[start].gap < _WIDE and before.gap < _WIDE and _reads_so(before.text)


def _may_be(text: str) -> bool:
    """Whether a line can be a summary: a sentence, and neither note nor signature."""
    told = is_prose(text) or (len(text.split()) >= 4 and _TELLS.search(text[:300]) is not None)
    return told and _NO_SUMMARY.match(text) is None


def _reads_so(text: str) -> bool:
    """Whether a line reads like a summary: it tells of others, and nobody speaks for himself in it."""
    if not _may_be(text):
        return False
    return not _FIRST_PERSON.search(_QUOTED.sub(" ", text[:3000])) or _TELLS.search(text[:150]) is not None
