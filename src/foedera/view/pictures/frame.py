"""What stands around a picture over time: ticks, folds, the day asked about, a legend."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.view.pictures.axis import Axis, number_of
from foedera.view.pictures.drawing import Drawing, text_width
from foedera.view.pictures.life import Lane, Stretch
from foedera.view.words import say_day


def draw_frame(pen: Drawing, on: str | None, axis: Axis, bottom: float) -> float:
    """Draw ticks, folds and the day asked about behind all; return the height."""
    front, pen.shapes = pen.shapes, []
    for tick in axis.ticks():
        pen.line((tick.x, 22), (tick.x, bottom), "tick")
        beyond = tick.x + text_width(tick.label, 12) > pen.width
        pen.text((tick.x, 14), tick.label, "soft end" if beyond else "soft")
    behind, pen.shapes = pen.shapes, front
    for fold in axis.folds:
        pen.box((fold.start, 26), (fold.end - fold.start, bottom - 26), "fold")
        pen.text(((fold.start + fold.end) / 2, 14), fold.label, "soft mid")
    pen.shapes = behind + pen.shapes
    if on and axis.knots[0][0] <= number_of(on) <= axis.knots[-1][0]:
        x = axis.place(on)
        pen.line((x, 22), (x, bottom + 4), "today")
        pen.text((x, bottom + 18), f"as of {say_day(on, short=True)}", _lean(x, axis))
        return bottom + 26
    return bottom + 8


def _lean(x: float, axis: Axis) -> str:
    return "soft end" if x > axis.knots[-1][1] - 60 else "soft mid"


SWATCH = 22.0
LINE = 20.0


def draw_legend(pen: Drawing, lanes: Iterable[Lane], at: tuple[float, float]) -> float:
    """Name each look that the lanes wear beside a swatch of it; return the height."""
    items: dict[tuple[str, str], Stretch] = {}
    for lane in lanes:
        for item in lane.states:
            items.setdefault((item.label, item.style), item)
    x, y = at[0] + 6, at[1] + 6
    for item in items.values():
        width = SWATCH + text_width(item.label, 12) + 26
        if x + width > pen.width and x > at[0] + 6:
            x, y = at[0] + 6, y + LINE
        pen.box((x, y), (SWATCH, 10), f"st st-{item.style}")
        if item.mark == "notice":
            pen.hatch((x, y), (SWATCH, 10), "hatch")
        pen.text((x + SWATCH + 6, y + 9.5), item.label, "soft")
        x += width
    return y + LINE if items else at[1]
