"""RSS and Atom: one report an item, of the words that the feed itself carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foedera.errors import InputError, UnreadableFile, UnreadableLine
from foedera.read.decode import read_bytes
from foedera.read.drafts import MAX_TEXT, Draft
from foedera.read.fragments import strip_tags

MAX_FEED = 10_000_000  # bytes; ten thousand items with their summaries
MAX_TAGS = 500_000  # of the feed and of the markup within it
MAX_WORDS = 500  # characters of a title, a name, an address
_PROLOGUE = 65_536
_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF|[a-z]{1,10}:feed)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed as it stands there; `text` is without markup."""

    guid: str | None
    link: str | None
    title: str | None
    text: str
    published: str | None
    updated: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's own name, language and entries, in its order."""

    title: str | None
    lang: str | None
    items: tuple[Item, ...]


def read_feed(path: Path) -> Iterator[Draft | InputError]:
    """Read a saved feed; an item's key is its address or id. Nothing is fetched.

    Raises: UnreadableFile for what is no feed, or declares entities of its own.
    """
    feed = parse_feed(read_bytes(path, MAX_FEED), str(path))
    for number, item in enumerate(feed.items, 1):
        where = f"{path}, item {number}"
        if not item.text:
            yield UnreadableLine(
                where, "an item without words", "Save the page that it links to and read that."
            )
        else:
            yield draft_item(item, feed, where)
    if not feed.items:
        yield UnreadableFile(str(path), "no item in the feed", "Fetch it again.")


def draft_item(item: Item, feed: Feed, where: str) -> Draft:
    """Make a draft of an item's own words."""
    return Draft(
        item.link or item.guid or where,
        item.text,
        where,
        title=item.title,
        outlet=feed.title,
        url=item.link,
        lang=feed.lang or "en",
        given=item.published,
    )


def parse_feed(raw: bytes, where: str) -> Feed:
    """Parse a feed's bytes, mended where it is not well-formed.

    Raises: UnreadableFile for what is no feed, or declares entities of its own.
    """
    _check(raw, where)
    # Imported here: only feeds need it.
    import feedparser

    headers = {"content-type": "application/xml"}
    found = feedparser.parse(raw, response_headers=headers, resolve_relative_uris=False)
    if not found.get("version"):
        raise UnreadableFile(where, "no RSS or Atom feed", "Name the address of the feed itself.")
    head = found.feed
    items = tuple(_item(entry) for entry in found.entries)
    return Feed(_word(head, "title"), _lang(_word(head, "language")), items)


def _check(raw: bytes, where: str) -> None:
    """Refuse what could grow when it is parsed, and what is plainly something else."""
    if len(raw) > MAX_FEED:
        raise UnreadableFile(where, f"a feed larger than {MAX_FEED:,} bytes", "Split it.")
    if raw.count(b"<") + raw.count(b"&lt;") > MAX_TAGS:
        raise UnreadableFile(where, f"a feed of more than {MAX_TAGS:,} tags", "Split it.")
    bare = raw.replace(b"\0", b"")  # UTF-16 hides nothing
    if b"<!ENTITY" in bare.upper():
        raise UnreadableFile(
            where, "the feed declares entities of its own", "Take the declarations out."
        )
    if not _ROOT.search(bare[:_PROLOGUE]):
        raise UnreadableFile(where, "no RSS or Atom feed", "Name the address of the feed itself.")


def _item(entry: Any) -> Item:
    content = entry.get("content") or [{}]
    whole = max((str(part.get("value") or "") for part in content), key=len)
    words = max(whole, str(entry.get("summary") or ""), key=len)
    # Asked for where it is missing, feedparser gives the day of publication, with a warning.
    updated = _word(entry, "updated") if "updated" in entry else None
    return Item(
        guid=_word(entry, "id"),
        link=_word(entry, "link"),
        title=_word(entry, "title", markup=True),
        text=strip_tags(words)[:MAX_TEXT],
        published=_word(entry, "published") or updated,
        updated=updated,
    )


def _word(row: Any, name: str, *, markup: bool = False) -> str | None:
    value = row.get(name)
    if not isinstance(value, str) or not value.strip():
        return None
    words = strip_tags(value) if markup else value
    return " ".join(words.split())[:MAX_WORDS] or None


def _lang(name: str | None) -> str | None:
    """Return the language of a tag such as "en-GB"."""
    return name.split("-")[0].lower() if name else None
