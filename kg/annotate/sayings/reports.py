"""A sentence -> the reports in it: who says what to whom in which of its words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.annotate.sayings.complements import Complement, find_complement
from kg.annotate.sayings.cues import DETERMINERS, MODALS, Cue, find_cues
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.objects import phrase_at
from kg.annotate.sayings.subjects import Phrase, find_subject
from kg.annotate.sayings.tokens import Passage

_SUBORDINATE = frozenset(
    ("until", "till", "if", "unless", "which", "whom", "whether", "when", "than", "where", "whose", "what", "how", "once", "should")
)  # fmt: skip
_STOPS = frozenset(".!;:,")


@dataclass(slots=True)
class Report:
    """A saying in the words of one sentence; tokens [first, last) each.

    first: where its clause begins. speaker: None where it goes on with that of the report `same`.
    parts: the stretches said. parent: the report in whose words it stands. source: token range of a phrase
    that names the source, for hedges beside it. whole: it takes the words of its clause.
    """

    rule: str
    mood: str
    first: int
    cue: tuple[int, int]
    speaker: Phrase | None
    parts: list[tuple[int, int]]
    same: Report | None = None
    addressee: Phrase | None = None
    parent: Report | None = None
    negative: bool = False
    attitude: bool = False
    document: bool = False
    present: bool = False
    announces: bool = False
    cite: bool = False
    opened: int = 0
    hedges: list[tuple[int, int, str, str]] = field(default_factory=list)

    @property
    def begin(self) -> int:
        """The first token said."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """The token after the last one said."""
        return self.parts[-1][1]


@dataclass(slots=True)
class Sentence:
    """A sentence while its reports are being found; open: those whose words have not ended, outermost first."""

    passage: Passage
    named: Named
    first: int
    last: int
    reports: list[Report] = field(default_factory=list)
    open: list[Report] = field(default_factory=list)

    def close(self, at: int) -> None:
        """End all open reports before a token."""
        for report in self.open:
            begin = report.begin
            quote = self.passage.quotes.get(begin)
            if report.rule == "quotation" and quote is not None:
                begin, at_end = begin + 1, quote
            else:
                at_end = at
            report.parts = [(begin, self.trimmed(begin, at_end))]
        self.reports = [report for report in self.reports if report.end > report.begin or report.announces]
        self.open = []

    def trimmed(self, begin: int, end: int) -> int:
        """The end without the marks, quotation marks and conjunctions before it."""
        tokens = self.passage.tokens
        while end > begin:
            low = tokens[end - 1].low
            closing = low in (")", "]") and end - 1 not in self.passage.opens
            if (
                low in _STOPS
                or low in ("and", "but", "”", "–", "—")
                or closing
                or (low == '"' and end - 1 not in self.passage.quotes.values())
            ):
                end -= 1
            else:
                break
        return end


def read_clauses(passage: Passage, named: Named, first: int, last: int) -> Sentence:
    """The reports of a sentence that a verb of saying makes, parents before children."""
    sentence = Sentence(passage, named, first, last)
    for cue in find_cues(passage, first, last):
        if any(report.begin > cue.first and report.rule != "performed" for report in sentence.open):
            continue
        _take(sentence, cue)
    sentence.close(last)
    return sentence


def _take(sentence: Sentence, cue: Cue) -> None:
    if cue.use == "passive":
        _take_passive(sentence, cue)
        return
    complement = find_complement(sentence.passage, sentence.named, cue, sentence.last)
    if cue.use == "participle":
        _take_participle(sentence, cue, complement)
        return
    if _take_parenthesis(sentence, cue, complement):
        return
    inner = max((report.begin for report in sentence.open), default=sentence.first)
    subject = find_subject(sentence.passage, sentence.named, min(inner, cue.first), cue.first)
    if subject is None and inner > sentence.first and sentence.open[-1].begin == cue.first:
        return
    subject = subject or _head(sentence, complement)
    if complement is None or subject is None:
        return
    if _is_aside(sentence, cue, complement, subject):
        return
    if subject.kind == "inherited":
        _take_inherited(sentence, cue, complement, subject)
        return
    report = _report(cue, complement, subject)
    if not sentence.open:
        _add(sentence, report, None)
    elif _is_beside(sentence, subject):
        sentence.close(subject.begin)
        _add(sentence, report, None)
    elif _is_inner(complement, subject) and not _own_thought(report):
        _add(sentence, report, sentence.open[-1])


def _is_aside(sentence: Sentence, cue: Cue, complement: Complement, subject: Phrase) -> bool:
    """Whether nothing is reported: 'until he has said', 'which I request', or a plural noun taken for a verb."""
    tokens, low = sentence.passage.tokens, sentence.passage.tokens[subject.first].low
    before = tokens[subject.begin - 1].low if subject.begin > sentence.first else ""
    if before in _SUBORDINATE or (before in MODALS and complement.kind != "wh"):
        return True
    bare = subject.kind == "description" and low not in DETERMINERS
    present = tokens[cue.at].low == cue.verbs[0].lemma + "s" or tokens[cue.at].low.endswith("es")
    if cue.present and present and complement.kind == "np" and bare:
        return True
    if complement.kind == "np" and cue.negative:
        return True
    return low in ("i", "we") and cue.present and not _is_opinion(complement)


def _is_opinion(complement: Complement) -> bool:
    """Whether an author's 'I believe that' gives an opinion; other acts in the present are the text itself."""
    return complement.kind == "that" and complement.verb.lemma in ("think", "believe", "consider", "suppose")


