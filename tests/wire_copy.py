"""Makes many short reports of our own, none alike, for tests that read by the dozen."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

slow = pytest.mark.skipif(
    not os.environ.get("FOEDERA_SLOW"), reason="set FOEDERA_SLOW=1 to run what takes minutes"
)

_PAIRS = ("Norway Chile", "Kenya Ghana", "Peru Japan", "Finland Portugal", "Latvia Estonia")
_PAPERS = ("Herald", "Courier", "Observer")
_TOPICS = ("fisheries", "pilotage", "airspace", "grain", "rescue", "customs", "archives")


def make_reports(number: int) -> list[str]:
    """Return that many reports as JSON lines; every third has no stated day."""
    return [_line(n) for n in range(number)]


def _line(number: int) -> str:
    left, right = _PAIRS[number % len(_PAIRS)].split()
    topic, day = _TOPICS[number % len(_TOPICS)], 1 + number % 27
    text = (
        f"{left} and {right} signed a {topic} treaty on May {day}, 2021, the foreign ministry of "
        f"{left} said.\n\n{left} sent {100 + number} soldiers to {right} last week. "
        f"{right} denied that the soldiers had arrived.\n\nThe parliament of {right} ratified "
        f"the {topic} treaty, officials said in round {number}."
    )
    row = {"id": f"r{number:03d}", "text": text, "source": _PAPERS[number % len(_PAPERS)]}
    if number % 3:
        row["published"] = f"2021-05-{day + 1:02d}"
    return json.dumps(row) + "\n"


def write_lines(path: Path, lines: Sequence[str]) -> Path:
    """Write the lines to a file and return it."""
    path.write_text("".join(lines), "utf8")
    return path
