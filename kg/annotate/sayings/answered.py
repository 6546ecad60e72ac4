"""A report that names nobody whom it addresses -> who that is: whoever is answered, asked or talked with."""

from __future__ import annotations

from typing import Protocol

from kg.annotate.sayings.cast import Cast
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.reports import Report
from kg.annotate.sayings.scene import Refs, Scene
from kg.annotate.sayings.utterances import Line, Utterance

_ANSWERING = LEXICON.grammar["answering"]
_OF_OWN = frozenset(("own-opinion", "reported-attitude", "performed", "passive", "according-to", "as-told"))


class Talk(Protocol):
    """What is known of the conversation so far."""

    cast: Cast
    conversation: bool
    utterances: list[Utterance]
    scene: Scene
    turn: int | None


def implied_addressee(report: Report, refs: Refs, line: Line, talk: Talk) -> Refs:
    """To whom a main clause speaks that does not say so, () where nothing shows it.

    An answer goes to whoever spoke before; what the author says in a conversation, to his partner; a question
    of the partner's, to the author who says 'I'.
    """
    author = talk.cast.author
    if talk.turn is not None or report.present or report.rule in _OF_OWN:
        return ()
    before = _before(talk)
    answers = any(
        verb.lemma in _ANSWERING
        for token in line.tokens[report.cue[0] : report.cue[1]]
        for verb, _ in LEXICON.forms.get(token.low, ())
    )
    if answers and before and not set(before) & set(refs):
        return before
    if not talk.conversation:
        return ()
    if refs == (author,):
        return talk.scene.partner((author,)) if talk.scene.told else ()
    asked = answers or report.rule == "reported-question"
    return (author,) if asked and author in talk.cast.apart and len(refs) == 1 else ()


def _before(talk: Talk) -> Refs:
    """Who spoke last in no other's words."""
    own = [made for made in talk.utterances if made.parent is None]
    return own[-1].speakers if own else ()
