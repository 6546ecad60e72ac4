"""A verb of saying in its sentence -> the words that name who says it."""

from __future__ import annotations

from dataclasses import replace

from kg.annotate.sayings.cues import DETERMINERS, PREPOSITIONS, PRONOUNS, is_filler
from kg.annotate.sayings.descriptions import INNER, Phrase, clause_begin, description_ending
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.listed import is_surname, name_list, title_start
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.tokens import Passage

_TITLE = 5
_NO_ADVERBS = frozenset(LEXICON.data["voices"]["documents"]) | LEXICON.kinds.keys()
_OF = 3
_SOME = frozenset(("all", "both", "most", "some", "many", "several", "two", "three"))
_APPOSED = 9
_INSERTS = LEXICON.grammar["inserts"]
_AFTER = frozenset(tuple(words.split()) for words in LEXICON.data["voices"]["after-names"])
_LONGEST = max(map(len, _AFTER))
_JOINTS = LEXICON.grammar["joints"]


def find_subject(passage: Passage, named: Named, first: int, at: int) -> Phrase | None:
    """The subject of a verb at a token: the phrase that ends before it, past adverbs and insertions."""
    end = at
    for _ in range(6):
        end = _past_adverbs(passage, first, end)
        if end <= first:
            return None
        low = passage.tokens[end - 1].low
        if low in ("and", "but", "or") or (low == "then" and end - first > 1):
            return Phrase("inherited", end - 1, end, begin=end - 1)
        if low in (",", "–", "—", "-"):
            found = _before_insertion(passage, named, first, end - 1)
            if found is not None:
                return found
            return Phrase("inherited", end - 1, end, begin=end - 1)
        if end - 1 in passage.opens:
            found = _bracketed(passage, named, first, end)
            if found is not None:
                return found
            end = passage.opens[end - 1]
            continue
        return phrase_ending(passage, named, first, end)
    return None


def _past_adverbs(passage: Passage, first: int, end: int) -> int:
    """Back past adverbs, and past 'alone' or 'for his part' behind a name."""
    while end > first:
        adverb = is_filler(passage, end - 1) and passage.tokens[end - 1].low not in _NO_ADVERBS
        size = _after_name(passage, first, end) or int(adverb)
        if not size:
            break
        end -= size
    return end


def _after_name(passage: Passage, first: int, end: int) -> int:
    """How many tokens before one are a phrase that may follow a name before its verb."""
    for size in range(min(_LONGEST, end - first - 1), 0, -1):
        if tuple(token.low for token in passage.tokens[end - size : end]) in _AFTER:
            return size
    return 0


def _before_insertion(passage: Passage, named: Named, first: int, comma: int) -> Phrase | None:
    """The subject before an insertion between commas: 'Berg, who was ill, said'."""
    whole = name_list(passage, named, first, comma)
    if whole is not None and len(whole.parts) > 1:
        return whole
    tries, at = 0, comma - 1
    while at > first and tries < 4:
        if at in passage.opens:
            at = passage.opens[at]
        elif passage.tokens[at].text in (",", "–", "—"):
            tries += 1
            found = _inserted(passage, named, first, at)
            if found is not None:
                return found
        at -= 1
    return None


def _inserted(passage: Passage, named: Named, first: int, comma: int) -> Phrase | None:
    """The subject that ends at a comma, if what follows the comma is an insertion."""
    after = passage.tokens[comma + 1]
    who = after.low in PREPOSITIONS and passage.tokens[comma + 2].low in ("whom", "which", "whose")
    begins = after.low in _INSERTS or after.low.endswith("ing") or is_filler(passage, comma + 1)
    if not (who or begins or after.is_name):
        return None
    end = _past_adverbs(passage, first, comma)
    while end - 1 in passage.opens:
        end = passage.opens[end - 1]
    found = phrase_ending(passage, named, first, end) if end > first else None
    if found is None or _adverbial(passage, first, found):
        return None
    place = _titled(passage, named, comma + 1) if found.kind in ("description", "pronoun") else None
    return Phrase("name", *place, (place,), found.begin) if place else found


def _titled(passage: Passage, named: Named, at: int) -> tuple[int, int] | None:
    """The name that begins at a token, behind its title: 'Mrs. Berg' in 'his deputy, Mrs. Berg, said'."""
    for begin in range(at, min(at + _TITLE, len(passage.tokens))):
        place = named.at(begin)
        if place is not None:
            return place if title_start(passage, named, at, begin) == at else None
    return None


def _adverbial(passage: Passage, first: int, phrase: Phrase) -> bool:
    """Whether the phrase is only the end of 'At the request of X,'."""
    before = passage.tokens[phrase.first - 1].low if phrase.first > first else ""
    return before in PREPOSITIONS | {"as"}


def phrase_ending(passage: Passage, named: Named, first: int, end: int) -> Phrase | None:
    """The phrase that ends before a token, with one joined to it: 'the King and his aide', 'Berg and I'.

    Only what opens a clause is joined: 'I met Berg and he said' has one speaker.
    """
    found = _one_ending(passage, named, first, end)
    if found is None or (found.kind == "name" and len(found.parts) > 1):
        return found
    joint = title_start(passage, named, first, found.first) - 1 if found.kind == "name" else found.first - 1
    alone = found.kind == "pronoun" and passage.tokens[found.first].text != "I"
    if alone or joint <= first or passage.tokens[joint].low != "and":
        return found
    other = _one_ending(passage, named, first, joint)
    begin = other.begin if other is not None else 0
    opens = begin == first or passage.tokens[begin - 1].text in ",;"
    if other is None or not opens or other.kind not in ("name", "description") or other.first >= joint:
        return found
    return Phrase("joined", other.first, end, ((other.first, joint), (joint + 1, end)), begin)


