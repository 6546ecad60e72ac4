"""Citation text -> call numbers and credits: repository, fond, opis, delo, leaves; translator, contributor."""

from __future__ import annotations

import re

from kg.model import CallNumber, Credit, Span

# A part of a shelfmark: its name, and how citations write it. Longer words first.
_PARTS: tuple[tuple[str, str], ...] = (
    ("fond", r"[Ff]ond|[Ff]\."),
    ("opis", r"[Oo]pis'?|[Oo]p\."),
    ("papka", r"[Pp]apka|[Pp]ap\.|P\.(?=\s*\d+,?\s*(?:[Dd]elo|[Dd]\.))"),
    ("delo", r"[Dd]elo|[Dd]\."),
    ("leaves", r"[Ll]isty|[Ll]isti?|[Ll]l?\.|LL\."),
    ("pages", r"[Pp]ages?|pp?\.|P{1,2}\."),
)
_VALUE = r"\d[\w/]*(?:-\d[\w/]*)*(?:,\s?\d+(?:-\d+)*(?![\w.]))*"
_PART = re.compile(
    r"(?<![\w])(?:" + "|".join(f"(?P<{name}>{form})" for name, form in _PARTS) + rf")\s*(?P<value>{_VALUE})"
)


def call_numbers(text: str, begin: int = 0, *, kind: str = "source") -> tuple[CallNumber, ...]:
    """The shelfmarks that a citation gives.

    begin: where `text` stands in the page; spans count from the page's beginning, in code points.
    """
    return tuple(_read(text, begin, kind))


def _read(text: str, begin: int, kind: str) -> list[CallNumber]:
    parts = list(_PART.finditer(text))
    if not parts:
        return []
    start = len(text) - len(re.sub(r"^\s*(?:Re)?[Pp]rinted from:?\s*", "", text))
    repository = text[start : parts[0].start()].rstrip(" ,:;")
    end = parts[-1].end()
    return [
        CallNumber(
            kind,
            Span(begin + start, begin + end, text[start:end]),
            text[start:end],
            repository or None,
            tuple((_name(part), part["value"]) for part in parts),
            copy=re.match(r"\W*Copy\b", text[end:]) is not None,
        )
    ]


def _name(part: re.Match[str]) -> str:
    return next(name for name, _ in _PARTS if part[name])


def credited(text: str, begin: int = 0) -> tuple[Credit, ...]:
    """The persons credited in a citation."""
    found = re.search(r"\bTranslated (?:for \w+ )?by (?P<name>[^.;,]+)", text)
    if not found:
        return ()
    at, end = found.span("name")
    return (Credit("translator", Span(begin + at, begin + end, found["name"]), found["name"]),)
