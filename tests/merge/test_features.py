"""One finding a feature: what it says of a pair, and when it has nothing to say."""

from __future__ import annotations

import pytest

from foedera.data import Where
from foedera.measure import distance_km
from foedera.merge import feature_setting, features, first_vetoes
from foedera.merge.near import VETO, Near, load_weights
from tests.merge.builders import actor, quantity, when
from tests.merge.tellings import telling

ALONE, STORY = Near(), Near(story=True)


def people(count: float, words: str) -> object:
    return quantity(count, count, words, unit="people")


def test_swapped_roles_are_two_attacks() -> None:
    one = telling("military.attack", actors=["RVA"], recipients=["OST"])
    other = telling("military.attack", actors=["OST"], recipients=["RVA"])
    reason = features.other_doer(one, other, STORY)
    assert reason is not None
    assert (reason.feature, reason.weight) == ("other_doer", VETO)


def test_who_stands_on_both_sides_swaps_no_roles() -> None:
    """Troops free a countryman; a team whose state is not told frees him too."""
    one = telling("transfer.aid", actors=["RVA"], recipients=["RVA"])
    other = telling("transfer.aid", actors=["team"], recipients=["RVA"])
    reason = features.other_doer(one, other, STORY)
    assert reason is not None
    assert reason.feature == "doers_differ"
    assert not first_vetoes.never_one(one, other, story=True)


@pytest.mark.parametrize(
    ("left", "right", "finding"),
    [("people", "RVA", "one_nameless"), ("people", "soldiers", "parties_apart")],
)
def test_people_without_a_name_may_be_of_any_state(left: str, right: str, finding: str) -> None:
    one, other = (telling("harm.kill", recipients=[party]) for party in (left, right))
    reason = features.same_parties(one, other, ALONE)
    assert reason is not None
    assert reason.feature == finding


def test_each_party_ratifies_for_itself() -> None:
    one = telling("agreement.ratify", actors=["RVA"])
    reason = features.own_act(one, telling("agreement.ratify", actors=["OST"]), STORY)
    assert reason is not None
    assert reason.weight == VETO


@pytest.mark.parametrize(
    ("left", "right", "finding"),
    [
        ("2031-05-02", "2031-05-02", "same_day"),
        ("2031-05-02", "2031-05-01/2031-05-31", "days_overlap"),
        ("2031-05-02", None, None),
    ],
)
def test_days_that_meet(left: str, right: str | None, finding: str | None) -> None:
    one, other = (telling("diplomacy.meet", when=when(days)) for days in (left, right))
    reason = feature_setting.days_meet(one, other, ALONE)
    assert (reason.feature if reason else None) == finding


def test_days_apart_veto_but_not_for_what_lasts() -> None:
    days = when("2031-05-02"), when("2031-05-20")
    met = [telling("diplomacy.meet", when=day) for day in days]
    sent = [telling("military.deploy", when=day) for day in days]
    reason = feature_setting.days_apart(*met, STORY)
    assert reason is not None
    assert reason.weight == VETO
    assert feature_setting.days_apart(*sent, STORY) is None


def test_another_counterpart_is_another_meeting() -> None:
    one = telling("diplomacy.meet", actors=[actor("Ana Lund", "RVA"), actor("Ivo Brandt", "OST")])
    other = telling("diplomacy.meet", actors=[actor("Ana Lund", "RVA"), actor("Per Holm", "OST")])
    reason = features.same_people(one, other, STORY)
    assert reason is not None
    assert (reason.feature, reason.weight) == ("other_person", VETO)


def test_spellings_of_one_name_are_one_person() -> None:
    one = telling("diplomacy.visit", actors=[actor("Andrei Petrov", "RVA")])
    other = telling("diplomacy.visit", actors=[actor("Andrey Petrov", "RVA")])
    reason = features.same_people(one, other, ALONE)
    assert reason is not None
    assert reason.feature == "same_people"


def test_a_toll_may_grow_between_reports_of_a_story_but_not_tenfold() -> None:
    ten, eighteen, thousand = (
        telling("harm.kill", f"They counted {n}.", quantities=[people(n, str(n))])
        for n in (10, 18, 1000)
    )
    grown = feature_setting.numbers_meet(ten, eighteen, STORY)
    assert grown is not None
    assert grown.feature == "toll_moves"
    other = feature_setting.numbers_meet(ten, thousand, STORY)
    assert other is not None
    assert other.weight == VETO


