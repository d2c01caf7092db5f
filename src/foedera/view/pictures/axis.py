"""Lay days out on a line: empty years are folded, ticks stand at round days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from foedera.view.words import MONTHS

FOLD_SHARE = 0.3  # a gap that takes more of the line than this is folded
FOLD_DAYS = 700
FOLD_WIDTH = 46.0
TICK_ROOM = 78.0


@dataclass(frozen=True, slots=True)
class Fold:
    """A stretch in which nothing happened, drawn short: where, and how long it was."""

    start: float
    end: float
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A round day on the line."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """A line of days: `knots` pair day numbers with places, straight between them."""

    knots: tuple[tuple[int, float], ...]
    folds: tuple[Fold, ...]

    def place(self, day: str) -> float:
        """Return where a day lies on the line; days beyond its ends lie at the ends."""
        return self.place_number(number_of(day))

    def place_number(self, number: int) -> float:
        """Return where a day, given by its number, lies."""
        if number <= self.knots[0][0]:
            return self.knots[0][1]
        for (low, left), (high, right) in pairwise(self.knots):
            if number <= high:
                return left + (right - left) * (number - low) / (high - low)
        return self.knots[-1][1]

    def ticks(self) -> list[Tick]:
        """List round days at least a label apart, none within a fold."""
        ticks: list[Tick] = []
        named = 0
        for number, label in _round_days(self._step(), self.knots[0][0], self.knots[-1][0]):
            x = self.place_number(number)
            folded = any(fold.start - 60 < x < fold.end + 4 for fold in self.folds)
            if not folded and (not ticks or x - ticks[-1].x >= TICK_ROOM * 0.72):
                year = date.fromordinal(number).year
                ticks.append(Tick(x, f"{label} {year}".strip() if year != named else label))
                named = year if label else 0
        return ticks

    def _step(self) -> int:
        """Return the shortest step of days that leaves a label its room."""
        folds = {(fold.start, fold.end) for fold in self.folds}
        scale = max(
            (right - left) / (high - low)
            for (low, left), (high, right) in pairwise(self.knots)
            if (left, right) not in folds
        )
        return next((step for step in STEPS if step * scale >= TICK_ROOM), STEPS[-1])


STEPS = (1, 2, 7, 14, 30, 61, 91, 183, 365, 730, 1826, 3652, 7305, 18262, 36525)


def number_of(day: str) -> int:
    """Return a day's number, counted from the first day of year one."""
    return date.fromisoformat(day).toordinal()


def make_axis(days: Sequence[str], start: float, end: float) -> Axis:
    """Lay the days out between two places, with a margin, folding long empty stretches."""
    numbers = sorted({number_of(day) for day in days})
    gaps = _folded_gaps(numbers)
    kept = numbers[-1] - numbers[0] - sum(high - low for low, high in gaps)
    pad = max(3, round(kept * 0.04))
    last = max(numbers[-1] + pad, numbers[0] + 24)
    return _place_knots((max(numbers[0] - pad, 1), last), gaps, start, end)


def _folded_gaps(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """List the gaps to fold, the widest first, each judged against what is then left."""
    left, folded = numbers[-1] - numbers[0], []
    for low, high in sorted(pairwise(numbers), key=lambda gap: gap[0] - gap[1])[:4]:
        room = round((left - (high - low)) * 0.08) + 1
        inner = (low + room, high - room)
        if high - low > FOLD_DAYS and high - low > left * FOLD_SHARE and inner[1] - inner[0] > 60:
            folded.append(inner)
            left -= inner[1] - inner[0]
    return sorted(folded) if len(numbers) > 2 else []


def _place_knots(
    ends: tuple[int, int], gaps: Sequence[tuple[int, int]], start: float, end: float
) -> Axis:
    kept = ends[1] - ends[0] - sum(high - low for low, high in gaps)
    scale = (end - start - FOLD_WIDTH * len(gaps)) / max(kept, 1)
    knots, folds, x, day = [(ends[0], start)], [], start, ends[0]
    for low, high in gaps:
        x += (low - day) * scale
        knots += [(low, x), (high, x + FOLD_WIDTH)]
        folds.append(Fold(x, x + FOLD_WIDTH, _say_length(high - low)))
        x, day = x + FOLD_WIDTH, high
    knots.append((ends[1], end))
    return Axis(tuple(knots), tuple(folds))


def _say_length(days: int) -> str:
    if days < 700:
        return f"{round(days / 30.4)} months"
    return f"{round(days / 365.25)} years"


def _round_days(step: int, first: int, last: int) -> Iterator[tuple[int, str]]:
    if step >= 365:
        yield from _round_years(max(1, round(step / 365.25)), first, last)
    elif step >= 30:
        yield from _round_months(max(1, round(step / 30.4)), first, last)
    else:
        for number in range(first + (-first + 1) % step, last + 1, step):
            day = date.fromordinal(number)
            yield number, f"{day.day} {MONTHS[day.month - 1][:3]}"


def _round_years(every: int, first: int, last: int) -> Iterator[tuple[int, str]]:
    year = date.fromordinal(first).year
    for value in range(year - year % every, date.fromordinal(last).year + 1, every):
        if value > 0 and (number := date(value, 1, 1).toordinal()) >= first:
            yield number, ""


def _round_months(every: int, first: int, last: int) -> Iterator[tuple[int, str]]:
    day = date.fromordinal(first)
    month = (day.year * 12 + day.month - 1) // every * every
    while (number := date(month // 12, month % 12 + 1, 1).toordinal()) <= last:
        if number >= first:
            yield number, MONTHS[month % 12][:3]
        month += every
