"""Document + names + AuthorityIndex -> the draft Reading of the rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kg.annotate.sayings.cast import Cast
from kg.annotate.sayings.descriptions import Phrase
from kg.annotate.sayings.discourse import Discourse
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.named import read_names, surnames_of
from kg.annotate.sayings.scene import Refs
from kg.annotate.sayings.tokens import read_passage
from kg.annotate.sayings.turns import is_dialogue, is_note, is_report, label_end, lines_of
from kg.annotate.sayings.utterances import Line, Utterance
from kg.authority import AuthorityIndex
from kg.model import Attribution, Candidate, Document, Found, Mention, Reading, Ref, Saying, Span
from kg.words import shorten

_HEAD = 120
_NOTE = 5
_TITLED = 4
Read = tuple[Span, Line]


def draft_reading(document: Document, found: Found, authority: AuthorityIndex, software: str) -> Reading:
    """The draft: the narrative, and under it every saying that the rules find."""
    cast = Cast(document, found, authority)
    lines = list(lines_of(document.body))
    read = list(_passages(document, found, lines))
    for _, line in _heads(document, found):
        cast.offices.meet(line.passage, line.named, _TITLED)
    for _, line in read:
        cast.offices.meet(line.passage, line.named)
    discourse = Discourse(cast, _is_conversation(document))
    discourse.scene.genders = cast.offices.genders
    dialogue = is_dialogue(lines)
    for span, line in read:
        _read_line(discourse, span, line, dialogue)
        discourse.met.update(line.named.refs.values())
    sayings = tuple(_sayings(document, cast, discourse.utterances))
    return Reading(
        document=document.key,
        file=None,
        sha256=None,
        editor=f"Dispatch {software}",
        version="1",
        language=document.language or "en",
        original_language=document.original_language,
        original_language_level="textual",
        author=cast.author,
        addressee=None,
        sayings=sayings,
        software=software,
        candidates=tuple(_candidates(cast, sayings)),
    )


def _passages(document: Document, found: Found, lines: list[Span]) -> Iterator[Read]:
    begins = [mention.span.begin for mention in found.mentions]
    surnames = surnames_of(found.mentions)
    for line in lines:
        passage = read_passage(document.text, line.begin, line.end)
        near: list[Mention] = list(
            found.mentions[bisect_left(begins, line.begin) : bisect_left(begins, line.end)]
        )
        yield line, Line(document.text, passage, read_names(passage, near, surnames))


def _heads(document: Document, found: Found) -> Iterator[Read]:
    spans = [span for span in (document.title, document.heading, document.summary) if span is not None]
    yield from _passages(document, found, spans)


def _is_conversation(document: Document) -> bool:
    heads = [span.text for span in (document.title, document.heading) if span is not None]
    heads += [span.text for span in document.body[:4] if len(span.text) < _HEAD]
    words = {word.strip(".,;:'’\"()[]“”") for head in heads for word in head.lower().split()}
    return bool(words & LEXICON.conversations)


def _read_line(discourse: Discourse, span: Span, line: Line, dialogue: bool) -> None:
    """Read a paragraph: a turn of a dialogue, more of the turn before, or a part of the narrative."""
    end = label_end(span.text) if dialogue else None
    begin = 0
    if not line.tokens:
        return
    if end is not None:
        discourse.turn = None
        after = next((n for n, token in enumerate(line.tokens) if token.begin >= span.begin + end), 0)
        begin = after if after and _begin_turn(discourse, line, after) else 0
    elif discourse.turn is not None and is_note(line.passage):
        _read_note(discourse, line)
        return
    elif discourse.turn is not None and _goes_on(discourse, line):
        turn = discourse.utterances[discourse.turn]
        turn.spans = (*turn.spans, line.span(0, len(line.tokens)))
    else:
        discourse.turn = None
    discourse.read(line, begin)


def _read_note(discourse: Discourse, line: Line) -> None:
    """Read a remark of the recorder's within a turn, which then goes on."""
    turn, discourse.turn = discourse.turn, None
    discourse.read(line)
    discourse.turn = turn


