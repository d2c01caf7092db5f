"""What there is but one of: deaths, posts, plans and campaigns; and years that tell two apart."""

from __future__ import annotations

from typing import Any

from foedera.merge import feature_once
from foedera.merge.events import Around, score, weigh
from foedera.merge.near import VETO, Near
from foedera.merge.telling import Telling
from tests.merge.builders import actor, quantity, when
from tests.merge.tellings import telling

NEAR = Near()
ENVOY = actor("Ivo Torn", "RVA")
FRONT = actor("Front of the Dawn", None, "group")


def test_a_named_person_dies_once_whatever_numbers_stand_beside() -> None:
    one = telling(
        "harm.kill",
        "It killed Ivo Torn and three other men.",
        recipients=[ENVOY],
        quantities=(quantity(3, 3, "three other men", "men"),),
    )
    two = telling(
        "harm.kill",
        "Four men, Ivo Torn among them, died.",
        recipients=[ENVOY],
        quantities=(quantity(4, 4, "four men", "men"),),
        day="2031-08-20",
    )
    assert feature_once.once_a_person(one, two, NEAR) is not None
    assert score(weigh(one, two, Around())) > VETO


def test_a_surname_alone_is_nobody_in_particular() -> None:
    torn = actor("Torn", "RVA")
    one, two = (telling("harm.kill", f"{n} killed Torn.", recipients=[torn]) for n in "ab")
    assert feature_once.once_a_person(one, two, NEAR) is None


def test_a_demand_to_resign_is_not_the_resignation() -> None:
    asked = telling("unrest.resignation", "He should go.", actors=[ENVOY], reality="demanded")
    gone = telling("unrest.resignation", "Ivo Torn went.", actors=[ENVOY])
    assert feature_once.once_a_person(asked, gone, NEAR) is None
    assert feature_once.once_a_person(gone, gone, NEAR) is not None


def test_tests_that_may_come_are_not_one() -> None:
    one = telling("military.test", "It may launch a missile.", actors=["RVA"], reality="possible")
    two = telling("military.test", "It plans a nuclear test.", actors=["RVA"], reality="planned")
    assert feature_once.one_plan(one, two, NEAR) is None


def test_a_strike_that_is_talked_of_is_one_until_it_comes() -> None:
    sides = {"actors": ["RVA"], "recipients": ["OST"]}
    one = telling("military.attack", "Ravania may strike Ostmark.", reality="possible", **sides)
    two = telling("military.attack", "A strike is planned.", reality="planned", **sides)
    done = telling("military.attack", "Ravania struck Ostmark.", **sides)
    late = telling(
        "military.attack", "It may strike.", reality="possible", day="2031-07-30", **sides
    )
    assert feature_once.one_plan(one, two, NEAR) is not None
    assert feature_once.one_plan(one, done, NEAR) is None
    assert feature_once.one_plan(one, late, NEAR) is None


def test_the_fight_at_large_is_one_and_a_battle_is_another() -> None:
    one, two = (
        telling("military.fight", f"{who} joined the fight.", recipients=[FRONT])
        for who in ("Ravania", "Ostmark")
    )
    battle = telling(
        "military.fight", "They fought at Velm.", recipients=[FRONT], where=("Velm", "RVA")
    )
    assert feature_once.one_campaign(one, two, NEAR) is not None
    assert feature_once.one_campaign(one, battle, NEAR) is None


def test_a_year_long_past_tells_two_apart() -> None:
    sides = {"actors": ["RVA"], "recipients": ["OST"]}
    past = telling("military.attack", "Unlike the invasion of 2008 it was short.", **sides)
    plain = telling("military.attack", "The invasion was short.", **sides)
    dated = telling("military.attack", "It invaded.", when=when("2031-05-03"), **sides)
    assert past.year == 2008
    found = feature_once.other_year(past, plain, NEAR)
    assert found is not None
    assert VETO < found.weight < 0
    vetoed = feature_once.other_year(past, dated, NEAR)
    assert vetoed is not None
    assert vetoed.weight <= VETO
    assert feature_once.other_year(plain, dated, NEAR) is None


def known(words: str, trigger: str, town: str = "Lund", **more: Any) -> Telling:
    """Tell an attack by a noun, at a place."""
    rule = "frames.noun_frame:military.attack"
    at = (town, more.pop("land", "SWE"))
    return telling("military.attack", words, trigger=trigger, rule=rule, where=at, **more)


def test_the_attack_that_a_town_is_known_by_is_one() -> None:
    one = known("Torn condemned the attack in Lund.", "attack")
    two = known("It was said before the Lund bombing.", "bombing", day="2031-05-28")
    assert feature_once.known_there(one, two, NEAR) is not None


def test_what_is_not_known_or_elsewhere_is_not_that_one() -> None:
    one = known("Torn condemned the attack in Lund.", "attack")
    others = [
        known("Torn condemned an attack in Lund.", "attack"),
        known("Torn condemned the new attack in Lund.", "attack"),
        known("Torn condemned the attacks in Lund.", "attacks"),
        known("Torn condemned the attack in Malmo.", "attack", town="Malmo"),
        known("Torn condemned the attack in Lund.", "attack", day="2031-09-28"),
    ]
    assert [feature_once.known_there(one, other, NEAR) for other in others] == [None] * 5


def test_a_land_says_which_only_within_a_story() -> None:
    one, two = (known(f"{n} saw the attack in Peru.", "attack", "Peru", land="PER") for n in "ab")
    assert feature_once.known_there(one, two, NEAR) is None
    assert feature_once.known_there(one, two, Near(story=True)) is not None


def named(words: str, trigger: str, **more: Any) -> Telling:
    """Tell an attack by a noun, without a place."""
    rule = "frames.noun_frame:military.attack"
    return telling("military.attack", words, trigger=trigger, rule=rule, **more)


def test_the_attack_that_goes_by_a_name_is_one() -> None:
    one = named("Torn fled before the Oslo Marathon bombings.", "bombings")
    two = named("It was said after the bombing at the Oslo Marathon.", "bombing", day="2031-06-28")
    short = named("It was said after the Oslo bombing.", "bombing")
    assert feature_once.known_by_name(one, two, NEAR) is not None
    assert feature_once.known_by_name(one, short, NEAR) is not None


def test_a_name_of_another_or_of_long_ago_is_not_that_one() -> None:
    one = named("Torn fled before the Oslo bombings.", "bombings")
    others = [
        named("Torn fled before the Malmo bombings.", "bombings"),
        named("Torn fled before an Oslo bombing.", "bombing"),
        named("Torn fled before the Oslo bombings.", "bombings", day="2031-09-28"),
        named("Torn fled before the Norwegian bombings.", "bombings"),
    ]
    assert [feature_once.known_by_name(one, other, NEAR) for other in others] == [None] * 4
