"""How precisely a place is known."""

import pytest

from foedera.view.exports.places import find_point, find_precision


def place(name: str, lat: float | None = 1.0) -> dict[str, object]:
    return {"name": name, "country": None, "lat": lat, "lon": lat}


@pytest.mark.parametrize(
    ("name", "precision"),
    [("Chad", "country"), ("Crimea", "region"), ("Black Sea", "sea"), ("Helsinki", "settlement")],
)
def test_precision(name: str, precision: str) -> None:
    assert find_precision(place(name)) == precision


def test_only_what_is_small_is_a_point() -> None:
    assert find_point(place("Helsinki", 60.0)) == (60.0, 60.0)
    assert find_point(place("Chad")) is None
    assert find_point(place("Black Sea")) is None


def test_what_has_no_coordinates_is_only_named() -> None:
    assert find_precision(place("Karzok", None)) == "named"
    assert find_point(place("Karzok", None)) is None
    assert find_precision(None) == "unknown"
