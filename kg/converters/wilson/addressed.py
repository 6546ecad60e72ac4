"""Lines at the top of a text -> sender, addressee and places, from labels, addressee lines and greetings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from kg.converters.wilson.codenames import code_name
from kg.converters.wilson.lines import Piece, is_prose
from kg.converters.wilson.party import as_party, party_of_lines
from kg.converters.wilson.salutation import greeted, is_broken_greeting
from kg.converters.wilson.words import OFFICE, POST, has_name, is_called, is_place
from kg.dates import read_date
from kg.model import Party, Span


@dataclass(frozen=True, slots=True)
class Stated:
    """What a line states. side: sender or addressee. rank: 0 for a label, more for a weaker sign."""

    side: str
    party: Party
    rank: int = 0


_LABEL = re.compile(
    r"(?<![\w])(?P<label>(?:FROM|From|from whom|From [Ww]hom|Sender|SENDER|Sending|Sent by|Sent from)|"
    r"(?P<to>TO|To|Addressee|ADDRESSEE|To [Ww]hom|Destination|DESTINATION|For|FOR))\s*:\s*"
)
_OTHER_LABEL = re.compile(r"\s+(?:Subject|SUBJECT|Date|DATE|Re|RE|Classification|cc|CC|Copy|Info|INFO)\s*:")
# What ends the value of a label: a note's number glued to a name, urgency, classification, another number.
_VALUE_ENDS = re.compile(
    r"(?<=[^\W\d_])\d{1,2}(?=\s|[,.;]|$)|,\d{1,2}(?=\s|$)|(?:,\s*\d{0,2}|\s+[-–—/]+)\s*(?:very |top |"
    r"extremely )?(?:urgent|eyes only|secret|"
    r"confidential|immediate|personal(?:ly)?)\b|\s+N[oº°]s?\.?\s?\d|\.\s?(?:Sent|Received)\b|\s{2,}|\s+Received\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\[?(?:TO|To|to)\]?[:.]?\s+(?:be (?:transmitted|passed|conveyed) to\s+|(?:transmit|convey|"
    r"pass)\s+to\s+)?"
    r"(?:the attention of\s+)?(?!(?i:my|our|your|their|his|be|no\b|N[oº°])\b\s?|\d)(?P<party>\S.{1,150})",
)
_FOR = re.compile(
    r"(?:FOR|For)\s+(?:(?:immediate )?(?:report|transmission|transmittal|delivery|the attention|"
    r"information)\s+(?:to|of)\s+)?"
    r"(?!(?i:official|internal|limited|service|your|the (?:record|files?)|information|immediate)\b)"
    r"(?P<party>\S.{1,80})"
)
_FROM = re.compile(r"(?:FROM|From|from)\s+(?P<party>[A-Z\[t].{1,80})")
_DASHED = re.compile(r"(?P<place>[A-Z][A-Z .]{2,24}?)\s*(?:[-–—]\s*)+(?P<party>[A-Z][A-Z .]*)?")
# A line of one label of a conversation, and no addressee.
_NO_ADDRESSEE = re.compile(
    r"(?:subject|re|present|participants?|topic|agenda|date|place|note|attention)\b", re.IGNORECASE
)


def stated(text: str, pieces: Sequence[Piece], lines: Sequence[int], dialogue: bool) -> Iterator[Stated]:
    """What the lines at the top state, in their order; `lines`: which pieces those are.

    dialogue: 'Name:' opens a speech there and no letter.
    """
    for n, at in enumerate(lines):
        piece = pieces[at]
        label = _LABEL.match(piece.text)
        if label:
            yield from _labelled(text, pieces, lines[n:])
        elif not is_prose(piece.text) or _TO.match(piece.text):
            yield from _addressed(text, pieces, lines[n:])
            yield from _called_on(piece, dialogue)


def _labelled(text: str, pieces: Sequence[Piece], lines: Sequence[int]) -> Iterator[Stated]:
    """The values of the labels in a line, the last with the lines on which it goes on."""
    piece = pieces[lines[0]]
    labels = list(_LABEL.finditer(piece.text))
    for found, after in zip_longest(labels, labels[1:]):
        begin, end = found.end(), after.start() if after else len(piece.text)
        other = _OTHER_LABEL.search(piece.text, begin, end)
        stop = _VALUE_ENDS.search(piece.text, begin, end)
        end = min(end, *(one.start() for one in (other, stop) if one), len(piece.text))
        words = piece.text[begin:end].strip(" .,;:\t\xa0")
        span = piece.part(begin, begin + len(words)) if words else None
        if after is None and stop is None:
            span = _continued(text, pieces, lines, span, piece.text[begin:end])
        if span and len(span.text) <= 200 and not is_prose_value(span.text):
            yield from _stated_by("addressee" if found["to"] else "sender", span)


def _stated_by(side: str, span: Span) -> Iterator[Stated]:
    """A party and, where the block of an address ends with one, its place."""
    last = re.search(r"[^\r\n]+$", span.text)
    yield Stated(side, party_of_lines(span))
    if last and last.start() and is_place(last[0]):
        yield Stated(side, Party(Span(span.begin + last.start(), span.end, last[0]), place=last[0]))


def is_prose_value(words: str) -> bool:
    """Whether a value is a sentence: too many words without a capital for a name or an office."""
    small = [word for word in re.findall(r"[^\W\d_][\w’']*", words) if not is_called(word)]
    return len(small) > 2


def _continued(
    text: str, pieces: Sequence[Piece], lines: Sequence[int], span: Span | None, written: str
) -> Span | None:
    """A value with the lines on which it goes on: where it is empty, or its line ends in a comma or 'of'.

    Below an empty label the posts, offices and places of an address belong to it, up to a blank line.
    """
    block = span is None
    for at in lines[1:6]:
        following = pieces[at]
        address = block and following.line.gap == 1 and _is_of_address(following.text)
        open_ended = span is None or address or re.search(r"(?:[,;]|\b(?:of|the|and|for))\s*$", written)
        if (
            not open_ended
            or is_prose(following.text)
            or _LABEL.match(following.text)
            or following.kind != "body"
        ):
            break
        written = following.text
        bare = written.rstrip(" .,;:")
        begin = span.begin if span else following.line.begin
        end = following.line.begin + len(bare)
        span = Span(begin, end, text[begin:end])
    return span


def _is_of_address(words: str) -> bool:
    """Whether a line below a name is the post, the office or the place of an address."""
    party = as_party(Span(0, len(words), words.rstrip(" .,;")))
    return party.name is None and is_called(words)


def _addressed(text: str, pieces: Sequence[Piece], lines: Sequence[int]) -> Iterator[Stated]:
    """A line that addresses without a label: 'to Cde. GROMYKO', 'From BEIJING', 'BEIJING - AMBASSADOR'."""
    piece = pieces[lines[0]]
    to, sent, dashed = (form.fullmatch(piece.text) for form in (_TO, _FROM, _DASHED))
    passed = _FOR.fullmatch(piece.text)
    if to and _is_somebody(_bare(to["party"])):
        span = _several(text, pieces, lines, _value(piece, *to.span("party")))
        yield Stated("addressee", party_of_lines(span))
    elif passed and is_called(_bare(passed["party"])) and (has_name(passed["party"])):
        yield Stated("addressee", as_party(_value(piece, *passed.span("party"))), 2)
    elif sent:
        span = _value(piece, *sent.span("party"))
        office = re.search(rf"\b{OFFICE}\b", span.text, re.IGNORECASE) and is_called(span.text)
        if is_place(span.text) or office:
            yield Stated("sender", as_party(span))
    elif dashed and is_place(dashed["place"]):
        yield Stated("addressee", as_party(piece.part(*dashed.span("place"))), 1)
        if dashed["party"] and re.search(rf"\b{POST}\b", dashed["party"], re.IGNORECASE):
            yield Stated("addressee", as_party(piece.part(*dashed.span("party"))), 1)


def _is_somebody(words: str) -> bool:
    """Whether words call somebody: a name, a post, an office or a place, and no date."""
    told = has_name(words) or is_place(words) or re.search(rf"\b(?:{POST}|{OFFICE})\b", words, re.IGNORECASE)
    return bool(told) and is_called(words) and len(words.split()) <= 18 and read_date(words) is None


def _bare(words: str) -> str:
    """Words without what ends a value, and without editors' brackets."""
    stop = _VALUE_ENDS.search(words)
    return re.sub(r"\[[^\]]*\]", " ", words[: stop.start()] if stop else words).rstrip(" .,:;")


