"""Pieces of a page -> sender, addressee, through whom and the places, each from what states it best."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.converters.wilson.addressed import Stated, salutations, stated
from kg.converters.wilson.citing import is_citation, quoted_title
from kg.converters.wilson.front import top_lines
from kg.converters.wilson.lines import Piece
from kg.converters.wilson.parties import parties, passed_through
from kg.converters.wilson.party import as_party
from kg.converters.wilson.places import place_in, written_at
from kg.converters.wilson.tail import end_lines, inside_address
from kg.converters.wilson.words import is_place
from kg.model import Party, SignOff, Span

# Documents that record or decree and are sent by nobody who signs them.
_UNSENT = re.compile(
    r"\b(?:conversations?|talks?|meetings?|minutes|transcript|interview|agreement|treaty|protocol|resolution|"
    r"decree|decision|statement|speech|declaration|communiqu[ée]|pact|constitution|law|article|recollections?|"
    r"stenogram|stenographic|session|plenum|chronology|biography)\b",
    re.IGNORECASE,
)
# What is sent, whatever it tells of: Report on a Meeting.
_SENT = re.compile(
    r"(?:[\w-]+\s){0,2}(?:telegrams?|cables?|letters?|messages?|information|reports?|ciphergram|d[ie]spatch)\b",
    re.IGNORECASE,
)
_DIALOGUE = re.compile(
    r"\b(?:conversations?|talks?|meetings?|minutes|transcripts?|interview|discussion|stenogram|stenographic|session)\b",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(r"\S.{3,80}:")
_SPEECH = re.compile(r"(?P<speaker>[A-Z\[][^:.!?]{1,40}):(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Correspondents:
    """Who sent a document, to whom, through whom, from and to where; None where not stated."""

    sender: Party | None = None
    addressee: Party | None = None
    via: Party | None = None
    place_from: Span | None = None
    place_to: Span | None = None


def correspondents(text: str, pieces: Sequence[Piece], sign_offs: Sequence[SignOff] = ()) -> Correspondents:
    """The correspondents of a document, as its page writes them.

    A heading states them best, then the title, labels (To:, From:), addressee lines, a greeting; last, who
    signs. Where one of these gives a place and another a person, the person is the party and the place its
    place.
    """
    top = top_lines(pieces)
    lines = sorted({*top, *_behind_top(pieces, top)})
    named = list(_named(pieces))
    said = sorted(stated(text, pieces, lines, is_dialogue(pieces)), key=lambda one: one.rank)
    named += said
    addressed = any(one.side == "addressee" and not one.party.place for one in named)
    if not addressed and not is_dialogue(pieces):
        named += list(salutations(text, pieces, lines))[:1]
        if not any(one.side == "addressee" for one in named):
            named += _below(pieces)
    if not any(one.side == "sender" and not one.party.place for one in named):
        named += _signers(text, pieces, sign_offs)
    vias = (passed_through(piece.text, piece.line.begin) for piece in _titles(pieces))
    return Correspondents(
        _best(named, "sender"),
        _best(named, "addressee"),
        next((via for via in vias if via), None),
        _place(named, "sender") or _where(pieces, top, said) or _whence(pieces, named),
        _place(named, "addressee"),
    )


def _below(pieces: Sequence[Piece]) -> Iterator[Stated]:
    """The addressee in the address that stands below the signature."""
    for at in end_lines(pieces):
        found = inside_address(pieces[at].text)
        if found:
            yield Stated("addressee", as_party(pieces[at].part(*found)), 4)


def is_dialogue(pieces: Sequence[Piece]) -> bool:
    """Whether a page records speeches: its title says so, or two of its paragraphs open with one speaker."""
    if any(_DIALOGUE.search(piece.text) for piece in pieces if piece.kind in ("title", "heading")):
        return True
    seen: set[str] = set()
    for piece in pieces:
        found = _SPEECH.match(piece.text) if piece.kind == "body" else None
        if found and found["speaker"] in seen:
            return True
        if found:
            seen.add(found["speaker"])
    return False


def _behind_top(pieces: Sequence[Piece], top: Sequence[int]) -> list[int]:
    """The line behind the top, as a label or a greeting may be glued to the first sentence; and near it
    a line that addresses ('[To] the Ministry:'), as a long title or a note may stand before it.
    """
    after = top[-1] + 1 if top else 0
    body = [at for at in range(after, len(pieces)) if pieces[at].kind == "body"]
    return body[:1] + [at for at in body[1:4] if _ADDRESSES.fullmatch(pieces[at].text)]


def _titles(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Heading, title in a citation (older pages set the title line in capitals), title."""
    for piece in pieces:
        if piece.kind == "heading":
            yield piece
    for piece in pieces:
        quoted = quoted_title(piece.text) if piece.kind == "source" and is_citation(piece.text) else None
        if quoted:
            span = piece.part(*quoted)
            yield Piece("title", type(piece.line)(span.begin, span.end, span.text, 0))
    for piece in pieces:
        if piece.kind == "title":
            yield piece


