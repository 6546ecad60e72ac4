"""A graph with its full paths -> the short cuts kg:saidBy, kg:reportedBy, kg:reporters.

Each is read from the CRM statements, never from the model, so that the two cannot disagree.
"""

from __future__ import annotations

from rdflib import RDF, XSD, Graph, Literal, URIRef

from kg.crm.dossier import Triples
from kg.iris import CRM, KG, kgv


def shortcuts(graph: Graph) -> Triples:
    """The short cuts of every saying in a graph."""
    for saying in sorted(s for s in graph.subjects(RDF.type, KG.Saying) if isinstance(s, URIRef)):
        yield from said_by(graph, saying)
        yield from reported_by(graph, saying)
        yield from reporters(graph, saying)


def said_by(graph: Graph, saying: URIRef) -> Triples:
    """P140i / P141 of the attributions with P177 said-by; none where the speaker is unclear."""
    for speaker in sorted(speakers(graph, saying)):
        yield saying, KG.saidBy, speaker


def reported_by(graph: Graph, saying: URIRef) -> Triples:
    """The speakers of the enclosing sayings (P148i), except the saying's own speakers."""
    outer = {s for enclosing in _enclosing(graph, saying) for s in speakers(graph, enclosing)}
    for reporter in sorted(outer - speakers(graph, saying)):
        yield saying, KG.reportedBy, reporter


def reporters(graph: Graph, saying: URIRef) -> Triples:
    """How many voices stand between a saying and the reader: distinct speakers along P148i+, not its own.

    Absent where the speaker is unclear.
    """
    own = speakers(graph, saying)
    if not own:
        return
    between: set[URIRef] = set()
    seen: set[URIRef] = {saying}
    todo = _enclosing(graph, saying)
    while todo:
        enclosing = todo.pop()
        if enclosing not in seen:
            seen.add(enclosing)
            between |= speakers(graph, enclosing)
            todo |= _enclosing(graph, enclosing)
    yield saying, KG.reporters, Literal(str(len(between - own)), datatype=XSD.integer)


def speakers(graph: Graph, saying: URIRef) -> set[URIRef]:
    """To whom a saying is ascribed, empty where the text leaves it open."""
    found: set[URIRef] = set()
    for attribution in graph.subjects(CRM["P140_assigned_attribute_to"], saying):
        ascribes = (attribution, CRM["P177_assigned_property_of_type"], kgv("said-by")) in graph
        unclear = (attribution, CRM["P2_has_type"], kgv("attribution-unclear")) in graph
        if ascribes and not unclear:
            found |= {o for o in graph.objects(attribution, CRM["P141_assigned"]) if isinstance(o, URIRef)}
    return found


def _enclosing(graph: Graph, saying: URIRef) -> set[URIRef]:
    return {
        outer
        for outer in graph.objects(saying, CRM["P148i_is_component_of"])
        if isinstance(outer, URIRef) and (outer, RDF.type, KG.Saying) in graph
    }
