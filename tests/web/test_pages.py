"""The pages: what a reader finds on them."""

from __future__ import annotations

import html
import json
import re

import pytest

from kg.release import Release
from kg.settings import Settings
from kg.web.formats import RDF_FORMATS
from kg.web.site import COLLECTIONS
from tests.web.client import BASE, BROWSER, TELEGRAM, Client, D

MAO = (
    "Mao Zedong, according to Kim Il Sung, according to Heo Gai,"
    " according to the Soviet ambassador to the DPRK"
)


def text_of(page: str) -> str:
    """The visible words of a page, in one line."""
    body = re.sub(r"<(script|style|head)\b.*?</\1>", " ", page, flags=re.DOTALL)
    spaced = re.sub(r"</(p|li|h\d|td|th|dd|dt)>", r"\g<0> ", body)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", spaced)).split())


def structured(page: str) -> list[dict[str, object]]:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert not re.search(r"[<>&]", found)
    graph: list[dict[str, object]] = json.loads(found)["@graph"]
    return graph


@pytest.fixture(scope="module")
def telegram_page(client: Client) -> str:
    return client.get(f"{TELEGRAM}.html").text


def test_home_shows_the_way(client: Client, built: Settings) -> None:
    found = client.get("/", BROWSER)
    assert found.status_code == 200
    words = text_of(found.text)
    for shown in (built.title, built.description, "Telegram no. 1258 of 22 September 1950", "Kim Il Sung"):
        assert shown in words
    for path in (
        "/document/",
        "/person/",
        "/sparql",
        "/dumps/",
        "/dataset",
        "/ns",
        "/vocab",
        "/shapes/",
        "/about",
    ):
        assert f'href="{path}"' in found.text
    assert f'href="{built.licence}"' in found.text
    assert f"curl -L -H 'Accept: text/turtle' {D}" in html.unescape(found.text)
    assert "Dataset" in json.dumps(structured(found.text))
    assert client.get("/", "text/turtle").headers["Location"] == "/dataset"


def test_every_link_of_the_main_pages_leads_somewhere(client: Client, telegram_page: str) -> None:
    pages = [telegram_page] + [
        client.get(path, BROWSER).text
        for path in ("/", "/about", "/dataset", "/dumps/", "/sparql", "/person/kim-il-sung.html",
                     f"{TELEGRAM}/saying/zhou.html", "/document/", "/vocab.html")
    ]  # fmt: skip
    paths = {
        html.unescape(path) for page in pages for path in re.findall(r'(?:href|src|action)="(/[^"#]*)', page)
    }
    assert len(paths) > 150
    for path in sorted(paths):
        assert client.get(path, BROWSER).status_code in (200, 303, 308), path


def test_anchors_exist(telegram_page: str) -> None:
    ids = re.findall(r'id="([^"]+)"', telegram_page)
    assert len(ids) == len(set(ids))
    for target in re.findall(r'href="#([^"]+)"', telegram_page):
        assert target in ids, target


def test_the_head_of_the_document(telegram_page: str) -> None:
    words = text_of(telegram_page)
    for shown in (
        "Telegram no. 1258 of 22 September 1950",
        "From the Soviet ambassador to the DPRK to the first deputy minister of foreign affairs",
        "TsAMO RF, f. 5, op. 918795, d. 125, ll. 89-91",
        "TsAMO RF F. 5. Op. 918795. D. 125, pp. 89-91",
        "by Gary Goldberg",
        "Leon Levy Foundation",
        "The History and Public Policy Program welcomes reuse",
        "Heo Gai discusses the possibilities",
        "Nº 79",
    ):
        assert shown in words, shown


def test_all_the_words_of_the_text_are_on_the_page(telegram_page: str, client: Client) -> None:
    captured = client.get(f"{TELEGRAM}/text").content.decode()
    blocks = re.findall(r'<p class="text"[^>]*>(.*?)</p>', telegram_page, re.DOTALL)
    without_numbers = [re.sub(r'<a class="ref".*?</a>', "", block) for block in blocks]
    shown = "".join(html.unescape(re.sub(r"<[^>]+>", "", block)) for block in without_numbers)
    assert sorted("".join(shown.split())) == sorted("".join(captured.split()))


def test_every_saying_has_its_note_and_its_place_in_the_tree(telegram_page: str) -> None:
    words = text_of(telegram_page)
    for number in range(1, 30):
        assert f'id="note-{number}"' in telegram_page
        assert f'id="s{number}"' in telegram_page
    assert MAO in words
    assert "1924–2014" in words
    assert "“supposedly” (hearsay; weakens who is quoted)" in words
    assert "“In my opinion” (own opinion; weakens what is said)" in words
    tree = telegram_page[telegram_page.index('class="tree"') :]
    assert tree.count("<li>") >= 31


