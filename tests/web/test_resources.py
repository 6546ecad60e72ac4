"""Every IRI answers, in the format that is asked for, and speaks of itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from kg.iris import KGV_BASE
from kg.release import Release
from tests.web.client import BASE, BROWSER, RDF, TELEGRAM, Client, D, triples


@pytest.fixture(scope="session")
def iris(release: Release) -> dict[str, list[str]]:
    """Kind -> every IRI of the release that we serve."""
    with closing(sqlite3.connect(release.path / "resources.sqlite")) as db:
        rows = db.execute("SELECT kind, iri FROM resource ORDER BY iri").fetchall()
    found: dict[str, list[str]] = {}
    for kind, iri in rows:
        if iri.startswith((BASE, KGV_BASE)):
            found.setdefault(kind, []).append(iri)
    return found


def path_of(iri: str) -> str:
    if iri.startswith(KGV_BASE):
        return "/vocab/" + iri.removeprefix(KGV_BASE)
    return "/" + iri.removeprefix(BASE)


def one_of_each(iris: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for kind, found in iris.items():
        yield kind, found[0]
        yield kind, found[-1]


def test_one_iri_of_each_kind_in_each_format(client: Client, iris: dict[str, list[str]]) -> None:
    assert len(iris) >= 20
    for kind, iri in one_of_each(iris):
        for extension, (media_type, syntax) in RDF.items():
            found = client.get(f"{path_of(iri)}.{extension}")
            assert found.status_code == 200, (iri, extension)
            assert found.headers["Content-Type"].split(";")[0] == media_type
            said = triples(found.content, syntax)
            assert kind == "graph" or any(f"<{iri}>" in (s, o) for s, _, o in said), (iri, extension)


def test_every_iri_leads_somewhere(client: Client, iris: dict[str, list[str]]) -> None:
    """Each own IRI answers a browser; tests/web/test_crawl.py follows those of the dump to their end."""
    served = {"/sparql", "/dataset", "/shapes/", "/report"}
    for kind, found in iris.items():
        for iri in found:
            path = path_of(iri)
            answer = client.get(path, BROWSER)
            if path in served or path.startswith("/dumps/") or kind == "text":
                assert answer.status_code == 200, iri
                continue
            assert answer.status_code == 303, iri
            assert answer.headers["Location"] == f"{path}.html"


def test_the_page_of_each_kind_names_itself(client: Client, iris: dict[str, list[str]]) -> None:
    for _, iri in one_of_each(iris):
        found = client.get(f"{path_of(iri)}.html")
        assert found.status_code == 200, iri
        assert found.headers["Content-Type"] == "text/html; charset=utf-8"
        assert "<h1>" in found.text


@pytest.mark.parametrize(("extension", "media_type"), [(e, m) for e, (m, _) in RDF.items()])
def test_accept_leads_to_the_format(client: Client, extension: str, media_type: str) -> None:
    found = client.get(TELEGRAM, f"{media_type}; charset=utf-8")
    assert found.status_code == 303
    assert found.headers["Location"] == f"{TELEGRAM}.{extension}"
    assert found.headers["Vary"] == "Accept"
    assert found.links["describedby"] == {
        "url": f"{TELEGRAM}.ttl",
        "rel": "describedby",
        "type": "text/turtle",
    }


def test_without_a_wish_turtle(client: Client) -> None:
    assert client.get(TELEGRAM).headers["Location"] == f"{TELEGRAM}.ttl"
    assert client.get(TELEGRAM, "*/*").headers["Location"] == f"{TELEGRAM}.ttl"


def test_not_acceptable_lists_what_there_is(client: Client) -> None:
    found = client.get(TELEGRAM, "image/png")
    assert found.status_code == 406
    assert f"Turtle (text/turtle): {TELEGRAM}.ttl" in found.text
    assert f"{TELEGRAM}.html" in found.text


def test_what_is_said_and_what_points_at_it(client: Client) -> None:
    said = triples(client.get(f"{TELEGRAM}/saying/mao.nt").content, "nt")
    saying, kg = f"<{D}/saying/mao>", "https://w3id.org/dispatch/ns#"
    assert (saying, f"<{kg}saidBy>", f"<{BASE}person/mao-zedong>") in said
    about = "<http://www.cidoc-crm.org/cidoc-crm/P140_assigned_attribute_to>"
    assert (f"<{D}/attribution/mao>", about, saying) in said


def test_a_named_graph_gives_its_content(client: Client, release: Release) -> None:
    found = client.get(f"{TELEGRAM}/graph.nq")
    lines = found.content.splitlines()
    assert len(lines) == release.manifest["graphs"][f"{D}/graph"]
    assert all(line.endswith(f"<{D}/graph> .".encode()) for line in lines)
    assert client.get("/graph/links.ttl").status_code == 200


def test_literals_keep_their_written_form(client: Client) -> None:
    found = client.get(f"{TELEGRAM}/text.ttl")
    assert "4082 B" in found.text
    spans = [line for line in client.get(f"{TELEGRAM}/graph.nt").text.splitlines() if "oa#start" in line]
    assert spans
    assert all("XMLSchema#nonNegativeInteger" in line for line in spans)


def test_entity_tags_and_conditional_requests(client: Client) -> None:
    first = client.get(f"{TELEGRAM}.ttl")
    tag = first.headers["ETag"]
    assert not tag.startswith("W/")
    again = client.get(f"{TELEGRAM}.ttl", headers={"If-None-Match": f'"other", {tag}'})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["ETag"] == tag
    tags = {client.get(f"{TELEGRAM}.{extension}").headers["ETag"] for extension in (*RDF, "html")}
    assert len(tags) == 7
    assert client.get(f"{TELEGRAM}.ttl", headers={"If-None-Match": '"other"'}).status_code == 200


def test_links_of_a_description(client: Client) -> None:
    links = client.get(f"{TELEGRAM}.ttl").headers["Link"]
    assert f'<{D}>; rel="describes"' in links
    assert f'<{D}.ttl>; rel="canonical"' in links
    assert '<https://creativecommons.org/publicdomain/zero/1.0/>; rel="license"' in links
    assert f'<{TELEGRAM}.html>; rel="alternate"; type="text/html"' in links
    assert "license" not in client.get(f"{TELEGRAM}.html").headers["Link"]


def test_the_host_header_shapes_nothing(client: Client) -> None:
    found = client.get(TELEGRAM, headers={"Host": "evil.example", "X-Forwarded-Host": "evil.example"})
    assert "evil" not in str(found.headers) + found.text
    page = client.get(f"{TELEGRAM}.html", headers={"Host": "evil.example"})
    assert "evil" not in str(page.headers) + page.text
    for path in ("/document", "/shapes", "/dumps", "/person/kim-il-sung/", "//evil.example/"):
        moved = client.get(path, BROWSER, headers={"Host": "evil.example"})
        assert not moved.headers.get("Location", "/").startswith(("http", "//"))


def test_the_captured_text(client: Client, root: object) -> None:
    found = client.get(f"{TELEGRAM}/text")
    assert found.status_code == 200
    assert found.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert len(found.content) == 4082
    assert len(found.content.decode()) == 4077
    assert found.headers["Vary"] == "Accept"
    assert client.get(f"{TELEGRAM}/text", BROWSER).content == found.content
    assert client.get(f"{TELEGRAM}/text", "text/turtle").headers["Location"] == f"{TELEGRAM}/text.ttl"
    assert client.get(f"{TELEGRAM}/text", "image/png").status_code == 406
    assert client.get(f"{TELEGRAM}/text", headers={"If-None-Match": found.headers["ETag"]}).status_code == 304
    assert "license" not in found.headers.get("Link", "")


def test_head_and_options_and_the_rest(client: Client) -> None:
    head = client.ask("HEAD", f"{TELEGRAM}.ttl")
    assert head.status_code == 200
    assert head.content == b""
    assert int(head.headers["Content-Length"]) == len(client.get(f"{TELEGRAM}.ttl").content)
    options = client.ask("OPTIONS", f"{TELEGRAM}.ttl")
    assert options.status_code == 200
    assert "GET" in options.headers["Access-Control-Allow-Methods"]
    for method in ("PUT", "DELETE", "PATCH", "POST"):
        refused = client.ask(method, TELEGRAM)
        assert refused.status_code == 405
        assert "GET" in refused.headers["Allow"]


@pytest.mark.parametrize(
    ("path", "helps"),
    [
        ("/person/kim-il-sun", "/person/kim-il-sung"),
        ("/person/Kim-Il-Sung", "/person/kim-il-sung"),
        ("/document/telegram-1258/saying/nobody", "/document/telegram-1258"),
        ("/document/telegram-1258/saying/nobody.ttl", "/document/telegram-1258"),
        ("/document/telegram-9999", "/document/telegram-1258"),
        ("/event/nothing-like-it", "/event/"),
        ("/nowhere", "/sparql"),
        ("/vocab/mood/sulky", "/vocab/mood"),
        ("/%00", "/"),
        ("/%ff%fe", "/"),
        ("/person/" + "x" * 3000, "/person/"),
        ("/../../etc/passwd", "/"),
        ("/document/telegram-1258/text.html.ttl", "/document/telegram-1258"),
    ],
)
def test_nothing_here_but_help(client: Client, path: str, helps: str) -> None:
    for accept in (BROWSER, "text/turtle", "application/json", None):
        found = client.get(path, accept)
        assert found.status_code == 404
        assert helps in found.text
    problem = client.get(path, "application/json")
    assert problem.headers["Content-Type"] == "application/problem+json"
    assert problem.json()["status"] == 404


def test_a_slash_too_many(client: Client) -> None:
    found = client.get("/person/kim-il-sung/", BROWSER)
    assert (found.status_code, found.headers["Location"]) == (308, "/person/kim-il-sung")
    assert client.get("/person", BROWSER).headers["Location"] == "/person/"


def test_every_answer_is_safe_to_show_and_open_to_all(client: Client) -> None:
    for path in (
        "/",
        TELEGRAM,
        f"{TELEGRAM}.ttl",
        f"{TELEGRAM}.html",
        "/nowhere",
        "/sparql",
        "/dumps/",
        "/static/style.css",
    ):
        headers = client.get(path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Access-Control-Allow-Origin"] == "*"
        assert headers["Content-Security-Policy"].startswith("default-src 'none';")
        assert headers["Referrer-Policy"]
