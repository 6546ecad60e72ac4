"""A TEI file without marked documents -> its letters: by correspDesc, by divisions, or as one text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from kg.converters.tei.documents import read_document
from kg.converters.tei.edition import Edition
from kg.converters.tei.letter import Letter, read_letter
from kg.converters.tei.lists import entry_key
from kg.converters.tei.markup import XML_ID, Element, local, named, words
from kg.converters.tei.volume import read_header, safe_parser
from kg.errors import Place, SourceError
from kg.model import Document

# Types of divisions that are a letter or record each, and of those that are parts of a book.
_LETTERS = frozenset(
    [
        "letter",
        "brief",
        "lettre",
        "lettera",
        "carta",
        "telegram",
        "telegramm",
        "despatch",
        "dispatch",
        "memorandum",
    ]
)
_BOOK = frozenset(
    [
        "chapter",
        "part",
        "section",
        "book",
        "volume",
        "act",
        "scene",
        "canto",
        "entry",
        "poem",
        "story",
        "kapitel",
        "teil",
    ]
)


Found = Document | SourceError


@dataclass(frozen=True, slots=True)
class _Unit:
    """A letter to be: its description, the element with its text, and what its key ends in."""

    description: Element | None
    text: Element | None
    id: str | None


def letter_documents(edition: Edition, data: bytes) -> Iterator[Found]:
    """The letters of a file, and last what of it could not be read.

    Raises SourceError where the file holds none.
    """
    try:
        root = etree.fromstring(data, safe_parser())
    except etree.XMLSyntaxError as error:
        raise SourceError(
            f"cannot be read as XML: {error.msg}", place=Place(edition.name, error.lineno)
        ) from error
    _read_lists(edition, root)
    texts = list(_texts(root))
    many = len(texts) > 1
    left: Counter[str] = Counter()
    found = 0
    for n, text in enumerate(texts, start=1):
        for one in _of_text(edition, text, (text.get(XML_ID) or str(n)) if many else None, left):
            found += 1
            yield one
    if not found:
        raise unread(edition.name, left)
    if left:
        yield unread(edition.name, left)


def unread(name: str, left: Counter[str]) -> SourceError:
    """What a file holds besides its documents: how many divisions of which type."""
    return SourceError(
        f"not read: {_counted(left)} without document" if left else "holds no letter and no text",
        place=Place(name),
        mend="Mark each document as div[@type='document'] or link it to a correspDesc by @decls.",
    )


def _texts(root: Element) -> Iterator[Element]:
    """The TEI elements of a corpus, or the root itself."""
    inner = [one for one in named(root, "TEI", "TEI.2") if local(root) == "teiCorpus"]
    yield from inner or [root]


def _read_lists(edition: Edition, root: Element) -> None:
    for record in named(root, "person", "place", "org"):
        edition.lists.add_record(record)
    for item in named(root, "item"):
        edition.lists.add_item(item)
    edition.lists.settle()


def _of_text(edition: Edition, tei: Element, id: str | None, left: Counter[str]) -> Iterator[Found]:
    header = next((one for one in tei if local(one) == "teiHeader"), None)
    text = next((one for one in tei if local(one) == "text"), None)
    if header is not None:
        read_header(edition, header)
    described = list(named(header, "correspDesc")) if header is not None else []
    divisions = [one for one in named(text, "div") if local(one) == "div"] if text is not None else []
    if not described and any(_type(one) in _LETTERS for one in divisions):
        yield from _by_divisions(edition, divisions, left)
        return
    if edition.frus and not described and any(_type(one) in _BOOK for one in divisions):
        left.update(_type(one) for one in _outermost(divisions) if words(one))
        return
    undivided = () if described else _undivided(divisions)
    units = _units(described, text, left)
    for unit in units:
        alone = len(units) == 1
        wanted = "-".join(part for part in (edition.key, id, None if alone else unit.id) if part)
        letter = Letter(header, unit.description, unit.text, len(described), shared=alone)
        if letter.holds_anything():
            part = not alone or id is not None
            found = read_letter(edition, letter, edition.own_key(wanted), part=part)
            if found.text:
                yield replace(found, notes=(*found.notes, *undivided))


def _undivided(divisions: Sequence[Element]) -> tuple[str, ...]:
    """A line that says of which divisions nobody can tell whether they are documents of their own."""
    kinds = Counter(_type(one) for one in divisions if words(one))
    if not kinds or dict(kinds) == {"": 1}:
        return ()
    return (f"read as one text: {_counted(kinds)} not marked as a document or letter",)


def _counted(kinds: Counter[str]) -> str:
    return ", ".join(
        f"{many} div of type '{kind}'" if kind else f"{many} div" for kind, many in kinds.items()
    )


def _type(division: Element) -> str:
    return (division.get("type") or "").lower()


def _outermost(divisions: Sequence[Element]) -> list[Element]:
    return [one for one in divisions if not any(up in divisions for up in one.iterancestors())]


def _by_divisions(edition: Edition, divisions: Sequence[Element], left: Counter[str]) -> Iterator[Found]:
    """Each division of a letter as a document; others that hold text and no letter are left."""
    letters = _outermost([one for one in divisions if _type(one) in _LETTERS])
    for n, division in enumerate(letters, start=1):
        yield from read_document(edition, division, n)
    for one in _outermost([one for one in divisions if one not in letters]):
        if words(one) and not any(letter in letters for letter in (*one.iter(), *one.iterancestors())):
            left[_type(one)] += 1


def _units(described: Sequence[Element], text: Element | None, left: Counter[str]) -> list[_Unit]:
    """Which description belongs to which text.

    By @decls, or by order where there is a division of a letter for each. Several descriptions of one
    text: the first one's. Descriptions without any text: each for itself.
    """
    if len(described) < 2 and text is not None and not _linked(described, text):
        return [_Unit(described[0] if described else None, text, None)]
    linked = _linked(described, text) if text is not None else {}
    if linked:
        left.update(
            _type(one) for one in (text if text is not None else ()) for one in named(one, "div")
            if words(one) and not any(near in linked.values() for near in (*one.iter(), *one.iterancestors()))
        )  # fmt: skip
        return [_Unit(one, linked.get(n), _id(one, n)) for n, one in enumerate(described)]
    if text is None or not words(text):
        return [_Unit(one, None, _id(one, n)) for n, one in enumerate(described)] or [_Unit(None, text, None)]
    letters = _outermost([one for one in named(text, "div") if _type(one) in _LETTERS])
    if len(letters) == len(described):
        return [_Unit(one, letters[n], _id(one, n)) for n, one in enumerate(described)]
    return [_Unit(described[0], text, None)]


def _linked(described: Sequence[Element], text: Element) -> dict[int, Element]:
    """The place of a description in the header -> the element whose @decls points at it."""
    ids = {one.get(XML_ID): n for n, one in enumerate(described) if one.get(XML_ID)}
    found: dict[int, Element] = {}
    for element in text.iter():
        for pointer in (element.get("decls") or "").split() if local(element) else ():
            n = ids.get(pointer.removeprefix("#"))
            if n is not None and local(element) != "text":
                found.setdefault(n, element)
    return found


def _id(description: Element, n: int) -> str:
    """What a description is called: its xml:id, its key, the end of its reference, else its number."""
    reference = (description.get("ref") or "").rstrip("/").rpartition("/")[2]
    return entry_key(description.get(XML_ID) or description.get("key") or reference or str(n + 1))
