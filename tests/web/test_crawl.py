"""A crawl: every IRI of ours in the N-Quads dump is followed to its end, where it must be described."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.iris import KGV_BASE
from kg.kinds import kind_of
from kg.release import Release
from tests.web.client import BASE, BROWSER, Client


@pytest.fixture(scope="module")
def dumped(release: Release) -> list[str]:
    """Every own IRI that stands anywhere in the dump: as subject, predicate, object or graph."""
    quads = ox.parse(path=release.path / "dumps" / "all.nq", format=ox.RdfFormat.N_QUADS)
    terms = {t for q in quads for t in (q.subject, q.predicate, q.object, q.graph_name)}
    iris = {term.value for term in terms if isinstance(term, ox.NamedNode)}
    return sorted(iri for iri in iris if iri.startswith((BASE, KGV_BASE)))


def path_of(iri: str) -> str:
    return (
        f"/vocab/{iri.removeprefix(KGV_BASE)}" if iri.startswith(KGV_BASE) else f"/{iri.removeprefix(BASE)}"
    )


def test_every_own_iri_of_the_dump_is_described_where_it_leads(client: Client, dumped: list[str]) -> None:
    assert len({kind_of(iri, BASE) for iri in dumped}) >= 20
    dead = []
    for iri in dumped:
        led = client.get(path_of(iri), "text/turtle")
        assert led.status_code == 303, iri
        end = client.get(led.headers["Location"])
        assert (end.status_code, end.headers["Content-Type"]) == (200, "text/turtle; charset=utf-8"), iri
        said = {quad.subject for quad in ox.parse(end.content, format=ox.RdfFormat.TURTLE)}
        graph = "/graph/" in iri or iri.endswith("/graph")
        if not (said if graph else ox.NamedNode(iri) in said):
            dead.append(iri)
    assert dead == []


def test_every_own_iri_of_the_dump_has_a_page(client: Client, dumped: list[str]) -> None:
    for iri in dumped:
        led = client.get(path_of(iri), BROWSER)
        end = client.get(led.headers["Location"]) if led.status_code == 303 else led
        assert end.status_code == 200, iri
        assert led.status_code == 303 or iri.endswith("/text"), iri
