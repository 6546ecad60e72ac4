"""Lines behind the summary -> the site's labels and values, its rights notice, its furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.converters.wilson.citing import is_citation
from kg.converters.wilson.lines import Line, Piece, trimmed
from kg.converters.wilson.marks import (
    ADDRESS,
    BULLET,
    RIGHTS,
    SUPPORT,
    Label,
    inline_label,
    is_furniture,
    label_of,
)
from kg.converters.wilson.words import is_place

# Labels whose value is one line, so that a second line is of something else.
_SINGLE = frozenset({"Record ID", "Original Uploaded Date", "Type", "Original Classification"})
_LANGUAGES = re.compile(
    r"(?:Albanian|Arabic|Armenian|Azerbaijani|Bulgarian|Burmese|Cambodian|Chinese|Croatian|Czech|Danish|Dutch|English|"
    r"Farsi|Finnish|French|Georgian|German|Greek|Hebrew|Hindi|Hungarian|Indonesian|Italian|Japanese|Khmer|Korean|"
    r"Macedonian|Mongolian|Norwegian|Persian|Polish|Portuguese|Romanian|Russian|Serbian|Serbo-Croatian|Slovak|"
    r"Slovenian|Spanish|Swedish|Turkish|Ukrainian|Urdu|Uyghur|Uzbek|Vietnamese)(?: \([A-Z][a-z]+\))?"
)
# What a value is by its look, where the page has lost its label.
_BY_LOOK: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("Original Uploaded Date", re.compile(r"\d{4}-\d{2}-\d{2}")),
    ("Record ID", re.compile(r"\d{4,6}")),
    ("Language", _LANGUAGES),
)
_DONOR = re.compile(r"[A-Z][\w.,&'’() -]{3,100}")
# How the foot of a site begins; nothing of the document follows.
_FOOT = re.compile(
    r"(?:©|\(c\)|Copyright\b|All rights reserved|Follow us|Stay connected|1300 Pennsylvania|Footer\b|"
    r"Terms of (?:use|service)|Privacy\b|Powered by|Sign up\b).{0,200}",
    re.IGNORECASE,
)


def read_trailer(lines: Sequence[Line]) -> list[Piece]:
    """The pieces that follow the summary: labels, values, rights, source, furniture."""
    reader = _Reader()
    return [piece for line in lines for piece in reader.read(line)]


@dataclass(slots=True)
class _Reader:
    """Where the reading of labels and values stands.

    label: the last one. noticed: lines are of the rights notice. done: the single labels that have a value.
    """

    label: Label | None = None
    noticed: bool = False
    ended: bool = False
    done: set[str] = field(default_factory=set)

    def read(self, line: Line) -> Iterator[Piece]:
        """The pieces of the next line."""
        self.ended = self.ended or _FOOT.fullmatch(line.text) is not None
        label, within = label_of(line.text), inline_label(line.text)
        support = SUPPORT.fullmatch(line.text)
        if self.ended:
            yield Piece("chrome", line)
        elif label:
            self.label, self.noticed = label, False
            yield Piece("label", line, None if label.heading else label.name)
        elif within and not (self.label and self.label.kind == "related"):
            self.label, self.noticed = within[0], False
            yield from _cut(line, 0, within[1], "label", within[0].name)
            yield from _values(line, within[1], within[0])
            self.done.add(within[0].name)
        elif support:
            yield from _cut(line, 0, support.start("funder"), "label", "Donors")
            yield from _cut(line, *support.span("funder"), "field", "Donors")
            yield from _cut(line, support.end("funder"), len(line.text), "label", "Donors")
        else:
            yield from self._value(line)

    def _value(self, line: Line) -> Iterator[Piece]:
        label = self.label
        self.noticed |= RIGHTS.match(line.text) is not None or (label is not None and label.kind == "rights")
        if is_citation(line.text) or ADDRESS.fullmatch(line.text):
            yield Piece("source", line)
        elif label and label.kind == "related":
            yield Piece("related", line, label.name)
        elif self.noticed and not self._is_no_notice(line.text):
            yield Piece("rights", line, label.name if label and label.kind == "rights" else None)
        elif is_furniture(line.text) and not _is_expected(label, line.text):
            yield Piece("chrome", line)
        elif not self.noticed and (label is None or label.heading):
            yield Piece("source", line)
        elif self.noticed or label is None or self._is_full(label) or not _is_expected(label, line.text):
            yield Piece("field", line, _name_of(line.text))
        else:
            self.done.add(label.name)
            yield from _values(line, 0, label)

    def _is_full(self, label: Label) -> bool:
        return label.name in _SINGLE and label.name in self.done

    def _is_no_notice(self, text: str) -> bool:
        """Whether a line behind the rights notice is a value that has lost its label."""
        known = any(form.fullmatch(text) for _, form in _BY_LOOK)
        return known or (
            len(text.split()) <= 8 and text[-1] not in ".]" and _DONOR.fullmatch(text) is not None
        )


def _name_of(text: str) -> str:
    """The label of a value that has lost its own; at the end of a page that is the donor, named last."""
    return next((name for name, form in _BY_LOOK if form.fullmatch(text)), "Donors")


def _is_expected(label: Label | None, text: str) -> bool:
    """Whether a value looks as the values of its label do."""
    if label is None or label.heading:
        return False
    return label.value is None or label.value.fullmatch(text) is not None


def _values(line: Line, begin: int, label: Label) -> Iterator[Piece]:
    """The values in a line, each for itself, without bullets and the signs between them."""
    bullet = BULLET.match(line.text, begin)
    at = bullet.end() if bullet else begin
    if at > begin:
        yield from _cut(line, begin, at, "chrome")
    text = line.text
    for joint in [*_joints(text, at, label), None]:
        end = joint.start() if joint else len(text)
        yield from _cut(line, at, end, label.kind, label.name)
        if joint:
            yield from _cut(line, joint.start(), joint.end(), "chrome")
            at = joint.end()


def _joints(text: str, at: int, label: Label) -> list[re.Match[str]]:
    """What stands between the values of a line; a comma is one only between places or languages."""
    if not label.lists:
        return []
    found = list(re.compile(r"\s*[;|]\s*(?=\S)").finditer(text, at))
    if not found and "," in label.lists:
        parts = [part.strip() for part in text[at:].split(",")]
        known = [is_place(part) or _LANGUAGES.fullmatch(part) is not None for part in parts]
        found = list(re.compile(r",\s*").finditer(text, at)) if len(parts) > 1 and all(known) else []
    return found


def _cut(line: Line, begin: int, end: int, kind: str, label: str | None = None) -> Iterator[Piece]:
    """The piece that a stretch of a line is, none where it is blank."""
    part = trimmed(line.text, begin, end)
    if part:
        yield Piece(kind, Line(line.begin + part.begin, line.begin + part.end, part.text, line.gap), label)
