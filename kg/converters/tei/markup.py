"""TEI elements and attributes -> what they are to a converter: one table for each question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

Element = etree._Element

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FRUS = "http://history.state.gov/frus/ns/1.0"

# Elements that begin and end a line of the text.
BLOCKS = frozenset(
    [
        "ab",
        "addrLine",
        "address",
        "argument",
        "attachment",
        "byline",
        "cit",
        "closer",
        "dateline",
        "div",
        "div1",
        "div2",
        "div3",
        "div4",
        "docDate",
        "docImprint",
        "docTitle",
        "epigraph",
        "figDesc",
        "figure",
        "floatingText",
        "formula",
        "head",
        "item",
        "l",
        "label",
        "lg",
        "list",
        "metamark",
        "opener",
        "p",
        "postscript",
        "row",
        "salute",
        "signed",
        "sp",
        "speaker",
        "stage",
        "table",
        "titlePage",
        "titlePart",
        "trailer",
    ]
)
# Where a line break of the print ends a line here too; elsewhere it is a blank.
BROKEN = frozenset(
    ["address", "addrLine", "byline", "closer", "docImprint", "opener", "salute", "signed", "titlePart"]
)
# The job of a line, by the nearest element that has one.
JOBS = {
    "head": "heading",
    "dateline": "dateline",
    "closer": "sign-off",
    "signed": "sign-off",
}
# Of several readings the one that stands in the witness, as printed.
_AS_PRINTED = ("sic", "orig", "abbr", "lem", "unclear", "seg")
# Markup about the text and not of it.
SKIPPED = frozenset(
    ["teiHeader", "facsimile", "sourceDoc", "standOff", "listPerson", "listPlace", "listOrg", "del", "fw"]
)


def local(element: Element) -> str:
    """The element's name without its namespace; '' for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def squeezed(text: str) -> str:
    """A text with every run of blanks and line ends as one blank, none at its edges."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def words(element: Element) -> str:
    """All words under an element, in one line; comments and instructions are none."""
    return squeezed("".join(_strings(element)))


def _strings(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if local(child):
            yield from _strings(child)
        yield child.tail or ""


def named(element: Element, *names: str) -> Iterator[Element]:
    """The descendants with one of some names, in document order, whatever their namespace."""
    for one in element.iter():
        if one is not element and local(one) in names:
            yield one


def first(element: Element, *names: str) -> Element | None:
    """The first descendant with one of some names."""
    return next(named(element, *names), None)


def is_document(element: Element) -> bool:
    """Whether an element is a document of its own: a marked division or an attachment."""
    name = local(element)
    return name == "attachment" or (name == "div" and element.get("type") == "document")


def is_margin(element: Element) -> bool:
    """Whether an element stands beside the text: a marginal summary or an old page number."""
    return local(element) == "seg" and element.get("type") == "margin"


def chosen(element: Element) -> Element | None:
    """The one reading of a choice (TEI P5, 3.5) that goes into the text: the witness's, as printed.

    Only where the witness is in cipher is it the decoded words that are read.
    """
    children = [child for child in element if local(child)]
    for child in children:
        if local(child) == "reg" and child.get("type") == "decoding":
            return child
    for name in _AS_PRINTED:
        for child in children:
            if local(child) == name:
                return child
    return children[0] if children else None


def language(element: Element | None) -> str | None:
    """The language an element is in: its own @xml:lang or the nearest one around it."""
    while element is not None:
        if element.get(XML_LANG):
            return element.get(XML_LANG)
        element = element.getparent()
    return None
