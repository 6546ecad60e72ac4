"""A sentence -> all its reports; here those of sources: 'according to', a document, a reference."""

from __future__ import annotations

from kg.annotate.sayings.asides import add_around, read_asides, rest_of
from kg.annotate.sayings.clauses import read_clauses
from kg.annotate.sayings.cues import DETERMINERS
from kg.annotate.sayings.descriptions import Phrase
from kg.annotate.sayings.ending import last_word
from kg.annotate.sayings.frames import read_frames
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.objects import phrase_at, phrase_match
from kg.annotate.sayings.reports import Report, Sentence, around
from kg.annotate.sayings.tokens import Passage

_HEDGES_SAID = LEXICON.grammar["own-words"]
_NEWS = LEXICON.grammar["news"]
_OF = LEXICON.grammar["of-news"]
_OPINED = LEXICON.grammar["opined"]
_RELATIVE = frozenset(("that", "which", "who", "whom"))
_OPENING, _LEAST = 2, 2
_REACH = 8


def read_sentence(passage: Passage, named: Named, first: int, last: int) -> list[Report]:
    """All reports of a sentence, parents before children."""
    sentence = read_clauses(passage, named, first, last)
    read_frames(sentence)
    for at in range(first, last):
        if not passage.quoted(at):
            _according_to(sentence, at)
    read_asides(sentence)
    for at in range(first, last):
        if not passage.quoted(at):
            _referred_to(sentence, at)
            _cited(sentence, at)
    return sentence.reports


def _according_to(sentence: Sentence, at: int) -> None:
    """'According to Lind, the ship had left': the rest of the sentence, or of the words it stands in."""
    end = phrase_match(sentence.passage, LEXICON.prepositions, at, sentence.last)
    source = _source(sentence, end) if end else None
    if source is None:
        return
    parent, tokens = around(sentence, at), sentence.passage.tokens
    first, last = (parent.begin, parent.end) if parent else (sentence.first, sentence.last)
    if at - first <= _OPENING:
        begin, close = _past_relative(sentence, source.last, last), last
        while begin < close and not sentence.passage.tokens[begin].is_word:
            begin += 1
        close = last_word(sentence.passage, sentence.named, begin, close) if begin < close else close
    elif parent is None and any(report.first < at for report in sentence.reports):
        return
    elif (
        source.last < last and tokens[source.last].text == "," and tokens[max(first, at - 2)].low in _RELATIVE
    ):
        begin, close = source.last + 1, last
    else:
        begin, close = first, at
    parts = [(begin, sentence.trimmed(begin, close))]
    if begin == first and close == at:
        parts += rest_of(sentence, first, at, source.last, last)
    if parts[0][1] - parts[0][0] >= _LEAST or len(parts) > 1:
        report = Report("according-to", "statement", at, (at, end), source, parts, cite=True)
        if any(token.low in _OPINED for token in sentence.passage.tokens[at:end]):
            report.hedges.append((at, source.last, "own-opinion", "content"))
        add_around(sentence, report, parent)


def _source(sentence: Sentence, at: int) -> Phrase | None:
    """Who is named behind 'according to': somebody, or of whom the news is: 'information from Lind'."""
    tokens = sentence.passage.tokens
    news = next((n for n in range(at, min(at + 4, sentence.last)) if tokens[n].low in _NEWS), None)
    if news is None:
        return phrase_at(sentence.passage, sentence.named, at, sentence.last)
    for n in range(news + 1, min(news + _REACH, sentence.last - 1)):
        if tokens[n].text in ",.;":
            return Phrase("unnamed", at, n)
        if tokens[n].low in _OF:
            found = phrase_at(sentence.passage, sentence.named, n + 1, sentence.last)
            return _titled(sentence, found) if found else None
    return None


def _titled(sentence: Sentence, source: Phrase) -> Phrase:
    """The name behind a description: 'our consul in Oran, G. S. Lind'."""
    tokens, named = sentence.passage.tokens, sentence.named
    if source.kind != "description":
        return source
    for n in range(source.last, min(source.last + 4, sentence.last - 1)):
        if tokens[n].text == ",":
            place = named.at(n + 1)
            return Phrase("name", *place, (place,)) if place else source
    return source


def _past_relative(sentence: Sentence, at: int, last: int) -> int:
    """The token after ', who attended the talks,' or 'in the harbor office,' behind a source."""
    tokens = sentence.passage.tokens
    if at + 1 < last and tokens[at].text == "," and tokens[at + 1].low in ("who", "which"):
        return next((n for n in range(at + 2, last) if tokens[n].text == ","), at)
    if at < last and tokens[at].low in LEXICON.grammar["prepositions"] | {"who"}:
        return next((n for n in range(at + 1, min(at + 12, last)) if tokens[n].text == ","), at)
    return at


def _referred_to(sentence: Sentence, at: int) -> None:
    """'Berg, referring to Lind, said that …': Lind's words as Berg gives them."""
    passage = sentence.passage
    end = phrase_match(passage, LEXICON.reference, at, sentence.last)
    if not end:
        return
    source = phrase_at(passage, sentence.named, end, sentence.last)
    outer = next(
        (
            r
            for r in sentence.reports
            if r.parent is None and (r.cue[0] >= at or r.end == at - 1) and r.rule != "performed"
        ),
        None,
    )
    if source is None or source.kind == "pronoun" or outer is None or outer.begin < end:
        return
    parts = [(outer.begin, _before_own_words(sentence, outer))]
    report = Report("referred-to", "statement", at, (at, source.last), source, parts, parent=outer, cite=True)
    sentence.reports.append(report)


def _before_own_words(sentence: Sentence, outer: Report) -> int:
    """The end of the words that are the source's: a last clause of possibility is the speaker's own."""
    tokens = sentence.passage.tokens
    for at in range(outer.end - 1, outer.begin, -1):
        if tokens[at].low in ("and", "but") and tokens[at - 1].text == ",":
            if any(token.low in _HEDGES_SAID for token in tokens[at : outer.end]):
                return sentence.trimmed(outer.begin, at)
            break
    return outer.end


def _cited(sentence: Sentence, at: int) -> None:
    """'read a report from Lind about the port': Lind's report, in a saying that gives it."""
    tokens = sentence.passage.tokens
    document = tokens[at].low in LEXICON.documents and at + 2 < sentence.last
    if not document or tokens[at + 1].low not in ("from", "by"):
        return
    parent = around(sentence, at)
    if parent is None or not parent.cite or not parent.cue[0] <= at < parent.cue[1]:
        return
    source = _named_source(sentence, at + 2)
    if source is None:
        return
    begin = at
    while begin > parent.cue[0] + 1 and tokens[begin].low not in DETERMINERS:
        begin -= 1
    parts = [(begin, parent.end)]
    report = Report("cited-document", "statement", at, (begin, at + 2), source, parts, parent=parent)
    report.document = report.cite = True
    sentence.reports.append(report)


def _named_source(sentence: Sentence, at: int) -> Phrase | None:
    """The phrase at a token; the name itself in 'his ambassador, Lind'."""
    source = phrase_at(sentence.passage, sentence.named, at, sentence.last)
    if source is None or source.kind != "description" or source.last + 1 >= sentence.last:
        return source
    place = sentence.named.at(source.last + 1)
    if place is None or sentence.passage.tokens[source.last].text != ",":
        return source
    return Phrase("name", *place, (place,))
