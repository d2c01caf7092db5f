"""What `feeds.toml` says: which feeds, how politely, which rules, and whom to tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from foedera.watch.rules import Rule, parse_rule
from foedera.watch.toml_tables import Table, load_table

MEGABYTE = 1_000_000
AGENT = "foedera-watch (reads feeds for one desk)"


@dataclass(frozen=True, slots=True)
class FeedSetting:
    """One feed: its address, the outlet's name, how often it is asked and for how much."""

    url: str
    outlet: str | None
    every: float
    pages: bool
    items: int


@dataclass(frozen=True, slots=True)
class Fetching:
    """How politely and how far pages are fetched."""

    agent: str = AGENT
    timeout: float = 20.0
    pause: float = 2.0
    feed_bytes: int = 10 * MEGABYTE
    page_bytes: int = 5 * MEGABYTE
    allow_hosts: frozenset[str] = frozenset()
    hosts_at_once: int = 4
    robots: bool = True


@dataclass(frozen=True, slots=True)
class Channel:
    """Whom to tell: the terminal, a file of JSON lines, or a webhook."""

    name: str
    to: Literal["terminal", "file", "webhook"]
    path: Path | None = None
    url: str | None = None
    secret_env: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """A whole file of settings."""

    file: Path
    record: str
    state: Path
    every: float
    feeds: tuple[FeedSetting, ...]
    rules: tuple[Rule, ...]
    channels: tuple[Channel, ...]
    fetching: Fetching = field(default_factory=Fetching)


_TOP = ("record", "state", "every", "pages", "items", "fetch", "feed", "rule", "tell")
_FETCH = (
    *("agent", "timeout", "pause", "feed_megabytes", "page_megabytes"),
    *("allow_hosts", "hosts_at_once", "robots"),
)


def load_settings(path: Path, record: str | None = None) -> Settings:
    """Read a file of settings; relative paths in it count from its folder.

    Raises: SettingError, which names file, line and remedy.
    """
    top = load_table(path)
    top.only(_TOP)
    folder = path.parent
    channels = _channels(top, folder)
    every = top.span("every", "15m", "1m")
    feeds = tuple(_feed(table, top, every) for table in top.tables("feed"))
    if not feeds:
        raise top.wrong(None, "no feed is named", 'Add [[feed]] with url = "https://…".')
    _check_twice(top.tables("feed"), "url")
    return Settings(
        file=path,
        record=record or _place(folder, top.words("record", "record.foedera")),
        state=folder / top.words("state", f"{path.stem}.watch"),
        every=every,
        feeds=feeds,
        rules=_rules(top, channels),
        channels=channels,
        fetching=_fetching(top.table("fetch")),
    )


def _place(folder: Path, record: str) -> str:
    return record if "://" in record else str(folder / record)


def _feed(table: Table, top: Table, every: float) -> FeedSetting:
    table.only(("url", "outlet", "every", "pages", "items"))
    return FeedSetting(
        url=_url(table, "url"),
        outlet=table.may_words("outlet"),
        every=table.span("every", "15m", "1m") if "every" in table.body else every,
        pages=table.yes("pages", default=top.yes("pages", default=True)),
        items=table.number_of("items", top.number_of("items", 100, 1, 10_000), 1, 10_000),
    )


def _url(table: Table, key: str) -> str:
    url = table.words(key)
    try:
        parts = urlsplit(url)
        fine = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        fine = None
    if not fine:
        raise table.wrong(key, f"{url[:80]!r} is no web address", "Write it from https:// on.")
    if parts.username or parts.password:
        raise table.wrong(key, "the address holds a password", "Name an address without one.")
    return url


def _fetching(table: Table) -> Fetching:
    table.only(_FETCH)
    return Fetching(
        agent=table.words("agent", AGENT),
        timeout=table.span("timeout", "20s", "1s", "5m"),
        pause=table.span("pause", "2s", "0s", "10m"),
        feed_bytes=table.number_of("feed_megabytes", 10, 1, 10) * MEGABYTE,
        page_bytes=table.number_of("page_megabytes", 5, 1, 20) * MEGABYTE,
        allow_hosts=frozenset(host.lower() for host in table.list_of_words("allow_hosts")),
        hosts_at_once=table.number_of("hosts_at_once", 4, 1, 32),
        robots=table.yes("robots", default=True),
    )


def _channels(top: Table, folder: Path) -> tuple[Channel, ...]:
    made = tuple(_channel(table, folder) for table in top.tables("tell"))
    names = [channel.name for channel in made]
    for table, name in zip(top.tables("tell"), names, strict=True):
        if names.count(name) > 1:
            raise table.wrong("name", f"two channels are named {name!r}", "Give each its own name.")
    return made or (Channel("terminal", "terminal"),)


def _channel(table: Table, folder: Path) -> Channel:
    table.only(("name", "to", "path", "url", "secret_env"))
    to = table.words("to")
    name = table.words("name", to)
    if to == "terminal":
        return Channel(name, "terminal")
    if to == "file":
        return Channel(name, "file", path=folder / table.words("path"))
    if to == "webhook":
        secret = table.may_words("secret_env")
        return Channel(name, "webhook", url=_url(table, "url"), secret_env=secret)
    remedy = 'Write to = "terminal", "file" or "webhook".'
    raise table.wrong("to", f"nobody can be told by {to!r}", remedy)


def _rules(top: Table, channels: tuple[Channel, ...]) -> tuple[Rule, ...]:
    rules = tuple(_rule(table, channels) for table in top.tables("rule"))
    if not rules:
        remedy = 'Add [[rule]] with when = "a new step in any agreement".'
        raise top.wrong(None, "no rule says what to tell", remedy)
    _check_twice(top.tables("rule"), "when")
    return rules


def _rule(table: Table, channels: tuple[Channel, ...]) -> Rule:
    table.only(("when", "name", "tell"))
    told = table.list_of_words("tell")
    known = [channel.name for channel in channels]
    for name in told:
        if name not in known:
            said = f"no channel is named {name!r}"
            raise table.wrong("tell", said, f"Known: {', '.join(known)}.")
    return parse_rule(table, told or tuple(known))


def _check_twice(tables: list[Table], key: str) -> None:
    seen: dict[object, int] = {}
    for table in tables:
        first = seen.setdefault(table.body.get(key), table.number)
        if first != table.number:
            said = f"the same {key} as {table.name} {first}"
            raise table.wrong(key, said, "Take one of the two out.")
