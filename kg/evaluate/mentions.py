"""Mentions of a draft + clusters of the gold -> who is found where, and who is meant by whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.evaluate.counts import Count, Fault, Judged, Measures, largest_first
from kg.evaluate.gold import Cluster, Gold
from kg.model import Candidate, Mention, Reading, Ref, Span

Placed = tuple[str, Span]


def judge_mentions(gold: Gold, mentions: Sequence[Mention]) -> Judged:
    """Compare the mentions of the kinds that the gold judges.

    'persons' counts those whose span overlaps a name's, one to one; 'persons.identity' of these only the
    ones whose reference is the one that most of the person's names have, one to one.
    """
    counts: dict[str, Count] = {}
    faults: list[Fault] = []
    for kind in gold.judged:
        clusters = [cluster for cluster in gold.clusters if cluster.kind == kind]
        names = [(cluster.id, span) for cluster in clusters for span in cluster.names]
        free = [span for cluster in clusters for span in cluster.also]
        given = [(str_ref(one.ref), one.span) for one in mentions if one.ref.kind == kind]
        pairs = pair_up(names, given)
        taken = {other for _, other in pairs}
        counted = [n for n, (_, span) in enumerate(given) if n in taken or not _touches(span, free)]
        same = _same(names, given, pairs)
        counts[f"{kind}s"] = Count(len(pairs), len(counted), len(names))
        counts[f"{kind}s.identity"] = Count(len(same), len(counted), len(names))
        faults += _faults(f"{kind}s", names, [given[n] for n in counted if n not in taken], pairs)
        faults += _mistaken(f"{kind}s.identity", names, given, [p for p in pairs if p not in same])
    return Judged(Measures(counts, {}), tuple(faults))


def str_ref(ref: Ref) -> str:
    """A reference as 'person/kang', or 'person/page:kang' for one under a document."""
    return f"{ref.kind}/{ref.owner}:{ref.key}" if ref.owner else f"{ref.kind}/{ref.key}"


def unnamed(reading: Reading) -> frozenset[Ref]:
    """The speakers of a reading whom the text does not name: they are nobody."""
    return frozenset(one.ref for one in reading.candidates if one.rule == "saying-unnamed")


def pair_up(names: Sequence[Placed], given: Sequence[Placed]) -> list[tuple[int, int]]:
    """Pairs of overlapping spans, each span in one at most, the longest overlaps first."""
    shared = sorted(
        (-overlap(one, other), n, m)
        for n, (_, one) in enumerate(names)
        for m, (_, other) in enumerate(given)
        if overlap(one, other)
    )
    left: dict[int, int] = {}
    for _, n, m in shared:
        if n not in left and m not in left.values():
            left[n] = m
    return sorted(left.items())


def overlap(one: Span, other: Span) -> int:
    """How many code points two spans share."""
    return max(0, min(one.end, other.end) - max(one.begin, other.begin))


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(overlap(span, other) for other in others)


def _same(
    names: Sequence[Placed], given: Sequence[Placed], pairs: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The pairs of a cluster and the reference that is taken for it."""
    partner = largest_first(Counter((names[n][0], given[m][0]) for n, m in pairs))
    return [(n, m) for n, m in pairs if partner.get(names[n][0]) == given[m][0]]


def _faults(
    name: str, names: Sequence[Placed], false: Sequence[Placed], pairs: Sequence[tuple[int, int]]
) -> list[Fault]:
    found = {n for n, _ in pairs}
    missed = [one for n, one in enumerate(names) if n not in found]
    return [
        *(Fault(name, "missed", span.text, span, cluster) for cluster, span in missed),
        *(Fault(name, "false", span.text, span, ref) for ref, span in false),
    ]


def _mistaken(
    name: str, names: Sequence[Placed], given: Sequence[Placed], pairs: Sequence[tuple[int, int]]
) -> list[Fault]:
    return [
        Fault(name, "wrong", given[m][1].text, given[m][1], f"{given[m][0]} for {names[n][0]}")
        for n, m in pairs
    ]


def denoted(gold: Gold, mentions: Sequence[Mention], candidates: Sequence[Candidate]) -> dict[Ref, str]:
    """Whom each reference of a draft means: the cluster that most of its mentions stand on.

    A reference without such a mention is the cluster of the same key, or the one that is written so.
    """
    weights: dict[Ref, Counter[str]] = {}
    for mention in mentions:
        for cluster in gold.clusters:
            if _touches(mention.span, (*cluster.names, *cluster.also)):
                weights.setdefault(mention.ref, Counter())[cluster.id] += 1
    found = {ref: min(ids, key=lambda one: (-ids[one], one)) for ref, ids in weights.items()}
    for candidate in candidates:
        written = _written(gold.clusters, candidate)
        if candidate.ref not in found and written is not None:
            found[candidate.ref] = written
    return found


def _written(clusters: Sequence[Cluster], candidate: Candidate) -> str | None:
    forms = {_plain(form) for form in (candidate.label, *candidate.forms)}
    for cluster in clusters:
        if forms & {_plain(span.text) for span in (*cluster.names, *cluster.also)}:
            return cluster.id
    return None


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold().removeprefix("the ")
