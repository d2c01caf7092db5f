"""Asking feeds: only what has changed, and later when they are ill."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from foedera.errors import FetchError, InputError
from foedera.measure import content_id
from foedera.read.feeds import Feed, Item, parse_feed
from foedera.watch.addresses import split_url
from foedera.watch.clock import Clock, back_off
from foedera.watch.fetching import Fetcher
from foedera.watch.settings import FeedSetting
from foedera.watch.state import FeedState, Found

FIRST_WAIT = 60.0
LONGEST_WAIT = 6 * 3600.0
MOST_ITEMS = 20_000
"""Of one answer; the newest are kept."""
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")
_ACCEPT = "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class Poll:
    """What asking one feed came to; `note` says what a person should know."""

    feed: FeedState
    items: tuple[Found, ...] = ()
    unchanged: bool = False
    note: str | None = None
    failed: bool = False


def poll(setting: FeedSetting, known: FeedState, fetcher: Fetcher, clock: Clock, most: int) -> Poll:
    """Ask a feed once; whatever goes wrong is in the answer."""
    try:
        answer = fetcher.get(setting.url, most, _marks(known), may_be_home=True)
        if answer.status == 304:
            return Poll(_well(setting, known, clock), unchanged=True)
        feed = parse_feed(answer.body, setting.url)
    except FetchError as error:
        return _ill(setting, known, clock, str(error), error)
    except InputError as error:
        return _ill(setting, known, clock, error.problem, None)
    well = replace(
        _well(setting, known, clock),
        etag=_mark(answer.headers.get("etag")),
        modified=_mark(answer.headers.get("last-modified")),
    )
    note = f"has moved for good to {answer.moved}" if answer.moved else None
    return Poll(replace(well, note=note), find_items(feed, setting), note=note)


def _marks(known: FeedState) -> dict[str, str]:
    marks = {"If-None-Match": known.etag, "If-Modified-Since": known.modified, "Accept": _ACCEPT}
    return {name: value for name, value in marks.items() if value}


def _mark(value: str | None) -> str | None:
    return (
        value if value and len(value) <= 500 and value.isprintable() and value.isascii() else None
    )


def _well(setting: FeedSetting, known: FeedState, clock: Clock) -> FeedState:
    jitter = setting.every * 0.1 * (clock.chance() - 0.5)
    return replace(known, next_at=clock.now() + setting.every + jitter, failures=0, note=None)


def _ill(
    setting: FeedSetting, known: FeedState, clock: Clock, said: str, error: FetchError | None
) -> Poll:
    """Wait twice as long each time; no less than is asked, and no less than usual."""
    failures = known.failures + 1
    wait = back_off(failures, max(FIRST_WAIT, setting.every), LONGEST_WAIT, clock.chance())
    if error is not None and not error.again:
        wait = max(wait, LONGEST_WAIT)
    if error is not None and error.after is not None:
        wait = max(wait, error.after)
    later = replace(known, next_at=clock.now() + wait, failures=failures, note=said)
    return Poll(later, note=said, failed=True)


def find_items(feed: Feed, setting: FeedSetting) -> tuple[Found, ...]:
    """Return the items worth keeping, the oldest first; one that stands twice counts once."""
    found: dict[tuple[str | None, str | None], Found] = {}
    shared = _shared_guids(feed.items)
    for item in feed.items[:MOST_ITEMS]:
        link = clean_link(item.link)
        guid = None if item.guid in shared else item.guid
        if guid is None and link is None:
            guid = content_id("item", item.title, item.text, item.published)
        if (guid, link) not in found and (link or item.text):
            found[guid, link] = _found(item, (guid, link), feed, setting)
    return tuple(reversed(found.values()))


def _shared_guids(items: tuple[Item, ...]) -> frozenset[str]:
    """Return ids that a careless feed gives to items with different addresses."""
    links: dict[str, set[str | None]] = {}
    for item in items:
        if item.guid is not None:
            links.setdefault(item.guid, set()).add(item.link)
    return frozenset(guid for guid, own in links.items() if len(own) > 1)


def _found(
    item: Item, key: tuple[str | None, str | None], feed: Feed, setting: FeedSetting
) -> Found:
    guid, link = key
    row = {
        "id": link or guid,
        "title": item.title,
        "text": item.text,
        "published": item.published,
        "source": setting.outlet or feed.title,
        "url": link,
        "lang": feed.lang,
        "named": setting.outlet is not None,
    }
    said = json.dumps([item.title, item.link, item.text, item.updated], ensure_ascii=False)
    stage = "page" if setting.pages and link else "ready"
    return Found(guid, link, content_id("print", said), stage, row)


def clean_link(link: str | None) -> str | None:
    """Return an address without fragment and tracking, None for one that is not of the web.

    >>> clean_link("https://wire.example/a?id=7&utm_source=rss#top")
    'https://wire.example/a?id=7'
    """
    if link is None:
        return None
    try:
        parts = split_url(link)
    except FetchError:
        return None
    if "utm_" not in parts.query and "clid=" not in parts.query and "mc_" not in parts.query:
        return urlunsplit(parts._replace(fragment=""))
    kept = [(k, v) for k, v in parse_qsl(parts.query, True) if not k.startswith(_TRACKING)]
    return urlunsplit(urlsplit(link)._replace(query=urlencode(kept), fragment=""))
