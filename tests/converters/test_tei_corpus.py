"""Real volumes and letters beside the checkout: every document, every tag, every sign."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from kg.converters.tei import TEI
from kg.converters.tei.markup import Element, is_document, local
from kg.model import Document, Party


@pytest.fixture(scope="module", params=["frus1872p2v5", "frus1894Nicaragua", "frus1919Parisv01"])
def pairs(request: pytest.FixtureRequest, shared: Path) -> list[tuple[Document, Element]]:
    """Each document of a volume with its element; those that hold no word are left out."""
    path = shared / "corpora/frus" / f"{request.param}.xml"
    if not path.exists():
        pytest.skip(f"{path.name} is not among the reference material")
    data = path.read_bytes()
    documents = [one for one in TEI.convert(path.name, data) if isinstance(one, Document)]
    found = [one for one in etree.fromstring(data).iter() if is_document(one) and _in_document(one)]
    elements = [one for one in found if signs(one) or any(is_document(inner) for inner in one)]
    assert len(documents) == len(elements)
    return list(zip(documents, elements, strict=True))


def _in_document(element: Element) -> bool:
    return any(one.get("type") == "document" for one in (element, *element.iterancestors()))


def own(element: Element, *without: str) -> Iterator[str]:
    """The strings of an element, of documents inside it and of some elements none."""
    yield element.text or ""
    for child in element:
        if local(child) and not is_document(child) and local(child) not in without:
            yield from own(child, *without)
        yield child.tail or ""


def signs(element: Element) -> Counter[str]:
    return Counter(re.sub(r"\s", "", "".join(own(element))))


def flow(element: Element) -> Iterator[Element]:
    """The elements of a document without its notes, quotations and inner documents."""
    for child in element:
        if local(child) and not is_document(child) and local(child) not in ("note", "quote", "q"):
            yield child
            yield from flow(child)


def words(element: Element) -> str:
    return re.sub(r"\s+", " ", "".join(own(element, "note"))).strip(" ,.;:")


def test_no_sign_is_lost_and_none_stands_in_two_documents(pairs: list[tuple[Document, Element]]) -> None:
    for document, element in pairs:
        marks = Counter("".join(note.mark for note in document.footnotes if note.mark != "margin"))
        found = Counter(re.sub(r"\s", "", document.text))
        assert not signs(element) - found, document.key
        assert not found - signs(element) - marks, document.key


@pytest.mark.parametrize("kind", ["from", "to"])
def test_sender_and_addressee_as_tagged(pairs: list[tuple[Document, Element]], kind: str) -> None:
    tagged = missed = 0
    for document, element in pairs:
        names = [
            words(one) for one in flow(element)
            if one.get("type") == kind and local(one) in ("persName", "gloss") and words(one)
        ]  # fmt: skip
        party = document.sender if kind == "from" else document.addressee
        tagged += bool(names)
        missed += bool(names) and not all(name in said(party) for name in names)
    assert tagged > 90
    assert missed <= tagged / 100


def said(party: Party | None) -> str:
    whole = " | ".join(one for one in (party.name, party.office) if one) if party else ""
    return re.sub(r"\s+", " ", whole)


def test_dates_as_tagged(pairs: list[tuple[Document, Element]]) -> None:
    tagged = missed = 0
    for document, element in pairs:
        whens = [
            one.get("when", "")[:10] for dateline in flow(element) if local(dateline) == "dateline"
            for one in dateline.iter() if local(one) == "date" and len(one.get("when", "")) >= 10
        ]  # fmt: skip
        tagged += bool(whens)
        missed += bool(whens) and not any(whens[0] in (one.edtf, one.tagged) for one in document.dates)
    assert tagged > 90
    assert missed <= tagged / 100


def test_every_letter_of_the_editions_is_read(shared: Path) -> None:
    folder = shared / "corpora/tei"
    if not folder.is_dir():
        pytest.skip("the letters are not among the reference material")
    read = 0
    for path in sorted(folder.glob("*/*.xml")):
        found = list(TEI.convert(path.name, path.read_bytes()))
        assert all(isinstance(one, Document) for one in found), path.name
        root = etree.fromstring(path.read_bytes())
        names = [one for one in root.iter("{*}correspAction") if one.get("type") == "sent" and len(one)]
        read += len(found)
        if len(found) == 1 and names and names[0].find("{*}persName") is not None:
            (one,) = found
            assert isinstance(one, Document)
            assert one.sender is not None, path.name
    assert read >= 36
