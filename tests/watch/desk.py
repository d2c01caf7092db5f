"""A desk that watches one feed: settings, rounds gone one after another, alerts read back."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from foedera.watch.running import run_watch
from foedera.watch.settings import load_settings
from tests.watch.feed_server import Entry, FeedServer, HandClock, Reply, write_rss, write_settings

SIGNED = (
    "OSLO, Dec. 5 (Northern Wire) - Norway and Chile signed the Fjord Pact in Oslo on Thursday, "
    "the foreign ministry of Norway said.\n\nFishermen on both coasts were content."
)
RATIFIED = (
    "SANTIAGO, Dec. 9 (Northern Wire) - The parliament of Chile ratified the Fjord Pact on Monday, "
    "the government said.\n\nNorway is expected to follow next year."
)
RAID = (
    "NIAMEY, Dec. 6 (Northern Wire) - Gunmen attacked an army post near Tillaberi on Friday and "
    "killed at least 10 soldiers, the defence ministry of Niger said."
)
RAID_EDITED = (
    RAID.replace("at least 10", "at least 18") + "\n\nMali denied that it armed the gunmen."
)
RULES = """
[[rule]]
when = "a new step in any agreement"
[[rule]]
when = "a new agreement"
[[rule]]
when = "status of any agreement changes"
[[rule]]
when = "a party to any agreement changes"
[[rule]]
when = "a new event of kind military.*"
[[rule]]
when = "a toll rises"
[[rule]]
when = "a denial appears"
"""
FILE = '[[tell]]\nto = "file"\npath = "alerts.jsonl"'


@dataclass
class Desk:
    """One desk; each round opens everything anew, as a run from a timer does."""

    folder: Path
    server: FeedServer
    clock: HandClock = field(default_factory=lambda: HandClock(1_733_760_000.0))
    shown: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def set(self, *more: str, top: str = "pages = false") -> None:
        """Write the settings."""
        write_settings(self.folder, self.server, *(more or (RULES, FILE)), top=top)

    def show(self, *entries: Entry, etag: str | None = None) -> None:
        """Let the feed hold some items; with an ETag it answers 304 to whoever knows it."""

        def answer(asked):
            if etag is not None and asked.headers.get("if-none-match") == etag:
                return Reply(status=304, headers={"ETag": etag})
            return Reply(write_rss(*entries), headers={"ETag": etag} if etag else {})

        self.server.paths["/feed"] = answer

    def go(self, *, later: float = 3600.0) -> str:
        """Go one round and return its line."""
        settings = load_settings(self.folder / "feeds.toml")
        self.clock.wind(later)
        run_watch(settings, self.clock, self.shown.append, self.said.append, once=True)
        return self.said[-1]

    def alerts(self) -> list[dict]:
        """Read the file of alerts back."""
        place = self.folder / "alerts.jsonl"
        lines = place.read_text("utf8").splitlines() if place.exists() else []
        return [json.loads(line) for line in lines]

    def sentences(self) -> list[str]:
        return [alert["sentence"] for alert in self.alerts()]
