"""What the lookup answers about IRIs, graphs, kinds and texts."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kg.errors import ReleaseError
from kg.release import Release
from kg.stores.resources import Resources
from tests.made import BASE, IRIS, TEXT, D

ANNA = f"{BASE}person/anna"
NOTE = '"two \\"lines\\"\\nof Корея & <tags>\\t"@en-gb'


@pytest.fixture
def resources(release: Release) -> Iterator[Resources]:
    opened = Resources(release.path / "resources.sqlite")
    yield opened
    opened.close()


def test_a_resource_is_told_whole(resources: Resources) -> None:
    anna = resources.get(ANNA)
    assert anna is not None
    assert (anna.iri, anna.label, anna.kind) == (ANNA, "Anna", "person")
    assert anna.types == ("http://www.cidoc-crm.org/cidoc-crm/E21_Person",)
    lines = anna.outgoing.decode().splitlines()
    assert len(lines) == 5
    assert all(line.startswith(f"<{ANNA}> ") and line.endswith(" .") for line in lines)
    assert {line.split()[-2] for line in lines} == {
        f"<{graph}>" for graph in (D.graph, IRIS.graph("authority"), IRIS.graph("links"))
    }


def test_literals_keep_their_written_form(resources: Resources) -> None:
    document, time = resources.get(D.document), resources.get(f"{D.event('rain')}/time")
    assert document is not None
    assert NOTE in document.outgoing.decode()
    assert time is not None
    assert '"1.50"^^<http://www.w3.org/2001/XMLSchema#decimal>' in time.outgoing.decode()
    assert '"1950-09-21T00:00:00+09:00"' in time.outgoing.decode()


def test_what_points_at_a_resource_is_bounded_and_counted(resources: Resources) -> None:
    anna = resources.get(ANNA)
    assert anna is not None
    assert len(anna.incoming.splitlines()) == 2000
    assert anna.incoming_total == 20_001
    time = resources.get(f"{D.event('rain')}/time")
    assert time is not None
    assert (len(time.incoming.splitlines()), time.incoming_total) == (1, 1)


def test_an_iri_that_is_only_pointed_at_is_known(resources: Resources) -> None:
    span = resources.get(f"{BASE}document/note-1/publication")
    assert span is not None  # the dataset description names it
    assert (span.outgoing, span.kind, span.label) == (b"", "publication", None)
    wikidata = resources.get("http://www.wikidata.org/entity/Q1")
    assert wikidata is not None  # a link leads there
    assert (wikidata.outgoing, wikidata.kind) == (b"", "other")
    assert f"<{BASE}person/anna>".encode() in wikidata.incoming
    assert resources.get("http://www.wikidata.org/entity/Q2") is None
    assert resources.get(f"{BASE}person/nobody") is None


def test_the_dataset_description_is_in_it(resources: Resources) -> None:
    dataset, graph = resources.get(IRIS.dataset), resources.graph(IRIS.graph("dataset"))
    assert dataset is not None
    assert (dataset.label, dataset.kind) == ("Notes", "dataset")
    assert graph is not None
    assert f"<{IRIS.dataset}> <http://purl.org/dc/terms/title>" in graph.decode()


def test_labels_kinds_and_listings(resources: Resources) -> None:
    iris = [ANNA, D.document, f"{BASE}person/nobody", *(D.span(n, n + 1) for n in range(1200))]
    assert resources.labels(iris) == {ANNA: "Anna", str(D.document): "Note 1"}
    assert [(found.iri, found.label) for found in resources.listing("person")] == [(ANNA, "Anna")]
    assert resources.listing("person")[0].types == ("http://www.cidoc-crm.org/cidoc-crm/E21_Person",)
    assert resources.listing("nothing") == []
    kinds = resources.kinds()
    assert (kinds["person"], kinds["document"], kinds["event"], kinds["time"]) == (1, 1, 1, 1)
    assert kinds["span"] == 20_001


def test_graphs(resources: Resources, release: Release) -> None:
    assert resources.graphs() == release.manifest["graphs"]
    links = resources.graph(IRIS.graph("links"))
    match = "<http://www.w3.org/2004/02/skos/core#exactMatch> <http://www.wikidata.org/entity/Q1>"
    assert links == f"<{ANNA}> {match} .\n".encode()
    assert resources.graph(f"{BASE}graph/none") is None


def test_texts(resources: Resources) -> None:
    text = resources.text(D.document)
    assert text is not None
    assert (text.document, text.key) == (str(D.document), "note-1")
    assert text.sha256 == hashlib.sha256(TEXT).hexdigest()
    assert resources.text(f"{BASE}document/none") is None


def test_many_threads_read_one_lookup(resources: Resources) -> None:
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(resources.get, [ANNA, D.document] * 100))
    assert [resource.label for resource in found if resource] == ["Anna", "Note 1"] * 100


def test_it_cannot_be_written(resources: Resources) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        resources._rows("DELETE FROM graph")


@pytest.mark.parametrize("content", [None, b"no database at all, but long enough to be looked at" * 20])
def test_a_lookup_that_cannot_be_opened(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "resources.sqlite"
    if content:
        path.write_bytes(content)
    with pytest.raises(ReleaseError, match=r"cannot be opened.*Run 'kg build'"):
        Resources(path)
