"""The claims of a text of our own, read as a report."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from foedera.data import Claim
from foedera.pipeline import build_line
from foedera.read import read_paths


def claims_of(text: str, day: str = "2016-05-12") -> list[Claim]:
    """Return all claims of a text that was published on a day."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "one.jsonl"
        file.write_text(json.dumps({"id": "one", "text": text, "published": day}), "utf8")
        reports = [r for r in read_paths([str(file)]) if not isinstance(r, Exception)]
    return [claim for one in build_line().run(reports) for claim in one.claims]
