"""A pile is parted by days, and its parts are judged in their order, few claims together."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from foedera.merge.judging import Judging
from foedera.record import Record
from foedera.settle.parts import CLAIMS, Parting
from tests.merge.builders import when
from tests.merge.tellings import telling

SAMPLES = Path(__file__).parents[2] / "samples"


def test_claims_lie_in_the_part_of_their_own_day() -> None:
    days = [f"2031-05-{day:02d}" for day in range(1, 31)]
    told = [telling("military.attack", f"They struck on {day}.", day=day) for day in days]
    parting = Parting((one.source.printed for one in told), reports=10)
    parts = [parting.number(2, one) for one in told]
    assert parts == sorted(parts)
    assert set(parts) == set(parting.parts(2))
    early = telling("military.attack", "They struck.", day=days[-1], when=when(days[0]))
    assert parting.number(2, early) == parts[0]


def test_few_reports_or_none_with_a_day_make_one_part() -> None:
    for printed in ([], [None, None], [3, 4, None]):
        assert len(Parting(printed).parts(0)) == 1


def test_parts_of_piles_that_are_judged_together_go_together() -> None:
    parting = Parting(range(40), reports=10)
    assert parting.gathered([0, 2], lambda number: 1) == [[0, 8, 1, 9, 2, 10, 3, 11]]


def test_a_pile_may_begin_with_days_without_claims() -> None:
    parting = Parting(range(40), reports=10)
    assert parting.gathered([0], {0: 0, 1: CLAIMS, 2: 5, 3: 6}.__getitem__) == [[0, 1], [2, 3]]


def test_large_parts_are_judged_alone() -> None:
    parting = Parting(range(40), reports=10)
    counts = {0: 5, 1: CLAIMS, 2: 5, 3: 6}
    assert parting.gathered([0], counts.__getitem__) == [[0], [1], [2, 3]]


def test_a_record_settled_in_many_parts_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Record(tmp_path / "samples.foedera") as record:
        record.read(SAMPLES)
        whole = [list(record.events()), list(record.agreements()), list(record.stories())]
        rows: list[int] = []
        judge = Judging.judge
        monkeypatch.setattr(Judging, "judge", lambda j, row: rows.append(len(row)) or judge(j, row))
        monkeypatch.setattr("foedera.settle.parts.CLAIMS", 1)
        monkeypatch.setattr("foedera.settle.whole.Parting", partial(Parting, reports=2))
        monkeypatch.setattr("foedera.settle.whole.WRITTEN", 3)
        record.settle()
        assert sum(size > 0 for size in rows) > 20
        assert [list(record.events()), list(record.agreements()), list(record.stories())] == whole
