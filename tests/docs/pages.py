"""The pages of the documentation taken apart: commands, files to save, what is shown."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$|^\n((?:    .*\n)+)", re.DOTALL | re.MULTILINE)
SAVED = re.compile(r"`([\w./-]+)`[^`\n]*:\n\n\Z")
SHELL = ("sh", "")


@dataclass(frozen=True, slots=True)
class Step:
    """A thing that a page has its reader do or see."""

    sort: Literal["command", "file", "shown"]
    text: str
    name: str = ""


def page_paths() -> list[Path]:
    """List the pages that may hold commands."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def read_steps(page: str) -> Iterator[Step]:
    """Take a page apart in its order.

    A block after a line that ends in "`name`:" is a file to save; a `text` block is what the
    commands before it show; the lines of other blocks that begin with `foedera` are commands.
    """
    for found in BLOCK.finditer(page):
        language, fenced, indented = found.groups()
        text = fenced if fenced is not None else re.sub(r"^    ", "", indented, flags=re.MULTILINE)
        saved = SAVED.search(page, 0, found.start())
        if fenced is not None and saved and language not in ("sh", "python"):
            yield Step("file", text, saved[1])
        elif language == "text":
            yield Step("shown", text)
        elif fenced is None or language in SHELL:
            for line in re.sub(r" *\\\n *", " ", text).splitlines():
                if line.startswith("foedera "):
                    yield Step("command", line)


def split_command(line: str) -> tuple[list[str], str | None]:
    """Split a command as a shell does; what it is sent into stands apart."""
    words = shlex.split(line, comments=True)
    if ">" in words:
        at = words.index(">")
        return words[1:at], words[at + 1]
    return words[1:], None
