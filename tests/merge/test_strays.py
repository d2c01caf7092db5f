"""Claims beside an agreement's name that are about another one."""

from __future__ import annotations

from typing import Any

import pytest

from foedera.merge.known import known_agreements
from foedera.merge.spoken import NamedAs
from foedera.merge.strays import is_rival, is_stray
from foedera.merge.telling import Telling
from tests.merge.builders import actor, when
from tests.merge.tellings import telling


def by(*countries: str) -> list[Any]:
    return [actor(f"ministers of {code}", code, "group") for code in countries]


def told(kind: str, words: str, countries: str, **more: Any) -> Telling:
    more.setdefault("day", "2015-05-08")
    return telling(f"agreement.{kind}", words, actors=by(*countries.split()), **more)


def stray(known: str, made: Telling, *, rivalled: bool = False) -> bool:
    return is_stray(made, known_agreements()[known], rivalled=rivalled)


@pytest.mark.parametrize(
    ("countries", "expected"), [("RUS USA", False), ("USA IRN", True), ("IRN", True)]
)
def test_talks_without_a_name_are_of_those_who_talk(countries: str, expected: bool) -> None:
    made = told("negotiate", "They are in talks.", countries, day="2010-01-08")
    assert stray("new_start", made) == expected


def test_nobody_negotiates_without_a_name_what_was_signed_long_ago() -> None:
    assert stray("new_start", told("negotiate", "They are in talks.", "RUS USA"))
    assert not stray(
        "new_start", told("negotiate", "They were in talks.", "RUS USA", when=when("2009-05-08"))
    )


def test_two_sides_who_are_no_members_have_another_agreement() -> None:
    made = told("conclude", "They made it.", "RUS USA", agreement="New START", day="2010-05-08")
    object.__setattr__(made, "naming", NamedAs(sides=frozenset(("PER", "CHL"))))
    assert stray("new_start", made)


def test_what_lies_outside_the_days_of_a_description_is_another() -> None:
    words = "Israel and the Palestinians signed a peace deal."
    dated = {"agreement": "peace deal", "when": when("1998-10-01")}
    assert stray("isr_pse_final", told("sign", words, "ISR PSE", **dated))
    assert not stray("isr_pse_final", told("sign", words, "ISR PSE", agreement="peace deal"))


def test_states_do_not_sign_between_themselves_what_they_signed_long_before() -> None:
    words = "Japan signed the defense pact."
    dated = {"agreement": "defense pact", "when": when("2015-04-28")}
    assert stray("us_japan", told("sign", words, "JPN", **dated))


def test_a_treaty_of_the_whole_world_is_not_the_deal_beside_another() -> None:
    made = told("breach", "Iran broke the deal.", "IRN", agreement="deal")
    object.__setattr__(made, "naming", NamedAs(bare=True, head="deal"))
    assert stray("npt", made, rivalled=True)
    assert not stray("npt", made)
    assert not stray("jcpoa", made, rivalled=True)


def test_a_deal_and_what_is_no_treaty_are_rivals() -> None:
    assert is_rival("jcpoa", "nuclear deal")
    assert is_rival(None, "trade deal")
    assert not is_rival(None, "deal")
    assert not is_rival("npt", "Non-Proliferation Treaty")
