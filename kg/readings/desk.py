"""A checked reading file + its Document -> the references and spans that its values mean."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.authority import AuthorityIndex
from kg.handfile import HandFile, KeyPath, Problem
from kg.model import Document, Ref, Span
from kg.quotes import Missed, Quote, find_quote
from kg.schemacheck import near

_LOCAL = {"saying": "sayings", "proposal": "proposals", "proposition": "propositions", "event": "events"}
NOWHERE = Span(0, 0, "")


@dataclass(frozen=True, slots=True)
class Entry:
    """A saying as the file has it: where, what, and the id of the saying it stands under."""

    at: KeyPath
    item: dict[str, Any]
    parent: str | None


@dataclass
class Desk:
    """What is looked up while a reading file is read; every mistake is noted, none stops the reading.

    A value that is wrong becomes a stand-in, for the reading is never used once something is noted.
    """

    file: HandFile
    document: Document
    authority: AuthorityIndex
    sayings: dict[str, Entry] = field(default_factory=dict)
    candidates: dict[tuple[str, str], Ref] = field(default_factory=dict)
    ids: dict[str, set[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        for entry in self._walk(("sayings",), self.items("sayings"), None):
            self._note_id("saying", entry.item["id"], entry.at)
            self.sayings.setdefault(entry.item["id"], entry)
        for kind, section in _LOCAL.items():
            if kind != "saying":
                for n, item in enumerate(self.items(section)):
                    if "id" in item:
                        self._note_id(kind, item["id"], (section, n))
        for n, item in enumerate(self.items("roles")):
            self._note_id("assignment", item["id"], ("roles", n))
        for n, item in enumerate(self.items("candidates")):
            self._note_id(f"candidate {item['kind']}", item["id"], ("candidates", n))
            ref = Ref(item["kind"], item["id"], item.get("owner", self.document.key))
            self.candidates[item["kind"], item["id"]] = ref

    def items(self, section: str) -> list[dict[str, Any]]:
        """The entries of a list at the top of the file."""
        found: list[dict[str, Any]] = self.file.data.get(section, [])
        return found

    def _walk(self, at: KeyPath, items: list[dict[str, Any]], parent: str | None) -> Iterator[Entry]:
        for n, item in enumerate(items):
            yield Entry((*at, n), item, parent)
            yield from self._walk((*at, n, "says"), item.get("says", []), item["id"])

    def _note_id(self, kind: str, id: str, at: KeyPath) -> None:
        known = self.ids.setdefault(kind, set())
        if id in known:
            self.wrong((*at, "id"), f"the id '{id}' is given twice", "Give one of them another id.")
        known.add(id)

    def wrong(self, at: KeyPath, reason: str, mend: str = "") -> None:
        """Note a mistake."""
        self.problems.append(Problem(at, reason, mend))

    def ref(self, at: KeyPath, value: str) -> Ref:
        """The Ref of 'kind/key'; things of this document come before shared ones."""
        kind, _, key = value.partition("/")
        if key in self.ids.get(kind, ()):
            return Ref("local-event" if kind == "event" else kind, key)
        if (kind, key) in self.candidates:
            return self.candidates[kind, key]
        ref = Ref(kind, key)
        if ref not in self.authority:
            own = {id_ for kind_, id_ in self.candidates if kind_ == kind}
            known = {*self.ids.get(kind, ()), *self.authority.keys(kind), *own}
            where = "this file" if kind in _LOCAL and kind != "event" else "the authority files"
            mend = near(key, sorted(known), f"Add it to {where}.")
            self.wrong(at, f"there is no {kind} '{key}'", mend)
        return ref

    def refs(self, at: KeyPath, value: str | list[str] | None) -> tuple[Ref, ...]:
        """The Refs of one 'kind/key' or of a list of them."""
        if value is None:
            return ()
        if isinstance(value, str):
            return (self.ref(at, value),)
        return tuple(self.ref((*at, n), one) for n, one in enumerate(value))

    def one_ref(self, at: KeyPath, value: str | None) -> Ref | None:
        """The Ref of 'kind/key', None for None."""
        return None if value is None else self.ref(at, value)

    def local(self, at: KeyPath, kind: str, ids: Sequence[str]) -> tuple[str, ...]:
        """Ids of this file, each looked up."""
        known = self.ids.get(kind, set())
        for n, one in enumerate(ids):
            if one not in known:
                self.wrong((*at, n), f"there is no {kind} '{one}' in this file", near(one, sorted(known)))
        return tuple(ids)

    def span(self, at: KeyPath, value: str | dict[str, str], close_to: Sequence[Span] = ()) -> Span:
        """Where a quote stands; close_to: paragraphs to look in first."""
        if isinstance(value, str):
            quote = Quote(value)
        else:
            number = int(value["number"]) if "number" in value else None
            quote = Quote(value["exact"], value.get("within"), number)
        found = find_quote(self.document.text, quote, close_to)
        if isinstance(found, Missed):
            self.wrong(at, found.reason, found.mend)
            return NOWHERE
        return found

    def spans(self, at: KeyPath, value: Any) -> tuple[Span, ...]:
        """Where one quote or each of several stands."""
        if isinstance(value, list):
            return tuple(self.span((*at, n), one) for n, one in enumerate(value))
        return (self.span(at, value),)

    def paragraphs(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The body paragraphs that some spans touch."""
        return tuple(
            paragraph
            for paragraph in self.document.body
            if any(span.begin < paragraph.end and paragraph.begin < span.end for span in spans)
        )

    def date(self, at: KeyPath, value: str | None) -> str | None:
        """A date as written in the file, if its days exist."""
        for day in (value or "").split("/"):
            plain = day.rstrip("?~%")
            if len(plain) == len("1950-09-21"):
                try:
                    datetime.date.fromisoformat(plain)
                except ValueError:
                    self.wrong(at, f"there is no day {plain}", "Give a day of the calendar.")
        return value
