"""data/authority/*.yaml -> AuthorityIndex: what documents share, by kind and key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import AuthorityError, Place
from kg.handfile import HandFile, Problem, read_hand_file
from kg.model import Authority, NameForm, Ref
from kg.schemacheck import check_hand_file, near, raise_problems

SECTIONS = {"persons": "person", "groups": "group", "places": "place", "events": "event", "roles": "role"}
_RESERVED = Ref("group", "editors")


class AuthorityIndex:
    """The entries of the authority files, looked up by Ref, in the order of kind and key."""

    def __init__(self, entries: dict[Ref, Authority]) -> None:
        self._entries = dict(sorted(entries.items(), key=lambda entry: (entry[0].kind, entry[0].key)))

    def get(self, ref: Ref) -> Authority | None:
        """The entry of a reference, or None."""
        return self._entries.get(ref)

    def keys(self, kind: str) -> tuple[str, ...]:
        """All keys of a kind: person, group, place, event, role."""
        return tuple(ref.key for ref in self._entries if ref.kind == kind)

    def names(self) -> Iterator[tuple[Ref, NameForm]]:
        """Every written form that is found in texts by itself; never those of roles."""
        for ref, entry in self._entries.items():
            if ref.kind != "role":
                yield from ((ref, form) for form in entry.names if form.match)

    def __getitem__(self, ref: Ref) -> Authority:
        return self._entries[ref]

    def __contains__(self, ref: object) -> bool:
        return ref in self._entries

    def __iter__(self) -> Iterator[Authority]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)


def read_authority(folder: Path) -> AuthorityIndex:
    """Read all authority files of a folder.

    Raises AuthorityError with file, line and key (all mistakes of a file together) for a key that
    stands twice, an unknown field, an unknown part-of or one that leads in a circle, or a
    form that would be found for two entries.
    """
    if not folder.is_dir():
        mend = "Make it, or set paths.data in kg.toml."
        raise AuthorityError("there is no such folder", place=Place(folder), mend=mend)
    for path in sorted(folder.glob("*.yml")):
        raise AuthorityError("would not be read", place=Place(path), mend="Let its name end in .yaml.")
    files = [read_hand_file(path, AuthorityError) for path in sorted(folder.glob("*.yaml"))]
    found: dict[Ref, Authority] = {}
    where: dict[Ref, HandFile] = {}
    for file in files:
        check_hand_file(file, "authority", AuthorityError)
        raise_problems(file, _doubled(file, where), AuthorityError)
        for ref, entry in _entries(file):
            found[ref] = entry
            where[ref] = file
    claimed: dict[str, Ref] = {}
    for file in files:
        own = [ref for ref in found if where[ref] is file]
        problems = [p for ref in own for p in _dangling(found, ref)]
        problems += [p for ref in own for p in _claims(found[ref], ref, claimed)]
        raise_problems(file, problems, AuthorityError)
    return AuthorityIndex(found)


def _entries(file: HandFile) -> Iterator[tuple[Ref, Authority]]:
    for section, kind in SECTIONS.items():
        for key, fields in file.data.get(section, {}).items():
            yield Ref(kind, key), _entry(kind, key, fields)


def _entry(kind: str, key: str, fields: dict[str, Any]) -> Authority:
    source = fields["source"]
    facts = tuple(
        (name, *_sourced(fields[name], source))
        for name in ("born", "died", "date", "part-of")
        if name in fields
    )
    values = {name: value for name, value, _ in facts}
    names = tuple(
        NameForm(n["form"], n["lang"], n["kind"], n.get("source", source), n.get("match", True))
        for n in fields.get("names", ())
    )
    return Authority(
        kind,
        key,
        fields["label"],
        source,
        names,
        type=fields.get("type"),
        born=values.get("born"),
        died=values.get("died"),
        date=values.get("date"),
        description=fields.get("description"),
        unnamed=fields.get("unnamed", False),
        part_of=values.get("part-of"),
        facts=facts,
    )


def _sourced(value: Any, source: str) -> tuple[str, str]:
    """A fact's value and its source: its own, or that of the entry."""
    if isinstance(value, dict):
        return value["date"], value["source"]
    return str(value), source


def _at(ref: Ref) -> tuple[str, str]:
    section = next(name for name, kind in SECTIONS.items() if kind == ref.kind)
    return section, ref.key


def _doubled(file: HandFile, where: dict[Ref, HandFile]) -> Iterator[Problem]:
    for section, kind in SECTIONS.items():
        for key in file.data.get(section, {}):
            ref = Ref(kind, key)
            if ref in where:
                first = f"{where[ref].path}:{where[ref].line(_at(ref))}"
                yield Problem(_at(ref), f"the {kind} '{key}' stands in {first} already", "Keep one of them.")
            if ref == _RESERVED:
                yield Problem(_at(ref), f"the key '{key}' is taken by the editors of the dataset")


def _dangling(found: dict[Ref, Authority], ref: Ref) -> Iterator[Problem]:
    """Problems of an entry's part-of: unknown, or in a circle."""
    chain = [ref.key]
    larger = found[ref].part_of
    while larger:
        if larger == ref.key:
            circle = " < ".join((*chain, larger))
            yield Problem((*_at(ref), "part-of"), f"is part of itself: {circle}", "Break the circle.")
        if larger in chain:
            return
        chain.append(larger)
        above = found.get(Ref(ref.kind, larger))
        if above is None:
            if len(chain) == 2:
                mend = near(larger, (other.key for other in found if other.kind == ref.kind))
                yield Problem((*_at(ref), "part-of"), f"there is no {ref.kind} '{larger}'", mend)
            return
        larger = above.part_of


def _claims(entry: Authority, ref: Ref, claimed: dict[str, Ref]) -> Iterator[Problem]:
    """Problems of forms that another entry, read before, is found by too."""
    for n, form in enumerate(entry.names):
        if form.match and claimed.setdefault(form.text, ref) != ref:
            other = claimed[form.text]
            yield Problem(
                (*_at(ref), "names", n, "form"),
                f"'{form.text}' is a form of {other.kind}/{other.key} too, so a text cannot tell them apart",
                "Write 'match: false' beside it at one of the two.",
            )
