"""A document's named graph -> the tree of its voices."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from kg.iris import CRM, DCT, KG, KGV_BASE, OA, SCHEMA
from kg.statements import RDF_TYPE, RDFS_LABEL, Statements
from kg.voices.tree import Anchor, Attribution, DocumentVoices, Hedge, Node, Saying, Voice

Labels = Callable[[Collection[str]], Mapping[str, str]]

_SAID_BY, _ADDRESSED_TO = f"{KGV_BASE}said-by", f"{KGV_BASE}addressed-to"
_UNCLEAR, _NEGATIVE = f"{KGV_BASE}attribution-unclear", f"{KGV_BASE}polarity/negative"
_ASSIGNED_TO = str(CRM.P140_assigned_attribute_to)
_PART_OF = str(CRM.P148i_is_component_of)
_HAS_TYPE = str(CRM.P2_has_type)
_NOTE = str(CRM.P3_has_note)


def read_voices(graph: bytes | Statements, document: str, labels: Labels) -> DocumentVoices:
    """The voices of a document from its named graph (N-Triples or N-Quads).

    labels: IRIs -> the labels of those that have one, for what the graph itself does not label.
    """
    statements = graph if isinstance(graph, Statements) else Statements.parse(graph)
    return _Reader(statements, labels).read(document)


def read_anchor(statements: Statements, span: str) -> Anchor:
    """The place and the words of a span, read from its position selector; -1 where it has none."""
    begin, end = -1, -1
    for selector in statements.iris(span, str(OA.hasSelector)):
        if start := statements.text(selector, str(OA.start)):
            begin, end = int(start), int(statements.text(selector, str(OA.end)) or start)
    return Anchor(begin, end, statements.text(span, str(CRM.P190_has_symbolic_content)) or "", span)


class _Reader:
    """Reads the sayings of one graph; every node is made once."""

    def __init__(self, statements: Statements, labels: Labels) -> None:
        self._about = statements
        unlabelled = [iri for iri in statements.mentioned() if not statements.about(iri).get(RDFS_LABEL)]
        self._labels = labels(unlabelled)

    def read(self, document: str) -> DocumentVoices:
        inner: dict[str, list[str]] = {}
        for saying in self._about.of_type(str(KG.Saying)):
            for outer in self._about.iris(saying, _PART_OF):
                inner.setdefault(outer, []).append(saying)
        roots = self._sayings(inner.get(document, ()), inner, ())
        return DocumentVoices(document, self._node(document).label, roots)

    def _sayings(
        self, iris: Collection[str], inner: Mapping[str, list[str]], path: tuple[str, ...]
    ) -> tuple[Saying, ...]:
        found = (self._saying(iri, inner, (*path, iri)) for iri in iris if iri not in path)
        return tuple(sorted(found, key=lambda saying: (saying.begin, saying.iri)))

    def _saying(self, iri: str, inner: Mapping[str, list[str]], path: tuple[str, ...]) -> Saying:
        all_of_them = [self._attribution(a) for a in self._about.subjects(_ASSIGNED_TO, iri)]
        said = [a for a in all_of_them if a.property.iri == _SAID_BY]
        types = self._about.iris(iri, _HAS_TYPE)
        contents = [s for a in said for s in self._about.iris(a.iri, str(KG.contentSpan))]
        counted = self._about.text(iri, str(KG.reporters))
        return Saying(
            iri=iri,
            label=self._node(iri).label,
            voice=Voice(_unique(n for a in said for n in a.assigned), any(a.unclear for a in said)),
            addressees=_unique(n for a in all_of_them if a.property.iri == _ADDRESSED_TO for n in a.assigned),
            moods=tuple(self._node(t) for t in types if t.startswith(f"{KGV_BASE}mood/")),
            negative=_NEGATIVE in types,
            level=self._first(iri, str(KG.readingLevel)),
            content=tuple(sorted((read_anchor(self._about, s) for s in dict.fromkeys(contents)), key=_place)),
            cues=tuple(sorted({a.cue for a in said if a.cue}, key=_place)),
            hedges=tuple(sorted({a.hedge for a in said if a.hedge}, key=lambda h: _place(h.word))),
            attributions=tuple(all_of_them),
            conveys=self._nodes(iri, str(KG.conveys)),
            reporters=int(counted) if counted else None,
            document=str(CRM.E31_Document) in self._about.iris(iri, RDF_TYPE),
            note=self._about.text(iri, _NOTE),
            within=tuple(self._about.iris(iri, _PART_OF)),
            says=self._sayings(inner.get(iri, ()), inner, path),
            drafted_by=self._first(iri, str(DCT.creator)),
        )

    def _attribution(self, iri: str) -> Attribution:
        cue = self._about.iris(iri, str(KG.cueSpan))
        return Attribution(
            iri=iri,
            reporters=self._nodes(iri, str(CRM.P14_carried_out_by)),
            property=self._first(iri, str(CRM.P177_assigned_property_of_type)) or Node("", ""),
            assigned=self._nodes(iri, str(CRM.P141_assigned)),
            basis=self._first(iri, str(KG.basis)),
            level=self._first(iri, str(KG.readingLevel)),
            cue=read_anchor(self._about, cue[0]) if cue else None,
            hedge=self._hedge(iri),
            unclear=_UNCLEAR in self._about.iris(iri, _HAS_TYPE),
            note=self._about.text(iri, _NOTE),
            rule=self._first(iri, str(CRM.P33_used_specific_technique)),
        )

    def _hedge(self, iri: str) -> Hedge | None:
        kind, scope = self._first(iri, str(KG.hedge)), self._first(iri, str(KG.hedgeScope))
        words = self._about.iris(iri, str(KG.hedgeSpan))
        return Hedge(read_anchor(self._about, words[0]), kind, scope) if kind and scope and words else None

    def _node(self, iri: str) -> Node:
        own = self._about.text(iri, RDFS_LABEL, str(SCHEMA.name))
        return Node(iri, own or self._labels.get(iri) or iri.rsplit("/", 1)[-1].replace("-", " "))

    def _nodes(self, iri: str, predicate: str) -> tuple[Node, ...]:
        return tuple(self._node(found) for found in self._about.iris(iri, predicate))

    def _first(self, iri: str, predicate: str) -> Node | None:
        return next(iter(self._nodes(iri, predicate)), None)


def _unique(nodes: Iterator[Node]) -> tuple[Node, ...]:
    return tuple(dict.fromkeys(nodes))


def _place(anchor: Anchor) -> tuple[int, int]:
    return anchor.begin, -anchor.end
