"""Statistics, dumps and settings -> the dataset description: DCAT 3, VoID, schema.org, SPARQL service.

Conforms to DCAT-AP 3.0.1. It stands in graph/dataset and in dataset.ttl, not in the dumps, whose checksums it
holds. All its nodes are IRIs under the dataset's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rdflib import Graph

from kg.dataset.catalogue import add_catalogue, add_dataset, add_distributions, add_sources
from kg.dataset.service import add_graphs, add_service
from kg.dataset.statistics import Statistics, statistics
from kg.dataset.void import add_linksets, add_statistics
from kg.dumps import Dump
from kg.iris import Iris
from kg.settings import Settings

__all__ = ["Described", "Statistics", "dataset_graph", "dataset_parts", "statistics"]

PART = 500
"""So many texts and graphs are described at once."""


@dataclass(frozen=True, slots=True)
class Described:
    """What is described: the release's id, its numbers, its dump files, the keys of its captured texts."""

    release: str
    statistics: Statistics
    dumps: Sequence[Dump]
    texts: Sequence[str]


def dataset_graph(described: Described, settings: Settings) -> Graph:
    """The statements of graph/dataset, without blank nodes. Reads no clock: dates come from the settings."""
    whole, *parts = dataset_parts(described, settings)
    for part in parts:
        whole += part
    return whole


def dataset_parts(described: Described, settings: Settings) -> Iterator[Graph]:
    """The same in parts: the dataset as such, then its texts and graphs, so many at a time."""
    iris = Iris(settings.base)
    graph = Graph(identifier=iris.graph("dataset"))
    add_catalogue(graph, iris, settings)
    add_dataset(graph, iris, settings, described.release, described.statistics.period)
    add_distributions(graph, iris, settings, described.dumps)
    add_statistics(graph, iris, described.statistics, described.dumps)
    add_linksets(graph, iris, described.statistics)
    add_service(graph, iris, settings)
    yield graph
    texts, sizes = described.texts, list(described.statistics.graphs.items())
    for begin in range(0, max(len(texts), len(sizes)), PART):
        graph = Graph(identifier=iris.graph("dataset"))
        add_sources(graph, iris, texts[begin : begin + PART])
        add_graphs(graph, iris, sizes[begin : begin + PART])
        yield graph
