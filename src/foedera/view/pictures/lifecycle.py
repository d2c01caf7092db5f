"""The life of an agreement as one picture: its status, its parties as lanes, conduct beneath."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup

from foedera.view.pictures.axis import Axis, make_axis
from foedera.view.pictures.drawing import Drawing, shorten, text_width
from foedera.view.pictures.folding import fold_lanes
from foedera.view.pictures.frame import draw_frame, draw_legend
from foedera.view.pictures.life import Act, Lane, Life, Stretch
from foedera.view.words import join_words, say_day


@dataclass(frozen=True, slots=True)
class Measures:
    """How the picture is laid out: a gutter for names, or names above their lanes."""

    width: float
    gutter: float
    lane: float
    name_above: bool


WIDE = Measures(880, 140, 30, name_above=False)
NARROW = Measures(420, 4, 44, name_above=True)
ROW = 17.0
MOST_ROWS = 9  # labels beyond are left to the timeline; their dots stay


@dataclass(slots=True)
class Shelf:
    """Rows of labels that never overlap: each takes the first row with room for it."""

    rows: list[list[tuple[float, float]]] = field(default_factory=list)

    def put(self, span: tuple[float, float], first: int = 0) -> int:
        """Take the first row, from `first` on, in which the span is free."""
        row = first
        while not self.free(span, row):
            row += 1
        self.take(span, row)
        return row

    def below(self, span: tuple[float, float]) -> int:
        """Return the first row under everything that the span meets."""
        met = (row for row in range(len(self.rows)) if not self.free(span, row))
        return max(met, default=-1) + 1

    def free(self, span: tuple[float, float], row: int) -> bool:
        """Say whether a span is free in a row."""
        held = self.rows[row] if row < len(self.rows) else []
        return all(span[1] <= low or high <= span[0] for low, high in held)

    def take(self, span: tuple[float, float], row: int) -> None:
        """Hold a span of a row."""
        while len(self.rows) <= row:
            self.rows.append([])
        self.rows[row].append(span)


def draw_life(life: Life, measures: Measures = WIDE) -> Markup | None:
    """Draw the life; None where no day at all is known. Many parties share lanes."""
    days = _all_days(life)
    if not days:
        return None
    label = describe(life)
    life = fold_lanes(life)
    axis = make_axis(days, measures.gutter + 6, measures.width - 12)
    pen = Drawing(measures.width)
    top = _draw_status(pen, life, axis, measures)
    lanes_top = _draw_joint(pen, life, axis, top)
    bottom = _draw_lanes(pen, life, axis, (measures, lanes_top))
    bottom = _draw_conduct(pen, life, axis, (measures, bottom))
    height = draw_frame(pen, life.on, axis, bottom)
    height = draw_legend(pen, life.lanes, (measures.gutter, height))
    return pen.finish(height, label, "wide" if not measures.name_above else "narrow")


MOST_TOLD = 24


def describe(life: Life) -> str:
    """Tell the picture in words: steps, the status over time, each party's."""
    acts = [act.label for act in life.acts[:MOST_TOLD]]
    told = [f"Life cycle: {join_words(acts) or 'no dated step'}."]
    rows = [("Status", life.status), *((lane.name, lane.states) for lane in life.lanes)]
    for name, states in rows[:MOST_TOLD]:
        if states:
            told.append(f"{name}: {join_words(map(_tell, states), 'then')}.")
    if len(rows) > MOST_TOLD:
        told.append(f"And {len(rows) - MOST_TOLD} more parties.")
    return " ".join(told)


def _tell(item: Stretch) -> str:
    flag = ", contested," if item.mark == "contested" else ""
    return f"{item.label}{flag} from {say_day(item.start)}"


def _all_days(life: Life) -> list[str]:
    days = [day for act in life.acts for day in (act.start, act.end)]
    days += [day for item in life.conduct for day in (item.start, item.end) if day]
    days += [item.start for item in life.status]
    if days and life.on:
        days.append(life.on)
    return days


# ------------------------------------------------------------------ status

BAR = 26.0
BAND = 11.0


