"""A release of 20,000 statements and stores over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.release import Release
from kg.settings import Settings
from kg.stores.embedded import EmbeddedStore
from tests.made import made_release, made_settings

Opener = Callable[..., EmbeddedStore]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stores")


@pytest.fixture(scope="session")
def settings(folder: Path) -> Settings:
    return made_settings(folder)


@pytest.fixture(scope="session")
def release(folder: Path, settings: Settings) -> Release:
    return made_release(folder, rain=20_000)


@pytest.fixture(scope="session")
def store(release: Release, settings: Settings) -> Iterator[EmbeddedStore]:
    with EmbeddedStore(release, settings) as opened:
        yield opened


@pytest.fixture
def opened(release: Release, settings: Settings) -> Iterator[Opener]:
    """Opens a store with other limits; it is closed after the test."""
    with ExitStack() as stack:

        def open_with(**limits: Any) -> EmbeddedStore:
            return stack.enter_context(EmbeddedStore(release, replace(settings, **limits)))

        yield open_with
