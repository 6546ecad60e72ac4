"""What things are called on a page."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from kg.errors import ReleaseError
from kg.kinds import KINDS
from kg.web.filters import host, size, written_out
from kg.web.site import COLLECTIONS, Recent, Site
from kg.web.wording import KIND_NAMES, read_wording

CRM = "http://www.cidoc-crm.org/cidoc-crm/"


def test_every_kind_has_a_name() -> None:
    assert set(KINDS) <= set(KIND_NAMES)
    assert set(COLLECTIONS) <= set(KINDS)


def test_terms_as_the_ontology_calls_them_or_spelt_out(site: Site) -> None:
    assert site.wording.label(f"{CRM}P14_carried_out_by") == "carried out by"
    assert site.wording.label("https://w3id.org/dispatch/ns#saidBy") == "said by"
    assert site.wording.label("https://schema.org/actionStatus") == "action status"
    assert site.wording.label("https://example.org/vocab#hasTheTerm") == "has the term"
    assert "ascribed" in (site.wording.definition("https://w3id.org/dispatch/ns#saidBy") or "")
    assert site.wording.definition("https://example.org/nothing") is None


def test_short_forms(site: Site) -> None:
    assert site.wording.curie(f"{CRM}E21_Person") == "crm:E21_Person"
    assert site.wording.curie("https://w3id.org/dispatch/vocab/mood/question") == "kgv:mood/question"
    assert site.wording.curie("https://example.org/x") == "https://example.org/x"


def test_an_ontology_that_is_no_turtle(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text("this is not Turtle", encoding="utf-8")
    with pytest.raises(ReleaseError, match=r"x\.ttl"):
        read_wording(tmp_path)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("1950-09-22", "22 September 1950"),
        ("1950-09-02", "2 September 1950"),
        ("1950-09", "September 1950"),
        ("1950", "1950"),
        ("1950-13-01", "1950-13-01"),
        ("", ""),
        ("1950-09-22/1950-09-23", "1950-09-22/1950-09-23"),
    ],
)
def test_dates(given: str, shown: str) -> None:
    assert written_out(given) == shown


def test_sizes_and_hosts() -> None:
    assert [size(n) for n in (0, 4082, 12_345, 1_234_567)] == ["0 bytes", "4,082 bytes", "12 kB", "1.2 MB"]
    assert host("https://www.wikidata.org/entity/Q41117") == "wikidata.org"


def test_addresses_and_paths(site: Site) -> None:
    assert site.iri("/person/Ян") == "http://localhost:8000/person/%D0%AF%D0%BD"
    assert site.iri("vocab/mood/question") == "https://w3id.org/dispatch/vocab/mood/question"
    assert site.href("http://localhost:8000/person/stalin") == "/person/stalin"
    assert site.address("/sparql") == "http://localhost:8000/sparql"
    assert at_home(site, port=8123).address("/sparql") == "http://localhost:8123/sparql"
    assert at_home(site, base="https://example.org/").address("/sparql") == "https://example.org/sparql"
    assert site.href("https://w3id.org/dispatch/ns#Saying") == "/ns#Saying"
    assert site.href("https://example.org/") == "https://example.org/"
    assert site.href("mailto:a@example.org") == "mailto:a@example.org"
    for not_linked in ("javascript:alert(1)", "urn:x:y", "file:///etc/passwd", "data:text/html,x"):
        assert site.href(not_linked) is None
    assert site.document_of("http://localhost:8000/document/d/saying/s") == "http://localhost:8000/document/d"
    assert site.document_of("http://localhost:8000/person/p") is None
    assert site.document("http://localhost:8000/document/none") is None


def at_home(site: Site, **settings: object) -> Site:
    """The site under other settings."""
    return dataclasses.replace(site, settings=dataclasses.replace(site.settings, **settings))  # type: ignore[arg-type]


def test_what_was_made_last_is_kept() -> None:
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return name.upper()

    kept: Recent[str] = Recent(2)
    for name in ("a", "b", "a", "c", "a", "b"):
        assert kept.get(name, lambda name=name: make(name)) == name.upper()  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"]
