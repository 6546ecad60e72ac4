"""Source -> Document, page text of the Wilson Center's digital archive, in its five shapes."""

from __future__ import annotations

from collections.abc import Iterator

from kg.converters._source import source_file, source_key, source_text
from kg.converters.wilson.lines import page_lines
from kg.converters.wilson.page import read_page
from kg.converters.wilson.shapes import page_fault, page_marks, page_shape
from kg.errors import Place, SourceError
from kg.model import Document


class WilsonConverter:
    """Reads page text of the archive, purely (see Converter)."""

    name = "wilson"
    version = "2"

    def matches(self, name: str, data: bytes) -> bool:
        """Whether the page carries marks of the site, be it only those of a page that breaks off."""
        text = source_text(name, data)
        marks = page_marks(text, page_lines(text))
        return page_shape(marks) is not None or page_fault(marks) is not None

    def convert(self, name: str, data: bytes) -> Iterator[Document | SourceError]:
        """The document of a page, then those that stand inside it (a letter in a telegram).

        Raises SourceError where the page holds none or breaks off.
        """
        text = source_text(name, data)
        marks = page_marks(text, page_lines(text))
        shape, fault = page_shape(marks), page_fault(marks)
        if fault:
            raise SourceError(fault[0], place=Place(name), mend=fault[1])
        if shape is None:
            raise SourceError("carries none of the marks of an archive page", place=Place(name))
        documents = read_page(
            source_key(name), source_file(name, data), text, shape, (self.name, self.version)
        )
        if documents[0].title is None and not documents[0].body:
            raise SourceError(
                "has the marks of an archive page, but neither title nor text",
                place=Place(name),
                mend="Save the page again, whole.",
            )
        yield from documents


WILSON = WilsonConverter()
