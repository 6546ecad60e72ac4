"""A token of a passage -> the phrase for somebody that begins there: addressed, cited, or speaking."""

from __future__ import annotations

from kg.annotate.sayings.cues import BE, DETERMINERS, HAVE, MODALS, PREPOSITIONS
from kg.annotate.sayings.descriptions import Phrase
from kg.annotate.sayings.lexicon import LEXICON, Phrases
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.tokens import Passage

OBJECTS = LEXICON.grammar["objects"]
SUBJECTS = LEXICON.grammar["subjects"]
_REACH = 8
_PAIR = 2


def phrase_at(passage: Passage, named: Named, at: int, last: int, *, subject: bool = False) -> Phrase | None:
    """The pronoun, names or description that begins at a token; subject: 'he' rather than 'him'."""
    if at >= last:
        return None
    if passage.tokens[at].low in (SUBJECTS if subject else OBJECTS):
        return Phrase("pronoun", at, at + 1)
    end, best = _past_bracket(passage, named, at, last), None
    while end < last and end - at < _REACH:
        token = passage.tokens[end]
        place = named.at(end)
        whole = place is not None and place[1] <= last and not _possessive(passage, place[1], last)
        if place is not None and whole and not _of_another(passage, named, place, last):
            return _listed(passage, named, place, last)
        if token.low in LEXICON.kinds and not _possessive(passage, end + 1, last):
            best = end + 1
            if end + 1 >= last or not _more(passage, named, end + 1 + _is_abbreviation(passage, end, last)):
                break
        elif not _goes_on(passage, at, end):
            break
        end += 1 + _is_abbreviation(passage, end, last)
    if best is None:
        return None
    if best < last and passage.tokens[best].is_name:
        end = next((n for n in range(best, last) if not passage.tokens[n].is_name), last)
        return Phrase("unknown", best, end)
    return Phrase("description", at, _with_complement(passage, best, last))


def _is_abbreviation(passage: Passage, at: int, last: int) -> bool:
    """Whether a title with its point stands at a token: 'Cde.'."""
    point = at + 2 < last and passage.tokens[at + 1].text == "."
    return point and passage.tokens[at].low in LEXICON.abbreviations


def _past_bracket(passage: Passage, named: Named, at: int, last: int) -> int:
    """The token of the name behind an office in brackets, '[Minister] Lind'; else the same token."""
    behind = passage.closes.get(at, at - 1) + 1
    return behind if at < behind < last and named.at(behind) is not None else at


def _more(passage: Passage, named: Named, at: int) -> bool:
    """Whether the phrase goes on behind a noun for somebody: a name, or the noun it only describes."""
    token = passage.tokens[at]
    return named.at(at) is not None or token.is_name or token.low in LEXICON.kinds


def _of_another(passage: Passage, named: Named, place: tuple[int, int], last: int) -> bool:
    """Whether the name of a group or place only says of whom a noun speaks: 'the Norwegian press'."""
    noun = place[1] < last and passage.tokens[place[1]].low in LEXICON.kinds
    return noun and named.refs[place].kind != "person"


def _possessive(passage: Passage, at: int, last: int) -> bool:
    return at < last and passage.tokens[at].low in ("'s", "’s")


def _goes_on(passage: Passage, at: int, end: int) -> bool:
    """Whether a token may stand before the name or noun of the phrase."""
    token = passage.tokens[end]
    if token.text in ("[", "]", ".", "/", "'") or token.low == "'s":
        return True
    if not token.is_word or token.low in PREPOSITIONS | BE | HAVE | MODALS | OBJECTS | SUBJECTS | {
        "that",
        "and",
        "or",
        "whether",
    }:
        return False
    return end == at or token.low not in DETERMINERS


def _listed(passage: Passage, named: Named, place: tuple[int, int], last: int) -> Phrase:
    """The name and those that are listed after it."""
    parts, end = [place], place[1]
    while end < last:
        at = end
        if at in passage.closes:
            at = passage.closes[at] + 1
        if at < last and passage.tokens[at].low in (",", "and"):
            at += 1
        if at < last and passage.tokens[at].low == "and":
            at += 1
        following = named.at(at)
        if at == end or following is None or following[1] > last:
            break
        parts.append(following)
        end = following[1]
    joined = any(token.low == "and" for token in passage.tokens[parts[0][1] : parts[-1][0]])
    if len(parts) == _PAIR and not joined:
        parts, end = parts[:1], parts[0][1]
    if end in passage.closes:
        end = passage.closes[end] + 1
    return Phrase("name", parts[0][0], end, tuple(parts))


def _with_complement(passage: Passage, end: int, last: int) -> int:
    """The end of 'the minister of foreign affairs' after its noun: 'of' or 'for' and what belongs to it."""
    if end + 1 >= last:
        return end
    joined = passage.tokens[end].low == "of" or (
        passage.tokens[end].low == "for" and passage.tokens[end + 1].is_name
    )
    if joined and passage.tokens[end + 1].low not in OBJECTS:
        at = end + 1
        while (
            at < last
            and at - end < 7
            and passage.tokens[at].is_word
            and passage.tokens[at].low
            not in (
                PREPOSITIONS | BE | HAVE | MODALS | {"that", "whether", "if", "what", "how", "why", "who"}
            )
        ):
            at += 1
        return at
    return end


def phrase_match(passage: Passage, table: Phrases, at: int, last: int) -> int:
    """The token after the phrase of a table that begins at a token; 0 for none."""
    if at >= last:
        return 0
    for words in table.get(passage.tokens[at].low, ()):
        end = at + len(words)
        if end <= last and all(passage.tokens[at + n].low == word for n, word in enumerate(words)):
            return end
    return 0
