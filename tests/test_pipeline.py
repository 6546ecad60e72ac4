"""The order of the stages: what conforms is published, what does not is left out and said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import kg
from kg import pipeline
from kg.errors import ConformanceError, ReleaseError, SourceError
from kg.pipeline import Outcome
from kg.release import Release, open_release, verify
from kg.settings import Settings, read_settings
from kg.sources import source_paths

STARTER = Path(kg.__file__).resolve().parent / "starter"
SHAPES = Path(__file__).resolve().parents[1] / "shapes"
LETTER, READING = "data/sources/example-letter.txt", "data/readings/example-letter.yaml"
# A rule of the house that the letter's reading breaks: Olsen and Dahl are heard through two others.
HOUSE_RULE = """
@prefix kg: <https://w3id.org/dispatch/ns#> .
@prefix kgsh: <https://w3id.org/dispatch/shapes#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .

kgsh:house a sh:NodeShape ; sh:targetClass kg:Saying ; sh:property kgsh:house-reporters .
kgsh:house-reporters a sh:PropertyShape ;
    sh:path kg:reporters ;
    sh:maxInclusive 1 ;
    sh:message "The saying comes through too many. Leave out what is heard at third hand." .
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """The letter of `kg init` with its reading, and the same page once more that nobody has read."""
    shutil.copytree(STARTER, tmp_path, dirs_exist_ok=True)
    shutil.copyfile(tmp_path / LETTER, tmp_path / "data/sources/unread.txt")
    return tmp_path


def settings(corpus: Path) -> Settings:
    return read_settings(corpus / "kg.toml", {})


def build(corpus: Path) -> tuple[Release, dict[str, Outcome]]:
    release, outcomes = pipeline.build(settings(corpus), lambda stage, done, total: None)
    return release, {outcome.key or outcome.source: outcome for outcome in outcomes}


def with_rule(corpus: Path, rule: str = HOUSE_RULE) -> None:
    shutil.copytree(SHAPES, corpus / "shapes")
    (corpus / "shapes/house.ttl").write_text(rule, encoding="utf-8")


def test_what_conforms_is_published(corpus: Path) -> None:
    release, outcomes = build(corpus)
    assert {key: outcome.published for key, outcome in outcomes.items()} == {
        "example-letter": True, "unread": True,
    }  # fmt: skip
    assert outcomes["example-letter"].sayings == 5
    assert outcomes["unread"].sayings > 1, "a page that nobody has read is drafted"
    assert release.manifest["documents"] == 2
    assert {path.stem for path in (release.path / "texts").iterdir()} == set(outcomes)


def without_drafts(corpus: Path) -> None:
    with (corpus / "kg.toml").open("a", encoding="utf-8") as file:
        file.write('\n[annotate]\nreader = "none"\n')


def test_a_reading_by_a_person_wins_over_the_draft_and_no_reader_makes_none(corpus: Path) -> None:
    creator = b"<http://purl.org/dc/terms/creator>"
    release, outcomes = build(corpus)
    drafted = [line for line in (release.path / "dumps/all.nq").read_bytes().splitlines() if creator in line]
    assert len(drafted) == outcomes["unread"].sayings
    assert all(b"/document/unread/saying/" in line for line in drafted)
    without_drafts(corpus)
    release, outcomes = build(corpus)
    assert (outcomes["example-letter"].sayings, outcomes["unread"].sayings) == (5, 0)
    assert creator not in (release.path / "dumps/all.nq").read_bytes()


def test_a_document_that_does_not_conform_never_reaches_a_release(corpus: Path) -> None:
    without_drafts(corpus)
    with_rule(corpus)
    release, outcomes = build(corpus)
    letter = outcomes["example-letter"]
    assert not letter.published
    assert isinstance(letter.problem, ConformanceError)
    assert "'kg validate example-letter'" in letter.problem.mend
    assert letter.report is not None
    assert {(entry.rule, entry.node) for entry in letter.report.entries} == {
        ("house-reporters", "http://localhost:8000/document/example-letter/saying/request")
    }
    assert outcomes["unread"].published
    assert release.manifest["documents"] == 1
    assert not [graph for graph in release.graphs if "example-letter" in graph]
    assert b"/document/example-letter/" not in (release.path / "dumps/all.nq").read_bytes()
    assert [path.name for path in (release.path / "texts").iterdir()] == ["unread.txt"]
    verify(release)


