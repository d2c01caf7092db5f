"""How agencies and papers lay a report out: `golden/layouts.yaml`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from foedera.read import Draft, make_report

LAYOUTS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "golden" / "layouts.yaml").read_text("utf8")
)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda x: str(x["name"]))
def test_a_layout_is_read_as_its_makers_mean_it(layout):
    report = make_report(Draft("a", layout["text"], "a.txt"))
    line, day = report.imprint.dateline, report.published
    found = {
        "outlet": report.imprint.outlet,
        "title": report.title,
        "dateline": [line.place, line.date, line.agency] if line else None,
        "published": [day.earliest, day.latest, day.basis],
        "inputs": list(report.imprint.inputs_from),
        "parts": [p.kind for p in report.parts],
    }
    assert found == wanted(layout)


def wanted(layout):
    line = layout["dateline"]
    return {
        "outlet": layout["outlet"],
        "title": layout["title"],
        "dateline": [x and str(x) for x in line] if line else None,
        "published": [x and str(x) for x in layout["published"]],
        "inputs": layout.get("inputs", []),
        "parts": layout["parts"],
    }
