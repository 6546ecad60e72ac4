"""Reports -> their words in parts, each with its mood and its hedges."""

from __future__ import annotations

from dataclasses import dataclass

from kg.annotate.sayings.addressed import WH
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.objects import phrase_match
from kg.annotate.sayings.reports import Report
from kg.annotate.sayings.tokens import Passage, Token
from kg.model import Scope

_MAY = LEXICON.grammar["possible"]
_THINKS = LEXICON.grammar["thinks"]
_HE = LEXICON.grammar["third"]
_POSSIBLE = frozenset(("might", "perhaps", "possibly", "maybe"))
_CLAUSES = LEXICON.grammar["clauses"]
_ASKED = frozenset(("whether", "what", "how", "why"))
_JOINTS = frozenset((",", "and", "but", ";"))


@dataclass(frozen=True, slots=True)
class Weak:
    """A hedge: tokens [first, last), its kind, its scope."""

    first: int
    last: int
    kind: str
    scope: Scope


def part_words(passage: Passage, report: Report, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches that a report says, cut where another clause with its own force begins.

    taken: stretches that are another's words inside these ('as the owners tell it'), cut out.
    """
    if report.rule in (
        "performed",
        "parenthesis",
        "noun-of-saying",
        "cited-document",
        "quotation",
        "announced",
    ):
        return report.parts if report.rule != "noun-of-saying" else _cut(passage, report)
    found: list[tuple[int, int]] = []
    for begin, end in _cut(passage, report):
        for first, last in taken:
            if begin <= first and last <= end and end - begin > last - first:
                if first - begin > 3:
                    found.append((begin, _trim(passage, begin, first)))
                begin = _skip(passage, last, end)
        found.append((begin, end))
    return [(begin, end) for begin, end in found if end - begin > 1]


def _cut(passage: Passage, report: Report) -> list[tuple[int, int]]:
    begin, end = report.parts[0]
    found: list[tuple[int, int]] = []
    at = begin + 3
    while at < end - 2:
        if at in passage.closes:
            at = passage.closes[at]
        elif passage.tokens[at].low in _JOINTS and (cut := _begins(passage, report, at, end)):
            found.append((begin, _trim(passage, begin, at)))
            begin = at = cut
        at += 1
    return [*found, (begin, end)]


def _begins(passage: Passage, report: Report, at: int, end: int) -> int:
    """The first token of a clause of its own behind a joint ('and that', 'and evidently'); 0 for none."""
    tokens, n = passage.tokens, at
    while n < end and tokens[n].low in _JOINTS:
        n += 1
    if n >= end - 2:
        return 0
    low, joint = tokens[n].low, tokens[n - 1].low
    if low == "that" and LEXICON.hedges.get(tokens[n + 1].low) == "epistemic":
        n, low = n + 1, tokens[n + 1].low
    asked = low in _ASKED and tokens[report.begin].low in WH
    weakened = LEXICON.hedges.get(low) == "epistemic" and low not in _MAY
    if (asked or weakened) and joint in ("and", "but"):
        return n
    if low in _HE and tokens[n + 1].low in _THINKS and n - at <= 2:
        return n
    if joint != "but" or tokens[at].text != ",":
        return 0
    infinitive = low == "to" and tokens[report.begin].low in ("not", "to")
    return n if infinitive else 0


def _said_with_that(passage: Passage, report: Report) -> bool:
    return report.begin > 0 and passage.tokens[report.begin - 1].low in ("that", ",")


def _trim(passage: Passage, begin: int, end: int) -> int:
    while end > begin and passage.tokens[end - 1].low in (",", ";", "and", "but", ".", ":", "therefore"):
        end -= 1
    return end


def _skip(passage: Passage, begin: int, end: int) -> int:
    """The token after an inserted 'as' clause and its comma."""
    at = begin
    if at < end and passage.tokens[at].text == ",":
        while at < end - 1:
            at += 1
            if passage.tokens[at].text == ",":
                return at + 1
        return end
    return begin


def mood_of(passage: Passage, report: Report, part: tuple[int, int], closing: str) -> str:
    """The mood of a part: its cue's, unless its own words are a question, a condition or a possibility."""
    tokens = passage.tokens[part[0] : part[1]]
    lows = [token.low for token in tokens]
    if report.mood != "statement":
        return report.mood
    if (
        closing == "?"
        or lows[-3:] == ["[", "?", "]"]
        or (
            lows[0] in ("how", "why")
            and len(lows) > 1
            and lows[1] in ("can", "could", "is", "was", "do", "did", "should")
        )
    ):
        return "question"
    if lows[0] == "if" and any(low in ("would", "could", "will", "might", "should") for low in lows):
        return "condition"
    return "possibility" if any(_is_possible(tokens, at) for at in range(len(tokens))) else "statement"


def _is_possible(tokens: list[Token], at: int) -> bool:
    """Whether a word makes a possibility of what is said: 'might', 'may', but not 'you may' or the month."""
    low = tokens[at].low
    if low != "may":
        return low in _POSSIBLE
    before = tokens[at - 1].low if at else ""
    return tokens[at].text == "may" and before != "you"


def own_words(report: Report, part: tuple[int, int], inner: list[Report]) -> tuple[int, int]:
    """The words of a part before those that others say in it: what is weak in these is theirs."""
    others = [one for one in inner if one.rule in _CLAUSES and part[0] < one.cue[0] < part[1]]
    end = min((one.cue[0] for one in others), default=part[1])
    return part[0], max(end, part[0] + 1)


def hedges_of(passage: Passage, report: Report, part: tuple[int, int]) -> list[Weak]:
    """What weakens a part: beside the cue, beside the source, inside the words."""
    found = [Weak(*hedge) for hedge in report.hedges]
    source = report.rule in ("referred-to", "according-to", "as-told")
    around = range(max(report.cue[0] - 3, _floor(passage, report)), report.cue[1] + (0 if source else 2))
    for at in around:
        in_words = any(begin <= at < end for begin, end in report.parts)
        end = phrase_match(passage, LEXICON.hedge_phrases, at, len(passage.tokens))
        kind = LEXICON.hedges[_words(passage, at, end)] if end else ""
        adverb = kind == "hearsay" or (kind == "epistemic" and passage.tokens[at].low.endswith("ly"))
        known = any(weak.first < end and at < weak.last for weak in found)
        if end and not (in_words or known) and adverb and not _of_a_source(passage, end, report):
            found.append(Weak(at, end, kind, "source" if source else "speech-act"))
    if report.rule != "referred-to":
        inside = _inside(passage, part)
        found += [one for one in inside if not any(w.first < one.last and one.first < w.last for w in found)]
    return list({(weak.first, weak.last): weak for weak in found}.values())


def _floor(passage: Passage, report: Report) -> int:
    at = report.cue[0]
    while at > 0 and report.cue[0] - at < 3 and passage.tokens[at - 1].text not in ".;:":
        at -= 1
    return at


def _of_a_source(passage: Passage, end: int, report: Report) -> bool:
    """Whether a hedge belongs to the source named right after it: 'supposedly referring to Lind'."""
    return (
        report.rule != "referred-to"
        and phrase_match(passage, LEXICON.reference, end, len(passage.tokens)) > 0
    )


def _words(passage: Passage, first: int, last: int) -> str:
    return " ".join(token.low for token in passage.tokens[first:last])


def _inside(passage: Passage, part: tuple[int, int]) -> list[Weak]:
    found: list[Weak] = []
    at, end = part
    while at < end:
        last = phrase_match(passage, LEXICON.hedge_phrases, at, end)
        tokens = passage.tokens
        if last and tokens[at].text != "May":
            found.append(Weak(at, last, LEXICON.hedges[_words(passage, at, last)], "content"))
            at = last
        elif tokens[at].low in _HE and at + 1 < end and tokens[at + 1].low in _THINKS:
            opens, inserted = at - part[0] < 3, tokens[at - 1].text == ","
            if opens or inserted:
                found.append(Weak(at, at + 2, "epistemic" if opens else "own-opinion", "content"))
            at += 2
        else:
            at += 1
    return found
