"""Namings -> persons: which names of a document are one person's, and which stay apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.annotate.lexicon import lexicon
from kg.annotate.naming import Naming
from kg.annotate.romanise import normal, syllables, systems
from kg.model import Ref

# Forenames of no more letters are initials.
_SHORT = 2


class Person:
    """Somebody whom a document names.

    namings: where; ref: the entry of the authority files that one of them is a form of; first: where he is
    first named.
    """

    def __init__(self, namings: Iterable[Naming]) -> None:
        self.namings: list[Naming] = []
        self.ref: Ref | None = None
        self.first = 0
        self._names: set[tuple[tuple[str, ...], str]] = set()
        for naming in namings:
            self.take(naming)

    def take(self, naming: Naming) -> None:
        """Add a naming that is his."""
        self.first = min(self.first, naming.begin) if self.namings else naming.begin
        self.namings.append(naming)
        self.ref = self.ref or naming.ref
        self._names.add((naming.given, naming.sex))

    def fits_ref(self, naming: Naming) -> bool:
        """Whether no entry of the authority files keeps a naming from being his."""
        return naming.ref is None or self.ref in {None, naming.ref}

    def fits(self, naming: Naming) -> bool:
        """Whether a naming with the same family name can be his: no forename, title or entry contradicts."""
        return self.fits_ref(naming) and all(
            agree(given, naming.given) and (not sex or not naming.sex or sex == naming.sex)
            for given, sex in self._names
        )


class Persons:
    """The persons of a document, filled with namings from the fullest to the barest."""

    def __init__(self) -> None:
        self.all: list[Person] = []
        self._by_family: dict[str, list[Person]] = {}
        self._by_forename: dict[str, list[Person]] = {}

    def add(self, namings: Iterable[Naming]) -> None:
        """Give each naming to its person; one that could be several persons' is left out."""
        for naming in sorted(namings, key=lambda one: (-_fullness(one), one.begin)):
            fitting = self.fitting(naming)
            if not fitting:
                self._new(naming)
            elif (person := nearest(fitting, naming)) is not None:
                person.take(naming)

    def fitting(self, naming: Naming) -> list[Person]:
        """The persons whom a naming can be of; by his forename alone (Fidel) where nobody has that name."""
        same = self._by_family.get(normal(naming.family), ())
        fitting = [person for person in same if person.fits(naming)]
        if fitting or not naming.bare:
            return fitting
        return list(self._by_forename.get(naming.family, ()))

    def join(self, one: Person, other: Person) -> None:
        """Make two persons one, where the text itself says that they are."""
        if one is other or (one.ref and other.ref and one.ref != other.ref):
            return
        for naming in other.namings:
            one.take(naming)
        self.all.remove(other)
        for people in (*self._by_family.values(), *self._by_forename.values()):
            if other in people:
                people[:] = dict.fromkeys(one if person is other else person for person in people)

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

    def _new(self, naming: Naming) -> None:
        person = Person([naming])
        self.all.append(person)
        self._by_family.setdefault(normal(naming.family), []).append(person)
        if naming.given and not naming.eastern and len(naming.given[0]) > _SHORT:
            self._by_forename.setdefault(naming.given[0], []).append(person)


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


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short == "m":
        return True
    if len(short) == 1 or short.capitalize() in lexicon().grammar["digraphs"]:
        return long.startswith(short)
    return normal(one) == normal(other)


def _fullness(naming: Naming) -> int:
    return sum(1 + min(len(part), 3) for part in naming.given)
