"""A graph and the graphs around it -> the graph with everything in them that it leads to."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import Graph, Node, URIRef


def with_context(graph: Graph, context: Iterable[Graph]) -> Graph:
    """The statements of a graph, and those of the context about what it speaks of, directly or further on."""
    merged = Graph("SimpleMemory", bind_namespaces="none")
    for statement in graph:
        merged.add(statement)
    around = tuple(context)
    todo = _iris(graph) if around else set()
    seen: set[Node] = set()
    while todo:
        seen |= todo
        found: set[Node] = set()
        for node in todo:
            for other in around:
                for statement in other.triples((node, None, None)):
                    merged.add(statement)
                    found.update(statement)
        todo = {node for node in found - seen if isinstance(node, URIRef)}
    return merged


def _iris(graph: Graph) -> set[Node]:
    return {term for statement in graph for term in statement if isinstance(term, URIRef)}
