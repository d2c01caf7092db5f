"""Every page of the desk, found from the app's own routes: fit for all readers and no script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from foedera.record import Record
from foedera.serve.pages import PAGES
from tests.journeys.conftest import serving, visiting

ROUTES = sorted(
    route.path  # type: ignore[attr-defined]
    for page in PAGES
    for route in page.router.routes
    if "GET" in route.methods  # type: ignore[attr-defined]
)
GRAVE = ("serious", "critical")
QUERIES = {
    "/search": "?q=Amber",
    "/changes": "?since=2021-05-10",
    "/agreements/{name}": "?on=2021-06-10&known=2021-06-10",
}
"""What is asked of a page that shows little until something is asked."""
PARAMETER = re.compile(r"\{\w+(?::\w+)?\}")


@pytest.fixture(scope="module")
def plain(browser: Browser, desk: str) -> Iterator[Page]:
    with visiting(browser, desk, java_script_enabled=False) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def scripted(browser: Browser, desk: str) -> Iterator[Page]:
    with visiting(browser, desk) as context:
        yield context.new_page()


@pytest.fixture(scope="module", params=["light", "dark"])
def reader(browser: Browser, desk: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    with visiting(browser, desk, color_scheme=request.param) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def telephone(browser: Browser, desk: str) -> Iterator[Page]:
    narrow = {"width": 360, "height": 740}
    with visiting(browser, desk, viewport=narrow, is_mobile=True, has_touch=True) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def decision(sample: Path) -> str:
    with Record(sample) as record:
        return str(record.corrections()[0].id)


@pytest.fixture(scope="module")
def examples(plain: Page, decision: str) -> dict[str, str]:
    """Find an address for each route: of a page beneath a list, the first that the list leads to.

    A new page is looked for by itself; only one that no list leads to must be named here.
    """
    found = {"/decisions/{name}": f"/decisions/{decision}"}
    for route in ROUTES:
        if route in found:
            continue
        if not PARAMETER.search(route):
            found[route] = route + QUERIES.get(route, "")
            continue
        above = PARAMETER.split(route)[0]
        plain.goto(above.rstrip("/"))
        links = plain.locator(f'main a[href^="{above}"]')
        assert links.count(), f"no example of {route}: no link on {above.rstrip('/')} leads to one"
        address = str(links.first.get_attribute("href"))
        found[route] = address + ("" if "?" in address else QUERIES.get(route, ""))
    return found


@cache
def axe() -> Axe:
    return Axe()


def grave(page: Page) -> list[str]:
    """List what keeps some readers out, with the elements at fault."""
    found = axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{one['id']} ({one['impact']}): {one['help']}: {[n['html'] for n in one['nodes'][:3]]}"
        for one in found
        if one["impact"] in GRAVE
    ]


@pytest.mark.parametrize("route", ROUTES)
def test_nothing_on_a_page_keeps_a_reader_out(
    route: str, reader: Page, examples: dict[str, str]
) -> None:
    answer = reader.goto(examples[route])
    assert answer is not None
    assert answer.ok
    assert not grave(reader)
    assert reader.locator("h1").count() == 1
    assert reader.title().endswith("· foedera")


@pytest.mark.parametrize("route", ROUTES)
def test_a_page_holds_its_content_without_script(
    route: str, plain: Page, scripted: Page, examples: dict[str, str]
) -> None:
    shown = [words_of(page, examples[route]) for page in (plain, scripted)]
    assert len(shown[0]) > 60
    assert shown[0] == shown[1]


@pytest.mark.parametrize("route", ROUTES)
def test_a_page_fits_a_telephone(route: str, telephone: Page, examples: dict[str, str]) -> None:
    telephone.goto(examples[route])
    wide = telephone.evaluate("document.documentElement.scrollWidth")
    assert wide <= telephone.evaluate("screen.width"), "something is wider than the screen"


def words_of(page: Page, address: str) -> str:
    """Return what stands on a page that is seen."""
    answer = page.goto(address)
    assert answer is not None
    assert answer.ok
    return " ".join(page.locator("main").inner_text().split())


def test_the_pages_that_are_met_in_trouble(browser: Browser, desk: str, tmp_path: Path) -> None:
    """Nothing there, nothing in the record, nobody let in: each says so, to everybody."""
    with visiting(browser, desk, expected=("404",)) as context:
        page = context.new_page()
        answer = page.goto("/reports/none")
        assert answer is not None
        assert answer.status == 404
        assert not grave(page)
    empty = tmp_path / "empty.foedera"
    Record(empty).close()
    with serving(empty, "--guarded") as entry:
        home, _, token = entry.partition("/?token=")
        with visiting(browser, home, expected=("401",)) as context:
            page = context.new_page()
            page.goto("/")
            assert not grave(page)
            page.get_by_label("token").fill(token)
            page.keyboard.press("Enter")
            expect(page.locator("main")).to_contain_text("foedera read")
            assert not grave(page)
