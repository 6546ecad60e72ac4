"""Bytes of a TEI file -> whether they are well-formed and safe, and what the file holds, in one pass.

The pass is expat's: it builds nothing, so that a broken file of any size is refused with line and column
before the first document is read. Entities are never expanded: a file that declares one is refused, and so
is a reference to one that is not declared. External subsets are never fetched.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from xml.parsers import expat

from kg.errors import Place, SourceError

# libxml2 stops at 256 levels, unless it is told that the file may be huge.
_DEEPEST = 200
_ROOT = re.compile(rb"<(?:[\w.-]+:)?(?:TEI|teiCorpus|TEI\.2)[\s>/]")
_OPENS = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[?!\w]")


def looks_like_tei(data: bytes) -> bool:
    """Whether a file begins as XML whose root is a TEI text or corpus."""
    head = data[:100_000]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", "ignore").encode()
    found = _ROOT.search(head)
    return found is not None and _OPENS.match(head) is not None and not _element_before(head[: found.start()])


def _element_before(head: bytes) -> bool:
    """Whether an element stands before the root: TEI quoted in some other format."""
    bare = re.sub(rb"<!--.*?-->|<\?.*?\?>|<!DOCTYPE(?:[^\[>]|\[.*?\])*>", b"", head, flags=re.DOTALL)
    return re.search(rb"<\w", bare) is not None


class Survey:
    """What a well-formed file holds. Raises SourceError where it cannot be read safely.

    documents: divisions marked as documents. frus: of the Foreign Relations series. modern: their source
    notes stand in the headings. unread: how many divisions of a type hold text and no document.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self.documents = 0
        self.frus = b"http://history.state.gov/frus/ns/1.0" in data
        self.modern = False
        self.unread: Counter[str] = Counter()
        self._name = name
        self._open: list[str] = []
        self._inside = 0
        self._divisions: list[list[bool]] = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._declared
        self._parser.SkippedEntityHandler = self._undeclared
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            raise self._malformed(error) from error

    def _malformed(self, error: expat.ExpatError) -> SourceError:
        reason = expat.errors.messages.get(error.code, "") or expat.ErrorString(error.code)
        if "entity" in reason:
            return self._refusal("refers to an entity that is not declared", error.lineno, error.offset)
        return SourceError(
            f"is not well-formed XML: {reason}, line {error.lineno}, column {error.offset + 1}",
            place=Place(self._name, error.lineno),
            mend="Correct the markup there; an XML editor shows the element that is not closed.",
        )

    def _refusal(self, reason: str, line: int, offset: int) -> SourceError:
        return SourceError(
            f"{reason}, line {line}, column {offset + 1}; entities are never expanded",
            place=Place(self._name, line),
            mend="Write the characters themselves and take the entities out.",
        )

    def _declared(self, entity: str, *facts: object) -> None:
        at = self._parser
        raise self._refusal(f"declares the entity '{entity}'", at.CurrentLineNumber, at.CurrentColumnNumber)

    def _undeclared(self, entity: str, is_parameter: bool) -> None:
        at = self._parser
        raise self._refusal(
            f"refers to the entity '{entity}', which it does not declare",
            at.CurrentLineNumber,
            at.CurrentColumnNumber,
        )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        self._open.append(name)
        if len(self._open) > _DEEPEST:
            raise SourceError(
                f"nests elements more than {_DEEPEST} deep",
                place=Place(self._name, self._parser.CurrentLineNumber),
                mend="No edition does that; look for a tag that is never closed.",
            )
        if name.startswith("div"):
            document = attributes.get("type") == "document"
            self.documents += document
            if document or self._inside:
                self._inside += 1
                for division in self._divisions:
                    division[0] = True
            elif "body" in self._open:
                self._divisions.append([False, False])
                self._open[-1] = f"{name} {attributes.get('type', '')}"
        elif name == "note" and attributes.get("type") == "source" and "head" in self._open[-4:]:
            self.modern = True

    def _end(self, tag: str) -> None:
        name = self._open.pop()
        if not name.startswith("div"):
            return
        if self._inside:
            self._inside -= 1
            return
        if " " in name:
            has_document, has_text = self._divisions.pop()
            if has_text and not has_document:
                self.unread[name.partition(" ")[2]] += 1
                for division in self._divisions:
                    division[1] = False

    def _characters(self, text: str) -> None:
        if self._divisions and not self._inside and not text.isspace():
            self._divisions[-1][1] = True
