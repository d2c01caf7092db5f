"""Tellings made in one line for tests of features and groups."""

from __future__ import annotations

from typing import Any

from foedera.merge.telling import Telling, source_of, tell
from tests.merge.builders import claim, report


def telling(kind: str, words: str = "They did it.", **more: Any) -> Telling:
    """Make a telling that stands alone in a report of its own."""
    outlet = more.pop("outlet", "Herald")
    day = more.pop("day", "2031-05-08")
    source = report(words, outlet=outlet, day=day, **more.pop("imprint", {}))
    made = claim(source, words, kind, **more)
    return tell(made, source_of(source), source.text, more.get("order", 0))
