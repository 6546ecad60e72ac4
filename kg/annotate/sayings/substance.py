"""A verb of saying, what follows it and its subject -> whether anything is reported by them."""

from __future__ import annotations

from kg.annotate.sayings.complements import Complement
from kg.annotate.sayings.cues import DETERMINERS, MODALS, PREPOSITIONS, Cue
from kg.annotate.sayings.descriptions import Phrase
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.objects import OBJECTS
from kg.annotate.sayings.reports import Sentence

_CONTENT = 3
_NEEDS = frozenset(
    ("arrive", "be", "come", "draw", "form", "have", "hold", "reach", "share", "stick", "take")
)
_NO_WORDS = frozenset(("np", "none", "other", "gerund"))
_ABOUT = frozenset(("ask", "enquire", "inquire", "thank"))
_TOPIC = LEXICON.grammar["topics"] | {"as"}
_CAUSES = frozenset(("because", "since", "although", "though", "for"))
_WHEN = frozenset(("when", "once"))
_KNOWN = frozenset(("this", "these", "that", "those", "it", "them", "such", "same"))
_SMALL = DETERMINERS | PREPOSITIONS | OBJECTS | {"it", "this", "following"}
_SUBORDINATE = LEXICON.grammar["subordinate"]
_OPINIONS = LEXICON.grammar["opinions"]
_PERFORMATIVES = LEXICON.grammar["performatives"]


def is_aside(sentence: Sentence, cue: Cue, complement: Complement, subject: Phrase) -> bool:
    """Whether nothing is reported: 'until he has said', 'which I request', a plural taken for a verb."""
    tokens, low = sentence.passage.tokens, sentence.passage.tokens[subject.first].low
    before = tokens[subject.begin - 1].low if subject.begin > sentence.first else ""
    told = not cue.present and complement.kind in ("that", "wh") and not complement.verb.attitude
    if complement.verb.attitude and before in _CAUSES:
        return True
    if before in _SUBORDINATE - (_WHEN if told else frozenset()) or (
        before in MODALS and complement.kind != "wh"
    ):
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
        none = any(token.low == "no" for token in sentence.passage.tokens[cue.at : cue.last])
        return none or verb.lemma in _NEEDS or not _has_topic(sentence, cue)
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
        return _content(sentence, cue.last) > 0
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
