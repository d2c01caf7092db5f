"""Events: what joins, what a veto and a person's word keep apart, whatever the order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.merge.events import Around
from foedera.merge.joining import STRANGERS, are_one, score_members
from foedera.merge.judging import judge_claims
from foedera.merge.near import Near
from foedera.merge.telling import Telling
from tests.merge.builders import when
from tests.merge.tellings import telling

DAYS = ["2031-05-02", "2031-05-02", "2031-05-09", "2031-05-16", "2031-05-01/2031-05-31"]


def missile_launches() -> list[Telling]:
    return [
        telling(
            "military.test",
            f"Ravania tested a missile, paper {n} said.",
            actors=["RVA"],
            when=when(day),
            outlet=f"Paper {n}",
        )
        for n, day in enumerate(DAYS)
    ]


def story(tellings: list[Telling]) -> dict[str, str]:
    return {t.source.report: "one story" for t in tellings}


def test_recurring_tests_stay_apart_and_tellings_of_one_join() -> None:
    told = missile_launches()
    _, groups = judge_claims(told, Around(story(told)))
    day_of = {t.id: t.claim.setting.when.earliest for t in told if t.claim.setting.when}
    dated = [{day_of[c] for c in g if day_of[c] != "2031-05-01"} for g in groups]
    assert all(len(days) <= 1 for days in dated)
    assert any(len(g) >= 2 for g in groups)


@settings(deadline=None)
@given(st.permutations(range(len(DAYS))))
def test_order_does_not_matter(order: list[int]) -> None:
    told = missile_launches()
    around = Around(story(told))
    assert judge_claims([told[i] for i in order], around) == judge_claims(told, around)


def test_different_holds_against_chains() -> None:
    told = missile_launches()[:2]
    pair = tuple(sorted(t.id for t in told))
    around = Around(story(told), {}, {(pair[0], pair[1]): "different"})
    _, groups = judge_claims(told, around)
    assert len(groups) == 2


def test_a_person_may_join_what_rules_keep_apart() -> None:
    told = missile_launches()[2:4]
    pair = tuple(sorted(t.id for t in told))
    _, groups = judge_claims(told, Around({}, {}, {(pair[0], pair[1]): "same"}))
    assert groups == [pair]


def test_every_join_keeps_its_reasons() -> None:
    told = missile_launches()[:2]
    [join], _ = judge_claims(told, Around(story(told)))
    assert join.verdict == "same"
    assert {"same_kind", "same_parties", "same_day"} <= {r.feature for r in join.reasons}
    assert join.made is None


def test_members_that_name_other_parties_speak_against_a_join_but_forbid_none() -> None:
    """One telling names only who did it, another only whom it befell, and what did it."""
    by = telling("military.shoot-down", actors=["RVA"])
    jets = telling("military.shoot-down", actors=["jets"], recipients=["OST"])
    assert score_members(*sorted((by, jets), key=lambda t: t.id), Near()) == STRANGERS
    assert are_one([STRANGERS, 0.9, 0.9, 0.2], 0.9)
    assert not are_one([STRANGERS, STRANGERS, 0.9], 0.9)
