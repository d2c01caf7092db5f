"""What holds two groups apart is told: who stands between them, and how much the others say."""

from __future__ import annotations

import pytest

from foedera.merge.events import SAME, Around, add_up
from foedera.merge.held_apart import holds_apart
from foedera.merge.joining import LOOSE, TIE
from foedera.merge.judging import judge_claims
from foedera.merge.telling import Telling
from tests.merge.builders import when
from tests.merge.tellings import telling

AROUND = Around({})


def raid(words: str, printed: str, told: str | None = None, outlet: str = "Herald") -> Telling:
    return telling(
        "military.attack",
        words,
        actors=["RVA"],
        recipients=["OST"],
        when=when(told),
        day=printed,
        outlet=outlet,
        trigger="shelled",
    )


@pytest.fixture
def groups() -> tuple[list[Telling], list[Telling]]:
    """Two shellings of Velm eleven days apart, each told twice."""
    first = [
        raid("Ravania shelled the mill at Velm.", "2031-05-03", "2031-05-02"),
        raid("The mill at Velm was shelled.", "2031-05-04", outlet="Post"),
    ]
    second = [
        raid("Ravania shelled Velm and its mill.", "2031-05-14", "2031-05-13"),
        raid("The mill at Velm was shelled once more.", "2031-05-14", outlet="Post"),
    ]
    return sorted(first, key=lambda t: t.id), sorted(second, key=lambda t: t.id)


def test_a_veto_between_two_members_is_counted_and_named(groups) -> None:
    left, right = groups
    held = holds_apart(left, right, AROUND, 0.7)
    assert held.pairs == 4
    assert held.vetoes == {"days_apart": 1}
    dated = {one.id for one in (*left, *right) if one.first is not None}
    assert set(held.between) == dated


def test_without_a_veto_the_mean_is_told_with_what_it_would_have_to_be(groups) -> None:
    left, right = ([one for one in side if one.first is None] for side in groups)
    held = holds_apart(left, right, AROUND, SAME)
    assert (held.pairs, held.vetoes, held.least) == (1, {}, TIE)
    assert held.mean == pytest.approx(add_up(*sorted((*left, *right), key=_id), _near(left, right)))
    assert holds_apart(left, right, AROUND, 0.9).least == LOOSE


def test_what_joining_refuses_is_held_apart(groups) -> None:
    told = [*groups[0], *groups[1]]
    _, made = judge_claims(told, AROUND)
    by_id = {one.id: one for one in told}
    dated = [one.id for one in told if one.first is not None]
    sides = [[by_id[c] for c in group] for group in made if {*group} & {*dated}]
    assert len(sides) == 2
    assert "days_apart" in holds_apart(*sides, AROUND, 0.7).vetoes


def _id(one: Telling) -> str:
    return one.id


def _near(left: list[Telling], right: list[Telling]):
    return AROUND.near(left[0], right[0])