def _draw_status(pen: Drawing, life: Life, axis: Axis, measures: Measures) -> float:
    """Draw the bar of states and return where the picture goes on."""
    top = 30.0
    left, right = axis.knots[0][1], axis.knots[-1][1]
    if not measures.name_above:
        pen.text((0, top + 18), "agreement", "soft")
    pen.box((left, top), (right - left, BAR), "st st-unknown")
    for (start, end), words in _blanks(life, axis):
        if text_width(words) + 12 < end - start:
            pen.text((start + 8, top + 18), words, "soft")
    for item in life.status:
        draw_stretch(pen, item, axis, (top, BAR, life.on))
        start, end = axis.place(item.start), end_place(item, axis)
        label = item.label + (", contested" if item.mark == "contested" else "")
        fitting = next((w for w in (label, item.label) if text_width(w) + 14 < end - start), "")
        pen.text((start + 8, top + 18), fitting, f"on on-{item.style}")
    return top + BAR


def _blanks(life: Life, axis: Axis) -> list[tuple[tuple[float, float], str]]:
    """List the stretches of which nothing is known."""
    if not life.status:
        return [((axis.knots[0][1], axis.knots[-1][1]), "status unknown")]
    blanks = [((axis.knots[0][1], axis.place(life.status[0].start)), "unknown")]
    for before, after in pairwise(life.status):
        if before.end and before.end < after.start:
            blanks.append(((axis.place(before.end), axis.place(after.start)), "unknown"))
    return blanks


def draw_stretch(
    pen: Drawing, item: Stretch, axis: Axis, frame: tuple[float, float, str | None]
) -> None:
    """Draw a state between its days; what is to come stands paler, a notice is hatched."""
    top, height, on = frame
    for piece, coming in item.until(on):
        left, right = axis.place(piece.start), end_place(piece, axis)
        style = f"st st-{item.style}" + (" coming" if coming else "")
        pen.box((left, top), (right - left, height), style)
        if item.mark == "notice":
            pen.hatch((left, top), (right - left, height), "hatch")
        elif item.mark == "contested":
            pen.hatch((left, top), (right - left, height), "hatch torn")


def end_place(item: Stretch, axis: Axis) -> float:
    """Return where a stretch ends, at the edge where it runs on."""
    return axis.place(item.end) if item.end else axis.knots[-1][1]


# -------------------------------------------------------------- joint steps


def _draw_joint(pen: Drawing, life: Life, axis: Axis, top: float) -> float:
    """Flag the steps that several parties take together; return where the lanes begin."""
    shelf, right = Shelf(), axis.knots[-1][1]
    base = 0
    # The latest first, so that earlier labels hang lower and no later flag cuts through them.
    for act in sorted(life.acts, key=lambda act: act.start, reverse=True):
        if len(act.lanes) < 2:
            continue
        x, width = _middle(act, axis), text_width(act.label) + 14
        ends_here = x + width > right and x - width > 0
        span = (x - width, x) if ends_here else (x - 1, x + width)
        row = shelf.put(span, shelf.below(span))
        if row >= MOST_ROWS:
            continue
        base = max(base, row + 1)
        y = top + 18 + row * ROW
        pen.text((x - 7 if ends_here else x + 7, y), act.label, "end" if ends_here else "")
        pen.line((x, top), (x, y + 2), f"flag ln-{act.style}")
    return top + 12 + base * ROW


def _middle(act: Act, axis: Axis) -> float:
    return (axis.place(act.start) + axis.place(act.end)) / 2


# ------------------------------------------------------------------- lanes


def _draw_lanes(pen: Drawing, life: Life, axis: Axis, frame: tuple[Measures, float]) -> float:
    """Draw one lane a party and return their bottom."""
    measures, y = frame
    middles: list[float] = []
    for index, lane in enumerate(life.lanes):
        middle = y + measures.lane - 13
        middles.append(middle)
        draw_lane(pen, lane, axis, (measures, middle, life.on))
        y += measures.lane + _label_lane(pen, life, axis, (index, middle))
    _draw_dots(pen, life, axis, middles)
    return y


