"""A checked gold file + its Document -> quotes in their places, references to clusters, mistakes noted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.evaluate.gold import KINDS, Cluster
from kg.handfile import HandFile, KeyPath, Problem
from kg.model import Document, Span
from kg.quotes import Missed, Quote, find_quote, places
from kg.schemacheck import near

_BEFORE, _AFTER = 240, 120


@dataclass
class Bench:
    """What is looked up while a gold file is read; every mistake is noted, none stops the reading."""

    file: HandFile
    data: dict[str, Any]
    at: KeyPath
    document: Document
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, at: KeyPath, reason: str, mend: str = "") -> None:
        """Note a mistake."""
        self.problems.append(Problem((*self.at, *at), reason, mend))

    def span(self, at: KeyPath, quote: str | dict[str, str], close_to: Sequence[Span] = ()) -> Span:
        """The one place of a quote; close_to: stretches to look in first."""
        wanted = Quote(quote) if isinstance(quote, str) else Quote(quote["exact"], quote.get("within"))
        found = find_quote(self.document.text, wanted, close_to)
        if isinstance(found, Missed):
            self.wrong(at, found.reason, found.mend)
            return Span(0, 0, "")
        return found

    def spans(self, at: KeyPath, quotes: Any) -> tuple[Span, ...]:
        """The places of one quote or of each of several."""
        if isinstance(quotes, list):
            return tuple(self.span((*at, n), one) for n, one in enumerate(quotes))
        return (self.span(at, quotes),)

    def around(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The neighbourhood of some words, where a hedge of theirs stands."""
        text = self.document.text
        edges = [(max(0, one.begin - _BEFORE), min(len(text), one.end + _AFTER)) for one in spans]
        return tuple(Span(begin, end, text[begin:end]) for begin, end in edges)

    def every(self, at: KeyPath, quotes: Sequence[str | dict[str, str]]) -> Iterator[Span]:
        """All places of plain words, the one place of those with a `within`."""
        text = self.document.text
        for n, quote in enumerate(quotes):
            if isinstance(quote, dict):
                yield self.span((*at, n), quote)
                continue
            hits = places(text, quote)
            if not hits:
                self.span((*at, n), quote)
            yield from (Span(begin, end, text[begin:end]) for begin, end in hits)

    def clusters(self) -> tuple[Cluster, ...]:
        """Who and what is named; a name inside a longer one, or in an enclosed document, is no mention."""
        found = [
            Cluster(
                f"{kind}/{key}",
                kind,
                tuple(self.every((f"{kind}s", key, "names"), item.get("names", ()))),
                tuple(self.every((f"{kind}s", key, "also"), item.get("also", ()))),
            )
            for kind in KINDS
            for key, item in self.data.get(f"{kind}s", {}).items()
        ]
        names = {span for cluster in found for span in cluster.names}
        away = [part.span for part in self.document.parts if part.kind == "enclosed"]
        return tuple(
            Cluster(
                one.id,
                one.kind,
                tuple(sorted({span for span in one.names if not _hidden(span, names, away)})),
                tuple(sorted(set(one.also))),
            )
            for one in found
        )

    def who(self, at: KeyPath, value: str | list[str] | None) -> tuple[str, ...]:
        """The ids of clusters that one key or several name; () for null."""
        keys = [value] if isinstance(value, str) else value or []
        return tuple(found for key in keys if (found := self._id(at, key)))

    def _id(self, at: KeyPath, key: str) -> str | None:
        for kind in KINDS:
            if key in self.data.get(f"{kind}s", {}):
                return f"{kind}/{key}"
        known = [one for kind in KINDS for one in self.data.get(f"{kind}s", {})]
        self.wrong(at, f"there is nobody '{key}'", near(key, known, "Add it to persons, groups or places."))
        return None


def _hidden(span: Span, names: set[Span], away: Sequence[Span]) -> bool:
    longer = any(o.begin <= span.begin and span.end <= o.end and o != span for o in names)
    return longer or any(o.begin <= span.begin and span.end <= o.end for o in away)
