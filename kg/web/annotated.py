"""A captured text and what is known of its stretches -> blocks of marked segments.

Stretches nest and overlap as they like. The text is cut at every border, and each segment carries all that
covers it, so the page needs no nesting at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kg.iris import CRM, KGV_BASE
from kg.statements import RDFS_LABEL
from kg.voices import Anchor, Chain, DocumentVoices, Hedge, Node, Saying, in_words, read_anchor
from kg.web.site import DocumentFacts

Kind = Literal["saying", "hedge", "cue", "mention", "insertion"]

_TYPE = str(CRM.P2_has_type)
_MENTION, _INSERTION = f"{KGV_BASE}mention", f"{KGV_BASE}editorial-insertion"
_LINE = re.compile(r"\S[^\n]*")
_WRAPPED = 200
_BLOCK = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*\S)*")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A saying as the page shows it: its number in the order of the text, the chains it comes through.

    lines: how many voices stand between its words and the reader.
    """

    number: int
    saying: Saying
    chains: tuple[Chain, ...]
    lines: int

    @property
    def title(self) -> str:
        """Its chains in words."""
        return "; or ".join(in_words(chain) for chain in self.chains)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something known of a stretch of text."""

    kind: Kind
    begin: int
    end: int
    title: str
    node: Node | None = None
    numbered: Numbered | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text with nothing but whole marks over it; `starts` are the sayings that begin here."""

    begin: int
    text: str
    marks: tuple[Mark, ...]
    starts: tuple[Numbered, ...] = ()

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.begin + len(self.text)

    def innermost(self, kind: Kind) -> Mark | None:
        """The shortest mark of a kind over this segment."""
        found = [mark for mark in self.marks if mark.kind == kind]
        return min(found, key=lambda mark: mark.end - mark.begin, default=None)

    @property
    def voice(self) -> Numbered | None:
        """The saying whose words these are: the one that most voices stand before."""
        found = [mark.numbered for mark in self.marks if mark.numbered]
        return max(found, key=lambda one: (one.lines, one.number), default=None)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. own: part of the document's words, not of the page around them."""

    begin: int
    end: int
    segments: tuple[Segment, ...]
    own: bool

    @property
    def starts(self) -> tuple[Numbered, ...]:
        """The sayings that begin in it."""
        return tuple(one for segment in self.segments for one in segment.starts)


def number_sayings(voices: DocumentVoices) -> tuple[Numbered, ...]:
    """The sayings that have words of their own, numbered from 1 in the order of the text."""
    spoken = [saying for saying in voices.sayings() if saying.content]
    found = []
    for number, saying in enumerate(spoken, start=1):
        chains = voices.chains(saying.iri)
        between = max((len(chain) - 1 for chain in chains), default=0)
        lines = saying.reporters if saying.reporters is not None else between
        found.append(Numbered(number, saying, chains, lines))
    return tuple(found)


def mark(facts: DocumentFacts, numbered: Iterable[Numbered], labels: dict[str, str]) -> tuple[Mark, ...]:
    """Everything known of stretches of a document's text."""
    found: list[Mark] = []
    for one in numbered:
        found += [_over("saying", anchor, one.title, numbered=one) for anchor in one.saying.content]
        found += [_over("cue", anchor, f"announces saying {one.number}") for anchor in one.saying.cues]
        found += [_over("hedge", hedge.word, _doubt(hedge, one.number)) for hedge in one.saying.hedges]
    about = facts.statements
    for span in about.subjects(_TYPE, _MENTION):
        for thing in about.iris(span, str(CRM.P67_refers_to)):
            node = Node(thing, about.text(thing, RDFS_LABEL) or labels.get(thing, thing))
            found.append(_over("mention", read_anchor(about, span), node.label, node=node))
    for span in about.subjects(_TYPE, _INSERTION):
        jobs = [one.removeprefix(f"{KGV_BASE}insertion/") for one in about.iris(span, _TYPE)]
        title = ", ".join(job.replace("-", " ") for job in jobs if not job.startswith(KGV_BASE))
        found.append(_over("insertion", read_anchor(about, span), f"inserted by the translator: {title}"))
    return tuple(one for one in found if 0 <= one.begin < one.end)


def _over(
    kind: Kind, anchor: Anchor, title: str, *, node: Node | None = None, numbered: Numbered | None = None
) -> Mark:
    return Mark(kind, anchor.begin, anchor.end, title, node, numbered)


def _doubt(hedge: Hedge, number: int) -> str:
    return f"{hedge.kind.label}; weakens saying {number}: {hedge.scope.label}"


def blocks(text: str, marks: Sequence[Mark], own: tuple[int, int] | None = None) -> tuple[Block, ...]:
    """The paragraphs of a text, cut into segments at every border of a mark.

    own: the stretch that holds the document's words, the whole text where it is not known.
    """
    first, last = own or (0, len(text))
    return tuple(
        Block(begin, end, _segments(text, begin, end, marks), begin < last and end > first)
        for begin, end in _paragraphs(text)
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs begin and end: between blank lines, or line by line where lines are not wrapped."""
    for found in _BLOCK.finditer(text):
        lines = list(_LINE.finditer(text, found.start(), found.end()))
        if max(line.end() - line.start() for line in lines) > _WRAPPED:
            yield from ((line.start(), line.end()) for line in lines)
        else:
            yield found.start(), found.end()


def _segments(text: str, begin: int, end: int, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    here = [one for one in marks if one.begin < end and one.end > begin]
    borders = {begin, end} | {at for one in here for at in (one.begin, one.end) if begin < at < end}
    return tuple(
        Segment(
            start,
            text[start:stop],
            tuple(one for one in here if one.begin <= start and stop <= one.end),
            tuple(one.numbered for one in here if one.numbered and one.begin == start),
        )
        for start, stop in pairwise(sorted(borders))
    )


def own_words(facts: DocumentFacts) -> tuple[int, int] | None:
    """From where to where the document's own words stand in its page, as far as its spans show.

    The nearest lines with spans of the page around it are the borders: what nobody marked is the document's.
    None where no span is the document's.
    """
    about = facts.statements
    own = _parts(facts, facts.iri, *about.iris(facts.iri, str(CRM.P73_has_translation)))
    page = _parts(facts, f"{facts.iri}/text")
    if not own:
        return None
    text = facts.text or ""
    first, last = min(anchor.begin for anchor in own), max(anchor.end for anchor in own)
    before = max((anchor.end for anchor in page if anchor.end <= first), default=0)
    after = min((anchor.begin for anchor in page if anchor.begin >= last), default=len(text))
    line_of_it = text.rfind("\n", 0, after) + 1
    return before, max(last, line_of_it) if after < len(text) else after


def _parts(facts: DocumentFacts, *wholes: str) -> list[Anchor]:
    """The places of all spans that form part of one of the wholes."""
    about = facts.statements
    spans = (span for whole in wholes for span in about.subjects(str(CRM.P106i_forms_part_of), whole))
    return [anchor for span in spans if (anchor := read_anchor(about, span)).begin >= 0]
