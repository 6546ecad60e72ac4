"""Phrases for speakers -> who they are: mentions, roles held in the document, or somebody known only here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.annotate.sayings.author import find_addressee, find_author, find_name
from kg.annotate.sayings.cues import DETERMINERS
from kg.annotate.sayings.descriptions import Phrase
from kg.annotate.sayings.lexicon import LEXICON
from kg.annotate.sayings.named import Named
from kg.annotate.sayings.offices import Offices
from kg.annotate.sayings.pronouns import Place, meant_by
from kg.annotate.sayings.roles import SMALL, is_head
from kg.annotate.sayings.scene import Refs, Scene
from kg.annotate.sayings.subjects import phrase_ending
from kg.annotate.sayings.tokens import Passage, Token
from kg.annotate.slugs import slug
from kg.authority import AuthorityIndex
from kg.model import Candidate, Document, Found, Ref

_DOCUMENTS = frozenset(LEXICON.data["voices"]["documents"])
_PARTNERS = frozenset(LEXICON.data["voices"]["partners"])
_HONORIFICS = frozenset(LEXICON.data["voices"]["honorifics"])
_PAPERS = frozenset(LEXICON.data["voices"]["papers"])
_VAGUE = frozenset(("they", "member", "members"))
_FIRST = frozenset(LEXICON.data["voices"]["first"])
_BEFORE_NAMES = LEXICON.fillers | LEXICON.kinds.keys() | LEXICON.abbreviations | LEXICON.grammar["generic"]
_OWNED = LEXICON.data["voices"]["owners"]
_ACRONYM = 5


@dataclass(slots=True)
class Cast:
    """The speakers of a document. made: those whom only the draft knows, by their reference."""

    document: Document
    found: Found
    authority: AuthorityIndex
    author: Ref = field(init=False)
    addressee: Ref | None = field(init=False)
    made: dict[Ref, Candidate] = field(default_factory=dict)
    offices: Offices = field(default_factory=Offices)
    apart: frozenset[Ref] = frozenset()

    def __post_init__(self) -> None:
        known = find_author(self.document, self.found, self.authority)
        self.author = known or self._make(
            "person", "author", f"The author of {title(self.document)}", "author"
        )
        self.addressee = find_addressee(self.document, self.found, self.authority)
        spoken = any(token in _FIRST for span in self.document.body for token in span.text.lower().split())
        self.apart = frozenset(ref for ref in (self.author if spoken else None, self.addressee) if ref)
        self._note_offices()

    def _note_offices(self) -> None:
        """The offices that the authority files, the lists of the source and the sender line give."""
        for candidate in (*self.found.candidates, *self.document.people):
            if candidate.kind == "person" and (candidate.role or candidate.unnamed):
                self.offices.hold(candidate.ref, (candidate.role or candidate.label).lower().split(), -1)
        here = {self.author, self.addressee, *(mention.ref for mention in self.found.mentions)}
        for entry in self.authority:
            if entry.kind == "person" and entry.unnamed and Ref("person", entry.key) in here:
                self.offices.hold(Ref("person", entry.key), entry.label.lower().split(), -1)
        for party, ref in ((self.document.sender, self.author), (self.document.addressee, self.addressee)):
            if party is not None and ref is not None and ref.kind == "person":
                self.offices.hold(ref, (party.role or party.span.text).lower().split(), 0)

    def resolve(self, phrase: Phrase, passage: Passage, named: Named, scene: Scene, outer: Refs = ()) -> Refs:
        """Who a phrase means, () where that cannot be said; outer: in whose words it stands."""
        if phrase.kind in ("author", "unnamed"):
            unnamed = phrase.kind == "unnamed"
            return (
                self._make("group", "unnamed", "somebody not named", "unnamed") if unnamed else self.author,
            )
        if phrase.kind == "pronoun":
            where = Place(passage, named, scene, phrase.first, self.author, self.addressee, self.apart)
            word = passage.tokens[phrase.last - 1].low
            return meant_by(_OWNED.get(word, word), where, outer)
        if phrase.kind == "joined":
            return self._both(phrase, passage, named, scene, outer)
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
        if words[0].low in ("my", "our") and words[-1].low in _PARTNERS and not outer:
            return scene.partner((self.author,))
        if any(word.low in _DOCUMENTS for word in words):
            whose = self._writer(words[0].low, inner, passage, named, scene)
            if whose:
                return whose
        return self._described(_written(words), words[0].begin)

    def _writer(
        self, first: str, inner: list[tuple[int, int]], passage: Passage, named: Named, scene: Scene
    ) -> Refs:
        """Who wrote 'your letter', 'his note', 'the report of Berg'; () where the phrase does not say."""
        own = {"my": self.author, "our": self.author, "your": self.addressee, "this": self.author}
        if own.get(first) is not None:
            return tuple(ref for ref in (own[first],) if ref)
        if first in ("his", "her"):
            return scene.one("m" if first == "his" else "f", tuple(self.apart))
        written = [place for place in inner if named.refs[place].kind in ("person", "group")]
        return (named.refs[written[-1]],) if written else ()

    def _both(self, phrase: Phrase, passage: Passage, named: Named, scene: Scene, outer: Refs) -> Refs:
        """Two who speak together: 'the King and his minister'; () where one of them is unknown."""
        both = [phrase_ending(passage, named, *part) for part in phrase.parts]
        found = [self.resolve(one, passage, named, scene, outer) if one else () for one in both]
        return tuple(dict.fromkeys((*found[0], *found[1]))) if all(found) else ()

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
        initials = all(len(word) == 1 for word in words)
        while len(words) > 1 and not initials and (words[0].lower() in _BEFORE_NAMES or words[0] == "."):
            words = words[1:]
        completed = "[" in words[1:] and "." in words
        label = ("" if completed else " ").join(word for word in words if word[0].isalpha())
        if len(label) == 1:
            return self._initial(label)
        known = [c for c in self.found.candidates if c.kind == "person"]
        same = [c for c in known if label.casefold() in (form.casefold() for form in c.label.split())]
        if len(same) == 1:
            return same[0].ref
        several = words[0].lower() == "the" or (label.isupper() and len(label) <= _ACRONYM)
        kind = "group" if several or label.lower() in _PAPERS else "person"
        return self._make(kind, slug(label, "speaker"), label, "subject", named=True)

    def _initial(self, letter: str) -> Ref:
        """Who is meant by an initial: the one person of the title whose name begins so."""
        heads = [span for span in (self.document.title, self.document.heading) if span is not None]
        named = {
            mention.ref
            for mention in self.found.mentions
            for head in heads
            if head.begin <= mention.span.begin < head.end
            and mention.ref.kind == "person"
            and mention.span.text.split()[-1].startswith(letter)
        }
        return (
            named.pop()
            if len(named) == 1
            else self._make("person", slug(letter), letter, "subject", named=True)
        )

    def actor(self, ref: Ref, passage: Passage, place: tuple[int, int]) -> Ref:
        """The one who acts: a place stands for those who act in its name."""
        if ref.kind != "place":
            return ref
        text = " ".join(token.text for token in passage.tokens[place[0] : place[1]])
        for entry in self.authority:
            if entry.kind == "group" and any(form.text == text for form in entry.names):
                return Ref("group", entry.key)
        return self._make("group", slug(text, "speaker"), text, "place", named=True)

    def _described(self, words: list[str], at: int) -> Refs:
        """The holder of an office, or somebody known by a description alone."""
        while len(words) > 1 and words[-1].lower() in ("here", "there"):
            words = words[:-1]
        small = [word.lower().removesuffix("'s").removesuffix("’s") for word in words]
        meant = frozenset(small) - SMALL
        nouns = [word for word in small if word in LEXICON.kinds or word in _DOCUMENTS]
        if not nouns or not meant - _VAGUE or ("this" in small[:1] and nouns[0] in _DOCUMENTS):
            return ()
        if small[0] == "your" and nouns[0] in _HONORIFICS:
            return (self.addressee,) if self.addressee else ()
        known = self.offices.holder(small, at, self.apart)
        if known is not None:
            return (known,)
        kind = LEXICON.kinds.get(nouns[0], "group")
        label = " ".join(words)
        named = self.by_name(label) if kind == "group" else None
        if named is not None and named.kind == kind:
            return (named,)
        bare = words[1:] if small[0] in DETERMINERS else words
        ref = self._make(kind, slug(" ".join(bare), "speaker"), label, "description")
        if ref.kind == "person":
            self.offices.hold(ref, small, at)
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


def _written(tokens: Sequence[Token]) -> list[str]:
    """The words of a description as they are written, without brackets: 'chargé', "d'affaires"."""
    words: list[str] = []
    end = -1
    for token in tokens:
        if token.text not in ".[]()":
            glued = words and token.begin == end and (not token.is_word or not words[-1][-1].isalnum())
            words[-1:] = [words[-1] + token.text] if glued else [*words[-1:], token.text]
        end = token.end
    return words


def title(document: Document) -> str:
    """What a document is called: its title, its heading or its key."""
    for span in (document.title, document.heading):
        if span is not None and span.text.strip():
            return " ".join(span.text.split())
    return document.key
