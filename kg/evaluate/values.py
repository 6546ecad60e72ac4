"""Document -> the values of its fields, in the slots that gold is compared in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kg.evaluate.gold import Value
from kg.evaluate.writings import compared
from kg.model import Document, Party, Span

Slots = Mapping[str, Sequence[str | None]]


def value(slots: Slots, span: Span | None = None) -> Value:
    """A value made of what stands in its slots; None and '' are nothing."""
    given = {slot: tuple(one for one in all_ if one) for slot, all_ in slots.items()}
    shown = " | ".join(f"{slot} {' / '.join(words)}" for slot, words in given.items() if words)
    return Value({s: tuple(compared(s, one) for one in words) for s, words in given.items()}, shown, span)


def _spans(slot: str, spans: Iterable[Span | None]) -> Iterator[Value]:
    yield from (value({slot: [span.text]}, span) for span in spans if span is not None)


def _party(party: Party | None) -> Iterator[Value]:
    if party is not None:
        yield value(
            {
                "name": [party.name],
                "post": [party.role, party.office],
                "place": [party.place],
                "identity": [party.identity],
            },
            party.span,
        )


def _dates(document: Document) -> Iterator[Value]:
    for one in document.dates:
        if one.kind != "page":
            yield value({"kind": [one.kind], "date": [one.edtf]}, one.span)


def _times(document: Document) -> Iterator[Value]:
    for one in document.dates:
        if one.kind != "page" and one.time:
            yield value({"kind": [one.kind], "time": [one.time]}, one.span)


def _page_date(document: Document) -> Iterator[Value]:
    yield from (value({"date": [one.edtf]}, one.span) for one in document.dates if one.kind == "page")


def _numbers(document: Document) -> Iterator[Value]:
    for one in document.numbers:
        if one.kind != "cited":
            yield value({"kind": [one.kind], "number": [one.span.text]}, one.span)


def _cited(document: Document) -> Iterator[Value]:
    yield from (
        value({"number": [one.span.text]}, one.span) for one in document.numbers if one.kind == "cited"
    )


def _distribution(document: Document) -> Iterator[Value]:
    for one in document.distribution:
        copies = None if one.copies is None else str(one.copies)
        yield value({"name": [one.name], "copies": [copies]}, one.span)


def _sign_offs(document: Document) -> Iterator[Value]:
    for one in document.sign_offs:
        slots: Slots = {
            "name": [one.name.text if one.name else None],
            "post": [one.office.text if one.office else None],
            "identity": [one.identity.text if one.identity else None],
        }
        yield value(slots, one.span)


def _citations(document: Document) -> Iterator[Value]:
    for one in document.call_numbers:
        slots: Slots = {"kind": [one.kind], "repository": [one.repository], "notation": [one.notation]}
        yield value({**slots, **{f"part:{name}": [part] for name, part in one.parts}}, one.span)


def _site(document: Document) -> Iterator[Value]:
    for field in document.fields:
        for one in field.values:
            yield value({"label": [field.label], "value": [one.text]}, one)


def _one(words: str | None) -> Iterator[Value]:
    if words:
        yield value({"value": [words]})


FIELDS: dict[str, Callable[[Document], Iterable[Value]]] = {
    "page-date": _page_date,
    "title": lambda document: _spans("value", [document.title]),
    "heading": lambda document: _spans("value", [document.heading]),
    "funder": lambda document: _spans("value", [document.funder]),
    "dates": _dates,
    "times": _times,
    "numbers": _numbers,
    "cited": _cited,
    "sender": lambda document: _party(document.sender),
    "addressee": lambda document: _party(document.addressee),
    "via": lambda document: _party(document.via),
    "place-from": lambda document: _spans("value", [document.place_from]),
    "place-to": lambda document: _spans("value", [document.place_to]),
    "classification": lambda document: _spans("value", document.classification),
    "distribution": _distribution,
    "sign-offs": _sign_offs,
    "citations": _citations,
    "credits": lambda document: (
        value({"kind": [one.kind], "name": [one.name]}, one.span) for one in document.credits
    ),
    "summary": lambda document: _spans("exact", [document.summary]),
    "footnotes": lambda document: (value({"value": [one.mark]}, one.span) for one in document.footnotes),
    "language": lambda document: _one(document.language),
    "original-language": lambda document: _one(document.original_language),
    "site": _site,
}
"""Every field that can be judged, in the order of the table; 'times' are judged with 'dates'."""
