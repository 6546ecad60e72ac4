"""Every syntax says the same, and says it the same way each time."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.statements import Statements
from kg.web.formats import JSON_LD, N_QUADS, RDF_FORMATS, TRIG, TURTLE, with_extension
from kg.web.jsonld import Compactor, cased
from kg.web.serialise import serialise
from kg.web.site import DocumentFacts, Site
from tests.web.client import RDF, D, read, triples

XSD = "http://www.w3.org/2001/XMLSchema#"
CONTEXT = {
    "@version": 1.1,
    "ex": "https://example.org/",
    "xsd": XSD,
    "id": "@id",
    "type": "@type",
    "Thing": "ex:Thing",
    "label": {"@id": "ex:label", "@language": "en"},
    "label_any": {"@id": "ex:label"},
    "knows": {"@id": "ex:knows", "@type": "@id"},
    "count": {"@id": "ex:count", "@type": "xsd:integer"},
    "known_by": {"@reverse": "ex:knows"},
    "names": {"@id": "ex:name", "@container": "@language"},
    "tags": {"@id": "ex:tag", "@container": "@set"},
    "steps": {"@id": "ex:step", "@container": "@list"},
}
A = "https://example.org/a"


def compact(lines: str, context: dict[str, object] | None = None) -> dict[str, object]:
    return Compactor(context or CONTEXT).document(Statements.parse(lines.encode()), A)


@pytest.mark.parametrize("extension", RDF)
def test_the_telegrams_graph_in_every_syntax(site: Site, telegram: DocumentFacts, extension: str) -> None:
    compactor, wanted = Compactor(site.context), with_extension(extension, RDF_FORMATS)
    assert wanted is not None
    body = serialise(telegram.statements, wanted, compactor, D)
    expected = triples(serialise(telegram.statements, N_QUADS, compactor), "nquads")
    assert len(expected) > 4000
    assert triples(body, RDF[extension][1]) == expected


@pytest.mark.parametrize("extension", RDF)
def test_order_of_the_statements_does_not_show(site: Site, telegram: DocumentFacts, extension: str) -> None:
    wanted = with_extension(extension, RDF_FORMATS)
    assert wanted is not None
    quads = list(telegram.statements.quads)[:300]
    shuffled = random.Random(7).sample(quads, len(quads))  # noqa: S311 - an order, no secret
    compactor = Compactor(site.context)
    assert serialise(Statements(quads), wanted, compactor) == serialise(
        Statements(shuffled), wanted, compactor
    )


def test_named_graphs_stay_apart_where_the_syntax_has_them(site: Site) -> None:
    lines = f'<{A}> <{A}> "1" <{A}/g> .\n<{A}> <{A}> "1" <{A}/h> .\n'
    statements = Statements.parse(lines.encode())
    compactor = Compactor(site.context)
    for wanted in (TRIG, N_QUADS):
        found = read(serialise(statements, wanted, compactor), RDF[wanted.extension][1])
        assert len(list(found.quads())) == 2
    assert serialise(statements, TURTLE, compactor).count(b'"1"') == 1


def test_only_prefixes_in_use_and_the_asked_one_first(site: Site) -> None:
    lines = "".join(
        f'<{iri}> <http://www.w3.org/2000/01/rdf-schema#label> "x" .\n' for iri in (f"{D}/a", f"{D}/b")
    )
    body = serialise(Statements.parse(lines.encode()), TURTLE, Compactor(site.context), f"{D}/b").decode()
    assert body.count("@prefix") == 1
    assert body.index(f"{D}/b") < body.index(f"{D}/a")


def test_terms_of_the_context() -> None:
    found = compact(
        f"""<{A}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://example.org/Thing> .
<{A}> <https://example.org/label> "one"@en .
<{A}> <https://example.org/label> "eins"@de .
<{A}> <https://example.org/label> "하나"@ko-Hang .
<{A}> <https://example.org/label> "plain" .
<{A}> <https://example.org/knows> <https://example.org/b> .
<{A}> <https://example.org/knows> <https://elsewhere.example/b> .
<{A}> <https://example.org/count> "007"^^<{XSD}integer> .
<{A}> <https://example.org/count> "7"^^<{XSD}byte> .
<{A}> <https://example.org/other> "x"^^<https://example.org/type> .
"""
    )
    assert {key: value for key, value in found.items() if key != "@context"} == {
        "id": "ex:a",
        "type": "Thing",
        "label": "one",
        "label_any": [
            {"@value": "eins", "@language": "de"},
            {"@value": "하나", "@language": "ko-Hang"},
            "plain",
        ],
        "knows": ["ex:b", "https://elsewhere.example/b"],
        "count": "007",
        "ex:count": {"@value": "7", "@type": "xsd:byte"},
        "ex:other": {"@value": "x", "@type": "ex:type"},
    }


def test_containers_of_the_context() -> None:
    lines = f"""<{A}> <https://example.org/name> "one"@en .
