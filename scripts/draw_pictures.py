"""Draw the documentation's pictures: dossiers, and what the journeys of an analyst see at the desk.

Reads the samples and the reports of the journeys into a record of their own, serves it as a user
does, and goes through the pages in headless Chromium. `make pictures` runs it; with names it draws
those alone. Everything a picture shows is on a page that tests hold, so one that no longer comes
about is a change to look at.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
REPORTS = (ROOT / "samples", ROOT / "tests" / "journeys" / "reports")
SHARP = 1.35
"""So many dots stand for a pixel, so that letters are even on most screens."""
MOST = 1_500_000
"""All pictures together take so many bytes at most."""


@dataclass(frozen=True)
class View:
    """A picture: where a reader goes, what is done there, and how much is shown."""

    name: str
    go: Callable[[Page], object]
    height: int
    width: int = 1120
    look: str = "light"


def opened(path: str, *links: str) -> Callable[[Page], object]:
    """Go to a page and on by the names of links."""

    def go(page: Page) -> None:
        page.goto(path)
        for link in links:
            page.get_by_role("link", name=link).first.click()

    return go


DEPLOYMENT = "Deployment · Latvia → Estonia"
TREATY = "Amber Coast Treaty"
BY_EVENT = "/events?kind=military.deploy&actor=Latvia"


def see_a_day(page: Page) -> None:
    """Find an agreement and set the day."""
    opened("/agreements?q=Amber", TREATY)(page)
    page.get_by_label("As things stood on").fill("2021-06-10")
    page.get_by_text("as of 10 June 2021").wait_for()
    page.evaluate("document.activeElement.blur()")


def follow_a_number(page: Page) -> None:
    """From a value to the words that it was read from."""
    opened(BY_EVENT, DEPLOYMENT, "some 350 soldiers")(page)
    page.evaluate("scrollTo(0, 0)")


def split(page: Page) -> None:
    """Split a telling off and look at the decision."""
    opened(BY_EVENT, DEPLOYMENT)(page)
    page.get_by_label("Choose the telling by Tallinn Courier").check()
    page.get_by_label("Reason").fill("the denial is of another unit")
    page.get_by_label("Your name").fill("Ana")
    with page.expect_navigation(url="**/decisions/*"):
        page.get_by_role("button", name="Split").click()


VIEWS = (
    View("home", opened("/"), 1120),
    View("agreement", opened("/agreements?q=Open+Skies", "Open Skies Treaty"), 1330),
    View("agreement-on-a-day", see_a_day, 860),
    View("event", opened(BY_EVENT, DEPLOYMENT), 1160),
    View("report", follow_a_number, 720),
    View("review", opened("/review"), 950),
    View("story", opened("/reports?q=soldiers+arrive", "Latvian soldiers", "its story"), 800),
    View("search", opened("/search?q=soldiers&outlet=northlight&since=2021-05-01"), 720),
    View("changes", opened("/changes?since=2021-05-01"), 880),
    View("actor", opened("/actors?q=Estonia", "Estonia"), 1000),
    View("timeline", opened("/timeline?since=2017-01-01"), 1010),
    View("network", opened("/network"), 1000),
    View("map", opened("/map"), 1070),
    View("event-dark", opened(BY_EVENT, DEPLOYMENT), 800, look="dark"),
    View("agreement-phone", opened("/agreements?q=Amber", TREATY), 1200, width=390),
    View("decision", split, 760),  # the last: it changes the record
)
DOSSIERS = (
    ("dossier", 1080, ("Open Skies",)),
    ("dossier-news", 1110, ("Open Skies", "--changed-since", "2020-12-31")),
)


def run(work: Path, *words: str) -> None:
    """Run a command of foedera in a folder."""
    subprocess.run([sys.executable, "-m", "foedera", *words], cwd=work, check=True)


@contextmanager
def serving(work: Path) -> Iterator[str]:
    """Serve the record as its user does; yield the address."""
    command = [sys.executable, "-m", "foedera", "serve", "desk.foedera", "--port", "0"]
    with subprocess.Popen(
        command, cwd=work, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as server:
        try:
            assert server.stdout is not None
            yield server.stdout.readline().decode().rpartition(" ")[2].strip().rstrip("/")
        finally:
            server.terminate()


def shoot(browser: Browser, view: View, base: str | None) -> bytes:
    """Go where a picture is taken, and take it; nothing may go wrong on the way."""
    context = browser.new_context(
        base_url=base,
        locale="en-GB",
        color_scheme="dark" if view.look == "dark" else "light",
        device_scale_factor=SHARP,
        viewport={"width": view.width, "height": view.height},
        reduced_motion="reduce",
    )
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("response", lambda one: wrong.append(one.url) if one.status >= 400 else None)
    view.go(page)
    page.wait_for_load_state()
    assert not wrong, wrong
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view.name
    taken = page.screenshot()
    context.close()
    return taken


def keep(taken: bytes, place: Path) -> int:
    """Write a picture small: few colours for PNG, WebP without loss else; return its size."""
    picture = Image.open(io.BytesIO(taken)).convert("RGB")
    if place.suffix == ".png":
        picture.quantize(192, dither=Image.Dither.NONE).save(place, optimize=True)
    else:
        place.parent.mkdir(exist_ok=True)
        picture.save(place, lossless=True, quality=100, method=6)
    return place.stat().st_size


def draw(browser: Browser, work: Path, wanted: set[str]) -> Iterator[Path]:
    """Draw all pictures, or those wanted."""
    for name, height, asked in DOSSIERS:
        if not wanted or name in wanted:
            file = work / f"{name}.html"
            run(work, "dossier", *asked, "--record", "desk.foedera", "-o", file.name)
            view = View(name, opened(file.as_uri()), height, width=960)
            keep(shoot(browser, view, None), DOCS / f"{name}.png")
            yield DOCS / f"{name}.png"
    with serving(work) as base:
        for view in VIEWS:
            if not wanted or view.name in wanted:
                place = DOCS / "pictures" / f"{view.name}.webp"
                keep(shoot(browser, view, base), place)
                yield place


def main() -> None:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if found is None:
        sys.exit("No Chromium on this machine: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        work = Path(folder)
        run(work, "read", *map(str, REPORTS), "--record", "desk.foedera")
        browser = player.chromium.launch(executable_path=found, args=["--no-sandbox"])
        for place in draw(browser, work, set(sys.argv[1:])):
            print(f"{place.relative_to(ROOT)}  {place.stat().st_size:,} bytes")
        browser.close()
    held = [*DOCS.glob("*.png"), *DOCS.glob("pictures/*.webp")]
    total = sum(place.stat().st_size for place in held)
    print(f"{len(held)} pictures, {total:,} bytes")
    if total > MOST:
        sys.exit(f"More than {MOST:,} bytes: show less, or fewer.")


if __name__ == "__main__":
    main()
