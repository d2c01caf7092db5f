"""Events of many tellings: a new one is laid beside some of them, the rest stands as it was.

To compare a telling with hundreds takes longer than a reader waits. What most of them say does not
change by one more; what it says otherwise is added, and the next settling weighs all again: until
then parties, day, place, reality and who acknowledges it stand as they were.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.merge.comparing import gravest
from foedera.merge.kindred import load_kindred
from foedera.merge.numbers import same_unit
from foedera.settle.wholes import Row

GROWN = 60
"""An event of more claims is not assembled anew before the next settling."""
BESIDE = 40
"""With so many of its claims what is new is compared."""


def grow(old: Row, beside: Row, alone: Row) -> Row:
    """Return an event with the new claims of one report, which no other of its claims is of.

    `alone` is the event that they make by themselves, `beside` with some of the event's claims.
    """
    return {
        **old,
        "quantities": _counted(old, beside, alone),
        "comparison": _compared(old["comparison"], beside["comparison"], alone),
        "claims": sorted({*old["claims"], *alone["claims"]}),
        "reports": old["reports"] + 1,
        "origins": _added(old["origins"], beside["origins"], alone["origins"]["roots"]),
    }


def _counted(old: Row, beside: Row, alone: Row) -> list[Row]:
    """Return the numbers of an event, and those of things that only the new claims count.

    A toll that they tell last and no lower takes the place of the one before.
    """
    toll = old["kind"] in load_kindred().tolls
    later = [one for one in alone["quantities"] if toll and one in beside["quantities"]]
    found = [
        next((one for one in later if _goes_on(held, one)), held) for held in old["quantities"]
    ]
    return found + [
        one
        for one in alone["quantities"]
        if not any(same_unit(one.get("unit"), held.get("unit")) for held in old["quantities"])
    ]


def _goes_on(held: Row, one: Row) -> bool:
    """Say whether a number may be a later one of the same toll; rows leave out what is not told."""
    low, high = held.get("low"), one.get("high")
    alike = same_unit(one.get("unit"), held.get("unit"))
    return alike and (low is None or high is None or high >= low)


def _compared(old: list[Row], beside: list[Row], alone: Row) -> list[Row]:
    """Add what new claims say of each field; of the verdicts the gravest counts."""
    rows, new = {row["field"]: row for row in old}, {*alone["claims"]}
    for row in beside:
        own = [value for value in row["values"] if new & {*value["claims"]}]
        if own:
            held = rows.get(row["field"])
            rows[row["field"]] = _with_values(held, row, own, alone) if held else row
    return list(rows.values())


def _with_values(held: Row, row: Row, own: list[Row], alone: Row) -> Row:
    values = {value["value"]: value for value in held["values"]}
    for value in own:
        told, before = sorted({*alone["claims"]} & {*value["claims"]}), values.get(value["value"])
        roots = [one for one in value["origins"]["roots"] if one in alone["origins"]["roots"]]
        values[value["value"]] = {
            "value": value["value"],
            "claims": sorted({*before["claims"], *told}) if before else told,
            "origins": _added(before["origins"], value["origins"], roots)
            if before
            else value["origins"],
        }
    verdict = gravest([held["comparison"], row["comparison"]])
    ordered = [values[name] for name in sorted(values)]
    return {"field": held["field"], "comparison": verdict, "values": ordered}


def _added(old: Row, beside: Row, told: Sequence[str]) -> Row:
    """Count first sources that new claims bring; who of the old ones is one stays as it was.

    >>> _added({"independent": [1, 2], "roots": ["A", "B"]},
    ...        {"independent": [2, 2], "roots": ["A", "C", "D"]}, ["C"])
    {'independent': [2, 3], 'roots': ['A', 'B', 'C']}
    """
    roots = list(dict.fromkeys([*old["roots"], *told]))
    low, high = old["independent"]
    high += len(roots) - len(old["roots"])
    return {"independent": [max(low, beside["independent"][0]), high], "roots": roots}
