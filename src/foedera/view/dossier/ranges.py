"""Numbers of one event side by side, each drawn as the interval it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from markupsafe import Markup

from foedera.view.dossier.entries import title_event
from foedera.view.dossier.folder import Folder
from foedera.view.dossier.model import Picture, say, strong
from foedera.view.pictures.drawing import Drawing, shorten, text_width
from foedera.view.rows import Row, maps, texts
from foedera.view.words import join_words, say_number, say_quantity

MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """A number as one report gives it; an open end is None."""

    who: str
    words: str
    low: float | None
    high: float | None
    about: bool


def draw_numbers(folder: Folder, event: Row) -> list[Picture]:
    """Draw each unit that an event's tellings count in at least two ways."""
    pictures = []
    for unit, readings in sorted(_groups(folder, event).items()):
        if len({(r.low, r.high, r.about) for r in readings}) > 1:
            title = f"{title_event(folder, event)} · {unit}"
            wide, narrow = (draw_readings(readings[:MOST_LINES], w) for w in (880, 420))
            caption = say(strong(_verdict(folder, event)), _explain(readings))
            pictures.append(Picture(wide, narrow, caption, title))
    return pictures


def _groups(folder: Folder, event: Row) -> dict[str, list[Reading]]:
    """Group readings: those that were compared with each other, else those of one unit."""
    units = _by_unit(folder, event)
    if not any(units.values()):
        return {}
    compared = [row for row in folder.disagreements if _compares(row, event)]
    words = [{str(value.get("value")) for value in maps(row, "values")} for row in compared]
    for told in words:
        readings = [r for held in units.values() for r in held if r.words in told]
        if len(readings) > 1:
            units = {u: [r for r in held if r.words not in told] for u, held in units.items()}
            units["how many"] = sorted(readings, key=_order)
    return units


def _compares(row: Row, event: Row) -> bool:
    return row.get("event") == event["id"] and str(row["field"]).startswith("quantit")


def _by_unit(folder: Folder, event: Row) -> dict[str, list[Reading]]:
    units: dict[str, list[Reading]] = {}
    for ident in texts(event, "claims"):
        claim = folder.claims.get(ident, {})
        for quantity in maps(claim, "quantities"):
            reading = read_quantity(folder.outlet(str(claim["report"])), quantity)
            held = units.setdefault(str(quantity.get("unit") or "number"), [])
            if reading and reading not in held:
                held.append(reading)
    return {unit: sorted(items, key=_order) for unit, items in units.items()}


def _order(reading: Reading) -> tuple[float, str]:
    return (reading.low if reading.low is not None else reading.high or 0, reading.who)


def read_quantity(who: str, quantity: Row) -> Reading | None:
    """Read a number as an interval; None where it bounds nothing."""
    low, high = quantity.get("low"), quantity.get("high")
    if low is None and high is None:
        return None
    about = bool(quantity.get("approximate"))
    return Reading(who, say_quantity(quantity), low, high, about)


def _verdict(folder: Folder, event: Row) -> str:
    for row in folder.disagreements:
        if _compares(row, event):
            return str(row["comparison"]).replace("-", " ")
    return "side by side"


def _explain(readings: Sequence[Reading]) -> str:
    low = max((r.low for r in readings if r.low is not None), default=None)
    high = min((r.high for r in readings if r.high is not None), default=None)
    if low is not None and high is not None and low <= high:
        return ": one number can satisfy every telling."
    wide = [r for r in readings if r.about]
    if wide:
        return f": “{join_words(dict.fromkeys(r.words for r in wide))}” leaves room on both sides."
    return ": no single number satisfies every telling."


def draw_readings(readings: Sequence[Reading], width: float) -> Markup:
    """Draw readings one beneath the other over one scale of values."""
    narrow = width < 600
    gutter, right = (4.0, width - 12) if narrow else (140.0, width - 30)
    low, high = _bounds(readings)
    row, top = (46.0, 30.0) if narrow else (34.0, 20.0)
    pen, scale = Drawing(width), (right - gutter) / (high - low)
    places = [(_at(r.low, low, gutter, scale), _at(r.high, low, gutter, scale)) for r in readings]
    for index, (reading, (start, end)) in enumerate(zip(readings, places, strict=True)):
        y = top + index * row
        name = shorten(reading.who, gutter - 12 if not narrow else right - 20)
        pen.text((0 if not narrow else gutter, y + 4.5 if not narrow else y - 14), name, "soft")
        _draw_reading(pen, reading, (start, end), (y, gutter, right))
    bottom = top + len(readings) * row
    _draw_scale(pen, (low, high), (gutter, right), bottom)
    label = "; ".join(f"{r.who}: {r.words}" for r in readings)
    return pen.finish(bottom + 26, label, "narrow" if narrow else "wide")


def _at(value: float | None, low: float, gutter: float, scale: float) -> float | None:
    return None if value is None else gutter + (value - low) * scale


def _bounds(readings: Sequence[Reading]) -> tuple[float, float]:
    values = [v for r in readings for v in (r.low, r.high) if v is not None]
    low, high = min(values), max(values)
    span = (high - low) or max(abs(high) * 0.2, 1)
    step = _round_step(span)
    floor_at = floor((low - span * 0.35) / step) * step
    return (max(0.0, floor_at) if low >= 0 else floor_at), high + span * 0.7


def _round_step(span: float) -> float:
    power = 10 ** floor(log10(span / 2))
    return float(next(m * power for m in (1, 2, 5, 10, 20) if span / (m * power) <= 4))


def _draw_reading(
    pen: Drawing,
    reading: Reading,
    ends: tuple[float | None, float | None],
    frame: tuple[float, float, float],
) -> None:
    y, left, right = frame
    start, end = ends
    words = reading.words
    if start is not None and start == end:
        if reading.about:
            pen.box((start - 34, y - 5), (68, 10), "band about")
        pen.dot((start, y), 5.5, "dot-point")
        edge = start + (42 if reading.about else 14)
    else:
        pen.box((start or left, y - 3), ((end or right) - (start or left), 6), "band open")
        for x in (x for x in ends if x is not None):
            pen.dot((x, y), 5.5, "dot-limit")
        words += " →" if end is None else ""
        edge = (start or left) + 12
    _word(pen, words, (edge, y), right, above=start != end)


def _word(pen: Drawing, words: str, at: tuple[float, float], right: float, *, above: bool) -> None:
    x, y = at
    width = text_width(words)
    if x + width > right:
        pen.text((right, y - 9), words, "halo end")
    else:
        pen.text((x, y - 8 if above else y + 4.5), words, "halo")


def _draw_scale(
    pen: Drawing, bounds: tuple[float, float], sides: tuple[float, float], y: float
) -> None:
    (low, high), (left, right) = bounds, sides
    pen.line((left, y), (right, y), "lane")
    step = _round_step(high - low)
    while (right - left) * step / (high - low) < text_width(say_number(high), 12) + 22:
        step *= 2
    value = -(-low // step) * step
    while value <= high:
        x = left + (value - low) * (right - left) / (high - low)
        pen.line((x, y), (x, y + 5), "tick")
        lean = "soft end" if x > right - 12 else "soft" if x < left + 12 else "soft mid"
        pen.text((x, y + 20), say_number(value), lean)
        value += step
