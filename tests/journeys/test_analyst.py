"""What an analyst does in a morning, done in a browser: ten journeys and what must come of each."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from foedera.cli import main
from foedera.record import Record
from tests.journeys.conftest import serving, visiting

DEPLOYMENT = "Deployment · Latvia → Estonia"
TREATY = "Amber Coast Treaty"
RATIFIED = re.compile("ratified by Estonia", re.IGNORECASE)


def find(page: Page, words: str) -> None:
    """Search as somebody does whose hands are on the keyboard."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def open_deployment(page: Page) -> None:
    page.goto("/events?kind=military.deploy&actor=Latvia")
    page.get_by_role("link", name=DEPLOYMENT).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(DEPLOYMENT)


def test_find_an_agreement_and_its_status_on_a_day(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("g")
    with page.expect_navigation(url="**/agreements"):
        page.keyboard.press("a")
    page.get_by_label("Party").fill("Latvia")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("main [data-row]")).to_have_count(1)
    page.keyboard.press("j")
    with page.expect_navigation(url="**/agreements/*"):
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(TREATY)
    status = page.locator(".state .pill")
    expect(status).to_have_text("in force")
    page.get_by_label("As things stood on").fill("2021-06-10")
    expect(status).to_have_text("signed")
    expect(page.locator(".state")).to_contain_text("as of 10 June 2021")
    expect(page).to_have_url(re.compile(r"\?on=2021-06-10"))
    expect(page.locator("main")).to_contain_text(RATIFIED)
    page.get_by_label("By reports published up to").fill("2021-05-31")
    expect(page.locator("main")).to_contain_text("By what reports published up to 31 May 2021 tell")
    expect(page.locator("main")).not_to_contain_text(RATIFIED)


def test_the_slider_moves_the_day(page: Page) -> None:
    page.goto("/agreements?q=Amber")
    page.get_by_role("link", name=TREATY).click()
    slider = page.get_by_label("Day asked about")
    slider.focus()
    page.keyboard.press("Home")
    expect(page.locator(".state .pill")).not_to_have_text("in force")
    page.keyboard.press("End")
    expect(page.locator(".state .pill")).to_have_text("in force")


def test_see_who_denies_a_deployment(page: Page) -> None:
    page.goto("/")
    find(page, "kind:military.deploy actor:Latvia")
    page.get_by_role("link", name=DEPLOYMENT).click()
    expect(page.locator(".state")).to_contain_text("Estonia denies")
    telling = page.locator("tr", has_text="Tallinn Courier")
    expect(telling.locator("td.conflict")).to_contain_text("Estonia denies")
    telling.get_by_role("link", name="Tallinn Courier").click()
    said = page.locator("article")
    expect(said).to_contain_text("Estonia denied that Latvia had sent soldiers to Estonia on 5 May")
    speech = page.get_by_role("complementary", name="What was read")
    expect(speech).to_contain_text("“denied”")


def test_trace_a_number_to_words(page: Page) -> None:
    open_deployment(page)
    page.get_by_role("link", name="some 350 soldiers").first.click()
    expect(page).to_have_url(re.compile(r"/reports/[0-9a-f]+#w-\d+-\d+$"))
    lit = page.locator("article .lit")
    expect(lit.first).to_be_in_viewport()
    words = "".join(lit.all_text_contents())
    assert words == "some 350 soldiers"
    start, end = map(int, re.findall(r"\d+", page.url.rpartition("#")[2]))
    assert end - start == len(words)
    claim = page.locator("[data-claim]", has_text="Deployment")
    claim.get_by_role("link", name="Estonia", exact=True).first.click()
    expect(lit).to_have_text(["Estonia"])  # a list: two marks may stand until the address is read


