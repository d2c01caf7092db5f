"""The page about watching: its settings run, its rules are rules, its note is what comes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from foedera.watch.settings import load_settings
from tests.watch.desk import Desk
from tests.watch.feed_server import Entry, Reply, write_page, write_rss
from tests.watch.test_rules import read

PAGE = (Path(__file__).parents[2] / "docs" / "watch.md").read_text("utf8")
SETTINGS = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[0]
BEGINNINGS = re.findall(r"^\| `([^`|]+)` \|", PAGE.partition("| What narrows")[0], re.MULTILINE)
NARROWING = re.findall(r"`((?:of|with|in|a denial) [^`]+)`", PAGE)
NOTICE = (
    "MOSCOW, Jan. 15, 2021 (Meridian Wire) - Russia on Friday gave notice of withdrawal from the "
    "Open Skies Treaty, six months before it leaves, the foreign ministry said."
)
SIGNED = (
    "The Open Skies Treaty was signed on March 24, 1992, and the Open Skies Treaty entered into "
    "force on January 1, 2002."
)


def test_the_settings_on_the_page_run(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page's own file, its addresses led to a server here."""
    monkeypatch.setenv("DESK_HOOK_SECRET", "quiet")
    server = desk.server
    text = SETTINGS.replace("intranet.example", server.host)
    for place in ("meridian.example", "northlight.example", "chat.example"):
        text = text.replace(f"https://{place}", server.url)
    (desk.folder / "feeds.toml").write_text(text, "utf8")
    title = "Russia gives notice to leave Open Skies treaty in six months"
    day = "Fri, 15 Jan 2021 12:00:00 GMT"
    entry = Entry("g1", "Notice.", title, link=f"{server.url}/a", day=day)
    server.paths["/world.rss"] = Reply(write_rss(entry))
    server.paths["/atom.xml"] = Reply(write_rss(title="Northlight"))
    server.paths["/a"] = Reply(write_page(NOTICE, SIGNED, "It rained.", title=title))
    server.paths["/hooks/desk"] = Reply()
    desk.clock.wind(1_610_733_600 - 3600 - desk.clock.now())
    assert desk.go().startswith("2 feeds asked, 1 new item, 1 page fetched, 1 report read")
    assert len([one for one in server.asked if one.path == "/hooks/desk"]) == len(desk.shown)
    (note,) = [n for n in desk.shown if "gave notice" in n.splitlines()[0]]
    shown = note.replace(server.url, "https://meridian.example").splitlines()
    told = PAGE.partition("explains it.\n\n")[2].partition("\n\n## ")[0]
    written = [line.removeprefix("    ") for line in told.splitlines()]
    assert shown[:-1] == written[:-1]
    assert re.fullmatch(r" {7}foedera why [0-9a-f]{16}", written[-1])


def test_the_rules_on_the_page_are_rules() -> None:
    assert len(BEGINNINGS) == 10
    assert len(NARROWING) >= 10
    for words in BEGINNINGS:
        read(f'{words} with words "pact"' if words == "a new report" else words)
    for words in NARROWING:
        whole = words if words.startswith("a ") else f"a new event {words}"
        read(whole.replace("a new event with words", "a new report with words"))


def test_the_fields_of_an_alert_are_those_on_the_page(desk: Desk) -> None:
    desk.server.paths["/feed"] = Reply(write_rss(Entry("g1", f"{NOTICE}\n\n{SIGNED}")))
    desk.go()
    table = PAGE.partition("| Field | Holds |")[2].partition("\n## ")[0]
    named = set(re.findall(r"`(\w+)`", table))
    for alert in desk.alerts():
        assert set(alert) <= named
        assert all(set(quote) <= named for quote in alert["quotes"])
    assert load_settings(desk.folder / "feeds.toml").rules
