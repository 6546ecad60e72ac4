"""Verbs of saying that stand apart from a main clause -> reports: participles, passives, insertions."""

from __future__ import annotations

from dataclasses import replace

from kg.annotate.sayings.complements import FINITE, Complement, find_complement
from kg.annotate.sayings.cues import Cue, is_filler
from kg.annotate.sayings.descriptions import Phrase
from kg.annotate.sayings.ending import last_word
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.objects import SUBJECTS, phrase_at
from kg.annotate.sayings.reports import Report, Sentence, add, last_outer, report_of
from kg.annotate.sayings.subjects import find_subject

_REACH, _NEAR = 6, 3
_TITLES = 6
_IN_TITLES = frozenset(("the", "comrade", "cde", "."))
_BEFORE_SAID = frozenset((",", "”", '"', "?", "!", "–", "—"))
_SAID = LEXICON.grammar["said-by-nobody"]
_TOLD = LEXICON.grammar["told-by-nobody"]
_OWN = LEXICON.grammar["asked-by-author"]
_MAY_BE = LEXICON.grammar["modals"]
_OPENING = frozenset('“"„«')


def take_participle(sentence: Sentence, cue: Cue, complement: Complement | None) -> None:
    """', adding that': the speaker before goes on; 'Noting that …, Berg said' waits for its subject."""
    before = last_outer(sentence)
    if complement is None or complement.kind not in ("that", "wh") or cue.verbs[0].attitude:
        return
    if cue.first == sentence.first and cue.verbs[0].mood == "question":
        report = report_of(cue, complement, _agent(sentence, cue) or Phrase("author", cue.first, cue.last))
        add(sentence, report, None)
        return
    if before is None or sentence.passage.tokens[cue.first - 1].low not in (
        ",",
        "and",
        "but",
        "while",
        "by",
        ";",
    ):
        return
    sentence.close(cue.first)
    report = report_of(cue, complement, None)
    report.rule, report.same, report.first = "participle", before, cue.first
    add(sentence, report, None)


def take_passive(sentence: Sentence, cue: Cue) -> None:
    """'I was told by Lind that', 'it was said by Lind that': the agent speaks; without one, nobody named."""
    passage, named = sentence.passage, sentence.named
    if cue.verbs[0].light or cue.verbs[0].attitude:
        return
    start = max((report.begin for report in sentence.open), default=sentence.first)
    subject = find_subject(passage, named, min(start, cue.first), cue.first)
    expletive = subject is not None and passage.tokens[subject.first].low == "it"
    agent = _agent(sentence, cue)
    if sentence.open and agent is None:
        if subject is None or not _is_beside(sentence, subject):
            return
        sentence.close(subject.begin)
    speaker = agent or _nobody(sentence, cue, expletive=expletive)
    if speaker is None or (agent is None and subject is None):
        return
    complement = find_complement(passage, named, replace(cue, last=speaker.last), sentence.last)
    clause = ("that", "wh", "inf", "quote", "colon") if agent else ("that",)
    if complement is None or complement.kind not in clause:
        return
    report = report_of(cue, complement, speaker)
    report.rule, report.cue = "passive", (cue.first, speaker.last)
    report.addressee = None if expletive else subject
    if expletive and subject is not None and speaker.kind == "unnamed":
        report.hedges.append((subject.first, speaker.last, "hearsay", "source"))
    report.first = subject.begin if subject else cue.first
    add(sentence, report, sentence.open[-1] if sentence.open else None)


def _is_beside(sentence: Sentence, joint: Phrase) -> bool:
    """Whether ', but was told that' goes on beside the words before."""
    tokens = sentence.passage.tokens
    joined = joint.kind == "inherited" and tokens[joint.first].low in ("and", "but")
    return joined and tokens[joint.first - 1].text == ","


def _agent(sentence: Sentence, cue: Cue) -> Phrase | None:
    """Who speaks in a passive: 'by Lind' within the next words."""
    for at in range(cue.last, min(cue.last + _REACH, sentence.last)):
        if sentence.passage.tokens[at].low == "by":
            return phrase_at(sentence.passage, sentence.named, at + 1, sentence.last)
        if sentence.passage.tokens[at].low == "that":
            break
    return None


def _nobody(sentence: Sentence, cue: Cue, *, expletive: bool) -> Phrase | None:
    """Somebody not named: 'I am told that', 'it is rumored that'; not 'it was agreed that'."""
    lemma, tokens = cue.verbs[0].lemma, sentence.passage.tokens
    known = lemma in (_SAID if expletive else _TOLD)
    own = expletive and cue.present and lemma in _OWN
    if not known or cue.negative or (tokens[cue.first].low in _MAY_BE):
        return None
    return Phrase("author" if own else "unnamed", cue.first, cue.last)


def take_heard(sentence: Sentence, cue: Cue) -> bool:
    """'I heard from Lind that': Lind speaks; 'I hear that': nobody named. Whether it is such a verb."""
    if not any(verb.rule == "passive" for verb in cue.verbs):
        return False
    passage, named = sentence.passage, sentence.named
    start = max((report.begin for report in sentence.open), default=sentence.first)
    subject = find_subject(passage, named, min(start, cue.first), cue.first)
    source = _from(sentence, cue)
    if source is None and cue.verbs[0].attitude:
        return False
    own = subject is not None and passage.tokens[subject.first].low in ("i", "we")
    if source is None and own and not sentence.open and not cue.negative:
        source = Phrase("unnamed", cue.first, cue.last)
    if source is None or subject is None:
        return True
    complement = find_complement(passage, named, replace(cue, last=source.last), sentence.last)
    if complement is not None and complement.kind in ("that", "wh"):
        report = report_of(cue, complement, source)
        report.rule, report.cue, report.attitude = "passive", (cue.first, source.last), False
        report.addressee, report.first = subject, subject.begin
        add(sentence, report, sentence.open[-1] if sentence.open else None)
    return True


