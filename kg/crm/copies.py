"""Shelfmarks -> E22 copies in archives and their E42 call numbers, part by part; places in books."""

from __future__ import annotations

import re
from collections import Counter

from rdflib import Literal, URIRef

from kg.crm.dossier import Dossier, Triples, described
from kg.crm.record import document_label
from kg.crm.spans import e33_span
from kg.iris import CRM, kgv
from kg.model import CallNumber, Ref

# A source line names the shelfmark in the archive's own order, so it is the preferred one.
_PREFERENCE = ("source", "printed-from")


def copies(dossier: Dossier) -> Triples:
    """The copies that the page's shelfmarks point to: one for each repository and set of numbers."""
    shelved = [one for one in dossier.document.call_numbers if one.kind in _PREFERENCE]
    ordered = sorted(shelved, key=lambda one: _PREFERENCE.index(one.kind))
    held: dict[tuple[str, ...], list[tuple[int, CallNumber]]] = {}
    for n, call_number in enumerate(ordered, start=1):
        held.setdefault(_same_copy(call_number), []).append((n, call_number))
    taken: set[str] = set()
    for place, shelfmarks in enumerate(held.values()):
        keeper = _keeper(dossier, shelfmarks[0][1], first=place == 0)
        slug = _slug(keeper.key if keeper else shelfmarks[0][1].repository, taken)
        yield from e22_copy(dossier, slug, keeper, shelfmarks)


def e22_copy(
    dossier: Dossier, slug: str, keeper: Ref | None, shelfmarks: list[tuple[int, CallNumber]]
) -> Triples:
    """The physical copy in an archive, by whatever shelfmarks the page gives for it."""
    node = dossier.d.copy(slug)
    label = f"Copy of {document_label(dossier)}: {shelfmarks[0][1].notation}"
    yield from described(node, label, CRM["E22_Human-Made_Object"])
    yield node, CRM["P2_has_type"], kgv("archival-copy")
    yield node, CRM["P128_carries"], dossier.d.document
    if keeper:
        yield node, CRM["P50_has_current_keeper"], dossier.ref(keeper)
    for place, (n, call_number) in enumerate(shelfmarks):
        term = CRM["P1_is_identified_by" if place else "P48_has_preferred_identifier"]
        yield node, term, dossier.d.identifier(f"call-number-{n}")
        yield from e42_call_number(dossier, "call-number", n, call_number)


def print_sources(dossier: Dossier) -> Triples:
    """The places in printed books that the page takes the document from: no copies in an archive."""
    printed = [one for one in dossier.document.call_numbers if one.kind not in _PREFERENCE]
    for n, place in enumerate(printed, start=1):
        yield dossier.d.document, CRM["P1_is_identified_by"], dossier.d.identifier(f"print-source-{n}")
        yield from e42_call_number(dossier, "print-source", n, place)


def e42_call_number(dossier: Dossier, type_: str, n: int, call_number: CallNumber) -> Triples:
    """A shelfmark or a place in a book exactly as written, and its parts."""
    slug = f"{type_}-{n}"
    node = dossier.d.identifier(slug)
    yield from described(node, call_number.notation, CRM["E42_Identifier"])
    yield node, CRM["P2_has_type"], kgv(type_)
    yield node, CRM["P190_has_symbolic_content"], Literal(call_number.notation)
    yield from e33_span(dossier, call_number.span, "passage", node)
    seen: Counter[str] = Counter()
    for name, value in call_number.parts:
        seen[name] += 1
        part = dossier.d.identifier(slug, name if seen[name] == 1 else f"{name}-{seen[name]}")
        yield node, CRM["P106_is_composed_of"], part
        yield from _e42_part(part, name, value)


def _e42_part(node: URIRef, name: str, value: str) -> Triples:
    yield from described(node, f"{name} {value}", CRM["E42_Identifier"])
    yield node, CRM["P2_has_type"], kgv(name)
    yield node, CRM["P190_has_symbolic_content"], Literal(value)


def _same_copy(call_number: CallNumber) -> tuple[str, ...]:
    """What two notations of one shelfmark share: the repository without its spacing, the numbers."""
    repository = re.sub(r"\W", "", call_number.repository or "").casefold()
    return repository, *(value for _, value in call_number.parts)


def _keeper(dossier: Dossier, call_number: CallNumber, *, first: bool) -> Ref | None:
    """The archive: as the reading says for the first copy, else as the shelfmark names it."""
    if first and dossier.reading and dossier.reading.keeper:
        return dossier.reading.keeper
    named = dossier.named_in(call_number.span, "group")
    return named[0] if named else None


def _slug(name: str | None, taken: set[str]) -> str:
    plain = re.sub(r"[\W_]+", "-", (name or "").casefold()).strip("-") or "unknown-archive"
    slug, n = plain, 1
    while slug in taken:
        n += 1
        slug = f"{plain}-{n}"
    taken.add(slug)
    return slug
