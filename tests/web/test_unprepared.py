"""Texts that nobody prepared, from sources to pages: a corpus without authority and readings, all drafted."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import pipeline
from kg.iris import CRM, DCT, KG, KGV_BASE
from kg.kinds import kind_of
from kg.pipeline import Outcome
from kg.release import Release, open_release
from kg.settings import Settings, read_settings
from kg.stores.embedded import open_store
from kg.web import create_app
from kg.web.structured import VALUES_SHOWN
from tests.web.client import BASE, BROWSER, Client
from tests.web.conftest import served

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
SOURCES = ("*.txt", "*.html", "*.xml")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Release, list[Outcome]]:
    """The gold's texts as a corpus of their own, and what became of each."""
    folder = tmp_path_factory.mktemp("unprepared")
    for name in ("sources", "authority", "links", "readings", "queries"):
        (folder / "data" / name).mkdir(parents=True)
    for path in (path for pattern in SOURCES for path in GOLD.glob(pattern)):
        shutil.copy(path, folder / "data" / "sources")
    (folder / "kg.toml").write_text(f'[dataset]\nbase = "{BASE}"\n[build]\njobs = 1\n', encoding="utf-8")
    settings = read_settings(folder / "kg.toml", {})
    _, outcomes = pipeline.build(settings, lambda stage, done, total: None)
    return settings, open_release(settings.build), list(outcomes)


@pytest.fixture(scope="module")
def quads(corpus: tuple[Settings, Release, list[Outcome]]) -> list[ox.Quad]:
    path = corpus[1].path / "dumps" / "all.nq"
    return list(ox.parse(path=path, format=ox.RdfFormat.N_QUADS))


@pytest.fixture(scope="module")
def drafted(corpus: tuple[Settings, Release, list[Outcome]]) -> Iterator[Client]:
    settings, release, _ = corpus
    with (
        closing(open_store(settings, release)) as store,
        served(create_app(settings, release, store)) as found,
    ):
        yield found


