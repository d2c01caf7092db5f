"""The numbers that a line about an event has room for: those of things, and told often."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.view.rows import Row, maps

MANY = 10
"""From so many tellings on, a number that fewer than one in so many tell is left out."""


def numbers_told(event: Row) -> Sequence[Row]:
    """Return the numbers that say something in a line; a bare one does of people harmed alone.

    >>> kept = {"words": "six boats", "unit": "boats"}
    >>> numbers_told({"kind": "military.attack", "quantities": [kept, {"words": "two"}]})
    [{'words': 'six boats', 'unit': 'boats'}]
    """
    tellings = len(event.get("claims") or ())
    rows = maps(event, "quantities")
    if not str(event.get("kind")).startswith("harm."):
        rows = [row for row in rows if row.get("unit")]
    if tellings < MANY or "comparison" not in event:
        return rows
    return [row for row in rows if _times(event, row) * MANY >= tellings]


def _times(event: Row, number: Row) -> int:
    """Count the tellings that tell of what a number counts."""
    for one in maps(event, "comparison"):
        values = maps(one, "values") if one["field"] == "quantity" else ()
        if any(value["value"] == number.get("words") for value in values):
            return sum(len(value["claims"]) for value in values)
    return 0