def test_the_third_round_is_not_the_fourth() -> None:
    third = telling("diplomacy.meet", "They met for the third round of talks.")
    fourth = telling("diplomacy.meet", "They met for the 4th round of talks.")
    reason = feature_setting.other_ordinal(third, fourth, STORY)
    assert reason is not None
    assert reason.weight == VETO


def test_five_tests_are_not_one_test() -> None:
    five = telling("military.test", quantities=[quantity(5, 5, "five tests", unit="tests")])
    reason = feature_setting.several_at_once(five, telling("military.test"), STORY)
    assert reason is not None
    assert reason.weight < 0


def test_what_was_done_is_seldom_what_was_asked_for() -> None:
    done = telling("transfer.arms")
    asked = telling("transfer.arms", reality="demanded")
    reason = features.other_reality(done, asked, STORY)
    assert reason is not None
    assert reason.feature == "other_reality"
    assert reason.weight < 0


def test_a_denial_is_about_the_happening() -> None:
    denied = telling("military.deploy", stance="denied", reality="not-happened")
    reason = features.other_reality(telling("military.deploy"), denied, STORY)
    assert reason is not None
    assert reason.feature == "both_real"


def test_towns_far_apart_are_two_places() -> None:
    near, far = (telling("military.attack", where=(name, "RVA")) for name in ("Velm", "Tor"))
    assert feature_setting.same_place(near, near, ALONE) is not None
    span = near.claim.passage.span
    km = distance_km(Where("", "", 50, 20, span), Where("", "", 52, 20, span))
    assert km == pytest.approx(222.4, abs=1)
    assert feature_setting.same_place(near, far, ALONE) is not None


def test_what_recurs_needs_something_in_common() -> None:
    one = telling("military.test", "Ravania fired a rocket at dawn.", actors=["RVA"])
    other = telling("military.test", "They proudly launch such weapons.", actors=["RVA"])
    reason = features.nothing_particular(one, other, STORY)
    assert reason is not None
    assert reason.weight < 0
    assert features.nothing_particular(one, one, STORY) is None


def test_a_habit_is_not_one_deed() -> None:
    often = telling("military.test", reality="ongoing")
    reason = features.other_reality(often, telling("military.test"), STORY)
    assert reason is not None
    assert reason.feature == "habit_or_once"


def test_rare_words_in_common_say_more_than_common_ones() -> None:
    one = telling("military.attack", "Gunmen stormed the Velmar consulate at dawn.")
    rare = telling("military.attack", "The Velmar consulate was stormed.")
    dull = telling("military.attack", "Gunmen attacked people in the country.")
    near, far = (features.shared_words(one, other, ALONE) for other in (rare, dull))
    assert near is not None
    assert far is not None
    assert near.weight > far.weight


def test_a_new_one_is_not_the_one_told_before() -> None:
    words = "They imposed sanctions.", "They imposed new sanctions."
    old, new = (telling("coercion.sanction", text, trigger="sanctions") for text in words)
    reason = features.one_more(old, new, STORY)
    assert reason is not None
    assert reason.weight <= 0
    assert features.one_more(new, new, STORY) is None


def test_people_without_a_name_in_common_are_no_party_in_common() -> None:
    crowd = telling("harm.kill", recipients=[actor("people", None, kind="group")])
    reason = features.same_parties(crowd, crowd, STORY)
    assert reason is not None
    assert reason.feature == "nameless_parties"


def test_attack_and_attacks_are_one_and_several() -> None:
    one, several = (
        telling("military.attack", f"The {word} shocked them.", trigger=word)
        for word in ("attack", "attacks")
    )
    reason = features.one_or_several(one, several, STORY)
    assert reason is not None
    assert features.one_or_several(one, one, STORY) is None


def test_what_speaks_for_a_join_never_weighs_against_it() -> None:
    weights = load_weights()
    assert all(weights[name] >= 0 for name in weights if name.startswith(("same_", "both_")))
    assert all(weights[name] <= 0 for name in weights if name.startswith("other_"))


def test_a_denial_answers_what_its_story_tells() -> None:
    told = telling("military.deploy", actors=["RVA"])
    denied = telling("military.deploy", "They denied it.", actors=["RVA"], stance="denied")
    reason = features.answered(told, denied, STORY)
    assert reason is not None
    assert reason.weight > 0
    assert features.answered(told, denied, ALONE) is None
    assert features.answered(told, told, STORY) is None
