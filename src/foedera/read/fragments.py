"""Markup within a feed or a letter: its words, blocks apart by blank lines."""

from __future__ import annotations

from typing import Any

_PARAGRAPHS = ("p", "div", "br", "li", "ul", "ol", "hr", "pre", "dd", "dt", "blockquote")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "header", "footer", "figcaption")
_WHOLES = ("table", "tr", "section", "article", "figure")
_BLOCKS = frozenset((*_PARAGRAPHS, *_HEADINGS, *_WHOLES))
_SILENT = frozenset(("script", "style", "template", "noscript", "title"))


def strip_tags(markup: str) -> str:
    """Return the words of a piece of HTML.

    >>> strip_tags("<p>Talks &amp; a <b>deal</b>.</p><p>Kyiv agreed.</p>")
    'Talks & a deal.\\n\\nKyiv agreed.'
    """
    if "<" not in markup and "&" not in markup:
        return _blocks([markup])
    # Imported here: plain text has no markup to parse.
    from lxml import etree
    from lxml.html import HTMLParser

    parser = HTMLParser(encoding="utf8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(f"<div>{markup}</div>".encode("utf8", "replace"), parser)
    except etree.ParserError:
        return ""
    return _blocks(_walk(root)) if root is not None else ""


def _walk(root: Any) -> list[str]:
    """Return words and breaks in the order of the page, without going down by recursion."""
    from lxml import etree

    pieces: list[str] = []
    silent = 0
    for step, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        silent += (1 if step == "start" else -1) if name in _SILENT else 0
        if name in _BLOCKS:
            pieces.append("\n\n")
        words = element.text if step == "start" else element.tail
        if words and not silent:
            pieces.append(words.replace("\n", " "))
    return pieces


def _blocks(pieces: list[str]) -> str:
    lines = (" ".join(line.split()) for line in "".join(pieces).splitlines())
    return "\n\n".join(line for line in lines if line)
