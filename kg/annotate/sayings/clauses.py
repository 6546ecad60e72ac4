"""A sentence -> the reports that its verbs of saying make, each in the words of its own clause."""

from __future__ import annotations

from dataclasses import replace

from kg.annotate.sayings.complements import Complement, find_complement
from kg.annotate.sayings.cues import BE, PREPOSITIONS, Cue, find_cues
from kg.annotate.sayings.descriptions import Phrase
from kg.annotate.sayings.inserted import take_heard, take_parenthesis, take_participle, take_passive
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.objects import phrase_at
from kg.annotate.sayings.reports import Report, Sentence, add, last_outer, report_of
from kg.annotate.sayings.subjects import find_subject
from kg.annotate.sayings.substance import is_aside
from kg.annotate.sayings.tokens import Passage

_TOLD = LEXICON.grammar["told"]


def read_clauses(passage: Passage, named: Named, first: int, last: int) -> Sentence:
    """The reports of a sentence that a verb of saying makes, parents before children."""
    sentence = Sentence(passage, named, first, last)
    for cue in find_cues(passage, first, last):
        sentence.close_aside(cue.first)
        if any(report.begin > cue.first and report.rule != "performed" for report in sentence.open):
            continue
        _take(sentence, cue)
    sentence.close(last)
    return sentence


def _take(sentence: Sentence, cue: Cue) -> None:
    if cue.use == "passive":
        take_passive(sentence, cue)
        return
    if take_heard(sentence, cue):
        return
    complement = find_complement(sentence.passage, sentence.named, cue, sentence.last)
    if cue.use == "participle":
        take_participle(sentence, cue, complement)
        return
    if take_parenthesis(sentence, cue, complement):
        return
    inner = max((report.begin for report in sentence.open), default=sentence.first)
    subject = find_subject(sentence.passage, sentence.named, min(inner, cue.first), cue.first)
    if subject is None and inner > sentence.first and sentence.open[-1].begin == cue.first:
        return
    subject = (
        subject or _elided(sentence, cue) or _head(sentence, complement) or _far(sentence, cue, complement)
    )
    if complement is None or subject is None or is_aside(sentence, cue, complement, subject):
        return
    if subject.kind == "inherited":
        _take_inherited(sentence, cue, complement, subject)
    else:
        _take_clause(sentence, cue, complement, subject)


def _take_clause(sentence: Sentence, cue: Cue, complement: Complement, subject: Phrase) -> None:
    """A clause with a subject of its own: a main clause, one beside it, or one in another's words."""
    report = report_of(cue, complement, subject)
    if not sentence.open:
        add(sentence, report, None)
    elif _goes_on(sentence, report, subject):
        sentence.close(subject.begin)
        add(sentence, report, None)
    elif _is_inner(complement, subject) and not _own_thought(report):
        add(sentence, report, sentence.open[-1])


def _far(sentence: Sentence, cue: Cue, complement: Complement | None) -> Phrase | None:
    """The first phrase of a sentence, some words before its verb: 'The envoys in their talks say that'."""
    clause = complement is not None and complement.kind in ("that", "wh")
    if not clause or sentence.open or sentence.reports or cue.negative:
        return None
    return _clause_subject(sentence, cue.first)


def _elided(sentence: Sentence, cue: Cue) -> Phrase | None:
    """Nobody named in a telegram's 'Stated that': the speaker of the sentence before."""
    at = sentence.first
    return Phrase("elided", at, at + 1, begin=at) if cue.first == at and cue.use == "finite" else None


def _head(sentence: Sentence, complement: Complement | None) -> Phrase | None:
    """The phrase that opens the sentence before a comma: 'Berg, without waiting for an answer, said that'."""
    if complement is None or complement.kind not in ("that", "wh") or sentence.open or sentence.reports:
        return None
    found = phrase_at(sentence.passage, sentence.named, sentence.first, sentence.last, subject=True)
    named = found is not None and found.kind in ("name", "pronoun")
    if found is None or not named or sentence.passage.tokens[found.last].text != ",":
        return None
    return replace(found, begin=sentence.first)


def _is_inner(complement: Complement, subject: Phrase) -> bool:
    """Whether a verb in another's words makes a saying of its own there: only with its own clause."""
    if complement.kind == "inf":
        if complement.verb.light:
            return subject.kind in ("name", "pronoun")
        told = complement.verb.mood != "statement" or complement.addressee is not None
        return subject.kind == "name" and told
    return complement.kind in ("that", "wh", "quote", "colon")


def _own_thought(report: Report) -> bool:
    """Whether a speaker says what he thinks ('said that he thinks'): a hedge of the words, no saying."""
    return report.attitude and report.speaker is not None and report.speaker.kind == "pronoun"


def _is_beside(sentence: Sentence, subject: Phrase) -> bool:
    """Whether a clause with a subject of its own stands beside the open ones and not in their words."""
    tokens = sentence.passage.tokens
    before = tokens[subject.begin - 1].low if subject.begin > sentence.first else ""
    joined = tokens[subject.begin].low in ("and", "but", "while", "whereas")
    if before in ("therefore", "then", "thereupon", "so", "afterwards", "subsequently"):
        return tokens[subject.begin - 2].low in (",", ";", "and", "but")
    return before == ";" or (joined and before in (",", ";", "”", '"', ")", "]"))


def _goes_on(sentence: Sentence, report: Report, subject: Phrase) -> bool:
    """Whether 'and he added that' goes on beside the words before; 'and he hoped that' is one of these."""
    tokens = sentence.passage.tokens
    joined = tokens[subject.begin].low in ("and", "but")
    if subject.kind != "pronoun" or not joined or tokens[subject.first].low in ("i", "we"):
        return _is_beside(sentence, subject)
    return not report.attitude


def _take_inherited(sentence: Sentence, cue: Cue, complement: Complement, subject: Phrase) -> None:
    """'… and asked whether': the speaker of the report before, or the subject of the clause."""
    before = last_outer(sentence)
    if (complement.addressee is None and complement.verb.lemma in _TOLD) or _is_passive(sentence, subject):
        return
    if sentence.passage.tokens[subject.first].text in ",–—-" and (
        before is None or complement.kind not in ("that", "wh", "inf")
    ):
        return
    if before is None:
        found = _clause_subject(sentence, cue.first)
        if found is not None:
            add(sentence, report_of(cue, complement, found), None)
        return
    sentence.close(subject.begin)
    report = report_of(cue, complement, None)
    report.same, report.first = before, cue.first
    add(sentence, report, None)


def _is_passive(sentence: Sentence, joint: Phrase) -> bool:
    """Whether the verb before 'and' is passive, and so the one behind it: 'are cautioned and advised'."""
    tokens = sentence.passage.tokens
    near = tokens[max(sentence.first, joint.first - 4) : joint.first]
    return bool(near) and near[-1].low.endswith("ed") and any(token.low in BE for token in near)


def _clause_subject(sentence: Sentence, at: int) -> Phrase | None:
    """The first phrase before a token that may be the subject of its sentence: 'Berg rose and said'."""
    passage = sentence.passage
    start = max(
        [n + 1 for n in range(sentence.first, at) if passage.tokens[n].text == ";"] or [sentence.first]
    )
    while start < at:
        before = passage.tokens[start - 1].low if start > sentence.first else ""
        found = phrase_at(passage, sentence.named, start, at, subject=True)
        if found is not None and before not in PREPOSITIONS:
            return replace(found, begin=sentence.first)
        start = max(start + 1, found.last if found is not None else 0)
    return None
