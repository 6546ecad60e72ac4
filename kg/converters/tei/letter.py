"""The header and text of one letter -> its Document, the header's words before the letter's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.converters.tei.actions import (
    Action,
    action_dates,
    copies,
    correspondents,
    place_of,
    write_actions,
)
from kg.converters.tei.dating import dateline_dates, dateline_place, differing_days, disagreements, head_date
from kg.converters.tei.edition import Edition
from kg.converters.tei.layout import elements, lines_of, plain_document
from kg.converters.tei.markup import Element, language, local, named, words
from kg.converters.tei.names import kind_of, pointed, referenced_people
from kg.converters.tei.parties import sender_and_addressee
from kg.converters.tei.writer import Writer, Written
from kg.model import CallNumber, Document, Span, Tagged, Volume

# The parts of a manuscript's identifier (TEI P5, 10.4) that say who keeps it; the others say where in it.
_KEEPERS = ("country", "settlement", "institution", "repository")
_SHELVES = {"collection": "collection", "idno": "signature"}

Place = tuple[int, int]
Pieces = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter is made of.

    described: how many descriptions its header holds; shared: whether they are of this one text.
    """

    header: Element | None
    description: Element | None
    text: Element | None
    described: int = 0
    shared: bool = False

    def root(self) -> Element:
        """The element that the text is written from."""
        found = [one for one in (self.text, self.description, self.header) if one is not None]
        return found[0]

    def holds_anything(self) -> bool:
        """Whether there is a description or any word of the letter."""
        return self.description is not None or (self.text is not None and words(self.text) != "")


def read_letter(edition: Edition, letter: Letter, key: str, *, part: bool) -> Document:
    """The Document of a letter. part: the file holds others, so that the file is its volume."""
    writer = Writer(letter.root())
    title = writer.line(edition.title, "title") if edition.title and not part else None
    actions = [] if letter.description is None else write_actions(writer, letter.description, edition.lists)
    held = list(_write_holdings(writer, letter.header)) if letter.header is not None and not part else []
    if letter.text is not None:
        writer.block(letter.text, "body")
    written = writer.finish()
    titled = written.span(*title) if title else None
    datelines = elements(written, "dateline", "dateline")
    plain = plain_document(edition, written, key, "tei" if letter.description is None else "correspdesc")
    if letter.description is None:
        plain = _by_wording(plain, written, titled, datelines)
    else:
        plain = _by_description(plain, written, actions, datelines)
    names = [item.element for action in actions for item in action.items if item.known]
    marked = (*_header_names(written, actions, edition), *plain.tagged)
    return replace(
        plain, title=titled or next(iter(lines_of(written, "heading")), None), notes=_notes(letter, plain),
        call_numbers=tuple(number for one in held if (number := _call_number(written, *one))),
        volume=Volume(edition.key, edition.title or edition.key) if part else None,
        people=referenced_people([*names, *written.places], edition.lists, key),
        tagged=tuple(sorted(marked, key=lambda one: (one.span.begin, -one.span.end))),
        language=language(letter.text) or edition.language,
    )  # fmt: skip


def _by_description(
    plain: Document, written: Written, actions: list[Action], datelines: list[Element]
) -> Document:
    sender, addressee = correspondents(written, actions)
    return replace(
        plain, sender=sender, addressee=addressee, distribution=copies(written, actions),
        dates=(*action_dates(written, actions), *dateline_dates(written, datelines)),
        place_from=place_of(written, actions, "sent") or dateline_place(written, datelines),
        place_to=place_of(written, actions, "received"),
    )  # fmt: skip


def _by_wording(plain: Document, written: Written, titled: Span | None, datelines: list[Element]) -> Document:
    """What a title says of a letter that no correspDesc describes, and the datelines of its text."""
    sender, addressee = sender_and_addressee(written, titled)
    dates = tuple(dateline_dates(written, datelines)) or tuple(head_date(written, titled))
    place = dateline_place(written, datelines)
    return replace(plain, sender=sender, addressee=addressee, dates=dates, place_from=place)


def _write_holdings(
    writer: Writer, header: Element
) -> Iterator[tuple[tuple[int, int], list[tuple[str, str]]]]:
    """A line for each place that keeps the letter, the parts of its identifier between commas."""
    for identifier in named(header, "msIdentifier"):
        found = [
            (local(one), words(one)) for one in identifier
            if local(one) in (*_KEEPERS, *_SHELVES) and words(one)
        ]  # fmt: skip
        if any(name in ("idno", "collection", "repository", "institution") for name, _ in found):
            yield writer.line(", ".join(value for _, value in found), "source"), found


def _call_number(written: Written, place: Place, found: Pieces) -> CallNumber | None:
    span = written.span(*place)
    keepers = [value for name, value in found if name in ("institution", "repository")]
    shelves = tuple(
        ("signature" if name == "idno" else name, value) for name, value in found if name in _SHELVES
    )
    return CallNumber("source", span, span.text, ", ".join(keepers) or None, shelves) if span else None


def _header_names(written: Written, actions: list[Action], edition: Edition) -> Iterator[Tagged]:
    for action in actions:
        for item in action.items:
            kind, span = kind_of(item.element) or item.sort, written.span(*item.place)
            if item.known and item.sort != "date" and span:
                entry, iri = pointed(item.element, edition.lists)
                yield Tagged(span, entry.kind if entry else kind, entry.key if entry else None, iri)


def _notes(letter: Letter, plain: Document) -> tuple[str, ...]:
    found = [*disagreements(plain.dates), *differing_days(plain.dates)]
    if letter.text is None or not words(letter.text):
        found.append("the file holds no text of this letter")
    elif letter.described > 1 and letter.shared:
        found.append(f"the header describes {letter.described} letters; the first description is read")
    return (*found, *plain.notes)
