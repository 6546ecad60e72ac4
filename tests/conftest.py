"""What many tests share: the project's root, the outside reference material, the telegram."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import pipeline
from kg.settings import Settings, read_settings

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference ontologies, corpora and suites that stand beside a checkout, where they do."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the reference material is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of the project's own dataset, with a release of it built once for all tests."""
    build = tmp_path_factory.mktemp("build")
    settings = read_settings(ROOT / "kg.toml", {"KG_BUILD": str(build)})
    pipeline.build(settings, lambda stage, done, total: None)
    return settings