def _value(piece: Piece, begin: int, end: int) -> Span:
    stop = _VALUE_ENDS.search(piece.text, begin, end)
    words = piece.text[begin : stop.start() if stop else end]
    words = re.sub(r"[\s.,:;]*(?:\bx/|\*)?[\s.,:;]*$", "", words)
    return piece.part(begin, begin + len(words))


def _several(text: str, pieces: Sequence[Piece], lines: Sequence[int], span: Span) -> Span:
    """An addressee line with the lines that add other addressees, or the name to an office."""
    named = has_name(span.text) or is_place(span.text)
    for at in lines[1:8]:
        following = pieces[at]
        another = _TO.fullmatch(following.text)
        if following.kind != "body" or is_prose(following.text) or _LABEL.match(following.text):
            break
        goes_on = (
            not named
            and is_called(following.text)
            and not _FROM.fullmatch(following.text)
            and not following.text.endswith((":", "!"))
        )
        if not another and not goes_on and not re.search(r"\b(?:of|the|and)$", span.text):
            break
        value = _value(following, *(another.span("party") if another else (0, len(following.text))))
        named = named or has_name(value.text)
        span = Span(span.begin, value.end, text[span.begin : value.end])
    return span


def _called_on(piece: Piece, dialogue: bool) -> Iterator[Stated]:
    """A line that is nothing but the addressee: 'Wu [Xiuquan] [and] Qiao [Guanhua]:', 'FENG XI [STALIN]'."""
    words = piece.text.rstrip()
    code = code_name(words)
    if code and words.upper() == words:
        yield Stated("addressee", as_party(_value(piece, 0, len(words))), 1)
    if dialogue or not words.endswith(":") or piece.kind != "body":
        return
    name = words.rstrip(": ")
    if (
        name.count("[") != name.count("]")
        or _TO.match(words)
        or _NO_ADDRESSEE.match(name)
        or not _is_somebody(name)
    ):
        return
    sure = "[" in name or re.search(rf"\b(?:{OFFICE}|{POST}|Comrades?|Cdes?|Mr)\b", name, re.IGNORECASE)
    if sure:
        yield Stated("addressee", as_party(piece.part(0, len(name))), 1)


def salutations(text: str, pieces: Sequence[Piece], lines: Sequence[int]) -> Iterator[Stated]:
    """Whom the first greeting in these lines greets; its name may stand on the next line."""
    for n, at in enumerate(lines):
        piece = pieces[at]
        found = greeted(piece.text, inline=True)
        if found:
            span = piece.part(*found)
            post = re.fullmatch(r"(?:Your )?(?:Excellency|Majesty)|Mr\. .*", span.text)
            yield Stated(
                "addressee",
                Party(span, role=span.text) if post and not has_name(span.text[4:]) else as_party(span),
                3,
            )
        elif is_broken_greeting(piece.text) and n + 1 < len(lines):
            following = pieces[lines[n + 1]]
            bare = following.text.rstrip(" .,:!")
            begin = piece.line.begin + piece.text.index(" ") + 1
            end = following.line.begin + len(bare)
            span = Span(begin, end, text[begin:end])
            yield Stated("addressee", Party(span, name=" ".join(span.text.split())), 3)
