"""Pieces of a page of an edition -> its Document, and behind it those that stand inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.converters._heads import correspondents, party
from kg.converters._sourcenotes import OWN_NUMBER, cited, shelfmark
from kg.converters.wilson.edited import enclosures
from kg.converters.wilson.edited_heads import PAGE
from kg.converters.wilson.edited_notes import edited_notes
from kg.converters.wilson.insertions import insertions_in
from kg.converters.wilson.lines import Line, Piece
from kg.converters.wilson.numbers import cited_numbers
from kg.converters.wilson.signoff import signed
from kg.converters.wilson.tiles import tile
from kg.dates import Dated, find_dates, find_times, read_line
from kg.model import CallNumber, Document, Number, PageBreak, Party, Span, WrittenDate

_GLUED = re.compile(r"\s?\[\d{1,3}\]$|(?<=[^\W\d]|[\])”’.])\d{1,3}$|(?<=(?:18|19)\d\d)\d{1,3}$")
_COUNT = re.compile(r"\*?(?:No\. ?)?\d{1,4}[a-z]?\.\s+(?=[\[“A-Z])")
_FIRST = re.compile(r"(?P<number>\d{1,5})\.\s+(?=\S)")
_PLACE = re.compile(r"[\[(\s]*(?P<place>[^\W\d_][^\d\[\]()\n]{1,60}?)[\s,.;:\[\](\])]*$")
# 'No. 116' without stop or bracket is the document's number in its volume.
_VOLUME_S = re.compile(r"No\. \d{1,4}")
_IN_BRACKETS = re.compile(r"\(([^()]{2,40})\)")
# Secretary of State Rusk; President Johnson; Director of Central Intelligence McCone
_TITLED = re.compile(
    r"(?P<office>(?:(?:Acting|Deputy|Under|Assistant|Vice|Prime|Foreign|Former|First|Second|Third) )*"
    r"(?:Secretary of (?:State|Defense|War|Commerce|Agriculture|Labor|the (?:Treasury|Navy|Army|Air Force|"
    r"Interior))|"
    r"Director of Central Intelligence|Attorney General|Secretary(?:[- ]General)?|President|Minister|Premier|"
    r"Chancellor|Chairman|Ambassador|Senator|Governor|General Secretary))"
    r" (?P<name>(?!of\b|to\b|in\b|for\b|at\b)[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})"
)
_TELEGRAM = re.compile(r"\b(?:tele|cable|air)gram|\bcircular\b", re.IGNORECASE)


def read_edited(blank: Document, pieces: Sequence[Piece]) -> list[Document]:
    """The document of a page of shape F, with every field from the piece that states it."""
    runs = enclosures(pieces)
    whole = list(pieces)
    for first, last in reversed(runs):
        begin, end = pieces[first + 1].line.begin, pieces[last].line.end
        line = Line(begin, end, blank.text[begin:end], pieces[first + 1].line.gap)
        whole[first : last + 1] = [replace(pieces[first], kind="heading"), Piece("enclosed", line)]
    outer = _read(blank, whole)
    inner = [pieces[first + 1 : last + 1] for first, last in runs]
    return [outer, *(_inner(outer, run, n) for n, run in enumerate(inner, 1))]


def _inner(outer: Document, run: Sequence[Piece], n: int) -> Document:
    """A document that stands inside another: its text the stretch of the page, its offsets its own."""
    begin, end = run[0].line.begin, run[-1].line.end
    key = f"{outer.key}-enclosure" if n == 1 else f"{outer.key}-enclosure-{n}"
    blank = Document(
        key, outer.source, outer.text[begin:end], outer.converter, outer.converter_version, "enclosed", (),
        part_of=outer.key,
    )  # fmt: skip
    moved = [
        replace(one, line=replace(one.line, begin=one.line.begin - begin, end=one.line.end - begin))
        for one in run
    ]
    head = next((at for at, one in enumerate(moved[:3]) if _heads(one.text)), None)
    if head is not None:
        moved[head] = replace(moved[head], kind="title")
    return _read(blank, moved)


def _heads(text: str) -> bool:
    found = correspondents(text)
    return found.sender is not None or found.addressee is not None


def _read(blank: Document, whole: Sequence[Piece]) -> Document:
    pieces, sign_offs = signed(blank.text, whole)
    notes = edited_notes(pieces, blank.text)
    title = _title(pieces, bool(notes))
    sender, addressee = _parties(title)
    datelines = [piece for piece in pieces if piece.kind == "dateline"]
    calls, levels = _sources(pieces, [note.span for note in notes])
    own = ("classification",)
    return replace(
        blank,
        parts=tile(blank.text, pieces),
        title=title,
        numbers=tuple(_numbers(pieces, title)),
        dates=tuple(_dates(datelines, title)),
        sender=sender,
        addressee=addressee,
        place_from=_place(datelines),
        body=tuple(piece.span for piece in pieces if piece.kind == "body"),
        insertions=insertions_in(blank.text, pieces),
        footnotes=notes,
        call_numbers=calls,
        classification=(*(piece.span for piece in pieces if piece.kind in own), *levels),
        sign_offs=sign_offs,
        page_breaks=tuple(PageBreak(one.start(), one["n"]) for one in PAGE.finditer(blank.text)),
    )


def _title(pieces: Sequence[Piece], noted: bool) -> Span | None:
    """The heading without its number in the volume and without the mark of its note."""
    piece = next((piece for piece in pieces if piece.kind == "title"), None)
    if piece is None:
        return None
    text = piece.text
    glued = _GLUED.search(text)
    glued = glued if glued and (noted or glued[0].endswith("]")) else None
    begin = found.end() if (found := _COUNT.match(text)) else 0
    return piece.part(begin, len(text[: glued.start() if glued else len(text)].rstrip()))


def _parties(title: Span | None) -> tuple[Party | None, Party | None]:
    """Sender and addressee, by the wording of the heading."""
    if title is None:
        return None, None
    found = correspondents(title.text)
    one, other = (
        _tidied(party(Span(title.begin + at[0], title.begin + at[1], title.text[slice(*at)]))) if at else None
        for at in (found.sender, found.addressee)
    )
    return one, other


def _tidied(one: Party) -> Party:
    """A party with every name of several in brackets, or its title apart from its name."""
    words = one.span.text
    names = [name.strip() for name in _IN_BRACKETS.findall(words)]
    if len(names) > 1:
        return replace(one, name=", ".join(names), office=words)
    titled = _TITLED.fullmatch(one.name or words)
    if titled and (one.name is None or one.office is None):
        return replace(one, name=titled["name"], office=titled["office"])
    return replace(one, name=one.name.strip() if one.name else None)


def _numbers(pieces: Sequence[Piece], title: Span | None) -> Iterator[Number]:
    """The document's own number, by its heading or before a telegram's first word; those it cites."""
    near = [piece for piece in pieces if piece.kind in ("heading", "source")]
    written = [(piece, found) for piece in near if (found := OWN_NUMBER.fullmatch(piece.text))]
    begin = title.begin if title else 0
    above = [piece for piece in near if piece.line.begin < begin and _VOLUME_S.fullmatch(piece.text)]
    written = [(piece, found) for piece, found in written if piece not in above]
    for piece, found in written[:1]:
        yield Number("own", piece.part(*found.span("number")))
    body = [piece for piece in pieces if piece.kind == "body"]
    first = _FIRST.match(body[0].text) if body else None
    if first and not written and _is_telegram(pieces, title, body):
        yield Number("own", body[0].part(*first.span("number")))
    for piece in body:
        for one in cited_numbers(piece.text):
            yield Number("cited", piece.part(one.begin, one.end))


def _is_telegram(pieces: Sequence[Piece], title: Span | None, body: Sequence[Piece]) -> bool:
    """Whether a page says that its document is a telegram, or its first number opens no list."""
    said = [piece.text for piece in pieces if piece.kind in ("source", "heading")]
    if any(_TELEGRAM.search(one) for one in said) or (title and _TELEGRAM.search(title.text)):
        return True
    timed = any(find_times(piece.text) for piece in pieces if piece.kind == "dateline")
    return timed and not any(_FIRST.match(piece.text) for piece in body[1:])


def _dates(datelines: Sequence[Piece], title: Span | None) -> Iterator[WrittenDate]:
    """The dates of the datelines, or else the one that ends the heading."""
    near: str | None = None
    for piece in datelines:
        found = read_line(piece.text, near=near, day=near)
        for one in found:
            near = near or (one.edtf if one.edtf and len(one.edtf) == 10 else None)
            yield _dated(piece, one)
        if not found:
            yield from _received(piece)
    if title and not datelines:
        for date in find_dates(title.text)[-1:]:
            if not title.text[date.end :].strip(" .,;)]"):
                span = Span(
                    title.begin + date.begin, title.begin + date.end, title.text[date.begin : date.end]
                )
                yield WrittenDate("written", span, date.edtf, None, date.note)


def _dated(piece: Piece, one: Dated) -> WrittenDate:
    times = find_times(piece.text) if one.edtf is None else []
    time = one.time or (times[0].time if len(times) == 1 else None)
    return WrittenDate(one.kind, piece.part(one.begin, one.end), one.edtf, time, one.note, zone=one.zone)


def _received(piece: Piece) -> Iterator[WrittenDate]:
    """The time of receipt on a page that has lost the dateline: its day is not known."""
    times = find_times(piece.text) if "eceived" in piece.text and not find_dates(piece.text) else []
    for one in times[:1]:
        yield WrittenDate(
            "received",
            piece.part(one.begin, one.end),
            None,
            one.time,
            "the day is not written",
            zone=one.zone,
        )


def _place(datelines: Sequence[Piece]) -> Span | None:
    """Where the document was written: the words before the date."""
    for piece in datelines:
        if "eceived" in piece.text[:12]:
            continue
        dates = find_dates(piece.text)
        none = re.search(r"\b(?:[Uu]ndated|[Nn]o date)\b", piece.text)
        found = _PLACE.match(piece.text[: dates[0].begin if dates else none.start() if none else 0])
        if found:
            return piece.part(*found.span("place"))
    return None


def _sources(pieces: Sequence[Piece], notes: Sequence[Span]) -> tuple[tuple[CallNumber, ...], list[Span]]:
    """Where the document is kept, and how secret it is by its source note."""
    calls = [one for piece in pieces if piece.kind == "source" and (one := shelfmark(piece.span))]
    levels: list[Span] = []
    for note in notes:
        begin = note.text.find("Source: ")
        if 0 <= begin < 8:
            numbers, level = cited(Span(note.begin + begin, note.end, note.text[begin:]))
            calls, levels = [*calls, *numbers], [*levels, *level]
            break
    return tuple(calls), levels
