"""A document's heading -> sender and addressee: as the markup tags them, else by the heading's wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.converters._heads import correspondents, party
from kg.converters.tei.markup import Element, local, named
from kg.converters.tei.writer import Written
from kg.model import Party, Span

_ENDS = " \t\n,.;:"
_NAMES = ("persName", "name", "rs")


def sender_and_addressee(written: Written, title: Span | None) -> tuple[Party | None, Party | None]:
    """Who wrote and to whom; None where neither markup nor heading says it."""
    sender, addressee = (_tagged(written, kind, title) for kind in ("from", "to"))
    if title is None:
        return sender, addressee
    begin = title.begin
    after = sender.span.end - begin if sender and sender.span.end <= title.end else 0
    before = addressee.span.begin - begin if addressee and addressee.span.end <= title.end else None
    read = correspondents(title.text, after, before)
    if read.addressee is None:
        read = correspondents(title.text)
    worded = [
        party(span) if stretch and (span := written.span(begin + stretch[0], begin + stretch[1])) else None
        for stretch in (read.sender, read.addressee)
    ]
    return _joined(sender, worded[0]), _joined(addressee, worded[1])


def _joined(tagged: Party | None, worded: Party | None) -> Party | None:
    """The tagged party with the office that the wording gives the same name; else the one there is."""
    if tagged is None or worded is None:
        return tagged or worded
    if tagged.name and not tagged.office and worded.office and worded.name and tagged.name in worded.name:
        return replace(tagged, office=worded.office)
    return tagged


def _tagged(written: Written, kind: str, title: Span | None) -> Party | None:
    """The party whose names and offices are tagged `from` or `to`: in the heading, else anywhere."""
    marked = [element for element in written.places if element.get("type") == kind and _names_party(element)]
    spans = [(element, span) for element in marked if (span := _trimmed(written, element))]
    inside = [one for one in spans if title and title.begin <= one[1].begin < title.end]
    spans = inside or spans
    if not spans:
        return None
    begin, end = min(span.begin for _, span in spans), max(span.end for _, span in spans)
    other = "to" if kind == "from" else "from"
    if any(
        one.get("type") == other and begin <= at[0] < end
        for one, at in written.places.items()
        if _names_party(one)
    ):
        spans = [one for one in spans if one[1].begin == begin]
        end = max(span.end for _, span in spans)
    whole = written.span(begin, end)
    if whole is None:
        return None
    return Party(
        whole,
        name=_listed(written, spans, _NAMES),
        office=_listed(written, spans, ("gloss", "orgName", "roleName")),
        place=_listed(written, spans, ("placeName", "geogName", "settlement")),
    )


def _names_party(element: Element) -> bool:
    return local(element) in (*_NAMES, "gloss", "orgName", "roleName", "placeName", "geogName", "settlement")


def _trimmed(written: Written, element: Element) -> Span | None:
    span = written.of(element)
    text = span.text.rstrip(_ENDS) if span else ""
    return written.span(span.begin, span.begin + len(text)) if span and text else None


def _listed(written: Written, spans: Sequence[tuple[Element, Span]], names: Sequence[str]) -> str | None:
    """One name as it stands; several as they stand together, where only names and joints lie between."""
    mine = sorted(span for element, span in spans if local(element) in names and not _within(element, spans))
    if not mine:
        return None
    whole = written.text[mine[0].begin : mine[-1].end]
    if len(mine) > 1 and len(whole) > 60 * len(mine):
        return mine[0].text
    return re.sub(r"\s+", " ", whole) if len(mine) == 1 or not _mixed(spans, mine, names) else mine[0].text


def _within(element: Element, spans: Sequence[tuple[Element, Span]]) -> bool:
    return any(element in list(named(other, local(element))) for other, _ in spans if other is not element)


def _mixed(spans: Sequence[tuple[Element, Span]], mine: Sequence[Span], names: Sequence[str]) -> bool:
    """Whether something of another sort stands between the first and the last name."""
    return any(
        mine[0].end <= span.begin < mine[-1].begin for element, span in spans if local(element) not in names
    )
