"""A document's lines -> the numbers that it bears: by its heading, or before a telegram's first word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.converters._cited import cited_stretches
from kg.converters._sourcenotes import OWN_NUMBER
from kg.converters.tei.writer import Written
from kg.model import Number, Span

_FIRST_NUMBER = re.compile(r"(?P<number>\d{1,5})\. (?=\S)")


def own_numbers(written: Written, *, telegram: bool) -> Iterator[Number]:
    """The numbers that a document bears: in a line of its own by the heading, or before a telegram's text."""
    begun = 0
    for line in written.lines:
        text = written.text[line.begin : line.end]
        found = OWN_NUMBER.fullmatch(text) if line.kind in ("heading", "source", "body") else None
        if found is None and line.kind == "body":
            found = _FIRST_NUMBER.match(text) if telegram and not begun else None
            begun += 1
        if found and begun < 3:
            begin, end = line.begin + found.start("number"), line.begin + found.end("number")
            yield Number("own", Span(begin, end, written.text[begin:end]))
            return


def others_numbers(written: Written) -> Iterator[Number]:
    """The numbers of other documents that the text refers to: 'your telegram 893'."""
    for line in written.lines:
        if line.kind == "body":
            for begin, end in cited_stretches(written.text[line.begin : line.end]):
                first, last = line.begin + begin, line.begin + end
                yield Number("cited", Span(first, last, written.text[first:last]))
