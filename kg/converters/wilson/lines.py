"""Page text -> its lines that are not blank, with their offsets and the gap before each."""

from __future__ import annotations

import re
from dataclasses import dataclass

# What may stand at the edges of a line without being of it: white space, a byte order mark, and the
# signs of no width that copied pages carry.
EDGE = " \t\v\f\r\n\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029"
EDGE += "\u202f\u205f\u3000\x85\ufeff\u200b\u200e\u200f"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its edges: code points [begin, end).

    gap: line ends between the line before it (that is not blank) and this one; 1 is the next line.
    """

    begin: int
    end: int
    text: str
    gap: int


def page_lines(text: str) -> list[Line]:
    """The lines of a page that are not blank. A line ends in LF, CR LF or CR."""
    lines: list[Line] = []
    gap = 0
    for found in re.finditer(r"([^\r\n]*)(\r\n|\n|\r|\Z)", text):
        line = trimmed(text, found.start(1), found.end(1), gap)
        if line:
            lines.append(line)
            gap = 0
        gap += 1
    return lines


def trimmed(text: str, begin: int, end: int, gap: int = 0) -> Line | None:
    """The stretch [begin, end) of a text without its edges, None where nothing is left."""
    inner = text[begin:end]
    bare = inner.strip(EDGE)
    if not bare:
        return None
    begin += len(inner) - len(inner.lstrip(EDGE))
    return Line(begin, begin + len(bare), bare, gap)
