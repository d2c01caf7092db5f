"""How precisely a place is known: a point on a map says more than most reports do."""

from __future__ import annotations

from functools import cache

from foedera.gazetteer.tables import cells, rows
from foedera.view.rows import Row

POINTS = frozenset({"settlement", "city", "site"})
"""What is small enough on a map for its coordinates to say where something happened."""


def find_precision(where: Row | None) -> str:
    """Say what sort of place it is; "named" where nothing but the name is known.

    >>> find_precision({"name": "Chad", "country": "TCD", "lat": 15.4, "lon": 18.6})
    'country'
    >>> find_precision({"name": "Helsinki", "country": "FIN", "lat": 60.2, "lon": 24.9})
    'settlement'
    """
    if where is None:
        return "unknown"
    sort = _wide().get(str(where["name"]).casefold())
    if sort is not None:
        return sort
    return "named" if where.get("lat") is None else "settlement"


def find_point(where: Row | None) -> tuple[float, float] | None:
    """Return longitude and latitude of a place that is a point on a map, else None.

    The middle of a country, a region or a sea is no place where something happened.
    """
    if where is None or where.get("lat") is None or where.get("lon") is None:
        return None
    point = (float(where["lon"]), float(where["lat"]))
    return point if find_precision(where) in POINTS else None


@cache
def _wide() -> dict[str, str]:
    """Return what countries, regions and sites are, by their folded names."""
    found = {}
    for name, aliases, _, _, _, sort in rows("regions"):
        for one in (name, *cells(aliases)):
            found[one.casefold()] = sort
    for row in rows("countries"):
        for one in (row[1], *cells(row[2])):
            found[one.casefold()] = "country"
    return found
