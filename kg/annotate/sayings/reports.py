"""A sentence -> the reports in it: who says what to whom in which of its words."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.annotate.sayings.addressed import WH
from kg.annotate.sayings.complements import Complement
from kg.annotate.sayings.cues import Cue
from kg.annotate.sayings.descriptions import Phrase
from kg.annotate.sayings.ending import goes_on_with, last_word
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.tokens import Passage
from kg.model import Scope

_STOPS = frozenset(".!;:,")
_CLAUSES = frozenset(LEXICON.grammar["clauses"])
_TOPICS = frozenset(("performed", "reported-proposal", "reported-refusal"))
_OPENING = LEXICON.grammar["opening"]


@dataclass(slots=True)
class Report:
    """A saying in the words of one sentence; tokens [first, last) each.

    first: where its clause begins. speaker: None where it goes on with that of the report `same`.
    parts: the stretches said. parent: the report in whose words it stands. announces: its words may follow
    in the next sentences. cite: it may cite a document of somebody else's.
    """

    rule: str
    mood: str
    first: int
    cue: tuple[int, int]
    speaker: Phrase | None
    parts: list[tuple[int, int]]
    same: Report | None = None
    addressee: Phrase | None = None
    parent: Report | None = None
    negative: bool = False
    attitude: bool = False
    document: bool = False
    present: bool = False
    announces: bool = False
    cite: bool = False
    hedges: list[tuple[int, int, str, Scope]] = field(default_factory=list)

    @property
    def begin(self) -> int:
        """The first token said."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """The token after the last one said."""
        return self.parts[-1][1]


@dataclass(slots=True)
class Sentence:
    """A sentence while its reports are found; open: those whose words have not ended, outermost first."""

    passage: Passage
    named: Named
    first: int
    last: int
    reports: list[Report] = field(default_factory=list)
    open: list[Report] = field(default_factory=list)

    def close(self, at: int) -> None:
        """End all open reports before a token."""
        for report in self.open:
            begin = report.begin
            quote = self.passage.quotes.get(begin)
            if report.rule == "quotation" and quote is not None:
                begin, at_end = begin + 1, quote
            else:
                at_end = self._last_word(report, at)
            report.parts = [(begin, self.trimmed(begin, at_end))]
            self._go_on(report, at_end, at)
        self.reports = [report for report in self.reports if report.end > report.begin or report.announces]
        self.open = []

    def close_aside(self, at: int) -> None:
        """End a clause with 'when' or 'asked whether' that opens the sentence, before the main clause."""
        if self.open and self._is_aside(self.open[0]):
            end = last_word(self.passage, self.named, self.open[0].begin, at, aside=True)
            if end < at:
                self.close(end)

    def _is_aside(self, report: Report) -> bool:
        opening = self.passage.tokens[self.first].low in _OPENING
        return (opening or report.cue[0] == self.first) and report.first - self.first <= 1

    def _last_word(self, report: Report, at: int) -> int:
        """The token after what a report says, before a token at which it is closed."""
        if report.begin == report.cue[0] and report.rule in _TOPICS:
            return self._before_relative(report.begin, at)
        if report.rule not in _CLAUSES:
            return at
        aside = report.parent is None and self._is_aside(report)
        return last_word(self.passage, self.named, report.begin, at, aside=aside)

    def _before_relative(self, begin: int, end: int) -> int:
        """The comma before ', which was promised', the writer's own words behind a topic; else the end."""
        tokens = self.passage.tokens
        commas = (n for n in range(begin, end - 1) if tokens[n].text == "," and tokens[n + 1].low in WH)
        return next(commas, end)

    def _go_on(self, report: Report, end: int, at: int) -> None:
        """Another report for the clause behind the semicolon that ends one."""
        if report.parent is not None or end >= at or self.passage.tokens[end].text != ";":
            return
        found = goes_on_with(self.passage, self.named, end + 1, self.trimmed(end + 1, at))
        if found is not None:
            more = Report("free-indirect", "statement", found[0], report.cue, None, [found], same=report)
            self.reports.append(more)

    def trimmed(self, begin: int, end: int) -> int:
        """The end without the marks, quotation marks and conjunctions before it."""
        tokens = self.passage.tokens
        while end > begin:
            low = tokens[end - 1].low
            closing = low in (")", "]") and end - 1 not in self.passage.opens
            if (
                low in _STOPS
                or low in ("and", "but", "”", "–", "—")
                or closing
                or (low == '"' and end - 1 not in self.passage.quotes.values())
            ):
                end -= 1
            else:
                break
        return end


def report_of(cue: Cue, complement: Complement, subject: Phrase | None) -> Report:
    """The report that a cue with its complement and subject makes; its words end where it is closed."""
    verb = complement.verb
    topic = complement.kind in ("np", "none", "other") or (verb.light and complement.kind in ("gerund",))
    begin = complement.begin
    if verb.lemma == "decline" and complement.kind == "inf" and subject is not None:
        begin = subject.first
    if topic:
        begin = cue.first if subject is None or complement.kind == "np" else subject.first
    rule = "performed" if complement.kind == "np" and verb.rule == "reported-clause" else verb.rule
    rule = {"quote": "quotation", "colon": "announced"}.get(complement.kind, rule)
    mood = cue.mood or verb.mood
    if cue.mood and complement.kind == "wh":
        mood = "question"
    if complement.kind == "inf" and cue.mood:
        mood = "proposal"
    return Report(
        rule,
        mood,
        subject.begin if subject else cue.first,
        (cue.first, cue.last),
        subject,
        [(begin, begin + 1)],
        addressee=complement.addressee,
        negative=cue.negative != verb.negative,
        attitude=verb.attitude,
        present=cue.present,
        announces=complement.kind == "colon",
        cite=verb.light,
    )


def add(sentence: Sentence, report: Report, parent: Report | None) -> None:
    """Add a report to a sentence, in the words of another or in none; it stays open."""
    report.parent = parent
    sentence.reports.append(report)
    sentence.open.append(report)


def last_outer(sentence: Sentence) -> Report | None:
    """The last report of a sentence that stands in no other's words."""
    return next((report for report in reversed(sentence.reports) if report.parent is None), None)


def around(sentence: Sentence, at: int) -> Report | None:
    """The innermost report in whose words a token stands."""
    holding = [r for r in sentence.reports if any(begin <= at < end for begin, end in r.parts)]
    return holding[-1] if holding else None
