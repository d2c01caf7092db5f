"""Events along time: days as dots, intervals as intervals, open ends as open, the undated apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from foedera.serve.canvas import Canvas
from foedera.serve.ties import is_hostile
from foedera.serve.wording import title_event
from foedera.view.dossier.model import Picture
from foedera.view.pictures.axis import Axis, make_axis
from foedera.view.pictures.drawing import Drawing, shorten, text_width
from foedera.view.pictures.frame import draw_frame
from foedera.view.rows import Row
from foedera.view.words import ends, say_days, say_reality, sort_by_day

LANE = 19.0
TOP = 36.0
NAMED = 40
"""So many events, those of most reports, bear their names where there is room."""
MOST_LANES = 44
FEWEST = 20
"""From so many events on, those long before or after the others are left out of the picture."""
ASIDE = 10
"""One in so many may be left out on either side, where the line is then half as long at most."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events in time and the picture of them.

    `undated` have no day, `beyond` no room; `aside` lie long before or after the others.
    """

    dated: tuple[Row, ...]
    undated: tuple[Row, ...]
    picture: Picture | None
    beyond: int
    aside: int = 0


def draw_timeline(events: Sequence[Row], known: str | None = None) -> Timeline:
    """Lay events out along time; each mark leads to the event, as `known` where a day is asked."""
    tail = f"?known={known}" if known else ""
    events = [{**row, "page": f"/events/{row['id']}{tail}"} for row in events]
    dated = [row for row in sort_by_day(events) if any(ends(row.get("when")))]
    undated = [row for row in events if not any(ends(row.get("when")))]
    if not dated:
        return Timeline((), tuple(undated), None, 0)
    drawn = near_each_other(dated)
    days = _days(drawn, cut=len(drawn) < len(dated))
    wide, beyond = _draw(drawn, undated, days, 1040, "wide")
    narrow, _ = _draw(drawn, undated, days, 380, "narrow")
    picture = Picture(wide, narrow, title="Timeline")
    return Timeline(tuple(dated), tuple(undated), picture, beyond, len(dated) - len(drawn))


def near_each_other(dated: Sequence[Row]) -> list[Row]:
    """Leave out the few events that lie so long before or after the others that these crowd.

    An end that lies beyond is kept; it runs out of the picture.
    """
    if len(dated) < FEWEST:
        return list(dated)
    found = [ends(row["when"]) for row in dated]
    # Of a stretch the end counts that is nearer to the others; an open one has none.
    firsts = sorted(last for _, last in found if last)
    lasts = sorted(first for first, _ in found if first)
    if min(len(firsts), len(lasts)) < FEWEST:
        return list(dated)
    low, high = firsts[len(firsts) // ASIDE], lasts[-1 - len(lasts) // ASIDE]
    if low >= high or 2 * _length(low, high) > _length(min(firsts[0], lasts[0]), lasts[-1]):
        return list(dated)
    room = _length(low, high) // 2
    return [row for row in dated if _lies(row, _moved(low, -room), _moved(high, room))]


def _moved(day: str, days: int) -> str:
    number = date.fromisoformat(day).toordinal() + days
    return date.fromordinal(min(max(number, 1), date.max.toordinal())).isoformat()


def _length(first: str, last: str) -> int:
    return date.fromisoformat(last).toordinal() - date.fromisoformat(first).toordinal()


def _lies(row: Row, low: str, high: str) -> bool:
    """Say whether an event may have been between two days; an open end reaches everywhere."""
    first, last = ends(row["when"])
    return (last or high) >= low and (first or low) <= high


def _draw(
    dated: Sequence[Row], undated: Sequence[Row], days: Sequence[str], width: float, style: str
) -> tuple[Markup, int]:
    pen = Canvas(width)
    axis = make_axis(days, 6, width - 6)
    ranked = sorted(dated, key=lambda row: -int(row["reports"]))[: NAMED if width > 600 else 12]
    named = {str(row["id"]) for row in ranked}
    lanes: list[float] = []
    beyond = 0
    for row in dated:
        start, end = _reach(row, axis)
        label = ""
        if str(row["id"]) in named:
            label = shorten(title_event(row), 230 if width > 600 else 120, 12)
        room = text_width(label, 12) * 1.05 + 16 if label else 0
        turned = room > 0 and end + room > width
        if turned and room > start:
            label, room, turned = "", 0, False
        low, high = (start - room if turned else start) - 7, (end if turned else end + room) + 7
        lane = next((n for n, taken in enumerate(lanes) if taken <= low), len(lanes))
        if lane >= MOST_LANES:
            beyond += 1
            continue
        lanes[lane : lane + 1] = [high]
        y = TOP + lane * LANE + LANE / 2
        _mark(pen, row, (start, end), y)
        if room:
            at = (start - 9, y + 4) if turned else (end + 9, y + 4)
            pen.text(at, label, "small end" if turned else "small")
    bottom = TOP + max(len(lanes), 2) * LANE
    height = draw_frame(pen, None, axis, bottom)
    return pen.close(_undated(pen, undated, height + 8), style), beyond


def _days(dated: Sequence[Row], *, cut: bool) -> list[str]:
    """Return the days that the line must hold; of one that is cut, no farther ends of stretches."""
    found = [ends(row["when"]) for row in dated]
    firsts = sorted(last or first or "" for first, last in found)
    lasts = sorted(first or last or "" for first, last in found)
    low, high = firsts[0], lasts[-1]
    inner = [day for pair in found for day in pair if day and low <= day <= high]
    if not cut:
        return [day for pair in found for day in pair if day]
    return [low, *inner, high]


def _reach(row: Row, axis: Axis) -> tuple[float, float]:
    """Return where an event begins and ends on the line; an open end runs to the line's."""
    first, last = ends(row["when"])
    start = axis.place(first) if first else axis.knots[0][1]
    end = axis.place(last) if last else axis.knots[-1][1]
    return start, max(start, end)


