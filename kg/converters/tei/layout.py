"""A text as written -> the parts, body, notes and numbers that every TEI document has."""

from __future__ import annotations

from kg.converters.tei.edition import Edition
from kg.converters.tei.markup import Element, local, named
from kg.converters.tei.names import references, tagged
from kg.converters.tei.signing import sign_offs
from kg.converters.tei.writer import Written, anchored, mark_of
from kg.model import Document, Footnote, Part, SiteField, Span

# Lists whose items are fields of the document, by @type.
_FIELDS = {"subject": "Subjects", "participants": "Participants"}


def plain_document(edition: Edition, written: Written, key: str, shape: str) -> Document:
    """The Document of a text, with all that does not depend on where sender and dates stand."""
    return Document(
        key=key, source=edition.source, text=written.text, converter=edition.converter[0],
        converter_version=edition.converter[1], shape=shape, parts=parts(written),
        body=lines_of(written, "body"), footnotes=footnotes(written), fields=site_fields(written),
        notes=left_out(written), sign_offs=sign_offs(written, elements(written, "closer", "sign-off")),
        tagged=tagged(written, edition.lists), page_breaks=tuple(written.breaks),
        references=references(written), language=edition.language,
    )  # fmt: skip


def parts(written: Written) -> tuple[Part, ...]:
    """The lines as parts that tile the text: neighbours with the same job are one part."""
    begins: list[tuple[str, int]] = []
    for line in written.lines:
        if not begins or begins[-1][0] != line.kind:
            begins.append((line.kind, line.begin))
    ends = [begin for _, begin in begins[1:]] + [len(written.text)] * bool(begins)
    return tuple(
        Part(kind, Span(begin, end, written.text[begin:end]))
        for (kind, begin), end in zip(begins, ends, strict=True)
    )


def lines_of(written: Written, kind: str) -> tuple[Span, ...]:
    """The lines with a job, as spans."""
    spans = (written.span(line.begin, line.end) for line in written.lines if line.kind == kind)
    return tuple(span for span in spans if span)


def footnotes(written: Written) -> tuple[Footnote, ...]:
    """The notes, each with its mark, its words, and the word that the mark hangs on."""
    found = []
    for position, (note, at) in enumerate(written.notes, start=1):
        span = written.of(note)
        if span is None:
            continue
        mark = mark_of(note, position)
        text = (
            span.text.removeprefix(mark).lstrip(" ") if local(note) == "note" and note.get("n") else span.text
        )
        found.append(Footnote(mark, span, text, anchored(written.text, at)))
    return tuple(found)


def elements(written: Written, name: str, kind: str) -> list[Element]:
    """The elements of a name whose words stand in lines with a job: not those in quotations and notes."""
    lines = [line for line in written.lines if line.kind == kind]
    found = [(one, written.of(one)) for one in written.places if local(one) == name]
    return [
        one
        for one, span in found
        if span and any(line.begin < span.end and span.begin < line.end for line in lines)
    ]


def site_fields(written: Written) -> tuple[SiteField, ...]:
    """The lists that say what a document is about and who took part."""
    found = []
    for element in written.places:
        label = _FIELDS.get((element.get("type") or "").lower()) if local(element) == "list" else None
        if label:
            values = tuple(span for item in named(element, "item") if (span := written.of(item)))
            found.append(SiteField(label, values))
    return tuple(found)


def left_out(written: Written) -> tuple[str, ...]:
    """A line that says what the witness deletes and the text therefore leaves out."""
    many = written.deleted
    return (f"{many} deletion{'s' if many > 1 else ''} of the witness left out",) if many else ()
