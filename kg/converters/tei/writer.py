"""A TEI element -> the text of one document, with the place of every element in it.

Lines are the block elements; blanks are normalised; a break inside a word leaves the word whole. Notes,
marginal words and source notes are taken out of the flow and follow it, each in lines of its own; documents
that stand inside are left out, to be documents of their own. Of a choice one reading is written (see
markup.chosen); what the witness itself deletes (`del`) is not. All words are the source's: only line ends,
blanks and tabs between cells are put in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.converters.tei.markup import (
    BLOCKS,
    BROKEN,
    JOBS,
    SKIPPED,
    Element,
    chosen,
    is_document,
    is_margin,
    local,
    words,
)
from kg.model import PageBreak, Span

_BLANKS = re.compile(r"[ \t\r\n]+")
RECEIVED = re.compile(r"[\[(]?\s*\b(?:[Rr]eceived|[Rr]ec[’']?d)\b\.?[:,]?\s*(?P<rest>[^\])\n]*)")
_CLOSING = tuple(",.;:)]’”!?")


@dataclass(slots=True)
class Line:
    """A line of the text: its job and where it stands."""

    kind: str
    begin: int
    end: int


@dataclass(slots=True)
class Written:
    """A text as written, its lines, the place of each element, and what stood apart from the flow."""

    text: str = ""
    lines: list[Line] = field(default_factory=list)
    places: dict[Element, tuple[int, int]] = field(default_factory=dict)
    notes: list[tuple[Element, int | None]] = field(default_factory=list)
    breaks: list[PageBreak] = field(default_factory=list)
    inner: list[Element] = field(default_factory=list)
    deleted: int = 0

    def span(self, begin: int, end: int) -> Span | None:
        """The span of a stretch, without blanks at its edges; None where nothing is left."""
        text = self.text[begin:end]
        begin += len(text) - len(text.lstrip(" \n\t"))
        text = text.strip(" \n\t")
        return Span(begin, begin + len(text), text) if text else None

    def of(self, element: Element) -> Span | None:
        """Where an element's own words stand; None where it has none in the text."""
        return self.span(*self.places[element]) if element in self.places else None


