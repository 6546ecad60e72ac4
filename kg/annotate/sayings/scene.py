"""The persons met so far in a document -> whom 'he', 'she', 'they' and 'the latter' mean."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kg.model import Ref

_FAR = 8
_MEMORY = 6

Refs = tuple[Ref, ...]

GENDERS = {"he": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}


@dataclass(slots=True)
class Scene:
    """Who is being spoken of.

    order: the persons met, the latest last. people: the last several or group that spoke or acted, and how
    many sentences ago. told: how often each has spoken. genders: what titles and pronouns say, 'm' or 'f'.
    direct: in a turn of a dialogue, where 'he' is another than the speaker.
    """

    direct: bool = False
    order: list[Ref] = field(default_factory=list)
    people: Refs = ()
    ago: int = 0
    told: Counter[Ref] = field(default_factory=Counter)
    genders: dict[Ref, str] = field(default_factory=dict)

    @property
    def person(self) -> Ref | None:
        """The person met last."""
        return self.order[-1] if self.order else None

    def enter(self, refs: Refs) -> None:
        """Note the speaker or subject just met."""
        if len(refs) == 1 and refs[0].kind == "person":
            if refs[0] in self.order:
                self.order.remove(refs[0])
            self.order = [*self.order[-_MEMORY:], refs[0]]
        elif refs:
            self.people, self.ago = refs, 0
            several = [ref for ref in reversed(refs) if ref.kind == "person"] if len(refs) > 1 else []
            self.order = [ref for ref in self.order if ref not in several] + several

    def see(self, refs: Refs) -> None:
        """Note others who are named beside the subject: they come after it."""
        for ref in refs:
            if ref.kind == "person" and ref not in self.order:
                self.order.insert(max(len(self.order) - 1, 0), ref)

    def go_on(self) -> None:
        """Pass to the next sentence."""
        self.ago += 1

    def one(self, gender: str, but: Refs = ()) -> Refs:
        """The person met last who may be of a gender, and is none of some."""
        for ref in reversed(self.order):
            if self.fits(ref, gender) and ref not in but:
                return (ref,)
        return ()

    def fits(self, ref: Ref, gender: str) -> bool:
        """Whether nothing says that a person is of another gender."""
        return not gender or self.genders.get(ref, gender) == gender

    def many(self) -> Refs:
        """Those last met together, or the last group, if that is not long ago."""
        return self.people if self.ago <= _FAR else ()

    def group(self) -> Refs:
        """The group or document that spoke last: 'it'."""
        single = len(self.people) == 1 and self.people[0].kind == "group"
        return self.people if single and self.ago <= 1 else ()

    def partner(self, but: Refs) -> Refs:
        """With whom the author speaks: who has told most so far, else who was met last."""
        told = [ref for ref, _ in self.told.most_common() if ref not in but]
        return (told[0],) if told else self.one("", but)
