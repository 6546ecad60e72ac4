"""The passages of a document -> its utterances: each report with its speakers, under the one that gives it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.annotate.sayings.cast import Cast, Refs, Scene
from kg.annotate.sayings.continuing import begins_account, carries_over, continues, ends_account, met_person
from kg.annotate.sayings.hedging import hedges_of, mood_of, part_words
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.reports import Report
from kg.annotate.sayings.sources import read_sentence
from kg.annotate.sayings.tokens import Passage
from kg.model import Hedge, Level, Span

_ALONE = frozenset(("reported-attitude", "performed", "own-opinion", "reported-refusal", "participle"))


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


@dataclass(slots=True)
class Discourse:
    """A document while it is read from its first sentence to its last.

    frame: the utterance that announced the account now given. last: the one that sentences without a cue go
    on with. present: whether its cue stands in the present. outer: the speaker of the turn being read.
    """

    cast: Cast
    conversation: bool
    utterances: list[Utterance] = field(default_factory=list)
    scene: Scene = field(default_factory=Scene)
    frame: int | None = None
    last: int | None = None
    present: bool = False
    announced: bool = False
    waiting: Utterance | None = None
    turn: int | None = None

    def read(self, text: str, passage: Passage, named: Named, begin: int = 0) -> None:
        """Read a paragraph from a token on."""
        own = self.last is not None and self.utterances[self.last].speakers == (self.cast.author,)
        carried = self.conversation and not own and carries_over(passage)
        if not (self.announced or self.turn is not None or carried):
            self.last = None
        for first, last in passage.sentences:
            if last <= begin:
                continue
            first = max(first, begin)
            self._sentence(text, passage, named, first, last)

    def _sentence(self, text: str, passage: Passage, named: Named, first: int, last: int) -> None:
        if any(opening < first and last <= closing for opening, closing in passage.quotes.items()):
            return
        reports = read_sentence(passage, named, first, last)
        placed = self._place(text, passage, named, reports, (first, last))
        if placed:
            return
        if self.turn is not None:
            return
        before = self.waiting or (None if self.last is None else self.utterances[self.last])
        if before is not None and self._goes_on_with(before) and continues(passage, named, first, last, self):
            self._go_on(text, passage, first, last, before, "announced" if self.waiting else "free-indirect")
        elif self.frame is not None and not self._leaves_frame(passage, first):
            self.last = None
            self._go_on(text, passage, first, last, self.utterances[self.frame], "account")
        else:
            self.last = None
            self.announced, self.waiting = False, None
            self.scene.enter(met_person(passage, named, first, last, self.cast))

    def _goes_on_with(self, before: Utterance) -> bool:
        """Whether an utterance may go on without a cue: not the author's own account, nor a mere opinion there."""
        if self.conversation or self.frame is not None or self.announced or self.waiting:
            return before.speakers != (self.cast.author,) or self.conversation
        return before.rule not in _ALONE and before.speakers != (self.cast.author,)

    def _leaves_frame(self, passage: Passage, first: int) -> bool:
        """Whether a sentence without a cue is the author's own again; the account then ends."""
        if passage.tokens[first].text in ("I", "We", "My", "Our"):
            self.frame = None
            return True
        return False

    def _go_on(
        self, text: str, passage: Passage, first: int, last: int, before: Utterance, rule: str
    ) -> None:
        end = last
        while end > first + 1 and passage.tokens[end - 1].text in '.;:,”"':
            end -= 1
        while first < end and passage.tokens[first].text in '“"-–•':
            first += 1
        if sum(token.is_word for token in passage.tokens[first:end]) < 3:
            return
        if rule == "announced":
            self.last, self.announced, self.waiting = len(self.utterances), True, None
        closing = passage.tokens[end - 1].text
        report = Report(rule, "statement", first, (first, first), None, [(first, end)])
        self.utterances.append(
            Utterance(
                rule,
                before.speakers,
                before.parent,
                (_span(text, passage, first, end),),
                mood_of(passage, report, (first, end), closing),
                level="interpretive",
                addressees=before.addressees if rule == "account" else (),
                hedges=_hedges(text, passage, report, (first, end)),
                first_hand=before.first_hand,
                negative=passage.tokens[first].low in ("no", "nobody", "nothing", "none"),
            )
        )

    def _place(
        self, text: str, passage: Passage, named: Named, reports: list[Report], sentence: tuple[int, int]
    ) -> bool:
        """Make utterances of the reports of a sentence; whether any was made."""
        speakers: dict[int, Refs] = {}
        places: dict[int, int] = {}
        for report in reports:
            outer = report.parent
            above = speakers.get(id(outer), ()) if outer else self._turn_speakers()
            refs = self._speakers(report, passage, named, speakers, above)
            speakers[id(report)] = refs
            if report.attitude and report.present and refs == (self.cast.author,) and report.speaker:
                report.rule = "own-opinion"
                report.hedges.append((report.speaker.first, report.cue[1], "own-opinion", "content"))
            if not refs or (outer is not None and not speakers.get(id(outer))):
                continue
            if self.turn is not None and report.attitude and refs == above:
                continue
            self.announced, self.waiting = False, None
            if report.announces and report.end <= report.begin:
                self._await(report, passage, refs, sentence)
                continue
            told = outer is None and self._told_before(report, passage, refs)
            if told:
                parent, above = self.last, self.utterances[self.last or 0].speakers
            elif outer is not None:
                parent = self._part(places, outer, report, passage)
            else:
                parent = self._parent(report, passage, refs, sentence)
            if outer is None and not told:
                self._note(report, passage, named, refs)
            self._utter(text, passage, named, report, reports, refs, parent, places, above)
            if outer is None and self.turn is None and not told:
                self.last, self.present = places[id(report)], report.present
                self._open_frame(report, passage, refs)
        return bool(places) or self.waiting is not None

    def _told_before(self, report: Report, passage: Passage, refs: Refs) -> bool:
        """Whether somebody 'had said' it, in the free indirect speech of the speaker before."""
        if self.last is None or self.present or not self.conversation or refs == (self.cast.author,):
            return False
        return passage.tokens[report.cue[0]].low == "had" and refs != self.utterances[self.last].speakers

    def _part(self, places: dict[int, int], outer: Report, report: Report, passage: Passage) -> int:
        """The utterance, of those that a report made, in whose words another stands; else its first."""
        first = places[id(outer)]
        begin = passage.tokens[report.begin].begin
        made = self.utterances[first:]
        inside = (
            n
            for n, u in enumerate(made, first)
            if u.rule == outer.rule and any(s.begin <= begin < s.end for s in u.spans)
        )
        return next(inside, first)

    def _await(self, report: Report, passage: Passage, refs: Refs, sentence: tuple[int, int]) -> None:
        """'Berg said the following:' with nothing after it: the next sentences are his."""
        self.scene.enter(refs)
        parent = self._parent(report, passage, refs, sentence)
        self.waiting = Utterance("announced", refs, parent, (), "statement", first_hand=parent is None)

    def _turn_speakers(self) -> Refs:
        return () if self.turn is None else self.utterances[self.turn].speakers

    def _speakers(
        self, report: Report, passage: Passage, named: Named, known: dict[int, Refs], above: Refs
    ) -> Refs:
        if report.same is not None:
            return known.get(id(report.same), ())
        if report.speaker is None:
            return ()
        return self.cast.resolve(report.speaker, passage, named, self.scene, above)

    def _parent(self, report: Report, passage: Passage, refs: Refs, sentence: tuple[int, int]) -> int | None:
        """The utterance that gives a main clause: the turn, the account being given, or the narrative."""
        if self.turn is not None:
            return self.turn
        if self.frame is None:
            return None
        teller = self.utterances[self.frame].speakers
        if refs == (self.cast.author,) or ends_account(passage, *sentence, refs == teller):
            self.frame = None
        return None if refs == teller or self.frame is None else self.frame

    def _note(self, report: Report, passage: Passage, named: Named, refs: Refs) -> None:
        """Who is 'he' from now on: the speaker, or the one whom the author addresses."""
        if refs != (self.cast.author,):
            self.scene.enter(refs)
        elif report.addressee is not None:
            self.scene.enter(self.cast.resolve(report.addressee, passage, named, self.scene))

    def _open_frame(self, report: Report, passage: Passage, refs: Refs) -> None:
        if self.frame is None and refs != (self.cast.author,) and begins_account(passage, report):
            self.frame = self.last

    def _utter(
        self,
        text: str,
        passage: Passage,
        named: Named,
        report: Report,
        reports: list[Report],
        refs: Refs,
        parent: int | None,
        places: dict[int, int],
        above: Refs,
    ) -> None:
        """The utterances of a report, one for each part of its words."""
        addressees = ()
        if report.addressee is not None:
            addressees = self.cast.resolve(report.addressee, passage, named, self.scene, above)
        told_me = self.cast.author in addressees or self.cast.author in refs or self._to_me(passage, report)
        taken = [r.parts[0] for r in reports if r.parent is report and r.rule == "as-told"]
        whole = report.rule in ("parenthesis", "quotation") and len(report.parts) > 1
        parts = [report.parts] if whole else [[part] for part in part_words(passage, report, taken)]
        for stretch in parts or [report.parts]:
            part = stretch[0]
            places.setdefault(id(report), len(self.utterances))
            after = passage.tokens[stretch[-1][1]].text if stretch[-1][1] < len(passage.tokens) else ""
            self.utterances.append(
                Utterance(
                    report.rule,
                    refs,
                    parent,
                    tuple(_span(text, passage, *piece) for piece in stretch),
                    mood_of(passage, report, part, after),
                    cue=_span(text, passage, *report.cue),
                    addressees=tuple(ref for ref in addressees if ref not in refs),
                    hedges=_hedges(text, passage, report, part),
                    negative=report.negative,
                    document=report.document,
                    first_hand=parent is None and (told_me or self.conversation),
                )
            )

    def _to_me(self, passage: Passage, report: Report) -> bool:
        """Whether the words themselves are directed at the author: 'said that he wished to inform me'."""
        return any(token.low in ("me", "us") for token in passage.tokens[report.begin : report.begin + 8])


def _span(text: str, passage: Passage, first: int, last: int) -> Span:
    begin, end = passage.tokens[first].begin, passage.tokens[last - 1].end
    return Span(begin, end, text[begin:end])


def _hedges(text: str, passage: Passage, report: Report, part: tuple[int, int]) -> tuple[Hedge, ...]:
    return tuple(
        Hedge(_span(text, passage, weak.first, weak.last), weak.kind, weak.scope)  # type: ignore[arg-type]
        for weak in hedges_of(passage, report, part)
    )
