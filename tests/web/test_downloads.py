"""The dumps, byte for byte, and the description of the dataset."""

from __future__ import annotations

import gzip
import hashlib

import pytest

from kg.release import Release
from kg.web.downloads import list_dumps
from tests.web.client import BASE, BROWSER, RDF, Client, triples


def test_every_dump_is_listed_and_sent_as_it_stands(client: Client, release: Release) -> None:
    page = client.get("/dumps/", BROWSER)
    dumps = list_dumps(release.path / "dumps")
    assert len(dumps) >= 12
    for dump in dumps:
        assert f'href="/dumps/{dump.name}"' in page.text
        assert dump.content_type in page.text
        found = client.get(f"/dumps/{dump.name}")
        assert found.content == (release.path / "dumps" / dump.name).read_bytes()
        assert found.headers["Content-Type"] == dump.content_type
        assert int(found.headers["Content-Length"]) == dump.size
        assert "Content-Encoding" not in found.headers
        if dump.sha256:
            assert hashlib.sha256(found.content).hexdigest() == dump.sha256
            assert dump.sha256 in page.text


@pytest.mark.parametrize("extension", RDF)
def test_types_of_dumps(client: Client, release: Release, extension: str) -> None:
    (name,) = [
        dump.name for dump in list_dumps(release.path / "dumps") if dump.name.endswith(f".{extension}")
    ]
    plain = client.get(f"/dumps/{name}")
    assert plain.headers["Content-Type"].split(";")[0] == RDF[extension][0]
    packed = client.get(f"/dumps/{name}.gz")
    assert packed.headers["Content-Type"] == "application/gzip"
    assert gzip.decompress(packed.content) == plain.content


def test_conditional_and_partial_requests(client: Client, release: Release) -> None:
    name = list_dumps(release.path / "dumps")[0].name
    first = client.get(f"/dumps/{name}")
    tag = first.headers["ETag"]
    assert client.get(f"/dumps/{name}", headers={"If-None-Match": tag}).status_code == 304
    part = client.get(f"/dumps/{name}", headers={"Range": "bytes=10-19"})
    assert part.status_code == 206
    assert part.content == first.content[10:20]


@pytest.mark.parametrize(
    "path",
    [
        "/dumps/nothing.ttl", "/dumps/../manifest.json", "/dumps/..%2fmanifest.json",
        "/dumps/%2e%2e/manifest.json", "/dumps//etc/passwd", "/dumps/%2fetc%2fpasswd", "/dumps/.hidden",
        "/static/../__init__.py", "/static/..%2f__init__.py", "/shapes/../manifest.json",
        "/queries/../../../kg.toml",
    ],
)  # fmt: skip
def test_no_path_leaves_the_folder(client: Client, path: str) -> None:
    found = client.get(path)
    assert found.status_code in (308, 404)
    assert b"fingerprint" not in found.content
    assert b"root:" not in found.content


def test_the_dataset_in_every_format_at_one_address(client: Client, release: Release) -> None:
    written = triples((release.path / "dataset.ttl").read_bytes(), "turtle")
    assert len(written) > 100
    for extension, (media_type, syntax) in RDF.items():
        found = client.get("/dataset", media_type)
        assert found.status_code == 200
        assert found.headers["Content-Location"] == f"/dataset.{extension}"
        assert found.headers["Vary"] == "Accept"
        assert triples(found.content, syntax) == written
        assert triples(client.get(f"/dataset.{extension}").content, syntax) == written
    assert client.get("/dataset").content == (release.path / "dataset.ttl").read_bytes()
    assert client.get("/dataset", "image/png").status_code == 406
    page = client.get("/dataset", BROWSER)
    assert "<h1>" in page.text
    assert f"{BASE}graph/authority" in page.text


def test_well_known_void(client: Client) -> None:
    found = client.get("/.well-known/void", "text/turtle")
    assert (found.status_code, found.headers["Location"]) == (303, "/dataset")


def test_the_report(client: Client, release: Release) -> None:
    found = client.get("/report", "text/turtle")
    assert found.content == (release.path / "report.ttl").read_bytes()
    assert "<pre>" in client.get("/report", BROWSER).text