def test_split_a_wrong_merge_see_the_record_change_and_undo(own_page: Page) -> None:
    page = own_page
    open_deployment(page)
    event = page.url
    assert count_tellings(page) == 3
    page.get_by_label("Choose the telling by Tallinn Courier").check()
    page.keyboard.press("d")
    expect(page.get_by_label("Reason")).to_be_focused()
    page.keyboard.type("the denial is of another unit")
    page.get_by_label("Your name").fill("Ana")
    page.locator("h1").click()
    with page.expect_navigation(url="**/decisions/*"):
        page.keyboard.press("d")
    main_part = page.locator("main")
    expect(main_part).to_contain_text("They stand in two events.")
    expect(main_part).to_contain_text("the denial is of another unit")
    expect(main_part).to_contain_text("Ana")
    decision = page.url
    page.goto("/events?kind=military.deploy&actor=Latvia")
    expect(page.get_by_role("link", name=DEPLOYMENT)).to_have_count(2)
    page.goto(decision)
    page.locator("h1").click()
    page.keyboard.press("u")
    expect(page.get_by_role("heading", level=1)).to_contain_text("taken back")
    open_deployment(page)
    assert page.url == event
    assert count_tellings(page) == 3


def count_tellings(page: Page) -> int:
    return page.locator("table.tellings tr[data-row]").count()


def test_review_ten_items_by_keyboard(own_page: Page, own_place: Path) -> None:
    """Never a hand to the mouse: ten decisions, the last one taken back."""
    page = own_page
    page.goto("/")
    page.keyboard.press("g")
    with page.expect_navigation(url="**/review"):
        page.keyboard.press("v")
    page.keyboard.press("j")  # the first is passed over
    asked: list[str] = []
    for turn in range(10):
        at = page.locator("[data-row].at")
        expect(at).to_be_in_viewport()
        asked.append(str(at.get_attribute("aria-labelledby")))
        key, said = (("s", "same"), ("d", "different"))[turn % 2]
        with page.expect_navigation(url="**/review?done=*"):
            page.keyboard.press(key)
        expect(page.get_by_role("status").first).to_contain_text(f"Judged {said}")
    assert len(set(asked)) == 10, "what was decided does not come again"
    with page.expect_navigation():
        page.keyboard.press("u")
    expect(page.locator(f"[aria-labelledby={asked[-1]}]")).to_be_attached()
    with Record(own_place) as record:
        made = [one for one in record.judgements() if one.maker == "user"]
    assert len(made) == 10
    assert len([one for one in made if one.withdrawn]) == 1
    assert {one.verdict for one in made} == {"same", "different"}
    assert all(one.reasons[0].note.startswith("reviewed side by side") for one in made)


def test_follow_a_story(page: Page) -> None:
    page.goto("/reports?q=soldiers+arrive")
    page.get_by_role("link", name="Latvian soldiers arrive in Estonia").click()
    page.get_by_role("link", name="its story").click()
    chapters = page.locator(".chapters > li")
    expect(chapters).to_have_count(2)
    expect(chapters.nth(0)).to_contain_text("Latvia and Estonia sign treaty on rescue at sea")
    expect(chapters.nth(0)).to_contain_text(DEPLOYMENT)
    expect(chapters.nth(1)).to_contain_text("some 350 soldiers")
    page.get_by_role("link", name="Estonia ratifies the Amber Coast Treaty").click()
    expect(page.locator(".chapters")).to_contain_text("Tallinn Courier")
    expect(page.locator("main")).to_contain_text("What went before")


def test_share_a_url(page: Page, browser: Browser, desk: str) -> None:
    page.goto("/search")
    page.get_by_label("Words").fill("soldiers")
    page.get_by_label("Outlet").fill("Northlight News")
    page.get_by_label("From").fill("2021-05-01")
    with page.expect_navigation(url="**/search?q=soldiers*"):
        page.locator("main").get_by_role("button", name="Search").click()
    found = page.locator("main [data-row]").all_inner_texts()
    assert any("Latvian soldiers arrive in Estonia" in row for row in found)
    page.goto("/agreements?q=Amber")
    page.get_by_role("link", name=TREATY).click()
    page.get_by_label("As things stood on").fill("2021-06-10")
    expect(page.locator(".state .pill")).to_have_text("signed")
    shared = page.url
    page.goto("/search?q=soldiers&outlet=Northlight+News&since=2021-05-01")
    with visiting(browser, desk) as colleague:
        theirs = colleague.new_page()
        theirs.goto(shared)
        expect(theirs.locator(".state .pill")).to_have_text("signed")
        expect(theirs.get_by_label("As things stood on")).to_have_value("2021-06-10")
        theirs.goto(page.url)
        assert theirs.locator("main [data-row]").all_inner_texts() == found


