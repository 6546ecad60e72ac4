"""A cue in its sentence -> who is addressed behind it, and where what is said may begin."""

from __future__ import annotations

from kg.annotate.sayings.cues import DETERMINERS, PREPOSITIONS, Cue, is_filler
from kg.annotate.sayings.descriptions import Phrase
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.objects import OBJECTS, phrase_at
from kg.annotate.sayings.tokens import Passage

WH = LEXICON.grammar["questions"]
OPEN = frozenset('“"„«')
_OWNERS = LEXICON.grammar["owners"]
_ADDRESSED = LEXICON.grammar["addressed"]
_ADDRESSING = LEXICON.grammar["addressing"]
_ASKED = _ADDRESSED | {"of", "from"}


def find_addressee(passage: Passage, named: Named, cue: Cue, last: int) -> tuple[int, Phrase | None]:
    """The token after the one addressed, and who that is."""
    at = past_fillers(passage, cue.last, last)
    if cue.gap:
        own = passage.tokens[cue.gap].low in _OWNERS
        held = Phrase("pronoun", cue.gap, cue.gap + 1) if own else None
        return at, held or phrase_at(passage, named, cue.gap, cue.last)
    if at < last and passage.tokens[at].low in _before(cue):
        found = phrase_at(passage, named, at + 1, last)
        if found is not None and not is_infinitive(passage, at + 1, last):
            return past_fillers(passage, found.last, last), found
    found = phrase_at(passage, named, at, last)
    if found is None or cue.verbs[0].light or not _may_follow(passage, cue, found, last):
        return at, None
    return past_fillers(passage, found.last, last), _named_after(passage, named, found, last)


def _may_follow(passage: Passage, cue: Cue, phrase: Phrase, last: int) -> bool:
    """Whether a phrase right behind a verb is the one addressed: 'told Lind', and not 'said Lind had'."""
    if phrase.kind == "pronoun":
        return True
    if not any(verb.lemma in _ADDRESSING for verb in cue.verbs):
        return False
    at = past_fillers(passage, phrase.last, last)
    return _is_object(passage, at, last)


def _named_after(passage: Passage, named: Named, phrase: Phrase, last: int) -> Phrase:
    """The name behind a description: 'our attaché, Olaf Lind,'."""
    comma = phrase.last
    if phrase.kind != "description" or comma + 1 >= last or passage.tokens[comma].text != ",":
        return phrase
    place = named.at(comma + 1)
    if place is None or (place[1] < last and passage.tokens[place[1]].text not in ",.;"):
        return phrase
    return Phrase("name", *place, (place,))


def _before(cue: Cue) -> frozenset[str]:
    """The prepositions before the one whom a verb addresses."""
    if cue.verbs[0].lemma == "refer":
        return frozenset()
    return _ASKED if cue.verbs[0].mood in ("question", "proposal") else _ADDRESSED


def _is_object(passage: Passage, at: int, last: int) -> bool:
    """Whether what follows a name leaves it the one addressed, and not the subject of a clause."""
    if at >= last:
        return True
    token = passage.tokens[at]
    return token.low in WH | PREPOSITIONS | {"that", "to", "if", ":", ",", ".", "not"} or token.text in OPEN


def past_fillers(passage: Passage, at: int, last: int) -> int:
    """The token after adverbs and brackets."""
    while at < last and (is_filler(passage, at) or at in passage.closes) and passage.tokens[at].low != "not":
        at = passage.closes.get(at, at) + 1
    return at


def is_infinitive(passage: Passage, at: int, last: int) -> bool:
    """Whether a bare verb may stand at a token: a small word, no article, pronoun or noun of a person."""
    if at >= last or not passage.tokens[at].text[0].islower():
        return False
    return passage.tokens[at].low not in DETERMINERS | OBJECTS | LEXICON.kinds.keys() | PREPOSITIONS
