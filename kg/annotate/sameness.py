"""Namings -> persons: which names of a document are one person's, and which stay apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.annotate.lexicon import lexicon
from kg.annotate.naming import Naming
from kg.annotate.romanise import normal, syllables, systems
from kg.model import Ref


@dataclass(slots=True, eq=False)
class Person:
    """Somebody whom a document names: his namings so far."""

    namings: list[Naming] = field(default_factory=list)

    @property
    def ref(self) -> Ref | None:
        """The entry of the authority files that a naming of his is a form of."""
        return next((one.ref for one in self.namings if one.ref is not None), None)

    @property
    def first(self) -> int:
        """Where he is first named."""
        return min(one.begin for one in self.namings)

    def fits_ref(self, naming: Naming) -> bool:
        """Whether no entry of the authority files keeps a naming from being his."""
        return naming.ref is None or self.ref in {None, naming.ref}

    def fits(self, naming: Naming) -> bool:
        """Whether a naming with the same family name can be his: no forename, title or entry contradicts."""
        if not self.fits_ref(naming):
            return False
        for own in self.namings:
            if naming.sex and own.sex and naming.sex != own.sex:
                return False
            if not agree(own.given, naming.given):
                return False
        return True


class Persons:
    """The persons of a document, filled with namings from the fullest to the barest."""

    def __init__(self) -> None:
        self.all: list[Person] = []
        self._by_family: dict[str, list[Person]] = defaultdict(list)

    def add(self, namings: Iterable[Naming]) -> None:
        """Give each naming to its person; one that could be several persons' is left out."""
        for naming in sorted(namings, key=lambda one: (-_fullness(one), one.begin)):
            fitting = self.fitting(naming)
            if not fitting:
                self._new(naming)
            elif (person := nearest(fitting, naming)) is not None:
                person.namings.append(naming)

    def fitting(self, naming: Naming) -> list[Person]:
        """The persons whom a naming can be of."""
        fitting = [person for person in self._by_family[normal(naming.family)] if person.fits(naming)]
        if fitting or not naming.bare:
            return fitting
        return [
            person
            for person in self.all
            if any(
                one.given and len(one.given[0]) > 2 and one.given[0] == naming.family
                for one in person.namings
            )
        ]

    def join(self, one: Person, other: Person) -> None:
        """Make two persons one, where the text itself says that they are."""
        if one is other or (one.ref and other.ref and one.ref != other.ref):
            return
        one.namings += other.namings
        self.all.remove(other)
        for people in self._by_family.values():
            people[:] = list(
                dict.fromkeys(id_person for id_person in (one if p is other else p for p in people))
            )

    def join_spellings(self) -> None:
        """Make one of persons whose whole names differ in their romanisation alone."""
        by_name: dict[str, Person] = {}
        for person in list(self.all):
            keys = {key for one in person.namings if one.given for key in _keys(one)}
            same = next((by_name[key] for key in sorted(keys) if key in by_name), None)
            if same is not None and same in self.all and all(same.fits_ref(one) for one in person.namings):
                self.join(same, person)
            else:
                by_name.update(dict.fromkeys(keys, person))

    def __contains__(self, family: str) -> bool:
        return bool(self._by_family.get(normal(family)))

    def _new(self, naming: Naming) -> None:
        person = Person([naming])
        self.all.append(person)
        self._by_family[normal(naming.family)].append(person)


def _keys(naming: Naming) -> list[str]:
    if not naming.eastern:
        return []
    return [
        f"{system} {key}"
        for system in systems(naming.label)
        if system != "russian"
        for key in syllables(naming.label, system)
    ]


def nearest(fitting: Sequence[Person], naming: Naming) -> Person | None:
    """The one person, the only one named before, or with the same office; None where a choice is left."""
    if len(fitting) == 1:
        return fitting[0]
    earlier = [person for person in fitting if person.first < naming.begin]
    if len(earlier) != 1 and naming.role:
        earlier = [person for person in fitting if any(one.role == naming.role for one in person.namings)]
    return earlier[0] if len(earlier) == 1 else None


def agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two sets of forenames can be one person's: an initial agrees with its forename."""
    return all(_alike(a, b) for a, b in zip(one, other, strict=False))


def is_called(naming: Naming, forename: str) -> bool:
    """Whether somebody may be called by his forename alone (Fidel); never so in East Asian names."""
    if not naming.given or naming.eastern:
        return False
    return len(forename) > 2 and naming.given[0] == forename


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short == "m":
        return True
    if len(short) == 1 or short.capitalize() in lexicon().grammar["digraphs"]:
        return long.startswith(short)
    return normal(one) == normal(other)


def _fullness(naming: Naming) -> int:
    return sum(1 + min(len(part), 3) for part in naming.given)
