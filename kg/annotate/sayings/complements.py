"""A cue in its sentence -> what follows it: who is addressed, and where the words begin."""

from __future__ import annotations

from dataclasses import dataclass

from kg.annotate.sayings.addressed import OPEN, WH, find_addressee, is_infinitive
from kg.annotate.sayings.cues import BE, DETERMINERS, HAVE, MODALS, PREPOSITIONS, Cue
from kg.annotate.sayings.descriptions import Phrase
from kg.annotate.sayings.lexicon import LEXICON, Verb
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.objects import SUBJECTS
from kg.annotate.sayings.tokens import Passage, Token

FINITE = BE | HAVE | MODALS | {"did", "does", "do", "wo", "ca", "don", "didn"}
_ZERO = LEXICON.grammar["clause-without-that"]
_TOPICS = LEXICON.grammar["topics"]
_INDEFINITE = LEXICON.grammar["indefinite"]
_NO_GERUND = _INDEFINITE | {"during", "regarding", "concerning", "morning", "evening"}
_SPOKEN = frozenset(("say", "reply", "answer", "add"))
_WHEN = LEXICON.grammar["times"]
_BEFORE_FINITE = frozenset(("that", "which", "who", ";"))
_NO_CLAUSE = PREPOSITIONS | {"fact", "idea", "so", "such", "all", "than"}
_RELATIVE = frozenset(("who", "which", "whom", "whose"))
_PLAIN = frozenset(("say", "think", "believe", "feel", "hope", "add", "fear", "suppose"))
_HELD = frozenset(
    ("belief", "conviction", "fear", "hope", "opinion", "view", "impression", "feeling", "doubt")
)
_NEAR = 9
_FEW = 6
_PAIR = 2
_INSERTED = 16
_CLAUSE = 22


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a cue.

    kind: that, wh, inf, gerund, quote, colon, np, none. begin: the first token of the words said (of
    the verb for np). verb: the reading of the verb that takes it. addressee: who is addressed.
    """

    kind: str
    begin: int
    verb: Verb
    addressee: Phrase | None = None


def find_complement(passage: Passage, named: Named, cue: Cue, last: int) -> Complement | None:
    """What follows a cue before the token `last`; None where it is not what its verb takes."""
    at, addressee = find_addressee(passage, named, cue, last)
    kind, begin = _kind(passage, named, cue, at, last)
    if kind == "other":
        kind, begin = _further(passage, cue, at, last)
    wanted = {"colon": "quote"}.get(kind, kind)
    for verb in cue.verbs:
        if verb.light or wanted in verb.takes or (kind == "none" and verb.bare):
            return Complement(kind, begin, verb, addressee)
    if kind in ("inf", "gerund", "other", "np") or addressee is not None:
        about = addressee is not None and at < last and passage.tokens[at].low in _TOPICS | {"as"}
        for verb in cue.verbs:
            if ("np" in verb.takes and not _is_adjective(passage, verb, at, last)) or about:
                return Complement("np", cue.first, verb, addressee)
    return None


def _is_adjective(passage: Passage, verb: Verb, at: int, last: int) -> bool:
    """Whether a verb without an object only describes: 'the officers mentioned under heading 1'."""
    return not verb.particle and at < last and passage.tokens[at].low in PREPOSITIONS | {"above", "below"}


def _kind(passage: Passage, named: Named, cue: Cue, at: int, last: int) -> tuple[str, int]:
    """The kind of what begins at a token, and its first token; 'other' where it is none of these."""
    if at >= last or passage.tokens[at].text in (".", "?", "!", ";"):
        return "none", cue.first
    token = passage.tokens[at]
    following = passage.tokens[at + 1].low if at + 1 < last else ""
    if token.text == "," and following in WH | {"that"}:
        at, token = at + 1, passage.tokens[at + 1]
    behind = following in PREPOSITIONS | {"behind", "beyond", "above", "below"}
    held = cue.verbs[0].lemma == "hold" and not behind and not _has_verb(passage.tokens[at + 1 : last])
    if token.low == "that" and at + 1 < last and not held and not _demonstrative(passage, at, last):
        return "that", at + (2 if following == "," else 1)
    if _asks(cue, token.low, at) or (token.low == "if" and cue.verbs[0].mood == "question"):
        return "wh", at
    if token.low in ("of", "about", "as", "on", "concerning", "regarding", "into") and _topic(
        passage, at, last
    ):
        return "wh", _topic(passage, at, last)
    if (token.low, following) == ("not", "to") or (
        token.low == "to" and is_infinitive(passage, at + 1, last)
    ):
        return "inf", at
    return _words_or_clause(passage, named, cue, at, last)


def _asks(cue: Cue, low: str, at: int) -> bool:
    """Whether a word begins a question that is told, and no relative clause."""
    if low not in _RELATIVE:
        return low in WH
    return not cue.verbs[0].light and (cue.verbs[0].mood == "question" or at == cue.last)


def _words_or_clause(passage: Passage, named: Named, cue: Cue, at: int, last: int) -> tuple[str, int]:
    """Words after a colon or in quotation marks, a gerund, or a clause without 'that'."""
    token = passage.tokens[at]
    following = passage.tokens[at + 1].low if at + 1 < last else ""
    if _is_colon(passage, at) or (token.text == "," and following and passage.tokens[at + 1].text in OPEN):
        return ("quote" if at + 1 in passage.quotes else "colon"), at + 1
    if token.text in OPEN and at in passage.quotes:
        return "quote", at
    if token.low.endswith("ing") and len(token.low) > _FEW - 1 and token.low not in _NO_GERUND:
        return "gerund", at
    return _bare_clause(passage, named, cue, at, last)


def _is_colon(passage: Passage, at: int) -> bool:
    """Whether a token is a colon and no part of a time."""
    digits = at + 1 < len(passage.tokens) and passage.tokens[at + 1].text[0].isdigit()
    return passage.tokens[at].text == ":" and not (digits and passage.tokens[at - 1].text[-1].isdigit())


def _topic(passage: Passage, at: int, last: int) -> int:
    """The token of the question in 'of what', 'as to whether', 'about how'; 0 for none."""
    for n in (at + 1, at + 2):
        if n < last and passage.tokens[n].low in WH:
            return n
    return 0


def _demonstrative(passage: Passage, at: int, last: int) -> bool:
    """Whether 'that' is 'that day' and no conjunction: nothing finite follows."""
    rest = passage.tokens[at + 1 : min(last, at + 4)]
    if rest and rest[0].low in BE | HAVE | MODALS:
        return True
    return len(rest) < 2 or (rest[1].text in ".;" and not rest[0].is_name)


def _bare_clause(passage: Passage, named: Named, cue: Cue, at: int, last: int) -> tuple[str, int]:
    """A clause without 'that': 'said he would come', 'said the ship had left'."""
    token = passage.tokens[at]
    if token.text == "," and at + 1 < last and _inserted_that(passage, at, last):
        return "that", _inserted_that(passage, at, last)
    if token.text == "," and at == cue.last and cue.verbs[0].lemma in _SPOKEN and _opens(passage, cue):
        return "that", at + 1
    alone = at + 1 < last and not passage.tokens[at + 1].is_word and at + 1 not in passage.closes
    if token.low == "that" or (token.low in DETERMINERS | _INDEFINITE and alone):
        return "other", cue.first
    if cue.verbs[0].light:
        hoped = cue.mood == "statement" and passage.tokens[cue.last - 1].low in _HELD
        return ("that", at) if hoped and _is_clause(passage, at, last, near=True) else ("other", cue.first)
    if not any(verb.lemma in _ZERO for verb in cue.verbs):
        return "other", cue.first
    starts = token.low in SUBJECTS | DETERMINERS | _INDEFINITE or named.at(at) or token.is_name
    plain = any(verb.lemma in _PLAIN for verb in cue.verbs)
    if (starts and _is_clause(passage, at, last)) or (plain and _is_clause(passage, at, last, near=True)):
        return "that", at
    return "other", cue.first


def _is_clause(passage: Passage, at: int, last: int, *, near: bool = False) -> bool:
    """Whether a clause begins at a token; near: a small verb must stand within the next words."""
    token = passage.tokens[at]
    if token.low in SUBJECTS | {"there", "it"}:
        return True
    if near and (not token.is_word or token.low in PREPOSITIONS | WH | {"as", "to", "so", "not", "no"}):
        return False
    rest = passage.tokens[at + 1 : min(last, at + (_NEAR if near else _CLAUSE))]
    stop = next((n for n, word in enumerate(rest) if word.low in _BEFORE_FINITE), len(rest))
    if near:
        words = [word.low for word in rest[:stop]]
        verb = next((n for n, low in enumerate(words) if low in FINITE), None)
        return verb is not None and not {"and", "but", "or", ",", "."} & set(words[:verb])
    return _has_verb(rest[:stop])


def _has_verb(words: list[Token]) -> bool:
    """Whether a finite verb stands among words, behind no comma but those of an insertion."""
    finite = (n for n, word in enumerate(words) if word.low in FINITE or word.low.endswith("ed"))
    verb = next((n for n in finite if words[n].text != "May"), None)
    return verb is not None and sum(word.text == "," for word in words[:verb]) % 2 == 0


def _opens(passage: Passage, cue: Cue) -> bool:
    """Whether only its subject stands before a verb: 'Lind said, if one thinks of it, then …'."""
    first = next((first for first, last in passage.sentences if first <= cue.first < last), 0)
    before = passage.tokens[first : cue.first]
    return 0 < len(before) < _FEW and all(token.text not in ',;:“"' for token in before)


def _inserted_that(passage: Passage, at: int, last: int) -> int:
    """The token after 'that' behind an insertion: 'said, among other things, that'; 0 for none."""
    for n in range(at + 1, min(last - 1, at + _INSERTED)):
        if passage.tokens[n].text in ".;:?":
            return 0
        if passage.tokens[n].low == "that":
            commas = sum(token.text == "," for token in passage.tokens[at:n])
            closed = passage.tokens[n - 1].text == "," and commas <= _PAIR
            told = any(token.low in SUBJECTS for token in passage.tokens[at:n])
            return n + 1 if closed or (n - at < _FEW and not told) else 0
    return 0


def _further(passage: Passage, cue: Cue, at: int, last: int) -> tuple[str, int]:
    """A clause that begins after some words of circumstance: 'replied in answer to my question that'."""
    if passage.tokens[at].low in _TOPICS and not _is_time(passage, at, last):
        return "other", cue.first
    for n in range(at, min(last, at + _INSERTED)):
        token = passage.tokens[n]
        if token.low in SUBJECTS | FINITE or token.text in ".;?!" or (token.low == "and" and n < at + 2):
            break
        if token.low == "that":
            before = passage.tokens[n - 1].low
            if before not in _NO_CLAUSE and _is_circumstance(passage, at):
                return "that", n + 1
            break
        if token.low in ("whether", "if", "what", "how", "why") and cue.verbs[0].mood == "question":
            return "wh", n
        if token.low == "to" and n - at < 7 and _takes_inf(cue) and is_infinitive(passage, n + 1, last):
            return "inf", n
        if _is_colon(passage, n):
            return ("quote" if n + 1 in passage.quotes else "colon"), n + 1
    return "other", cue.first


def _is_time(passage: Passage, at: int, last: int) -> bool:
    """Whether 'on the 10th', 'on that occasion' stands at a preposition, and no topic."""
    near = passage.tokens[at + 1 : min(last, at + 4)]
    return passage.tokens[at].low != "about" and any(
        token.text[0].isdigit() or token.low in _WHEN for token in near
    )


def _is_circumstance(passage: Passage, at: int) -> bool:
    """Whether 'in Rome', 'here', 'October 11', ', however,' stands between a verb and its 'that'."""
    low = passage.tokens[at].low
    return low in PREPOSITIONS | _WHEN | {",", "here", "there", "up", "several", "many"} or low[0].isdigit()


def _takes_inf(cue: Cue) -> bool:
    return any("inf" in verb.takes for verb in cue.verbs)
