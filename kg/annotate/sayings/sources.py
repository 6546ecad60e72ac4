"""A sentence with its reports -> sources named by a preposition or an 'as' clause, and own opinions."""

from __future__ import annotations

from kg.annotate.sayings.clauses import read_clauses
from kg.annotate.sayings.cues import DETERMINERS
from kg.annotate.sayings.descriptions import Phrase
from kg.annotate.sayings.lexicon import LEXICON, Phrases
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.objects import phrase_at
from kg.annotate.sayings.reports import Report, Sentence
from kg.annotate.sayings.tokens import Passage

_HEDGES_SAID = LEXICON.grammar["own-words"]
_POSSESSED = frozenset(LEXICON.data["sources"]["possessive"])
_OPENING, _LEAST = 2, 2
_TOLD = frozenset(LEXICON.data["sources"]["told"])


def read_sentence(passage: Passage, named: Named, first: int, last: int) -> list[Report]:
    """All reports of a sentence, parents before children."""
    sentence = read_clauses(passage, named, first, last)
    _own_opinion(sentence)
    for at in range(first, last):
        if not passage.quoted(at):
            _according_to(sentence, at)
            _in_the_words(sentence, at)
            _as_told(sentence, at)
            _referred_to(sentence, at)
            _cited(sentence, at)
    return sentence.reports


def phrase_match(passage: Passage, table: Phrases, at: int, last: int) -> int:
    """The token after the phrase of a table that begins at a token; 0 for none."""
    if at >= last:
        return 0
    for words in table.get(passage.tokens[at].low, ()):
        end = at + len(words)
        if end <= last and all(passage.tokens[at + n].low == word for n, word in enumerate(words)):
            return end
    return 0


def _around(sentence: Sentence, at: int) -> Report | None:
    """The innermost report in whose words a token stands."""
    holding = [r for r in sentence.reports if any(begin <= at < end for begin, end in r.parts)]
    return holding[-1] if holding else None


def _own_opinion(sentence: Sentence) -> None:
    """'In my opinion, he will return.': the author's, where it opens the sentence."""
    end = phrase_match(sentence.passage, LEXICON.own_opinion, sentence.first, sentence.last)
    if not end or sentence.reports:
        return
    begin = end + (sentence.passage.tokens[end].text == "," if end < sentence.last else 0)
    close = sentence.trimmed(begin, sentence.last)
    if close > begin + 1:
        author = Phrase("author", sentence.first, end)
        report = Report(
            "own-opinion", "statement", sentence.first, (sentence.first, end), author, [(begin, close)]
        )
        report.hedges.append((sentence.first, end, "own-opinion", "content"))
        sentence.reports.append(report)


def _according_to(sentence: Sentence, at: int) -> None:
    """'According to Lind, the ship had left': the rest of the sentence, or of the words it stands in."""
    end = phrase_match(sentence.passage, LEXICON.prepositions, at, sentence.last)
    source = phrase_at(sentence.passage, sentence.named, end, sentence.last) if end else None
    if source is None:
        return
    parent = _around(sentence, at)
    first, last = (parent.begin, parent.end) if parent else (sentence.first, sentence.last)
    if at - first <= _OPENING:
        begin, close = _past_relative(sentence, source.last, last), last
        while begin < close and not sentence.passage.tokens[begin].is_word:
            begin += 1
    elif parent is None and any(report.first < at for report in sentence.reports):
        return
    else:
        begin, close = first, at
    _add_source(sentence, (at, end), source, (begin, sentence.trimmed(begin, close)), parent)


def _add_source(
    sentence: Sentence, cue: tuple[int, int], source: Phrase, part: tuple[int, int], parent: Report | None
) -> None:
    """Add what a source says; what others say in its words comes from it."""
    if part[1] - part[0] < _LEAST:
        return
    report = Report("according-to", "statement", cue[0], cue, source, [part], parent=parent, cite=True)
    inner = [r for r in sentence.reports if r.parent is None and part[0] <= r.first < part[1]]
    for other in inner if parent is None else ():
        other.parent = report
    place = sentence.reports.index(inner[0]) if inner and parent is None else len(sentence.reports)
    sentence.reports.insert(place, report)


def _past_relative(sentence: Sentence, at: int, last: int) -> int:
    """The token after ', who attended the talks,' behind a source."""
    tokens = sentence.passage.tokens
    if at + 1 < last and tokens[at].text == "," and tokens[at + 1].low in ("who", "which"):
        return next((n for n in range(at + 2, last) if tokens[n].text == ","), at)
    return at


def _in_the_words(sentence: Sentence, at: int) -> None:
    """'In Lind's words, the fleet is lost.': the rest of the sentence."""
    tokens = sentence.passage.tokens
    place = sentence.named.at(at + 1) if tokens[at].low == "in" else None
    if place is None or place[1] + 2 >= sentence.last or at > sentence.first + 1:
        return
    if tokens[place[1]].low not in ("'s", "’s") or tokens[place[1] + 1].low not in _POSSESSED:
        return
    begin, source = place[1] + 2, Phrase("name", *place, (place,))
    begin += tokens[begin].text == ","
    part = (begin, sentence.trimmed(begin, sentence.last))
    _add_source(sentence, (at, place[1] + 2), source, part, None)


def _as_told(sentence: Sentence, at: int) -> None:
    """'Korea is important, as the owners tell it,': the clause before the comma."""
    passage, tokens = sentence.passage, sentence.passage.tokens
    if tokens[at].low != "as" or at == sentence.first or tokens[at - 1].text not in ",(":
        return
    source = phrase_at(passage, sentence.named, at + 1, sentence.last, subject=True)
    if source is None or source.last >= sentence.last or tokens[source.last].low not in _TOLD:
        return
    end = source.last + 1
    if end < sentence.last and tokens[end].low in ("it", "out", "them"):
        end += 1
    if end < sentence.last and tokens[end].text not in ",.;)":
        return
    begin, parent = _clause_before(sentence, at - 1), _around(sentence, at)
    close = sentence.trimmed(begin, at)
    if close - begin > 1:
        sentence.reports.append(
            Report("as-told", "statement", at, (at, end), source, [(begin, close)], parent=parent, cite=True)
        )


def _clause_before(sentence: Sentence, comma: int) -> int:
    """The first token of the clause that ends at a comma, its conjunction left out."""
    tokens, at = sentence.passage.tokens, comma
    floor = max([r.begin for r in sentence.reports if r.begin < comma] or [sentence.first])
    while at > floor and tokens[at - 1].text not in (",", ";", ":", "(", "—"):
        at -= 1
    while at < comma and tokens[at].low in (
        "but",
        "and",
        "inasmuch",
        "insofar",
        "as",
        "because",
        "since",
        "although",
        "though",
        "that",
        "for",
        "while",
    ):
        at += 1
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
    parent = _around(sentence, at)
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