def test_where_nothing_conforms_the_old_release_stays(corpus: Path) -> None:
    before, _ = build(corpus)
    with_rule(corpus)
    (corpus / "data/sources/unread.txt").unlink()
    with pytest.raises(ReleaseError, match="nothing to publish"):
        build(corpus)
    assert open_release(corpus / "build").path == before.path


def test_a_shared_graph_that_does_not_conform_stops_the_build(corpus: Path) -> None:
    place = "@prefix crm: <http://www.cidoc-crm.org/cidoc-crm/> .\n"
    rule = HOUSE_RULE.replace("sh:targetClass kg:Saying", "sh:targetClass crm:E53_Place")
    with_rule(corpus, place + rule.replace("sh:maxInclusive 1", "sh:minCount 1"))
    with pytest.raises(ConformanceError, match="graph/authority> does not conform") as stopped:
        build(corpus)
    assert "place/harbour-town" in str(stopped.value)
    assert not (corpus / "build/current").exists()


def test_two_sources_with_one_key_leave_the_second_out(corpus: Path) -> None:
    (corpus / "data/sources/more").mkdir()
    shutil.copyfile(corpus / LETTER, corpus / "data/sources/more/unread.txt")
    _, outcomes = pipeline.build(settings(corpus), lambda stage, done, total: None)
    first, second = [outcome for outcome in outcomes if outcome.key == "unread"]
    assert first.published
    assert "its key 'unread' is already that of unread.txt" in str(second.problem)


def test_sources_come_in_the_order_of_their_names_without_hidden_ones(corpus: Path) -> None:
    (corpus / "data/sources/.draft.txt").write_bytes(b"")
    assert [path.name for path in source_paths(settings(corpus))] == ["example-letter.txt", "unread.txt"]


def test_progress_names_every_source(corpus: Path) -> None:
    told: list[tuple[str, int, int]] = []
    pipeline.build(settings(corpus), lambda stage, done, total: told.append((stage, done, total)))
    assert told == [
        ("example-letter.txt", 0, 2), ("example-letter.txt", 1, 2), ("unread.txt", 2, 2), ("release", 0, 0),
    ]  # fmt: skip


def test_a_setting_of_the_links_is_an_input(corpus: Path) -> None:
    before = pipeline.inputs_fingerprint(settings(corpus))
    with (corpus / "kg.toml").open("a", encoding="utf-8") as config:
        config.write("\n[links]\nowl-same-as = true\n")
    assert pipeline.inputs_fingerprint(settings(corpus)) != before


@pytest.mark.parametrize("file", [LETTER, READING, "data/authority/persons.yaml", "kg.toml"])
def test_a_release_is_up_to_date_until_an_input_changes(corpus: Path, file: str) -> None:
    assert pipeline.built(settings(corpus)) is None
    release, _ = build(corpus)
    found = pipeline.built(settings(corpus))
    assert found is not None
    assert found.path == release.path
    path = corpus / file
    path.write_bytes(path.read_bytes().replace(b"My documents", b"Our documents") + b"\n# changed\n")
    assert pipeline.built(settings(corpus)) is None


def test_only_the_documents_asked_for_are_checked(corpus: Path) -> None:
    done = pipeline.check(settings(corpus), ("unread",), "pyrudof", lambda stage, done, total: None)
    assert set(done) == {
        "unread", *(f"http://localhost:8000/graph/{name}" for name in ("authority", "links", "vocabulary")),
    }  # fmt: skip
    assert not (corpus / "build").exists()
    with pytest.raises(SourceError, match="no source gives a document 'nobody'"):
        pipeline.check(settings(corpus), ("nobody",), "pyrudof", lambda stage, done, total: None)
