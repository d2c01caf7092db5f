"""Claims told of another text by who makes it, its year, what is done with it, or its row."""

from __future__ import annotations

from typing import Any

import pytest

from foedera.data import Phrase, Span
from foedera.merge.apart import is_apart, is_made_at_home, without_what_follows
from foedera.merge.known import known_agreements
from foedera.merge.spoken import NamedAs
from foedera.merge.telling import Telling
from tests.merge.builders import actor
from tests.merge.tellings import telling


def told(kind: str, words: str, countries: str, **more: Any) -> Telling:
    naming = more.pop("naming", None)
    thing = more.pop("thing", None)
    people = [actor(f"ministers of {code}", code, "group") for code in countries.split()]
    more.setdefault("day", "2015-05-08")
    made = telling(f"agreement.{kind}", words, actors=people, **more)
    if naming:
        object.__setattr__(made, "naming", naming)
    if thing:
        at = words.index(thing)
        object.__setattr__(made.claim.roles, "object", Phrase(thing, Span(at, at + len(thing))))
    return made


def apart(key: str, made: Telling) -> bool:
    return is_apart(made, known_agreements()[key])


@pytest.mark.parametrize(("key", "expected"), [("new_start", True), ("inf", False)])
def test_a_state_that_is_gone_signs_nothing_later(key: str, expected: bool) -> None:
    words = "The Soviet Union signed the arms treaty."
    assert apart(key, told("sign", words, "SUN", agreement="arms treaty")) == expected


def test_what_a_clause_dates_long_before_is_another_text() -> None:
    words = "the test ban treaty passed in 1963"
    assert apart("ctbt", told("approve", words, "USA", agreement="test ban treaty"))
    assert not apart("ctbt", told("approve", words.replace("63", "97"), "USA"))


@pytest.mark.parametrize(
    ("thing", "expected"),
    [("the president power to sign deals", True), ("help to all who left", False)],
)
def test_what_lets_a_president_do_more_at_home_is_a_law(thing: str, expected: bool) -> None:
    naming = NamedAs(bare=True, written="agreement")
    made = told("provide", f"The agreement gives {thing}.", "USA", naming=naming, thing=thing)
    assert apart("ttip", made) == expected


def test_what_lawmakers_strike_is_none_of_states() -> None:
    words = "Top lawmakers struck a bipartisan deal on Thursday."
    made = told("conclude", words, "USA", trigger="struck")
    object.__setattr__(made.claim.roles.actors[0], "span", Span(900, 905))
    assert apart("ttip", made)
    assert not apart("ttip", told("conclude", "They struck the trade deal.", "USA"))


@pytest.mark.parametrize(("called", "expected"), [("initial", True), ("shaky", False)])
def test_another_truce_of_a_war_is_told_by_its_place_in_the_row(
    called: str, expected: bool
) -> None:
    naming = NamedAs(called=frozenset((called,)), written="ceasefire")
    made = told("reject", f"They refused the {called} ceasefire.", "ISR", naming=naming)
    assert apart("gaza_2014_july", made) == expected


def test_the_truce_told_right_after_another_one_is_that_one() -> None:
    first = told("reject", "They refused the initial truce.", "ISR", order=3)
    bare = NamedAs(bare=True, written="truce")
    then = told("accept", "Had they taken the truce.", "ISR", naming=bare)
    object.__setattr__(then, "order", 4)
    later = told("accept", "They took the truce.", "ISR", naming=bare)
    object.__setattr__(later, "order", 9)
    object.__setattr__(first, "order", 3)
    assert without_what_follows([then, later], [first]) == [later]


def test_talks_with_a_state_that_is_no_member_are_of_something_else() -> None:
    words = "talks between Washington and Doha on an office"
    made = told("negotiate", words, "USA QAT")
    object.__setattr__(made.claim, "rule", "state_acts.agreement.negotiate")
    assert apart("us_afg_bsa", made)


@pytest.mark.parametrize(
    ("words", "countries", "expected"),
    [
        ("The president signed an agreement with opposition leaders.", "UKR", True),
        ("The president signed an agreement with the union.", "UKR", False),
        ("They signed it as the opposition jeered.", "UKR POL", False),
    ],
)
def test_a_deal_with_opponents_at_home_is_none_of_states(
    words: str, countries: str, expected: bool
) -> None:
    assert is_made_at_home(told("sign", words, countries)) == expected
