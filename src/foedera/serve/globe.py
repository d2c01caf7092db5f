"""Places on a globe laid flat, without borders: what is known of a place, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

from markupsafe import Markup

from foedera.gazetteer import load_gazetteer
from foedera.serve.canvas import Canvas
from foedera.serve.links import place_link
from foedera.serve.wording import name_country
from foedera.view.dossier.model import Picture
from foedera.view.pictures.drawing import text_width
from foedera.view.rows import Row
from foedera.view.words import count_of, country_names

Point = tuple[float, float]
_A = (1.340264, -0.081106, 0.000893, 0.003796)
STEPS = (1, 2, 5, 10, 15, 30)
LEAST_SPAN = 8.0
FULL = 20
"""A disc of full size stands for so many events at least."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its events; `exact` where it is more than a country or a region."""

    name: str
    country: str | None
    lat: float
    lon: float
    events: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Window:
    """What of the globe is shown: degrees, with the meridian that stands upright."""

    south: float
    north: float
    west: float
    east: float

    @property
    def middle(self) -> float:
        """Return the meridian in the middle."""
        return (self.west + self.east) / 2


WORLD = Window(-58, 78, -180, 180)


def spots_of(places: Iterable[Row]) -> tuple[list[Spot], list[Row]]:
    """Part places that can be drawn from those whose position is not known."""
    spots, unknown, points = [], [], load_gazetteer().points
    for row in places:
        country = str(row["country"]) if row.get("country") else None
        if row.get("lat") is None or row.get("lon") is None:
            unknown.append(row)
            continue
        where = float(row["lat"]), float(row["lon"])
        exact = country is not None and where != points.get(country)
        spots.append(Spot(str(row["name"]), country, *where, int(row["events"]), exact))
    return spots, unknown


def draw_map(spots: Sequence[Spot], *, world: bool) -> Picture:
    """Draw places as discs by number of events, dashed rings where only the country is told."""
    window = WORLD if world or not spots else _around(spots)
    return Picture(
        _draw(spots, window, 1040, "wide"), _draw(spots, window, 400, "narrow"), title="Map"
    )


def project(lat: float, lon: float) -> Point:
    """Lay a point of the globe flat by the Equal Earth projection.

    >>> round(project(0, 180)[0], 4), round(project(90, 0)[1], 4)
    (2.7066, 1.3174)
    """
    t = asin(sqrt(3) / 2 * sin(radians(lat)))
    slope = 9 * _A[3] * t**8 + 7 * _A[2] * t**6 + 3 * _A[1] * t**2 + _A[0]
    x = 2 * sqrt(3) * radians(lon) * cos(t) / (3 * slope)
    return x, _A[3] * t**9 + _A[2] * t**7 + _A[1] * t**3 + _A[0] * t


def _around(spots: Sequence[Spot]) -> Window:
    """Return the window that holds all places, with room around them."""
    lats, lons = [one.lat for one in spots], [one.lon for one in spots]
    if max(lons) - min(lons) > 200:
        return WORLD
    tall = max((max(lats) - min(lats)) * 1.3, LEAST_SPAN)
    lat, lon = (max(lats) + min(lats)) / 2, (max(lons) + min(lons)) / 2
    # As broad as a page is, whatever the places are, so that there is something to go by.
    broad = min(tall * 1.5 / max(cos(radians(lat)), 0.3), 300)
    wide = max((max(lons) - min(lons)) * 1.3, broad)
    return Window(max(lat - tall / 2, -85), min(lat + tall / 2, 85), lon - wide / 2, lon + wide / 2)


@dataclass(frozen=True, slots=True)
class _Plane:
    """The window on paper: how degrees become places of the picture."""

    window: Window
    scale: float
    left: float
    top: float

    def place(self, lat: float, lon: float) -> Point:
        x, y = project(lat, lon - self.window.middle)
        return self.left + x * self.scale, self.top - y * self.scale


def _plane(window: Window, width: float) -> tuple[_Plane, float]:
    """Fit the window into a width; return with it the height."""
    edge = [
        project(lat, lon - window.middle)
        for lat in (window.south, min(max(0.0, window.south), window.north), window.north)
        for lon in (window.west, window.east)
    ]
    xs, ys = [x for x, _ in edge], [y for _, y in edge]
    scale = min(width / (max(xs) - min(xs)), width * 0.8 / (max(ys) - min(ys)))
    left = width / 2 - (max(xs) + min(xs)) / 2 * scale
    return _Plane(window, scale, left, max(ys) * scale), (max(ys) - min(ys)) * scale


@dataclass(slots=True)
class _Names:
    """The names on a map, none of which stands on another or on a disc."""

    pen: Canvas
    height: float
    taken: list[tuple[float, float, float, float]] = field(default_factory=list)

    def keep_free(self, at: Point, radius: float) -> None:
        """Let no later name stand here."""
        x, y = at
        self.taken.append((x - radius, y - radius, x + radius, y + radius))

    def write(self, words: str, at: Point, style: str) -> None:
        """Write a name unless it would stand on another one or beyond the edge."""
        half = text_width(words, 12) / 2
        left, top, right, bottom = at[0] - half, at[1] - 11, at[0] + half, at[1] + 3
        if left < 0 or right > self.pen.width or top < 0 or bottom > self.height:
            return
        if all(right < a or left > c or bottom < b or top > d for a, b, c, d in self.taken):
            self.taken.append((left, top, right, bottom))
            self.pen.text(at, words, style)


def _draw(spots: Sequence[Spot], window: Window, width: float, style: str) -> Markup:
    pen = Canvas(width)
    plane, height = _plane(window, width)
    _graticule(pen, plane)
    names = _Names(pen, height)
    most = max([FULL, *(one.events for one in spots)])
    for one in sorted(spots, key=lambda spot: -spot.events):
        x, y = plane.place(one.lat, one.lon)
        radius = 4 + (18 if width > 600 else 10) * sqrt(one.events / most)
        look = "spot" if one.exact else "spot vague"
        words = f"{one.name}: {count_of(one.events, 'event')}"
        if not one.exact:
            words += "; only the country or region is told"
        names.keep_free((x, y), radius * 0.7)
        pen.dot_link(place_link({"name": one.name}), words, (x, y), radius, look)
        names.write(one.name, (x, y + radius + 12), "small mid")
    _countries(names, plane)
    return pen.close(height, style)


def _graticule(pen: Canvas, plane: _Plane) -> None:
    """Draw meridians and parallels at round degrees."""
    window = plane.window
    step = next((s for s in STEPS if (window.east - window.west) / s <= 12), STEPS[-1])
    across = [window.west + (window.east - window.west) * n / 48 for n in range(49)]
    along = [window.south + (window.north - window.south) * n / 48 for n in range(49)]
    for lat in _rounds(window.south, window.north, step):
        pen.path((plane.place(lat, lon) for lon in across), "tick equator" if lat == 0 else "tick")
    for lon in _rounds(window.west, window.east, step):
        pen.path((plane.place(lat, lon) for lat in along), "tick")


def _rounds(low: float, high: float, step: int) -> Iterator[int]:
    first = int(-(-low // step)) * step
    yield from range(first, int(high) + 1, step)


def _countries(names: _Names, plane: _Plane) -> None:
    """Name countries where there is room, each at a point within it; no border is drawn."""
    window = plane.window
    known = country_names()
    for code, (lat, lon) in sorted(load_gazetteer().points.items()):
        if code in known and window.south < lat < window.north and window.west < lon < window.east:
            x, y = plane.place(lat, lon)
            names.pen.dot((x, y), 1.2, "knot")
            names.write(name_country(code), (x, y - 4), "soft mid")
