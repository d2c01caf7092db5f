"""Whose driver, widow or tradesman it is is somebody else."""

import pytest

from tests.extract.claims_of import claims_of


@pytest.mark.parametrize("noun", ["driver", "cameraman", "comrade", "baker", "stepson", "handyman"])
def test_what_befalls_somebody_s_man_does_not_befall_him(noun: str) -> None:
    text = f"Anna Lind came under fire in Peru. Later her {noun} was killed by rebels."
    (killed,) = (c for c in claims_of(text) if c.kind == "harm.kill")
    assert [a.name for a in killed.roles.recipients] == [noun]


def test_what_is_somebody_s_thing_is_his() -> None:
    text = "Peruvian officials criticised Putin's policy on Monday."
    (told,) = (c for c in claims_of(text) if c.kind == "statement.criticise")
    assert [a.country for a in told.roles.recipients] == ["RUS"]


@pytest.mark.parametrize("noun", ["weekly", "daily", "newspaper"])
def test_a_paper_is_of_its_state_and_not_the_state(noun: str) -> None:
    (told,) = (c for c in claims_of(f"Kenya criticised the French {noun}.") if c.roles.recipients)
    assert [(a.kind != "state", a.country) for a in told.roles.recipients] == [(True, "FRA")]


def test_a_unit_without_a_name_acts() -> None:
    (told,) = claims_of("The unit that killed the ferryman in Velm is Kenyan.")
    assert [a.name for a in told.roles.actors] == ["unit"]
