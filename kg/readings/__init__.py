"""data/readings/{key}.yaml + Document + AuthorityIndex -> Reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kg.authority import AuthorityIndex
from kg.errors import ReadingError
from kg.handfile import read_hand_file
from kg.model import Document, Reading, Ref
from kg.readings.content import (
    read_candidates,
    read_events,
    read_mentions,
    read_not_mentions,
    read_proposals,
    read_propositions,
    read_roles,
)
from kg.readings.desk import Desk
from kg.readings.sayings import read_sayings
from kg.schemacheck import check_hand_file, raise_problems

__all__ = ["read_reading"]


def read_reading(path: Path, document: Document, authority: AuthorityIndex) -> Reading:
    """Read a document's reading; offsets are code points of `document.text`.

    Raises ReadingError that names file, line and key. All mistakes of a file are reported
    together: first those against the schema; once there are none, quotes that are absent or
    ambiguous, unknown keys, ids given twice, circles, and a page that has changed. With several, the
    error's `problems` holds each and its text has a line for each.
    """
    file = read_hand_file(path, ReadingError)
    check_hand_file(file, "reading", ReadingError)
    desk = Desk(file, document, authority)
    _check_document(desk)
    reading = _reading(desk)
    _check_addressee(desk, reading)
    raise_problems(file, desk.problems, ReadingError)
    return reading


def _check_document(desk: Desk) -> None:
    data, document = desk.file.data, desk.document
    if data["document"] != document.key:
        desk.wrong(("document",), f"reads '{data['document']}', but the page is '{document.key}'")
    if data.get("text-sha256", document.text_sha256) != document.text_sha256:
        desk.wrong(
            ("text-sha256",),
            f"the page has changed since it was read: its SHA-256 is now {document.text_sha256}",
            "Compare the page with the reading, mend the quotes, then write the new value here.",
        )


def _check_addressee(desk: Desk, reading: Reading) -> None:
    """The addressee is published through the dispatch; without one he would be lost in silence."""
    if reading.addressee and all(event.type != "dispatch" for event in reading.events):
        desk.wrong(
            ("addressee",),
            "no event of this file sends the document to its addressee",
            "Add an event of type dispatch with these addressees, with its basis and passage.",
        )


def _reading(desk: Desk) -> Reading:
    data = desk.file.data

    def one(name: str) -> Ref | None:
        return desk.one_ref((name,), data.get(name))

    def several(name: str) -> tuple[Ref, ...]:
        return desk.refs((name,), data.get(name))

    return replace(
        _sections(desk),
        author=one("author"),
        addressee=one("addressee"),
        about=several("about"),
        keeper=one("keeper"),
        translators=several("translators"),
        funders=several("funders"),
        publisher=one("publisher"),
        rights_holder=one("rights-holder"),
    )


def _sections(desk: Desk) -> Reading:
    """The head of the file and its lists."""
    data = desk.file.data
    original = data.get("original-language", {})
    return Reading(
        document=data["document"],
        file=desk.file.path.name,
        sha256=desk.file.sha256,
        editor=data["editor"],
        version=data["version"],
        language=data["language"],
        original_language=original.get("code"),
        original_language_level=original.get("level", "textual"),
        author=None,
        addressee=None,
        sayings=read_sayings(desk),
        events=read_events(desk),
        proposals=tuple(read_proposals(desk)),
        propositions=tuple(read_propositions(desk)),
        roles=tuple(read_roles(desk)),
        mentions=read_mentions(desk),
        not_mentions=read_not_mentions(desk),
        notes=tuple(data.get("notes", ())),
        original_language_note=original.get("note"),
        software=data["draft"]["software"] if "draft" in data else None,
        candidates=tuple(read_candidates(desk)),
    )