class Writer:
    """Writes one document's text (see the module)."""

    def __init__(self, root: Element) -> None:
        self.written = Written()
        self._root = root
        self._pieces: list[str] = []
        self._length = 0
        self._pending = ""
        self._kept = False
        self._joined = False
        self._after_note = False
        self._waiting: list[Element] = []
        self._later: list[tuple[Element, int]] = []

    def finish(self) -> Written:
        """Write what was taken out of the flow behind it, and close the text."""
        source = [one for one in self._later if one[0].get("type") == "source"]
        self._later = [one for one in self._later if one[0].get("type") != "source"]
        for note, _ in source:
            self.block(note, "source")
        while self._later:
            note, at = self._later.pop(0)
            self._line()
            begin = self._length
            if local(note) == "note" and note.get("n"):
                self._put(note.get("n", ""), "footnote")
                self._pending, self._kept = " ", True
            self.block(note, "footnote", begin)
            self.written.notes.append((note, at))
        self._breaks(self._length)
        self.written.text = "".join(self._pieces)
        return self.written

    def line(self, text: str, kind: str) -> tuple[int, int]:
        """A line of given words; where it stands."""
        self._line()
        self._put(text, kind)
        self._line()
        return self._length - len(text), self._length

    def block(self, element: Element, kind: str, begin: int | None = None) -> None:
        """An element's words as lines of their own."""
        self._line()
        begin = self._length if begin is None else begin
        self._content(element, kind, broken=local(element) in BROKEN)
        self.written.places[element] = (begin, self._length)
        self._kept = False
        self._line()

    def _content(self, element: Element, kind: str, *, broken: bool) -> None:
        self._put(element.text or "", kind)
        for child in element:
            self._element(child, kind, broken=broken)
            self._put(child.tail or "", kind)

    def _element(self, element: Element, kind: str, *, broken: bool) -> None:
        name = local(element)
        if not name or name in SKIPPED:
            self.written.deleted += name == "del"
        elif is_document(element):
            self._line()
            self.written.inner.append(element)
        elif (name == "note" and element.get("rend") != "inline") or is_margin(element):
            self._after_note = self._pending == " "
            self._later.append((element, self._length))
        elif name == "note":
            self.block(element, "source" if element.get("type") == "source" else kind)
        elif name in ("choice", "app", "subst"):
            self._choice(element, kind, broken=broken)
        elif name in ("pb", "lb", "cb", "gb", "milestone"):
            self._break(element, name, broken=broken)
        elif name == "cell":
            self._cell(element, kind)
        elif name in BLOCKS or (name == "seg" and kind == "body" and _parent_is(element, "opener")):
            self._block(element, name, kind)
        elif name in ("quote", "q"):
            self._inline(element, "quote" if kind == "body" else kind, broken=broken)
        else:
            self._inline(element, kind, broken=broken)

    def _inline(self, element: Element, kind: str, *, broken: bool) -> None:
        begin = self._length
        self._content(element, kind, broken=broken)
        self.written.places[element] = (begin, self._length)

    def _block(self, element: Element, name: str, kind: str) -> None:
        job = kind
        if name == "seg":
            job = "dateline" if RECEIVED.match(words(element)) else "heading"
        elif kind in ("body", "sign-off"):
            job = "quote" if name == "floatingText" else JOBS.get(name, kind)
            if name == "list" and element.get("type") == "subject":
                job = "field"
            if name == "head" and element.getparent() is self._root:
                job = "title"
        self.block(element, job)
        if name == "label" and _parent_is(element, "list"):
            self._pending, self._kept = " ", True

    def _cell(self, element: Element, kind: str) -> None:
        if any(local(one) == "cell" for one in element.itersiblings(preceding=True)):
            self._pending, self._kept = "\t", True
        self._inline(element, kind, broken=False)

    def _choice(self, element: Element, kind: str, *, broken: bool) -> None:
        reading = chosen(element)
        if local(element) == "subst":
            for child in element:
                self._element(child, kind, broken=broken)
        elif reading is not None:
            self._inline(reading, kind, broken=broken)

    def _break(self, element: Element, name: str, *, broken: bool) -> None:
        if name == "pb":
            self._waiting.append(element)
        if element.get("break") == "no":
            self._pending = "" if self._pending == " " else self._pending
            self._joined = True
        elif name == "lb" and broken:
            self._line()
        elif name == "lb":
            self._pending = self._pending or " "

    def _line(self) -> None:
        if not self._kept:
            self._pending = "\n"

    def _put(self, text: str, kind: str) -> None:
        text = _BLANKS.sub(" ", text)
        core = text.strip(" ")
        if text.startswith(" ") and not self._joined:
            self._pending = self._pending or " "
        if not core:
            return
        if self._after_note and self._pending == " " and core.startswith(_CLOSING):
            self._pending = ""
        lead = self._pending if self._length else ""
        begin = self._length + len(lead)
        self._breaks(begin)
        self._pieces.append(lead + core)
        self._length = begin + len(core)
        if lead == "\n" or begin == 0:
            self.written.lines.append(Line("body" if kind == "quote" else kind, begin, self._length))
        else:
            self.written.lines[-1].end = self._length
        self._pending = " " if text.endswith(" ") else ""
        self._kept = self._joined = self._after_note = False

    def _breaks(self, at: int) -> None:
        for one in self._waiting:
            self.written.breaks.append(PageBreak(at, one.get("n") or None, one.get("facs") or None))
        self._waiting.clear()


def _parent_is(element: Element, name: str) -> bool:
    parent = element.getparent()
    return parent is not None and local(parent) == name


def anchored(text: str, at: int | None) -> Span | None:
    """The word that a note's mark hangs on: the one that ends where the mark stood."""
    found = re.search(r"\S+\s*$", text[:at]) if at else None
    if not found:
        return None
    word = found[0].rstrip()
    return Span(found.start(), found.start() + len(word), word)


def mark_of(note: Element, position: int) -> str:
    """The mark of a note: as printed, else what kind of note it is, else its place among the notes."""
    return note.get("n") or note.get("type") or str(position)
