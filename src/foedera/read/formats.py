"""Which reader reads which kind of file. A new format is a module and a line here."""

from __future__ import annotations

from collections.abc import Mapping

from foedera.read.drafts import Reader
from foedera.read.feeds import read_feed
from foedera.read.lines import read_lines
from foedera.read.mail import read_mail
from foedera.read.markup import read_markdown
from foedera.read.pages import read_page
from foedera.read.plain import read_plain

READERS: Mapping[str, Reader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_page,
    ".htm": read_page,
    ".xhtml": read_page,
    ".jsonl": read_lines,
    ".ndjson": read_lines,
    ".jsonl.gz": read_lines,
    ".ndjson.gz": read_lines,
    ".rss": read_feed,
    ".atom": read_feed,
    ".xml": read_feed,
    ".eml": read_mail,
}
