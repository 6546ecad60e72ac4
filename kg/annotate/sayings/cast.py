"""Phrases for speakers -> who they are: mentions, roles held in the document, or somebody known only here."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kg.annotate.sayings.author import find_addressee, find_author, find_name
from kg.annotate.sayings.cues import DETERMINERS
from kg.annotate.sayings.descriptions import Phrase
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.roles import SMALL, Held, apposition, is_head, may_be, title_words
from kg.annotate.sayings.tokens import Passage
from kg.annotate.slugs import slug
from kg.authority import AuthorityIndex
from kg.model import Candidate, Document, Found, Ref

_GENERIC = LEXICON.grammar["generic"]
_RARE = 3
Refs = tuple[Ref, ...]


@dataclass(slots=True)
class Scene:
    """Who is being spoken of: he or she, they. direct: in a turn of a dialogue, where 'he' is another."""

    person: Ref | None = None
    people: Refs = ()
    before: Ref | None = None
    direct: bool = False

    def enter(self, refs: Refs) -> None:
        """Note the speaker or subject just met."""
        if len(refs) == 1 and refs[0].kind == "person":
            if refs[0] != self.person:
                self.before, self.person = self.person, refs[0]
        elif refs:
            self.people = refs


@dataclass(slots=True)
class Cast:
    """The speakers of a document. made: those whom only the draft knows, by their reference."""

    document: Document
    found: Found
    authority: AuthorityIndex
    author: Ref = field(init=False)
    addressee: Ref | None = field(init=False)
    made: dict[Ref, Candidate] = field(default_factory=dict)
    roles: dict[str, list[Held]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        known = find_author(self.document, self.found, self.authority)
        self.author = known or self._make(
            "person", "author", f"The author of {title(self.document)}", "author"
        )
        self.addressee = find_addressee(self.document, self.found, self.authority)
        self._note_roles()

    def _note_roles(self) -> None:
        """The roles that the authority files, the lists of the source and the sender line give."""
        for candidate in (*self.found.candidates, *self.document.people):
            if candidate.kind == "person" and (candidate.role or candidate.unnamed):
                self._hold(candidate.ref, (candidate.role or candidate.label).lower().split(), -1)
        for entry in self.authority:
            if entry.kind == "person" and entry.unnamed:
                self._hold(Ref("person", entry.key), entry.label.lower().split(), -1)
        sender = self.document.sender
        if sender is not None:
            self._hold(self.author, (sender.role or sender.span.text).lower().split(), 0)

    def _hold(self, ref: Ref, words: list[str], at: int) -> None:
        held = Held(at, ref, frozenset(word.strip(".,;()[]") for word in words) - SMALL)
        for noun in held.words & LEXICON.kinds.keys():
            if noun not in _GENERIC:
                self.roles.setdefault(noun, []).append(held)

    def meet(self, passage: Passage, named: Named, times: int = 1) -> None:
        """Note the roles that a passage gives: 'Foreign Minister Berg', 'Berg, the minister'."""
        for (first, last), ref in named.refs.items():
            if ref.kind != "person":
                continue
            before = title_words(passage, first)
            after = apposition(passage, last)
            own = [token.low for token in passage.tokens[first:last]]
            for words in (before, after, own):
                for _ in range(times if any(word in LEXICON.kinds for word in words) else 0):
                    self._hold(ref, words, passage.tokens[first].begin)

    def resolve(self, phrase: Phrase, passage: Passage, named: Named, scene: Scene, outer: Refs = ()) -> Refs:
        """Who a phrase means, () where that cannot be said; outer: in whose words it stands."""
        if phrase.kind == "author":
            return (self.author,)
        if phrase.kind == "unnamed":
            return (self._make("group", "unnamed", "somebody not named", "unnamed"),)
        if phrase.kind == "pronoun":
            return self._pronoun(passage.tokens[phrase.last - 1].low, scene, outer)
        if phrase.kind == "name":
            return tuple(dict.fromkeys(self._named(named.refs[part], passage, part) for part in phrase.parts))
        words = passage.tokens[phrase.first : phrase.last]
        if phrase.kind == "unknown":
            return (self._unknown([word.text for word in words]),)
        inner = named.inside(phrase.first, phrase.last)
        head = next(
            (place for place in inner if place[1] == phrase.last and is_head(passage, phrase, place)), None
        )
        if head is not None:
            return (self.actor(named.refs[head], passage, head),)
        return self._described([word.text for word in words if word.text not in ".[]()"], words[0].begin)

    def _named(self, ref: Ref, passage: Passage, part: tuple[int, int]) -> Ref:
        """Whom a name means; in capitals, where only its last word may have been found, the whole of it."""
        first, last = part
        while passage.tokens[part[0]].text.isupper() and first and passage.tokens[first - 1].text.isupper():
            first -= 1
        whole = " ".join(token.text for token in passage.tokens[first:last])
        known = self.by_name(whole) if first < part[0] else None
        return known or self.actor(ref, passage, part)

    def by_name(self, name: str) -> Ref | None:
        """The person or group who is written so, upper and lower case apart."""
        return find_name([name], self.found, self.authority)

    def _unknown(self, words: list[str]) -> Ref:
        """Somebody whose name nobody found; 'K.[arlsen]' is the Karlsen who is known."""
        completed = "[" in words[1:] and "." in words
        label = ("" if completed else " ").join(word for word in words if word[0].isalpha())
        known = [c for c in self.found.candidates if c.kind == "person"]
        same = [c for c in known if label.casefold() in (form.casefold() for form in c.label.split())]
        if len(same) == 1:
            return same[0].ref
        return self._make("person", slug(label, "speaker"), label, "subject", named=True)

    def actor(self, ref: Ref, passage: Passage, place: tuple[int, int]) -> Ref:
        """The one who acts: a place stands for those who act in its name."""
        if ref.kind != "place":
            return ref
        text = " ".join(token.text for token in passage.tokens[place[0] : place[1]])
        for entry in self.authority:
            if entry.kind == "group" and any(form.text == text for form in entry.names):
                return Ref("group", entry.key)
        return self._make("group", slug(text, "speaker"), text, "place", named=True)

    def _pronoun(self, word: str, scene: Scene, outer: Refs) -> Refs:
        if word in ("i", "me", "we", "us", "myself", "ourselves", "my", "our"):
            return outer or (self.author,)
        if word in ("he", "she", "him", "his", "her", "himself", "interlocutor", "latter"):
            known = [ref for ref in outer if ref.kind == "person" and ref != self.author and not scene.direct]
            person = known[0] if known else scene.person
            return (person,) if person else ()
        if word == "you" and not scene.direct:
            return (self.addressee,) if self.addressee else ()
        if word == "former":
            return (scene.before,) if scene.before else ()
        if word in ("they", "them", "their", "its", "both", "all"):
            return outer if len(outer) > 1 or any(ref.kind == "group" for ref in outer) else scene.people
        return ()

    def _described(self, words: list[str], at: int) -> Refs:
        """The holder of a role, or somebody known by it alone."""
        small = [word.lower() for word in words]
        meant = frozenset(small) - SMALL
        nouns = [word for word in small if word in LEXICON.kinds]
        if not nouns or "latter" in meant or "interlocutor" in meant:
            return ()
        holders = [held for noun in nouns[:2] for held in self.roles.get(noun, ())]
        fitting = [held for held in holders if meant <= held.words or may_be(held.words, meant)]
        if LEXICON.kinds[nouns[0]] == "person" and fitting and small[0] not in ("a", "an", "another"):
            counts = Counter(held.ref for held in fitting)
            fitting = [held for held in fitting if counts[held.ref] * _RARE >= max(counts.values())]
            before = [held for held in fitting if held.at < at]
            best = max(before or fitting, key=lambda held: (len(held.words & meant), held.at))
            return (best.ref,)
        if small[0] in DETERMINERS - {"the"}:
            words = words[1:]
        label = " ".join(words).replace(" 's", "'s").replace(" ’s", "’s")
        key = slug(label.removeprefix("the ").removeprefix("The "))
        if not meant - {"comrade", "they", "member", "members", "side", "party"} and not meant & {
            "comrade",
            "side",
            "party",
        }:
            return ()
        ref = self._make(LEXICON.kinds[nouns[0]], key, label, "description")
        if ref.kind == "person":
            self._hold(ref, small, at)
        return (ref,)

    def _make(self, kind: str, key: str, label: str, rule: str, *, named: bool = False) -> Ref:
        """Somebody known only here: one that is found already, or a new candidate."""
        for candidate in (*self.found.candidates, *self.document.people):
            if candidate.kind == kind and (candidate.key == key or label in candidate.forms):
                return candidate.ref
        ref = Ref(kind, key, self.document.key)
        if ref not in self.made:
            self.made[ref] = Candidate(
                kind,
                self.document.key,
                key,
                label,
                (label,) if named else (),
                f"saying-{rule}",
                unnamed=not named,
            )
        return ref

    def candidate(self, ref: Ref) -> Candidate | None:
        """What is known of a reference that no authority file holds."""
        if ref in self.made:
            return self.made[ref]
        return next((c for c in (*self.found.candidates, *self.document.people) if c.ref == ref), None)


def title(document: Document) -> str:
    """What a document is called: its title, its heading or its key."""
    for span in (document.title, document.heading):
        if span is not None and span.text.strip():
            return " ".join(span.text.split())
    return document.key
