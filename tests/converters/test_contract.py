"""What every converter promises (kg.converters.Converter), on sample sources of each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from kg.converters import CONVERTERS, Converter
from kg.errors import SourceError
from kg.model import Document, Span

HERE = Path(__file__).resolve().parent
# Name of a converter -> sources that it reads. A new converter brings its own.
SAMPLES = {
    "tei": sorted((HERE / "tei").glob("*.xml")),
    "wilson": [
        *sorted((HERE / "pages").glob("*.txt")),
        HERE.parents[1] / "data/sources/telegram-1258.txt",
        HERE.parents[1] / "kg/starter/data/sources/example-letter.txt",
    ],
}
CASES = [
    pytest.param(converter, path, id=f"{converter.name}-{path.stem}")
    for converter in CONVERTERS
    for path in SAMPLES[converter.name]
]


def spans(value: Any) -> Iterator[Span]:
    """Every span in a Document, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from spans(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans(getattr(value, field.name))


def test_every_converter_has_samples() -> None:
    assert {converter.name for converter in CONVERTERS} == SAMPLES.keys()
    assert all(len(paths) > 1 for paths in SAMPLES.values())


@pytest.mark.parametrize(("converter", "path"), CASES)
def test_it_knows_its_own_sources_and_no_other_does(converter: Converter, path: Path) -> None:
    assert [one.name for one in CONVERTERS if one.matches(path.name, path.read_bytes())] == [converter.name]


@pytest.mark.parametrize(("converter", "path"), CASES)
def test_the_same_bytes_give_the_same_documents(converter: Converter, path: Path) -> None:
    documents = list(converter.convert(path.name, path.read_bytes()))
    assert documents
    assert all(isinstance(document, Document) for document in documents)
    assert documents == list(converter.convert(path.name, bytes(path.read_bytes())))
    assert len({document.key for document in documents}) == len(documents)


@pytest.mark.parametrize(("converter", "path"), CASES)
def test_a_document_says_what_it_was_made_from_and_by_whom(converter: Converter, path: Path) -> None:
    for document in converter.convert(path.name, path.read_bytes()):
        assert (document.converter, document.converter_version) == (converter.name, converter.version)
        assert document.source.name == path.name
        plain = document.source.media_type.startswith("text/plain")
        whole = document.text.encode() if plain else path.read_bytes()
        assert document.source.sha256 == hashlib.sha256(whole).hexdigest()
        assert document.source.byte_length == len(whole)


@pytest.mark.parametrize(("converter", "path"), CASES)
def test_every_span_is_what_stands_there_and_nothing_is_lost(converter: Converter, path: Path) -> None:
    for document in converter.convert(path.name, path.read_bytes()):
        found = list(spans(document))
        assert len(found) > len(document.parts) > 1
        for span in found:
            assert span.text == document.text[span.begin : span.end], span
        assert "".join(part.span.text for part in document.parts) == document.text
        assert document.body


@pytest.mark.parametrize("converter", CONVERTERS, ids=lambda one: one.name)
@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"plain words", b"\n\n\n"])
def test_what_it_cannot_read_is_refused_with_a_reason(converter: Converter, data: bytes) -> None:
    with pytest.raises(SourceError) as refused:
        list(converter.convert("x.txt", data))
    assert refused.value.reason


@pytest.mark.parametrize("converter", CONVERTERS, ids=lambda one: one.name)
def test_a_text_that_it_does_not_know_is_left_to_others(converter: Converter) -> None:
    assert not converter.matches("x.txt", b"plain words")
