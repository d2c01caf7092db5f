"""ACLED's columns."""

import io

import pandas
import pytest

from foedera.kinds import load_kinds
from foedera.record import Record
from foedera.view.exports.acled import ACLED, _fatalities, load_types
from tests.view.exports.conftest import only_denied, written


def frame(record: Record) -> pandas.DataFrame:
    return pandas.read_csv(io.StringIO(written(record, "acled")), dtype=str, keep_default_na=False)


def test_it_has_acleds_columns_first(record: Record) -> None:
    assert tuple(frame(record).columns[: len(ACLED)]) == ACLED


def test_only_deeds_with_a_day_are_rows(record: Record) -> None:
    events = {event["id"]: event for event in record.events()}
    read = frame(record)
    assert not set(read["event_id_cnty"]) & only_denied(record)
    for row in read.to_dict("records"):
        event = events[row["event_id_cnty"]]
        assert event["reality"] in ("happened", "ongoing")
        assert row["event_date"] == event["when"]["earliest"]
        assert row["time_precision"] in ("1", "2", "3")
        assert row["quote"]


def test_every_kind_named_is_one() -> None:
    assert load_types().keys() <= load_kinds().keys()
    assert all(len(types) == 3 for types in load_types().values())


@pytest.mark.parametrize(
    ("bound", "low", "high", "count"),
    [("=", 18, 18, 18), (">", 18, None, None), ("range", 10, 18, None)],
)
def test_deaths_are_a_count_only_where_one_is_told(
    bound: str, low: int, high: int | None, count: int | None
) -> None:
    told = {"value": 18, "bound": bound, "low": low, "high": high, "approximate": False,
            "words": "18 people"}  # fmt: skip
    row = _fatalities([told])
    assert (row["fatalities"], row["fatalities_low"], row["fatalities_high"]) == (count, low, high)
    assert _fatalities([]) == {}
