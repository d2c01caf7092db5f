"""Days of something else than the act that they stand beside."""

import pytest

from tests.reading import claim_at


@pytest.mark.parametrize(
    "text",
    [
        "The assault on the U.S. base occurred on the tenth anniversary of the May 3, 2001, "
        "naval landings on the U.S. coast.",
        "Chile raided the U.S. port on the anniversary of the Oct. 9, 1990, student protests.",
    ],
)
def test_what_an_anniversary_remembers_dates_no_act_of_today(text: str):
    word = "assault" if "assault" in text else "raided"
    assert claim_at(text, word).setting.when is None


def test_what_is_remembered_keeps_its_day() -> None:
    text = "The raid took place on the 11th anniversary of the May 3, 2001, attack on Peru."
    when = claim_at(text, "attack").setting.when
    assert when is not None
    assert when.earliest == "2001-05-03"


@pytest.mark.parametrize("on", ["five Sunday shows", "the Sunday talk shows", "a Sunday program"])
def test_the_day_of_a_programme_is_not_that_of_what_is_told_on_it(on: str) -> None:
    assert claim_at(f"Rice told of the attack on Peru on {on}.", "attack").setting.when is None


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Kenya bombed Chad for the first time since 2003.", False),
        ("Kenya bombed Chad in its worst attack since 2003.", False),
        ("Kenya has bombed Chad since 2003.", True),
        ("Kenya has bombed Chad ten times since 2003.", True),
    ],
)
def test_a_row_counted_from_a_year_dates_no_act(text: str, dated: bool) -> None:
    word = "bombed"
    assert (claim_at(text, word).setting.when is not None) is dated