def _from(sentence: Sentence, cue: Cue) -> Phrase | None:
    """From whom somebody heard: 'from Lind' right behind the verb."""
    for at in range(cue.last, min(cue.last + _NEAR, sentence.last)):
        if sentence.passage.tokens[at].low in ("from", "through", "via"):
            return phrase_at(sentence.passage, sentence.named, at + 1, sentence.last)
    return None


def take_parenthesis(sentence: Sentence, cue: Cue, complement: Complement | None) -> bool:
    """'…, Berg said, …', '…, said Berg.': the words around it are said."""
    passage, tokens = sentence.passage, sentence.passage.tokens
    clause = complement is not None and complement.kind in ("that", "wh", "colon", "inf", "quote")
    if clause and not _is_between(sentence, cue):
        return False
    before = tokens[cue.first - 1].text if cue.first > sentence.first else ""
    after = phrase_at(passage, sentence.named, cue.last, sentence.last, subject=True)
    if before in _BEFORE_SAID and after is not None and _ends(sentence, after.last):
        return _insert(sentence, cue, replace(after, begin=cue.first), cue.first, after.last)
    if cue.first == sentence.first or not _ends(sentence, cue.last):
        return False
    subject = find_subject(passage, sentence.named, sentence.first, cue.first)
    if subject is None or subject.kind == "inherited" or subject.first <= sentence.first:
        return False
    begin = _insertion(sentence, subject)
    return begin > sentence.first and _insert(sentence, cue, subject, begin, cue.last)


def _is_between(sentence: Sentence, cue: Cue) -> bool:
    """Whether commas stand before a verb's subject and behind the verb: ', he added, who are nervous'."""
    tokens = sentence.passage.tokens
    if cue.last >= sentence.last or tokens[cue.last].text != ",":
        return False
    subject = find_subject(sentence.passage, sentence.named, sentence.first, cue.first)
    return subject is not None and subject.begin > sentence.first and tokens[subject.begin - 1].text in ",–—"


def _insertion(sentence: Sentence, subject: Phrase) -> int:
    """The first token of an inserted clause, titles before its subject counted in; 0 where it is none."""
    tokens, at = sentence.passage.tokens, subject.begin
    while at > sentence.first and subject.first - at < _TITLES:
        before = tokens[at - 1]
        if before.text in _BEFORE_SAID:
            said = any(token.low in FINITE for token in tokens[sentence.first : at - 1])
            return at if said or tokens[at - 2].low not in LEXICON.kinds else 0
        if not (
            before.is_name or before.low in ("the", "comrade", "cde", ".") or before.low in LEXICON.kinds
        ):
            return 0
        at -= 1
    return 0


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether an inserted clause ends at a token, an adverb before it passed over: 'Berg said bitterly.'"""
    if at < sentence.last and is_filler(sentence.passage, at):
        at += 1
    return at >= sentence.last or sentence.passage.tokens[at].text in (
        ",",
        ".",
        ";",
        ":",
        "–",
        "—",
        "”",
        "[",
        "?",
    )


def _insert(sentence: Sentence, cue: Cue, speaker: Phrase, first: int, last: int) -> bool:
    """Take the words before and after an inserted clause as what it says."""
    tokens, verb = sentence.passage.tokens, cue.verbs[0]
    if not any("quote" in verb.takes or verb.attitude for verb in cue.verbs) or sentence.open:
        return False
    if tokens[speaker.first].low in ("i", "we") and (verb.attitude or cue.present):
        return True
    parts = _around(sentence, first, last)
    if not parts:
        return False
    if tokens[parts[0][0]].low != "as" or parts[0][1] - parts[0][0] > 1:
        report = Report("parenthesis", verb.mood, first, (cue.first, cue.last), speaker, parts)
        report.present, report.attitude = cue.present, verb.attitude
        sentence.reports.append(report)
    return True


def _around(sentence: Sentence, first: int, last: int) -> list[tuple[int, int]]:
    """The words of a sentence before and after some tokens, marks and quotation marks left out."""
    tokens, begin, start = sentence.passage.tokens, last, sentence.first
    end = sentence.trimmed(sentence.first, first)
    while start < end and tokens[start].text in _OPENING:
        start += 1
    parts = [(start, end)] if end > start else []
    while begin < sentence.last and not tokens[begin].is_word and tokens[begin].text not in "[(":
        begin += 1
    if begin >= sentence.last or _is_another(sentence, begin):
        return parts
    close = sentence.trimmed(begin, last_word(sentence.passage, sentence.named, begin, sentence.last))
    return [*parts, (begin, close)] if close - begin > 1 else parts


def _is_another(sentence: Sentence, at: int) -> bool:
    """Whether another report begins behind an insertion: '…, he confessed, but he doubts that'."""
    tokens = sentence.passage.tokens
    if tokens[at].low not in ("and", "but", "though", "although") or at + 2 >= sentence.last:
        return False
    return tokens[at + 1].low in SUBJECTS and tokens[at + 2].low in LEXICON.forms