def about(quads: list[ox.Quad], predicate: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for quad in quads:
        if quad.predicate.value == predicate:
            found.setdefault(quad.subject.value, set()).add(quad.object.value)  # type: ignore[union-attr]
    return found


def test_every_text_becomes_a_document_that_conforms(
    corpus: tuple[Settings, Release, list[Outcome]],
) -> None:
    outcomes = corpus[2]
    assert [str(one.problem) for one in outcomes if not one.published] == []
    assert len(outcomes) > 20
    assert all(one.mentions for one in outcomes)


def test_every_saying_is_the_softwares_with_its_rule_and_level(quads: list[ox.Quad]) -> None:
    types = about(quads, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    sayings = {node for node, classes in types.items() if str(KG.Saying) in classes}
    assert len(sayings) > 200
    creators, levels = about(quads, str(DCT.creator)), about(quads, str(KG.readingLevel))
    assert all(creators.get(saying) == {f"{BASE}software/reader-rules-1"} for saying in sayings)
    assert all(len(levels.get(saying, ())) == 1 for saying in sayings)
    attributed = about(quads, str(CRM.P140_assigned_attribute_to))
    rules = about(quads, str(CRM.P33_used_specific_technique))
    made = {node for node, about_what in attributed.items() if about_what <= sayings}
    assert made
    assert all(len(rules.get(node, ())) == 1 for node in made)


def test_nobody_is_known_beyond_the_document_that_names_him(quads: list[ox.Quad]) -> None:
    types = about(quads, str(CRM.P2_has_type))
    candidates = {node for node, kinds in types.items() if f"{KGV_BASE}candidate" in kinds}
    assert len(candidates) > 100
    for node in candidates:
        assert re.match(rf"{re.escape(BASE)}document/[^/]+/(person|group|place)/[^/]+$", node), node
    linked = [quad for quad in quads if "Match" in quad.predicate.value]
    assert linked == []


def test_what_is_feared_asked_or_hedged_never_becomes_an_event(quads: list[ox.Quad]) -> None:
    """Drafts hold sayings; the only events are those of the documents' own history."""
    types = about(quads, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    assert not [node for node, classes in types.items() if "https://schema.org/Event" in classes]


def test_the_page_says_that_nobody_has_checked_it(drafted: Client) -> None:
    page = drafted.get("/document/cipher-conversation.html").text
    assert "drafted by" in page
    assert 'class="tag draft"' in page
    saying = re.search(r'href="(/document/cipher-conversation/saying/[^"]+)"', page)
    assert saying
    words = drafted.get(f"{saying[1]}.html").text
    assert "No person has checked it." in words
    assert "/rule/" in words


def test_candidates_have_a_list_and_pages_that_say_what_they_are_said_to_have_said(drafted: Client) -> None:
    listed = drafted.get("/candidate/", BROWSER).text
    assert "/document/cipher-conversation/" in listed
    page = drafted.get("/document/cipher-conversation/person/kang-tae-mu.html").text
    assert "Is said to have said" in page
    assert "Known from one document" in page


def test_a_letter_in_a_telegram_leads_to_the_telegram_and_back(drafted: Client) -> None:
    outer = drafted.get("/document/letter-in-telegram.html").text
    assert 'href="/document/letter-in-telegram-letter"' in outer
    assert (
        'href="/document/letter-in-telegram"' in drafted.get("/document/letter-in-telegram-letter.html").text
    )


def test_search_engines_are_told_no_drafted_words_as_fact(drafted: Client) -> None:
    page = drafted.get("/document/cipher-conversation.html").text
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    claims = [node for node in json.loads(script)["@graph"] if "Claim" in node["@type"]]
    assert claims
    assert all(set(claim) <= {"@id", "@type", "name", "appearance", "creator"} for claim in claims)
    for claim in claims:
        assert (claim["creator"]["@type"], claim["creator"]["name"]) == (
            "SoftwareApplication",
            "Reader rules 1",
        )


def test_the_home_page_does_not_name_every_document_to_machines(drafted: Client) -> None:
    (script,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', drafted.get("/", BROWSER).text, re.DOTALL
    )
    (dataset,) = [node for node in json.loads(script)["@graph"] if "Dataset" in node["@type"]]
    based = drafted.get("/dataset.nt").text.count("<https://schema.org/isBasedOn>")
    assert len(dataset["isBasedOn"]) == VALUES_SHOWN < based


def test_a_page_says_one_thing_of_how_it_was_read(
    drafted: Client, corpus: tuple[Settings, Release, list[Outcome]]
) -> None:
    said = Counter[str]()
    for outcome in corpus[2]:
        page = drafted.get(f"/document/{outcome.key}.html").text
        marks = ("Who speaks here was drafted by", "marked nobody’s words in it", "Nobody has read")
        found = [mark for mark in marks if mark in page]
        assert len(found) == 1, (outcome.key, found)
        assert (found[0] == marks[0]) == ('class="notes"' in page), outcome.key
        said.update(found)
    assert said["Who speaks here was drafted by"] > 20
    assert not said["Nobody has read"]


def test_a_volume_lists_its_documents_with_date_sender_and_addressee(drafted: Client) -> None:
    listed = drafted.get("/volume/", BROWSER).text
    (volume,) = set(re.findall(r'href="(/document/frus-modern)"', listed))
    assert f'href="{volume}"' not in drafted.get("/document/", BROWSER).text.split("<h3>")[0]
    page = drafted.get(f"{volume}.html").text
    rows = re.findall(r"<tr><td.*?</tr>", page, re.DOTALL)
    assert [re.findall(r'href="(/document/[^"/]+)"', row)[0] for row in rows] == [
        f"{volume}-d14",
        f"{volume}-d15",
    ]
    assert all("<time datetime=" in row for row in rows)
    assert drafted.get(f"{volume}.html?page=2").text.count("There is no such page") == 1
    assert drafted.get(volume, "text/turtle").headers["Location"] == f"{volume}.ttl"


def test_the_list_counts_as_the_build_does_and_goes_by_date(
    drafted: Client, corpus: tuple[Settings, Release, list[Outcome]]
) -> None:
    total = sum(one.published for one in corpus[2])
    page = drafted.get("/document/", BROWSER).text
    assert f"{total} in this release" in page
    assert f"<b>{total}</b>" in drafted.get("/", BROWSER).text
    dates = re.findall(r'<time datetime="([^"]+)"', page)
    assert len(dates) > 20
    assert dates == sorted(dates)
    (line,) = re.findall(r'<a href="/document/frus-modern-d14">.*?</li>', page, re.DOTALL)
    assert 'href="/document/frus-modern"' in line


def test_the_list_of_persons_leads_to_those_of_one_document(drafted: Client) -> None:
    assert 'href="/candidate/"' in drafted.get("/person/", BROWSER).text
    listed = drafted.get("/candidate/", BROWSER).text
    lines = re.findall(r"<li><a href=\"(/document/[^\"/]+)/(\w+)/[^\"]+\">.*?</li>", listed)
    assert len(lines) == 100
    for document, kind in lines:
        assert re.search(rf'{kind}, in <a href="{document}"', listed)


def test_a_letter_of_no_volume_is_no_web_page(drafted: Client) -> None:
    words = drafted.get("/document/corresp-letter/publication.html").text
    assert "<h1>Edition: " in words


def test_iris_of_the_dump_are_described_where_they_lead(drafted: Client, quads: list[ox.Quad]) -> None:
    terms = {term for quad in quads for term in (quad.subject, quad.object, quad.graph_name)}
    iris = sorted(
        term.value for term in terms if isinstance(term, ox.NamedNode) and term.value.startswith(BASE)
    )
    by_kind: dict[str, list[str]] = {}
    for iri in iris:
        by_kind.setdefault(kind_of(iri, BASE), []).append(iri)
    choose = random.Random(3)  # noqa: S311 - a sample, the same each time
    sample = [iri for some in by_kind.values() for iri in choose.sample(some, min(12, len(some)))]
    assert {"candidate", "rule", "name", "span"} <= by_kind.keys()
    for iri in sample:
        led = drafted.get(f"/{iri.removeprefix(BASE)}", "text/turtle")
        end = drafted.get(led.headers["Location"])
        assert end.status_code == 200, iri
        said = {quad.subject for quad in ox.parse(end.content, format=ox.RdfFormat.TURTLE)}
        graph = "/graph/" in iri or iri.endswith("/graph")
        assert said if graph else ox.NamedNode(iri) in said, iri


def test_outside_checks_find_nothing(corpus: tuple[Settings, Release, list[Outcome]], shared: Path) -> None:
    """Domains and ranges of CIDOC CRM and its extensions, and of Schema.org, over the whole dump."""
    dump, reference = corpus[1].path / "dumps" / "all.ttl", shared / "reference"
    schemas = [reference / name for name in ("cidoc_crm_v7.1.3.rdf", "CRMinf_v1.2.1.rdf", "CRMdig_v5.0.rdf")]
    crm: list[str | Path] = [shared / "suites/crm_check.py"]
    for schema in schemas:
        crm += ["--schema", schema]
    schemaorg = [shared / "suites/schemaorg_check.py", "--format", "turtle"]
    schemaorg += ["--vocab", reference / "schemaorg-30.0-https.ttl"]
    for check in (crm, schemaorg):
        done = subprocess.run([sys.executable, *check, dump], capture_output=True, text=True, check=False)
        assert " 0 findings" in done.stdout, done.stdout + done.stderr
