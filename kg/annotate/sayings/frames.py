"""A sentence -> what nouns of saying report without a verb: 'his reply was that', 'rumor has it that'."""

from __future__ import annotations

from kg.annotate.sayings.addressed import WH
from kg.annotate.sayings.complements import FINITE
from kg.annotate.sayings.cues import BE, DETERMINERS, is_filler
from kg.annotate.sayings.descriptions import Phrase, description_ending
from kg.annotate.sayings.ending import last_word
from kg.annotate.sayings.lexicon import LEXICON, phrases
from kg.annotate.sayings.objects import SUBJECTS, phrase_at, phrase_match
from kg.annotate.sayings.reports import Report, Sentence

_OWNERS = LEXICON.grammar["owners"]
_SPOKEN = LEXICON.grammar["spoken"]
_HEARSAY = phrases(LEXICON.data["frames"]["hearsay"])
_EFFECT = phrases(["to the effect", "in effect", "to this effect"])
_OPINED = LEXICON.grammar["opined"] | {"impression", "understanding", "feeling", "conclusion"}
_NO_SUBJECT = LEXICON.grammar["prepositions"] | {"not", "to", "as", "a", "an"}
_IN = frozenset(("in", "to", "from"))
_REACH, _LEAST = 7, 2
Found = tuple[Phrase | None, int]


def read_frames(sentence: Sentence) -> None:
    """Add the reports that a noun of saying makes with 'is that', 'whether' or a rumor's formula."""
    for at in range(sentence.first, sentence.last):
        if sentence.passage.quoted(at) or any(r.cue[0] <= at < r.cue[1] for r in sentence.reports):
            continue
        _rumored(sentence, at)
        if sentence.passage.tokens[at].low in LEXICON.nouns:
            _noun(sentence, at)


def _rumored(sentence: Sentence, at: int) -> None:
    """'There are rumors that', 'word has it that': what nobody named says."""
    end = phrase_match(sentence.passage, _HEARSAY, at, sentence.last)
    if end and end < sentence.last:
        begin = end if sentence.passage.tokens[end - 1].low == "that" else 0
        if begin:
            report = _report(sentence, "noun-of-saying", Phrase("unnamed", at, end), (at, end - 1), begin)
            report.hedges.append((at, end - 1, "hearsay", "source"))


def _noun(sentence: Sentence, at: int) -> None:
    """'Lind's reply was that …', 'to my question whether …': the words of the noun's owner."""
    tokens = sentence.passage.tokens
    owner, first = _owner(sentence, at)
    if owner is None:
        return
    end = at + 1
    while end < min(at + _REACH, sentence.last) and tokens[end].low not in BE | WH | {"that", ":", ","}:
        end += 1
    if end >= sentence.last - _LEAST:
        return
    if owner.last < sentence.last and tokens[owner.last].low == "that" and tokens[at + 1].low == "of":
        if tokens[first - 1].low in BE:
            _report(sentence, "noun-of-saying", owner, (first, owner.last + 1), owner.last + 1)
    elif tokens[end].low in BE and not (first > sentence.first and tokens[first - 1].low in _IN):
        begin = _said(sentence, end + 1, opinion=tokens[at].low in _OPINED)
        if begin and not (tokens[at].low == "position" and tokens[end].low == "be"):
            _report(sentence, "noun-of-saying", owner, (first, end + 1), begin, LEXICON.nouns[tokens[at].low])
    elif tokens[at].low in _SPOKEN and end - at <= 3:
        asked = tokens[end].low in WH
        if (asked or tokens[end].low == "that") and all(
            token.low in ("as", "to", "of") for token in tokens[at + 1 : end]
        ):
            begin = end if asked else end + 1
            mood = "question" if asked else LEXICON.nouns[tokens[at].low]
            report = _report(sentence, "noun-of-saying", owner, (first, at + 1), begin, mood)
            report.parts = [(begin, _to_comma(sentence, begin, report.end))]


def _owner(sentence: Sentence, at: int) -> Found:
    """Whose opinion it is: 'his', 'Lind's', 'the opinion of the Minister'; and where that begins."""
    passage, tokens, n = sentence.passage, sentence.passage.tokens, at
    while (
        n > sentence.first and at - n < 3 and tokens[n - 1].is_word and tokens[n - 1].low not in DETERMINERS
    ):
        n -= 1
    before = tokens[n - 1] if n > sentence.first else None
    if before is None:
        return None, at
    if before.low in _OWNERS:
        return Phrase("pronoun", n - 1, n, begin=n - 1), n - 1
    if before.low in ("'s", "’s", "'", "’") and n - 1 > sentence.first:
        found = sentence.named.ending(n - 1)
        if found is not None:
            return Phrase("name", *found, (found,), found[0]), found[0]
        described = description_ending(passage, sentence.first, n - 1)
        return described, described.first if described else at
    if at + 2 < sentence.last and tokens[at + 1].low == "of":
        return phrase_at(passage, sentence.named, at + 2, sentence.last), n - 1
    return None, at


def _said(sentence: Sentence, at: int, *, opinion: bool) -> int:
    """The first token of the words behind 'was': a clause with 'that', or what a colon or quotes hold."""
    tokens = sentence.passage.tokens
    while at < sentence.last - 1 and is_filler(sentence.passage, at):
        at += 1
    effect = phrase_match(sentence.passage, _EFFECT, at, sentence.last)
    at = effect or at
    if tokens[at].low == "that" and at + 1 < sentence.last:
        return at + 1
    if tokens[at].low == ":":
        at += 1
    if at in sentence.passage.quotes:
        return at + 1
    clause = opinion and any(token.low in FINITE for token in tokens[at + 1 : at + _REACH])
    return at if tokens[at].low in SUBJECTS or (clause and tokens[at].low not in _NO_SUBJECT) else 0


def _to_comma(sentence: Sentence, begin: int, end: int) -> int:
    """The end of words inside a phrase: the comma before the main clause, or the end."""
    for at in range(begin, end):
        if sentence.passage.tokens[at].text == ",":
            return at
    return end


def _report(
    sentence: Sentence, rule: str, who: Phrase, cue: tuple[int, int], begin: int, mood: str = "statement"
) -> Report:
    """Add a report whose words begin at a token and go on to the end of their clause."""
    passage = sentence.passage
    quote = passage.quotes.get(begin - 1)
    end = quote or last_word(passage, sentence.named, begin, sentence.last)
    holding = [r for r in sentence.reports if any(first <= cue[0] < last for first, last in r.parts)]
    parent = holding[-1] if holding else None
    if parent is not None:
        end = min(end, max(parent.end, begin + 1))
    part = (begin, sentence.trimmed(begin, end))
    report = Report("quotation" if quote else rule, mood, cue[0], cue, who, [part], parent=parent, cite=True)
    for other in sentence.reports:
        if other.parent is parent and other is not parent and begin <= other.first < part[1]:
            other.parent = report
    place = next((n for n, r in enumerate(sentence.reports) if r.first >= begin), len(sentence.reports))
    sentence.reports.insert(place, report)
    return report
