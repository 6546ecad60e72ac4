"""The store takes every statement, and what it holds equal is counted once and for a reason."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDFS, XSD, Graph, Literal, URIRef

from kg.errors import ReleaseError
from kg.store import write_store
from tests.made import gathered, made_graphs

A, G, H = (URIRef(f"https://example.org/{name}") for name in "agh")


def test_each_graph_and_all_merged(tmp_path: Path) -> None:
    quads = gathered(made_graphs(), tmp_path / "quads")
    assert write_store(tmp_path / "store", quads) == quads.size + quads.merged
    assert len(ox.Store.read_only(str(tmp_path / "store"))) == quads.size + quads.merged
    assert {path.name for path in tmp_path.iterdir()} == {"quads", "store"}


def test_values_that_the_engine_holds_equal_become_one(tmp_path: Path) -> None:
    one, other = Graph(), Graph()
    for form in ("1.5", "1.50", "1.500"):
        one.add((A, RDFS.label, Literal(form, datatype=XSD.decimal)))
    other.add((A, RDFS.label, Literal("1.50", datatype=XSD.decimal)))
    quads = gathered({G: one, H: other}, tmp_path / "quads")
    assert (quads.size, quads.merged) == (4, 3)
    assert write_store(tmp_path / "store", quads) == 2 + 1


def test_a_store_that_lost_something_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quads = gathered(made_graphs(), tmp_path / "quads")
    monkeypatch.setattr("kg.store.triple_lines", lambda lines: iter(list(lines)[1:]))
    with pytest.raises(ReleaseError, match="the store took"):
        write_store(tmp_path / "store", quads)
