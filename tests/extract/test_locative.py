"""Names that tell where something was."""

from __future__ import annotations

import pytest

from tests.extract.claims_of import claims_of


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Chad spoke in the wake of the Ankara attacks.", "Ankara"),
        ("Rebels claimed the Nairobi bombing.", "Nairobi"),
        ("Police in Chad arrested a man over the Kabul shooting.", "Kabul"),
    ],
)
def test_a_town_before_what_happened_is_its_scene(text: str, town: str) -> None:
    told = next(c for c in claims_of(text) if c.kind == "military.attack")
    assert told.setting.where is not None
    assert told.setting.where.name == town


def test_of_an_attack_on_somebody_it_may_be_the_doer() -> None:
    told = next(c for c in claims_of("The Ankara attack on Chad went on.") if "attack" in c.kind)
    assert told.setting.where is None or told.setting.where.name != "Ankara"


def test_what_is_named_with_a_word_more_is_no_town() -> None:
    told = claims_of("He was held in Libya during the Arab Spring uprising.")
    assert all(c.setting.where is None or c.setting.where.name != "Spring" for c in told)
