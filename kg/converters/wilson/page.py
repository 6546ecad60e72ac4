"""A page of known shape -> Document: its pieces laid out, then every field from the piece that states it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.annotate.citations import call_numbers, credited
from kg.converters.wilson.citing import is_citation, quoted_title
from kg.converters.wilson.classification import classified
from kg.converters.wilson.correspondents import correspondents
from kg.converters.wilson.dating import page_dates
from kg.converters.wilson.distribution import distributed
from kg.converters.wilson.edited import lay_out_edited
from kg.converters.wilson.edited_fields import read_edited
from kg.converters.wilson.enclosed import enclosed
from kg.converters.wilson.fields import site_fields
from kg.converters.wilson.footnotes import footnotes
from kg.converters.wilson.front import sort_body
from kg.converters.wilson.identified import page_numbers
from kg.converters.wilson.insertions import insertions_in
from kg.converters.wilson.languages import original_language, page_language
from kg.converters.wilson.layout import lay_out
from kg.converters.wilson.lines import Page, Piece, page_lines
from kg.converters.wilson.marks import PROGRAM, SUPPORT
from kg.converters.wilson.older import lay_out_older, lay_out_printed
from kg.converters.wilson.signoff import signed
from kg.converters.wilson.tiles import tile
from kg.model import CallNumber, Document, SourceFile, Span


def read_page(key: str, source: SourceFile, page: Page, by: tuple[str, str]) -> list[Document]:
    """The document on a page, and behind it those that stand inside it.

    by: the converter's name and version.
    """
    text, whole = page.text, page_pieces(page)
    if page.shape == "F":
        return read_edited(Document(key, source, text, *by, page.shape, ()), whole)
    pieces = enclosed(text, whole)
    first = _read(Document(key, source, text, *by, page.shape, ()), pieces)
    inner = [piece for piece in pieces if piece.kind == "enclosed"]
    return [first, *(_read_inner(first, piece, n) for n, piece in enumerate(inner, 1))]


def _read_inner(outer: Document, piece: Piece, n: int) -> Document:
    """A document that stands inside another, its text the stretch of the page and its offsets its own."""
    key = f"{outer.key}-letter" if n == 1 else f"{outer.key}-letter-{n}"
    blank = replace(outer, key=key, text=piece.text, shape="enclosed", part_of=outer.key)
    lines = [Piece("body", line) for line in page_lines(piece.text)]
    return _read(blank, sort_body(lines))


def _read(blank: Document, whole: Sequence[Piece]) -> Document:
    """A document with every field from the piece that states it."""
    listed, distribution = distributed(whole)
    pieces, classification = classified(listed)
    pieces, sign_offs = signed(blank.text, pieces)
    head = [piece for piece in listed if piece.kind != "enclosed"]
    notes = footnotes(head, blank.text)
    between = correspondents(blank.text, head, sign_offs)
    document = replace(
        blank,
        parts=tile(blank.text, pieces),
        numbers=page_numbers(head),
        dates=page_dates(blank.text, head, notes),
        sender=between.sender,
        addressee=between.addressee,
        via=between.via,
        place_from=between.place_from,
        place_to=between.place_to,
        body=_spans(pieces, "body"),
        insertions=insertions_in(blank.text, pieces),
        footnotes=notes,
        classification=classification,
        distribution=distribution,
        sign_offs=sign_offs,
    )
    return _with_site(document, head)


def _with_site(document: Document, pieces: Sequence[Piece]) -> Document:
    """A document with what the site says around its text: title, support, citation, summary, fields."""
    fields = site_fields(pieces)
    cited = [piece for piece in pieces if piece.kind in ("printed-from", "source")]
    return replace(
        document,
        title=_title(document.text, pieces),
        heading=_joined(document.text, pieces, "heading"),
        support=_joined(document.text, pieces, "support"),
        funder=_funder(pieces),
        call_numbers=tuple(one for piece in cited for one in _call_numbers(piece)),
        credits=tuple(one for piece in cited for one in credited(piece.text, piece.line.begin)),
        summary=_joined(document.text, pieces, "summary"),
        rights=_spans(pieces, "rights"),
        fields=fields,
        language=page_language(fields) or document.language,
        original_language=original_language(fields) or document.original_language,
        notes=_oddities(pieces) if document.part_of is None else (),
    )


def page_pieces(page: Page) -> list[Piece]:
    """The pieces of a page in its order, each with its job."""
    lines = page_lines(page.text)
    at = next((n for n, line in enumerate(lines) if page.title and line.text == page.title), None)
    if page.shape == "F":
        return lay_out_edited(page.text, lines, at)
    if page.shape == "E":
        pieces = lay_out_printed(page.text)
    else:
        pieces = lay_out_older(lines, at) if page.shape == "D" else lay_out(lines, page.shape, at)
    return sort_body(pieces)


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
