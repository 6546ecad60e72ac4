"""correspDesc (TEI P5, 2.4.6) -> the lines that it puts before a letter's text, and whom they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.converters.tei.dating import tagged_when, written_date
from kg.converters.tei.lists import Lists
from kg.converters.tei.markup import Element, local, words
from kg.converters.tei.names import pointed
from kg.converters.tei.writer import Writer, Written
from kg.model import Party, Recipient, Span, WrittenDate

_NAMES = {"persName": "person", "name": "person", "rs": "person", "orgName": "group", "roleName": "person"}
_PLACES = ("placeName", "settlement", "geogName", "district", "region", "country")
# Elements of the time before correspAction, and what action each belongs to.
_OLDER = {
    "sender": "sent",
    "placeSender": "sent",
    "dateSender": "sent",
    "addressee": "received",
    "placeAddressee": "received",
    "dateAddressee": "received",
}
_UNKNOWN = frozenset(
    [
        "unknown",
        "unkown",
        "unbekannt",
        "[unbekannt]",
        "inconnu",
        "sconosciuto",
        "?",
        "[?]",
        "n.n.",
        "nn",
        "na",
        "n/a",
        "k.a.",
        "o.o.",
        "o.d.",
        "s.d.",
        "s.l.",
    ]
)
_DATE_KINDS = {"sent": "sent", "received": "received", "": "written"}
_REDIRECTED = ("redirecting", "redirected", "forwarded")
_JOINT = re.compile(r"; |\n[^:;\n]*: ")
_COPIES = ("cc", "bcc", "copy")


@dataclass(frozen=True, slots=True)
class Item:
    """A name, place or date of an action. known: whether it says anything but 'unknown'.

    sort: person, group, place, date.
    """

    element: Element
    sort: str
    place: tuple[int, int]
    known: bool


@dataclass(frozen=True, slots=True)
class Action:
    """A correspAction as written. type: sent, received, ...; subtype: redirecting, cc, ..."""

    type: str
    subtype: str
    items: tuple[Item, ...]


def write_actions(writer: Writer, description: Element, lists: Lists) -> list[Action]:
    """Write a line for each action: its @type and @subtype, then its names, places and dates."""
    actions = []
    for element in description:
        kind = _OLDER.get(local(element), element.get("type") or "")
        found = list(_labelled(element, lists)) if local(element) in ("correspAction", *_OLDER) else []
        if not found:
            continue
        head = " ".join(part for part in (kind, element.get("subtype")) if part)
        line = (f"{head}: " if head else "") + "; ".join(label for _, _, label in found)
        begin, _ = writer.line(line, "field")
        at, items = begin + (len(head) + 2 if head else 0), []
        for one, sort, label in found:
            known = label.lower().strip(" .") not in _UNKNOWN and label.lower() not in _UNKNOWN
            items.append(Item(one, sort, (at, at + len(label)), known))
            at += len(label) + 2
        actions.append(Action(kind, element.get("subtype") or "", tuple(items)))
    return actions


def _labelled(action: Element, lists: Lists) -> Iterator[tuple[Element, str, str]]:
    """The names, places and dates under an action with their words; the outermost of those inside others."""
    for child in action:
        name = local(child)
        sort = _NAMES.get(name) or ("place" if name in _PLACES else "date" if name == "date" else None)
        if name in ("name", "rs") and (child.get("type") or "").startswith(("org", "place", "inst")):
            sort = "place" if (child.get("type") or "").startswith("place") else "group"
        if name and sort is None and name not in ("note", "ref"):
            yield from _labelled(child, lists)
        label = _label(child, lists) if sort else None
        if sort and label:
            yield child, sort, label


def _label(element: Element, lists: Lists) -> str | None:
    """The words of an element; without any, those of the list entry it points at, or of its attributes."""
    written = words(element)
    if written or local(element) != "date":
        entry = None if written else pointed(element, lists)[0]
        return written or (entry.label if entry else element.get("key")) or None
    begin, end = (element.get(a) or element.get(b) for a, b in (("from", "notBefore"), ("to", "notAfter")))
    if element.get("when"):
        return element.get("when")
    if begin and end:
        return f"{begin}/{end}"
    return f"notBefore {begin}" if begin else f"notAfter {end}" if end else None


def correspondents(written: Written, actions: Sequence[Action]) -> tuple[Party | None, Party | None]:
    """The sender and the addressee: of the first sending and receiving that are no redirection."""
    sent = [one for one in actions if one.type == "sent" and one.subtype not in _REDIRECTED]
    received = [
        one for one in actions
        if one.type == "received" and one.subtype not in (*_REDIRECTED, *_COPIES)
    ]  # fmt: skip
    together = [item for action in received for item in action.items]
    direct = [one for one in received if one.subtype == "to"] and together
    return (
        _party(written, next((one.items for one in sent if _has_names(one)), sent[0].items if sent else ())),
        _party(written, direct or next((one.items for one in received if _has_names(one)), tuple(together))),
    )


def _has_names(action: Action) -> bool:
    return any(item.known and item.sort in ("person", "group") for item in action.items)


def _party(written: Written, items: Sequence[Item]) -> Party | None:
    known = [item for item in items if item.known]
    people = [item.place for item in known if item.sort == "person"]
    groups = [item.place for item in known if item.sort == "group"]
    places = [item.place for item in known if item.sort == "place"]
    shown = people + groups or places
    if not shown:
        return None
    span = written.span(min(shown)[0], max(shown)[1])
    if span and "\n" in span.text and not _only_names(written, sorted(shown)):
        span = written.span(*min(shown))
    if span is None:
        return None
    return Party(
        span, name=_stretch(written, people), office=_stretch(written, groups),
        place=None if people or groups else _stretch(written, places),
    )  # fmt: skip


def _only_names(written: Written, places: Sequence[tuple[int, int]]) -> bool:
    """Whether nothing but joints and the heads of lines stands between the names of several lines."""
    return all(_JOINT.fullmatch(written.text[one[1] : other[0]]) for one, other in pairwise(places))


def _stretch(written: Written, places: Sequence[tuple[int, int]]) -> str | None:
    return "; ".join(written.text[begin:end] for begin, end in places) or None


def copies(written: Written, actions: Sequence[Action]) -> tuple[Recipient, ...]:
    """Who got a copy: the names of receivings whose @subtype says so."""
    return tuple(
        Recipient(span, span.text)
        for action in actions
        if action.subtype in _COPIES
        for item in action.items
        if item.sort in ("person", "group") and item.known and (span := written.span(*item.place))
    )


def action_dates(written: Written, actions: Sequence[Action]) -> Iterator[WrittenDate]:
    """The dates of sending and receiving, redirections left aside."""
    for action in actions:
        kind = _DATE_KINDS.get(action.type)
        for item in action.items if kind and action.subtype not in _REDIRECTED else ():
            span = written.span(*item.place)
            if item.sort != "date" or not item.known or not kind or not span:
                continue
            when = tagged_when(item.element)
            if when and not words(item.element):
                yield WrittenDate(kind, span, when.edtf, when.time, when.note)
            else:
                yield written_date(written, span, when, kind)


def place_of(written: Written, actions: Sequence[Action], type: str) -> Span | None:
    """The place of sending or receiving."""
    found = [
        item.place
        for action in actions
        if action.type == type and action.subtype not in _REDIRECTED
        for item in action.items
        if item.sort == "place" and item.known
    ]
    return written.span(*found[0]) if found else None
