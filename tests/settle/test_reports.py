"""What is found out about reports by their texts."""

from __future__ import annotations

from foedera.data import Days
from foedera.merge.telling import Source
from foedera.settle.reports import side_by_side


def test_reports_that_hang_together_are_read_one_after_the_other() -> None:
    """However far apart they were printed, each report need be read but once."""
    days = {"a": "2031-05-01", "b": "2031-05-02", "c": "2031-06-20", "d": "2031-06-21"}
    sources = {
        name: Source(name, None, Days(day, day, "given"), (), None, None)
        for name, day in days.items()
    }
    pairs = [("a", "c"), ("a", "e"), ("b", "d"), ("c", "e")]
    sources["e"] = sources["a"]
    assert side_by_side(pairs, sources) == [("a", "e"), ("a", "c"), ("c", "e"), ("b", "d")]
