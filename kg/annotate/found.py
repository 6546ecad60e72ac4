"""Document + AuthorityIndex -> Found: known names, tagged names, and who and what only this document knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.annotate.free import Free
from kg.annotate.groups import find_groups
from kg.annotate.names import find_mentions
from kg.annotate.persons import find_persons
from kg.annotate.places import find_places
from kg.annotate.sameness import Person
from kg.annotate.slugs import fold, slug, unique
from kg.annotate.structure import regions
from kg.annotate.tokens import read_words
from kg.authority import AuthorityIndex
from kg.model import Candidate, Document, Found, Mention, Ref, Span


def find(document: Document, authority: AuthorityIndex) -> Found:
    """All names in a document, in the order of the text, and the candidates that some of them refer to.

    Known names come first, then those that the source tags, then those found by evidence; a stretch of text
    has one mention. A candidate one of whose forms is a form of the authority files is that entry.
    """
    known = find_mentions(document, authority)
    words = read_words(document.text, regions(document))
    persons = find_persons(document, words, known)
    taken: set[str] = set()
    mentions, candidates = list(known), []
    for person in sorted(persons.all, key=lambda one: one.first):
        ref = person.ref
        if ref is None:
            candidate = _candidate(document, person, taken)
            candidates.append(candidate)
            ref = candidate.ref
        mentions += _mentions(document, person, ref)
    for kind, named in (("group", find_groups(document, words)), ("place", find_places(document, words))):
        found, more = _things(document, kind, list(named), mentions, taken)
        candidates += found
        mentions += more
    return Found(_apart(mentions), tuple(candidates))


def _things(
    document: Document,
    kind: str,
    named: Sequence[tuple[Span, str, str]],
    before: Sequence[Mention],
    taken: set[str],
) -> tuple[list[Candidate], list[Mention]]:
    """Groups or places of one label are one candidate, or the entry that a known name of the label is."""
    free = Free(before)
    by_label: dict[str, list[tuple[Span, str, str]]] = {}
    refs: dict[str, Ref] = {}
    for span, label, rule in named:
        known = free.exact(span)
        if known is not None and known.ref.kind == kind:
            refs.setdefault(fold(label), known.ref)
        elif free.take(span):
            by_label.setdefault(fold(label), []).append((span, label, rule))
    candidates, mentions = [], []
    for key, found in by_label.items():
        ref = refs.get(key)
        if ref is None:
            forms = dict.fromkeys(" ".join(span.text.split()) for span, _, _ in found)
            label = _label([" ".join(span.text.split()) for span, _, _ in found], found[0][1])
            own = unique(slug(label, kind), taken)
            ordered = (label, *(form for form in forms if form != label))
            candidate = Candidate(kind, document.key, own, label, ordered, found[0][2])
            candidates.append(candidate)
            ref = candidate.ref
        mentions += [Mention(span, ref, rule) for span, _, rule in found]
    return candidates, mentions


def _label(forms: Sequence[str], known: str) -> str:
    """The lexicon's own name where the text has it, else the most frequent form, the longest of several."""
    times = Counter(forms)
    return known if known in times else max(times, key=lambda form: (times[form], len(form), form))


def _candidate(document: Document, person: Person, taken: set[str]) -> Candidate:
    namings = sorted(person.namings, key=lambda one: one.begin)
    label = max(namings, key=lambda one: (len(one.given), len(one.label))).label
    forms = dict.fromkeys([label, *(one.label for one in namings)])
    first = next((one for one in namings if one.rule not in {"again", "short-form"}), namings[0])
    role = next((one.role for one in namings if one.role), None)
    key = unique(slug(label, "person"), taken)
    return Candidate("person", document.key, key, label, tuple(forms), first.rule, role)


def _mentions(document: Document, person: Person, ref: Ref) -> list[Mention]:
    return [
        Mention(document.span(one.begin, one.end), ref, one.rule) for one in person.namings if one.ref is None
    ]


def _apart(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions without those that overlap one before them in rank, in the order of the text."""
    free = Free(())
    kept = [mention for mention in mentions if free.take(mention.span)]
    return tuple(sorted(kept, key=lambda mention: mention.span))
