"""One round after another: ask feeds, fetch pages, read, make alerts, tell."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import TypeVar

from foedera.record import Record
from foedera.view.words import count_of
from foedera.watch.addresses import host_of
from foedera.watch.alerts import reached_day, tell_record
from foedera.watch.clock import Clock
from foedera.watch.delivery import deliver
from foedera.watch.fetching import Fetcher
from foedera.watch.pages import Page, fetch_pages
from foedera.watch.polling import Poll, poll
from foedera.watch.settings import FeedSetting, Settings
from foedera.watch.state import State, Waiting

One = TypeVar("One")
Result = TypeVar("Result")
LIVE_FROM = 300
"""From so many reports on, few new ones are merged as they come: a watch reads few, and often."""
LIVE_SHARE = 0.1
LONGEST_SLEEP = 60.0
"""So many seconds the watch sleeps at most before it looks at the clock again."""


@dataclass(slots=True)
class Round:
    """What one round came to; `notes` name what a person should know."""

    asked: int = 0
    unchanged: int = 0
    failed: int = 0
    new: int = 0
    edited: int = 0
    pages: int = 0
    read: int = 0
    alerts: int = 0
    told: int = 0
    waiting: int = 0
    on_their_way: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def idle(self) -> bool:
        """Whether nothing was done that is worth a line."""
        return not (self.asked or self.read or self.alerts or self.told or self.notes)

    def line(self) -> str:
        """Say in one line what the round came to."""
        feeds = count_of(self.asked, "feed") + " asked"
        told = [f"{self.unchanged:,} unchanged"] if self.unchanged else []
        told += [f"{self.failed:,} failed"] if self.failed else []
        feeds += f" ({', '.join(told)})" if told else ""
        pieces = [feeds, count_of(self.new, "new item")]
        pieces += [f"{self.edited:,} edited"] if self.edited else []
        pieces += [f"{count_of(self.pages, 'page')} fetched"] if self.pages else []
        pieces += [f"{count_of(self.read, 'report')} read", count_of(self.alerts, "alert")]
        pieces += [f"{self.on_their_way:,} on their way"] if self.on_their_way else []
        pieces += [f"{self.waiting:,} waiting to be told"] if self.waiting else []
        return ", ".join(pieces)


class Watch:
    """A watch over feeds: what it needs at hand, and the round that it goes."""

    def __init__(
        self,
        settings: Settings,
        record: Record,
        state: State,
        fetcher: Fetcher,
        *,
        clock: Clock,
        show: Callable[[str], None],
    ) -> None:
        self._settings = settings
        self._record = record
        self._state = state
        self._fetcher = fetcher
        self._clock = clock
        self._show = show

    def begin(self) -> None:
        """Take what the record holds before the first round as known; later calls do nothing."""
        if self._state.meta("begun") is None:
            day = reached_day(self._record, self._clock.now())
            self._state.begin(self._record.report_ids(), day)

    def round(self, *, all_feeds: bool = False) -> Round:
        """Go one round; feeds whose time has not come are left alone, unless `all_feeds`."""
        done = Round()
        self.begin()
        self._ask_feeds(done, all_feeds=all_feeds)
        self._fetch_pages(done)
        self._read(done)
        done.alerts = tell_record(
            self._record, self._state, self._settings.rules, self._clock.now()
        )
        delivered = deliver(self._state, self._settings.channels, self._clock, self._show)
        done.told, done.waiting = delivered.told, delivered.waiting
        done.notes += delivered.notes
        done.on_their_way = self._state.count_waiting()
        done.notes += self._orphans()
        return done

    def _orphans(self) -> Iterator[str]:
        """Name channels that have alerts to hear and that the settings no longer name."""
        named = {channel.name for channel in self._settings.channels}
        for name, number in sorted(self._state.count_due().items()):
            if name not in named:
                yield f"{count_of(number, 'alert')} kept for {name!r}, which the settings lack"

    def next_at(self) -> float:
        """Return when something will be due."""
        feeds = [self._state.feed(feed.url).next_at for feed in self._settings.feeds]
        item = self._state.next_item_at()
        tries = [self._state.next_try(channel.name) for channel in self._settings.channels]
        return min([*feeds, *(at for at in (item, *tries) if at is not None)])

    # --------------------------------------------------------------- feeds

    def _ask_feeds(self, done: Round, *, all_feeds: bool) -> None:
        now = self._clock.now()
        states = {feed.url: self._state.feed(feed.url) for feed in self._settings.feeds}
        due = [
            f
            for f in self._settings.feeds
            if states[f.url].next_at <= now or (all_feeds and not states[f.url].failures)
        ]
        most = self._settings.fetching.feed_bytes

        def ask(feeds: Sequence[FeedSetting], keep: Callable[[Poll], None]) -> None:
            for feed in feeds:
                keep(poll(feed, states[feed.url], self._fetcher, self._clock, most))

        for found in self._by_host(due, lambda feed: feed.url, ask):
            self._keep_poll(found, done)

    def _keep_poll(self, found: Poll, done: Round) -> None:
        new, edited = self._state.keep_feed(found.feed, found.items, self._clock.now())
        done.asked += 1
        done.unchanged += found.unchanged
        done.failed += found.failed
        done.new += new
        done.edited += edited
        if found.note:
            done.notes.append(f"{found.feed.url}: {found.note}")

    # --------------------------------------------------------------- pages

    def _fetch_pages(self, done: Round) -> None:
        now = self._clock.now()
        wanted = [
            item
            for feed in self._settings.feeds
            for item in self._state.waiting("page", feed.url, feed.items, now)
        ]
        most = self._settings.fetching.page_bytes

        def fetch(items: Sequence[Waiting], keep: Callable[[Page], None]) -> None:
            fetch_pages(items, self._fetcher, self._clock, most, keep)

        for page in self._by_host(wanted, lambda item: item.link or "", fetch):
            self._keep_page(page, done)

    def _keep_page(self, page: Page, done: Round) -> None:
        if page.again_at is not None:
            tries = page.item.tries + page.tried
            self._state.put_off(page.item.id, tries, page.again_at)
        elif page.row is not None:
            self._state.keep_page(page.item.id, page.row)
            done.pages += page.fetched
        else:
            self._state.finish([page.item.id])
        if page.note:
            lost = "" if page.again_at or page.row else "; the feed has no words of its own"
            done.notes.append(page.note + lost)

    def _by_host(
        self,
        items: Sequence[One],
        url: Callable[[One], str],
        work: Callable[[Sequence[One], Callable[[Result], None]], None],
    ) -> Iterator[Result]:
        """Work through items host by host, several hosts at once; yield results as they come.

        What comes back is kept by the caller's thread, one by one.
        """
        hosts: dict[str, list[One]] = defaultdict(list)
        for item in items:
            hosts[host_of(url(item))].append(item)
        results: SimpleQueue[Result | None] = SimpleQueue()

        def run(own: Sequence[One]) -> None:
            try:
                work(own, results.put)
            finally:
                results.put(None)

        pool = ThreadPoolExecutor(self._settings.fetching.hosts_at_once)
        jobs = [pool.submit(run, own) for own in hosts.values()]
        try:
            left = len(jobs)
            while left:
                found = results.get()
                if found is None:
                    left -= 1
                else:
                    yield found
            for job in jobs:
                job.result()
        finally:
            if left:
                self._fetcher.stop.set()
            pool.shutdown(cancel_futures=True)

    # -------------------------------------------------------------- reading

    def _live(self, number: int) -> bool | None:
        """Say whether to merge reports as they come, which beats settling where they are few."""
        held = len(self._record.report_ids())
        return True if held >= LIVE_FROM and number <= held * LIVE_SHARE else None

    def _read(self, done: Round) -> None:
        """Read what is ready into the record; a kill in between reads it again, to no effect."""
        ready = [
            item
            for feed in self._settings.feeds
            for item in self._state.waiting("ready", feed.url, feed.items, self._clock.now())
        ]
        if not ready:
            return
        with TemporaryDirectory(prefix="foedera-watch-") as folder:
            place = Path(folder) / "items.jsonl"
            with place.open("w", encoding="utf8", errors="replace") as file:
                for item in ready:
                    file.write(json.dumps(_line(item), ensure_ascii=False) + "\n")
            summary = self._record.read(place, live=self._live(len(ready)))
            self._record.settle_if_changed()
        done.read = summary.reports
        for error in summary.errors:
            done.notes.append(f"{error.problem}. {error.remedy}")
        self._state.finish(item.id for item in ready)


def _line(item: Waiting) -> dict[str, object]:
    """Write an item as the line of JSON that the reader takes."""
    kept = ("id", "title", "text", "published", "source", "url", "lang")
    return {name: item.row[name] for name in kept if item.row.get(name) is not None}
