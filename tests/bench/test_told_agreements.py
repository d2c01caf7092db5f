"""The table of agreements of a single report against what its reader would list."""

from pathlib import Path
from typing import Any

import pytest

from foedera.bench.told_agreements import Table, compare_table, judge_tables, table_figures
from foedera.errors import UnreadableFile

ANSWERS = Path(__file__).parents[1] / "readings/own-reports/claims.yaml"


def row(title: str, *parties: str, status: str = "signed") -> dict[str, Any]:
    return {"titles": [title], "parties": list(parties), "status": status}


def answer(*agreements: dict[str, Any]) -> dict[str, Any]:
    return {"report": "own-1.txt", "agreements": list(agreements)}


def test_a_row_serves_once_and_by_its_title_first():
    asked = answer(row("river treaty", "PER", "CHL"), row("tax treaty", "PER", "CHL"))
    found = compare_table(asked, [row("tax treaty between Chile and Peru", "CHL", "PER")])
    assert (found.asked, found.found, found.rows) == (2, 1, 1)


def test_the_same_sort_between_the_same_parties_is_one():
    found = compare_table(answer(row("pact", "PER", "CHL")), [row("border pact", "CHL", "PER")])
    assert found.found == 1
    none = compare_table(answer(row("pact", "PER", "CHL")), [row("border deal", "CHL", "PER")])
    assert none.differs == ["missed  pact", "extra   border deal"]


def test_values_are_counted_where_the_answer_has_them():
    asked = answer(row("river treaty", "PER", status="ended, says Peru"), row("sea pact", "MLI"))
    found = compare_table(asked, [row("river treaty", "CHL", "PER"), row("sea pact", "MLI")])
    assert (found.parties, found.statuses) == ([False, True], [True])


def test_what_is_as_good_counts_as_right_and_what_is_optional_not_at_all():
    beside = {"or_parties": [["PER|Peru"]], "or_status": ["expired"]}
    asked = answer(
        row("river treaty", "PER", "CHL") | beside,
        row("sea pact", "MLI") | {"optional": True},
        row("sky pact", "MLI") | {"optional": True},
    )
    told = [row("river treaty", "Peru", status="expired"), row("sea pact", "TCD")]
    found = compare_table(asked, told)
    assert (found.asked, found.found, found.rows, found.differs) == (1, 1, 1, [])


def test_a_file_without_agreements_is_refused(tmp_path: Path):
    path = tmp_path / "claims.yaml"
    path.write_text("- {report: own-1.txt, claims: []}\n", "utf8")
    with pytest.raises(UnreadableFile):
        judge_tables(path)


@pytest.fixture(scope="module", params=[0, 1], ids=["read", "unread"])
def tables(request: pytest.FixtureRequest) -> tuple[int, list[Table]]:
    return request.param, judge_tables(ANSWERS, request.param)


@pytest.mark.parametrize(
    ("numbers", "found"),
    [(range(133), (0.60, 0.42)), (range(133, 145), (0.30, 0.20))],
    ids=["to 132", "from 133"],
)
def test_the_tables_of_our_own_reports_only_get_fuller(
    tables: tuple[int, list[Table]], numbers: range, found: tuple[float, float]
):
    half, judged = tables
    figures = table_figures(t for t in judged if int(t.report[4:-4]) in numbers)
    assert figures["agreements found"] >= found[half]
    assert figures["rows asked for"] >= (0.95 if numbers.start == 0 else 0.85)
