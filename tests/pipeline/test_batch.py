"""A batch: what did not change is taken from the cache, several processes give the bytes that one gives."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import pipeline
from kg.converters import convert
from kg.errors import ReleaseError, SourceError
from kg.model import Document, Reading
from kg.pipeline import Outcome, document, inputs
from kg.quads import canonical
from kg.release import Release, open_release, verify
from kg.settings import Settings, read_settings
from tests.small import reading
from tests.test_pipeline import LETTER, READING, STARTER

ROOT = Path(__file__).resolve().parents[2]
PAGES = 4


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """The letter of `kg init` with its reading, and its page under three other names."""
    shutil.copytree(STARTER, tmp_path / "corpus")
    for n in range(1, PAGES):
        shutil.copyfile(tmp_path / "corpus" / LETTER, tmp_path / f"corpus/data/sources/page-{n}.txt")
    return tmp_path / "corpus"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the documents whose graphs were made, in this process."""
    keys: list[str] = []

    def counted(found, *rest):  # type: ignore[no-untyped-def]
        keys.append(found.key)
        return made_before(found, *rest)

    made_before = document.document_graph
    monkeypatch.setattr(document, "document_graph", counted)
    return keys


def settings(corpus: Path, build: str = "build", jobs: int = 1) -> Settings:
    environ = {"KG_BUILD": str(corpus.parent / build), "KG_JOBS": str(jobs)}
    return read_settings(corpus / "kg.toml", environ)


def build(found: Settings) -> tuple[Release, list[Outcome]]:
    return pipeline.build(found, lambda stage, done, total: None)


def files(release: Release) -> dict[str, bytes]:
    paths = (path for path in release.path.rglob("*") if path.is_file() and "store" not in path.parts)
    return {str(path.relative_to(release.path)): path.read_bytes() for path in paths}


