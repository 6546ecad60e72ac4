"""A sentence with its reports -> what phrases beside a clause report: 'in his view', 'as Lind put it'."""

from __future__ import annotations

from kg.annotate.sayings.complements import FINITE
from kg.annotate.sayings.cues import DETERMINERS
from kg.annotate.sayings.descriptions import Phrase
from kg.annotate.sayings.ending import last_word
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.objects import phrase_at, phrase_match
from kg.annotate.sayings.reports import Report, Sentence, around

_POSSESSED = frozenset(LEXICON.data["sources"]["possessive"])
_TOLD = frozenset(LEXICON.data["sources"]["told"])
_OWNERS = LEXICON.grammar["owners"]
_JOINTS = LEXICON.grammar["clause-joints"]
_OPINED = LEXICON.grammar["opined"]
_REACH, _FAR, _LEAST = 9, 6, 2


def read_asides(sentence: Sentence) -> None:
    """Add what the author marks as an opinion, and what is said in somebody's words or as he tells it."""
    _own_opinion(sentence)
    for at in range(sentence.first, sentence.last):
        if not sentence.passage.quoted(at):
            _in_the_words(sentence, at)
            _as_told(sentence, at)


def rest_of(sentence: Sentence, first: int, at: int, end: int, last: int) -> list[tuple[int, int]]:
    """The words behind a source between commas that parts a subject from its verb, or this from the rest.

    'The crowds, in his view, were small', 'There had been, according to Lind, no crowds'.
    """
    tokens = sentence.passage.tokens
    between = at > first and tokens[at - 1].text == "," and end + 1 < last and tokens[end].text == ","
    finite = [n for n in range(first, at - 1) if tokens[n].low in FINITE] if between else [first]
    if not between or (finite and finite[-1] < at - 2):
        return []
    close = last_word(sentence.passage, sentence.named, end + 1, last)
    return [(end + 1, sentence.trimmed(end + 1, close))]


def add_around(sentence: Sentence, report: Report, parent: Report | None) -> None:
    """Add a report whose words hold others: these stand in it, if they stood in nothing else."""
    begin, end = report.parts[0]
    report.parent = parent
    inner = [r for r in sentence.reports if r.parent is parent and begin <= r.first < end]
    for other in inner:
        other.parent = report
    place = sentence.reports.index(inner[0]) if inner else len(sentence.reports)
    sentence.reports.insert(place, report)


def _own_opinion(sentence: Sentence) -> None:
    """'In my opinion, he will return.': the author's, where it opens the sentence."""
    passage, start = sentence.passage, sentence.first
    if start < sentence.last and passage.tokens[start].low in ("but", "and", "however"):
        start += 1
    end = phrase_match(passage, LEXICON.own_opinion, start, sentence.last)
    if not end or any(report.first <= end for report in sentence.reports):
        return
    begin = end + (passage.tokens[end].text == "," if end < sentence.last else 0)
    close = sentence.trimmed(begin, sentence.last)
    if close > begin + 1:
        author = Phrase("author", start, end)
        report = Report("own-opinion", "statement", start, (start, end), author, [(begin, close)])
        report.hedges.append((start, end, "own-opinion", "content"))
        add_around(sentence, report, None)


def _in_the_words(sentence: Sentence, at: int) -> None:
    """'In Lind's words, the fleet is lost', 'In his view the road is bad': the rest of the clause."""
    tokens, passage = sentence.passage.tokens, sentence.passage
    if tokens[at].low not in ("in", "to", "from") or (at > sentence.first and tokens[at - 1].text == "'"):
        return
    noun = next(
        (n for n in range(at + 2, min(at + _REACH, sentence.last - 2)) if tokens[n].low in _POSSESSED), 0
    )
    source = _owner(sentence, at + 1, noun) if noun else None
    if source is None:
        return
    parent = around(sentence, at)
    first, last = (parent.begin, parent.end) if parent else (sentence.first, sentence.last)
    opens = at <= first + 1 or tokens[at - 1].low in _JOINTS
    begin = noun + 1
    begin += tokens[begin].text == ","
    if begin in passage.quotes and passage.quotes[begin] >= last - 2:
        begin, last = begin + 1, passage.quotes[begin]
    part = (begin, sentence.trimmed(begin, last)) if opens else (first, sentence.trimmed(first, at))
    parts = [part] if opens else [part, *rest_of(sentence, first, at, noun + 1, last)]
    if not opens and noun + 1 < last and tokens[noun + 1].text not in ".,;":
        return
    if part[1] - part[0] >= _LEAST and not (parent is not None and _is_speaker(source, parent)):
        report = Report("according-to", "statement", at, (at, noun + 1), source, parts, cite=True)
        if tokens[noun].low in _OPINED:
            report.hedges.append((at, noun + 1, "own-opinion", "content"))
        add_around(sentence, report, parent)


def _is_speaker(source: Phrase, parent: Report) -> bool:
    """Whether 'in his view' is the view of the one who says so."""
    return source.kind == "pronoun" and parent.speaker is not None


def _owner(sentence: Sentence, at: int, noun: int) -> Phrase | None:
    """Whose words: 'his', 'Lind's', 'the Minister's'; the author's own are none of another's."""
    tokens = sentence.passage.tokens
    if tokens[at].low in _OWNERS - {"my", "our"} and noun - at <= 2:
        return Phrase("pronoun", at, at + 1)
    if tokens[noun - 1].low not in ("'s", "’s", "'", "’"):
        return None
    for start in range(at, noun - 1):
        place = sentence.named.at(start)
        if place is not None and place[1] == noun - 1:
            return Phrase("name", *place, (place,))
    if tokens[noun - 2].low in LEXICON.kinds and tokens[at].low in DETERMINERS:
        return Phrase("description", at, noun - 1)
    return None


def _as_told(sentence: Sentence, at: int) -> None:
    """'Korea is important, as the owners tell it,': the clause before the comma; at the start, behind it."""
    passage, tokens = sentence.passage, sentence.passage.tokens
    opens = at == sentence.first
    if tokens[at].low != "as" or (not opens and tokens[at - 1].text not in ",("):
        return
    source = phrase_at(passage, sentence.named, at + 1, sentence.last, subject=True)
    if source is None or source.last >= sentence.last or tokens[source.last].low not in _TOLD:
        return
    end = source.last + 1
    if end < sentence.last and tokens[end].low in ("it", "out", "them"):
        end += 1
    if opens:
        end = next((n for n in range(end, min(end + _FAR, sentence.last)) if tokens[n].text == ","), end)
    if end < sentence.last and tokens[end].text not in ",.;)":
        return
    if opens:
        begin, close = end + 1, sentence.trimmed(end + 1, sentence.last)
    else:
        begin, close = (
            _clause_before(sentence, at - 1),
            sentence.trimmed(_clause_before(sentence, at - 1), at),
        )
    if close - begin < _LEAST or (opens and tokens[source.first].low in ("i", "we", "you")):
        return
    report = Report("as-told", "statement", at, (at, end), source, [(begin, close)], cite=True)
    report.parent = around(sentence, at)
    sentence.reports.append(report)


def _clause_before(sentence: Sentence, comma: int) -> int:
    """The first token of the clause that ends at a comma, its conjunction left out."""
    tokens, at = sentence.passage.tokens, comma
    floor = max([r.begin for r in sentence.reports if r.begin < comma] or [sentence.first])
    while at > floor and tokens[at - 1].text not in (",", ";", ":", "(", "—"):
        at -= 1
    while at < comma and tokens[at].low in _JOINTS:
        at += 1
    return at
