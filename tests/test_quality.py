"""How good the automatic reading must be, over the gold of this project: a goal that is missed is an error.

The figures are the goals that the project set itself for pages that nobody prepared. The gold is what a hand
reads in texts written in the manner of the archives; no rule may be made for one of them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.annotate.readers import load_reader
from kg.authority import read_authority
from kg.evaluate import Evaluation, evaluate, gold_paths
from kg.settings import read_settings
from tests.pages import ROOT

FOLDER = ROOT / "tests" / "gold"


def run(paths: list[Path]) -> Evaluation:
    settings = read_settings(ROOT / "kg.toml")
    authority = read_authority(settings.data / "authority")
    return evaluate(paths, settings, authority, load_reader(settings.reader))


@pytest.fixture(scope="module")
def ours() -> Evaluation:
    return run(sorted(FOLDER.glob("*.yaml")))


@pytest.fixture(scope="module")
def telegram() -> Evaluation:
    return run([FOLDER / "telegram-1258.yaml"])


@pytest.fixture(scope="module")
def seven(shared: Path) -> Evaluation:
    return run(gold_paths([FOLDER / "shared"]))


def hold(evaluation: Evaluation, goals: dict[str, float]) -> None:
    """Every measure that misses its goal, with what was asked."""
    values = {name: evaluation.total.value(name) for name in goals}
    short = {name: (value, goals[name]) for name, value in values.items() if (value or 0.0) < goals[name]}
    assert short == {}


SURE = {f"fields.{name}.{end}": 0.98 for name in ("page-date", "title", "citations") for end in ("recall",)}
STATED = {f"fields.{name}.recall": 0.90 for name in ("numbers", "sender", "addressee")}


def test_every_text_is_read(ours: Evaluation) -> None:
    assert ours.left == ()
    assert len(ours.documents) >= 15


@pytest.mark.parametrize("goal", [*SURE, *STATED])
def test_fields(ours: Evaluation, goal: str) -> None:
    hold(ours, {goal: (SURE | STATED)[goal]})


def test_hardly_a_value_is_invented(ours: Evaluation) -> None:
    assert (ours.total.value("invented") or 0.0) < 0.01


@pytest.mark.parametrize("goal", ["persons", "persons.identity"])
def test_persons(ours: Evaluation, goal: str) -> None:
    hold(ours, {goal: 0.90})


def test_main_clauses_that_report_speech(ours: Evaluation) -> None:
    """The goal for precision; and what has been reached of recall, which must not be lost."""
    hold(ours, {"sayings.main.recall": 0.78, "sayings.main.precision": 0.85})


@pytest.mark.xfail(strict=True, reason="0.79 is reached; when the goal is, this fails and the mark goes")
def test_the_goal_for_the_recall_of_reports(ours: Evaluation) -> None:
    hold(ours, {"sayings.main.recall": 0.80})


def test_the_telegram(telegram: Evaluation) -> None:
    hold(telegram, {"sayings.speaker.recall": 0.80, "persons": 0.90, "fields": 0.98})


def test_the_seven_pages(seven: Evaluation) -> None:
    assert seven.left == ()
    hold(seven, SURE | STATED)
    assert (seven.total.value("invented") or 0.0) < 0.01
