"""Any two reports of a record can be held side by side, also where settling kept no row."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedera.errors import NotInRecord
from foedera.record import Record
from tests.merge.test_copies import prose


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    folder: Path = tmp_path_factory.mktemp("shared")
    foot, wire = prose(900, 40), prose(901, 200)
    texts = {f"paper{n}": f"{prose(910 + n, 160)}\n\n{foot}" for n in range(9)}
    texts |= {"wire": wire, "copy": wire, "alone": prose(902, 200)}
    lines = "".join(
        f'{{"id": "{name}", "text": "{text}", "source": "{_outlet(name)}"}}\n'.replace(
            "\n\n", "\\n"
        )
        for name, text in texts.items()
    )
    (folder / "reports.jsonl").write_text(lines, "utf8")
    opened = Record(folder / "x.foedera")
    opened.read([folder / "reports.jsonl"])
    return opened


def _outlet(name: str) -> str:
    return "Paper" if name.startswith("paper") else name


def _judged(record: Record, left: str, right: str) -> str:
    ids = {row["key"]: row["id"] for row in record.reports()}
    [judgement] = record.judge_texts([(ids[left], ids[right])])
    return judgement.reasons[0].feature


def test_furniture_is_told_for_every_pair_of_an_outlet(record: Record) -> None:
    names = [f"paper{n}" for n in range(9)]
    pairs = [(a, b) for a in names for b in names if a < b]
    assert {_judged(record, *pair) for pair in pairs} == {"shared_furniture"}


def test_rows_of_the_record_are_used_where_there_are_any(record: Record) -> None:
    assert _judged(record, "wire", "copy") == "copied"
    assert _judged(record, "wire", "alone") == "nothing_shared"


def test_why_of_two_reports_says_what_they_share(record: Record) -> None:
    ids = {row["key"]: row["id"] for row in record.reports()}
    rows = record.why(ids["paper0"], ids["paper8"])
    assert [row["type"] for row in rows] == ["judgement", "report", "report"]
    assert "furniture" in rows[0]["reasons"][0]["note"]
    with pytest.raises(NotInRecord):
        record.why(ids["wire"], ids["wire"])