def _head(sentence: Sentence, complement: Complement | None) -> Phrase | None:
    """The phrase that opens the sentence before a comma: 'Berg, without waiting for an answer, said that'."""
    if complement is None or complement.kind not in ("that", "wh") or sentence.open or sentence.reports:
        return None
    found = phrase_at(sentence.passage, sentence.named, sentence.first, sentence.last, subject=True)
    named = found is not None and found.kind in ("name", "pronoun")
    if found is None or not named or sentence.passage.tokens[found.last].text != ",":
        return None
    return replace(found, begin=sentence.first)


def _report(cue: Cue, complement: Complement, subject: Phrase | None) -> Report:
    verb = complement.verb
    topic = complement.kind in ("np", "none", "other") or (verb.light and complement.kind in ("gerund",))
    begin = complement.begin
    if topic:
        begin = cue.first if subject is None or complement.kind == "np" else subject.first
    rule = "performed" if complement.kind == "np" and verb.rule == "reported-clause" else verb.rule
    rule = {"quote": "quotation", "colon": "announced"}.get(complement.kind, rule)
    mood = cue.mood or verb.mood
    if cue.mood and complement.kind == "wh":
        mood = "question"
    if complement.kind == "inf" and cue.mood:
        mood = "proposal"
    return Report(
        rule,
        mood,
        subject.begin if subject else cue.first,
        (cue.first, cue.last),
        subject,
        [(begin, begin + 1)],
        addressee=complement.addressee,
        negative=cue.negative != verb.negative,
        attitude=verb.attitude,
        present=cue.present,
        announces=complement.kind == "colon",
        cite=verb.light,
    )


def _is_inner(complement: Complement, subject: Phrase) -> bool:
    """Whether a verb in another's words makes a saying of its own there: only with its own clause."""
    if complement.kind == "inf":
        return subject.kind == "name"
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


def _add(sentence: Sentence, report: Report, parent: Report | None) -> None:
    report.parent = parent
    report.opened = len(sentence.reports)
    sentence.reports.append(report)
    sentence.open.append(report)


def _take_inherited(sentence: Sentence, cue: Cue, complement: Complement, subject: Phrase) -> None:
    """'… and asked whether': the speaker of the report before, or the subject of the clause."""
    before = _last_outer(sentence)
    if sentence.passage.tokens[subject.first].text in ",–—-" and (
        before is None or complement.kind not in ("that", "wh", "inf")
    ):
        return
    if before is None:
        found = _clause_subject(sentence, cue.first)
        if found is not None:
            _add(sentence, _report(cue, complement, found), None)
        return
    sentence.close(subject.begin)
    report = _report(cue, complement, None)
    report.same, report.first = before, cue.first
    _add(sentence, report, None)


