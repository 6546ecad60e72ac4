"""Source -> Document, page text of the Wilson Center's digital archive, in its five shapes."""

from __future__ import annotations

from kg.converters.wilson.page import read_page
from kg.converters._source import source_file, source_key, source_text
from kg.converters.wilson.lines import page_lines
from kg.converters.wilson.marks import page_shape
from kg.errors import Place, SourceError
from kg.model import Document


class WilsonConverter:
    """Reads page text of the archive, purely (see Converter)."""

    name = "wilson"
    version = "1"

    def matches(self, name: str, data: bytes) -> bool:
        """Whether the page carries the marks of one of the five shapes."""
        text = source_text(name, data)
        return page_shape(text, page_lines(text)) is not None

    def convert(self, name: str, data: bytes) -> list[Document]:
        """The one document of a page. Raises SourceError where the page is none or is broken off."""
        text = source_text(name, data)
        shape = page_shape(text, page_lines(text))
        if shape is None:
            raise SourceError("has none of the marks of an archive page", place=Place(name))
        return [read_page(source_key(name), source_file(name, data), text, shape, (self.name, self.version))]


WILSON = WilsonConverter()
