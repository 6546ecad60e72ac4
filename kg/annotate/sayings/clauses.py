"""A sentence -> the reports that its verbs of saying make, each in the words of its own clause."""

from __future__ import annotations

from dataclasses import replace

from kg.annotate.sayings.complements import Complement, find_complement
from kg.annotate.sayings.cues import BE, DETERMINERS, MODALS, PREPOSITIONS, Cue, find_cues
from kg.annotate.sayings.descriptions import Phrase
from kg.annotate.sayings.inserted import take_heard, take_parenthesis, take_participle, take_passive
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.objects import OBJECTS, phrase_at
from kg.annotate.sayings.reports import Report, Sentence, add, last_outer, report_of
from kg.annotate.sayings.subjects import find_subject
from kg.annotate.sayings.tokens import Passage

_CONTENT = 3
_NO_WORDS = frozenset(("np", "none", "other", "gerund"))
_ABOUT = frozenset(("ask", "enquire", "inquire", "thank"))
_TOPIC = LEXICON.grammar["topics"] | {"as"}
_KNOWN = frozenset(("this", "these", "that", "those", "it", "them", "such", "same"))
_SMALL = DETERMINERS | PREPOSITIONS | OBJECTS | {"it", "this", "following"}
_SUBORDINATE = LEXICON.grammar["subordinate"]
_TOLD = LEXICON.grammar["told"]
_OPINIONS = LEXICON.grammar["opinions"]
_PERFORMATIVES = LEXICON.grammar["performatives"]


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
    if complement is None or subject is None or _is_aside(sentence, cue, complement, subject):
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
    elif _is_beside(sentence, subject):
        sentence.close(subject.begin)
        add(sentence, report, None)
    elif _is_inner(complement, subject) and not _own_thought(report):
        add(sentence, report, sentence.open[-1])


def _is_aside(sentence: Sentence, cue: Cue, complement: Complement, subject: Phrase) -> bool:
    """Whether nothing is reported: 'until he has said', 'which I request', a plural taken for a verb."""
    tokens, low = sentence.passage.tokens, sentence.passage.tokens[subject.first].low
    before = tokens[subject.begin - 1].low if subject.begin > sentence.first else ""
    if before in _SUBORDINATE or (before in MODALS and complement.kind != "wh"):
        return True
    if _says_little(sentence, cue, complement):
        return True
    bare = subject.kind == "description" and low not in DETERMINERS
    present = tokens[cue.at].low == cue.verbs[0].lemma + "s" or tokens[cue.at].low.endswith("es")
    if cue.present and present and complement.kind == "np" and bare:
        return True
    noun = subject.kind != "pronoun" and tokens[cue.at].low == cue.verbs[0].lemma
    if complement.kind == "np" and (cue.negative or (cue.present and noun and not cue.verbs[0].light)):
        return True
    if low not in ("i", "we") or not cue.present:
        return False
    honor = any(token.low in ("honor", "honour") for token in tokens[cue.first : cue.at])
    return not _is_own(complement) or (honor and complement.verb.lemma == "report")


def _says_little(sentence: Sentence, cue: Cue, complement: Complement) -> bool:
    """Whether there is no content: 'welcomed this', 'did not say whether he would come'."""
    verb = complement.verb
    if complement.kind == "wh" and cue.negative and not verb.negative and verb.rule == "reported-clause":
        return True
    if complement.kind in _NO_WORDS and verb.light and verb.lemma != "read":
        return not _has_topic(sentence, cue)
    if complement.kind != "np" or verb.rule == "reported-refusal" or verb.mood == "question":
        return False
    if verb.lemma in _ABOUT:
        return False
    after = sentence.passage.tokens[cue.last].low if cue.last < sentence.last else ""
    if after in _KNOWN or _is_bare_verb(sentence, cue.last):
        return True
    return _content(sentence, complement.addressee.last if complement.addressee else cue.last) < _CONTENT


def _has_topic(sentence: Sentence, cue: Cue) -> bool:
    """Whether a noun of saying without a clause says of what: 'raised the question of the rails'."""
    tokens = sentence.passage.tokens
    if cue.mood != "question":
        return _content(sentence, cue.last) >= _CONTENT - 1
    within = sum(token.is_word and token.low not in _SMALL for token in tokens[cue.at + 1 : cue.last])
    topic = cue.last < sentence.last and tokens[cue.last].low in _TOPIC
    return topic or within > 1 or tokens[cue.last - 1].low in PREPOSITIONS


def _is_bare_verb(sentence: Sentence, at: int) -> bool:
    """Whether a telegram's bare verb stands at a token: 'Embassy requested inform Government'."""
    low = sentence.passage.tokens[at].low if at < sentence.last else ""
    return any(form == "base" and low not in LEXICON.nouns for _, form in LEXICON.forms.get(low, ()))


def _content(sentence: Sentence, begin: int) -> int:
    """How many words that mean something follow before the next mark or 'and'."""
    count = 0
    for token in sentence.passage.tokens[begin : sentence.last]:
        if token.text in ",;:" or token.low in ("and", "but"):
            break
        count += token.is_word and token.low not in _SMALL
    return count


def _is_own(complement: Complement) -> bool:
    """Whether an author's 'I believe that' or 'I report that' gives his words; other acts are the text."""
    kind, lemma = complement.kind, complement.verb.lemma
    if kind == "that" and complement.verb.attitude:
        return lemma in _OPINIONS
    return kind in ("that", "inf") and lemma in _PERFORMATIVES


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
    start = sentence.first
    while start < at:
        before = passage.tokens[start - 1].low if start > sentence.first else ""
        if before not in PREPOSITIONS:
            found = phrase_at(passage, sentence.named, start, at, subject=True)
            if found is not None:
                parts = found.parts
                return replace(found, kind=found.kind, begin=sentence.first, parts=parts)
        start += 1
    return None
