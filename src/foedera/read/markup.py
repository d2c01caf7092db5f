"""Markdown: the report's text is what a page would show, one paragraph after a blank line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from foedera.errors import UnreadableFile
from foedera.read.decode import read_text
from foedera.read.drafts import Draft

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(
    r"\A---[^\S\n]*\r?\n(?P<yaml>(?:.*\n){0,60}?)(?:---|\.\.\.)[^\S\n]*(?:\r?\n|\Z)"
)
_TAG = re.compile(r"<[^<>]{1,500}>")
_MAX_FRONT = 8_000


def read_markdown(path: Path) -> Iterator[Draft]:
    """Read a Markdown file as one report; front matter gives title, day, outlet, address."""
    source = read_text(path)
    head, body = _front_matter(source)
    text, heading = _plain(body)
    if not text:
        raise UnreadableFile(str(path), "no text left without the markup", "Add the report's text.")
    yield Draft(
        str(path),
        text,
        str(path),
        title=_first(head, "title") or heading,
        outlet=_first(head, "source", "outlet", "publisher"),
        url=_first(head, "url", "link", "source_url"),
        lang=_first(head, "lang", "language") or "en",
        given=_first(head, "published", "date"),
    )


def strip_markdown(source: str) -> str:
    """Return the words of a Markdown text, blocks apart by blank lines.

    >>> strip_markdown("# Talks *end*\\n\\nThe [accord](http://a.b) holds.")
    'Talks end\\n\\nThe accord holds.'
    """
    return _plain(source)[0]


def _plain(source: str) -> tuple[str, str | None]:
    from markdown_it import MarkdownIt  # reports in other forms need not wait for it

    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table")
    blocks: list[str] = []
    heading: str | None = None
    opened = ""
    for token in parser.parse(source):
        if token.type == "inline":
            words = _inline(token)
            if words:
                blocks.append(words)
            if opened == "h1" and heading is None:
                heading = words or None
        elif token.type in ("fence", "code_block"):
            blocks.append(token.content.strip())
        opened = token.tag if token.type == "heading_open" else ""
    return "\n\n".join(b for b in blocks if b), heading


def _inline(token: Token) -> str:
    words = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            words.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif child.type == "image":
            words.append(child.content)
    return _TAG.sub("", "".join(words)).strip()


def _front_matter(source: str) -> tuple[Mapping[str, object], str]:
    found = _FRONT.match(source)
    if found is None or len(found["yaml"]) > _MAX_FRONT:
        return {}, source
    try:
        head = yaml.safe_load(found["yaml"])
    except yaml.YAMLError:
        return {}, source
    return (head, source[found.end() :]) if isinstance(head, dict) else ({}, source)


def _first(head: Mapping[str, object], *names: str) -> str | None:
    for name in names:
        value = head.get(name)
        if value is not None and str(value).strip():
            return str(value).strip()
    return None
