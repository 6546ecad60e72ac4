"""A stretch of text -> its tokens, brackets, quotations and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.annotate.sayings.lexicon import LEXICON
from kg.model import Span

_TOKEN = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*|['’][sS](?!\w)|\.\.\.|…|\S")
_OPEN = {"[": "]", "(": ")"}
_QUOTES = {"“": "”", "„": "”", "«": "»", '"': '"'}
_FAR = 400
_LONG = 4
_ENDS = frozenset(".?!…") | {"..."}
_AFTER = frozenset(")]”\"»’'")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign, where it stands (code points of the page), and its small letters."""

    text: str
    low: str
    begin: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters or digits."""
        return self.text[0].isalnum()

    @property
    def is_name(self) -> bool:
        """Whether it is written with a capital letter."""
        return self.text[0].isupper()


@dataclass(slots=True)
class Passage:
    """A paragraph in tokens.

    closes, opens: the token of the closing bracket for that of the opening one, and back.
    quotes: the same for quotation marks; an opening one that nothing closes ends with the passage.
    sentences: (first token, token after the last one). inside: the tokens within longer quotations.
    """

    tokens: list[Token]
    closes: dict[int, int] = field(default_factory=dict)
    opens: dict[int, int] = field(default_factory=dict)
    quotes: dict[int, int] = field(default_factory=dict)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    inside: set[int] = field(default_factory=set)

    def quoted(self, at: int) -> bool:
        """Whether a token stands inside a quotation of four words or more."""
        return at in self.inside


def read_passage(text: str, begin: int, end: int) -> Passage:
    """The tokens of text[begin:end], with brackets, quotations and sentences."""
    tokens = [
        Token(found.group(), found.group().lower().replace("’", "'"), *found.span())
        for found in _TOKEN.finditer(text, begin, end)
    ]
    passage = Passage(tokens)
    _pair_brackets(passage)
    _pair_quotes(passage)
    for opening, closing in passage.quotes.items():
        if closing - opening > _LONG:
            passage.inside.update(range(opening + 1, closing))
    passage.sentences = list(_sentences(text, passage))
    return passage


def _pair_brackets(passage: Passage) -> None:
    stack: list[tuple[str, int]] = []
    for at, token in enumerate(passage.tokens):
        if token.text in _OPEN:
            stack.append((_OPEN[token.text], at))
        elif stack and token.text == stack[-1][0]:
            opening = stack.pop()[1]
            if token.begin - passage.tokens[opening].begin <= _FAR:
                passage.closes[opening] = at
                passage.opens[at] = opening


def _pair_quotes(passage: Passage) -> None:
    wanted, opening = "", 0
    for at, token in enumerate(passage.tokens):
        if wanted and token.text == wanted:
            passage.quotes[opening] = at
            wanted = ""
        elif not wanted and token.text in _QUOTES and _begins(passage.tokens, at):
            wanted, opening = _QUOTES[token.text], at
    if wanted and opening <= 1:
        passage.quotes[opening] = len(passage.tokens)


def _begins(tokens: list[Token], at: int) -> bool:
    """Whether a straight quotation mark stands before a word, as an opening one does."""
    if tokens[at].text != '"':
        return True
    return at + 1 < len(tokens) and tokens[at + 1].begin == tokens[at].end


def _sentences(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    tokens, first, at = passage.tokens, 0, 0
    while at < len(tokens):
        inside = passage.closes.get(at) or passage.quotes.get(at)
        if inside is not None and inside - at < _FAR:
            after = tokens[inside + 1] if inside + 1 < len(tokens) else None
            whole_one = inside - at > _LONG or (at in passage.quotes and after is not None and after.is_name)
            ends = whole_one and tokens[inside - 1].text in _ENDS
            at = inside - 1 if ends else inside + 1
        if at >= len(tokens):
            break
        if tokens[at].text in _ENDS or _breaks(text, tokens, at):
            last = _past(passage, at)
            if _is_end(tokens, at, last, first):
                yield first, last
                first = last
            at = max(last, at + 1)
        else:
            at += 1
    if first < len(tokens):
        yield first, len(tokens)


def _past(passage: Passage, at: int) -> int:
    """The token after the closing signs that follow the end of a sentence."""
    at += 1
    while at < len(passage.tokens) and passage.tokens[at].text in _AFTER | _ENDS:
        if passage.tokens[at].text == '"' and at in passage.quotes:
            break
        at += 1
    return at


def _breaks(text: str, tokens: list[Token], at: int) -> bool:
    """Whether a line of a list or a heading ends here."""
    if at + 1 >= len(tokens):
        return False
    gap = text[tokens[at].end : tokens[at + 1].begin]
    return "\n" in gap and (tokens[at].text in ":;" or tokens[at + 1].text in "-–—•")


def _is_end(tokens: list[Token], at: int, last: int, first: int) -> bool:
    if last >= len(tokens) or tokens[at].text in "?!:;":
        return last >= len(tokens) or not tokens[last].text[0].islower()
    before, after = tokens[at - 1] if at else tokens[at], tokens[last]
    if after.text[0].islower() or after.text in ",;:":
        return False
    if before.low in LEXICON.abbreviations and before.end == tokens[at].begin:
        return False
    initial = before.text != "I" or (at > 1 and tokens[at - 2].text == ".")
    if (
        len(before.text) == 1
        and before.is_name
        and initial
        and (after.text[0].isalpha() or after.text == "[")
    ):
        return False
    if before.text.isdigit() and (after.begin == tokens[at].end or at - first <= 1):
        return False
    return after.begin > tokens[at].end or last > at + 1 or tokens[at].text == "."


def whole(text: str, passage: Passage, first: int, last: int) -> Span:
    """The stretch from one token up to another, the last not included."""
    begin, end = passage.tokens[first].begin, passage.tokens[last - 1].end
    return Span(begin, end, text[begin:end])
