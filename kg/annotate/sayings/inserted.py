"""Verbs of saying that stand apart from a main clause -> reports: participles, passives, insertions."""

from __future__ import annotations

from dataclasses import replace

from kg.annotate.sayings.complements import Complement, find_complement
from kg.annotate.sayings.cues import Cue
from kg.annotate.sayings.descriptions import Phrase
from kg.annotate.sayings.objects import phrase_at
from kg.annotate.sayings.reports import Report, Sentence, add, last_outer, report_of
from kg.annotate.sayings.subjects import find_subject

_REACH = 6
_OPENING = frozenset('“"„«')


def take_participle(sentence: Sentence, cue: Cue, complement: Complement | None) -> None:
    """', adding that': the speaker before goes on; 'Noting that …, Berg said' waits for its subject."""
    before = last_outer(sentence)
    if complement is None or complement.kind not in ("that", "wh") or cue.verbs[0].attitude:
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
    """'I was told by Lind that', 'it was said by Lind that': the agent speaks."""
    passage, named = sentence.passage, sentence.named
    agent = None
    for at in range(cue.last, min(cue.last + _REACH, sentence.last)):
        if passage.tokens[at].low == "by":
            agent = phrase_at(passage, named, at + 1, sentence.last)
            break
    if agent is None or cue.verbs[0].light or cue.verbs[0].attitude or sentence.open:
        return
    complement = find_complement(passage, named, replace(cue, last=agent.last), sentence.last)
    if complement is None or complement.kind not in ("that", "wh", "inf", "quote", "colon"):
        return
    subject = find_subject(passage, named, sentence.first, cue.first)
    report = report_of(cue, complement, agent)
    report.rule, report.cue = "passive", (cue.first, agent.last)
    expletive = subject is not None and passage.tokens[subject.first].low == "it"
    report.addressee = None if expletive else subject
    report.first = subject.begin if subject else cue.first
    add(sentence, report, None)


def take_parenthesis(sentence: Sentence, cue: Cue, complement: Complement | None) -> bool:
    """'…, Berg said, …', '…, said Berg.': the words around it are said."""
    passage, tokens = sentence.passage, sentence.passage.tokens
    relative = cue.last < sentence.last and tokens[cue.last].text == ","
    if complement is not None and complement.kind in ("that", "wh", "colon", "inf", "quote") and not relative:
        return False
    before = tokens[cue.first - 1].text if cue.first > sentence.first else ""
    after = phrase_at(passage, sentence.named, cue.last, sentence.last, subject=True)
    if before in (",", "”", '"', "?", "!", "–", "—") and after is not None and _ends(sentence, after.last):
        return _insert(sentence, cue, replace(after, begin=cue.first), cue.first, after.last)
    if cue.first == sentence.first or not _ends(sentence, cue.last):
        return False
    subject = find_subject(passage, sentence.named, sentence.first, cue.first)
    if subject is None or subject.kind == "inherited" or subject.first <= sentence.first:
        return False
    if (
        tokens[subject.begin - 1].text in (",", "”", '"', "–", "—")
        or tokens[subject.first - 2 : subject.first - 1] == []
    ):
        return _insert(sentence, cue, subject, subject.begin, cue.last)
    title = tokens[subject.first - 1]
    if title.is_name or title.low in ("the", "comrade", "cde"):
        at = subject.first - 1
        while at > sentence.first and tokens[at].text not in (",", "”", '"', "–", "—"):
            at -= 1
        if 0 < subject.first - at <= 6 and at > sentence.first:
            return _insert(sentence, cue, subject, at + 1, cue.last)
    return False


def _ends(sentence: Sentence, at: int) -> bool:
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
    while begin < sentence.last and not tokens[begin].is_word and tokens[begin].text not in "[(":
        begin += 1
    close = sentence.trimmed(begin, sentence.last)
    parts = [(start, end)] if end > start else []
    return [*parts, (begin, close)] if close - begin > 1 else parts
