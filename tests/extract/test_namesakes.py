"""Georgia is a state in the Caucasus, or one of the United States; own sentences."""

import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all


def states(text: str) -> set[str]:
    claims = read_all([text], Extractor())[0].claims
    acting = (a for c in claims for a in (*c.roles.actors, *c.roles.recipients))
    return {a.country for a in acting if a.country}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A senator from Georgia met Peru's envoy.", {"USA", "PER"}),
        ("A Democrat won in Georgia. Georgia congratulated Peru.", {"USA", "PER"}),
        ("Russia invaded Georgia, a Republican senator said in Tbilisi.", {"RUS", "GEO"}),
        ("Georgia and Ukraine signed a treaty on trade.", {"GEO", "UKR"}),
        ("Georgia's president met the senator.", {"GEO"}),
        ("The army of Georgia shelled Peru, a senator said.", {"GEO", "PER"}),
        ("Georgia condemned Russia, a Democrat said.", {"GEO", "RUS"}),
    ],
)
def test_which_georgia_is_told_by_the_words_around_it(text: str, wanted: set[str]) -> None:
    assert states(text) == wanted


def test_the_place_lies_where_its_state_lies() -> None:
    text = "A Republican congressman of Georgia spoke. Peru's envoy met the governor in Georgia."
    found = read_all([text], Extractor())[0].claims
    assert {c.setting.where.country for c in found if c.setting.where} <= {"USA"}


def test_a_flight_goes_by_its_number() -> None:
    text = "The downing of Malaysia Airlines Flight 17 over Ukraine was a crime, Norway said."
    claims = read_all([text], Extractor())[0].claims
    hit = [a.name for c in claims if c.kind == "military.shoot-down" for a in c.roles.recipients]
    assert hit == ["Malaysia Airlines Flight 17"]
