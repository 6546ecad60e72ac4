"""The source files, and a document among them: what is no document says what it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import sources
from kg.errors import SourceError
from kg.model import Document
from kg.settings import Settings, read_settings
from kg.sources import find_document, source_bytes, source_paths
from tests.pages import page


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A volume of two documents, and a page."""
    (tmp_path / "kg.toml").write_text("[dataset]\n", encoding="utf-8")
    folder = tmp_path / "data/sources"
    folder.mkdir(parents=True)
    for name in ("vol.xml", "page.txt"):
        (folder / name).write_text("x", encoding="utf-8")

    def convert(name: str, data: bytes) -> Iterator[Document | SourceError]:
        stem = name.partition(".")[0]
        yield from (
            page("Words.", key) for key in ([f"{stem}-d1", f"{stem}-d2"] if stem == "vol" else [stem])
        )

    monkeypatch.setattr(sources, "convert", convert)
    return read_settings(tmp_path / "kg.toml")


def test_a_document_by_its_key(settings: Settings) -> None:
    assert [find_document(settings, key).key for key in ("vol-d2", "page")] == ["vol-d2", "page"]


def test_a_volume_is_said_to_be_one(settings: Settings) -> None:
    with pytest.raises(
        SourceError, match=r"vol.xml: 'vol' is no document but a volume with 2 .*such as vol-d1"
    ):
        find_document(settings, "vol")
    with pytest.raises(SourceError, match="no source gives a document 'vol-d3'"):
        find_document(settings, "vol-d3")


def test_a_link_that_leads_nowhere_is_a_source_that_cannot_be_read(settings: Settings) -> None:
    link = settings.data / "sources/gone.txt"
    link.symlink_to("nowhere")
    (settings.data / "sources/.hidden").write_text("x", encoding="utf-8")
    (settings.data / "sources/folder.txt").mkdir()
    assert [path.name for path in source_paths(settings)] == ["gone.txt", "page.txt", "vol.xml"]
    with pytest.raises(SourceError, match=r"gone.txt: cannot be read: is a link that leads nowhere"):
        source_bytes(link)
    assert find_document(settings, "vol-d1").key == "vol-d1"
