"""Bytes of a TEI volume -> its documents one by one, in memory that does not grow with the volume.

Each document is read when its end tag comes, and its elements are let go; of what stands around the
documents only the header, the lists of persons and terms, and a source note for all are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from kg.converters.tei.documents import read_document
from kg.converters.tei.edition import Edition
from kg.converters.tei.markup import XML_LANG, Element, is_document, local, named, words
from kg.errors import Place, SourceError
from kg.model import Document

_WATCHED = ("teiHeader", "div", "item", "p", "person", "place", "org")


def safe_parser() -> etree.XMLParser:
    """A parser that expands no entity, fetches nothing and refuses what is out of all measure."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip


def volume_documents(edition: Edition, data: bytes) -> Iterator[Document | SourceError]:
    """The documents of a volume, outer ones before those inside them."""
    inside, count = 0, 0
    for event, element in _events(edition, data):
        name = local(element)
        if name == "div" and element.get("type") == "document":
            inside += 1 if event == "start" else -1
            if event == "end" and inside == 0:
                count += 1
                edition.lists.settle()
                yield from read_document(edition, element, count)
                _let_go(element)
        elif event == "end" and not inside:
            _around(edition, name, element)


def _events(edition: Edition, data: bytes) -> Iterator[tuple[str, Element]]:
    tags = tuple(f"{{*}}{name}" for name in _WATCHED)
    try:
        yield from etree.iterparse(
            BytesIO(data), events=("start", "end"), tag=tags, resolve_entities=False, no_network=True,
            load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
        )  # fmt: skip
    except etree.XMLSyntaxError as error:
        raise SourceError(
            f"cannot be read as XML: {error.msg}", place=Place(edition.name, error.lineno)
        ) from error


def _around(edition: Edition, name: str, element: Element) -> None:
    """Keep what the documents need of what stands around them, and let the rest go."""
    if name == "teiHeader":
        read_header(edition, element)
    elif name == "item":
        edition.lists.add_item(element)
    elif name in ("person", "place", "org"):
        edition.lists.add_record(element)
    elif name == "p" and words(element).startswith("Source:"):
        edition.common = element
    elif name == "div" and not is_document(element):
        _let_go(element)


def _let_go(element: Element) -> None:
    """Free an element and all before it: their words are read or not wanted."""
    element.clear()
    around = element.getparent()
    while around is not None and element.getprevious() is not None:
        del around[0]


def read_header(edition: Edition, header: Element) -> None:
    """Title and language of the edition."""
    titles = [one for statement in named(header, "titleStmt") for one in named(statement, "title")]
    whole = [one for one in titles if one.get("type") in ("complete", "main")] or titles
    edition.title = next((words(one) for one in whole if words(one)), None)
    languages = {one.get("ident") for one in named(header, "language") if one.get("ident")}
    root = header.getparent()
    edition.language = (root.get(XML_LANG) if root is not None else None) or (
        languages.pop() if len(languages) == 1 else None
    )
