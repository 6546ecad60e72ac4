from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from kg.errors import ReadingError, SettingError
from kg.iris import (
    CITO,
    CRM,
    CRMDIG,
    CRMINF,
    DCT,
    FOAF,
    KG,
    KGV_BASE,
    LANGUAGES,
    OA,
    PROV,
    SCHEMA,
    SKOS,
    STANDARDS,
    Iris,
    checked_key,
    duration_of,
    kgv,
    language,
    name_of,
    position_of,
    quote_of,
    time_of,
)
from kg.model import Ref

BASE = "https://example.org/kg/"
IRIS = Iris(BASE)
D = IRIS.document("telegram-1258")
CLOSED = {
    "CRM": CRM,
    "CRMINF": CRMINF,
    "CRMDIG": CRMDIG,
    "SCHEMA": SCHEMA,
    "OA": OA,
    "CITO": CITO,
    "PROV": PROV,
    "SKOS": SKOS,
    "DCT": DCT,
    "FOAF": FOAF,
    "KG": KG,
}


def test_iris_of_the_model() -> None:
    expected = {
        "document/telegram-1258": D.document,
        "document/telegram-1258/graph": D.graph,
        "document/telegram-1258/text": D.text,
        "document/telegram-1258/translation/en": D.translation("en"),
        "document/telegram-1258/publication": D.publication,
        "document/telegram-1258/publication/title": D.publication_part("title"),
        "document/telegram-1258/copy/tsamo-rf": D.copy("tsamo-rf"),
        "document/telegram-1258/identifier/call-number-1/fond": D.identifier("call-number-1", "fond"),
        "document/telegram-1258/span/390-488": D.span(390, 488),
        "document/telegram-1258/span/390-488/position": position_of(D.span(390, 488)),
        "document/telegram-1258/span/390-488/quote": quote_of(D.span(390, 488)),
        "document/telegram-1258/saying/mao": D.saying("mao"),
        "document/telegram-1258/attribution/afraid-1": D.attribution("afraid-1"),
        "document/telegram-1258/assignment/role-x": D.assignment("role-x"),
        "document/telegram-1258/proposition/purpose": D.proposition("purpose"),
        "document/telegram-1258/proposal/wait": D.proposal("wait"),
        "document/telegram-1258/event/visit": D.event("visit"),
        "document/telegram-1258/event/visit/time": time_of(D.event("visit")),
        "document/telegram-1258/event/visit/time/duration": duration_of(time_of(D.event("visit"))),
        "document/telegram-1258/belief/purpose": D.belief("purpose"),
        "document/telegram-1258/reading": D.reading,
        "document/telegram-1258/conversion": D.conversion,
        "person/heo-gai": IRIS.shared("person", "heo-gai"),
        "person/heo-gai/name/2": name_of(IRIS.shared("person", "heo-gai"), 2),
        "group/editors": IRIS.editors,
        "graph/authority": IRIS.graph("authority"),
        "person/a/identification/Q1": IRIS.identification("person", "a", "http://www.wikidata.org/entity/Q1"),
        "software/dispatch-0.1.0": IRIS.software("0.1.0"),
        "software/converter-wilson-1": IRIS.converter("wilson", "1"),
        "dataset": IRIS.dataset,
        "catalog": IRIS.catalog,
        "sparql": IRIS.sparql,
        "dumps/all.nq.gz": IRIS.dump("all.nq.gz"),
    }
    for path, iri in expected.items():
        assert iri == URIRef(BASE + path)


def test_references_lead_into_the_document_or_to_what_documents_share() -> None:
    assert IRIS.ref(D, Ref("saying", "mao")) == D.saying("mao")
    assert IRIS.ref(D, Ref("local-event", "visit")) == D.event("visit")
    assert IRIS.ref(D, Ref("event", "visit")) == IRIS.shared("event", "visit")
    assert IRIS.ref(D, Ref("proposal", "wait")) == D.proposal("wait")
    assert IRIS.ref(D, Ref("proposition", "purpose")) == D.proposition("purpose")


@pytest.mark.parametrize("key", ["", ".", "..", "a/b", "a b", "a#b", "a?b", "-a", "_a", "a\n", "a..b", "<a>"])
def test_what_cannot_stand_in_a_path_is_no_key(key: str) -> None:
    with pytest.raises(SettingError, match="cannot be a key"):
        checked_key(key)


@given(st.from_regex(r"[^\W_][\w.~-]*", fullmatch=True).filter(lambda key: ".." not in key))
def test_every_key_makes_one_path_segment_that_no_other_key_makes(key: str) -> None:
    iri = str(IRIS.shared("person", key))
    segment = iri.removeprefix(BASE + "person/")
    assert segment
    assert segment.isascii()
    assert not set(segment) & set('/#? <>"{}|\\^`')
    assert checked_key(key) == segment


def test_concepts_are_minted_part_by_part() -> None:
    assert kgv("mood/question") == URIRef(KGV_BASE + "mood/question")
    with pytest.raises(SettingError):
        kgv("mood/")


def test_languages_by_tag() -> None:
    assert str(language("ko-Hang")).endswith("/kor")
    assert str(language("RU")).endswith("/rus")
    with pytest.raises(ReadingError, match="'xx'"):
        language("xx")
    assert len({one.code for one in LANGUAGES.values()}) == len(LANGUAGES)


def test_the_namespaces_are_closed() -> None:
    for wrong in (
        "P131_is_identified_by",
        "P149_is_identified_by",
        "E82_Actor_Appellation",
        "P148i_forms_part_of",
    ):
        with pytest.raises(KeyError):
            CRM[wrong]
    with pytest.raises(AttributeError):
        KG.hedged  # noqa: B018


def terms(path: Path) -> set[tuple[str, str]]:
    """Every term that a module asks our namespaces for: CRM["..."], SCHEMA.name, all branches of a choice."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    ours = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("kg.iris")
        for alias in node.names
        if alias.name in CLOSED
    }
    found: set[tuple[str, str]] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Subscript) and isinstance(node.value, ast.Name):
            if node.value.id not in ours:
                continue
            asked = [node.attr] if isinstance(node, ast.Attribute) else names(node.slice)
            found |= {(node.value.id, name) for name in asked}
    return found


def names(expression: ast.expr) -> list[str]:
    """The texts that an expression may come to; those that a condition only compares with are left out."""
    if isinstance(expression, ast.IfExp):
        return [*names(expression.body), *names(expression.orelse)]
    return [expression.value] if isinstance(expression, ast.Constant) else []


def test_every_term_in_the_code_is_in_its_closed_namespace(root: Path) -> None:
    used = {term for path in (root / "kg").rglob("*.py") for term in terms(path)}
    assert ("CRM", "P148i_is_component_of") in used
    assert ("SCHEMA", "sha256") in used
    for namespace, name in sorted(used):
        assert str(CLOSED[namespace][name]).endswith(name)


def test_every_namespace_of_a_standard_is_looked_at() -> None:
    assert set(STANDARDS) == set(CLOSED.values()) - {KG}


def test_a_term_outside_would_be_seen(tmp_path: Path) -> None:
    path = tmp_path / "wrong.py"
    code = 'from kg.iris import CRM, KG\nx = CRM["P1" if a == "no" else "P2"], KG.nothing, SKOS.any\n'
    path.write_text(code, encoding="utf-8")
    assert terms(path) == {("CRM", "P1"), ("CRM", "P2"), ("KG", "nothing")}
