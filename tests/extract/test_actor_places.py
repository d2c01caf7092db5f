"""Of which state somebody is whose name is told with a place."""

import pytest

from tests.extract.claims_of import claims_of


def _doers(text: str) -> list[tuple[str, str | None]]:
    told = next(c for c in claims_of(text) if c.kind == "statement.criticise")
    return [(a.name, a.country) for a in told.roles.actors]


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Luis Paz of Peru", "PER"),
        ("Zorin Bekov of Kazakhstan", "KAZ"),
        ("Mark Till of Utah", "USA"),
        ("Mark Till of London", "GBR"),
        ("Luis Paz of Chile's navy", "CHL"),
        ("Luis Paz of the Czech Republic", "CZE"),
        ("Luis Paz of the Peru Institute", None),
        ("Luis Paz of Human Rights Watch", None),
        ("Luis Paz of Cambridge", None),
    ],
)
def test_a_place_behind_a_full_name_tells_its_state(name: str, state: str | None) -> None:
    assert [s for _, s in _doers(f"{name} criticised Iran.")] == [state]


def test_each_of_a_row_has_its_own() -> None:
    text = "Sens. Paul Dorn of Ohio, Anna Weller of Texas and Mark Till of Utah criticised Iran."
    assert _doers(text) == [
        ("Paul Dorn", "USA"), ("Anna Weller", "USA"), ("Mark Till", "USA"),
    ]  # fmt: skip