def test_lines_count_the_voices(telegram_page: str) -> None:
    assert re.search(r'<span class="said l3"[^>]*><a class="mention"[^>]*>China</a>', telegram_page)
    assert re.search(r'<span class="said l1 open"[^>]*>', telegram_page)
    assert re.search(r'<span class="hedge first last" title="[^"]*who is quoted', telegram_page)


def test_events_and_proposals_are_kept_apart(telegram_page: str) -> None:
    words = text_of(telegram_page)
    events, proposals = words.split("Events the editors take to have happened")[1].split(
        "Put forward, according"
    )
    assert "Heo Gai visits the Soviet ambassador" in events
    assert "known: first-hand" in events
    assert "Ask the Chinese government to send troops to Korea" in proposals
    assert "Pak Il-u favours asking China for troops" in proposals


def test_hearsay_is_not_given_to_search_engines_as_fact(telegram_page: str, client: Client) -> None:
    nodes = structured(telegram_page)
    types = {
        kind
        for node in nodes
        for kind in ([node["@type"]] if isinstance(node["@type"], str) else node["@type"])
    }  # type: ignore[union-attr]
    assert {"Message", "DigitalDocument", "ArchiveComponent", "Claim", "Event"} <= types
    assert "Action" not in types
    claims = [node for node in nodes if node["@type"] == "Claim" or "Claim" in node["@type"]]  # type: ignore[operator]
    assert len(claims) == 30
    assert all(set(claim) <= {"@id", "@type", "name", "appearance"} for claim in claims)
    whole = json.dumps(nodes)
    for kept_back in ("/proposal/", "/proposition/", "/attribution/", "/belief/", "saidBy", "hedge"):
        assert kept_back not in whole
    (message,) = [node for node in nodes if node["@id"] == D]
    assert message["sender"] == {
        "@id": f"{BASE}person/soviet-ambassador-dprk-1950",
        "name": "the Soviet ambassador to the DPRK",
    }
    (person,) = structured(client.get("/person/kim-il-sung.html").text)
    assert person["@type"] == "Person"
    assert "wikidata.org" in json.dumps(person["sameAs"])


def test_a_person(client: Client) -> None:
    words = text_of(client.get("/person/kim-il-sung.html").text)
    said = words.split("Is said to have said")[1].split("May have said")[0]
    assert "not a record of what Kim Il Sung said" in said
    assert said.index("asked the opinion") < said.index("how can this be") < said.index("if we had time")
    assert said.count("according to Heo Gai") == 14
    assert "But they are afraid" in words.split("May have said")[1]
    assert "Korea is an important strategic point" in words.split("Reports the words of others")[1]
    heo = text_of(client.get("/person/heo-gai.html").text)
    assert "Ho Ka I" in heo
    assert "Soviet Korean according to the Soviet ambassador" in heo
    assert "Meeting of the Party political council" not in heo.split("Takes part in")[1].split("Named")[0]
    author = text_of(client.get("/person/soviet-ambassador-dprk-1950.html").text)
    assert (
        "I declined to discuss this issue"
        in author.split("Says in the document itself")[1].split("May have said")[0]
    )


def test_a_saying(client: Client) -> None:
    words = text_of(client.get(f"{TELEGRAM}/saying/mao.html").text)
    for shown in (
        MAO,
        "3 voices stand between",
        "Kim Il Sung then, supposedly referring to Mao Zedong, said that",
        "who is quoted",
        "code points 1924–2014",
        "and this might help",
    ):
        assert shown in words, shown
    two_ways = text_of(client.get(f"{TELEGRAM}/saying/zhou.html").text)
    assert "One way" in two_ways
    assert "Another way" in two_ways
    assert "None of this is asserted" in two_ways
    assert "speaker open" in text_of(client.get(f"{TELEGRAM}/saying/afraid.html").text)
    assert "The ambassador’s account" in text_of(
        client.get(f"{TELEGRAM}/saying/narrative.html").text
    ).replace("'", "’")


def test_plain_pages_say_labels_not_addresses(client: Client) -> None:
    words = text_of(client.get("/event/political-council-meeting-1950-09-21.html").text)
    for shown in (
        "had participant",
        "Pak Il-u",
        "has type",
        "meeting",
        "basis",
        "reported",
        "What points at it",
    ):
        assert shown in words
    span = text_of(client.get(f"{TELEGRAM}/span/1924-2014.html").text)
    assert "Stretch of text" in span
    assert "said that China is not constrained" in span
    proposition = text_of(client.get(f"{TELEGRAM}/proposition/favours-pak-il-u.html").text)
    assert "It is not asserted." in proposition
    graph = text_of(client.get(f"{TELEGRAM}/graph.html").text)
    assert "A named graph with" in graph