def _one_ending(passage: Passage, named: Named, first: int, end: int) -> Phrase | None:
    """The phrase that ends before a token: a pronoun, names, or a description of somebody."""
    token = passage.tokens[end - 1]
    if token.text == "]" and end - 1 in passage.opens and named.ending(end) is None:
        return _bracketed(passage, named, first, end)
    if token.low == "who":
        return _antecedent(passage, named, first, end - 1)
    if token.low in ("both", "all") and end - first > 1 and passage.tokens[end - 2].is_word:
        return phrase_ending(passage, named, first, end - 1)
    if token.low in PRONOUNS and is_surname(passage, first, end - 1):
        return Phrase("unknown", end - 1, end, begin=title_start(passage, named, first, end - 1))
    begin = _pronoun_begin(passage, named, first, end)
    if begin is not None:
        return Phrase("pronoun", begin, end, begin=clause_begin(passage, first, begin))
    names = name_list(passage, named, first, end)
    if names is None and token.text == "." and end - first > 1 and len(passage.tokens[end - 2].text) == 1:
        names = name_list(passage, named, first, end - 1)
    if names is not None:
        return _head_of(passage, named, first, names)
    return description_ending(passage, first, end)


def _pronoun_begin(passage: Passage, named: Named, first: int, end: int) -> int | None:
    """Where the pronoun begins that ends before one: 'he', 'the latter', 'all of them'; None for none."""
    tokens, low = passage.tokens, passage.tokens[end - 1].low
    if low in PRONOUNS:
        return end - 1 if named.ending(end) is None else None
    if low in ("them", "us"):
        many = end - first >= _OF and tokens[end - 2].low == "of" and tokens[end - _OF].low in _SOME
        return end - _OF if many else None
    if low in ("latter", "former", "both", "all", "himself", "interlocutor"):
        return end - 2 if end - first > 1 and tokens[end - 2].low in DETERMINERS else end - 1
    return None


def _bracketed(passage: Passage, named: Named, first: int, end: int) -> Phrase | None:
    """The phrase before a bracket, or in it where it is all there is: '[He] said', 'K.[arl] said'."""
    opening = passage.opens[end - 1]
    before = passage.tokens[opening - 1] if opening > first else None
    if before is not None and before.text == "." and len(passage.tokens[opening - 2].text) == 1:
        return Phrase("unknown", opening - 2, end, begin=opening - 2)
    if before is None or not before.is_word or before.low in _JOINTS:
        found = phrase_ending(passage, named, opening + 1, end - 1) if end - 1 > opening + 1 else None
        return replace(found, begin=opening) if found else None
    return phrase_ending(passage, named, first, opening)


def _antecedent(passage: Passage, named: Named, first: int, at: int) -> Phrase | None:
    """'Lind, who said': the phrase before the relative pronoun."""
    end = at - 1 if at > first and passage.tokens[at - 1].text == "," else at
    while end - 1 in passage.opens:
        end = passage.opens[end - 1]
    if end <= first:
        return None
    found = name_list(passage, named, first, end) or phrase_ending(passage, named, first, end)
    return _of_person(passage, named, first, found) if found is not None else None


def _of_person(passage: Passage, named: Named, first: int, phrase: Phrase) -> Phrase:
    """The person in "Berg, head of the Planning Office, who said", and not the office behind the name."""
    for at in range(phrase.first, max(first, phrase.first - _APPOSED), -1):
        if passage.tokens[at].text != ",":
            continue
        end = at
        while end - 1 in passage.opens:
            end = passage.opens[end - 1]
        place = named.ending(end)
        nouns = any(token.low in LEXICON.kinds for token in passage.tokens[at : phrase.last])
        if place is not None and nouns and named.refs[place].kind == "person":
            return Phrase("name", *place, (place,), phrase.begin)
        break
    return phrase


def _head_of(passage: Passage, named: Named, first: int, names: Phrase) -> Phrase | None:
    """'the members of the council', 'the envoy to Norway': the noun before the preposition, if there is one.

    Names behind another preposition are no subject: 'the talks with Norway raised the question'.
    """
    begin = title_start(passage, named, first, names.first)
    before = passage.tokens[begin - 1].low if begin > first else ""
    opening = begin - 1 == first and begin < names.first
    titled = any(token.low in LEXICON.kinds for token in passage.tokens[begin : names.first])
    if before not in PREPOSITIONS or (opening and not titled):
        return names
    found = description_ending(passage, first, names.last) if before in INNER else None
    if found and found.first < begin:
        return found
    return _before_relative(passage, named, first, begin)


def _before_relative(passage: Passage, named: Named, first: int, end: int) -> Phrase | None:
    """The subject before a relative clause: 'The official with whom I spoke at the Embassy said'."""
    for at in range(end - 1, first, -1):
        if passage.tokens[at].text in ",;:":
            return None
        if passage.tokens[at].low in ("whom", "who"):
            at -= passage.tokens[at - 1].low in PREPOSITIONS
            found = phrase_ending(passage, named, first, at) if at > first else None
            return found if found and found.first == first else None
    return None
