"""The pages in a real browser: the way from the home page to an answer, at two widths, without an error."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.web.client import TELEGRAM, Client

CHROMIUM = shutil.which("chromium")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDTHS = (1280, 390)
PAGES = (
    "/", "/about", "/document/", f"{TELEGRAM}.html", f"{TELEGRAM}/saying/mao.html",
    f"{TELEGRAM}/event/visit.html", f"{TELEGRAM}/span/1878-1888.html", "/person/kim-il-sung.html",
    "/group/party-political-council.html", "/sparql", "/queries/", "/dumps/", "/dataset.html", "/ns.html",
    "/vocab/mood/statement.html", "/shapes/",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("chromium (Debian's package) is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test when the browser complains or asks another host for something."""
    complaints: list[str] = []
    page = browser.new_page(viewport={"width": WIDTHS[0], "height": 900})
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield page
    origin = page.evaluate("location.origin")
    page.close()
    # The browser also complains of the answer that a malformed query is to get.
    assert [text for text in complaints if "status of 400" not in text] == []
    assert [url for url in asked if not url.startswith(origin)] == []


def test_from_the_home_page_to_the_chain_of_voices(page: Page, client: Client) -> None:
    page.goto(client.origin + "/")
    page.get_by_role("link", name="Telegram no. 1258 of 22 September 1950").first.click()
    assert page.title().startswith("Telegram no. 1258")
    page.get_by_role("link", name="saying mao", exact=True).first.click()
    assert "3 voices stand between the speaker and the reader" in page.inner_text("main")
    assert "supposedly" in page.inner_text("main")


def test_a_named_question_is_run_and_answered_as_a_table(page: Page, client: Client) -> None:
    page.goto(client.origin + "/sparql")
    page.get_by_role("link", name="Hedged statements").click()
    page.get_by_role("button", name="Run").click()
    table = page.get_by_role("table")
    assert table.get_by_role("row").count() == 12
    assert "allegedly" in table.inner_text()


def test_a_malformed_query_keeps_its_text_and_says_where(page: Page, client: Client) -> None:
    page.goto(client.origin + "/sparql")
    page.locator("textarea").fill("SELECT * WHERE { ?s ?p }")
    with page.expect_response(lambda response: "/sparql" in response.url) as answered:
        page.get_by_role("button", name="Run").click()
    assert answered.value.status in (200, 400)
    assert "line 1" in page.inner_text("main").lower()
    assert page.locator("textarea").input_value() == "SELECT * WHERE { ?s ?p }"


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_fits_its_width_and_has_one_heading(width: int, page: Page, client: Client) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in PAGES:
        page.goto(client.origin + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.locator("h1").count() == 1, path
        assert page.evaluate("document.styleSheets[0].cssRules.length") > 50, path
