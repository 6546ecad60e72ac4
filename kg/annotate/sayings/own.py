"""A sentence without a cue -> whether it is the author's own, and nobody's speech that goes on."""

from __future__ import annotations

from typing import Protocol

from kg.annotate.sayings.cues import BE, DETERMINERS, HAVE
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.listed import title_start
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.objects import phrase_match
from kg.annotate.sayings.scene import Scene
from kg.annotate.sayings.tokens import Passage
from kg.annotate.sayings.wordings import wordings
from kg.model import Ref

_FIRST = LEXICON.grammar["ours"]
_MODAL = LEXICON.grammar["shifted"]
_THIRD = LEXICON.grammar["third"]
_PRESENT = LEXICON.grammar["present"]
_EVENTFUL = LEXICON.grammar["eventful"]
_TOLD = LEXICON.grammar["told"] | {"ask"}
_BOUND = LEXICON.grammar["subordinate"] | {"that", "because", "and", "but", "whatever"}
_MANNER = frozenset(LEXICON.data["voices"]["manner"])
_REACH, _EARLY, _NEAR, _FEW = 9, 12, 10, 4


class Line(Protocol):
    """A paragraph of a page: its tokens, and whom it names."""

    @property
    def passage(self) -> Passage:
        """The paragraph in tokens."""

    @property
    def named(self) -> Named:
        """Whom it names."""


class Before(Protocol):
    """What is known of the words before."""

    conversation: bool
    scene: Scene


def is_own(line: Line, first: int, last: int, before: Before) -> bool:
    """Whether a sentence is the author's own: it names who acts, or tells how somebody behaved.

    It begins with the name of a person who takes part, an office, a source or 'it was'; or its first verb
    is one of saying that no rule has taken, or one of manner ('he was evasive', 'he smiled').
    """
    passage, named = line.passage, line.named
    tokens = passage.tokens[first:last]
    lows = [token.low for token in tokens]
    said = any(_is_said(passage, at, last) for at in range(first, min(first + _REACH, last)))
    for place in named.inside(first, min(first + _EARLY, last)):
        ref = named.refs[place]
        if _takes_part(passage, place, ref, before):
            return True
        if ref.kind == "person" and title_start(passage, named, first, place[0]) == first:
            goes_on = _is_absent(ref, before) and any(low in _MODAL | _PRESENT | _FIRST for low in lows)
            return not goes_on or any(_is_said(passage, at, last) for at in range(first, last))
    if lows[0] == "it" and lows[1] in BE and lows[2] in LEXICON.forms:
        return True
    if "we" in lows[:_NEAR] and _is_told(lows[: _NEAR + _FEW]):
        return True
    if phrase_match(passage, LEXICON.prepositions, first, last) or any(
        low in _MANNER for low in lows[:_NEAR]
    ):
        return True
    office = lows[0] in DETERMINERS and any(LEXICON.kinds.get(low) == "person" for low in lows[1:_FEW])
    return said and (office or (tokens[0].is_name and lows[0] not in _THIRD))


def _takes_part(passage: Passage, place: tuple[int, int], ref: Ref, before: Before) -> bool:
    """Whether a main clause behind a comma is about one who has spoken: 'Of that, Berg did not know'."""
    first, last = place
    opens = first > 0 and passage.tokens[first - 1].text == "," and last < len(passage.tokens)
    return opens and bool(before.scene.told[ref]) and passage.tokens[last].low in BE | HAVE | {"did", "could"}


def _is_absent(ref: Ref, before: Before) -> bool:
    """Whether a person is only spoken of in a conversation: others have told something, he nothing yet."""
    return before.conversation and bool(before.scene.told) and not before.scene.told[ref]


def _is_said(passage: Passage, at: int, last: int) -> bool:
    """Whether a verb of saying in the past stands at a token: 'added'; not 'had added' or 'be held'."""
    start = at
    while start and passage.tokens[start - 1].low in LEXICON.fillers:
        start -= 1
    before = passage.tokens[start - 1].low if start else ""
    if passage.tokens[at].low not in LEXICON.forms or before in HAVE | DETERMINERS:
        return False
    verbs = [verb for verb, _, _ in wordings(passage, at, last).get("past", ()) if not verb.light]
    return any(before not in BE or verb.lemma in _TOLD for verb in verbs)


def _is_told(lows: list[str]) -> bool:
    """Whether 'we' tell what we did: 'we then passed on', 'we met'; not what 'we had', or 'as we asked'."""
    at = lows.index("we")
    did = any(low in _EVENTFUL or (low.endswith("ed") and low != "need") for low in lows[at + 1 : at + _FEW])
    return did and (at == 0 or lows[at - 1] not in _BOUND) and not _MODAL & set(lows[at + 1 : at + _FEW])
