"""Sentences without a cue -> whether they go on with the words before; where an account begins and ends."""

from __future__ import annotations

from typing import Protocol

from kg.annotate.sayings.cast import Cast
from kg.annotate.sayings.cues import PREPOSITIONS
from kg.annotate.sayings.descriptions import Phrase
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.listed import title_start
from kg.annotate.sayings.objects import phrase_at, phrase_match
from kg.annotate.sayings.own import Line, is_own
from kg.annotate.sayings.reports import Report
from kg.annotate.sayings.roles import role_before
from kg.annotate.sayings.scene import Refs, Scene
from kg.annotate.sayings.tokens import Passage

_ACCOUNT = LEXICON.data["accounts"]
_TELLING = frozenset(_ACCOUNT["verbs"])
_ABOUT = frozenset(_ACCOUNT["prepositions"])
_EVENTS = frozenset(_ACCOUNT["events"])
_FIRST = LEXICON.grammar["ours"]
_MODAL = LEXICON.grammar["shifted"]
_THIRD = LEXICON.grammar["third"]
_PRESENT = LEXICON.grammar["present"]
_EVENTFUL = LEXICON.grammar["eventful"]
_OPENERS = frozenset(LEXICON.data["voices"]["openers"])
_MEETING = frozenset(("with", "on", "upon", "by", "to", "at", "from"))
_ANSWERS = frozenset(("reply", "answer", "response", "account", "version", "reaction", "words"))
_SELF = frozenset(("i", "me", "we"))
_REACH = 9
_LEADS = frozenset('“"„«(-–•')
_EARLY = 12
_FEW = 4


class Last(Protocol):
    """What is known of the words before."""

    conversation: bool
    present: bool
    announced: bool

    @property
    def awaited(self) -> bool:
        """Whether words were announced that have not come yet."""

    frame: int | None
    scene: Scene


def continues(line: Line, first: int, last: int, before: Last) -> bool:
    """Whether a sentence goes on with the words of the speaker before, as free indirect speech does.

    A question, 'we', a verb of another time than the narrative's, or a pronoun for the speaker show it;
    a subject of its own that is another person, the author's 'I' or an event of the meeting deny it.
    """
    tokens = line.passage.tokens[first:last]
    lows = [token.low for token in tokens]
    if before.awaited or before.announced or tokens[0].text in '“"':
        return True
    if "i" in lows or lows[0] == "my" or tokens[0].text in "[(" or len(lows) < _FEW:
        return False
    third = lows[0] in _THIRD or (lows[0] == "but" and lows[1] in _THIRD)
    if "?" in lows[-_FEW:] or (third and lows[1] in _MODAL | _PRESENT and not before.present):
        return True
    eventful = any(low in _EVENTFUL for low in lows[:_EARLY])
    if "me" in lows or eventful or is_own(line, first, last, before):
        return False
    if before.present or third:
        return third
    if before.conversation or before.frame is not None:
        return before.conversation or any(low in _MODAL | _PRESENT | _FIRST for low in lows)
    return any(low in ("would", "had") for low in lows) and not any(low in _PRESENT for low in lows)


def is_listed(passage: Passage) -> bool:
    """Whether a paragraph is a point of a list or goes on with a quotation: '2. …', '(a) …', '“…'."""
    lead = passage.tokens[0].text if passage.tokens else ""
    return lead.isdigit() or lead in _LEADS


def carries_over(passage: Passage) -> bool:
    """Whether a paragraph goes on with the speech before: it begins with a question, 'we' or a modal verb."""
    if not passage.sentences:
        return False
    first, last = passage.sentences[0]
    lows = [token.low for token in passage.tokens[first:last]]
    early = lows[:_EARLY]
    return (
        len(lows) > 3
        and "i" not in lows
        and (lows[-1] == "?" or any(low in _FIRST | _MODAL for low in early) or early[0] in ("he", "she"))
        and early[0] not in ("i", "my")
    )


