"""What the documents of one TEI file share: its key, its source, its title and its lists."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.converters.tei.lists import Lists
from kg.converters.tei.markup import Element
from kg.model import SourceFile


@dataclass(slots=True)
class Edition:
    """What the documents of a file share.

    name, key: the file's; common: a source note that holds for all its documents.
    """

    name: str
    key: str
    source: SourceFile
    converter: tuple[str, str]
    title: str | None = None
    language: str | None = None
    frus: bool = False
    modern: bool = False
    lists: Lists = field(default_factory=Lists)
    common: Element | None = None
    taken: set[str] = field(default_factory=set)

    def own_key(self, wanted: str) -> str:
        """A key that no other document of the file has."""
        key, n = wanted, 2
        while key in self.taken:
            key, n = f"{wanted}-{n}", n + 1
        self.taken.add(key)
        return key
