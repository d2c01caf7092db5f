from pathlib import Path

import pytest

from foedera.bench.statuses import Cell, compare_texts, load_history, score, write_cells
from foedera.errors import FoederaError

HISTORY = """
agreement: Lakes Pact
titles: [Lakes Pact]
binding: 'yes'
bilateral: true
parties: [FIN, SWE]
terms: {enters: {by: exchange}, notice: {years: 1}}
acts:
- {day: 2031-03-04, kind: agreement.sign, by: [FIN, SWE], source: invented}
expect:
- {day: 2031-03-01, status: unknown, parties: {FIN: none, SWE: none}}
- {day: 2031-03-05, status: signed, parties: {FIN: signatory, SWE: signatory}}
"""
REPORT = (
    "STOCKHOLM, March 4, 2031 (Meridian Wire) - Finland and Sweden signed the Lakes Pact in "
    "Stockholm on Tuesday, the two foreign ministries said."
)


def test_a_history_is_read_with_its_terms(tmp_path: Path) -> None:
    path = tmp_path / "lakes.yaml"
    path.write_text(HISTORY, "utf8")
    history = load_history(path)
    assert history.days == ("2031-03-01", "2031-03-05")
    assert history.life.terms.notice is not None
    assert history.life.terms.notice.months == 12


def test_a_file_that_is_no_history_is_named(tmp_path: Path) -> None:
    path = tmp_path / "lakes.yaml"
    path.write_text("[]", "utf8")
    with pytest.raises(FoederaError, match=r"lakes\.yaml is no history"):
        load_history(path)


def test_statuses_read_from_a_report_equal_those_of_the_acts(tmp_path: Path) -> None:
    path, report = tmp_path / "lakes.yaml", tmp_path / "lakes.txt"
    path.write_text(HISTORY, "utf8")
    report.write_text(REPORT, "utf8")
    cells = compare_texts(load_history(path), report)
    assert len(cells) == 6
    assert not list(write_cells(cells))
    assert score(cells)["right"] == 1.0


HISTORIES = Path(__file__).parents[1] / "histories"


FLOORS = {
    "inf": 0.88, "paris": 0.97,
    # read while the second reading was written
    "abm": 0.85, "arms-trade-treaty": 0.95, "cluster-munitions": 0.95, "egypt-israel": 0.95,
    "energy-charter": 0.85, "kyoto": 0.92, "nafta": 0.95,
    # never read: only counted
    "camp-david": 0.35, "ctbt": 0.4, "eu-uk-withdrawal": 0.5, "minsk-2": 0.55, "tpnw": 0.72,
    "tpp": 0.9,
}  # fmt: skip


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_what_reports_of_known_treaties_give_back_does_not_sink(name: str, floor: float) -> None:
    history = load_history(HISTORIES / f"{name}.yaml")
    cells = compare_texts(history, HISTORIES / "reports" / f"{name}.jsonl")
    in_force = [c for c in cells if c.read == "in-force" and c.asked in ("signed", "text-fixed")]
    assert not in_force
    assert score(cells)["right"] >= floor


def test_a_difference_is_counted_and_written() -> None:
    cells = [
        Cell("pact", "2031-01-01", "whole", "signed", "signed"),
        Cell("pact", "2031-01-01", "FIN", "signatory", "none"),
    ]
    assert score(cells) == {"cells": 2.0, "right": 0.5, "pact": 0.5}
    assert '"FIN"' in "".join(write_cells(cells))
