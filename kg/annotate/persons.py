"""Document + known names -> Persons: who is named in it, by the evidence of the text itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.annotate.cores import Core, find_cores
from kg.annotate.lexicon import lexicon
from kg.annotate.names import BRACKET, is_second_form
from kg.annotate.naming import Naming, naming, split_name
from kg.annotate.sameness import Persons, nearest
from kg.annotate.structure import Stretch, field_names, header_parties, stretches
from kg.annotate.tokens import Word
from kg.annotate.weighing import Weights, accept, bracketed
from kg.model import Candidate, Document, Mention, Span

_NAMES = frozenset("GSUIWPC")


def find_persons(document: Document, words: Sequence[Word], known: Sequence[Mention]) -> Persons:
    """The persons of a document. known: mentions found before, whose bearers take part in who is who."""
    text = document.text
    tagged = _tagged(document, words, known)
    covered = sorted([(m.span.begin, m.span.end) for m in known] + [(one.begin, one.end) for one in tagged])
    cores = [core for core in find_cores(words) if not _covers(covered, words, core)]
    named = [*stretches(document), *_before_known(text, words, cores, known)]
    accepted = accept(text, words, cores, sorted(named, key=lambda stretch: stretch.begin))
    found = {n: _named(text, words, cores[n], own) for n, own in accepted.items()}
    seconds = _second_forms(text, found)
    inside = sorted((other.begin, other.end) for _, other in seconds)
    left = [n for n in range(len(cores)) if n not in found and not _covers(inside, words, cores[n])]
    names = [one for one in found.values() if not _overlaps(inside, one.begin, one.end)]
    headings = list(field_names(document))
    persons = Persons()
    namings = [*_known(known), *tagged, *(one for heading in headings for one in heading), *names]
    namings += [other for _, other in seconds]
    persons.add(one for one in namings if not one.bare)
    persons.join_spellings()
    persons.add(one for one in namings if one.bare)
    _tie(persons, [(heading[0], other) for heading in headings for other in heading[1:]])
    _tie(persons, seconds)
    _tie(persons, _in_brackets(text, namings))
    _recall(text, words, [cores[n] for n in left], persons)
    return persons


def _before_known(
    text: str, words: Sequence[Word], cores: Sequence[Core], known: Sequence[Mention]
) -> Iterator[Stretch]:
    """The cores behind which somebody known stands in brackets (Filippov [Stalin])."""
    persons = [mention.span for mention in known if mention.ref.kind == "person"]
    for core in cores:
        begin, end = words[core.first].begin, words[core.last - 1].end
        at = bisect_right(persons, end, key=lambda span: span.begin)
        if at < len(persons) and bracketed(text, end, persons[at].begin, persons[at].end):
            yield Stretch(begin, end, "bracket")


def _in_brackets(text: str, namings: Iterable[Naming]) -> Iterator[tuple[Naming, Naming]]:
    """Neighbours of which the second stands in brackets behind the first."""
    for one, other in pairwise(sorted(namings, key=lambda naming: naming.begin)):
        if bracketed(text, one.end, other.begin, other.end):
            yield one, other


def _second_forms(text: str, found: Mapping[int, Naming]) -> list[tuple[Naming, Naming]]:
    """Names with the other spelling that stands in brackets behind each, found by its likeness."""
    pairs_found = []
    for one in found.values():
        bracket = BRACKET.match(text, one.end)
        if bracket is None or one.bare:
            continue
        begin, end = bracket.span(1)
        other = text[begin:end].replace("\u2019", "'")
        if len(other.split()) > 1 and is_second_form(text[one.begin : one.end].replace("\u2019", "'"), other):
            pairs_found.append((one, _spelled(Span(begin, end, other), other.split(), "bracket", None)))
    return pairs_found


def _covers(covered: Sequence[tuple[int, int]], words: Sequence[Word], core: Core) -> bool:
    return _overlaps(covered, words[core.first].begin, words[core.last - 1].end)


def _overlaps(covered: Sequence[tuple[int, int]], begin: int, end: int) -> bool:
    at = bisect_right(covered, end - 1, key=lambda stretch: stretch[0]) - 1
    return at >= 0 and covered[at][1] > begin


def _named(text: str, words: Sequence[Word], core: Core, own: Weights) -> Naming:
    rule = max(own, key=lambda name: own[name], default="again")
    weight = own.get(rule, 0.0)
    return naming(text, words, core, rule if weight > 0 else "again", weight, _role(text, words, core))


def _role(text: str, words: Sequence[Word], core: Core) -> str | None:
    """What the title before a name says that he is, but for a mere form of address."""
    if core.title is None or not any(words[n].sort in "Ol" for n in range(*core.title)):
        return None
    first, last = (words[n] for n in (core.title[0], core.title[1] - 1))
    return " ".join(text[first.begin : last.end].split()).strip(" ,[](") or None


def _known(mentions: Sequence[Mention]) -> list[Naming]:
    return [
        _spelled(mention.span, mention.span.text.split(), mention.by, mention)
        for mention in mentions
        if mention.ref.kind == "person"
    ]


def _spelled(span: Span, forms: Sequence[str], rule: str, known: Mention | Candidate | None) -> Naming:
    given, family = split_name(forms)
    ref = None if known is None else known.ref
    return Naming(span.begin, span.end, " ".join(forms), given, family, rule, 1.0, ref=ref)


def _tagged(document: Document, words: Sequence[Word], known: Sequence[Mention]) -> list[Naming]:
    """The persons that the source marks up, each tied to the entry of its list where that is clear."""
    people = {person.key: person for person in document.people if person.kind == "person"}
    outside = {person.iri: person for person in people.values() if person.iri}
    listed = [(split_name(form.split()), person) for person in people.values() for form in person.forms]
    taken, header = {mention.span.begin for mention in known}, header_parties(document)
    found = []
    for tag in document.tagged:
        if tag.kind != "person" or tag.span.begin in taken:
            continue
        heads = any(span.begin <= tag.span.begin < span.end for span in header)
        inside = [w for w in words if tag.span.begin <= w.begin < tag.span.end]
        forms = [word.form for word in inside if word.sort in _NAMES]
        forms = _in_header(tag.span.text, forms) if heads else forms
        if forms:
            person = people.get(tag.key or "") or outside.get(tag.iri or "")
            one = _spelled(tag.span, forms, "tag", person or _listed(split_name(forms), listed))
            found.append(replace(one, label=" ".join(tag.span.text.split())) if heads else one)
    return found


def _in_header(name: str, forms: list[str]) -> list[str]:
    """The parts of a name in a header: a sign such as PN0001 whole, and 'Weber, Carl' as Carl Weber."""
    if any(sign.isdigit() for sign in name):
        return name.split()
    if name.count(",") == 1 and len(name.partition(",")[0].split()) == 1:
        return [*forms[1:], *forms[:1]]
    return forms


def _listed(
    name: tuple[tuple[str, ...], str], listed: Sequence[tuple[tuple[tuple[str, ...], str], Candidate]]
) -> Candidate | None:
    """The one person of the source's list who has these forenames and this family name."""
    fitting = {person.key: person for parts, person in listed if name[0] and parts == name}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _tie(persons: Persons, same: Iterable[tuple[Naming, Naming]]) -> None:
    """A name and the one in brackets behind it are one person."""
    holder = {id(one): person for person in persons.all for one in person.namings}
    for one, other in same:
        first, second = holder.get(id(one)), holder.get(id(other))
        if first is None or second is None or first is second:
            continue
        persons.join(first, second)
        holder.update({id(own): first for own in first.namings})


def _recall(text: str, words: Sequence[Word], left: Sequence[Core], persons: Persons) -> None:
    """The places where somebody found elsewhere is named again without any sign of it."""
    for core in left:
        if core.tail or (core.the and not _before_noun(words, core)):
            continue
        again = naming(text, words, core, "short-form", 0.3)
        person = nearest(persons.fitting(again), again)
        if person is not None and (not core.the or any(one.weight >= 1 for one in person.namings)):
            person.take(again)


def _before_noun(words: Sequence[Word], core: Core) -> bool:
    """Whether a name behind an article belongs to the noun after it (the Sato government)."""
    if core.last == len(words) or words[core.last].gap != " " or words[core.last].capital:
        return False
    lex = lexicon()
    return words[core.last].text not in lex.doing | lex.saying | lex.grammar["complement"]