def draw_lane(
    pen: Drawing, lane: Lane, axis: Axis, frame: tuple[Measures, float, str | None]
) -> None:
    """Draw one lane: its name, a thin line where nothing is known, its states as bars."""
    measures, y, on = frame
    if measures.name_above:
        pen.text((axis.knots[0][1], y - 12), shorten(lane.name, measures.width - 20), "soft")
    else:
        pen.text((0, y + 4.5), shorten(lane.name, measures.gutter - 12))
    pen.line((axis.knots[0][1], y), (axis.knots[-1][1], y), "lane")
    for item in lane.states:
        draw_stretch(pen, item, axis, (y - BAND / 2, BAND, on))


def _label_lane(pen: Drawing, life: Life, axis: Axis, lane: tuple[int, float]) -> float:
    """Label the steps that a party takes alone; return how much room the labels add."""
    index, y = lane
    shelf, right, rows = Shelf(), axis.knots[-1][1], 0
    crossed = [_middle(act, axis) for act in life.acts if len(act.lanes) > 1]
    acts = sorted((act for act in life.acts if act.lanes == (index,)), key=lambda act: act.start)
    for act in acts:
        x, width = _middle(act, axis), text_width(act.label) + 10
        after, before = (x - 6, x - 6 + width), (x + 6 - width, x + 6)
        spans = [span for span in (after, before) if span[0] >= 0 and span[1] <= right + 12]
        spans.sort(key=lambda span: sum(span[0] + 8 < other < span[1] - 8 for other in crossed))
        span = next((s for s in spans if shelf.free(s, 0)), None) or (spans or [after])[0]
        row = shelf.put(span)
        rows = max(rows, row + 1)
        at = (span[1] if span is before else span[0], y + 19 + row * ROW)
        pen.text(at, act.label, "end" if span is before else "")
    return rows * ROW


def _draw_dots(pen: Drawing, life: Life, axis: Axis, middles: Sequence[float]) -> None:
    for act in life.acts:
        x, ys = _middle(act, axis), [middles[lane] for lane in act.lanes]
        low, high = axis.place(act.start), axis.place(act.end)
        if len(ys) > 1:
            pen.line((x, min(ys)), (x, max(ys)), f"join ln-{act.style}")
        for y in ys:
            if high - low > 12:
                pen.line((low, y), (high, y), f"reach ln-{act.style}")
            if act.derived:
                pen.diamond((x, y), 6.5, f"dot-{act.style} mark")
            else:
                pen.dot((x, y), 5.5, f"dot-{act.style} mark" if act.solid else "dot-hollow")


# ----------------------------------------------------------------- conduct


def _draw_conduct(pen: Drawing, life: Life, axis: Axis, frame: tuple[Measures, float]) -> float:
    """Draw what the parties do about it as bars, packed in rows; return the bottom."""
    measures, top = frame
    if not life.conduct:
        return top
    top += 26 if measures.name_above else 12
    pen.text((0, top + (-4 if measures.name_above else 12)), "conduct", "soft")
    shelf, right, lowest = Shelf(), axis.knots[-1][1], 0
    for item in sorted(life.conduct, key=lambda item: item.start):
        x, end = axis.place(item.start), max(end_place(item, axis), axis.place(item.start) + 7)
        label = shorten(item.label, right - axis.knots[0][1] - 20)
        width = text_width(label) + 8
        start_side = end + width > right and x - width > axis.knots[0][1]
        above = end + width > right and not start_side
        span = (x - width, end + 4) if start_side else (x, max(end, x) + (0 if above else width))
        row = shelf.put(span if not above else (axis.knots[0][1], right))
        lowest = max(lowest, row)
        y = top + row * 20
        pen.box((x, y + 4), (end - x, 8), f"conduct {item.style}")
        where = (x - 6, "halo small end") if start_side else (end + 6, "halo small")
        if above:
            where = (right, "halo small end")
        pen.text((where[0], y + 12), label, where[1])
    return top + (lowest + 1) * 20
