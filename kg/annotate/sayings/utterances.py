"""Reports with their speakers -> utterances: what a saying will be made of."""

from __future__ import annotations

from dataclasses import dataclass

from kg.annotate.sayings.hedging import hedges_of, mood_of
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.reports import Report
from kg.annotate.sayings.scene import Refs
from kg.annotate.sayings.tokens import Passage, Token
from kg.model import Hedge, Level, Span

_DENIES = frozenset(("no", "nobody", "nothing", "none"))
_WORDS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a page: the page's text, the paragraph in tokens, and whom it names."""

    text: str
    passage: Passage
    named: Named

    @property
    def tokens(self) -> list[Token]:
        """Its tokens."""
        return self.passage.tokens

    def span(self, first: int, last: int) -> Span:
        """The stretch from one token up to another, the last not included."""
        begin, end = self.tokens[first].begin, self.tokens[last - 1].end
        return Span(begin, end, self.text[begin:end])


@dataclass(slots=True)
class Utterance:
    """A saying to be. parent: its place in the list, None for the narrative. spans: what is said."""

    rule: str
    speakers: Refs
    parent: int | None
    spans: tuple[Span, ...]
    mood: str
    level: Level = "textual"
    cue: Span | None = None
    addressees: Refs = ()
    hedges: tuple[Hedge, ...] = ()
    negative: bool = False
    document: bool = False
    first_hand: bool = False


def hedges_in(line: Line, report: Report, part: tuple[int, int]) -> tuple[Hedge, ...]:
    """What weakens a part of a report."""
    return tuple(
        Hedge(line.span(weak.first, weak.last), weak.kind, weak.scope)
        for weak in hedges_of(line.passage, report, part)
    )


def going_on(line: Line, first: int, last: int, before: Utterance, rule: str) -> Utterance | None:
    """The utterance that a sentence without a cue is, by the speaker before; None for no words."""
    tokens, end = line.tokens, last
    while end > first + 1 and tokens[end - 1].text in '.;:,”"':
        end -= 1
    while first < end and tokens[first].text in '“"-–•':
        first += 1
    if sum(token.is_word for token in tokens[first:end]) < _WORDS:
        return None
    report = Report(rule, "statement", first, (first, first), None, [(first, end)])
    return Utterance(
        rule,
        before.speakers,
        before.parent,
        (line.span(first, end),),
        mood_of(line.passage, report, (first, end), tokens[end - 1].text),
        level="textual" if rule == "announced" else "interpretive",
        cue=before.cue if rule == "announced" else None,
        addressees=before.addressees if rule == "account" else (),
        hedges=hedges_in(line, report, (first, end)),
        first_hand=before.first_hand,
        negative=tokens[first].low in _DENIES,
    )
