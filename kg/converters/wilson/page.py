"""A page of known shape -> Document: its pieces laid out, then every field from the piece that states it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.citations import call_numbers, credited
from kg.converters.wilson.fields import site_fields
from kg.converters.wilson.front import note_mark, sort_body
from kg.converters.wilson.insertions import insertions
from kg.converters.wilson.layout import Piece, lay_out
from kg.converters.wilson.lines import page_lines
from kg.converters.wilson.marks import SUPPORT
from kg.converters.wilson.numbers import find_numbers
from kg.converters.wilson.parties import parties
from kg.dates import find_dates, find_times, read_date
from kg.model import Document, Footnote, Number, Part, Party, SourceFile, Span, WrittenDate


def read_page(key: str, source: SourceFile, text: str, shape: str, by: tuple[str, str]) -> Document:
    """The document on a page of one of the shapes A to E; `by`: the converter's name and version."""
    pieces = lay_out(page_lines(text), shape)
    title = next((piece.line.text for piece in pieces if piece.kind == "title"), None)
    pieces = sort_body(pieces, title)
    kinds = {kind: [_span(p) for p in pieces if p.kind == kind] for kind in {p.kind for p in pieces}}
    notes = _footnotes(text, kinds)
    sender, addressee = _parties(kinds)
    return Document(
        key=key,
        source=source,
        text=text,
        converter=by[0],
        converter_version=by[1],
        shape=shape,
        parts=tile(text, pieces),
        title=_first(kinds, "title"),
        heading=_first(kinds, "heading"),
        support=_first(kinds, "support"),
        funder=_funder(kinds),
        numbers=_numbers(pieces),
        dates=_dates(kinds, notes, text),
        sender=sender,
        addressee=addressee,
        body=tuple(kinds.get("body", ())),
        insertions=tuple(i for span in kinds.get("body", ()) for i in insertions(span.text, span.begin)),
        footnotes=notes,
        call_numbers=tuple(
            number
            for kind in ("printed-from", "source")
            for span in kinds.get(kind, ())
            for number in call_numbers(span.text, span.begin, kind=kind)
        ),
        credits=tuple(c for span in kinds.get("source", ()) for c in credited(span.text, span.begin)),
        summary=_joined(text, kinds.get("summary", [])),
        rights=tuple(kinds.get("rights", ())),
        fields=site_fields(pieces),
    )


def tile(text: str, pieces: Sequence[Piece]) -> tuple[Part, ...]:
    """Parts that cover a text without gap or overlap: the pieces, and 'blank' for what is between them."""
    parts: list[Part] = []
    at = 0
    for piece in pieces:
        if piece.line.begin > at:
            parts.append(Part("blank", Span(at, piece.line.begin, text[at : piece.line.begin])))
        parts.append(Part(piece.kind, _span(piece)))
        at = piece.line.end
    if at < len(text):
        parts.append(Part("blank", Span(at, len(text), text[at:])))
    return tuple(parts)


def _span(piece: Piece) -> Span:
    return Span(piece.line.begin, piece.line.end, piece.line.text)


def _first(kinds: dict[str, list[Span]], kind: str) -> Span | None:
    return next(iter(kinds.get(kind, ())), None)


def _joined(text: str, spans: Sequence[Span]) -> Span | None:
    if not spans:
        return None
    begin, end = spans[0].begin, spans[-1].end
    return Span(begin, end, text[begin:end])


def _funder(kinds: dict[str, list[Span]]) -> Span | None:
    support = _first(kinds, "support")
    found = SUPPORT.fullmatch(support.text) if support else None
    if not support or not found:
        return None
    at, end = found.span("funder")
    return Span(support.begin + at, support.begin + end, found["funder"])


def _numbers(pieces: Sequence[Piece]) -> tuple[Number, ...]:
    numbers = []
    for piece in pieces:
        if piece.kind not in ("collection-number", "dateline"):
            continue
        for one in find_numbers(piece.line.text):
            kind = "collection" if piece.kind == "collection-number" else one.kind
            begin = piece.line.begin
            numbers.append(
                Number(kind, Span(begin + one.begin, begin + one.end, piece.line.text[one.begin : one.end]))
            )
    return tuple(numbers)


def _footnotes(text: str, kinds: dict[str, list[Span]]) -> tuple[Footnote, ...]:
    notes = []
    for span in kinds.get("footnote", ()):
        mark = note_mark(span.text)
        at = next(
            (
                one.begin + one.text.index(mark)
                for kind in ("heading", "dateline", "body")
                for one in kinds.get(kind, ())
                if mark in one.text
            ),
            None,
        )
        anchor = None if at is None else Span(at, at + len(mark), mark)
        notes.append(Footnote(mark, span, span.text[len(mark) :].strip(), anchor))
    return tuple(notes)


def _dates(kinds: dict[str, list[Span]], notes: Sequence[Footnote], text: str) -> tuple[WrittenDate, ...]:
    dates = []
    page = _first(kinds, "page-date")
    read = read_date(page.text) if page else None
    near = read.edtf if read else None
    if page and read:
        dates.append(WrittenDate("page", page, read.edtf, note=read.note))
    for line in kinds.get("dateline", ()):
        for one in find_dates(line.text, near=near):
            span = Span(line.begin + one.begin, line.begin + one.end, line.text[one.begin : one.end])
            dates.append(WrittenDate(one.kind or "written", span, one.edtf, note=one.note))
    day = next((one.edtf for one in dates if one.kind == "written"), None)
    for note in notes:
        dates += _timed(note, text, day)
    return tuple(dates)


def _timed(note: Footnote, text: str, day: str | None) -> list[WrittenDate]:
    """A time that a footnote explains: '2030*' and '* Time of printing'."""
    if note.anchor is None or "time of printing" not in note.text.lower():
        return []
    begin = max(text.rfind(" ", 0, note.anchor.begin), text.rfind("\n", 0, note.anchor.begin)) + 1
    written = text[begin : note.anchor.begin]
    times = find_times(f"at {written}")
    time = times[0].time if times else None
    return [WrittenDate("printed", Span(begin, note.anchor.begin, written), day, time, note.text)]


def _parties(kinds: dict[str, list[Span]]) -> tuple[Party | None, Party | None]:
    sender = addressee = None
    for kind in ("heading", "title"):
        for span in kinds.get(kind, ()):
            found = parties(span.text, span.begin)
            sender, addressee = sender or found[0], addressee or found[1]
    return sender, addressee