def test_search_by_words_and_conditions(page: Page) -> None:
    page.goto("/")
    find(page, "Amber Coast")
    for heading in ("1 agreement", "3 reports"):
        expect(page.get_by_role("heading", name=re.compile(heading))).to_be_visible()
    find(page, "")  # the words of before stand there selected
    find(page, 'treaty place:Riga outlet:"Baltic Wire" since:2021-05-01')
    expect(page.locator("main")).to_contain_text("Signing · Estonia and Latvia")
    expect(page.locator("main")).not_to_contain_text("Open Skies")
    find(page, "zeppelin")
    expect(page.locator("main")).to_contain_text("Nothing in this record meets all of that.")


LATER = (
    "TALLINN, 20 December 2021 (Tallinn Courier) - Estonia gave notice of withdrawal from the "
    "Amber Coast Treaty on Monday, the Estonian foreign ministry said.\n"
)


def test_read_what_changed(browser: Browser, own_place: Path, tmp_path: Path) -> None:
    """Somebody looked yesterday; a report came over night, read beside the open desk."""
    with serving(own_place) as desk, visiting(browser, desk) as person:
        page = person.new_page()
        page.goto("/")
        expect(page.locator("main")).to_contain_text("New in the last days of the record")
        (seen,) = [one for one in person.cookies() if one["name"] == "foedera_seen"]
        before, latest, at = seen["value"].split(".")
        yesterday = f"{before}.{latest}.{int(at) - 86_400}"
        person.add_cookies([{"name": "foedera_seen", "value": yesterday, "url": desk}])
        report = tmp_path / "notice.txt"
        report.write_text(LATER, "utf8")
        main(["read", str(report), "--record", str(own_place)], standalone_mode=False)
        page.goto("/")
        news = page.locator("section", has_text="What changed since your last visit")
        expect(news).to_contain_text("1 report")
        expect(news.get_by_role("link", name=TREATY)).to_be_visible()
        expect(news).to_contain_text(re.compile("notice|withdr", re.IGNORECASE))
        news.get_by_role("link", name="All of it").click()
        expect(page.locator("main .lead")).to_contain_text("1 report")
        page.locator("main").get_by_role("link", name=TREATY).first.click()
        expect(page.locator("main")).to_contain_text("20 December 2021")


def test_print_a_dossier(browser: Browser, sample: Path, desk: str, tmp_path: Path) -> None:
    """The file as it is handed on: from a disk, without script, without a network, on paper."""
    file = tmp_path / "amber.html"
    main(
        ["dossier", "Amber Coast", "-o", str(file), "--record", str(sample)], standalone_mode=False
    )
    with visiting(browser, "file:", java_script_enabled=False, offline=True) as reader:
        page = reader.new_page()
        page.goto(file.as_uri())
        expect(page.locator("body")).to_contain_text(TREATY)
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF-")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 6


def test_print_a_page_of_the_desk(page: Page) -> None:
    """What is only for the screen stays away from paper; what was found is on it."""
    open_deployment(page)
    page.emulate_media(media="print")
    for gone in (
        page.get_by_role("navigation"),
        page.get_by_role("search"),
        page.locator("#judging"),
    ):
        expect(gone).to_be_hidden()
    expect(page.locator("table.tellings")).to_be_visible()
    expect(page.get_by_text("Estonia denies").first).to_be_visible()
    assert page.pdf(format="A4").startswith(b"%PDF-")
