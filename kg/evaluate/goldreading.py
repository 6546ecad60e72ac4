"""A person's Reading of a document -> Gold for its sayings; the names in it are nobody's gold."""

from __future__ import annotations

from collections.abc import Collection

from kg.annotate.names import find_mentions, merge
from kg.authority import AuthorityIndex
from kg.evaluate.gold import KINDS, Cluster, Gold, GoldSaying
from kg.evaluate.mentions import str_ref, unnamed
from kg.model import Candidate, Document, Reading, Ref, Saying, Span
from kg.quotes import places


def gold_of_reading(reading: Reading, document: Document, authority: AuthorityIndex) -> Gold:
    """The reading as gold: its sayings are judged; fields and mentions, which it only corrects, are not."""
    spans: dict[Ref, list[Span]] = {}
    for mention in merge(find_mentions(document, authority), reading):
        spans.setdefault(mention.ref, []).append(mention.span)
    for one in reading.candidates:
        spans.setdefault(one.ref, []).extend(_written(document, one))
    known = {ref: tuple(dict.fromkeys(found)) for ref, found in spans.items() if ref.kind in KINDS}
    nobody = unnamed(reading)
    return Gold(
        clusters=tuple(Cluster(str_ref(ref), ref.kind, found) for ref, found in known.items()),
        sayings=tuple(_saying(one, nobody) for one in reading.sayings),
        author=str_ref(reading.author) if reading.author else None,
        addressee=str_ref(reading.addressee) if reading.addressee else None,
    )


def _written(document: Document, candidate: Candidate) -> list[Span]:
    """Every place where a form of a candidate stands."""
    forms = dict.fromkeys((candidate.label, *candidate.forms))
    return [document.span(*place) for form in forms if form for place in places(document.text, form)]


def _saying(one: Saying, nobody: Collection[Ref]) -> GoldSaying:
    said = dict.fromkeys(ref for attribution in one.attributions for ref in attribution.speakers)
    speakers = [ref for ref in said if ref not in nobody]
    return GoldSaying(
        id=one.id,
        parents=one.within,
        spans=(one.content, *one.more_content) if one.content else (),
        speakers=tuple(str_ref(ref) for ref in speakers),
        moods=one.moods,
        hedges=one.hedges,
        addressees=tuple(str_ref(ref) for ref in one.addressees) or None,
        unclear=one.unclear,
        main=one.level == "textual",
    )