def test_several_processes_give_the_bytes_that_one_gives(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (corpus / "data/sources/broken.txt").write_bytes(b"\0")
    (corpus / "data/readings/page-1.yaml").write_text("document: nobody\n", encoding="utf-8")
    one, alone = build(settings(corpus))
    monkeypatch.setattr("kg.pipeline.workers.ALONE", 0)
    monkeypatch.setattr("kg.release.MANY", 0)
    several, together = build(settings(corpus, "other", jobs=2))
    assert files(several) == files(one)
    assert [told(outcome) for outcome in together] == [told(outcome) for outcome in alone]
    assert [outcome.source for outcome in together if not outcome.published] == ["broken.txt", "page-1.txt"]
    verify(several)


def told(outcome: Outcome) -> tuple[object, ...]:
    return (
        outcome.source, outcome.key, outcome.report, outcome.sayings, outcome.mentions, outcome.statements,
        str(outcome.problem),
    )  # fmt: skip


def test_only_the_document_whose_reading_changed_is_made_again(corpus: Path, made: list[str]) -> None:
    first, _ = build(settings(corpus))
    assert len(made) == PAGES
    made.clear()
    again, outcomes = build(settings(corpus))
    assert (made, again.path) == ([], first.path)
    assert outcomes[0].sayings == 5
    assert len({outcome.sayings for outcome in outcomes[1:]}) == 1, "the other pages are one text, drafted"
    path = corpus / READING
    path.write_text(path.read_text("utf-8").replace("The consul's account", "His account"), "utf-8")
    changed, _ = build(settings(corpus))
    assert made == ["example-letter"]
    assert b'"His account"' in (changed.path / "dumps/all.nq").read_bytes()


@pytest.mark.parametrize(
    ("file", "remade"),
    [
        ("data/authority/persons.yaml", PAGES),
        ("data/authority/new.txt", PAGES),
        ("data/links/new.txt", PAGES),
        ("data/queries/new.rq", 0),
        ("data/sources/page-1.txt", 1),
        ("data/readings/page-2.yaml", 1),
    ],
)
def test_a_change_makes_again_what_rests_on_it(corpus: Path, made: list[str], file: str, remade: int) -> None:
    build(settings(corpus))
    made.clear()
    path = corpus / file
    path.parent.mkdir(exist_ok=True)
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    if file.endswith("page-2.yaml"):
        before = (corpus / READING).read_text("utf-8").replace("document: example-letter", "document: page-2")
    path.write_text(before + "\n# changed\n", encoding="utf-8")
    build(settings(corpus))
    assert len(made) == remade


@pytest.mark.parametrize("name", ["base", "publisher", "zones", "owl_same_as"])
def test_settings_that_a_graph_rests_on_are_in_the_fingerprint(corpus: Path, name: str) -> None:
    """And those that only the dataset description tells are not."""
    found = settings(corpus)
    toml = {
        "base": '[dataset]\nbase = "https://example.org/"\n',
        "publisher": '[dataset]\npublisher = "Others"\n',
        "zones": '[dates]\nzones = ["+01:00"]\n',
        "owl_same_as": "[links]\nowl-same-as = true\n",
        "title": '[dataset]\ntitle = "Another"\n',
    }
    (corpus / "kg.toml").write_text(toml[name], encoding="utf-8")
    assert inputs.common_fingerprint(settings(corpus)) != inputs.common_fingerprint(found)


def test_the_cache_is_disposable_and_mends_itself(corpus: Path, made: list[str]) -> None:
    first, _ = build(settings(corpus))
    cache = corpus.parent / "build/cache"
    entries = sorted(cache.iterdir())
    entries[0].write_bytes(entries[0].read_bytes()[:-1])
    entries[1].unlink()
    (cache / ".left.123").write_bytes(b"")
    made.clear()
    again, _ = build(settings(corpus))
    assert (len(made), again.path) == (2, first.path)
    assert sorted(cache.iterdir()) == entries
    (corpus / "data/sources/page-1.txt").unlink()
    build(settings(corpus))
    assert len(list(cache.iterdir())) == PAGES - 1


def test_a_fault_of_the_program_costs_one_document(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = document.document_graph

    def faulty(found, *rest):  # type: ignore[no-untyped-def]
        return whole(found, *rest) if found.key != "page-1" else 1 // 0

    monkeypatch.setattr(document, "document_graph", faulty)
    _, outcomes = build(settings(corpus))
    (left,) = [outcome for outcome in outcomes if not outcome.published]
    assert left.key == "page-1"
    assert "a fault of the program: ZeroDivisionError" in str(left.problem)
    assert "test_batch.py, line" in str(left.problem)


def test_a_fault_of_a_converter_costs_one_source(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(name: str, data: bytes) -> Iterator[Document | SourceError]:
        yield from convert(name, data)
        if name == "page-1.txt":
            raise IndexError("out of range")

    monkeypatch.setattr("kg.pipeline.batch.convert", faulty)
    _, outcomes = build(settings(corpus))
    assert [(outcome.key, outcome.published) for outcome in outcomes][1:3] == [
        ("page-1", True),
        (None, False),
    ]
    assert "a fault of the program: IndexError: out of range" in str(outcomes[2].problem)


def test_everything_is_told_in_a_file_even_if_nothing_is_published(corpus: Path) -> None:
    for path in (corpus / "data/sources").iterdir():
        path.write_bytes(b"")
    with pytest.raises(ReleaseError, match=r"nothing to publish: .*example-letter.txt: is empty"):
        build(settings(corpus))
    lines = (corpus.parent / "build/report.txt").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "0 documents, 4 left out"
    assert sum(line.startswith("left out: ") for line in lines) == PAGES


def test_another_build_is_kept_out(corpus: Path) -> None:
    from kg.swap import locked

    found = settings(corpus)
    with locked(found.build), pytest.raises(ReleaseError, match="another build is running"):
        build(found)


KILLED = """
import os, signal, sys
from pathlib import Path
from kg import pipeline
from kg.pipeline import workers
from kg.settings import read_settings
def progress(stage, done, total):
    if done == 2:
        os.kill(os.getpid(), getattr(signal, sys.argv[2]))
if __name__ == "__main__":
    workers.ALONE = 0
    pipeline.build(read_settings(Path(sys.argv[1]), {"KG_JOBS": "2", "KG_BUILD": sys.argv[3]}), progress)
"""


@pytest.mark.parametrize("name", ["SIGKILL", "SIGINT"])
def test_a_build_of_several_processes_that_is_stopped_leaves_the_old_release(
    corpus: Path, tmp_path: Path, name: str
) -> None:
    """And no process of its own: they all hold the pipe that is read to its end here."""
    before, _ = build(settings(corpus))
    shutil.rmtree(tmp_path / "build/cache")
    (tmp_path / "killed.py").write_text(KILLED, encoding="utf-8")
    command = [
        sys.executable,
        str(tmp_path / "killed.py"),
        str(corpus / "kg.toml"),
        name,
        str(tmp_path / "build"),
    ]
    ran = subprocess.run(
        command,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ran.returncode in (-getattr(signal, name), 130), ran.stderr
    assert open_release(tmp_path / "build").path == before.path
    verify(open_release(tmp_path / "build"))
    assert build(settings(corpus))[0].path == before.path


def test_a_shared_graph_is_given_as_its_lines(corpus: Path) -> None:
    release, _ = build(settings(corpus))
    common = pipeline.read_common(settings(corpus))
    lines = set((release.path / "dumps/all.nq").read_bytes().splitlines(keepends=True))
    for name, graph in common.graphs.items():
        assert lines.issuperset(canonical(str(name), graph))


def test_files_that_cannot_be_read_cost_themselves_only(corpus: Path) -> None:
    """A link that leads nowhere and a folder in a reading's place, for root may read any file."""
    (corpus / "data/sources/gone.txt").symlink_to("nowhere")
    (corpus / "data/readings/page-1.yaml").mkdir()
    (corpus / "data/readings/page-2.yaml").symlink_to("nowhere")
    _, outcomes = build(settings(corpus))
    left = {outcome.source: str(outcome.problem) for outcome in outcomes if not outcome.published}
    assert list(left) == ["gone.txt", "page-1.txt", "page-2.txt"]
    assert "gone.txt: cannot be read: is a link that leads nowhere" in left["gone.txt"]
    assert "page-1.yaml: cannot be read: Is a directory" in left["page-1.txt"]
    assert "page-2.yaml: there is no such file" in left["page-2.txt"]


def test_a_file_without_the_right_to_read_it_costs_itself_only(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def refused(self: Path, *rest, **more):  # type: ignore[no-untyped-def]
        if self.name == "page-1.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *rest, **more)

    monkeypatch.setattr(Path, "open", refused)
    _, outcomes = build(settings(corpus))
    (left,) = [outcome for outcome in outcomes if not outcome.published]
    assert "page-1.txt: cannot be read: Permission denied" in str(left.problem)


def test_a_reading_of_no_document_is_told_in_the_report(corpus: Path) -> None:
    (corpus / "data/readings/orphan.yaml").write_text("document: orphan\n", encoding="utf-8")
    build(settings(corpus))
    lines = (corpus.parent / "build/report.txt").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("warning: ") and "orphan.yaml" in line for line in lines) == 1


class Hollow:
    """A reader whose drafts are Readings with nothing in them that a graph can be made of."""

    name, version = "hollow", "1"

    def read(self, found: Document, *rest: object) -> Reading:
        return reading(document=found.key, sayings=(None,))


HOLLOW = Hollow()


def test_a_draft_that_no_graph_can_be_made_of_costs_the_draft(corpus: Path, made: list[str]) -> None:
    """It is asked for again by the next build; what a person read is not touched by it."""
    with (corpus / "kg.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[annotate]\nreader = "{__name__}:HOLLOW"\n')
    for _ in range(2):
        made.clear()
        _, outcomes = build(settings(corpus))
        assert all(outcome.published for outcome in outcomes)
        failed = [outcome for outcome in outcomes if not outcome.whole]
        assert [outcome.key for outcome in failed] == ["page-1", "page-2", "page-3"]
        assert "page-1" in made
        assert "annotate.reader 'hollow' cannot be used: AttributeError" in str(failed[0].undrafted)
    assert outcomes[0].sayings == 5
