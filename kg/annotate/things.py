"""Groups and places named in a text -> candidates and mentions, those of one label being one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.annotate.free import Free
from kg.annotate.slugs import fold, slug, unique
from kg.model import Candidate, Document, Found, Mention, Ref, Span, Tagged

# Where something is named, the label of what it is, and the rule that found it.
Named = tuple[Span, str, str]


def tagged_things(document: Document, kind: str) -> Iterator[Named]:
    """The groups or places that the source marks up and its list does not hold."""
    for tag in document.tagged:
        if tag.kind == kind and _entry(document, tag) is None:
            yield tag.span, " ".join(tag.span.text.split()).strip(" ,.;:"), "tag"


def find_things(
    document: Document, kind: str, named: Sequence[Named], before: Sequence[Mention], taken: set[str]
) -> Found:
    """Groups or places of one label are one candidate, or the entry that a known name of the label is."""
    free = Free(before)
    mentions = _listed_things(document, kind, free)
    by_label: dict[str, list[Named]] = {}
    refs: dict[str, Ref] = {}
    for span, label, rule in named:
        known = free.exact(span)
        if known is not None and known.ref.kind == kind:
            refs.setdefault(fold(label), known.ref)
        elif free.take(span):
            by_label.setdefault(fold(label), []).append((span, label, rule))
    candidates: list[Candidate] = []
    for key, found in by_label.items():
        if (ref := refs.get(key)) is None:
            candidates.append(_candidate(document, kind, found, taken))
            ref = candidates[-1].ref
        mentions += [Mention(span, ref, rule) for span, _, rule in found]
    return Found(tuple(mentions), tuple(candidates))


def _listed_things(document: Document, kind: str, free: Free) -> list[Mention]:
    """The tagged groups or places that are entries of the source's list."""
    tags = [(tag, _entry(document, tag)) for tag in document.tagged if tag.kind == kind]
    return [Mention(tag.span, one.ref, "tag") for tag, one in tags if one and free.take(tag.span)]


def _entry(document: Document, tag: Tagged) -> Candidate | None:
    """The entry of the source's list that a tag points at, by its key, or by where both point outside."""
    people = [one for one in document.people if one.kind == tag.kind]
    by_key = next((one for one in people if one.key == tag.key), None)
    return by_key or next((one for one in people if tag.iri and one.iri == tag.iri), None)


def _candidate(document: Document, kind: str, found: Sequence[Named], taken: set[str]) -> Candidate:
    written = [" ".join(span.text.split()) for span, _, _ in found]
    label = _label(written, found[0][1])
    forms = (label, *(form for form in dict.fromkeys(written) if form != label))
    iri = next((t.iri for t in document.tagged if t.iri and t.span == found[0][0]), None)
    return Candidate(kind, document.key, unique(slug(label, kind), taken), label, forms, found[0][2], iri=iri)


def _label(forms: Sequence[str], known: str) -> str:
    """The lexicon's own name where the text has it, else the most frequent form, the longest of several."""
    times = Counter(forms)
    return known if known in times else max(times, key=lambda form: (times[form], len(form), form))
