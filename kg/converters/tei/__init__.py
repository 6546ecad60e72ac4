"""Source -> Documents, TEI P5: volumes of Foreign Relations in their dialects, letters with correspDesc.

The text of a Document is made of the source's own words; see writer for what becomes of the markup. A letter
whose header says who wrote to whom has that header's words before its own: the title, then a line for each
correspAction, each beginning with the action's @type; spans of sender, addressee and date point there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.converters._source import source_file, source_key
from kg.converters.tei.edition import Edition
from kg.converters.tei.letters import letter_documents, unread
from kg.converters.tei.survey import Survey, looks_like_tei
from kg.converters.tei.volume import volume_documents
from kg.errors import SourceError
from kg.model import Document

_MEDIA_TYPE = "application/tei+xml"


class TeiConverter:
    """Reads TEI P5, purely (see Converter)."""

    name = "tei"
    version = "3"

    def matches(self, name: str, data: bytes) -> bool:
        """Whether the file's root is a TEI text or corpus, be it well-formed or not."""
        return looks_like_tei(data)

    def convert(self, name: str, data: bytes) -> Iterator[Document | SourceError]:
        """The documents of a volume or letter file, and last what of it could not be read.

        Raises SourceError, before the first document, where the file is not well-formed (with line and
        column), declares or uses entities, or holds no document.
        """
        survey = Survey(name, data)
        source = replace(source_file(name, data), media_type=_MEDIA_TYPE)
        edition = Edition(
            name, source_key(name), source, (self.name, self.version), frus=survey.frus, modern=survey.modern
        )
        if not survey.documents:
            yield from letter_documents(edition, data)
            return
        yield from volume_documents(edition, data)
        if survey.unread and not survey.frus:
            yield unread(name, survey.unread)


TEI = TeiConverter()
