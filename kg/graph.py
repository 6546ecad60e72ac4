"""Document, reading, mentions and authority -> one named graph; authority, links, vocabulary -> theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from rdflib import OWL, Graph, URIRef

from kg.authority import AuthorityIndex
from kg.crm.authorities import authority_entry, e13_identification, e74_editors
from kg.crm.candidates import candidates as candidates_of
from kg.crm.content import content
from kg.crm.copies import copies, print_sources
from kg.crm.dossier import Dossier, Triples, described
from kg.crm.edition import edition
from kg.crm.events import events
from kg.crm.markings import markings
from kg.crm.provenance import provenance
from kg.crm.record import d1_text, e13_language, e31_document, e33_translation, e73_publication
from kg.crm.record_events import record_events
from kg.crm.sayings import sayings
from kg.crm.shortcuts import shortcuts
from kg.crm.spans import insertions, mentions
from kg.iris import PROV, SCHEMA, SKOS, Iris
from kg.iris.prefixes import PREFIXES
from kg.model import Candidate, Document, Mapping, Mention, Reading
from kg.schemaorg import derived, stated

EDITORS = "Editors of the dataset"


def document_graph(
    document: Document,
    reading: Reading | None,
    found: Sequence[Mention],
    authority: AuthorityIndex,
    iris: Iris,
    zones: tuple[str, ...],
    candidates: Sequence[Candidate] = (),
) -> Graph:
    """All statements made from one document, in the graph named document/{key}/graph.

    reading: None where nobody has read the document yet; then it has no sayings and no events but
    those of its own history. found: the mentions in its text. zones: UTC offsets such as '+03:00'.
    candidates: who is known from this document or its volume alone; those of the reading come before them.
    Raises ReadingError for a date without bounds and for a term outside the profile.
    """
    known = {one.ref: one for one in (*candidates, *(reading.candidates if reading else ()))}
    dossier = Dossier(document, reading, tuple(found), authority, iris, zones, tuple(known.values()))
    graph = _new_graph(dossier.d.graph)
    for statements in (
        e31_document, e33_translation, d1_text, e73_publication, e13_language, copies, print_sources,
        record_events, events, sayings, content, mentions, insertions, markings, candidates_of, edition,
        provenance, stated.of_page,
    ):  # fmt: skip
        _add(graph, statements(dossier))
    _add(graph, shortcuts(graph))
    _add(graph, derived.classes(graph))
    for derive in (derived.texts, derived.parties, derived.contents):
        _add(graph, derive(graph, dossier))
    for read_off in (derived.copies, derived.quotes, derived.happenings, derived.names):
        _add(graph, read_off(graph))
    return graph


def authority_graph(authority: AuthorityIndex, iris: Iris, editors: str = EDITORS) -> Graph:
    """Persons, groups, places, events and roles that documents share, in graph/authority."""
    node = iris.graph("authority")
    graph = _new_graph(node)
    _add(graph, described(node, "Who and what the documents speak of", PROV.Entity))
    _add(graph, e74_editors(iris, editors))
    _add(graph, stated.of_editors(iris, editors))
    for entry in authority:
        _add(graph, authority_entry(iris, entry))
        _add(graph, stated.of_authority(iris, entry))
    return graph


def links_graph(mappings: Iterable[Mapping], iris: Iris, *, owl_same_as: bool = False) -> Graph:
    """The accepted mappings in graph/links: the predicate of each, and schema:sameAs for exact ones.

    owl_same_as: whether an exact match is stated as owl:sameAs too. A mapping that says who an unnamed
    person was goes with the editors' statement of it, and the evidence.
    """
    node = iris.graph("links")
    graph = _new_graph(node)
    _add(graph, described(node, "Links to other authorities", PROV.Entity))
    for mapping in mappings:
        subject, object_ = iris.shared(*mapping.subject), URIRef(mapping.object)
        # owl:sameAs makes one node of two authorities' records: unless asked for, it is an exact match only.
        predicate = SKOS.exactMatch if mapping.predicate == str(OWL.sameAs) else URIRef(mapping.predicate)
        graph.add((subject, predicate, object_))
        if predicate == SKOS.exactMatch:
            graph.add((subject, SCHEMA.sameAs, object_))
            if owl_same_as:
                graph.add((subject, OWL.sameAs, object_))
        if mapping.identifies:
            _add(graph, e13_identification(iris, mapping, predicate))
    return graph


def vocabulary_graph(ontology: Path, iris: Iris) -> Graph:
    """Our terms and concepts, the languages and units, in graph/vocabulary.

    Raises what rdflib raises for a file that is not Turtle: ontology/ is part of the software.
    """
    node = iris.graph("vocabulary")
    graph = _new_graph(node)
    _add(graph, described(node, "Terms and concepts of the data", PROV.Entity))
    for name in ("kg.ttl", "vocab.ttl"):
        graph.parse(ontology / name, format="turtle")
    return graph


def _new_graph(name: URIRef) -> Graph:
    graph = Graph("SimpleMemory", identifier=name, bind_namespaces="none")  # tells nobody of what is added
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph


def _add(graph: Graph, statements: Triples) -> None:
    for statement in list(statements):
        graph.add(statement)
