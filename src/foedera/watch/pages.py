"""The pages that items link to: their text, or the item's own where the page gives none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from foedera.errors import FetchError, InputError
from foedera.read.pages import draft_page
from foedera.watch.clock import Clock, back_off
from foedera.watch.fetching import Fetcher
from foedera.watch.state import Row, Waiting

MOST_TRIES = 4
FIRST_WAIT = 300.0
LONGEST_WAIT = 6 * 3600.0


@dataclass(frozen=True, slots=True)
class Page:
    """What asking for one page came to: a text, of the page or the item; a later try; nothing."""

    item: Waiting
    row: Row | None = None
    fetched: bool = False
    again_at: float | None = None
    note: str | None = None
    tried: bool = True


def fetch_pages(
    items: Sequence[Waiting],
    fetcher: Fetcher,
    clock: Clock,
    most: int,
    keep: Callable[[Page], None],
) -> None:
    """Ask for pages of one host, one after another; one that is ill is left for this round."""
    later: float | None = None
    for item in items:
        if later is not None:
            keep(Page(item, again_at=later, tried=False))
            continue
        page = _fetch(item, fetcher, clock, most)
        keep(page)
        later = page.again_at


def _fetch(item: Waiting, fetcher: Fetcher, clock: Clock, most: int) -> Page:
    link = item.link or ""
    try:
        answer = fetcher.get(link, most)
        draft = draft_page(answer.body, link, answer.charset)
    except FetchError as error:
        if error.again and item.tries + 1 < MOST_TRIES:
            wait = back_off(item.tries + 1, FIRST_WAIT, LONGEST_WAIT, clock.chance())
            at = clock.now() + max(wait, error.after or 0.0)
            return Page(item, again_at=at, note=f"{link}: {error}")
        return _by_feed(item, f"{link}: {error}")
    except InputError as error:
        return _by_feed(item, f"{link}: {error.problem}")
    if len(draft.text) < len(item.row["text"]):
        return _by_feed(item, None)
    own = item.row
    outlet = own["source"] if own["named"] else draft.outlet or own["source"]
    row = {
        **own,
        "text": draft.text,
        "title": own["title"] or draft.title,
        "published": own["published"] or draft.stamped,
        "source": outlet,
        "lang": draft.lang or own["lang"],
    }
    return Page(item, row, fetched=True)


def _by_feed(item: Waiting, note: str | None) -> Page:
    """Take the item's own words, if it has any."""
    return Page(item, item.row if item.row["text"] else None, note=note)