def _goes_on(discourse: Discourse, line: Line) -> bool:
    """Whether a paragraph without a label belongs to the turn before, and is no report of what went on."""
    lows = {token.low for token in line.tokens}
    ends = bool(lows & LEXICON.grammar["ending"]) and bool(lows & LEXICON.conversations)
    met = frozenset(ref for ref in discourse.met if ref.kind == "person")
    offices = frozenset(discourse.cast.offices.held)
    return len(line.tokens) > _NOTE and not ends and not is_report(line.passage, line.named, met, offices)


def _begin_turn(discourse: Discourse, line: Line, begin: int) -> bool:
    """Begin the turn whose words start at a token; whether somebody was found to speak."""
    speakers = discourse.cast.resolve(_label(line, begin), line.passage, line.named, discourse.scene)
    if not speakers:
        return False
    mood = "question" if line.tokens[-1].text == "?" else "statement"
    words, cue = line.span(begin, len(line.tokens)), line.span(0, begin - 1)
    discourse.turn = len(discourse.utterances)
    discourse.scene.enter(speakers)
    discourse.scene.told.update(speakers)
    discourse.utterances.append(
        Utterance("dialogue", speakers, None, (words,), mood, cue=cue, first_hand=True)
    )
    return True


def _label(line: Line, begin: int) -> Phrase:
    """The phrase that the label of a turn is: a name, an office, or a name that nobody found."""
    names = line.named.inside(0, begin)
    if names and names[0][1] == names[-1][1]:
        return Phrase("name", *names[0], (names[0],))
    end = next((n for n, token in enumerate(line.tokens) if token.text in "([:"), begin)
    words = [token.low for token in line.tokens[:end] if token.is_word]
    office = bool(words) and words[-1] in LEXICON.kinds
    return Phrase("description" if office else "unknown", 0, max(end, 1))


def _sayings(document: Document, cast: Cast, utterances: list[Utterance]) -> Iterator[Saying]:
    """The narrative and every utterance, ids made of the speaker and a number."""
    author: Refs = (cast.author,)
    yield Saying(
        id="narrative",
        label="The document's own account",
        within=(),
        attributions=(Attribution("narrative", (), author, "reported", "textual"),),
        moods=("statement",),
        level="textual",
        rule="narrative",
    )
    ids: list[str] = []
    counts: dict[str, int] = {}
    for utterance in utterances:
        stem = utterance.speakers[0].key
        counts[stem] = counts.get(stem, 0) + 1
        ids.append(f"{stem}-s{counts[stem]}")
    for place in _nested(utterances):
        id_, utterance = ids[place], utterances[place]
        parent = "narrative" if utterance.parent is None else ids[utterance.parent]
        reporters = author if utterance.parent is None else utterances[utterance.parent].speakers
        yield _saying(id_, parent, reporters, utterance)


def _nested(utterances: list[Utterance]) -> Iterator[int]:
    """The places of the utterances, each followed by those that it reports."""
    under: dict[int | None, list[int]] = {}
    for place, utterance in enumerate(utterances):
        under.setdefault(utterance.parent, []).append(place)
    waiting = under.get(None, [])[::-1]
    while waiting:
        place = waiting.pop()
        yield place
        waiting += under.get(place, [])[::-1]


def _saying(id_: str, parent: str, reporters: Refs, utterance: Utterance) -> Saying:
    attribution = Attribution(
        id_,
        reporters,
        utterance.speakers,
        "first-hand" if utterance.first_hand else "reported",
        utterance.level,
        utterance.cue,
    )
    return Saying(
        id=id_,
        label=shorten(utterance.spans[0].text),
        within=(parent,),
        attributions=(attribution,),
        moods=(utterance.mood,),
        level=utterance.level,
        content=utterance.spans[0],
        more_content=utterance.spans[1:],
        hedges=utterance.hedges,
        negative=utterance.negative,
        addressees=utterance.addressees,
        document=utterance.document,
        rule=utterance.rule,
    )


def _candidates(cast: Cast, sayings: tuple[Saying, ...]) -> Iterator[Candidate]:
    """Those whom the draft refers to and no authority file knows, in the order of kind and key."""
    refs: set[Ref] = {ref for saying in sayings for ref in (*saying.speakers, *saying.addressees)}
    for ref in sorted((ref for ref in refs if ref.owner is not None), key=lambda ref: (ref.kind, ref.key)):
        candidate = cast.candidate(ref)
        if candidate is not None:
            yield candidate
