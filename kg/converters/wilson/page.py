"""A page of known shape -> Document: its pieces laid out, then every field from the piece that states it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.citations import call_numbers, credited
from kg.converters.wilson.citing import is_citation, quoted_title
from kg.converters.wilson.correspondents import correspondents
from kg.converters.wilson.dating import page_dates
from kg.converters.wilson.fields import site_fields
from kg.converters.wilson.footnotes import footnotes
from kg.converters.wilson.front import sort_body, tail_lines, top_lines
from kg.converters.wilson.insertions import insertions_in
from kg.converters.wilson.layout import lay_out
from kg.converters.wilson.lines import Page, Piece, page_lines
from kg.converters.wilson.marks import ADDRESS, PROGRAM, SUPPORT
from kg.converters.wilson.numbers import find_numbers
from kg.converters.wilson.older import lay_out_older, lay_out_printed
from kg.model import CallNumber, Document, Number, Part, SourceFile, Span


def read_page(key: str, source: SourceFile, page: Page, by: tuple[str, str]) -> Document:
    """The document on a page; `by`: the converter's name and version."""
    text, pieces = page.text, page_pieces(page)
    notes = footnotes(pieces)
    sender, addressee = correspondents(pieces)
    return Document(
        key=key,
        source=source,
        text=text,
        converter=by[0],
        converter_version=by[1],
        shape=page.shape,
        parts=tile(text, pieces),
        title=_title(text, pieces),
        heading=_joined(text, pieces, "heading"),
        support=_joined(text, pieces, "support"),
        funder=_funder(pieces),
        numbers=_numbers(pieces),
        dates=page_dates(text, pieces, notes),
        sender=sender,
        addressee=addressee,
        body=_spans(pieces, "body"),
        insertions=insertions_in(text, pieces),
        footnotes=notes,
        call_numbers=tuple(one for piece in _cited(pieces) for one in _call_numbers(piece)),
        credits=tuple(one for piece in _cited(pieces) for one in credited(piece.text, piece.line.begin)),
        summary=_joined(text, pieces, "summary"),
        rights=_spans(pieces, "rights"),
        fields=site_fields(pieces),
        notes=_oddities(pieces),
    )


def page_pieces(page: Page) -> list[Piece]:
    """The pieces of a page in its order, each with its job."""
    lines = page_lines(page.text)
    at = next((n for n, line in enumerate(lines) if page.title and line.text == page.title), None)
    if page.shape == "E":
        pieces = lay_out_printed(page.text)
    else:
        pieces = lay_out_older(lines, at) if page.shape == "D" else lay_out(lines, page.shape, at)
    return sort_body(pieces)


def tile(text: str, pieces: Sequence[Piece]) -> tuple[Part, ...]:
    """Parts that cover a text without gap or overlap: the pieces, and 'blank' for what is between them."""
    parts: list[Part] = []
    at = 0
    for piece in pieces:
        if piece.line.begin > at:
            parts.append(Part("blank", Span(at, piece.line.begin, text[at : piece.line.begin])))
        parts.append(Part(piece.kind, piece.span))
        at = piece.line.end
    if at < len(text):
        parts.append(Part("blank", Span(at, len(text), text[at:])))
    return tuple(parts)


def _spans(pieces: Sequence[Piece], kind: str) -> tuple[Span, ...]:
    return tuple(piece.span for piece in pieces if piece.kind == kind)


def _joined(text: str, pieces: Sequence[Piece], kind: str) -> Span | None:
    spans = _spans(pieces, kind)
    return Span(spans[0].begin, spans[-1].end, text[spans[0].begin : spans[-1].end]) if spans else None


def _title(text: str, pieces: Sequence[Piece]) -> Span | None:
    """The title line, or else the title that the citation quotes (shapes D and E).

    Where the title line has lost words that the citation still has, the citation's is taken.
    """
    title = _joined(text, pieces, "title")
    for piece in pieces:
        found = quoted_title(piece.text) if piece.kind == "source" and is_citation(piece.text) else None
        quoted = piece.part(*found) if found else None
        if quoted and (title is None or _lost_words(title.text, quoted.text)):
            return quoted
    return title


def _lost_words(title: str, quoted: str) -> bool:
    """Whether a title is another with words left out."""
    left = iter(quoted.casefold().split())
    words = title.casefold().split()
    return len(words) < len(quoted.split()) <= len(words) + 5 and all(word in left for word in words)


def _funder(pieces: Sequence[Piece]) -> Span | None:
    for piece in pieces:
        found = SUPPORT.fullmatch(piece.text) if piece.kind == "support" else None
        if found:
            return piece.part(*found.span("funder"))
    return None


def _numbers(pieces: Sequence[Piece]) -> tuple[Number, ...]:
    """The collection's number, the document's own ones at its top and end, the title's, the record's."""
    numbers: list[Number] = []
    for at in sorted({*top_lines(pieces), *tail_lines(pieces)}):
        piece = pieces[at]
        if piece.kind != "heading":
            collection = piece.kind == "collection-number"
            for one in find_numbers(piece.text):
                kind = "collection" if collection else one.kind
                numbers.append(Number(kind, piece.part(one.begin, one.end)))
    if not any(number.kind == "own" for number in numbers):
        titles = [piece for kind in ("heading", "title") for piece in pieces if piece.kind == kind]
        numbers += [
            Number(n.kind, piece.part(n.begin, n.end)) for piece in titles for n in find_numbers(piece.text)
        ]
    return (*numbers, *_records(pieces))


def _records(pieces: Sequence[Piece]) -> list[Number]:
    """The record's number at the site: the field Record ID, or the number in the page's address."""
    records = [piece.span for piece in pieces if piece.label == "Record ID" and piece.kind == "field"]
    for piece in pieces:
        found = ADDRESS.search(piece.text) if piece.kind == "source" else None
        if found and found["record"] and not records:
            records.append(piece.part(*found.span("record")))
    return [Number("record", span) for span in records]


def _cited(pieces: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece.kind in ("printed-from", "source")]


def _call_numbers(piece: Piece) -> tuple[CallNumber, ...]:
    """The shelfmarks of a citation; in a full one they stand behind the name of the site."""
    kind = "printed-from" if piece.kind == "printed-from" else "source"
    program = PROGRAM.search(piece.text) if is_citation(piece.text) else None
    start = program.end() if program else 0
    return call_numbers(piece.text[start:], piece.line.begin + start, kind=kind)


def _oddities(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """What the page lacks that pages of the site have."""
    kinds = {piece.kind for piece in pieces}
    lacking = {"page-date": "no date", "title": "no title line", "body": "no text of the document"}
    return tuple(f"The page has {words}." for kind, words in lacking.items() if kind not in kinds)
