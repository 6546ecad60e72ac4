"""Terms, concepts, profile, shapes and context."""

from __future__ import annotations

import pytest
from rdflib import Graph

from kg.release import Release
from tests.web.client import BROWSER, RDF, Client, triples


@pytest.mark.parametrize(("path", "file"), [("/ns", "kg"), ("/profile", "profile"), ("/vocab", "vocab")])
def test_the_ontology_in_every_format(client: Client, release: Release, path: str, file: str) -> None:
    source = (release.path / "ontology" / f"{file}.ttl").read_bytes()
    written = triples(source, "turtle")
    assert client.get(path, "text/turtle").content == source
    for extension, (media_type, syntax) in RDF.items():
        assert triples(client.get(path, media_type).content, syntax) == written
        assert triples(client.get(f"{path}.{extension}").content, syntax) == written
    page = client.get(path, BROWSER)
    assert page.status_code == 200
    assert client.get(f"{path}.pdf").status_code == 404


def test_every_term_of_ours_has_its_anchor(client: Client, release: Release) -> None:
    page = client.get("/ns.html").text
    graph = Graph().parse(release.path / "ontology" / "kg.ttl")
    terms = {str(s) for s in graph.subjects() if "ns#" in str(s)}
    assert len(terms) >= 15
    for term in terms:
        assert f'id="{term.rsplit("#", 1)[1]}"' in page


def test_concepts_answer_under_our_paths(client: Client) -> None:
    concept = "https://w3id.org/dispatch/vocab/mood/question"
    found = client.get("/vocab/mood/question", "text/turtle")
    assert (found.status_code, found.headers["Location"]) == (303, "/vocab/mood/question.ttl")
    said = triples(client.get("/vocab/mood/question.ttl").content, "turtle")
    assert any(subject == f"<{concept}>" for subject, _, _ in said)
    page = client.get("/vocab/mood/question.html").text
    assert "Mood of a saying" in page
    assert client.get("/vocab/", BROWSER).headers["Location"] == "/vocab"
    assert 'href="/vocab/mood/question"' in client.get("/vocab.html").text


def test_shapes(client: Client, release: Release) -> None:
    page = client.get("/shapes/", BROWSER)
    names = sorted(path.name for path in (release.path / "shapes").glob("*.ttl"))
    assert len(names) > 15
    for name in names:
        found = client.get(f"/shapes/{name}")
        assert found.headers["Content-Type"] == "text/turtle; charset=utf-8"
        assert found.content == (release.path / "shapes" / name).read_bytes()
        assert f"/shapes/{name}" in page.text
    everything = client.get("/shapes/", "text/turtle")
    assert everything.headers["Content-Location"] == "/shapes/all.ttl"
    assert len(Graph().parse(data=everything.content, format="turtle")) > 500
    assert client.get("/shapes", BROWSER).headers["Location"] == "/shapes/"
    assert client.get("/shapes/nothing.ttl").status_code == 404


def test_the_context(client: Client) -> None:
    found = client.get("/context.jsonld")
    assert found.headers["Content-Type"] == "application/ld+json"
    assert found.json()["@context"]["kg"] == "https://w3id.org/dispatch/ns#"
