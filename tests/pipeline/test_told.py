"""What is told of a build: every problem, every document where there are few, the sum."""

from __future__ import annotations

from pathlib import Path

from kg.errors import Place, ReadingError, SourceError
from kg.pipeline import Outcome, told

DONE = Outcome("volume.xml", "d1", sayings=2, mentions=3, statements=1500, notes=("two dates",))
ALSO = Outcome("volume.xml", "d2", sayings=1, mentions=0, statements=500)
PAGE = Outcome("page.txt", "page", statements=7)
WRONG = Outcome("bad.txt", problem=SourceError("is empty", place=Place("bad.txt", 1), mend="Save it again."))
ALL = [DONE, ALSO, WRONG, PAGE]
TWICE = Outcome(
    "a.txt",
    "a",
    problem=ReadingError.of(
        [ReadingError("is\nodd", place=Place("a.yaml", 2)), ReadingError("is bad", place=Place("a.yaml", 1))]
    ),
)


def test_a_line_for_each_problem_with_file_place_reason_and_mend() -> None:
    assert list(told.problems(ALL)) == ["left out: bad.txt:1: is empty. Save it again."]
    assert list(told.problems([TWICE])) == ["left out: a.yaml:1: is bad", "left out: a.yaml:2: is odd"]


def test_a_line_for_each_document_or_for_each_source() -> None:
    assert list(told.documents(ALL)) == [
        "d1: 2 sayings, 3 mentions, 1,500 statements, conforms",
        "d2: 1 sayings, 0 mentions, 500 statements, conforms",
        "page: 0 sayings, 0 mentions, 7 statements, conforms",
    ]
    assert list(told.sources(ALL)) == [
        "volume.xml: 2 documents, 3 sayings, 3 mentions, 2,000 statements",
        "page.txt: 1 document, 0 sayings, 0 mentions, 7 statements",
    ]
    assert told.summary(ALL) == "3 documents, 1 left out"


def test_the_file_has_everything(tmp_path: Path) -> None:
    told.write_report(tmp_path / "report.txt", ALL)
    assert (tmp_path / "report.txt").read_text(encoding="utf-8").splitlines() == [
        told.summary(ALL),
        *told.problems(ALL),
        "note: volume.xml: d1: two dates",
        *told.documents(ALL),
    ]
