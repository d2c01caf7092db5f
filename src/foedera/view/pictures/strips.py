"""Several statuses over time beneath each other: a strip an agreement, on one line of days."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from foedera.view.pictures.axis import make_axis
from foedera.view.pictures.drawing import Drawing
from foedera.view.pictures.frame import draw_frame, draw_legend
from foedera.view.pictures.life import Lane
from foedera.view.pictures.lifecycle import WIDE, Measures, draw_lane
from foedera.view.words import join_words, say_day

MOST_STRIPS = 24


def draw_strips(
    lanes: Sequence[Lane], on: str | None = None, measures: Measures = WIDE
) -> Markup | None:
    """Draw how the status of each went over time; None where no day is known.

    One lane makes a strip for the head of a page. Lanes without a known day are left out.
    """
    shown = [lane for lane in lanes if lane.states][:MOST_STRIPS]
    if not shown:
        return None
    days = [day for lane in shown for s in lane.states for day in (s.start, s.end) if day]
    axis = make_axis(days + ([on] if on else []), measures.gutter + 6, measures.width - 12)
    pen = Drawing(measures.width)
    y = 30.0
    for lane in shown:
        draw_lane(pen, lane, axis, (measures, y + measures.lane - 18, on))
        y += measures.lane - 4
    height = draw_legend(pen, shown, (measures.gutter, draw_frame(pen, on, axis, y)))
    told = (f"{lane.name}: {join_words(_tell(lane), 'then')}" for lane in shown)
    style = "narrow" if measures.name_above else "wide"
    return pen.finish(height, "Status over time. " + "; ".join(told) + ".", style)


def _tell(lane: Lane) -> list[str]:
    return [f"{item.label} from {say_day(item.start)}" for item in lane.states]
