"""Saved web pages: the article's text through trafilatura, day and outlet from the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from foedera.errors import UnreadableFile
from foedera.read.decode import decode, read_bytes, too_long
from foedera.read.drafts import MAX_TEXT, Draft

MAX_PAGE = 20_000_000  # bytes
MAX_DEPTH = 400  # open elements; a news page has some forty
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s?=\s?[\"']?([\w-]{2,30})", re.IGNORECASE)
_TAG = re.compile(
    r"<(/?)(?:div|span|section|article|table|tr|td|ul|ol|li|b|i|font|blockquote|em|strong|a)\b",
    re.IGNORECASE,
)


def read_page(path: Path) -> Iterator[Draft]:
    """Read a saved page as one report; scripts, comments and navigation never get into the text.

    Raises: UnreadableFile for a page without an article, or nested past all reason.
    """
    yield draft_page(read_bytes(path, MAX_PAGE), str(path))


def draft_page(raw: bytes, where: str, charset: str | None = None) -> Draft:
    """Make a draft of a page's bytes; `charset` is what whoever sent them said of them.

    Raises: UnreadableFile for a page without an article, or nested past all reason.
    """
    html = _decode_page(raw, where, charset)
    _check_depth(html, where)
    found = _extract(html)
    text = _clean(getattr(found, "text", None) or "")
    if not text:
        raise UnreadableFile(
            where, "no article text in the page", "Save the page complete, or its text as .txt."
        )
    if len(text) > MAX_TEXT:
        raise too_long(where, len(text))
    return Draft(
        where,
        text,
        where,
        title=_meta(found, "title"),
        outlet=_meta(found, "sitename"),
        url=_meta(found, "url"),
        lang=_meta(found, "language") or "en",
        stamped=_meta(found, "date"),
    )


def _extract(html: str) -> Any:
    # Imported here: trafilatura takes half a second to load, which plain text should not pay.
    from trafilatura import bare_extraction

    return bare_extraction(
        html, with_metadata=True, include_comments=False, include_tables=True, deduplicate=False
    )


def _meta(found: Any, name: str) -> str | None:
    value = getattr(found, name, None)
    return " ".join(str(value).split())[:500] if value else None


def _clean(text: str) -> str:
    """Put one paragraph after a blank line, white space single."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n\n".join(line for line in lines if line)


def _decode_page(raw: bytes, where: str, charset: str | None) -> str:
    """Decode by the sender's or the page's own word where it says another encoding than UTF-8."""
    if not raw.strip():
        raise UnreadableFile(where, "the file is empty", "Save the page again.")
    found = _CHARSET.search(raw, 0, 4096)
    name = charset or (found.group(1).decode("ascii", "ignore") if found else "utf-8")
    name = name.lower()
    if name in ("utf-8", "utf8"):
        return decode(raw, where)
    try:
        return raw.decode(name)
    except (LookupError, UnicodeDecodeError):
        return decode(raw, where)


def _check_depth(html: str, where: str) -> None:
    depth = 0
    for tag in _TAG.finditer(html):
        depth += -1 if tag.group(1) else 1
        if depth > MAX_DEPTH:
            raise UnreadableFile(
                where,
                f"elements nested deeper than {MAX_DEPTH}",
                "Save the article's text as .txt, or the page in reader view.",
            )
