"""Sources of one format each -> Documents: the converters there are, and the one that fits a source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from kg.converters._source import source_key, source_text
from kg.converters._xml import other_root
from kg.converters.tei import TEI
from kg.converters.wilson import WILSON
from kg.errors import Place, SourceError
from kg.model import Document


class Converter(Protocol):
    """Reads one source format, purely: no RDF, no network, no clock."""

    @property
    def name(self) -> str:
        """The converter's name, as it stands in the provenance of a document."""

    @property
    def version(self) -> str:
        """Changes whenever the same bytes may give another Document."""

    def matches(self, name: str, data: bytes) -> bool:
        """Whether this converter knows the format of a source file (its name and its bytes)."""

    def convert(self, name: str, data: bytes) -> Iterator[Document | SourceError]:
        """The documents of a source file, in its order; what had to be left out of it is a SourceError.

        Raises SourceError, before the first document, where nothing of it can be read.
        """


CONVERTERS: tuple[Converter, ...] = (TEI, WILSON)


def convert(name: str, data: bytes) -> Iterator[Document | SourceError]:
    """The documents of a source file, by the first converter that knows its format.

    A piece that had to be left out is a SourceError among them. Raises SourceError, naming the file and
    what to do: empty, binary, in no encoding that can be told, XML of another kind, no document, of an
    unknown format.
    """
    source_key(name)
    root = other_root(source_text(name, data))
    if root is not None:
        raise SourceError(
            f"is XML of another kind: its root element is '{root}', and of XML only TEI and XHTML are read",
            place=Place(name),
            mend="Give the document as TEI P5 (root TEI or teiCorpus), or its page as text or HTML.",
        )
    for converter in CONVERTERS:
        if converter.matches(name, data):
            return converter.convert(name, data)
    raise SourceError(
        "is no page that a converter knows: it has no marks of an archive page and reads like no document",
        place=Place(name),
        mend="Save the whole page of one document as text or HTML.",
    )
