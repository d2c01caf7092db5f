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
