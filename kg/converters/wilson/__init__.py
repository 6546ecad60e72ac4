"""Source -> Document, a page of the Wilson Center's digital archive in any of its shapes, or one like it.

Page text is read as it stands; of an HTML page the text that a reader sees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.converters._html import is_html, read_html
from kg.converters._source import read_source, source_file, source_key
from kg.converters.wilson.lines import Page, page_lines
from kg.converters.wilson.page import read_page
from kg.converters.wilson.shapes import breaks_off, page_fault, page_marks, page_shape
from kg.errors import Place, SourceError
from kg.model import Document

_WHOLE = "Save the page again, whole."
_CUT = "The page breaks off: 'Document Information' and what follows it are missing."
_XML = ("<?xml", "<TEI", "<teiCorpus")


@dataclass(frozen=True, slots=True)
class _Source:
    """The text of a source and what its bytes say beyond it."""

    text: str
    media_type: str
    notes: tuple[str, ...]
    title: str | None = None


class WilsonConverter:
    """Reads pages of the archive and texts like them, purely (see Converter)."""

    name = "wilson"
    version = "3"

    def matches(self, name: str, data: bytes) -> bool:
        """Whether the page carries marks of the site or reads like a document; XML is left to others."""
        page = _read(name, data)
        if page is None:
            return False
        marks = page_marks(page.text, page_lines(page.text))
        return page_shape(marks) is not None or page_fault(marks) is not None

    def convert(self, name: str, data: bytes) -> Iterator[Document | SourceError]:
        """The document of a page, then those that stand inside it (a letter in a telegram).

        Raises SourceError where the page holds none.
        """
        page = _read(name, data)
        if page is None:
            raise SourceError("holds no text of a page", place=Place(name), mend=_WHOLE)
        marks = page_marks(page.text, page_lines(page.text))
        shape, fault = page_shape(marks), page_fault(marks)
        if fault:
            raise SourceError(fault[0], place=Place(name, 1), mend=fault[1])
        if shape is None:
            raise SourceError("holds no text of a document", place=Place(name, 1), mend=_WHOLE)
        source = source_file(name, data, page.media_type)
        shown = Page(page.text, shape, page.title)
        documents = read_page(source_key(name), source, shown, (self.name, self.version))
        document = documents[0]
        if not document.body and (document.title is None or not (document.summary or document.call_numbers)):
            raise SourceError(
                "has the marks of an archive page, but neither title nor text", place=Place(name), mend=_WHOLE
            )
        cut = (_CUT,) if breaks_off(marks) else ()
        yield replace(document, notes=(*page.notes, *document.notes, *cut))
        yield from documents[1:]


def _read(name: str, data: bytes) -> _Source | None:
    """The text of a page and what else its bytes say, None where it is XML or HTML without text."""
    read = read_source(name, data)
    notes = (read.note,) if read.note else ()
    if is_html(read.text):
        page = read_html(read.text)
        if page is None or not page.text.strip():
            return None
        return _Source(page.text, f"text/html; charset={read.encoding}", notes, page.title)
    if read.text.lstrip("\ufeff \t\r\n").startswith(_XML):
        return None
    return _Source(read.text, f"text/plain; charset={read.encoding}", notes)


WILSON = WilsonConverter()
