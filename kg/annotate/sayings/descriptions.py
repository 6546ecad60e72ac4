"""The tokens before a verb -> the description or unknown name that ends there: 'the head of the office'."""

from __future__ import annotations

from dataclasses import dataclass

from kg.annotate.lexicon import lexicon
from kg.annotate.sayings.cues import BE, DETERMINERS, HAVE, MODALS, PREPOSITIONS, PRONOUNS
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.tokens import Passage, Token

INNER = LEXICON.grammar["of"]
_PAPERS = frozenset(LEXICON.data["voices"]["papers"])
_NOBODY = frozenset(LEXICON.data["voices"]["nobody"])
_DOCUMENTS = frozenset(LEXICON.data["voices"]["documents"])


_TIMES = LEXICON.grammar["apart"]


_REACH = 14
_ACTS = frozenset(LEXICON.data["voices"]["acts"])
_BELONGING = frozenset(("of", "from", "by", "to", "dated"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name somebody: tokens [first, last).

    kind: pronoun, name (mentions, several of them in a list), description, or inherited, where the subject
    is that of the verb before. parts: the tokens of each name of a list. begin: the first of its clause.
    """

    kind: str
    first: int
    last: int
    parts: tuple[tuple[int, int], ...] = ()
    begin: int = 0


def description_ending(passage: Passage, first: int, end: int) -> Phrase | None:
    """A description such as 'the head of the delegation' that ends before a token."""
    tokens, best = passage.tokens, None
    at = end - 1
    if tokens[at].low in DETERMINERS | PREPOSITIONS:
        return None
    while at >= first and end - at <= _REACH:
        low = tokens[at].low
        if _is_outside(passage, first, at, end):
            break
        if low in LEXICON.kinds:
            before = tokens[at + 1].low if at + 1 < end else ""
            if not before or before in PREPOSITIONS or tokens[at + 1].text in "[(" or tokens[at + 1].is_name:
                best = at
        at -= 1
        inner = at >= first and tokens[at].low in INNER
        if (best is not None and low in DETERMINERS and not inner) or low in _TIMES:
            break
        if best is not None and low in PREPOSITIONS and at >= first and tokens[at].low not in LEXICON.kinds:
            break
    if best is None:
        return _document_ending(passage, first, end) or capitals_ending(passage, first, end)
    return Phrase(
        "description",
        _start(passage, first, best),
        end,
        begin=clause_begin(passage, first, _start(passage, first, best)),
    )


def _is_outside(passage: Passage, first: int, at: int, end: int) -> bool:
    """Whether a token cannot belong to a description: a pronoun, a verb, or a mark."""
    token = passage.tokens[at]
    initial = token.text == "I" and at + 1 < end and passage.tokens[at + 1].text == "."
    if token.low in PRONOUNS | BE | HAVE | MODALS and not initial:
        return True
    mark = not token.is_word and token.low not in ("'s", "’s", "-", ".", "[", "]", "(", ")", "/", "'")
    return mark or _is_act(passage, first, at)


def _is_act(passage: Passage, first: int, at: int) -> bool:
    """Whether a token is a verb in the past, so that a description begins behind it."""
    low = passage.tokens[at].low
    before = passage.tokens[at - 1].low if at > first else ""
    said = any(form == "past" and not verb.light for verb, form in LEXICON.forms.get(low, ()))
    return low in _ACTS or (said and before not in DETERMINERS and not passage.tokens[at].is_name)


def _document_ending(passage: Passage, first: int, end: int) -> Phrase | None:
    """A document that is said to say something: 'the telegram', 'his letter', 'the report of the envoy'."""
    at = end - 1
    while at > first and end - at <= _REACH and passage.tokens[at].is_word:
        if passage.tokens[at].low in _DOCUMENTS:
            begin = _start(passage, first, at)
            whole = at + 1 == end or passage.tokens[at + 1].low in _BELONGING
            owned = any(token.low in ("'s", "’s") for token in passage.tokens[begin:at])
            if whole and (passage.tokens[begin].low in DETERMINERS or owned):
                return Phrase("description", begin, end, begin=clause_begin(passage, first, begin))
        at -= 1
    return None


def _start(passage: Passage, first: int, at: int) -> int:
    """The first token of the noun phrase whose noun stands at a token."""
    begin = at
    while begin > first and at - begin < 6:
        token = passage.tokens[begin - 1]
        if token.low in DETERMINERS:
            return begin - 1
        if token.text in "'’" and passage.tokens[begin - 2].low == "d" and begin - 2 > first:
            begin -= 1
            continue
        if token.low in ("'s", "’s") and begin - 1 > first and passage.tokens[begin - 2].is_name:
            return _first_capital(passage, first, begin - 1)
        if (
            not token.is_word
            or token.low in PREPOSITIONS | {"and", "but", "that", "when", "if", "whether"} | BE | HAVE
        ):
            break
        begin -= 1
    return _first_capital(passage, begin, at)


def _first_capital(passage: Passage, begin: int, at: int) -> int:
    """Without an article, only what is written large belongs to the noun: 'Soviet officials'."""
    start = at
    while start > begin and (passage.tokens[start - 1].is_name or passage.tokens[start - 1].text in "'’d"):
        start -= 1
    return start


def capitals_ending(passage: Passage, first: int, end: int) -> Phrase | None:
    """A name that nobody found: words written large right before the verb."""
    begin = end
    while begin > first and (
        passage.tokens[begin - 1].is_name
        or (passage.tokens[begin - 1].text == "." and len(passage.tokens[begin - 2].text) == 1)
    ):
        begin -= 1
    if begin < end - 1 and passage.tokens[begin].low in PREPOSITIONS:
        begin = end - 1
    elif begin > first and passage.tokens[begin - 1].low in DETERMINERS | PREPOSITIONS:
        return None
    if begin == end or passage.tokens[begin].text in ("I", "."):
        return None
    if begin == first and end - begin == 1 and not _is_strange(passage.tokens[begin]):
        return None
    return Phrase("unknown", begin, end, begin=clause_begin(passage, first, begin))


def _is_strange(token: Token) -> bool:
    """Whether a word that opens a sentence is no word of the language that may be written small."""
    words = lexicon()
    known = words.function | words.ordinary | words.never
    if token.low in _PAPERS:
        return True
    small = (
        token.low in LEXICON.fillers | _NOBODY
        or token.low in LEXICON.forms
        or token.low.endswith(words.endings)
    )
    return token.is_word and not small and token.text not in known and token.low not in known


def clause_begin(passage: Passage, first: int, at: int) -> int:
    """The first token of the clause whose subject begins at a token: its coordinator, if it has one."""
    if at > first and passage.tokens[at - 1].low in ("and", "but", "while", "whereas"):
        at -= 1
    return at
