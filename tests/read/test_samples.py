"""The samples' parts, day and imprint against what was written down for them.

After a meant change write them anew: FOEDERA_GOLDEN=write pytest tests/read/test_samples.py
"""

import json
import os
from collections import Counter
from pathlib import Path

from foedera.data import Report
from foedera.read import read_paths

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "samples_read.json"


def summary(report: Report) -> dict[str, object]:
    line = report.imprint.dateline
    marked = [(p.kind, report.text[p.span.start : p.span.end]) for p in report.parts]
    return {
        "title": report.title,
        "outlet": report.imprint.outlet,
        "inputs_from": list(report.imprint.inputs_from),
        "dateline": line and [line.place, line.date, line.agency],
        "published": [report.published.earliest, report.published.latest, report.published.basis],
        "parts": [[k, w if k != "paragraph" else f"{w[:24]} … {w[-24:]}"] for k, w in marked],
    }


def read_samples() -> dict[str, dict[str, object]]:
    found = list(read_paths([ROOT / "samples"]))
    assert all(isinstance(r, Report) for r in found)
    return {
        Path(r.key).name if "/" in r.key else r.key: summary(r)
        for r in found
        if isinstance(r, Report)
    }


def test_samples_are_read_as_written_down():
    have = read_samples()
    if os.environ.get("FOEDERA_GOLDEN") == "write":
        GOLDEN.parent.mkdir(parents=True, exist_ok=True)
        GOLDEN.write_text(json.dumps(have, ensure_ascii=False, indent=1) + "\n", "utf8")
    want = json.loads(GOLDEN.read_text("utf8"))
    assert sorted(have) == sorted(want)
    for key, row in want.items():
        assert have[key] == row, key


def test_every_file_is_told_of_and_every_invented_report_says_so():
    told = (ROOT / "samples" / "README.md").read_text("utf8")
    for path in (ROOT / "samples").glob("*/*"):
        assert f"{path.parent.name}/{path.name}" in told
    fiction = [r for r in read_paths([ROOT / "samples" / "tine"]) if isinstance(r, Report)]
    assert all("This report is fictional" in r.text for r in fiction)


def test_samples_show_every_basis_but_inferred():
    days = Counter(str(row["published"][2]) for row in read_samples().values())  # type: ignore[index]
    assert set(days) == {"given", "dateline", "metadata", "text", "unknown"}
