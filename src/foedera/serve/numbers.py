"""Numbers of one event as the interval each means, in the order in which they were told."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.serve.quoting import outlet_of
from foedera.view.dossier.model import Picture
from foedera.view.dossier.ranges import Reading, draw_readings, read_quantity
from foedera.view.rows import Row, maps
from foedera.view.words import ends, say_day

MOST_UNITS = 4
MOST_LINES = 16


def draw_over_time(tellings: Sequence[Row]) -> list[Picture]:
    """Draw each unit that tellings count in at least two ways, the first told on top."""
    units: dict[str, list[Reading]] = {}
    for telling in tellings:
        for quantity in maps(telling, "quantities"):
            reading = read_quantity(_who(telling), quantity)
            held = units.setdefault(str(quantity.get("unit") or "number"), [])
            if reading and reading not in held:
                held.append(reading)
    told = {unit: rows for unit, rows in units.items() if _differ(rows)}
    ranked = sorted(told, key=lambda unit: (-len(told[unit]), unit))[:MOST_UNITS]
    return [_picture(unit, told[unit][:MOST_LINES]) for unit in ranked]


def _differ(readings: Sequence[Reading]) -> bool:
    return len({(one.low, one.high, one.about) for one in readings}) > 1


def _who(telling: Row) -> str:
    """Name a telling by its day and outlet."""
    report = telling["report"]
    day = ends(report.get("published"))[1]
    shown = say_day(day, short=True).rpartition(" ")[0] if day else "no day"
    return f"{shown} · {outlet_of(report)}"


def _picture(unit: str, readings: Sequence[Reading]) -> Picture:
    return Picture(draw_readings(readings, 880), draw_readings(readings, 420), title=unit)
