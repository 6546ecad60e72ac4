"""Pieces of a page -> which of its lines date the document, and of what kind the lines around make them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.converters.wilson.front import tail_lines, top_lines
from kg.converters.wilson.lines import Piece
from kg.dates import cues_in, find_dates, find_times

# Parts of a page that are the document's own words; others (the site's, its citations) prove nothing of it.
OWN = ("collection-number", "heading", "dateline", "classification", "distribution", "sign-off", "body")
_DATED = ("dateline", "sign-off", "classification", "distribution")
# A line that tells what the document is about may hold dates of what it tells of.
_TELLS = re.compile(
    r"(?:Subject|Re|RE|SUBJECT|Participants?|Present|Topic|Copy|Minutes|Record)\b|\W*\d+[.)]\s"
)
# A line that speaks of another document.
_OTHERS = re.compile(
    r"\b(?:[Yy]ours?|[Mm]y(?! [Dd]ear)|[Oo]ur|[Rr]ef(?:erence)?|[Ss]ee|[Rr]eply|[Aa]ddition)\b"
)
# A label of a telegram's way opens its line: 'Arrived: 24.10.62 16:30'.
_LABELLED = re.compile(r"\W{0,3}(?:[A-Z][\w’' ]{2,28}:|Dispatched|Received|Sent|Typed|Came)\s")
# What follows a date that heads an entry of a list of events: '4 May 1950: Arrival in Oslo'.
_LISTED = re.compile(r"\s{0,3}[:–—]\s{0,3}[^\W\d]")
# How many lines at the top of the text and at its end may date it, whatever stands between them.
_TOP, _TAIL = 25, 20
# How many lines up an editor's open bracket still speaks of a line ('[stamp: Incoming', ..., '5 May 1957]').
_REACH = 6
_MOST = 200


def dating_lines(pieces: Sequence[Piece], near: str | None) -> Iterator[int]:
    """Which pieces hold dates of the document, in their order; `near`: the page's EDTF date.

    They stand before the first sentence of the text or behind its last; or among the first and last lines
    they are date and little else, carry a label, or say what period the document covers.
    """
    ends = {*top_lines(pieces), *tail_lines(pieces)}
    own = [at for at, piece in enumerate(pieces) if piece.kind in OWN]
    edges = {*own[:_TOP], *own[-_TAIL:]}
    for at in sorted(ends | edges):
        piece = pieces[at]
        if piece.kind != "body" and piece.kind not in _DATED:
            continue
        if at not in ends:
            dates = _dates_by_itself(piece.text, near)
        else:
            dates = piece.kind in _DATED or dates_document(piece.text, near)
        if dates:
            yield at


def dates_document(text: str, near: str | None) -> bool:
    """Whether a line outside the sentences dates the document: place or name before the date, or a cue."""
    dates = find_dates(text, near=near, order={}, partial=True)
    if len(text) > _MOST or _OTHERS.search(text):
        return False
    if _TELLS.match(text) and not (dates and dates[0].begin == 0):
        return False
    if dates and dates[0].begin == 0 and _LISTED.match(text, dates[-1].end):
        return False
    return bool(cues_in(text)) or (bool(dates) and len(re.findall(r"\b[a-z]{3,}", _rest(text, near))) <= 2)


def _dates_by_itself(text: str, near: str | None) -> bool:
    """Whether a line among sentences dates the document all the same."""
    if len(text) > _MOST or _OTHERS.search(text):
        return False
    dates = find_dates(text, near=near, order={}, partial=_LABELLED.match(text) is not None)
    if not dates or _TELLS.match(text[: dates[0].begin]) or _LISTED.match(text, dates[-1].end):
        return False
    cues = cues_in(text)
    if any(kind == "period" for _, _, kind in cues):
        return True
    if _LABELLED.match(text) and cues and cues[0][0] < 12:
        return True
    rest = _rest(text, near)
    return len(text) <= 80 and not re.search(r"\b[a-z]{3,}", rest) and len(re.findall(r"\w{2,}", rest)) <= 5


def _rest(text: str, near: str | None) -> str:
    """What is left of a line without its dates and times."""
    found = [(one.begin, one.end) for one in find_dates(text, near=near, order={}, partial=True)]
    found += [(one.begin, one.end) for one in find_times(text)]
    rest, at = "", 0
    for begin, end in sorted(found):
        rest += text[at : max(begin, at)] + " "
        at = max(at, end)
    return rest + text[at:]


def kind_above(pieces: Sequence[Piece], at: int) -> str:
    """The kind of what no word on the line announces, by the bracket it stands in or the line above."""
    above = [piece.text for piece in pieces[max(0, at - _REACH) : at] if piece.kind in OWN]
    lines = "\n".join(above)
    opened = _open_bracket(lines)
    if opened is not None and "]" in pieces[at].text + "".join(p.text for p in pieces[at + 1 : at + 4]):
        kinds = {kind for _, _, kind in cues_in(lines[opened:])}
        return next((kind for kind in ("received", "registered", "noted") if kind in kinds), "written")
    if "]" in pieces[at].text and "[" not in pieces[at].text:
        return "registered"
    cues = cues_in(above[-1]) if above else []
    announced = cues and re.fullmatch(r"\W{0,3}", above[-1][cues[-1][1] :])
    return cues[-1][2] if announced and (":" in above[-1][-2:] or cues[-1][2] == "period") else "written"


def _open_bracket(lines: str) -> int | None:
    """Where the last bracket opens that is not closed."""
    depth = 0
    for at in range(len(lines) - 1, -1, -1):
        depth += {"]": 1, "[": -1}.get(lines[at], 0)
        if depth < 0:
            return at
    return None
