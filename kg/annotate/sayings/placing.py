"""The reports of a sentence -> utterances in a discourse: who speaks, in whose words, to whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from kg.annotate.sayings.answered import implied_addressee
from kg.annotate.sayings.cast import Cast
from kg.annotate.sayings.continuing import begins_account, ends_account
from kg.annotate.sayings.hedging import mood_of, own_words, part_words
from kg.annotate.sayings.reports import Report
from kg.annotate.sayings.scene import Refs, Scene
from kg.annotate.sayings.utterances import Line, Utterance, hedges_in

_NEAR = 8
_EMPTY = frozenset(("it", "this", "that", "so", "them", "these", "those", "too", "also", "again"))


class Ongoing(Protocol):
    """The discourse that the utterances become part of; see Discourse."""

    cast: Cast
    conversation: bool
    utterances: list[Utterance]
    scene: Scene
    frame: int | None
    last: int | None
    present: bool
    announced: bool
    waiting: Utterance | None
    turn: int | None

    @property
    def turn_speakers(self) -> Refs:
        """Who speaks in the turn that is being read."""


@dataclass(slots=True)
class Placing:
    """The reports of one sentence while they are placed. made: the first utterance of a report."""

    discourse: Ongoing
    line: Line
    reports: list[Report]
    sentence: tuple[int, int]
    speakers: dict[int, Refs] = field(default_factory=dict)
    made: dict[int, int] = field(default_factory=dict)
    awaits: bool = False

    def place(self) -> bool:
        """Make utterances of the reports; whether any was made, or one is awaited."""
        self.discourse.scene.direct = self.discourse.turn is not None
        self._take_in()
        self._drop_empty()
        for report in self.reports:
            outer = self._outer(report)
            above = self.speakers.get(id(outer), ()) if outer else self.discourse.turn_speakers
            refs = self._who(report, above)
            self.speakers[id(report)] = refs
            self._mark_opinion(report, refs)
            direct = self.discourse.turn is not None or (outer is not None and outer.rule == "parenthesis")
            thought = direct and refs == above and (report.attitude or report.present)
            if refs and not thought:
                self._place(report, refs, above)
        return bool(self.made) or self.awaits

    def _outer(self, report: Report) -> Report | None:
        """The report in whose words another stands, of those that were made: an unknown speaker's is not."""
        while report.parent is not None and id(report.parent) not in self.made:
            report.parent = report.parent.parent
        return report.parent

    def _take_in(self) -> None:
        """Put what stands in the words around an inserted clause into these words."""
        around = [report for report in self.reports if report.rule == "parenthesis"]
        for report in self.reports:
            for outer in around if report.parent is None else ():
                cue = report.cue[0]
                if outer is not report and any(begin <= cue < end for begin, end in outer.parts):
                    report.parent = outer
        self.reports.sort(key=lambda report: report.parent is not None and report.parent in around)

    def _who(self, report: Report, above: Refs) -> Refs:
        if report.same is not None:
            return self.speakers.get(id(report.same), ())
        if report.speaker is None:
            return ()
        if report.speaker.kind == "elided":
            last = self.discourse.last
            return self.discourse.utterances[last].speakers if last is not None else ()
        line = self.line
        return self.discourse.cast.resolve(
            report.speaker, line.passage, line.named, self.discourse.scene, above
        )

    def _mark_opinion(self, report: Report, refs: Refs) -> None:
        """'I believe that' of the author's is an opinion."""
        if report.attitude and report.present and refs == (self.discourse.cast.author,) and report.speaker:
            report.rule = "own-opinion"

    def _drop_empty(self) -> None:
        """Leave out acts named without any of their matter: 'promised it', 'referred to,'."""
        empty = [report for report in self.reports if self._is_empty(report)]
        self.reports = [report for report in self.reports if report not in empty]
        for report in self.reports:
            if report.parent in empty:
                report.parent = None

    def _is_empty(self, report: Report) -> bool:
        """Whether a report names an act and nothing that it is about."""
        tokens = self.line.tokens[report.cue[1] : report.end]
        bare = not tokens or tokens[0].text in ".,;:)" or tokens[0].low == "by"
        words = {token.low for token in tokens if token.is_word}
        return report.rule == "performed" and (bare or words <= _EMPTY)

    def _place(self, report: Report, refs: Refs, above: Refs) -> None:
        discourse, outer = self.discourse, report.parent
        discourse.announced, discourse.waiting = False, None
        if report.announces and report.end <= report.begin:
            self._await(report, refs)
        elif outer is not None:
            self._utter(report, refs, self._part(outer, report), above)
        elif self._told_before(report, refs):
            self._utter(report, refs, discourse.last, discourse.utterances[discourse.last or 0].speakers)
        else:
            self._enter(report, refs)
            self._utter(report, refs, self._parent(refs), above)
            discourse.scene.told.update(ref for ref in refs if ref.kind == "person")
            if discourse.turn is None:
                discourse.last, discourse.present = self.made[id(report)], report.present
                self._open_frame(report, refs)

    def _told_before(self, report: Report, refs: Refs) -> bool:
        """Whether somebody 'had said' it, in the free indirect speech of the speaker before."""
        discourse = self.discourse
        if discourse.last is None or discourse.present or not discourse.conversation:
            return False
        if report.attitude and all(ref.kind == "group" for ref in refs):
            return True
        others = refs not in ((discourse.cast.author,), discourse.utterances[discourse.last].speakers)
        return others and self.line.tokens[report.cue[0]].low == "had"

    def _part(self, outer: Report, report: Report) -> int:
        """The utterance, of those that a report made, in whose words another stands; else its first."""
        first = self.made[id(outer)]
        begin = self.line.tokens[report.begin].begin
        for n, made in enumerate(self.discourse.utterances[first:], first):
            if made.rule == outer.rule and any(span.begin <= begin < span.end for span in made.spans):
                return n
        return first

    def _await(self, report: Report, refs: Refs) -> None:
        """'Berg said the following:' with nothing after it: the next sentences are his."""
        self.discourse.scene.enter(refs)
        parent = self._parent(refs)
        waiting = Utterance("announced", refs, parent, (), "statement", first_hand=parent is None)
        waiting.cue = self.line.span(*report.cue)
        self.discourse.waiting, self.awaits = waiting, True

    def _parent(self, refs: Refs) -> int | None:
        """The utterance that gives a main clause: the turn, the account being given, or the narrative."""
        discourse = self.discourse
        if discourse.turn is not None:
            return discourse.turn
        if discourse.frame is None:
            return None
        teller = discourse.utterances[discourse.frame].speakers
        own = refs == (discourse.cast.author,)
        if own or ends_account(self.line.passage, *self.sentence, refs == teller):
            discourse.frame = None
        return None if refs == teller else discourse.frame

    def _enter(self, report: Report, refs: Refs) -> None:
        """Who is 'he' from now on: the speaker, or the one whom the author addresses."""
        if refs == (self.discourse.cast.author,):
            refs = self._addressees(report, ())
        self.discourse.scene.enter(refs)

    def _addressees(self, report: Report, above: Refs, refs: Refs = ()) -> Refs:
        if report.addressee is None:
            return implied_addressee(report, refs, self.line, self.discourse) if refs and not above else ()
        line = self.line
        return self.discourse.cast.resolve(
            report.addressee, line.passage, line.named, self.discourse.scene, above
        )

    def _open_frame(self, report: Report, refs: Refs) -> None:
        own = refs == (self.discourse.cast.author,)
        if self.discourse.frame is None and not own and begins_account(self.line.passage, report):
            self.discourse.frame = self.discourse.last

    def _utter(self, report: Report, refs: Refs, parent: int | None, above: Refs) -> None:
        """The utterances of a report, one for each part of its words."""
        line = self.line
        addressees = self._addressees(report, above, refs)
        for stretch in self._stretches(report):
            self.made.setdefault(id(report), len(self.discourse.utterances))
            close = stretch[-1][1]
            after = line.tokens[close].text if close < len(line.tokens) else ""
            own = own_words(report, stretch[0], [one for one in self.reports if one.parent is report])
            self.discourse.utterances.append(
                Utterance(
                    report.rule,
                    refs,
                    parent,
                    tuple(line.span(*piece) for piece in stretch),
                    mood_of(line.passage, report, own, after),
                    level="interpretive" if report.rule == "free-indirect" else "textual",
                    cue=line.span(*report.cue),
                    addressees=tuple(ref for ref in addressees if ref not in refs),
                    hedges=hedges_in(line, report, own),
                    negative=report.negative,
                    document=report.document,
                    first_hand=parent is None and self._is_first_hand(report, refs, addressees),
                )
            )

    def _stretches(self, report: Report) -> list[list[tuple[int, int]]]:
        """What each utterance of a report says: all of it together, or each part alone."""
        if len(report.parts) > 1:
            return [report.parts]
        taken = [r.parts[0] for r in self.reports if r.parent is report and r.rule == "as-told"]
        return [[part] for part in part_words(self.line.passage, report, taken)] or [report.parts]

    def _is_first_hand(self, report: Report, refs: Refs, addressees: Refs) -> bool:
        """Whether the author was there: spoke, was addressed, or writes down a conversation."""
        near = self.line.tokens[report.begin : report.begin + _NEAR]
        to_me = any(token.low in ("me", "us") for token in near)
        return self.discourse.conversation or to_me or self.discourse.cast.author in (*refs, *addressees)
