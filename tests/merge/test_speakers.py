"""Who speaks first: by name or not, for which body and which state."""

from __future__ import annotations

import pytest

from foedera.merge.speakers import is_named, speaker_of, without_state
from tests.merge.builders import actor


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("South Korea's military", ("military",)),
        ("a senior U.S. official", ("official",)),
        ("State Department", ("State", "Department")),
        ("Israel", ("Israel",)),
    ],
)
def test_the_state_and_the_rank_before_a_name_are_not_its_own(name: str, own: object) -> None:
    assert without_state(name) == own


@pytest.mark.parametrize("name", ["U.S. officials", "Syrian opposition group", "a Democrat"])
def test_state_and_party_name_nobody(name: str) -> None:
    assert not is_named(name)


def test_officials_without_a_name_speak_for_their_state() -> None:
    found = speaker_of(actor("Turkish officials", "TUR", "group"), "Turkish officials")
    assert (found.side, found.named, found.placed) == ("TUR", False, True)


def test_an_opposition_group_speaks_for_itself() -> None:
    found = speaker_of(actor("Syrian opposition group", "SYR", "group"), "Syrian opposition group")
    assert found.side == found.body


def test_one_ministry_under_two_names() -> None:
    names = ("Pentagon", "Department of Defense")
    bodies = {speaker_of(actor(n, "USA", "organisation"), n).body for n in names}
    assert len(bodies) == 1