def _mark(pen: Canvas, row: Row, reach: tuple[float, float], y: float) -> None:
    """Draw an event: a dot for a day, a bar for an interval, dashed where an end is open."""
    first, last = ends(row["when"])
    tone = "against" if is_hostile(str(row["kind"])) else "for"
    told = "" if row["reality"] in ("happened", "ongoing") else " hollow"
    mark = Drawing(pen.width)
    if first is not None and first == last:
        radius = min(3.2 + 0.9 * int(row["reports"]) ** 0.5, 7.5)
        mark.dot((reach[0], y), radius, f"ev {tone}{told}")
    else:
        loose = " loose" if first is None or last is None else ""
        size = max(reach[1] - reach[0], 4), 8.0
        mark.box((reach[0], y - 4), size, f"ev span {tone}{told}{loose}")
    pen.link(row["page"], _title(row), mark)


def _title(row: Row) -> str:
    told = "" if row["reality"] == "happened" else f" ({say_reality(str(row['reality']))})"
    return f"{title_event(row)}{told}, {say_days(row['when'])}"


def _undated(pen: Canvas, undated: Sequence[Row], top: float) -> float:
    """Draw the lane of those whose day nobody tells; return the height."""
    if not undated:
        return top
    pen.box((0, top), (pen.width, 0.6), "fold")
    pen.text((6, top + 18), "day unknown", "soft")
    start, step = 92.0, 13.0
    across = int((pen.width - start - 8) // step)
    for number, row in enumerate(undated[: across * 6]):
        x, y = start + number % across * step, top + 14 + number // across * step
        tone = "against" if is_hostile(str(row["kind"])) else "for"
        told = "" if row["reality"] in ("happened", "ongoing") else " hollow"
        pen.dot_link(row["page"], _title(row), (x, y), 4, f"ev {tone}{told}")
    return top + 30 + (min(len(undated), across * 6) - 1) // across * step
