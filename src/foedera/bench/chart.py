"""A picture of growth: time and memory against the number of reports, both axes by tens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from math import ceil, floor, log10

from foedera.bench.growth import EXTRACTING, MEMORY, SHARE, Grown

_WIDE, _HIGH, _LEFT, _TOP = 420, 300, 70, 50
_STYLE = (
    "text{font:13px sans-serif;fill:#222}.axis{stroke:#888;fill:none}.grid{stroke:#ddd}"
    ".line{stroke:#14506e;stroke-width:2;fill:none}.dot{fill:#14506e}"
    ".bound{stroke:#a33;stroke-dasharray:5 4;fill:none}.bound-word{fill:#a33}"
)


def draw(rows: Sequence[Grown]) -> str:
    """Return an SVG with two panels: seconds and megabytes, each with the bound it must keep."""
    panels = [
        _panel(rows, "Settling, seconds", lambda g: g.seconds, _fifth),
        _panel(rows, "Most memory, megabytes", lambda g: g.megabytes, lambda _: MEMORY),
    ]
    wide = 2 * (_WIDE + _LEFT) + 40
    body = "".join(
        f'<g transform="translate({_LEFT + place * (_WIDE + _LEFT)},{_TOP})">{panel}</g>'
        for place, panel in enumerate(panels)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {_HIGH + 2 * _TOP}"'
        f' role="img" aria-label="{escape(_told(rows))}"><style>{_STYLE}</style>'
        f'<rect width="100%" height="100%" fill="#fff"/>{body}</svg>\n'
    )


def _fifth(reports: float) -> float:
    """A fifth of what extracting takes."""
    return SHARE * EXTRACTING * reports


def _told(rows: Sequence[Grown]) -> str:
    each = (f"{r.reports:,} reports {r.seconds:g} s, {r.megabytes:g} MB" for r in rows)
    return "Settling: " + "; ".join(each)


def _panel(
    rows: Sequence[Grown],
    name: str,
    value: Callable[[Grown], float],
    bound: Callable[[float], float],
) -> str:
    across = _scale([float(r.reports) for r in rows], _WIDE)
    bounds = [(float(r.reports), bound(r.reports)) for r in rows]
    up = _scale([max(0.01, value(r)) for r in rows] + [b for _, b in bounds], _HIGH)
    points = [(across(r.reports), _HIGH - up(max(0.01, value(r)))) for r in rows]
    limit = [(across(x), _HIGH - up(y)) for x, y in bounds]
    marks = "".join(
        f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="4"/>'
        f'<text x="{x:.1f}" y="{y - 9:.1f}" text-anchor="middle">{value(r):,.4g}</text>'
        for (x, y), r in zip(points, rows, strict=True)
    )
    return (
        f'<text x="0" y="-20" font-weight="bold">{escape(name)}</text>'
        f"{''.join(_grid(rows, across))}"
        f'<path class="axis" d="M0,0V{_HIGH}H{_WIDE}"/>'
        f'<path class="bound" d="{_path(limit)}"/>'
        f'<text class="bound-word" x="{limit[-1][0]:.1f}" y="{limit[-1][1] - 6:.1f}"'
        f' text-anchor="end">bound</text>'
        f'<path class="line" d="{_path(points)}"/>{marks}'
    )


def _grid(rows: Sequence[Grown], across: Callable[[float], float]) -> Iterator[str]:
    for row in rows:
        x = across(row.reports)
        yield f'<path class="grid" d="M{x:.1f},0V{_HIGH}"/>'
        yield f'<text x="{x:.1f}" y="{_HIGH + 18}" text-anchor="middle">{row.reports:,}</text>'


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _scale(values: Sequence[float], length: int) -> Callable[[float], float]:
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    wide = max(1, high - low)
    return lambda value: (log10(value) - low) / wide * length