def _named(pieces: Sequence[Piece]) -> Iterator[Stated]:
    for piece in _titles(pieces):
        sender, addressee = parties(piece.text, piece.line.begin)
        yield from (Stated("sender", one) for one in (sender,) if one)
        yield from (Stated("addressee", one) for one in (addressee,) if one)


def _signers(text: str, pieces: Sequence[Piece], sign_offs: Sequence[SignOff]) -> list[Stated]:
    """Who signs, as sender: nobody does where the title tells of a talk, a treaty or a decree."""
    titles = [piece.text for piece in pieces if piece.kind in ("title", "heading")]
    if not sign_offs or any(_UNSENT.search(title) and not _SENT.match(title) for title in titles):
        return []
    names = [one.name for one in sign_offs if one.name]
    last = sign_offs[-1]
    office = " ".join(last.office.text.split()) if last.office else None
    if len(names) > 1:
        whole = Span(names[0].begin, names[-1].end, text[names[0].begin : names[-1].end])
        party = Party(whole, name=", ".join(" ".join(name.text.split()) for name in names))
    elif last.name:
        identity = last.identity.text if last.identity else None
        party = Party(last.name, role=office, name=" ".join(last.name.text.split()), identity=identity)
    elif last.office:
        party = as_party(last.office)
    else:
        return []
    return [Stated("sender", party)]


def _whence(pieces: Sequence[Piece], named: Sequence[Stated]) -> Span | None:
    """The city of the embassy that sends, or the place that stands alone below the text."""
    cities = (place_in(one.party, city=True) for one in named if one.side == "sender")
    below = [pieces[at] for at in end_lines(pieces) if is_place(pieces[at].text)]
    alone = [piece.part(0, len(piece.text.rstrip(' .,”"'))) for piece in below]
    return next((city for city in cities if city), alone[0] if alone else None)


def _best(named: Iterable[Stated], side: str) -> Party | None:
    """The first party of a side that is no mere place, or else the first."""
    found = [one.party for one in named if one.side == side]
    return next((one for one in found if not one.place), found[0] if found else None)


def _place(named: Iterable[Stated], side: str) -> Span | None:
    return next((one.party.span for one in named if one.side == side and one.party.place), None)


def _where(pieces: Sequence[Piece], top: Sequence[int], said: Sequence[Stated]) -> Span | None:
    """The place of sending where no party is one: an office's, 'Dispatched from X', a dateline's."""
    for one in said:
        if one.side == "sender" and (place := place_in(one.party)):
            return place
    for at in top:
        place = written_at(pieces[at])
        head = pieces[at].text.split(",")[0]
        if place:
            return place
        if pieces[at].kind == "dateline" and is_place(head):
            return pieces[at].part(0, len(head))
    return None
