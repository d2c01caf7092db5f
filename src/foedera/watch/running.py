"""Going on until told to stop, going once, or only trying."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from foedera.errors import SettingError
from foedera.record import Record
from foedera.view.words import visible
from foedera.watch.addresses import host_of
from foedera.watch.clock import Clock
from foedera.watch.fetching import Fetcher
from foedera.watch.rounds import LONGEST_SLEEP, Round, Watch
from foedera.watch.settings import Channel, Settings
from foedera.watch.state import State

MOST_NOTES = 10
Say = Callable[[str], None]


def run_watch(settings: Settings, clock: Clock, show: Say, say: Say, *, once: bool) -> bool:
    """Watch until interrupted, or go one round; say whether all went well in the last.

    Alerts that go to the terminal are given to `show`, what the watch says of itself to `say`.
    """
    with (
        Record(settings.record) as record,
        _opened(settings) as state,
        _fetching(settings, clock) as fetcher,
    ):
        watch = Watch(settings, record, state, fetcher, clock=clock, show=show)
        while True:
            done = watch.round(all_feeds=once)
            report_round(done, say, always=once)
            if once:
                return not (done.failed or done.waiting)
            wait = watch.next_at() - clock.now()
            clock.sleep(min(max(wait, 1.0), LONGEST_SLEEP))


def try_watch(settings: Settings, clock: Clock, show: Say, say: Say) -> bool:
    """Go one round on copies: feeds and pages are asked, nothing is kept, only you are told."""
    if "://" in settings.record:
        remedy = "Name a file with --record, or try with --once."
        raise SettingError(str(settings.file), "a record on a server is not copied", remedy)
    channel = Channel("terminal", "terminal")
    rules = tuple(replace(rule, tell=("terminal",)) for rule in settings.rules)
    with TemporaryDirectory(prefix="foedera-watch-") as folder:
        trial = replace(settings, rules=rules, channels=(channel,))
        with (
            _copied(settings.record, Path(folder)) as record,
            _trial_state(settings) as state,
            _fetching(settings, clock) as fetcher,
        ):
            done = Watch(trial, record, state, fetcher, clock=clock, show=show).round(
                all_feeds=True
            )
    report_round(done, say, always=True)
    say("only tried: nothing was kept, and nobody else was told")
    return not done.failed


def report_round(done: Round, say: Say, *, always: bool = False) -> None:
    """Say what a round came to: first what went wrong, then one line."""
    for note in done.notes[:MOST_NOTES]:
        say(f"  {visible(note)}")
    if len(done.notes) > MOST_NOTES:
        say(f"  and {len(done.notes) - MOST_NOTES:,} more of the kind")
    if always or not done.idle:
        say(done.line())


@contextmanager
def _opened(settings: Settings) -> Iterator[State]:
    state = State(settings.state, settings.record)
    try:
        yield state
    finally:
        state.close()


@contextmanager
def _trial_state(settings: Settings) -> Iterator[State]:
    if not settings.state.exists():
        state = State(":memory:", settings.record)
    else:
        with _opened(settings) as kept:
            state = kept.copy(settings.record)
    try:
        yield state
    finally:
        state.close()


@contextmanager
def _copied(place: str, folder: Path) -> Iterator[Record]:
    """Open a copy of a record's file, whole though somebody may be writing it."""
    copy = folder / "trial.foedera"
    if Path(place).exists():
        with closing(sqlite3.connect(place)) as held, closing(sqlite3.connect(copy)) as made:
            held.backup(made)
    with Record(copy) as record:
        yield record


@contextmanager
def _fetching(settings: Settings, clock: Clock) -> Iterator[Fetcher]:
    named = frozenset(host_of(feed.url) for feed in settings.feeds)
    fetcher = Fetcher(settings.fetching, clock, named=named)
    try:
        yield fetcher
    finally:
        fetcher.stop.set()
        fetcher.close()