<{A}> <https://example.org/name> "un"@fr .
<{A}> <https://example.org/name> "une"@fr .
<{A}> <https://example.org/name> "1" .
<{A}> <https://example.org/tag> "only" .
<{A}> <https://example.org/step> "first" .
"""
    found = compact(lines)
    assert {key: value for key, value in found.items() if key != "@context"} == {
        "id": "ex:a",
        "names": {"en": "one", "fr": ["un", "une"]},
        "ex:name": "1",
        "tags": ["only"],
        "ex:step": "first",
    }
    assert triples(json.dumps(found).encode(), "json-ld") == triples(lines.encode(), "nt")


def test_the_context_is_cut_down_to_what_is_used() -> None:
    found = compact(f"<{A}> <https://example.org/knows> <{A}> .\n")
    assert found["@context"] == {
        "ex": "https://example.org/",
        "id": "@id",
        "knows": {"@id": "ex:knows", "@type": "@id"},
    }


def test_several_nodes_stand_in_a_graph_with_the_asked_one_first() -> None:
    found = compact(
        "<https://example.org/0> <https://example.org/knows> <https://example.org/a> .\n"
        "<https://example.org/a> <https://example.org/knows> <https://example.org/0> .\n"
    )
    graph = found["@graph"]
    assert isinstance(graph, list)
    assert [node["id"] for node in graph] == ["ex:a", "ex:0"]


def test_a_default_language_does_not_touch_plain_strings() -> None:
    lines = f'<{A}> <https://example.org/p> "plain" .\n<{A}> <https://example.org/p> "word"@en .\n'
    context = {"@language": "en", "ex": "https://example.org/"}
    found = compact(lines, context)  # type: ignore[arg-type]
    assert found["ex:p"] == ["word", {"@value": "plain"}] or found["ex:p"] == [{"@value": "plain"}, "word"]
    body = json.dumps(found).encode()
    assert triples(body, "json-ld") == triples(lines.encode(), "nt")


def test_language_tags_in_their_usual_case() -> None:
    assert [cased(tag) for tag in ("ko-hang", "en-gb", "zh-hant-tw", "RU")] == [
        "ko-Hang", "en-GB", "zh-Hant-TW", "ru",
    ]  # fmt: skip


def test_the_served_context_reads_what_is_written_with_it(site: Site, telegram: DocumentFacts) -> None:
    """Our own compaction, expanded by another implementation, with the whole context in place of ours."""
    body = json.loads(serialise(telegram.statements, JSON_LD, Compactor(site.context), D))
    whole = json.loads(Path(site.release.path / "ontology" / "context.jsonld").read_text(encoding="utf-8"))
    body["@context"] = whole["@context"]
    expected = triples(serialise(telegram.statements, N_QUADS, Compactor(site.context)), "nquads")
    assert triples(json.dumps(body).encode(), "json-ld") == expected


_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
_QUOTED = _TEXT.map(lambda text: json.dumps(text, ensure_ascii=False))
_LITERAL = st.one_of(
    _QUOTED,
    st.builds("{}@{}".format, _QUOTED, st.sampled_from(["en", "de", "ko-Hang"])),
    st.builds('"{}"^^<{}{}>'.format, st.integers(), st.just(XSD), st.sampled_from(["integer", "decimal"])),
    st.sampled_from(["<https://example.org/b>", "<https://example.org/Thing>", "<urn:x:y>"]),
)


@given(
    st.lists(
        st.tuples(st.sampled_from(["label", "knows", "count", "name", "tag", "p"]), _LITERAL),
        min_size=1,
        max_size=8,
    )
)
def test_any_statements_come_back_from_json_ld(pairs: list[tuple[str, str]]) -> None:
    lines = "".join(f"<{A}> <https://example.org/{name}> {term} .\n" for name, term in pairs)
    body = json.dumps(compact(lines), ensure_ascii=False).encode()
    assert triples(body, "json-ld") == triples(lines.encode(), "nt")
