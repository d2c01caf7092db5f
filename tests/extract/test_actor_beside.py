"""Two groups told by one noun, of which a state or a party has only one."""

import pytest

from tests.extract.claims_of import claims_of


def _doers(text: str) -> list[tuple[str, str | None]]:
    told = next(c for c in claims_of(text) if c.kind == "statement.criticise")
    return sorted((a.name, a.country or "") for a in told.roles.actors)


@pytest.mark.parametrize(
    ("group", "doers"),
    [
        ("Local and French officials", [("French officials", "FRA"), ("Local officials", "")]),
        ("French and local officials", [("French officials", "FRA"), ("local officials", "")]),
        ("French and other officials", [("French officials", "FRA"), ("officials", "")]),
        ("U.S. and coalition officials", [("U.S. officials", "USA"), ("coalition officials", "")]),
        ("Republican and Democratic senators",
         [("Democratic senators", "USA"), ("Republican senators", "USA")]),
        ("Kenyan and Malian officials",
         [("Kenyan officials", "KEN"), ("Malian officials", "MLI")]),
        ("Anti-Macron lawmakers", [("Anti-Macron lawmakers", "FRA")]),
        ("Pro-Russian lawmakers", [("Pro-Russian lawmakers", "")]),
        ("Malian and NATO officials", [("Malian officials", "MLI"), ("NATO officials", "")]),
    ],
)  # fmt: skip
def test_each_group_has_its_own_state_or_none(
    group: str, doers: list[tuple[str, str | None]]
) -> None:
    assert _doers(f"{group} criticised Iran.") == doers


@pytest.mark.parametrize(
    ("group", "doers"),
    [
        ("Israel and senior officials", [("Israel", "ISR"), ("senior officials", "")]),
        ("The interior minister and State Department officials",
         [("State Department officials", "USA")]),
    ],
)  # fmt: skip
def test_a_name_beside_a_group_is_no_group(group: str, doers: list[tuple[str, str | None]]) -> None:
    assert _doers(f"{group} criticised Iran.") == doers
