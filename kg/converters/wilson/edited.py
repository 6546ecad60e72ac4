"""Lines of a page that shows one document of a printed edition -> its pieces (shape F)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.converters._sourcenotes import OWN_NUMBER, inline_kind, is_classification, is_label
from kg.converters.wilson.edited_heads import (
    ENCLOSED,
    FILE,
    LONGEST_PLACE,
    SITE,
    dates_alone,
    head_line,
    is_head,
)
from kg.converters.wilson.edited_notes import notes_start
from kg.converters.wilson.lines import Line, Piece, is_prose
from kg.converters.wilson.marks import is_furniture

# How many lines may stand between the heading and the text.
_TOP = 12


def lay_out_edited(text: str, lines: Sequence[Line], title: int | None = None) -> list[Piece]:
    """The pieces of a page of shape F, in its order; title: which line the title is, where markup says so."""
    head = head_line(lines)
    if head is None:
        head = title or 0
    pieces = [Piece(_above(line.text), line) for line in lines[:head]]
    pieces.append(Piece("title", lines[head]))
    end = _furniture_end(lines)
    notes = notes_start(text, lines[:end], head + 1)
    body = list(_body(lines[head + 1 : notes]))
    pieces += body
    pieces += [Piece("footnote", line) for line in lines[notes:end]]
    return pieces + [Piece("chrome", line) for line in lines[end:]]


def _furniture_end(lines: Sequence[Line]) -> int:
    end = len(lines)
    while end and (is_furniture(lines[end - 1].text) or SITE.fullmatch(lines[end - 1].text)):
        end -= 1
    return end


def _above(text: str) -> str:
    if is_furniture(text) or (SITE.fullmatch(text) and not FILE.fullmatch(text)):
        return "chrome"
    if FILE.fullmatch(text):
        return "source"
    return inline_kind(text)


def _body(lines: Sequence[Line]) -> Iterator[Piece]:
    """The lines between heading and notes: marks and datelines before the text, then the text."""
    top = True
    for at, line in enumerate(lines):
        kind = _below(line.text) if top and at < _TOP else None
        after = lines[at + 1].text if at + 1 < len(lines) else ""
        if top and kind is None and _is_address(line.text) and dates_alone(after):
            kind = "dateline"
        top = kind is not None
        yield Piece(kind or ("dateline" if dates_alone(line.text) else "body"), line)


def _is_address(text: str) -> bool:
    """Whether a line can be the first of a dateline on two: 'Department of State,'."""
    return len(text) < LONGEST_PLACE and text[-1] in ",." and not is_prose(text) and text[0].isupper()


def _below(text: str) -> str | None:
    """What a line between heading and text is; None where it is of the text."""
    if is_classification(text):
        return "classification"
    if dates_alone(text):
        return "dateline"
    if OWN_NUMBER.fullmatch(text) or is_label(text):
        return "heading"
    return (
        "source" if FILE.fullmatch(text) and "/" in text and len(text) < 60 and not is_prose(text) else None
    )


def enclosures(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """The runs of pieces that are documents inside the document: each from its heading to the next mark."""
    marks = [
        at
        for at, piece in enumerate(pieces)
        if piece.kind == "body"
        and ENCLOSED.fullmatch(piece.text)
        and not piece.text.endswith(".")
        and _opens_document(pieces[at + 1 : at + 4])
    ]
    text = [at for at, piece in enumerate(pieces) if piece.kind in ("body", "dateline", "heading")]
    ends = [*marks[1:], (text[-1] + 1 if text else 0)]
    return [(at, end - 1) for at, end in zip(marks, ends, strict=False) if end - at > 2]


def _opens_document(pieces: Sequence[Piece]) -> bool:
    return any(is_head(piece.text) for piece in pieces) or any(
        piece.kind == "dateline" for piece in pieces[:2]
    )
