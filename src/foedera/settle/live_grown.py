"""Events of many tellings: a new one is laid beside some of them, the rest stands as it was.

To compare a telling with hundreds takes longer than a reader waits. What most of them say does not
change by one more; what it says otherwise is added, and the next settling weighs all again.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from foedera.merge.comparing import gravest
from foedera.merge.kindred import load_kindred
from foedera.merge.numbers import same_unit
from foedera.settle.wholes import Row

GROWN = 60
"""An event of more claims is not assembled anew before the next settling."""
BESIDE = 40
"""With so many of its claims what is new is compared."""


def grow(old: Row, beside: Row, new: AbstractSet[str]) -> Row:
    """Return an event with the `new` claims of one report, which no other of its claims is of.

    `beside` is the event that they make with some of its claims.
    """
    return {
        **old,
        "quantities": _counted(old, beside),
        "comparison": _compared(old["comparison"], beside["comparison"], new),
        "claims": sorted({*old["claims"], *new}),
        "reports": old["reports"] + 1,
        "origins": _added(old["origins"], beside["origins"]),
    }


def _counted(old: Row, beside: Row) -> list[Row]:
    """Return the numbers of an event: of a toll the latest told, else what most reports say."""
    later = beside["quantities"] if old["kind"] in load_kindred().tolls else []
    return [
        next((one for one in later if same_unit(one["unit"], held["unit"])), held)
        for held in old["quantities"]
    ]


def _compared(old: list[Row], beside: list[Row], new: AbstractSet[str]) -> list[Row]:
    """Add what new claims say of each field; of the verdicts the gravest counts."""
    rows = {row["field"]: row for row in old}
    for row in beside:
        own = [value for value in row["values"] if new & {*value["claims"]}]
        if own:
            held = rows.get(row["field"])
            rows[row["field"]] = _with_values(held, row, own, new) if held else row
    return list(rows.values())


def _with_values(held: Row, row: Row, own: list[Row], new: AbstractSet[str]) -> Row:
    values = {value["value"]: value for value in held["values"]}
    for value in own:
        told, before = sorted(new & {*value["claims"]}), values.get(value["value"])
        values[value["value"]] = {
            "value": value["value"],
            "claims": sorted({*before["claims"], *told}) if before else told,
            "origins": _added(before["origins"], value["origins"]) if before else value["origins"],
        }
    verdict = gravest([held["comparison"], row["comparison"]])
    ordered = [values[name] for name in sorted(values)]
    return {"field": held["field"], "comparison": verdict, "values": ordered}


def _added(old: Row, beside: Row) -> Row:
    """Count first sources that are new to an event; who of the old ones is one stays as it was.

    >>> _added({"independent": [1, 2], "roots": ["A", "B"]},
    ...        {"independent": [2, 2], "roots": ["A", "C"]})
    {'independent': [2, 3], 'roots': ['A', 'B', 'C']}
    """
    roots = list(dict.fromkeys([*old["roots"], *beside["roots"]]))
    low, high = old["independent"]
    high += len(roots) - len(old["roots"])
    return {"independent": [max(low, beside["independent"][0]), high], "roots": roots}
