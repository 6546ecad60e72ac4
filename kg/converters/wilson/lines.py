"""Page text -> its lines that are not blank, with their offsets, the gap before each, and later their job."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Span

# What may stand at the edges of a line without being of it: white space, a byte order mark, and the
# signs of no width that copied pages carry.
EDGE = "".join(map(chr, (*range(0x09, 0x0E), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x2010))))
EDGE += "\u2028\u2029\u202f\u205f\u3000\ufeff"


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page and its shape. title: the line that the markup of an HTML page calls its title."""

    text: str
    shape: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its edges: code points [begin, end) of the page.

    gap: line ends between the line before it (that is not blank) and this one; 1 is the next line.
    """

    begin: int
    end: int
    text: str
    gap: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or a stretch of one, with its job (a kind of model.Part).

    label: the name of the site field that it labels or is a value of, None where it is of none.
    """

    kind: str
    line: Line
    label: str | None = None

    @property
    def text(self) -> str:
        """The words of the piece."""
        return self.line.text

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.line.begin, self.line.end, self.line.text)

    def part(self, begin: int, end: int) -> Span:
        """The span of the stretch [begin, end) of the piece's own text."""
        return Span(self.line.begin + begin, self.line.begin + end, self.line.text[begin:end])


def page_lines(text: str) -> list[Line]:
    """The lines of a page that are not blank. A line ends in LF, CR LF, CR, FF or a Unicode separator."""
    lines: list[Line] = []
    gap = 0
    for found in re.finditer(r"([^\r\n\f\u2028\u2029]*)(?:\r\n|[\n\r\f\u2028\u2029]|\Z)", text):
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


def is_prose(text: str) -> bool:
    """Whether a line is a sentence, and not a heading, signature, note or number."""
    words = len(text.split())
    ends = text.rstrip("\"”’'»)]")[-1:] in tuple(".!?…:")
    return words >= 12 or (words >= 6 and ends)