def _last_outer(sentence: Sentence) -> Report | None:
    return next((report for report in reversed(sentence.reports) if report.parent is None), None)


def _clause_subject(sentence: Sentence, at: int) -> Phrase | None:
    """The first phrase before a token that may be the subject of its sentence: 'Berg rose and said'."""
    passage = sentence.passage
    start = sentence.first
    while start < at:
        before = passage.tokens[start - 1].low if start > sentence.first else ""
        if before not in (
            "of",
            "to",
            "with",
            "from",
            "by",
            "for",
            "at",
            "in",
            "on",
            "during",
            "after",
            "between",
        ):
            found = phrase_at(passage, sentence.named, start, at, subject=True)
            if found is not None:
                parts = found.parts
                return replace(found, kind=found.kind, begin=sentence.first, parts=parts)
        start += 1
    return None


def _take_participle(sentence: Sentence, cue: Cue, complement: Complement | None) -> None:
    """', adding that': the speaker before goes on; 'Noting that …, Berg said' waits for its subject."""
    before = _last_outer(sentence)
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
    report = _report(cue, complement, None)
    report.rule, report.same, report.first = "participle", before, cue.first
    _add(sentence, report, None)


def _take_passive(sentence: Sentence, cue: Cue) -> None:
    """'I was told by Lind that', 'it was said by Lind that': the agent speaks."""
    passage, named = sentence.passage, sentence.named
    agent = None
    for at in range(cue.last, min(cue.last + 3, sentence.last)):
        if passage.tokens[at].low == "by":
            agent = phrase_at(passage, named, at + 1, sentence.last)
            break
    if agent is None or cue.verbs[0].light or cue.verbs[0].attitude or sentence.open:
        return
    complement = find_complement(passage, named, replace(cue, last=agent.last), sentence.last)
    if complement is None or complement.kind not in ("that", "wh", "inf", "quote", "colon"):
        return
    subject = find_subject(passage, named, sentence.first, cue.first)
    report = _report(cue, complement, agent)
    report.rule, report.cue = "passive", (cue.first, agent.last)
    expletive = subject is not None and passage.tokens[subject.first].low == "it"
    report.addressee = None if expletive else subject
    report.first = subject.begin if subject else cue.first
    _add(sentence, report, None)


def _take_parenthesis(sentence: Sentence, cue: Cue, complement: Complement | None) -> bool:
    """'…, Berg said, …', '…, said Berg.': the words around it are said."""
    passage, tokens = sentence.passage, sentence.passage.tokens
    if complement is not None and complement.kind in ("that", "wh", "colon", "inf", "quote"):
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
    if not any("quote" in verb.takes or verb.attitude for verb in cue.verbs) or sentence.open:
        return False
    if sentence.passage.tokens[speaker.first].low in ("i", "we") and (cue.verbs[0].attitude or cue.present):
        return True
    end = sentence.trimmed(sentence.first, first)
    begin = last
    while (
        begin < sentence.last
        and not sentence.passage.tokens[begin].is_word
        and sentence.passage.tokens[begin].text not in '“"[('
    ):
        begin += 1
    start = sentence.first
    while start < end and sentence.passage.tokens[start].text in "“\"„«":
        start += 1
    while begin < sentence.last and sentence.passage.tokens[begin].text in "“\"„«":
        begin += 1
    parts = [(start, end)] if end > start else []
    close = sentence.trimmed(begin, sentence.last)
    if close - begin > 1:
        parts.append((begin, close))
    if not parts:
        return False
    if sentence.passage.tokens[parts[0][0]].low == "as" and parts[0][1] - parts[0][0] == 1:
        return True
    verb = cue.verbs[0]
    report = Report(
        "parenthesis",
        verb.mood,
        first,
        (cue.first, cue.last),
        speaker,
        parts,
        present=cue.present,
        attitude=verb.attitude,
    )
    sentence.reports.append(report)
    return True
