"""The passages of a document -> its utterances: each report with its speakers, under what gives it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.annotate.sayings.cast import Cast
from kg.annotate.sayings.continuing import carries_over, continues, is_listed, met
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.placing import Placing
from kg.annotate.sayings.scene import Refs, Scene
from kg.annotate.sayings.sources import read_sentence
from kg.annotate.sayings.utterances import Line, Utterance, going_on
from kg.model import Ref

_ALONE = LEXICON.grammar["alone"]


@dataclass(slots=True)
class Discourse:
    """A document while it is read from its first sentence to its last.

    frame: the utterance that announced the account now given. last: the one that sentences without a cue go
    on with. present: whether its cue stands in the present. announced: whether what follows was announced;
    waiting: as what. listed: as a list of points. turn: the turn of a dialogue that is being
    read. met: who has been named.
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
    listed: bool = False
    met: set[Ref] = field(default_factory=set)

    @property
    def awaited(self) -> bool:
        """Whether words were announced that have not come yet."""
        return self.waiting is not None

    @property
    def turn_speakers(self) -> Refs:
        """Who speaks in the turn that is being read."""
        return () if self.turn is None else self.utterances[self.turn].speakers

    def read(self, line: Line, begin: int = 0) -> None:
        """Read a paragraph from a token on."""
        own = self.last is not None and self.utterances[self.last].speakers == (self.cast.author,)
        carried = self.conversation and not own and carries_over(line.passage)
        listed = is_listed(line.passage)
        if self.announced and not listed:
            self.announced = False
        if self.listed and not listed:
            self.frame, self.listed = None, False
        if not (self.announced or self.turn is not None or carried):
            self.last = None
        for first, last in line.passage.sentences:
            if last > begin:
                self._sentence(line, max(first, begin), last)

    def _sentence(self, line: Line, first: int, last: int) -> None:
        if any(opening < first and last <= closing for opening, closing in line.passage.quotes.items()):
            return
        self.scene.go_on()
        reports = read_sentence(line.passage, line.named, first, last)
        placed = Placing(self, line, reports, (first, last)).place()
        if placed or self.turn is not None:
            named = (line.named.refs[place] for place in line.named.inside(first, last))
            self.scene.see(tuple(ref for ref in named if ref not in self.cast.apart))
            return
        before = self.waiting or (None if self.last is None else self.utterances[self.last])
        if before is not None and self._goes_on_with(before) and continues(line, first, last, self):
            self._go_on(line, first, last, before)
        elif self.frame is not None and not self._leaves_frame(line, first):
            self.last = None
            self._add(going_on(line, first, last, self.utterances[self.frame], "account"))
        else:
            self.last = None
            self.announced, self.waiting = False, None
            subjects, others = met(line, first, last, self.cast, self.scene)
            self.scene.enter(subjects)
            self.scene.see(others)

    def _goes_on_with(self, before: Utterance) -> bool:
        """Whether an utterance may go on without a cue: no account or mere opinion of the author's."""
        own = before.speakers == (self.cast.author,)
        if self.conversation or self.frame is not None or self.announced or self.waiting:
            return self.conversation or not own
        return before.rule not in _ALONE and not own

    def _leaves_frame(self, line: Line, first: int) -> bool:
        """Whether a sentence without a cue is the author's own again; the account then ends."""
        if line.tokens[first].text in ("I", "We", "My", "Our"):
            self.frame = None
            return True
        return False

    def _go_on(self, line: Line, first: int, last: int, before: Utterance) -> None:
        """Take a sentence as what was announced, or as free indirect speech of the speaker before."""
        rule = "announced" if self.waiting else "free-indirect"
        found = going_on(line, first, last, before, rule)
        if found is not None and self.waiting:
            self.last, self.announced, self.waiting = len(self.utterances), True, None
            own = found.speakers == (self.cast.author,)
            if self.frame is None and not own and is_listed(line.passage) and line.tokens[0].text.isdigit():
                self.frame, self.listed = self.last, True
        self._add(found)

    def _add(self, utterance: Utterance | None) -> None:
        if utterance is not None:
            self.utterances.append(utterance)