@pytest.mark.parametrize("kind", COLLECTIONS)
def test_lists(client: Client, kind: str) -> None:
    found = client.get(f"/{kind}/", BROWSER)
    assert found.status_code == 200
    # the authority files know everybody whom the telegram names, and no volume holds it
    known = kind not in ("candidate", "volume")
    assert known == (f'href="/{kind}/' in found.text or f'/{kind}"' in found.text)
    assert client.get(f"/{kind}/?page=2", BROWSER).status_code == 404
    for number in ("0", "-1", "x", "9" * 40, "²"):
        assert client.get(f"/{kind}/?page={number}").status_code == 404


def test_the_data_is_counted_as_in_the_dumps(client: Client, release: Release) -> None:
    lines = (release.path / "dumps" / "all.nq").read_bytes().count(b"\n")
    assert f"<b>{lines:,}</b> statements" in client.get("/", BROWSER).text
    assert f"{lines:,} in 4 named graphs" in client.get("/dataset", BROWSER).text


def test_the_downloads_page_names_the_dumps_that_keep_the_graphs(client: Client, release: Release) -> None:
    text = text_of(client.get("/dumps/", BROWSER).text)
    assert "TriG, N-Quads and JSON-LD keep the named graphs" in text
    for name in ("all.trig", "all.nq", "all.jsonld"):
        dump = (release.path / "dumps" / name).read_text(encoding="utf-8")
        assert "telegram-1258/graph" in dump
        assert "graph/dataset" not in dump


@pytest.mark.parametrize("path", ["/dataset", "/ns", "/vocab", "/profile"])
def test_descriptions_name_every_format_they_have(client: Client, path: str) -> None:
    text = client.get(path, BROWSER).text
    for form in RDF_FORMATS:
        assert f'href="{path}.{form.extension}"' in text


def test_an_event_says_who_takes_it_to_have_happened(client: Client) -> None:
    text = client.get("/event/political-council-meeting-1950-09-21.html").text
    assert "The editors take this to have happened." in text


def test_words_that_may_be_ones_own_are_not_listed_as_anothers(client: Client) -> None:
    text = text_of(client.get("/person/soviet-ambassador-dprk-1950.html").text)
    before, after = text.split("Reports the words of others")
    assert "But they are afraid that there will not be enough time" in before
    assert "But they are afraid that there will not be enough time" not in after.split("Takes part in")[0]


def test_the_source_of_a_name_is_a_link(client: Client) -> None:
    text = client.get("/person/heo-gai.html").text
    names = text[text.index("Written forms") : text.index("</table>")]
    assert 'href="/document/telegram-1258"' in names


def test_describe_any_iri(client: Client) -> None:
    ours = client.get(f"/describe?iri={BASE}person/stalin")
    assert (ours.status_code, ours.headers["Location"]) == (303, "/person/stalin")
    russian = client.get("/describe?iri=http://lexvo.org/id/iso639-3/rus", BROWSER)
    assert russian.status_code == 200
    assert "Telegram no. 1258" in russian.text
    wikidata = client.get("/describe?iri=http://www.wikidata.org/entity/Q855", BROWSER)
    assert wikidata.status_code == 200
    assert "Joseph Stalin" in wikidata.text
    nobody = client.get("/describe?iri=https://example.org/nobody")
    assert nobody.status_code == 404
    assert "nothing under https://example.org/nobody." in nobody.text
    assert client.get("/describe").status_code == 404


def test_pages_are_plain_and_whole(client: Client, telegram_page: str) -> None:
    for page in (telegram_page, client.get("/", BROWSER).text, client.get("/sparql", BROWSER).text):
        assert '<html lang="en">' in page
        assert page.count("<h1>") == 1
        assert "<main" in page
        assert " style=" not in page
        assert " onclick" not in page
        assert not re.search(r"<script(?! type=\"application/ld\+json\")", page)
        assert not re.search(r'(?:src|href)="(?:https?:)?//(?!localhost)[^"]*\.(?:js|css|woff2?)"', page)
    style = client.get("/static/style.css")
    assert style.headers["Content-Type"].startswith("text/css")
    assert "url(" not in style.text
    assert client.get("/static/icon.svg").headers["Content-Type"].startswith("image/svg+xml")
