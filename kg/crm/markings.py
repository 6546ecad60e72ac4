"""Classification, distribution, signatures, references -> spans, and the distribution as an event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rdflib import Literal

from kg.crm.dossier import Dossier, Triples, english
from kg.crm.events import one_event
from kg.crm.record import document_label
from kg.crm.spans import e33_span, publishable
from kg.iris import CRM, SCHEMA, kgv
from kg.model import Event, Ref, Span

# What a marking says, the stricter first; other wordings are published as written and mean nothing more.
_CLASSES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("top-secret", re.compile(r"\btop\s+secret\b", re.IGNORECASE)),
    ("secret", re.compile(r"\bsecret\b", re.IGNORECASE)),
    ("confidential", re.compile(r"\bconfidential\b", re.IGNORECASE)),
    ("restricted", re.compile(r"\brestricted\b|\bofficial\s+use\b", re.IGNORECASE)),
    ("unclassified", re.compile(r"\bunclassified\b", re.IGNORECASE)),
)
DISTRIBUTION = "distribution"


def markings(dossier: Dossier) -> Triples:
    """What the document says of its own secrecy, signature and copies, and what it refers to."""
    yield from _classification(dossier)
    yield from _distribution(dossier)
    for signed in dossier.document.sign_offs:
        yield from _marked(dossier, signed.span, "sign-off")
    for number in dossier.document.numbers:
        if number.kind == "cited":
            yield from _marked(dossier, number.span, "reference")
    for reference in dossier.document.references:
        yield from _marked(dossier, reference.span, "reference")
        if publishable(reference.span):
            note = english(f"Refers to {reference.target}")
            yield dossier.d.span(reference.span.begin, reference.span.end), CRM["P3_has_note"], note


def _classification(dossier: Dossier) -> Triples:
    found: dict[str, None] = {}
    for span in dossier.document.classification:
        yield from _marked(dossier, span, "classification-marking")
        yield dossier.d.document, SCHEMA.conditionsOfAccess, Literal(" ".join(span.text.split()))
        found |= dict.fromkeys([name for name, form in _CLASSES if form.search(span.text)][:1])
    for name in found:
        yield dossier.d.document, CRM["P2_has_type"], kgv(f"classification/{name}")


def _distribution(dossier: Dossier) -> Triples:
    entries = dossier.document.distribution
    if not entries:
        return
    for entry in entries:
        yield from _marked(dossier, entry.span, "distribution-entry")
    counted = [f"{one.name}: {one.copies}" for one in entries if one.copies is not None]
    event = Event(
        id=DISTRIBUTION,
        label=f"Distribution of {document_label(dossier)}",
        kind="activity",
        type=DISTRIBUTION,
        basis="reported",
        passages=tuple(entry.span for entry in entries),
        addressees=tuple(dict.fromkeys(ref for entry in entries for ref in _named(dossier, entry.span))),
        note=f"Copies: {'; '.join(counted)}." if counted else None,
    )
    yield from one_event(dossier, event, None)
    yield dossier.d.event(DISTRIBUTION), CRM["P70i_is_documented_in"], dossier.d.document


def _named(dossier: Dossier, span: Span) -> Iterator[Ref]:
    yield from dossier.named_in(span, "person", "group")


def _marked(dossier: Dossier, span: Span, type_: str) -> Triples:
    """A span of its own type, which is a passage too: it is the evidence for what the markup or page says."""
    if publishable(span):
        yield from e33_span(dossier, span, "passage")
        yield dossier.d.span(span.begin, span.end), CRM["P2_has_type"], kgv(type_)
