"""Document + names + AuthorityIndex -> the draft Reading of the rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kg.annotate.sayings.cast import Cast, Refs
from kg.annotate.sayings.discourse import Discourse, Utterance
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.named import Named, read_names
from kg.annotate.sayings.subjects import Phrase
from kg.annotate.sayings.tokens import Passage, read_passage
from kg.annotate.sayings.turns import is_dialogue, label_end, lines_of
from kg.authority import AuthorityIndex
from kg.model import Attribution, Candidate, Document, Found, Mention, Reading, Ref, Saying, Span
from kg.words import shorten

_HEAD = 120
Read = tuple[Span, Passage, Named]


def draft_reading(document: Document, found: Found, authority: AuthorityIndex, software: str) -> Reading:
    """The draft: the narrative, and under it every saying that the rules find."""
    cast = Cast(document, found, authority)
    lines = list(lines_of(document.body))
    read = list(_passages(document, found, lines))
    for _, passage, named in [*_heads(document, found), *read]:
        cast.meet(passage, named)
    discourse = Discourse(cast, _is_conversation(document))
    dialogue = is_dialogue(lines)
    for line, passage, named in read:
        _read_line(discourse, document, (line, passage, named), dialogue)
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
    for line in lines:
        passage = read_passage(document.text, line.begin, line.end)
        near: list[Mention] = list(
            found.mentions[bisect_left(begins, line.begin) : bisect_left(begins, line.end)]
        )
        yield line, passage, read_names(passage, near)


def _heads(document: Document, found: Found) -> Iterator[Read]:
    spans = [span for span in (document.title, document.heading, document.summary) if span is not None]
    yield from _passages(document, found, spans)


def _is_conversation(document: Document) -> bool:
    heads = [span.text for span in (document.title, document.heading) if span is not None]
    heads += [span.text for span in document.body[:4] if len(span.text) < _HEAD]
    words = {word.strip(".,;:'’\"()[]“”") for head in heads for word in head.lower().split()}
    return bool(words & LEXICON.conversations)


def _read_line(discourse: Discourse, document: Document, read: Read, dialogue: bool) -> None:
    line, passage, named = read
    end = label_end(line.text) if dialogue else None
    if not passage.tokens:
        return
    if end is not None:
        begin = next((n for n, token in enumerate(passage.tokens) if token.begin >= line.begin + end), 0)
        if begin and _begin_turn(discourse, document.text, passage, named, begin):
            discourse.read(document.text, passage, named, begin)
            return
        discourse.turn = None
    elif discourse.turn is not None and not _goes_on(passage):
        discourse.turn = None
    elif discourse.turn is not None:
        turn = discourse.utterances[discourse.turn]
        turn.spans = (*turn.spans, _stretch(document.text, passage, 0))
    discourse.read(document.text, passage, named)


def _goes_on(passage: Passage) -> bool:
    """Whether a paragraph without a label belongs to the turn before: it is no note in brackets."""
    return passage.tokens[0].text not in "[(*" and len(passage.tokens) > 5


def _begin_turn(discourse: Discourse, text: str, passage: Passage, named: Named, begin: int) -> bool:
    names = named.inside(0, begin)
    cast = discourse.cast
    words = [token.text for token in passage.tokens[: begin - 1] if token.is_word]
    known = [word for word in words if word.lower() in LEXICON.kinds]
    label = next((n for n, token in enumerate(passage.tokens) if token.text in "([:"), begin)
    phrase = Phrase("unknown", 0, max(label, 1))
    if names:
        phrase = Phrase("name", *names[0], (names[0],))
    elif (known and len(known) == len(words)) or words[0] == "The":
        phrase = Phrase("description" if known else "unknown", 0, max(label, 1))
    speakers = cast.resolve(phrase, passage, named, discourse.scene)
    if not speakers or begin >= len(passage.tokens):
        return False
    span = _stretch(text, passage, begin)
    mood = "question" if passage.tokens[-1].text == "?" else "statement"
    discourse.turn = len(discourse.utterances)
    discourse.scene.enter(speakers)
    discourse.utterances.append(
        Utterance(
            "dialogue",
            speakers,
            None,
            (span,),
            mood,
            cue=_stretch(text, passage, 0, begin - 1),
            first_hand=True,
        )
    )
    return True


def _stretch(text: str, passage: Passage, first: int, last: int | None = None) -> Span:
    tokens = passage.tokens[first:last]
    begin, end = tokens[0].begin, tokens[-1].end
    return Span(begin, end, text[begin:end])


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
