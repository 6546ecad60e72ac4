"""A pronoun in its sentence -> whom it means: 'he', 'she', 'they', 'the latter', 'I' and 'you'."""

from __future__ import annotations

from dataclasses import dataclass

from kg.annotate.sayings.cues import PREPOSITIONS
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.listed import title_start
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.scene import GENDERS, Refs, Scene
from kg.annotate.sayings.tokens import Passage
from kg.model import Ref

_OPENERS = frozenset(LEXICON.data["voices"]["openers"])
_SELF = frozenset(("i", "we"))
MEETING = frozenset(("with", "on", "upon", "by", "to"))
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pronoun stands: its paragraph, its token `first`, who has been met, who writes and to whom.

    apart: those whom the third person does not mean, as the author who says 'I'.
    """

    passage: Passage
    named: Named
    scene: Scene
    first: int
    author: Ref
    addressee: Ref | None
    apart: frozenset[Ref]


def meant_by(word: str, where: Place, outer: Refs = ()) -> Refs:
    """Whom a pronoun in small letters means, () for nobody known; outer: in whose words it stands."""
    scene = where.scene
    if word in ("i", "me", "we", "us", "myself", "ourselves"):
        return outer or (where.author,)
    if word in GENDERS:
        found = _third(GENDERS[word], where, outer)
        for ref in found:
            scene.genders.setdefault(ref, GENDERS[word])
        return found
    if word == "interlocutor":
        return scene.partner((where.author,))
    if word in ("latter", "former"):
        return _of_two(word, where)
    if word == "you" and not scene.direct:
        return (where.addressee,) if where.addressee else ()
    if word in ("they", "them", "both", "all", "two"):
        several = len(outer) > 1 or any(ref.kind == "group" for ref in outer)
        return outer if several else _several(word, where)
    return scene.group() if word == "it" else ()


def _third(gender: str, where: Place, outer: Refs) -> Refs:
    """He or she: in others' words the speaker, else the subject before in its sentence, or the last met.

    In a turn of a dialogue it is never the one whose turn it is.
    """
    scene = where.scene
    if outer and not scene.direct:
        fitting = [ref for ref in outer if ref.kind == "person" and ref != where.author]
        fitting = [ref for ref in fitting if scene.fits(ref, gender)]
        if fitting:
            return (fitting[0],)
    near = () if outer else _near(gender, where)
    return near or scene.one(gender, (*where.apart, *outer, *_named_later(where)))


def _named_later(where: Place) -> Refs:
    """Whom its own sentence names behind a pronoun that is its subject: 'He told Berg' does not mean Berg."""
    passage, named, at = where.passage, where.named, where.first
    last = next((end for begin, end in passage.sentences if begin <= at < end), at)
    last = next((n for n in range(at, last) if passage.tokens[n].text == ";"), last)
    beside = at + 1 < last and not passage.tokens[at + 1].is_word
    if beside or passage.tokens[at].low not in ("he", "she"):
        return ()
    return tuple(named.refs[place] for place in named.inside(at + 1, last))


def _near(gender: str, where: Place) -> Refs:
    """The subject of a clause before a pronoun in its sentence: 'When Berg came, he said'."""
    passage, named = where.passage, where.named
    first = max((begin for begin, _ in passage.sentences if begin <= where.first), default=0)
    for place in reversed(named.inside(first, where.first)):
        ref = named.refs[place]
        begin = title_start(passage, named, first, place[0])
        opens = begin == first or passage.tokens[begin - 1].low in _OPENERS
        acts = passage.tokens[place[1]].is_word and passage.tokens[place[1]].low not in ("and", "or")
        apart = ref.kind != "person" or ref in where.apart
        if not apart and opens and acts and where.scene.fits(ref, gender):
            return (ref,)
    lows = {token.low for token in passage.tokens[first : where.first]}
    if lows & _SELF:
        inside = [
            place for place in named.inside(first, where.first) if _is_met(passage, named, first, place)
        ]
        people = [named.refs[place] for place in inside if named.refs[place] not in where.apart]
        return tuple(ref for ref in people[-1:] if where.scene.fits(ref, gender))
    return ()


def _is_met(passage: Passage, named: Named, first: int, place: tuple[int, int]) -> bool:
    """Whether a name is that of a person whom the author met: 'I called on Berg', not 'the visit of Berg'."""
    begin = title_start(passage, named, first, place[0])
    before = passage.tokens[begin - 1].low if begin > first else ""
    owns = passage.tokens[place[1]].low in ("'s", "’s")
    return named.refs[place].kind == "person" and not owns and before not in PREPOSITIONS - MEETING


def _before(where: Place) -> list[Ref]:
    """The persons named before a pronoun in its paragraph, each once, where named last."""
    before = [where.named.refs[place] for place in where.named.inside(0, where.first)]
    people = [ref for ref in before if ref.kind == "person" and ref != where.author]
    return list(dict.fromkeys(reversed(people)))[::-1]


def _of_two(word: str, where: Place) -> Refs:
    """'The latter' is who was named last, 'the former' who was named before that."""
    people = _before(where) or [ref for ref in where.scene.order if ref != where.author]
    place = 1 if word == "latter" else _PAIR
    return (people[-place],) if len(people) >= place else ()


def _several(word: str, where: Place) -> Refs:
    """'They' are those met last together; 'both' may also be the two who were named last."""
    people = where.scene.many()
    last = tuple(_before(where)[-_PAIR:])
    return last if word in ("both", "two") and len(people) != _PAIR == len(last) else people
