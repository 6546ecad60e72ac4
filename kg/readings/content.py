"""Lists of a reading file -> Events, Proposals, Propositions, Roles, Mentions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kg.handfile import KeyPath
from kg.model import Belief, Candidate, Event, Likeness, Mention, Proposal, Proposition, Ref, Role, Span
from kg.readings.desk import Desk
from kg.schemacheck import near


def read_events(desk: Desk) -> tuple[Event, ...]:
    """The events, each knowing the larger event that names it among its parts."""
    events = [_event(desk, ("events", n), item) for n, item in enumerate(desk.items("events"))]
    larger: dict[str, str] = {}
    for n, event in enumerate(events):
        for m, part in enumerate(event.parts):
            whole = larger.setdefault(part, event.id)
            at = ("events", n, "parts", m)
            if whole != event.id:
                desk.wrong(at, f"'{part}' is a part of '{whole}' already", "Remove it here or there.")
            elif event.id in _wholes(larger, event.id):
                circle = " < ".join((event.id, *_wholes(larger, event.id)))
                desk.wrong(at, f"is part of itself: {circle}", "Remove this.")
    return tuple(replace(event, part_of=larger.get(event.id)) for event in events)


def _wholes(larger: dict[str, str], id: str) -> list[str]:
    """The events that an event is part of, nearest first, up to a repetition."""
    found: list[str] = []
    whole = larger.get(id)
    while whole and whole not in found:
        found.append(whole)
        whole = larger.get(whole)
    return found


def _event(desk: Desk, at: KeyPath, item: dict[str, Any]) -> Event:
    _check_event(desk, at, item)
    event = _named_event(desk, at, item)
    return replace(
        event,
        parts=_parts(desk, (*at, "parts"), item.get("parts", [])),
        date=desk.date((*at, "date"), item.get("date")),
        time=item.get("time"),
        before=desk.date((*at, "before"), item.get("before")),
        duration=item.get("duration"),
        created=item.get("created"),
        belief=_belief(desk, (*at, "belief"), item.get("belief")),
        note=item.get("note"),
    )


def _check_event(desk: Desk, at: KeyPath, item: dict[str, Any]) -> None:
    if "shared" in item and Ref("event", item["shared"]) not in desk.authority:
        mend = near(item["shared"], desk.authority.keys("event"), "Add it to the authority files.")
        desk.wrong((*at, "shared"), f"there is no event '{item['shared']}'", mend)
    if "belief" in item and item.get("kind") != "inference":
        desk.wrong((*at, "belief"), "only an event of the kind 'inference' concludes a belief")


def _named_event(desk: Desk, at: KeyPath, item: dict[str, Any]) -> Event:
    """What the event is and who and what had to do with it."""
    key = item.get("shared") or item["id"]
    entry = desk.authority.get(Ref("event", key)) if "shared" in item else None

    def refs(name: str) -> tuple[Ref, ...]:
        return desk.refs((*at, name), item.get(name))

    return Event(
        id=key,
        label=item.get("label") or (entry.label if entry else key),
        kind=item.get("kind", "activity"),
        type=item["type"],
        basis=item["basis"],
        passages=desk.spans((*at, "passage"), item["passage"]),
        shared="shared" in item,
        carried_out_by=refs("carried-out-by"),
        participants=refs("participants"),
        addressees=refs("addressees"),
        places=refs("places"),
        used=refs("used"),
        about=refs("about"),
    )


def _parts(desk: Desk, at: KeyPath, ids: list[str]) -> tuple[str, ...]:
    """Ids of events of this file, or keys of shared ones that it speaks of."""
    known = [item.get("id") or item["shared"] for item in desk.items("events")]
    for n, part in enumerate(ids):
        if part not in known:
            desk.wrong((*at, n), f"there is no event '{part}' in this file", near(part, known))
    return tuple(ids)


def _belief(desk: Desk, at: KeyPath, item: dict[str, Any] | None) -> Belief | None:
    if item is None:
        return None
    that = desk.local((*at, "that"), "proposition", item["that"])
    return Belief(item["id"], item["label"], that, item["holds"])


def read_proposals(desk: Desk) -> Iterator[Proposal]:
    """The proposals."""
    for n, item in enumerate(desk.items("proposals")):
        passage = desk.span(("proposals", n, "passage"), item["passage"])
        yield Proposal(item["id"], item["label"], passage, item.get("content-known", True))


def read_propositions(desk: Desk) -> Iterator[Proposition]:
    """The propositions."""
    for n, item in enumerate(desk.items("propositions")):
        at = ("propositions", n)
        yield Proposition(
            id=item["id"],
            kind=item.get("kind", "one"),
            label=item["label"],
            subject=desk.one_ref((*at, "subject"), item.get("subject")),
            property=item.get("property"),
            object=desk.one_ref((*at, "object"), item.get("object")),
            about=desk.refs((*at, "about"), item.get("about")),
        )


def read_candidates(desk: Desk) -> Iterator[Candidate]:
    """The persons, groups and places that only this document knows."""
    for n, item in enumerate(desk.items("candidates")):
        likely = [
            Likeness(
                desk.ref(("candidates", n, "likely", m, "ref"), one["ref"]), float(one["score"]), one["why"]
            )
            for m, one in enumerate(item.get("likely", []))
        ]
        yield Candidate(
            kind=item["kind"],
            owner=item.get("owner", desk.document.key),
            key=item["id"],
            label=item["label"],
            forms=tuple(item.get("forms", ())),
            rule=item.get("rule", "reading"),
            role=item.get("role"),
            iri=item.get("iri"),
            unnamed=item.get("unnamed", False),
            likely=tuple(likely),
        )


def read_roles(desk: Desk) -> Iterator[Role]:
    """The roles that the text gives to persons and groups."""
    for n, item in enumerate(desk.items("roles")):
        at = ("roles", n)
        yield Role(
            id=item["id"],
            bearer=desk.ref((*at, "bearer"), item["bearer"]),
            role=desk.ref((*at, "role"), item["role"]),
            passage=desk.span((*at, "passage"), item["passage"]),
            reporters=desk.refs((*at, "according-to"), item.get("according-to")),
            level=item.get("level", "textual"),
        )


def read_mentions(desk: Desk) -> tuple[Mention, ...]:
    """The mentions that only a reader can resolve, in the order of the text."""
    found = [
        Mention(
            desk.span(("mentions", n, "quote"), item["quote"]),
            desk.ref(("mentions", n, "ref"), item["ref"]),
            "reading",
        )
        for n, item in enumerate(desk.items("mentions"))
    ]
    return tuple(sorted(found, key=lambda mention: (mention.span, mention.ref.kind, mention.ref.key)))


def read_not_mentions(desk: Desk) -> tuple[Span, ...]:
    """The stretches where a name names nobody of the authority files."""
    quotes: list[Any] = desk.file.data.get("not-mentions", [])
    return tuple(sorted(desk.span(("not-mentions", n), quote) for n, quote in enumerate(quotes)))
