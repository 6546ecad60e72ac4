"""The tree of voices: who is said to have said what, according to whom, with which doubts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Chain = tuple["Voice", ...]


@dataclass(frozen=True, slots=True)
class Node:
    """Something with an IRI and a label to show for it."""

    iri: str
    label: str

    @property
    def id(self) -> str:
        """The last part of the IRI's path."""
        return self.iri.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of the captured text: code points [begin, end) and the words there."""

    begin: int
    end: int
    text: str
    iri: str


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that weakens a saying; kind and scope are concepts of the vocabulary."""

    word: Anchor
    kind: Node
    scope: Node


@dataclass(frozen=True, slots=True)
class Voice:
    """Those who speak together, or where `unclear`, one of whom speaks."""

    actors: tuple[Node, ...]
    unclear: bool = False

    def __str__(self) -> str:
        labels = [actor.label for actor in self.actors]
        if not labels:
            return "somebody"
        if len(labels) == 1:
            return labels[0]
        last = "or" if self.unclear else "and"
        return f"{', '.join(labels[:-1])} {last} {labels[-1]}"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of ascribing: `reporters` assign the saying to `assigned` (speakers or addressees).

    rule: the rule that drafted it, None where a person has read it.
    """

    iri: str
    reporters: tuple[Node, ...]
    property: Node
    assigned: tuple[Node, ...]
    basis: Node | None
    level: Node | None
    cue: Anchor | None
    hedge: Hedge | None
    unclear: bool
    note: str | None
    rule: Node | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """A saying with the sayings it reports; content is empty for the document's own narrative.

    drafted_by: the software that drafted it, None where a person has read it.
    """

    iri: str
    label: str
    voice: Voice
    addressees: tuple[Node, ...]
    moods: tuple[Node, ...]
    negative: bool
    level: Node | None
    content: tuple[Anchor, ...]
    cues: tuple[Anchor, ...]
    hedges: tuple[Hedge, ...]
    attributions: tuple[Attribution, ...]
    conveys: tuple[Node, ...]
    reporters: int | None
    document: bool
    note: str | None
    within: tuple[str, ...]
    says: tuple[Saying, ...]
    drafted_by: Node | None = None

    @property
    def id(self) -> str:
        """The saying's id in the reading."""
        return self.iri.rsplit("/", 1)[-1]

    @property
    def begin(self) -> int:
        """Where its words begin, -1 for the narrative."""
        return min((anchor.begin for anchor in self.content), default=-1)


@dataclass(frozen=True, slots=True)
class DocumentVoices:
    """The sayings of one document; `narrative` are the roots of the tree."""

    iri: str
    label: str
    narrative: tuple[Saying, ...]

    def walk(self) -> Iterator[tuple[int, Saying]]:
        """Every place in the tree, depth first: (depth, saying). Two routes make two places."""
        stack = [(0, saying) for saying in reversed(self.narrative)]
        while stack:
            depth, saying = stack.pop()
            yield depth, saying
            stack.extend((depth + 1, inner) for inner in reversed(saying.says))

    def sayings(self) -> tuple[Saying, ...]:
        """Every saying once, in the order of the text."""
        found = {saying.iri: saying for _, saying in self.walk()}
        return tuple(sorted(found.values(), key=lambda saying: (saying.begin, saying.reporters or 0)))

    @property
    def drafted_by(self) -> Node | None:
        """The software that drafted sayings of the document, None where a person has read them all."""
        return next((saying.drafted_by for _, saying in self.walk() if saying.drafted_by), None)

    def find(self, iri: str) -> Saying | None:
        """The saying with this IRI, or None."""
        return next((saying for _, saying in self.walk() if saying.iri == iri), None)

    def chains(self, iri: str) -> tuple[Chain, ...]:
        """The routes by which a saying reaches the reader: voices from the speaker outwards.

        A voice that only reports itself is named once. A saying told by two routes has two chains.
        """
        routes: list[Chain] = []
        _collect(self.narrative, (), iri, routes)
        return tuple(dict.fromkeys(routes))


def _collect(sayings: tuple[Saying, ...], outer: Chain, iri: str, found: list[Chain]) -> None:
    for saying in sayings:
        same = bool(outer) and set(saying.voice.actors) == set(outer[0].actors)
        chain = outer if same else (saying.voice, *outer)
        if saying.iri == iri:
            found.append(chain)
        _collect(saying.says, chain, iri, found)


def in_words(chain: Chain) -> str:
    """A chain as a phrase: 'Kim Il Sung, according to Heo Gai, according to the ambassador'."""
    phrase = ", according to ".join(str(voice) for voice in chain)
    return f"{phrase} (the text leaves the speaker open)" if chain and chain[0].unclear else phrase