def met(line: Line, first: int, last: int, cast: Cast, scene: Scene) -> tuple[Refs, Refs]:
    """Whom a sentence without a saying brings in: its subjects, or whom the author met; and others named."""
    passage, named = line.passage, line.named
    own = next((n for n in range(first, last) if passage.tokens[n].low in _SELF), last)
    people = [
        place
        for place in named.inside(first, last)
        if named.refs[place].kind == "person" and named.refs[place] not in cast.apart
        if not _owns(passage, place[1], last)
    ]
    others = tuple(dict.fromkeys(named.refs[place] for place in people))
    present = [place for place in people if _takes_part(line, first, place, own)]
    office = _office_met(line, first, last, own)
    if office is not None and (not present or office.first < present[0][0]):
        return cast.resolve(office, passage, named, scene), others
    if not present:
        return (), others
    joined = phrase_at(passage, named, present[0][0], last, subject=True)
    if joined is not None and len(joined.parts) > 1:
        return cast.resolve(joined, passage, named, scene), others
    met_too = present if own < present[0][0] else present[:1]
    return tuple(dict.fromkeys(named.refs[place] for place in met_too)), others


def _owns(passage: Passage, at: int, last: int) -> bool:
    """Whether a name only says whose something is; not in 'Berg's reply', which is Berg speaking."""
    if at >= last or passage.tokens[at].low not in ("'s", "’s", "'", "’"):
        return False
    return at + 1 >= last or passage.tokens[at + 1].low not in LEXICON.nouns.keys() | _ANSWERS


def _takes_part(line: Line, first: int, place: tuple[int, int], own: int) -> bool:
    """Whether a name is the subject of a clause, or of somebody whom the author meets: 'I called on Berg'."""
    tokens = line.passage.tokens
    begin = title_start(line.passage, line.named, first, place[0])
    before = tokens[begin - 1].low if begin > first else ""
    after = place[1]
    while after in line.passage.closes:
        after = line.passage.closes[after] + 1
    role, at = role_before(line.passage, *place)
    if role and at - first < _REACH:
        return True
    acts = after < len(tokens) and (tokens[after].is_word or begin == first)
    if begin == first or (before in _OPENERS and acts and place[0] - first < _REACH * 2):
        return True
    return own < place[0] and before not in PREPOSITIONS - _MEETING and before not in ("'s", "’s", "that")


def _office_met(line: Line, first: int, last: int, own: int) -> Phrase | None:
    """The holder of an office who is the subject of a sentence, or whom the author meets in it."""
    tokens = line.passage.tokens
    for at in range(first, last):
        if tokens[at].low != "the" or (at > first and own > at):
            continue
        found = phrase_at(line.passage, line.named, at, last, subject=True)
        if found is not None and found.kind == "description":
            nouns = [token.low for token in tokens[at : found.last] if token.low in LEXICON.kinds]
            return found if nouns and LEXICON.kinds[nouns[0]] == "person" else None
    return None


def begins_account(passage: Passage, report: Report) -> bool:
    """Whether words announce an account of a meeting: 'he wished to inform me of the meeting held …'."""
    if report.announces:
        return False
    tokens = passage.tokens
    first = report.cue[0]
    for at in range(first, report.end):
        if tokens[at].low not in _TELLING:
            continue
        heard = [token.low for token in tokens[at + 1 : min(report.end, at + 2 + _REACH * 2)]]
        if "that" in heard[:3] or not heard:
            continue
        to_me = any(low in ("me", "us") for low in heard[:2])
        near = next((n for n, low in enumerate(heard[:4]) if low in _ABOUT), None)
        if to_me and near is not None and any(low in _EVENTS for low in heard[near : near + _REACH]):
            return True
    return False


def ends_account(passage: Passage, first: int, last: int, by_teller: bool) -> bool:
    """Whether a sentence leaves the account: a closing phrase, or the teller turning to the author."""
    for at in range(first, min(first + 4, last)):
        if phrase_match(passage, LEXICON.ends, at, last):
            return True
    return by_teller and any(token.low in ("me", "my", "our") for token in passage.tokens[first:last])
