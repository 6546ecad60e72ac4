"""TEI for tests: the example files, and small texts around a piece of markup."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from kg.converters.tei import TEI
from kg.errors import SourceError
from kg.model import Document

FOLDER = Path(__file__).parent / "tei"
OPEN = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0">'
    "<teiHeader><fileDesc><titleStmt><title>Made up</title></titleStmt></fileDesc></teiHeader><text><body>"
)
CLOSE = "</body></text></TEI>"


def example(name: str) -> dict[str, Document]:
    """The documents of an example file, by key."""
    path = FOLDER / name
    found = TEI.convert(path.name, path.read_bytes())
    return {one.key: one for one in found if isinstance(one, Document)}


def volume(body: str, name: str = "v.xml") -> list[Document]:
    """The documents of a volume with these words in its body."""
    return [one for one in everything(body, name) if isinstance(one, Document)]


def everything(body: str, name: str = "v.xml", *, series: bool = True) -> list[Document | SourceError]:
    """All that a volume yields. series: whether it declares the namespace of Foreign Relations."""
    opened = OPEN if series else OPEN.replace(' xmlns:frus="http://history.state.gov/frus/ns/1.0"', "")
    return list(TEI.convert(name, (opened + body + CLOSE).encode()))


def document(inside: str, attributes: str = "") -> Document:
    """The outer document of a volume with one."""
    return volume(f'<div type="document" xml:id="d1" n="1" {attributes}>{inside}</div>')[0]


def element(markup: str) -> etree._Element:
    """An element of the TEI namespace."""
    return etree.fromstring(f'<x xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="urn:f">{markup}</x>')[0]
