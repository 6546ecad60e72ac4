"""A document and the names found in it -> who wrote it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.authority import AuthorityIndex
from kg.model import Document, Found, Ref, Span


def find_author(document: Document, found: Found, authority: AuthorityIndex) -> Ref | None:
    """The author: whom the sender line or the signature names; None where neither names anybody known.

    Entries of the authority files come before those whom only the document knows.
    """
    sender = document.sender
    if sender is not None:
        wanted = (sender.identity, sender.name, sender.role, sender.office, sender.span.text)
        ref = _meant(found, authority, [sender.span], [text for text in wanted if text])
        if ref is not None:
            return ref
    for sign_off in document.sign_offs:
        spans = [span for span in (sign_off.identity, sign_off.name, sign_off.span) if span is not None]
        ref = _meant(found, authority, spans, [span.text for span in spans])
        if ref is not None:
            return ref
    return None


def find_addressee(document: Document, found: Found, authority: AuthorityIndex) -> Ref | None:
    """To whom the document is addressed, as its addressee line names him; None for nobody known."""
    party = document.addressee
    if party is None:
        return None
    wanted = (party.identity, party.name, party.role, party.office, party.span.text)
    return _meant(found, authority, [party.span], [text for text in wanted if text])


def _meant(found: Found, authority: AuthorityIndex, spans: list[Span], texts: list[str]) -> Ref | None:
    """The person or group that some stretches name, or that is written as some texts."""
    named = _named(found, spans)
    if named is not None and named.owner is None:
        return named
    known = find_name(texts, found, authority)
    return known if known is not None and known.owner is None else named or known


def _named(found: Found, spans: list[Span]) -> Ref | None:
    """The person, or else the group, that a mention names in the first of some stretches that has one."""
    for span in spans:
        inside = [m for m in found.mentions if span.begin <= m.span.begin and m.span.end <= span.end]
        for kind in ("person", "group"):
            for mention in inside:
                if mention.ref.kind == kind and _is_most(mention.span, span, kind):
                    return mention.ref
    return None


def _is_most(part: Span, whole: Span, kind: str) -> bool:
    """Whether a name is what a stretch is about: any person, or a group that is most of it."""
    return kind == "person" or (part.end - part.begin) * 2 > whole.end - whole.begin


def find_name(texts: list[str], found: Found, authority: AuthorityIndex) -> Ref | None:
    """The person or group that is labelled or written so, articles and case apart."""
    wanted = {_plain(text) for text in texts}
    for ref, forms in _forms(found, authority):
        if any(_plain(form) in wanted for form in forms):
            return ref
    return None


def _forms(found: Found, authority: AuthorityIndex) -> Iterator[tuple[Ref, tuple[str, ...]]]:
    for entry in authority:
        if entry.kind in ("person", "group"):
            yield Ref(entry.kind, entry.key), (entry.label, *(form.text for form in entry.names))
    for candidate in found.candidates:
        if candidate.kind in ("person", "group"):
            yield candidate.ref, (candidate.label, *candidate.forms)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).removeprefix("the ")
