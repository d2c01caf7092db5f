"""The reports of our own with their full answers are whole: `docs/labelling.md`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from foedera.kinds import load_kinds

FOLDER = Path(__file__).parent / "readings" / "own-reports"
ANSWERS: list[dict[str, Any]] = yaml.safe_load((FOLDER / "claims.yaml").read_text("utf8"))


def test_every_report_has_its_answer():
    assert {a["report"] for a in ANSWERS} == {p.name for p in FOLDER.glob("own-*.txt")}


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda a: str(a["report"]))
def test_every_quote_is_found_once_and_every_kind_exists(answer):
    text = (FOLDER / answer["report"]).read_text("utf8")
    for claim in answer["claims"]:
        assert text.count(claim["quote"]) == 1, claim["quote"]
        assert set(claim["kind"]) <= load_kinds().keys(), claim["kind"]
